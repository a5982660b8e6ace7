//! What to practise on which day, up to the interview or for the week ahead. Today is its first day.
//!
//! Nothing of it is kept: it is worked out anew from the history each time, so it is as true on the day after a skipped
//! day as on the day after a good one.
//!
//! Each day, as far as its minutes go: what went froze or rough comes back the next day it can; then as many of the
//! person's own finished answers that were never told as each day left has to take; the rest is shared out among the
//! categories by what is wanted of each, so that the one wanted most comes first and none comes a second time before the
//! others had their share. The evening before is half a day with nothing new: the worst two, and answers of one's own.
//! On the day itself two of the strongest are told to warm up.

mod choice;
mod material;
mod terms;

use std::collections::HashSet;

use self::choice::Ahead;
use self::material::Material;
pub use self::terms::{Day, DayKind, Terms};
use super::evidence::Practice;
use super::standing::{Standing, practise_next};
use crate::domain::category::Category;

/// A plan, from today on, days without practice among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What it keeps to.
    pub terms: Terms,
    /// The days, the one of the interview among them where it is no more than two weeks away.
    pub days: Vec<Day>,
    /// The categories in the order they are practised.
    pub order: Vec<Category>,
    /// Of these, the ones no day has room for.
    pub without_room: Vec<Category>,
}

impl Schedule {
    /// What does not fit, in words; nothing where all does.
    pub fn does_not_fit(&self) -> Option<String> {
        let named: Vec<&str> = self.without_room.iter().map(|category| category.id()).collect();
        (!named.is_empty()).then(|| format!("no place in these days: {}", named.join(", ")))
    }
}

/// The plan under these terms.
pub fn schedule(practice: &Practice, standings: &[Standing], terms: Terms) -> Schedule {
    let order: Vec<Category> = practise_next(standings)
        .iter()
        .map(|standing| standing.category)
        .collect();
    let mut material = Material::of(practice, standings);
    let model = practice.history.pace().model();
    let days: Vec<Day> = (0..terms.length())
        .map(|day| Ahead::new(practice, &model, terms, day).planned(&mut material))
        .collect();
    let planned = days.iter().flat_map(|day| &day.categories);
    let held: HashSet<Category> = planned.map(|(category, _)| *category).collect();
    Schedule {
        terms,
        without_room: order
            .iter()
            .filter(|category| !held.contains(category))
            .copied()
            .collect(),
        days,
        order,
    }
}

/// What is planned for the first day alone.
pub fn todays(practice: &Practice, standings: &[Standing], terms: Terms) -> Day {
    let mut material = Material::of(practice, standings);
    Ahead::new(practice, &practice.history.pace().model(), terms, 0).planned(&mut material)
}

#[cfg(test)]
mod tests;
