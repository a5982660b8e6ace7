//! A sprint: which of your answers would you tell? Against a short clock, by name alone.
//!
//! Ten questions, ten seconds each; then those that were missed once more, five seconds each. What a sprint finds feeds
//! recall and never a rating, for nothing was told.

use std::collections::HashMap;
use std::time::Duration;

use super::answer::Answer;
use super::category::Category;
use super::id::{AnswerId, EventId, QuestionId};
use super::library::Library;
use super::moment::{Moment, Stopwatch};
use super::pick::Chance;
use super::question::Question;
use super::recall::Grade;
use super::settings::Settings;

/// Questions in the first round.
pub const QUESTIONS: usize = 10;

/// Seconds for each question of the first and of the second round.
pub const SECONDS: [u32; 2] = [10, 5];

/// Answers below which there is nothing to choose between.
pub const ANSWERS: usize = 2;

/// Seconds from which a right choice was hard.
const HARD: f64 = 3.0;

/// What one question of a sprint came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The sprint it belongs to.
    pub sprint: EventId,
    /// What was asked.
    pub question: QuestionId,
    /// What it tested then.
    pub category: Category,
    /// The answer that was taken; none when the time was up first.
    pub answer: Option<AnswerId>,
    /// Seconds until it was taken, or all there were.
    pub seconds: f64,
    /// Seconds there were.
    pub limit: u32,
    /// Whether the answer served the question then.
    pub right: bool,
}

impl Taken {
    /// Whether the time was up before an answer was taken.
    pub fn late(&self) -> bool {
        self.answer.is_none()
    }

    /// What it says of memory: wrong or late is forgotten, over three seconds is hard.
    pub fn grade(&self) -> Grade {
        if !self.right {
            Grade::Again
        } else if self.seconds > HARD {
            Grade::Hard
        } else {
            Grade::Good
        }
    }
}

/// Whether an answer can be told for a question: it names it, or serves its category.
pub fn fits(library: &Library, answer: &Answer, question: &Question) -> bool {
    answer.questions.contains(&question.id) || library.categories_of(answer).contains(&question.category)
}

/// The questions of a sprint: drawn alike from those that some answer fits, neighbours of different categories where
/// possible. None while there are fewer than [`ANSWERS`] answers.
pub fn questions(library: &Library, settings: &Settings, chance: &mut Chance) -> Vec<QuestionId> {
    if library.answers().len() < ANSWERS {
        return Vec::new();
    }
    let mut served: Vec<Category> = library
        .answers()
        .iter()
        .flat_map(|answer| library.categories_of(answer))
        .collect();
    served.sort_unstable();
    served.dedup();
    let mut pool: Vec<&Question> = library
        .questions()
        .iter()
        .filter(|question| settings.admits(question))
        .filter(|question| served.contains(&question.category) || library.answers_to(&question.id).next().is_some())
        .collect();
    let mut chosen: Vec<&Question> = Vec::new();
    while chosen.len() < QUESTIONS && !pool.is_empty() {
        let last = chosen.last().map(|question| question.category);
        let other: Vec<usize> = (0..pool.len()).filter(|n| Some(pool[*n].category) != last).collect();
        let place = match other.len() {
            0 => chance.below(pool.len()),
            some => other[chance.below(some)],
        };
        chosen.push(pool.remove(place));
    }
    chosen.into_iter().map(|question| question.id.clone()).collect()
}

/// An answer taken again and again for questions it does not serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MixUp {
    /// What was asked for.
    pub asked: Category,
    /// What was taken.
    pub answer: AnswerId,
    /// What that answer serves.
    pub serves: Vec<Category>,
    /// How often.
    pub times: usize,
}

/// Which categories are mixed up with which answers, the most frequent first. What is told apart by the links as they
/// are now, and answers that are gone, are left out.
pub fn mixed_up<'a>(taken: impl IntoIterator<Item = &'a Taken>, library: &Library) -> Vec<MixUp> {
    let mut times: HashMap<(Category, &AnswerId), usize> = HashMap::new();
    for one in taken.into_iter().filter(|one| !one.right) {
        let linked = |answer: &Answer| answer.questions.contains(&one.question);
        if let Some(id) = &one.answer
            && library.answer(id.as_str()).is_some_and(|answer| !linked(answer))
        {
            *times.entry((one.category, id)).or_default() += 1;
        }
    }
    let mut all: Vec<MixUp> = times
        .into_iter()
        .filter_map(|((asked, id), times)| {
            let serves = library.categories_of(library.answer(id.as_str())?);
            (!serves.contains(&asked)).then(|| MixUp {
                asked,
                answer: id.clone(),
                serves,
                times,
            })
        })
        .collect();
    all.sort_by(|a, b| (b.times, a.asked, &a.answer).cmp(&(a.times, b.asked, &b.answer)));
    all
}

/// Where a sprint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// A question is asked and the clock runs.
    Asking,
    /// The question was missed; what serves it is shown.
    Missed,
    /// Over.
    Over,
}

/// One sitting.
#[derive(Clone, Debug)]
pub struct Sprint {
    /// Its id.
    pub id: EventId,
    /// What came of each question so far; those of the second round behind those of the first.
    pub told: Vec<Taken>,
    questions: [Vec<QuestionId>; 2],
    round: usize,
    place: usize,
    stand: Stand,
    clock: Stopwatch,
    seen: Moment,
}

impl Sprint {
    /// Begins with these questions.
    pub fn start(id: EventId, questions: Vec<QuestionId>, now: Moment) -> Sprint {
        let mut sprint = Sprint {
            id,
            told: Vec::new(),
            stand: if questions.is_empty() {
                Stand::Over
            } else {
                Stand::Asking
            },
            questions: [questions, Vec::new()],
            round: 0,
            place: 0,
            clock: Stopwatch::default(),
            seen: now,
        };
        sprint.begin_anew(now);
        sprint
    }

    /// Where it stands.
    pub fn stand(&self) -> Stand {
        self.stand
    }

    /// What is asked, or was missed just now.
    pub fn question(&self) -> Option<&QuestionId> {
        let asked = self.questions[self.round].get(self.place);
        asked.filter(|_| self.stand != Stand::Over)
    }

    /// The round, from 0.
    pub fn round(&self) -> usize {
        self.round
    }

    /// Which question of the round this is, from 1, and how many it has.
    pub fn number(&self) -> (usize, usize) {
        (self.place + 1, self.questions[self.round].len())
    }

    /// What came of the first round, and of the second.
    pub fn rounds(&self) -> (&[Taken], &[Taken]) {
        self.told.split_at(self.questions[0].len().min(self.told.len()))
    }

    /// Seconds for each question of this round.
    pub fn limit(&self) -> u32 {
        SECONDS[self.round]
    }

    /// Seconds left, begun ones counted whole.
    pub fn left(&self, now: Moment) -> u64 {
        let left = Duration::from_secs(u64::from(self.limit())).saturating_sub(self.clock.read(now));
        left.as_millis().div_ceil(1000) as u64
    }

    /// Looks at the clock; says whether the time is up, which is then still to be told with [`Sprint::tell`]. After a
    /// gap in the clock the question begins anew.
    pub fn advance(&mut self, now: Moment) -> Option<Stirred> {
        let last = std::mem::replace(&mut self.seen, now);
        if self.stand != Stand::Asking || !self.clock.runs() {
            return None;
        }
        if let Some(gap) = now.gap_since(last) {
            self.begin_anew(now);
            return Some(Stirred::Gap(gap));
        }
        let up = self.clock.read(now) >= Duration::from_secs(u64::from(self.limit()));
        up.then_some(Stirred::TimeUp)
    }

    /// The clock of the present question begins anew.
    pub fn begin_anew(&mut self, now: Moment) {
        self.seen = now;
        self.clock = Stopwatch::default();
        if self.stand == Stand::Asking {
            self.clock.run(now);
        }
    }

    /// Lets the clock rest while something lies over it, and run again after.
    pub fn cover(&mut self, covered: bool, now: Moment) {
        if covered == self.clock.runs() && self.stand == Stand::Asking {
            self.seen = now;
            if covered {
                self.clock.rest(now);
            } else {
                self.clock.run(now);
            }
        }
    }

    /// What came of the question: an answer taken, or none in time. A right one leads on; a missed one is shown first
    /// and asked again in the second round. None while nothing is asked.
    pub fn tell(
        &mut self,
        answer: Option<&Answer>,
        question: &Question,
        library: &Library,
        now: Moment,
    ) -> Option<Taken> {
        if self.stand != Stand::Asking || self.question() != Some(&question.id) {
            return None;
        }
        let seconds = self.clock.read(now).as_secs_f64().min(f64::from(self.limit()));
        let taken = Taken {
            sprint: self.id.clone(),
            question: question.id.clone(),
            category: question.category,
            answer: answer.map(|answer| answer.id.clone()),
            seconds: (seconds * 100.0).round() / 100.0,
            limit: self.limit(),
            right: answer.is_some_and(|answer| fits(library, answer, question)),
        };
        self.told.push(taken.clone());
        if taken.right {
            self.go_on(now);
        } else {
            if self.round == 0 {
                self.questions[1].push(question.id.clone());
            }
            self.stand = Stand::Missed;
            self.clock.rest(now);
        }
        Some(taken)
    }

    /// On to the next question, to the second round, or to the end.
    pub fn go_on(&mut self, now: Moment) {
        self.place += 1;
        if self.place >= self.questions[self.round].len() {
            if self.round == 0 && !self.questions[1].is_empty() {
                self.round = 1;
                self.place = 0;
            } else {
                return self.end();
            }
        }
        self.stand = Stand::Asking;
        self.begin_anew(now);
    }

    /// Ends it where it is.
    pub fn end(&mut self) {
        self.stand = Stand::Over;
        self.clock = Stopwatch::default();
    }

    /// How long nothing need be looked at; none while no clock runs.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        (self.stand == Stand::Asking && self.clock.runs()).then(|| {
            let part = self.clock.read(now).subsec_nanos();
            Duration::from_nanos(1_000_000_000 - u64::from(part))
        })
    }
}

/// What a look at the clock found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stirred {
    /// The time is up.
    TimeUp,
    /// So much time is missing; the question began anew.
    Gap(Duration),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::tests::answer;
    use crate::domain::event::What;
    use crate::domain::history::History;
    use crate::domain::history::tests::{attempt, event};
    use crate::domain::need::standings;
    use crate::domain::pick::tests::question;
    use crate::domain::practice::Practice;
    use crate::domain::rating::Rating;
    use jiff::Timestamp;
    use proptest::prelude::*;

    fn named(id: &str, category: Category, questions: &[&str]) -> Answer {
        Answer {
            id: id.into(),
            category: Some(category),
            questions: questions.iter().map(Into::into).collect(),
            ..answer("text")
        }
    }

    fn library() -> Library {
        let questions = (0..12)
            .map(|n| question(&format!("q{n:02}"), Category::ALL[n % 3]))
            .collect();
        let answers = vec![
            named("aa", Category::ALL[0], &["q01"]),
            named("bb", Category::ALL[1], &[]),
        ];
        Library::new(questions, answers)
    }

    fn at(seconds: f64) -> Moment {
        Moment {
            elapsed: Duration::from_secs_f64(seconds),
            wall: Timestamp::UNIX_EPOCH + Duration::from_secs_f64(seconds),
        }
    }

    fn taken(question: &str, category: Category, answer: Option<&str>, right: bool) -> Taken {
        Taken {
            sprint: "s".into(),
            question: question.into(),
            category,
            answer: answer.map(Into::into),
            seconds: 2.0,
            limit: 10,
            right,
        }
    }

    #[test]
    fn only_questions_that_an_answer_fits_are_asked_and_neighbours_differ() {
        let library = library();
        for seed in 0..50 {
            let ids = questions(&library, &Settings::default(), &mut Chance::new(seed));
            let category = |id: &QuestionId| library.question(id.as_str()).map(|question| question.category);
            assert_eq!(ids.len(), 8, "four of each of two categories; the third has no answer");
            assert!(ids.iter().all(|id| category(id) != Some(Category::ALL[2])));
            assert!(ids[..4].windows(2).all(|pair| category(&pair[0]) != category(&pair[1])));
        }
        let lonely = Library::new(
            vec![question("q", Category::ALL[0])],
            vec![named("aa", Category::ALL[0], &[])],
        );
        assert!(questions(&lonely, &Settings::default(), &mut Chance::new(1)).is_empty());
    }

    #[test]
    fn missed_ones_come_once_more_with_half_the_time() {
        let library = library();
        let ask = |id: &str| {
            library
                .question(id)
                .cloned()
                .unwrap_or_else(|| question(id, Category::ALL[0]))
        };
        let (aa, bb) = (library.answer("aa"), library.answer("bb"));
        let mut sprint = Sprint::start("s".into(), vec!["q00".into(), "q01".into(), "q03".into()], at(0.0));
        let told = sprint.tell(aa, &ask("q00"), &library, at(2.0));
        assert_eq!(told.map(|t| (t.right, t.grade())), Some((true, Grade::Good)));
        let told = sprint.tell(aa, &ask("q01"), &library, at(6.5));
        assert_eq!(
            told.map(|t| (t.right, t.grade())),
            Some((true, Grade::Hard)),
            "it names the question"
        );
        assert_eq!(
            sprint.tell(bb, &ask("q03"), &library, at(7.0)).map(|t| t.right),
            Some(false)
        );
        assert_eq!((sprint.stand(), sprint.wake_in(at(8.0))), (Stand::Missed, None));
        sprint.go_on(at(20.0));
        assert_eq!((sprint.round(), sprint.limit(), sprint.number()), (1, 5, (1, 1)));
        for second in 21..25 {
            assert_eq!(sprint.advance(at(f64::from(second))), None);
        }
        assert_eq!(sprint.advance(at(25.0)), Some(Stirred::TimeUp));
        let told = sprint.tell(None, &ask("q03"), &library, at(25.0));
        assert_eq!(
            told.map(|t| (t.late(), t.seconds, t.grade())),
            Some((true, 5.0, Grade::Again))
        );
        sprint.go_on(at(26.0));
        assert_eq!(
            (sprint.stand(), sprint.rounds().0.len(), sprint.rounds().1.len()),
            (Stand::Over, 3, 1)
        );
    }

    #[test]
    fn after_a_gap_the_question_begins_anew_and_a_cover_stops_the_clock() {
        let mut sprint = Sprint::start("s".into(), vec!["q00".into()], at(0.0));
        assert_eq!(sprint.advance(at(1.0)), None);
        assert_eq!(sprint.advance(at(31.0)), Some(Stirred::Gap(Duration::from_secs(30))));
        assert_eq!(sprint.left(at(31.0)), 10);
        sprint.cover(true, at(33.0));
        assert_eq!(sprint.wake_in(at(34.0)), None);
        sprint.cover(false, at(60.0));
        assert_eq!((sprint.left(at(61.0)), sprint.advance(at(61.0))), (7, None));
    }

    #[test]
    fn what_is_mixed_up_is_counted_and_what_fits_by_now_is_left_out() {
        let library = library();
        let all = [
            taken("q02", Category::ALL[2], Some("aa"), false),
            taken("q05", Category::ALL[2], Some("aa"), false),
            taken("q00", Category::ALL[0], Some("bb"), false),
            taken("q01", Category::ALL[1], Some("aa"), false),
            taken("q00", Category::ALL[0], Some("gone"), false),
            taken("q00", Category::ALL[0], Some("aa"), true),
            taken("q00", Category::ALL[0], None, false),
        ];
        let found: Vec<(Category, String, usize)> = mixed_up(&all, &library)
            .into_iter()
            .map(|one| (one.asked, one.answer.to_string(), one.times))
            .collect();
        assert_eq!(
            found,
            [
                (Category::ALL[2], "aa".to_owned(), 2),
                (Category::ALL[0], "bb".to_owned(), 1),
            ]
        );
    }

    proptest! {
        #[test]
        fn a_sprint_changes_no_rating_no_trend_and_no_count(
            told in proptest::collection::vec((0..40_i64, 0..12_usize, 0..4_usize), 0..12),
            sprinted in proptest::collection::vec((0..40_i64, 0..12_usize, any::<bool>(), 0.0..10.0_f64), 0..12),
        ) {
            let library = library();
            let now = Timestamp::from_second(50 * 86_400).unwrap_or_default();
            let attempts = told.iter().enumerate().map(|(n, (day, q, rating))| {
                let one = attempt(&format!("a{n}"), day * 86_400, &format!("q{q:02}"), Category::ALL[q % 3], Rating::ALL[*rating]);
                event(n as u64, day * 86_400, What::Attempt(Box::new(one)))
            });
            let sprints = sprinted.iter().enumerate().map(|(n, (day, q, right, seconds))| {
                let one = Taken { seconds: *seconds, ..taken(&format!("q{q:02}"), Category::ALL[q % 3], Some("aa"), *right) };
                event(100 + n as u64, day * 86_400, What::Sprint(Box::new(one)))
            });
            let without = History::fold(attempts.clone().collect());
            let with = History::fold(attempts.chain(sprints).collect());
            prop_assert_eq!(with.taken().count(), sprinted.len());
            let figures = |history: &History| -> Vec<_> {
                let practice = Practice {
                    library: &library,
                    history,
                    settings: &Settings::default(),
                    lessons: &[],
                    now,
                };
                let standings = standings(&practice).into_iter();
                standings.map(|s| (s.category, s.attempts, s.rating, s.last, s.trend)).collect()
            };
            prop_assert_eq!(figures(&with), figures(&without));
        }
    }
}
