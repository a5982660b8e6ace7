//! How likely a question would go solid or better today.
//!
//! 1. A chance begins at 1 in 4. Each telling moves where the person stands over all, its category and its question, by a
//!    share of how far it differed from what was expected: up where it went better, down where worse (Elo, 1978).
//! 2. Every category begins where the person stands over all today, so that two that went alike stand alike. A question
//!    that was told goes three tenths by its own tellings, which begin where its category stands.
//! 3. Remembering all of it, as FSRS says, makes the odds eight times as good; a finished answer counts as seven tenths
//!    of that. The same is held against a telling of what was told before or written: going well then says less.
//! 4. A category is the mean of its questions as an interviewer draws them: common ones four times as often, and those
//!    that test the company's values twice as often.
//! 5. Half of a category is how it went last.
//!
//! Nothing but what is remembered moves with time, so forgetting never raises it; a better rating, a later strong telling
//! and a finished answer never lower it: what is held against a telling hangs on nothing that was rated.

use std::collections::{HashMap, HashSet};

use super::evidence::Evidence;
use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::question::Question;
use crate::domain::question::lens::Lens;
use crate::domain::rating::Rating;

/// The odds that everything begins at.
const BEGIN: f64 = 1.0 / 3.0;
/// How much better the odds are where all of it is remembered.
const IN_MIND: f64 = 8.0;
/// What a finished answer is worth beside remembering all of it, and what was told before is held to be.
const WRITTEN: f64 = 0.7;
/// How far a telling moves the person, and its category, in log odds beside the surprise; the first ones twice as far.
const PERSON: f64 = 0.15;
const CATEGORY: f64 = 0.3;
/// How far it moves its question.
const QUESTION: f64 = 0.5;
/// Tellings after which the first ones' lead is half gone.
const FIRST: f64 = 3.0;
/// The share of a question that was told which is its own tellings.
const OWN: f64 = 0.3;
/// The least and the most that is ever foretold of a question.
const BOUNDS: (f64, f64) = (0.05, 0.95);
/// By the plain rule: where a category begins, and the tellings that counts as.
const PLAIN: (f64, f64) = (0.45, 3.0);
/// How often a common question is drawn beside another.
const COMMON: f64 = 4.0;
/// How often a question is drawn that tests a value of the company, beside another.
const VALUED: f64 = 2.0;
/// The share of a category that is how it went last.
const LAST: f64 = 0.5;

/// What a rating says of the next telling: how likely it goes solid or better.
fn promise(rating: Rating) -> f64 {
    match rating {
        Rating::Froze => 0.0,
        Rating::Rough => 0.1,
        Rating::Solid => 0.95,
        Rating::Strong => 1.0,
    }
}

/// The chance that log odds are.
fn chance(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// Log odds that tellings move.
#[derive(Clone, Copy, Debug)]
struct Estimate {
    odds: f64,
    count: f64,
}

impl Estimate {
    fn begin(odds: f64) -> Estimate {
        Estimate { odds, count: 0.0 }
    }

    /// Moves by how a telling differed from what was expected where so much was in mind.
    fn tell(&mut self, rating: Rating, in_mind: f64, share: f64) {
        self.odds += share * (promise(rating) - chance(self.odds + in_mind));
        self.count += 1.0;
    }

    /// A share that is twice as large at first.
    fn early(&self, share: f64) -> f64 {
        share * (1.0 + 1.0 / (1.0 + self.count / FIRST))
    }
}

/// Which of the two rules is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// The whole of it.
    #[default]
    Whole,
    /// Only how the category went, where the whole foretold worse than one's average.
    Plain,
}

/// How a category was told so far.
#[derive(Clone, Copy, Debug)]
struct SoFar {
    level: Estimate,
    promised: f64,
    last: Rating,
}

/// What is foretold from one person's practice.
#[derive(Debug)]
pub struct Readiness<'a> {
    practice: &'a Evidence<'a>,
    lens: Option<&'a Lens>,
    person: Estimate,
    told: HashMap<Category, SoFar>,
    own: HashMap<&'a QuestionId, Estimate>,
    rule: Method,
}

impl<'a> Readiness<'a> {
    /// Looks through everything told, by the rule that is in force.
    pub fn of(practice: &'a Evidence<'a>, rule: Method) -> Readiness<'a> {
        let mut person = Estimate::begin(BEGIN.ln());
        let attempts = prepared(practice.history.attempts());
        for (attempt, in_mind) in &attempts {
            person.tell(attempt.rating, *in_mind, person.early(PERSON));
        }
        let mut readiness = Readiness {
            practice,
            lens: practice.lens(),
            person,
            told: HashMap::new(),
            own: HashMap::new(),
            rule,
        };
        for (attempt, in_mind) in &attempts {
            let told = readiness.told.entry(attempt.category).or_insert(SoFar {
                level: Estimate::begin(readiness.person.odds),
                promised: 0.0,
                last: attempt.rating,
            });
            told.level.tell(attempt.rating, *in_mind, told.level.early(CATEGORY));
            told.promised += promise(attempt.rating);
            told.last = attempt.rating;
        }
        for (attempt, in_mind) in attempts {
            let odds = readiness.told[&attempt.category].level.odds;
            let own = readiness.own.entry(&attempt.question).or_insert(Estimate::begin(odds));
            own.tell(attempt.rating, in_mind, QUESTION);
        }
        readiness
    }

    /// How likely a question would go solid or better now, 0 to 1.
    pub fn of_question(&self, question: &Question) -> f64 {
        let told = self.told.get(&question.category);
        if self.rule == Method::Plain {
            let (count, promised) = told.map_or((0.0, 0.0), |told| (told.level.count, told.promised));
            return (PLAIN.0 * PLAIN.1 + promised) / (PLAIN.1 + count);
        }
        let category = told.map_or(self.person.odds, |told| told.level.odds);
        let own = self.own.get(&question.id).map_or(category, |own| own.odds);
        let written = if has_finished(self.practice.library, question) {
            WRITTEN
        } else {
            0.0
        };
        let recall = self.practice.history.recall(&question.id, self.practice.now);
        let odds = (1.0 - OWN) * category + OWN * own + IN_MIND.ln() * recall.max(written);
        chance(odds).clamp(BOUNDS.0, BOUNDS.1)
    }

    /// How likely a question of a category would go solid or better now, of those that may be asked; none without any.
    pub fn of_category(&self, category: Category, questions: &[&Question]) -> Option<f64> {
        let (mut drawn, mut sum) = (0.0, 0.0);
        for question in questions {
            let weight = self.drawn(question);
            drawn += weight;
            sum += weight * self.of_question(question);
        }
        let mean = (drawn > 0.0).then(|| sum / drawn)?;
        let last = self.told.get(&category).map(|told| told.last);
        Some(last.map_or(mean, |last| LAST * promise(last) + (1.0 - LAST) * mean))
    }

    /// How often an interviewer asks a question beside another that nobody asks more than others.
    pub fn drawn(&self, question: &Question) -> f64 {
        let common = if is_common(question) { COMMON } else { 1.0 };
        let valued = self.lens.is_some_and(|lens| lens.tested_by(question).next().is_some());
        common * if valued { VALUED } else { 1.0 }
    }
}

/// Tellings with how much of each was in mind, in log odds.
fn prepared<'a>(attempts: impl Iterator<Item = &'a Attempt>) -> Vec<(&'a Attempt, f64)> {
    let mut before: HashSet<&QuestionId> = HashSet::new();
    attempts
        .map(|attempt| {
            let prepared = !before.insert(&attempt.question) || attempt.answer.is_some();
            (attempt, if prepared { WRITTEN * IN_MIND.ln() } else { 0.0 })
        })
        .collect()
}

/// How likely a question is held to go solid or better before it is told, by the whole rule, to four places.
pub fn expected(practice: &Evidence, question: &Question) -> f64 {
    (Readiness::of(practice, Method::Whole).of_question(question) * 1e4).round() / 1e4
}

/// Whether everybody is asked it.
pub(super) fn is_common(question: &Question) -> bool {
    question.common
}

/// Whether there is an answer to a question that could be told as it stands.
pub fn has_finished(library: &Library, question: &Question) -> bool {
    let places = library.places_of_answers_to(&question.id);
    places.iter().any(|place| library.unfinished().get(*place) == Some(&0))
}

/// A chance in words: `about 4 in 10`, and at the ends `less than 1 in 10` and `more than 9 in 10`.
pub fn in_words(chance: f64) -> String {
    match (chance * 10.0).round() as i64 {
        ..=0 => "less than 1 in 10".to_owned(),
        tenths @ 1..=9 => format!("about {tenths} in 10"),
        _ => "more than 9 in 10".to_owned(),
    }
}

/// Whether a telling was as good as readiness means: solid or better.
pub fn went_well(attempt: &Attempt) -> bool {
    attempt.rating >= Rating::Solid
}

#[cfg(test)]
mod tests;
