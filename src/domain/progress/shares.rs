//! Where the time of a telling goes, beside where it should.

use crate::domain::history::attempt::Attempt;
use crate::domain::part::{Band, Part};

/// Attempts with marked parts that count for where the time goes: the last ten, so that it is how one tells now.
const SPLITS: usize = 10;

/// Where the time goes: the mean share of each part, in percent, beside the aim.
///
/// Situation, task, action, result; reflection counts into the result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeShares {
    /// Attempts with marked parts that were counted.
    pub attempts: usize,
    /// The mean over them, each counting the same. Their sum is 100.
    pub told: [f64; 4],
    /// The band.
    pub aim: [u8; 4],
}

impl TimeShares {
    /// The shares of these attempts, the oldest first; none where no part was marked.
    pub fn of(attempts: &[&Attempt], band: Band) -> Option<TimeShares> {
        let mut told = [0.0; 4];
        let mut count = 0;
        let marked = attempts.iter().rev().filter_map(|attempt| attempt.split);
        for split in marked {
            let seconds: Vec<f64> = Part::ALL
                .iter()
                .map(|part| split.of(*part).unwrap_or(0.0).max(0.0))
                .collect();
            let all: f64 = seconds.iter().sum();
            if all <= 0.0 || !all.is_finite() {
                continue;
            }
            for (part, spent) in seconds.iter().enumerate() {
                told[part.min(3)] += 100.0 * spent / all;
            }
            count += 1;
            if count == SPLITS {
                break;
            }
        }
        (count > 0).then(|| TimeShares {
            attempts: count,
            told: told.map(|sum| sum / count as f64),
            aim: band.0,
        })
    }
}
