//! One thing to do about a category.

use jiff::Timestamp;

use super::shares::TimeShares;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::days::{self, Local};
use crate::domain::history::attempt::Attempt;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::part::Part;
use crate::domain::question::Question;
use crate::domain::rating::Rating;

/// The attempts looked at: the last four.
const RECENT: usize = 4;

/// Percent of the time a part may lie beside its aim before it is spoken of.
const BESIDE: f64 = 10.0;

/// Days after which what goes well is told again.
const FADING: i64 = 14;

/// What to do about a category. A drill of it does this: it begins with the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// As a clause without a full stop: `tell "The region we forgot" again, and begin with what you did`.
    pub says: String,
    /// The question it is to be told for; none where any does.
    pub question: Option<QuestionId>,
}

/// What to mind when it is told again: that it ends, where the time goes, how long it takes.
fn what_to_mind(recent: &[&Attempt], shares: Option<TimeShares>) -> Option<String> {
    if often(recent, |attempt| attempt.never_reached(Part::Result)) {
        return Some("get to how it ended".to_owned());
    }
    if let Some(how) = shares.and_then(beside_the_aim) {
        return Some(how.to_owned());
    }
    if !often(recent, |attempt| attempt.over > 0.0) {
        return None;
    }
    let late = recent.iter().rev().find(|attempt| attempt.over > 0.0)?;
    Some(format!("stop in time; it ran {:.0} s over", late.over.ceil()))
}

/// What to do about a category, from its attempts (the oldest first) and the answers that serve it, with what of its
/// questions is asked at all. Of all that could be
/// said the first that fits: an answer where there is none or it is unfinished, then the thread, the end, where the time
/// goes, the length, the rating, how long ago, a second answer.
pub fn what_to_do(
    category: Category,
    attempts: &[&Attempt],
    shares: Option<TimeShares>,
    serving: &[&Answer],
    (library, asked): (&Library, &dyn Fn(&Question) -> bool),
    (now, zone): (Timestamp, &Local),
) -> ToDo {
    let known = |attempt: &&Attempt| {
        let answer = library.answer(attempt.answer.as_ref()?.as_str())?;
        Some((attempt.question.clone(), answer))
    };
    let here = |id: &&QuestionId| {
        let question = library.question(id);
        question.is_some_and(|question| question.category == category && asked(question))
    };
    let asked_for = |answer: &Answer| answer.questions.iter().find(here).cloned();
    let told = attempts.iter().rev().find_map(known);
    let untold = || serving.first().map(|answer| (asked_for(answer), *answer));
    let last = told.clone().map(|(question, answer)| (Some(question), answer));
    let Some((question, answer)) = last.or_else(untold) else {
        return ToDo {
            says: "tell one as it comes, then write down what you said".to_owned(),
            question: None,
        };
    };
    let title = &answer.title;
    let to_do = |says: String| ToDo {
        says,
        question: question.clone(),
    };
    if answer.to_finish() > 0 {
        return to_do(format!("tell \"{title}\" as far as it goes, then finish it"));
    }
    let tell = match told {
        Some(_) => format!("tell \"{title}\" again"),
        None => format!("tell \"{title}\""),
    };
    let recent = &attempts[attempts.len().saturating_sub(RECENT)..];
    let Some(last) = recent.last() else {
        return to_do(tell);
    };
    if often(recent, |attempt| attempt.rating == Rating::Froze) {
        return to_do(format!("read \"{title}\" once, then tell it without looking"));
    }
    if let Some(how) = what_to_mind(recent, shares) {
        return to_do(format!("{tell}, and {how}"));
    }
    if last.rating <= Rating::Rough {
        return to_do(format!("{tell}; last time it was {}", last.rating.word()));
    }
    if days::between(last.day(zone), days::day_of(now, zone)) >= FADING {
        return to_do(format!("{tell} before it fades"));
    }
    match serving.iter().find(|other| other.id != answer.id) {
        Some(other) => ToDo {
            says: format!("tell \"{}\" next, so that not all hangs on one", other.title),
            question: asked_for(other),
        },
        None => ToDo {
            says: format!("tell something other than \"{title}\", so that not all hangs on it"),
            question: None,
        },
    }
}

/// Whether it is so in half of them or more.
fn often(recent: &[&Attempt], fits: impl Fn(&Attempt) -> bool) -> bool {
    recent.iter().filter(|attempt| fits(attempt)).count() * 2 >= recent.len()
}

/// What to change about where the time goes.
fn beside_the_aim(shares: TimeShares) -> Option<&'static str> {
    let over = |part: Part| shares.told[part.index()] - f64::from(shares.aim[part.index()]);
    if over(Part::Situation) > BESIDE || over(Part::Task) > BESIDE {
        Some("begin with what you did")
    } else if over(Part::Action) < -BESIDE {
        Some("stay longer with what you did yourself")
    } else if over(Part::Action) > BESIDE {
        Some("leave time for how it ended")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::tests::answer;
    use crate::domain::history::tests::attempt;
    use crate::domain::part::Band;

    fn titled(id: &str, title: &str, body: &str) -> Answer {
        Answer {
            id: id.into(),
            title: title.into(),
            category: Some(Category::Failure),
            ..answer(body)
        }
    }

    fn told(day: i64, rating: Rating) -> Attempt {
        Attempt {
            answer: Some("a".into()),
            ..attempt("x", day * 86_400, "q", Category::Failure, rating)
        }
    }

    fn advice(attempts: &[Attempt], shares: Option<TimeShares>, answers: Vec<Answer>) -> String {
        let library = Library::new(Vec::new(), answers);
        let serving: Vec<&Answer> = library.answers().iter().collect();
        let refs: Vec<&Attempt> = attempts.iter().collect();
        let now = Timestamp::from_second(100 * 86_400).unwrap_or_default();
        what_to_do(
            Category::Failure,
            &refs,
            shares,
            &serving,
            (&library, &|_| true),
            (now, &Local::UTC),
        )
        .says
    }

    fn region() -> Vec<Answer> {
        vec![titled("a", "The region", "## Action\n- took it out\n")]
    }

    #[test]
    fn without_an_answer_one_is_written_first() {
        assert_eq!(
            advice(&[told(99, Rating::Froze)], None, Vec::new()),
            "tell one as it comes, then write down what you said"
        );
        let open = vec![titled("a", "The region", "## Action\nTODO\n")];
        assert_eq!(
            advice(&[], None, open),
            "tell \"The region\" as far as it goes, then finish it"
        );
        assert_eq!(advice(&[], None, region()), "tell \"The region\"");
    }

    #[test]
    fn the_thread_comes_before_the_end_and_the_end_before_the_order() {
        let slow = TimeShares {
            attempts: 3,
            told: [41.0, 13.0, 38.0, 8.0],
            aim: Band::default().0,
        };
        let froze = told(98, Rating::Froze);
        let mut endless = told(99, Rating::Rough);
        endless.split = Some(crate::domain::history::attempt::Split([
            Some(50.0),
            None,
            None,
            None,
            None,
        ]));
        let both = [froze.clone(), endless.clone()];
        assert_eq!(
            advice(&both, Some(slow), region()),
            "read \"The region\" once, then tell it without looking"
        );
        let ends = [
            told(97, Rating::Solid),
            told(98, Rating::Solid),
            endless.clone(),
            endless,
        ];
        assert_eq!(
            advice(&ends, Some(slow), region()),
            "tell \"The region\" again, and get to how it ended"
        );
        let solid = [told(99, Rating::Solid)];
        assert_eq!(
            advice(&solid, Some(slow), region()),
            "tell \"The region\" again, and begin with what you did"
        );
    }

    #[test]
    fn then_the_length_the_rating_the_days_and_a_second_answer() {
        let long = Attempt {
            over: 30.2,
            ..told(99, Rating::Rough)
        };
        assert_eq!(
            advice(&[long], None, region()),
            "tell \"The region\" again, and stop in time; it ran 31 s over"
        );
        assert_eq!(
            advice(&[told(99, Rating::Rough)], None, region()),
            "tell \"The region\" again; last time it was rough"
        );
        assert_eq!(
            advice(&[told(80, Rating::Solid)], None, region()),
            "tell \"The region\" again before it fades"
        );
        assert_eq!(
            advice(&[told(99, Rating::Solid)], None, region()),
            "tell something other than \"The region\", so that not all hangs on it"
        );
        let two = [region(), vec![titled("b", "The queue", "## Action\n- asked\n")]].concat();
        assert_eq!(
            advice(&[told(99, Rating::Solid)], None, two),
            "tell \"The queue\" next, so that not all hangs on one"
        );
    }
}
