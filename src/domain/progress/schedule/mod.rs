//! What to practise on which day, up to the interview or for the week ahead. Today is its first day.
//!
//! Nothing of it is kept: it is worked out anew from the history each time, so it is as true on the day after a skipped
//! day as on the day after a good one.
//!
//! Each day, as far as its minutes go: in its first third what went froze or rough comes back the next day it can; then as
//! many of the person's own finished answers that were never told as each day left has to take; the rest is shared out by
//! what telling a question gains (how often it is asked, times what is missing of it, times how much more of it is
//! remembered on the day of the interview), the more is wanted of its category beside what the plan and the day hold of
//! it. A day off holds nothing. The evening before is half a day with nothing new: the worst two, and answers of one's own.
//! On the day itself two of the strongest are told to warm up.

mod choice;
mod material;
mod terms;

use std::collections::HashSet;

use jiff::civil::Date;

use self::choice::Ahead;
use self::material::{CategoryCards, Material};
pub use self::terms::{Constraints, Day, DayKind};
use super::evidence::Evidence;
use super::standing::{CategoryStatus, practise_next};
use crate::domain::category::Category;
use crate::domain::id::AnswerId;
use crate::domain::library::Library;
use crate::domain::rating::Rating;

/// A plan, from today on, days without practice among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What it keeps to.
    pub terms: Constraints,
    /// The days, the one of the interview among them where it is no more than two weeks away.
    pub days: Vec<Day>,
    /// The categories in the order they are practised.
    pub order: Vec<Category>,
    /// Of these, the ones that a day of practice could use and none has room for.
    pub without_room: Vec<Category>,
    /// Finished answers that will not be told before the date.
    pub untold: Vec<AnswerId>,
}

impl Schedule {
    /// What does not fit, in words; nothing where all does.
    pub fn does_not_fit(&self, library: &Library) -> Option<String> {
        let named: Vec<&str> = self.without_room.iter().map(|category| category.id()).collect();
        let title = |id: &AnswerId| Some(format!("\"{}\"", library.answer(id)?.title));
        let titles: Vec<String> = self.untold.iter().filter_map(title).collect();
        let said = [
            (!named.is_empty()).then(|| format!("no place in these days: {}", named.join(", "))),
            (!titles.is_empty()).then(|| format!("not told before the date: {}", titles.join(", "))),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

/// The plan under these terms.
pub fn schedule(practice: &Evidence, standings: &[CategoryStatus], terms: Constraints) -> Schedule {
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
    let mut held: HashSet<Category> = planned.map(|(category, _)| *category).collect();
    held.extend(told_on(practice, terms.today));
    let usable = |group: &CategoryCards| {
        (0..terms.length()).any(|day| Ahead::new(practice, &model, terms, day).has_use_for(&group.cards))
    };
    // What went well last can wait: it is not what somebody lacks.
    let well = standings
        .iter()
        .filter(|standing| standing.last.is_some_and(|last| last.rating >= Rating::Solid));
    held.extend(well.map(|standing| standing.category));
    let left_out = |group: &&CategoryCards| !held.contains(&group.category) && usable(group);
    // What has no place in a fortnight may have one after it.
    let to_the_end = terms.is_planned_whole();
    Schedule {
        terms,
        without_room: if to_the_end {
            material
                .groups
                .iter()
                .filter(left_out)
                .map(|group| group.category)
                .collect()
        } else {
            Vec::new()
        },
        untold: if to_the_end && terms.days_left().is_some() {
            material.untold.iter().map(|untold| untold.answer.clone()).collect()
        } else {
            Vec::new()
        },
        days,
        order,
    }
}

/// The categories told on a day.
fn told_on(practice: &Evidence, day: Date) -> impl Iterator<Item = Category> {
    let told = practice.history.attempts().rev();
    told.take_while(move |attempt| attempt.day(practice.zone) >= day)
        .map(|attempt| attempt.category)
}

/// What is planned for the first day alone.
pub fn todays(practice: &Evidence, standings: &[CategoryStatus], terms: Constraints) -> Day {
    let mut material = Material::of(practice, standings);
    Ahead::new(practice, &practice.history.pace().model(), terms, 0).planned(&mut material)
}

#[cfg(test)]
mod tests;
