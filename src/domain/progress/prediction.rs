//! Whether somebody thinks more or less of their answers than they turn out to be: guesses against ratings.

use std::collections::HashMap;

use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;

/// Guesses in one category below which nothing is said of it: with fewer, one surprise would make the sentence.
pub const ENOUGH: usize = 5;

/// How far guess and rating lie apart in the mean, in steps of the rating, from which on it is said: half a step.
const APART: f64 = 0.5;

/// Which way the guesses lean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Guessed higher than rated.
    Over,
    /// Guessed about right.
    Even,
    /// Guessed lower than rated.
    Under,
}

/// The guesses of one category against what they turned out to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence {
    /// Attempts with a guess.
    pub guesses: usize,
    /// Guessed higher than rated.
    pub higher: usize,
    /// Guessed lower than rated.
    pub lower: usize,
    /// The mean of guess less rating, -3 to 3.
    pub difference: f64,
}

impl Confidence {
    /// What the attempts with a guess say; none with fewer than [`ENOUGH`] of them.
    pub fn of<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Option<Confidence> {
        let mut found = Confidence {
            guesses: 0,
            higher: 0,
            lower: 0,
            difference: 0.0,
        };
        let mut sum = 0;
        for attempt in attempts {
            let Some(guess) = attempt.guess else { continue };
            found.guesses += 1;
            found.higher += usize::from(guess > attempt.rating);
            found.lower += usize::from(guess < attempt.rating);
            sum += i64::from(guess.number()) - i64::from(attempt.rating.number());
        }
        found.difference = sum as f64 / found.guesses.max(1) as f64;
        (found.guesses >= ENOUGH).then_some(found)
    }

    /// The same for every category that has enough guesses.
    pub fn by_category<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> HashMap<Category, Confidence> {
        let mut guessed: HashMap<Category, Vec<&Attempt>> = HashMap::new();
        for attempt in attempts.into_iter().filter(|attempt| attempt.guess.is_some()) {
            guessed.entry(attempt.category).or_default().push(attempt);
        }
        let found = guessed
            .into_iter()
            .map(|(category, some)| (category, Confidence::of(some)));
        found.filter_map(|(category, found)| Some((category, found?))).collect()
    }

    /// Which way they lean: half a step of the rating in the mean, or it is called even.
    pub fn lean(&self) -> Lean {
        if self.difference >= APART {
            Lean::Over
        } else if self.difference <= -APART {
            Lean::Under
        } else {
            Lean::Even
        }
    }

    /// The same in words: `guessed too high in 4 of 6`.
    pub fn sentence(&self) -> String {
        match self.lean() {
            Lean::Over => format!("guessed too high in {} of {}", self.higher, self.guesses),
            Lean::Under => format!("guessed too low in {} of {}", self.lower, self.guesses),
            Lean::Even => format!("guessed about right, {} times", self.guesses),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::tests::attempt;
    use crate::domain::rating::Rating::{self, Froze, Rough, Solid, Strong};

    fn guessed(category: Category, pairs: &[(Option<Rating>, Rating)]) -> Vec<Attempt> {
        let one = |(n, (guess, rating)): (usize, &(Option<Rating>, Rating))| Attempt {
            guess: *guess,
            ..attempt(&format!("{category}{n}"), n as i64, "q", category, *rating)
        };
        pairs.iter().enumerate().map(one).collect()
    }

    #[test]
    fn four_guesses_are_not_enough() {
        let some = guessed(
            Category::Conflict,
            &[
                (Some(Strong), Froze),
                (Some(Strong), Froze),
                (None, Solid),
                (Some(Strong), Froze),
                (Some(Strong), Rough),
            ],
        );
        assert_eq!(Confidence::of(&some), None);
    }

    #[test]
    fn guesses_lean_up_or_down_or_are_about_right() {
        let over = guessed(
            Category::Conflict,
            &[
                (Some(Strong), Rough),
                (Some(Solid), Rough),
                (Some(Solid), Solid),
                (Some(Strong), Solid),
                (Some(Rough), Solid),
            ],
        );
        let under = guessed(Category::Failure, &[(Some(Rough), Solid); 5]);
        let even = guessed(Category::Change, &[(Some(Solid), Solid); 6]);
        let sentence = |some: &[Attempt]| Confidence::of(some).map(|found| found.sentence());
        assert_eq!(sentence(&over).as_deref(), Some("guessed too high in 3 of 5"));
        assert_eq!(sentence(&under).as_deref(), Some("guessed too low in 5 of 5"));
        assert_eq!(sentence(&even).as_deref(), Some("guessed about right, 6 times"));
        let all: Vec<Attempt> = [over, under, even].concat();
        let by_category = Confidence::by_category(&all);
        assert_eq!(by_category.len(), 3);
        assert_eq!(by_category[&Category::Failure].lean(), Lean::Under);
    }
}
