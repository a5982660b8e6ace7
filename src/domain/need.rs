//! How much a category wants practice, and why.

use jiff::Timestamp;

use super::answer::Answer;
use super::attempt::Attempt;
use super::category::Category;
use super::library::Library;
use super::practice::Practice;
use super::question::Parts;
use super::rating::Rating;
use super::reason::{Reason, reasons};

/// Days after which an attempt counts half in the rating of its category.
const HALF_LIFE_DAYS: f64 = 14.0;
/// Attempts at [`PRIOR_RATING`] that every category begins with, so that one attempt decides little.
const PRIOR_ATTEMPTS: f64 = 2.0;
/// The rating of those attempts: rough.
const PRIOR_RATING: f64 = 2.0;
/// Recalls that count for a category: the best so many.
const RECALLS: usize = 5;
/// Finished answers after which more add nothing.
const ANSWERS_ENOUGH: f64 = 2.0;

/// Which way the last attempts went against those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Better.
    Up,
    /// Neither.
    Level,
    /// Worse.
    Down,
}

/// Where a person stands in one category.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The category.
    pub category: Category,
    /// Questions that may be picked.
    pub questions: usize,
    /// Of these, how many have an answer.
    pub answered: usize,
    /// Finished answers, the person's own.
    pub answers: usize,
    /// Attempts counted.
    pub attempts: usize,
    /// The rating, 1 to 4; none without attempts.
    pub rating: Option<f64>,
    /// The last attempt's time and rating.
    pub last: Option<(Timestamp, Rating)>,
    /// Which way it goes; none under three attempts.
    pub trend: Option<Trend>,
    /// 0 to 1; none where it was never tried.
    pub need: Option<f64>,
    /// Why it wants practice, the largest reason first.
    pub reasons: Vec<Reason>,
}

impl Standing {
    /// The largest reason in words; empty where there is none.
    pub fn reason(&self) -> String {
        self.reasons.first().map(ToString::to_string).unwrap_or_default()
    }
}

/// What a real interview taught, still open: it raises the need of its category and is the reason for that.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The category it is about.
    pub category: Category,
    /// In words, the company first: `Northwind: say sooner what you did yourself`.
    pub words: String,
    /// How far it takes the need on its way to 1: 0 not at all, 1 all the way.
    pub weight: f64,
}

/// The standings of every scored category that has questions, those never tried among them, in the fixed order.
pub fn standings(practice: &Practice) -> Vec<Standing> {
    let Practice {
        library,
        history,
        settings,
        ..
    } = *practice;
    let mut by_category: std::collections::HashMap<Category, Vec<&Attempt>> = std::collections::HashMap::new();
    for attempt in history.attempts() {
        by_category.entry(attempt.category).or_default().push(attempt);
    }
    let none = Vec::new();
    let mut count = std::collections::HashMap::<Category, (usize, usize)>::new();
    for question in library.questions().iter().filter(|question| settings.admits(question)) {
        let (questions, answered) = count.entry(question.category).or_default();
        *questions += 1;
        *answered += usize::from(library.answers_to(&question.id).next().is_some());
    }
    let mut finished = std::collections::HashMap::<Category, usize>::new();
    for answer in library.finished() {
        for category in serves(library, answer) {
            *finished.entry(category).or_default() += 1;
        }
    }
    Category::ALL
        .into_iter()
        .chain([Category::Unsorted])
        .filter_map(|category| {
            let (questions, answered) = count.get(&category).copied()?;
            let attempts = by_category.get(&category).unwrap_or(&none);
            let answers = finished.get(&category).copied().unwrap_or(0);
            let lessons: Vec<&Lesson> = practice.lessons.iter().filter(|l| l.category == category).collect();
            let counts = (questions, answered, answers);
            Some(standing(category, attempts, counts, &lessons, practice.now))
        })
        .collect()
}

/// The categories an answer serves: its own, and those of its questions.
pub fn serves(library: &Library, answer: &Answer) -> Vec<Category> {
    let mut categories = vec![library.category_of(answer)];
    for id in &answer.questions {
        if let Some(question) = library.question(id.as_str())
            && !categories.contains(&question.category)
        {
            categories.push(question.category);
        }
    }
    categories
}

fn standing(
    category: Category,
    attempts: &[&Attempt],
    (questions, answered, answers): (usize, usize, usize),
    lessons: &[&Lesson],
    now: Timestamp,
) -> Standing {
    let rating = (!attempts.is_empty()).then(|| rating_of(attempts, now));
    Standing {
        category,
        questions,
        answered,
        answers,
        attempts: attempts.len(),
        rating,
        last: attempts.last().map(|attempt| (attempt.t, attempt.rating)),
        trend: trend(attempts),
        need: rating.map(|rating| taught(need(rating, recall_of(attempts, now), answers), lessons)),
        reasons: reasons(attempts, answers, lessons, now),
    }
}

/// Need after lessons: each takes it its weight of the way that is left to 1.
fn taught(need: f64, lessons: &[&Lesson]) -> f64 {
    let left = |lesson: &&Lesson| 1.0 - lesson.weight.clamp(0.0, 1.0);
    1.0 - (1.0 - need) * lessons.iter().map(left).product::<f64>()
}

/// 1 - q·r·c: q how well it went, r how much of it is still there, c whether there are answers to tell.
fn need(rating: f64, recall: f64, answers: usize) -> f64 {
    let quality = (rating - 1.0) / 3.0;
    let covered = 0.5 + 0.5 * (answers as f64 / ANSWERS_ENOUGH).min(1.0);
    (1.0 - quality * recall * covered).clamp(0.0, 1.0)
}

/// How much one question wants practice, 0 to 1: the rule of `need` for its last telling alone. One never told stands
/// in the middle, behind what went badly and before what went well.
pub fn want(practice: &Practice, last: Option<&Attempt>, answered: bool) -> f64 {
    last.map_or(0.5, |attempt| {
        let answers = if answered { ANSWERS_ENOUGH as usize } else { 0 };
        let kept = recall(attempt.t, attempt.rating, practice.now);
        need(f64::from(attempt.rating.number()), kept, answers)
    })
}

/// The shrunk mean of the ratings, weighted 0.5^(age / 14 days), 1 to 4.
pub fn rating_of(attempts: &[&Attempt], now: Timestamp) -> f64 {
    let (mut sum, mut weights) = (PRIOR_ATTEMPTS * PRIOR_RATING, PRIOR_ATTEMPTS);
    for attempt in attempts {
        let weight = 0.5_f64.powf(age_days(attempt.t, now) / HALF_LIFE_DAYS);
        sum += weight * f64::from(attempt.rating.number());
        weights += weight;
    }
    sum / weights
}

/// How likely a question is still told as well as it was last time: a half-life that grows with that rating.
pub fn recall(last: Timestamp, rating: Rating, now: Timestamp) -> f64 {
    let half_life = match rating {
        Rating::Froze => 2.0,
        Rating::Rough => 7.0,
        Rating::Solid => 21.0,
        Rating::Strong => 42.0,
    };
    0.5_f64.powf(age_days(last, now) / half_life)
}

fn recall_of(attempts: &[&Attempt], now: Timestamp) -> f64 {
    let mut last = std::collections::HashMap::new();
    for attempt in attempts {
        last.insert(&attempt.question, recall(attempt.t, attempt.rating, now));
    }
    let mut recalls: Vec<f64> = last.into_values().collect();
    recalls.sort_by(|a, b| b.total_cmp(a));
    recalls.iter().take(RECALLS).sum::<f64>() / RECALLS as f64
}

/// Days between, 0 where the clock was set back.
pub fn age_days(t: Timestamp, now: Timestamp) -> f64 {
    (now.duration_since(t).as_secs_f64() / 86_400.0).max(0.0)
}

/// The mean of the last two against the two before; three attempts at the least.
fn trend(attempts: &[&Attempt]) -> Option<Trend> {
    let mean = |some: &[&Attempt]| {
        some.iter()
            .map(|attempt| f64::from(attempt.rating.number()))
            .sum::<f64>()
            / some.len().max(1) as f64
    };
    let len = attempts.len();
    if len < 3 {
        return None;
    }
    let late = mean(&attempts[len - 2..]);
    let early = mean(&attempts[len.saturating_sub(4)..len - 2]);
    Some(if late > early + 0.25 {
        Trend::Up
    } else if late < early - 0.25 {
        Trend::Down
    } else {
        Trend::Level
    })
}

/// The order of categories never tried: what is asked most comes first.
pub fn first_to_try(category: Category) -> usize {
    let first = [
        Category::Failure,
        Category::Conflict,
        Category::Proudest,
        Category::Motivation,
    ];
    first.iter().position(|other| *other == category).unwrap_or_else(|| {
        first.len()
            + Category::ALL
                .iter()
                .position(|other| *other == category)
                .unwrap_or(Category::ALL.len())
    })
}

/// Whether an answer to such a question is told in parts.
pub fn told_in_parts(parts: Parts, answer: Option<&Answer>) -> Parts {
    match answer {
        Some(answer) if answer.kind == super::answer::Kind::Point => Parts::None,
        _ => parts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::tests::attempt;
    use proptest::prelude::*;

    const DAY: i64 = 86_400;

    fn ratings() -> impl Strategy<Value = Vec<(i64, u8, u8)>> {
        proptest::collection::vec((0..90_i64, 0..4_u8, 0..6_u8), 1..20)
    }

    fn attempts(seeds: &[(i64, u8, u8)]) -> Vec<Attempt> {
        let mut all: Vec<Attempt> = seeds
            .iter()
            .map(|(day, rating, question)| {
                attempt(
                    "a",
                    day * DAY,
                    &format!("q{question}"),
                    Category::Failure,
                    Rating::ALL[usize::from(*rating)],
                )
            })
            .collect();
        all.sort_by_key(|attempt| attempt.t);
        all
    }

    fn need_of(all: &[Attempt], answers: usize) -> f64 {
        let now = Timestamp::from_second(100 * DAY).unwrap_or_default();
        let refs: Vec<&Attempt> = all.iter().collect();
        standing(Category::Failure, &refs, (10, 1, answers), &[], now)
            .need
            .unwrap_or(f64::NAN)
    }

    proptest! {
        #[test]
        fn raising_one_rating_never_raises_need(seeds in ratings(), which in any::<prop::sample::Index>(), answers in 0..4_usize) {
            let all = attempts(&seeds);
            let mut better = all.clone();
            better[which.index(all.len())].rating = Rating::Strong;
            prop_assert!(need_of(&better, answers) <= need_of(&all, answers) + 1e-12);
        }

        #[test]
        fn a_later_strong_attempt_never_raises_need(seeds in ratings(), question in 0..8_u8, answers in 0..4_usize) {
            let all = attempts(&seeds);
            let mut more = all.clone();
            more.push(attempt("z", 95 * DAY, &format!("q{question}"), Category::Failure, Rating::Strong));
            prop_assert!(need_of(&more, answers) <= need_of(&all, answers) + 1e-12);
        }

        #[test]
        fn one_more_answer_never_raises_need(seeds in ratings(), answers in 0..4_usize) {
            let all = attempts(&seeds);
            prop_assert!(need_of(&all, answers + 1) <= need_of(&all, answers));
        }
    }

    #[test]
    fn a_lesson_raises_need_and_is_the_reason() {
        let all = attempts(&[(98, 2, 0), (99, 3, 1)]);
        let refs: Vec<&Attempt> = all.iter().collect();
        let now = Timestamp::from_second(100 * DAY).unwrap_or_default();
        let lesson = Lesson {
            category: Category::Failure,
            words: "Northwind: say sooner what you did yourself".to_owned(),
            weight: 0.5,
        };
        let before = standing(Category::Failure, &refs, (10, 2, 2), &[], now);
        let after = standing(Category::Failure, &refs, (10, 2, 2), &[&lesson], now);
        let (before, need) = (before.need.unwrap_or(2.0), after.need.unwrap_or(2.0));
        assert!(before < 1.0 && (need - (before + (1.0 - before) / 2.0)).abs() < 1e-12);
        assert_eq!(after.reason(), lesson.words);
    }
}
