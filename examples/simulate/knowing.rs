//! One who knows how people are made here, and not this person: log odds that add up skill and what is in mind, with what
//! people and categories are like beforehand, learnt from each telling (a normal distribution, moved by one step of
//! Newton's method). Of memory it knows what the program knows: FSRS at the usual pace.

use greenroom::domain::category::Category;
use greenroom::domain::progress::evidence::Evidence;
use greenroom::domain::progress::readiness::has_finished;
use greenroom::domain::question::Question;

use super::learner::{CATEGORIES, IN_MIND, PEOPLE, SKILL, chance_of};

/// What a written answer is worth in the mean.
const FIT: f64 = 0.7;

const SIZE: usize = Category::ALL.len();

pub(super) struct Knowing {
    mean: [f64; SIZE],
    spread: [[f64; SIZE]; SIZE],
}

/// What is seen of a question before it is told.
pub(super) struct Seen {
    category: usize,
    in_mind: f64,
}

impl Seen {
    pub(super) fn of(practice: &Evidence, question: &Question) -> Seen {
        let recall = practice.history.recall(&question.id, practice.now);
        let written = if has_finished(practice.library, question) {
            FIT
        } else {
            0.0
        };
        Seen {
            category: question.category as usize,
            in_mind: recall.max(written),
        }
    }
}

impl Knowing {
    pub(super) fn new() -> Knowing {
        let mut spread = [[PEOPLE * PEOPLE; SIZE]; SIZE];
        for (n, row) in spread.iter_mut().enumerate() {
            row[n] += CATEGORIES * CATEGORIES;
        }
        Knowing {
            mean: [SKILL; SIZE],
            spread,
        }
    }

    pub(super) fn expects(&self, seen: &Seen) -> f64 {
        // The mean of the chance over what the odds may be, by the usual approximation.
        let odds = self.mean[seen.category] + IN_MIND * seen.in_mind;
        let spread = self.spread[seen.category][seen.category];
        chance_of(odds / (1.0 + std::f64::consts::PI * spread / 8.0).sqrt())
    }

    pub(super) fn learn(&mut self, seen: &Seen, real: f64) {
        let chance = chance_of(self.mean[seen.category] + IN_MIND * seen.in_mind);
        let weight = chance * (1.0 - chance);
        let column: [f64; SIZE] = std::array::from_fn(|n| self.spread[n][seen.category]);
        let gain = 1.0 / (1.0 + weight * column[seen.category]);
        for n in 0..SIZE {
            self.mean[n] += column[n] * gain * (real - chance);
            for (m, other) in column.iter().enumerate() {
                self.spread[n][m] -= weight * gain * column[n] * other;
            }
        }
    }
}
