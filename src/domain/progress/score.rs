//! How right the program was: what it expected of each telling before it was told, against how it went.
//!
//! The Brier score is the mean of the squared difference between what was expected and what came: 0 is a seer, 0.25 says
//! even odds each time. It stands beside that of somebody who always says one's average, which nobody knows beforehand.

use super::readiness::{Method, went_well};
use crate::domain::history::History;
use crate::domain::history::attempt::Attempt;

/// Tellings below which nothing is said of it.
pub const SHOWN: usize = 20;
/// Tellings from which on the whole rule has to be better than one's average.
const JUDGED: usize = 40;
/// Where the second and the third band begin.
const BANDS: [f64; 2] = [0.4, 0.7];

/// Tellings of which about the same was expected.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expectations {
    /// How many.
    pub told: usize,
    /// What was expected of them in the mean, 0 to 1; 0 without any.
    pub expected: f64,
    /// How many of them went solid or better.
    pub well: usize,
}

/// What came of all that was expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Tellings of which something was expected.
    pub told: usize,
    /// Under 4 in 10, 4 to 7 in 10, and over.
    pub bands: [Expectations; 3],
    /// The Brier score, 0 to 1, lower is better.
    pub brier: f64,
    /// That of always saying one's average.
    pub average: f64,
}

/// The rule readiness goes by: the whole one, unless it foretold worse than one's average.
pub fn method(history: &History) -> Method {
    Score::of(history.attempts()).map_or(Method::Whole, |score| score.rule())
}

impl Score {
    /// The score of these attempts; none with fewer than [`SHOWN`] of which something was expected.
    pub fn of<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Option<Score> {
        let mut bands = [Expectations::default(); 3];
        let (mut told, mut well, mut squares) = (0, 0, 0.0);
        for attempt in attempts {
            let Some(expected) = attempt.expected else { continue };
            let real = f64::from(u8::from(went_well(attempt)));
            let band = &mut bands[BANDS.iter().filter(|begin| expected >= **begin).count()];
            band.told += 1;
            band.expected += expected;
            band.well += usize::from(went_well(attempt));
            told += 1;
            well += usize::from(went_well(attempt));
            squares += (expected - real).powi(2);
        }
        for band in &mut bands {
            band.expected /= band.told.max(1) as f64;
        }
        let mean = well as f64 / told.max(1) as f64;
        (told >= SHOWN).then(|| Score {
            told,
            bands,
            brier: squares / told as f64,
            average: mean * (1.0 - mean),
        })
    }

    /// Which rule readiness goes by: the plain one, once enough was told and the whole one was worse than the average.
    pub fn rule(&self) -> Method {
        if self.told >= JUDGED && self.brier > self.average {
            Method::Plain
        } else {
            Method::Whole
        }
    }

    /// What is said of it, a line each: the bands, how far off it was, and what follows where that was too far.
    pub fn sentences(&self) -> Vec<String> {
        let names = ["under 4 in 10", "4 to 7 in 10", "over 7 in 10"];
        let band = |(name, band): (&str, &Expectations)| {
            let share = (100.0 * band.well as f64 / band.told.max(1) as f64).round();
            (band.told > 0).then(|| format!("expected {name}: {} of {} went well, {share} %", band.well, band.told))
        };
        let mut lines: Vec<String> = names.into_iter().zip(&self.bands).filter_map(band).collect();
        lines.push(format!(
            "off by {:.2} in {} tellings (Brier score); always your average would be off by {:.2}",
            self.brier, self.told, self.average
        ));
        if self.rule() == Method::Plain {
            lines.push("worse than your average, so it goes by the category alone until it is better".into());
        }
        lines
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::history::tests::attempt;
    use crate::domain::rating::Rating;

    fn told(expected: &[(f64, Rating)]) -> Vec<Attempt> {
        let one = |(n, (expected, rating)): (usize, &(f64, Rating))| Attempt {
            expected: Some(*expected),
            ..attempt(&format!("a{n}"), n as i64, "q", Category::Conflict, *rating)
        };
        expected.iter().enumerate().map(one).collect()
    }

    #[test]
    fn nineteen_tellings_are_not_enough_and_those_of_an_older_version_do_not_count() {
        let mut some = told(&[(0.5, Rating::Solid); 20]);
        assert!(Score::of(&some).is_some());
        some[7].expected = None;
        assert_eq!(Score::of(&some), None);
    }

    #[test]
    fn what_was_expected_stands_in_three_bands_beside_what_came() {
        let mut pairs = vec![(0.2, Rating::Rough); 6];
        pairs.extend([(0.3, Rating::Solid); 2]);
        pairs.extend([(0.5, Rating::Strong); 4]);
        pairs.extend([(0.5, Rating::Froze); 4]);
        pairs.extend([(0.9, Rating::Solid); 8]);
        let score = Score::of(&told(&pairs)).unwrap();
        let counts = score.bands.map(|band| (band.told, band.well));
        assert_eq!(counts, [(8, 2), (8, 4), (8, 8)]);
        assert!((score.bands[0].expected - 0.225).abs() < 1e-12);
        let squares = 6.0 * 0.04 + 2.0 * 0.49 + 8.0 * 0.25 + 8.0 * 0.01;
        assert!((score.brier - squares / 24.0).abs() < 1e-12);
        assert!((score.average - 14.0 / 24.0 * 10.0 / 24.0).abs() < 1e-12);
        assert_eq!(
            score.sentences(),
            [
                "expected under 4 in 10: 2 of 8 went well, 25 %",
                "expected 4 to 7 in 10: 4 of 8 went well, 50 %",
                "expected over 7 in 10: 8 of 8 went well, 100 %",
                "off by 0.14 in 24 tellings (Brier score); always your average would be off by 0.24",
            ]
        );
        assert_eq!(score.rule(), Method::Whole);
    }

    #[test]
    fn what_foretells_worse_than_the_average_gives_way_to_the_plain_rule_after_forty() {
        let wrong = |count: usize| told(&vec![(0.9, Rating::Froze); count]);
        assert_eq!(Score::of(&wrong(39)).map(|score| score.rule()), Some(Method::Whole));
        let score = Score::of(&wrong(40)).unwrap();
        assert_eq!(score.rule(), Method::Plain);
        assert!(
            score
                .sentences()
                .last()
                .is_some_and(|line| line.contains("the category alone"))
        );
    }
}
