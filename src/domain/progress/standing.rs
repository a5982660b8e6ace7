//! Where a person stands in each category, and in which order categories are practised.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::evidence::Evidence;
use super::feedback_signal::FeedbackSignal;
use super::readiness::{Readiness, is_common};
use super::reason::{Answers, HowOften, Reason, Why, reasons};
use super::score::method;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::clock::age_days;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::QuestionId;
use crate::domain::question::{Parts, Question};
use crate::domain::rating::Rating;

/// Days after which an attempt counts half in the rating of its category.
const HALF_LIFE_DAYS: f64 = 14.0;
/// Attempts at [`PRIOR_RATING`] that every category begins with, so that one attempt decides little.
const PRIOR_ATTEMPTS: f64 = 2.0;
/// The rating of those attempts: rough.
const PRIOR_RATING: f64 = 2.0;
/// Recalls that count for a category: the best so many.
const RECALLS: usize = 5;
/// Ratings in a strip.
pub const STRIP: usize = 6;
/// The importance of a category nobody is asked about as a matter of course.
const IMPORTANT: f64 = 0.5;
/// What each common question adds to it, and how many of them do: with five it is one everybody is asked about.
const EACH_COMMON: (f64, usize) = (0.1, 5);
/// How far a category becomes more important where each of its questions tests a value of the company.
const VALUES: f64 = 0.5;

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

/// When something was told last, and how it went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Last {
    /// When.
    pub t: Timestamp,
    /// The day that was where it was told.
    pub day: Date,
    /// How it went.
    pub rating: Rating,
}

/// Where a person stands in one category.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryStatus {
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
    /// How far the ratings lie from their mean, as a standard deviation under the same weights; none under two attempts.
    pub spread: Option<f64>,
    /// How much of it is there now, 0 to 1: the mean of the best five recalls.
    pub recall: f64,
    /// The last attempt.
    pub last: Option<Last>,
    /// The last six ratings, the newest last.
    pub strip: Vec<Rating>,
    /// Which way it goes; none under three attempts.
    pub trend: Option<Trend>,
    /// How likely a question of it would go solid or better today, 0 to 1.
    pub ready: f64,
    /// How much it matters beside others: how commonly it is asked, the company's values, what interviews taught. Above 0.
    pub importance: f64,
    /// Why it wants practice, the largest reason first.
    pub reasons: Vec<Reason>,
}

impl CategoryStatus {
    /// The largest reason in words; empty where there is none.
    pub fn reason(&self) -> String {
        self.reasons.first().map(ToString::to_string).unwrap_or_default()
    }

    /// How much it wants practice: its importance times what is missing. The order of everything.
    pub fn wanted(&self) -> f64 {
        self.importance * (1.0 - self.ready)
    }
}

/// What the standing of a category follows from.
#[derive(Default)]
struct Facts<'a> {
    questions: Vec<&'a Question>,
    answered: usize,
    answers: Answers,
    attempts: Vec<&'a Attempt>,
    recalls: Vec<f64>,
    lessons: Vec<&'a FeedbackSignal>,
}

/// The standings of every scored category that has questions, those never tried among them, in the fixed order.
///
/// An attempt counts for the category its question had then, what is remembered for the one it has now.
pub fn standings(practice: &Evidence) -> Vec<CategoryStatus> {
    let Evidence { library, history, .. } = *practice;
    let readiness = Readiness::of(practice, method(practice.history));
    let mut facts: HashMap<Category, Facts> = HashMap::new();
    let asked = library.questions().iter();
    for question in asked.filter(|question| practice.settings.admits(question)) {
        let facts = facts.entry(question.category).or_default();
        facts.questions.push(question);
        facts.answered += usize::from(library.answers_to(&question.id).next().is_some());
    }
    for answer in library.answers() {
        for category in library.categories_of(answer) {
            facts.entry(category).or_default().answers.any = true;
        }
    }
    for answer in library.finished() {
        for category in library.categories_of(answer) {
            facts.entry(category).or_default().answers.finished += 1;
        }
    }
    for attempt in history.attempts() {
        facts.entry(attempt.category).or_default().attempts.push(attempt);
    }
    for (id, memory) in history.remembered() {
        let then = || history.of_question(id).next_back().map(|attempt| attempt.category);
        let category = library.question(id).map(|question| question.category).or_else(then);
        let recall = memory.recall(history.pace(), practice.now);
        if let Some(facts) = category.and_then(|category| facts.get_mut(&category)) {
            facts.recalls.push(recall);
        }
    }
    for lesson in practice.lessons {
        facts.entry(lesson.category).or_default().lessons.push(lesson);
    }
    Category::ALL
        .into_iter()
        .chain([Category::Unsorted])
        .filter_map(|category| {
            let facts = facts.remove(&category).filter(|facts| !facts.questions.is_empty())?;
            Some(standing(category, facts, &readiness, practice))
        })
        .collect()
}

/// The order in which to practise: what is wanted most first; of equals, what has fewer answers, then what is asked most.
pub fn practise_next(standings: &[CategoryStatus]) -> Vec<&CategoryStatus> {
    let mut ordered: Vec<&CategoryStatus> = standings.iter().collect();
    ordered.sort_by_key(|standing| (standing.answers, first_to_try(standing.category)));
    ordered.sort_by(|a, b| b.wanted().total_cmp(&a.wanted()));
    ordered
}

fn standing(category: Category, facts: Facts, readiness: &Readiness, practice: &Evidence) -> CategoryStatus {
    let now = practice.now;
    let attempts = facts.attempts.as_slice();
    let mut reasons = reasons(attempts, facts.answers, &facts.lessons, (now, practice.zone));
    if reasons.is_empty() {
        let told: HashSet<&QuestionId> = attempts.iter().map(|attempt| &attempt.question).collect();
        reasons.extend(few_told(told.len(), facts.questions.len()));
    }
    let ratings = weighed(attempts, now);
    let strip = &attempts[attempts.len().saturating_sub(STRIP)..];
    let importance = importance(&facts, practice);
    CategoryStatus {
        category,
        questions: facts.questions.len(),
        answered: facts.answered,
        answers: facts.answers.finished,
        attempts: attempts.len(),
        rating: (!ratings.is_empty()).then(|| mean(&ratings)),
        spread: spread(&ratings),
        recall: recall_of(facts.recalls),
        last: attempts.last().map(|attempt| Last {
            t: attempt.t,
            day: attempt.day(practice.zone),
            rating: attempt.rating,
        }),
        strip: strip.iter().map(|attempt| attempt.rating).collect(),
        trend: trend(attempts),
        ready: readiness.of_category(category, &facts.questions).unwrap_or(0.0),
        importance,
        reasons,
    }
}

/// How much a category matters: how many of its questions everybody is asked, how many test a value of the company, and
/// what real interviews taught, each lesson its weight of the way that is left to twice as much.
fn importance(facts: &Facts, practice: &Evidence) -> f64 {
    let common = facts.questions.iter().filter(|question| is_common(question)).count();
    let (each, most) = EACH_COMMON;
    let asked = IMPORTANT + each * common.min(most) as f64;
    let valued = practice.lens().map_or(0, |lens| {
        let tested = facts
            .questions
            .iter()
            .filter(|question| lens.tested_by(question).next().is_some());
        tested.count()
    });
    let valued = valued as f64 / facts.questions.len().max(1) as f64;
    let left: f64 = facts
        .lessons
        .iter()
        .map(|lesson| 1.0 - lesson.weight.clamp(0.0, 1.0))
        .product();
    asked * (1.0 + VALUES * valued) * (2.0 - left)
}

/// What is left to say where all went well: [`RECALLS`] questions carry a category, and fewer than those were told.
fn few_told(count: usize, of: usize) -> Option<Reason> {
    (count < RECALLS.min(of)).then_some(Reason {
        why: Why::FewTold(HowOften { count, of }),
        weight: 0.0,
    })
}

/// How much an attempt counts at a time: 0.5^(age / 14 days).
fn weight(attempt: &Attempt, now: Timestamp) -> f64 {
    0.5_f64.powf(age_days(attempt.t, now) / HALF_LIFE_DAYS)
}

/// A rating and how much it counts.
type Weighed = (f64, f64);

fn weighed(attempts: &[&Attempt], now: Timestamp) -> Vec<Weighed> {
    let one = |attempt: &&Attempt| (weight(attempt, now), f64::from(attempt.rating.number()));
    attempts.iter().map(one).collect()
}

/// The mean of the ratings by their weight, drawn towards rough by two attempts that never were, 1 to 4.
fn mean(ratings: &[Weighed]) -> f64 {
    let (mut sum, mut weights) = (PRIOR_ATTEMPTS * PRIOR_RATING, PRIOR_ATTEMPTS);
    for (weight, rating) in ratings {
        sum += weight * rating;
        weights += weight;
    }
    sum / weights
}

/// The standard deviation of the ratings under the same weights; none under two attempts, or where all are too old to
/// count.
fn spread(ratings: &[Weighed]) -> Option<f64> {
    let sum = |of: &dyn Fn(f64) -> f64| -> f64 { ratings.iter().map(|(weight, rating)| weight * of(*rating)).sum() };
    let weights = sum(&|_| 1.0);
    if ratings.len() < 2 || weights < f64::EPSILON {
        return None;
    }
    let mean = sum(&|rating| rating) / weights;
    Some((sum(&|rating| (rating - mean).powi(2)) / weights).max(0.0).sqrt())
}

/// The mean of the best five; what is missing counts 0.
fn recall_of(mut recalls: Vec<f64>) -> f64 {
    recalls.sort_by(|a, b| b.total_cmp(a));
    recalls.iter().take(RECALLS).sum::<f64>() / RECALLS as f64
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
        Some(answer) if answer.kind == crate::domain::answer::Kind::Point => Parts::None,
        _ => parts,
    }
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
