//! How likely a question would go solid or better today.
//!
//! 1. A rating says how likely the next telling is solid or better: froze 0 in 10, rough 3, solid 9, strong 10.
//! 2. A category begins at 4.5 in 10, as if told three times; each telling counts, an older one 4/5 of the next.
//! 3. A question that was told goes by its own tellings in the same way, and begins where its category stands. What is
//!    remembered of it, as FSRS says (nothing where it froze last), or a finished answer to it decides three tenths.
//! 4. A category is the mean of its questions as an interviewer draws them: common ones four times as often, and those
//!    that test the company's values twice as often.
//! 5. Half of a category is how it went last.
//!
//! Nothing but what is remembered moves with time, so forgetting never raises it; a better rating, a later strong telling
//! and a finished answer never lower it.

use std::collections::HashMap;

use super::evidence::Evidence;
use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;
use crate::domain::library::Library;
use crate::domain::question::Question;
use crate::domain::question::lens::Lens;
use crate::domain::rating::Rating;

/// Where a category begins that was never told.
const BEGIN: f64 = 0.45;
/// Tellings that the beginning counts as.
const BEGIN_COUNTS: f64 = 3.0;
/// What a telling counts beside the next one.
const OLDER: f64 = 0.8;
/// The share of a level that is skill, and stays; the rest hangs on having something to tell.
const SKILL: f64 = 0.7;
/// What a finished answer is worth beside remembering all of it.
const WRITTEN: f64 = 0.6;
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
        Rating::Rough => 0.3,
        Rating::Solid => 0.9,
        Rating::Strong => 1.0,
    }
}

/// Tellings summed up, the newest counting most.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tellings {
    count: f64,
    promised: f64,
}

impl Tellings {
    fn tell(&mut self, rating: Rating) {
        self.count = OLDER * self.count + 1.0;
        self.promised = OLDER * self.promised + promise(rating);
    }

    /// The level they lead to from where it began.
    fn level(&self, begin: f64) -> f64 {
        (BEGIN_COUNTS * begin + self.promised) / (BEGIN_COUNTS + self.count)
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
#[derive(Clone, Copy, Debug, Default)]
struct SoFar {
    tellings: Tellings,
    last: Option<Rating>,
}

/// What is foretold from one person's practice.
#[derive(Debug)]
pub struct Readiness<'a> {
    practice: &'a Evidence<'a>,
    lens: Option<&'a Lens>,
    told: HashMap<Category, SoFar>,
    rule: Method,
}

impl<'a> Readiness<'a> {
    /// Looks through everything told, by the rule that is in force.
    pub fn of(practice: &'a Evidence<'a>, rule: Method) -> Readiness<'a> {
        let mut told: HashMap<Category, SoFar> = HashMap::new();
        for attempt in practice.history.attempts() {
            let told = told.entry(attempt.category).or_default();
            told.tellings.tell(attempt.rating);
            told.last = Some(attempt.rating);
        }
        Readiness {
            practice,
            lens: practice.lens(),
            told,
            rule,
        }
    }

    /// How likely a question would go solid or better now, 0 to 1.
    pub fn of_question(&self, question: &Question) -> f64 {
        let level = self.level(question.category);
        if self.rule == Method::Plain {
            return level;
        }
        let (mut own, mut froze) = (Tellings::default(), false);
        for attempt in self.practice.history.of_question(&question.id) {
            own.tell(attempt.rating);
            froze = attempt.rating == Rating::Froze;
        }
        let written = if has_finished(self.practice.library, question) {
            WRITTEN
        } else {
            0.0
        };
        let recall = self.practice.history.recall(&question.id, self.practice.now);
        let there = if froze { written } else { recall.max(written) };
        own.level(level) * (SKILL + (1.0 - SKILL) * there)
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
        let last = self.told.get(&category).and_then(|told| told.last);
        Some(last.map_or(mean, |last| LAST * promise(last) + (1.0 - LAST) * mean))
    }

    /// How often an interviewer asks a question beside another that nobody asks more than others.
    pub fn drawn(&self, question: &Question) -> f64 {
        let common = if is_common(question) { COMMON } else { 1.0 };
        let valued = self.lens.is_some_and(|lens| lens.tested_by(question).next().is_some());
        common * if valued { VALUED } else { 1.0 }
    }

    fn level(&self, category: Category) -> f64 {
        self.told
            .get(&category)
            .copied()
            .unwrap_or_default()
            .tellings
            .level(BEGIN)
    }
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
