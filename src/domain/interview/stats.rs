//! What real interviews say in figures: prepared against asked, practice against the real thing, and how far they went.
//!
//! Small numbers stay small: a share is given with what it could as well be, and below [`ENOUGH`] not at all.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use super::round::{Round, RoundKind, RoundState};
use super::sections::Section;
use super::{Interview, Outcome};
use crate::domain::days::{self, Local};
use crate::domain::history::History;
use crate::domain::id::QuestionId;
use crate::domain::rating::Rating;
use crate::text::time::count;

/// Interviews, or pairs of ratings, from which a share or a mean is given.
pub const ENOUGH: usize = 8;
/// The deviate of a standard normal distribution that 95 % lie within.
const DEVIATE: f64 = 1.96;

/// What was prepared beside what was asked, by linked questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// Questions prepared.
    pub prepared: usize,
    /// Questions asked.
    pub asked: usize,
    /// Questions that are both.
    pub both: usize,
    /// Lines of *Asked* that name no question of any bank.
    pub unlinked: usize,
}

impl Prepared {
    /// Prepared against asked, in words; none where nothing was noted as prepared.
    pub fn words(&self) -> Option<String> {
        (self.prepared > 0).then(|| {
            format!(
                "Of {} asked you had prepared {}; of {} prepared they asked {}.",
                count(self.asked + self.unlinked, "question"),
                self.both,
                self.prepared,
                self.both
            )
        })
    }
}

/// What was prepared for these interviews beside what was asked in them. A question counts once an interview.
pub fn prepared<'a>(interviews: impl IntoIterator<Item = &'a Interview>) -> Prepared {
    let mut sum = Prepared::default();
    for interview in interviews {
        let ids = |section| -> BTreeSet<&QuestionId> {
            interview
                .section(section)
                .filter_map(super::sections::Line::question)
                .collect()
        };
        let (prepared, asked) = (ids(Section::Prepared), ids(Section::Asked));
        sum.prepared += prepared.len();
        sum.asked += asked.len();
        sum.both += prepared.intersection(&asked).count();
        sum.unlinked += interview
            .section(Section::Asked)
            .filter(|line| line.question().is_none())
            .count();
    }
    sum
}

/// One question that was asked: how it was last told in practice before, and how it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The question.
    pub question: QuestionId,
    /// The company that asked.
    pub company: String,
    /// The day it was asked.
    pub day: Date,
    /// The last rating in practice before that day.
    pub practice: Rating,
    /// How it went.
    pub real: Rating,
}

/// Practice beside the real thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// The pairs, the latest day first.
    pub pairs: Vec<Pair>,
    /// How much better practice was rated than it went, in steps of the rating, on average; none under [`ENOUGH`] pairs.
    pub kinder: Option<f64>,
    /// Half the width of what that mean could as well be (95 %), where it is given.
    pub within: Option<f64>,
}

/// Compares practice with the real thing, for questions that were asked, rated, and told in practice before.
pub fn calibration(interviews: &[Interview], history: &History, (now, zone): (Timestamp, &Local)) -> Calibration {
    let mut pairs = Vec::new();
    for interview in interviews {
        for line in interview.section(Section::Asked) {
            let day = interview.day_of_line(line, now, zone);
            let (Some(question), Some(real), Some(day)) = (line.question(), line.rating(), day) else {
                continue;
            };
            let told = history
                .of_question(question)
                .rev()
                .find(|attempt| attempt.day(zone) < day);
            pairs.extend(told.map(|attempt| Pair {
                question: question.clone(),
                company: interview.company.clone(),
                day,
                practice: attempt.rating,
                real,
            }));
        }
    }
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.day));
    let steps: Vec<f64> = pairs
        .iter()
        .map(|pair| f64::from(pair.practice.number()) - f64::from(pair.real.number()))
        .collect();
    let (kinder, within) = if steps.len() < ENOUGH {
        (None, None)
    } else {
        let count = steps.len() as f64;
        let mean = steps.iter().sum::<f64>() / count;
        let spread = (steps.iter().map(|step| (step - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt();
        (Some(mean), Some(DEVIATE * spread / count.sqrt()))
    };
    Calibration { pairs, kinder, within }
}

listed! {
    /// A stage an interview can reach.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Stage {
        /// The words on the screen.
        label,
    }
    /// It was begun.
    Applied => "applied";
    /// Somebody spoke with the person, or gave work.
    Screened => "spoken to";
    /// A panel or a day there.
    Onsite => "onsite or panel";
    /// An offer.
    Offered => "offer";
}

/// One stage of the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The stage.
    pub stage: Stage,
    /// Interviews that reached it.
    pub reached: usize,
    /// Of those that reached it, how many went no further and are over.
    pub ended: usize,
    /// The median of whole days from reaching it to reaching the next, where any did.
    pub days: Option<f64>,
    /// The share of those settled at this stage that went on, with what it could as well be; none under [`ENOUGH`].
    pub odds: Option<Odds>,
}

/// A share with its uncertainty: the interval of Wilson (1927) at 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// How many did.
    pub hits: usize,
    /// Of how many.
    pub all: usize,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Odds {
    /// So many of so many; none where there are fewer than [`ENOUGH`].
    pub fn of(hits: usize, all: usize) -> Option<Odds> {
        if all < ENOUGH {
            return None;
        }
        let (count, share) = (all as f64, hits as f64 / all as f64);
        let square = DEVIATE * DEVIATE;
        let middle = (share + square / (2.0 * count)) / (1.0 + square / count);
        let half =
            DEVIATE / (1.0 + square / count) * (share * (1.0 - share) / count + square / (4.0 * count * count)).sqrt();
        Some(Odds {
            hits,
            all,
            low: (middle - half).max(0.0),
            high: (middle + half).min(1.0),
        })
    }
}

/// As it is said: `9 of 13 went on (42 to 87 %)`.
impl fmt::Display for Odds {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (low, high) = (self.low * 100.0, self.high * 100.0);
        write!(f, "{} of {} went on ({low:.0} to {high:.0} %)", self.hits, self.all)
    }
}

/// How far interviews went.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// The stages in their order.
    pub steps: Vec<Step>,
    /// Interviews that ended without an answer.
    pub cold: usize,
    /// Interviews that go on.
    pub open: usize,
}

/// How far interviews went; rehearsals do not count.
pub fn funnel(interviews: &[Interview], now: Timestamp, zone: &Local) -> Funnel {
    let real = interviews
        .iter()
        .filter(|one| one.rounds.is_empty() || one.rounds.iter().any(|round| round.kind != RoundKind::Mock));
    let real: Vec<(&Interview, Vec<Option<Date>>, Stage)> = real
        .map(|one| {
            let (days, furthest) = reached(one, now, zone);
            (one, days, furthest)
        })
        .collect();
    let steps = Stage::ALL.into_iter().map(|stage| {
        let here = real.iter().filter(|(.., furthest)| *furthest >= stage);
        let on = real.iter().filter(|(.., furthest)| *furthest > stage).count();
        let ended = real
            .iter()
            .filter(|(one, _, furthest)| *furthest == stage && !one.is_open())
            .count();
        let next = stage as usize + 1;
        let mut days: Vec<i64> = real
            .iter()
            .filter_map(|(_, days, _)| between(days[stage as usize]?, *days.get(next)?.as_ref()?))
            // A first talk that was the onsite itself says nothing of the way there.
            .filter(|days| stage != Stage::Screened || *days > 0)
            .collect();
        days.sort_unstable();
        Step {
            stage,
            reached: here.count(),
            ended,
            days: median(&days),
            odds: (stage != Stage::Offered).then(|| Odds::of(on, on + ended)).flatten(),
        }
    });
    Funnel {
        steps: steps.collect(),
        cold: real.iter().filter(|(one, ..)| one.outcome == Outcome::Cold).count(),
        open: real.iter().filter(|(one, ..)| one.is_open()).count(),
    }
}

/// The day each stage was reached, where it is known, and the furthest one.
fn reached(interview: &Interview, now: Timestamp, zone: &Local) -> (Vec<Option<Date>>, Stage) {
    let day = |round: &Round| round.at.as_ref().map(|at| at.local_day(zone));
    // A round of a closed interview took place unless it was called off, with or without a date.
    let took_place = |round: &&Round| {
        round.over(now, zone) || !interview.is_open() && round.state != RoundState::Cancelled && round.at.is_none()
    };
    let first = |fits: &dyn Fn(RoundKind) -> bool| -> (bool, Option<Date>) {
        let rounds = interview
            .rounds
            .iter()
            .filter(|round| fits(round.kind))
            .filter(took_place);
        let days: Vec<Option<Date>> = rounds.map(day).collect();
        (!days.is_empty(), days.into_iter().flatten().min())
    };
    let (screened, screened_on) = first(&|kind| kind.decides());
    let (onsite, onsite_on) = first(&|kind| matches!(kind, RoundKind::Panel | RoundKind::Onsite));
    let offered = interview.outcome == Outcome::Offer;
    let furthest = match (offered, onsite, screened) {
        (true, ..) => Stage::Offered,
        (_, true, _) => Stage::Onsite,
        (_, _, true) => Stage::Screened,
        _ => Stage::Applied,
    };
    let offered_on = interview.closed.filter(|_| offered);
    (vec![interview.applied, screened_on, onsite_on, offered_on], furthest)
}

fn between(from: Date, to: Date) -> Option<i64> {
    Some(days::between(from, to)).filter(|days| *days >= 0)
}

fn median(sorted: &[i64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)? as f64;
    Some(if sorted.len().is_multiple_of(2) {
        f64::midpoint(sorted[middle - 1] as f64, upper)
    } else {
        upper
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
