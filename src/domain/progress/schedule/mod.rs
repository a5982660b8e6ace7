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

use std::collections::HashSet;

use jiff::civil::Date;

use self::choice::Ahead;
use self::material::Material;
use super::evidence::Practice;
use super::standing::{Standing, practise_next};
use crate::domain::category::Category;
use crate::domain::days;
use crate::domain::id::QuestionId;

/// Days looked ahead at the most, and the days for which the gaps hold: two weeks.
const FORTNIGHT: i32 = 14;
/// Days planned where there is no interview.
const WEEK: i32 = 7;
/// Questions told to warm up on the day of an interview.
const WARM_UP: usize = 2;

/// What a plan keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The local day.
    pub today: Date,
    /// The day of the interview; none, or a day that is past: the week ahead.
    pub date: Option<Date>,
    /// Minutes a day at the most.
    pub minutes: u32,
    /// Seconds one question takes.
    pub each: usize,
    /// Questions told today already.
    pub told: usize,
}

/// What a day is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// Practice.
    Practice,
    /// The evening before an interview: nothing new.
    Eve,
    /// The day of an interview: a light warm-up, then the sheet.
    Interview,
}

/// One day of practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// What it is for.
    pub kind: DayKind,
    /// The questions in their order.
    pub questions: Vec<QuestionId>,
    /// Their categories with how many of each, in the order they come up.
    pub categories: Vec<(Category, usize)>,
    /// Minutes it takes.
    pub minutes: usize,
}

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

impl Terms {
    /// What follows from practice: up to the next round, within the minutes of the settings.
    pub fn of(practice: &Practice) -> Terms {
        let today = practice.today();
        Terms {
            today,
            date: practice.next.map(|next| next.day),
            minutes: practice.settings.minutes,
            each: practice.settings.seconds_each(),
            told: practice.history.by_day(today, 1, practice.zone)[0],
        }
    }

    /// Days to the interview, 0 on the day itself; none where there is none to come.
    pub fn days_left(&self) -> Option<i32> {
        let days = number(self.date?) - number(self.today);
        (days >= 0).then_some(days)
    }

    /// Days that are planned.
    fn length(&self) -> i32 {
        match self.days_left() {
            Some(left) if left <= FORTNIGHT => left + 1,
            Some(_) => FORTNIGHT,
            None => WEEK,
        }
    }

    /// What a day is for, counted from today.
    fn kind(&self, day: i32) -> DayKind {
        match self.days_left().map(|left| left - day) {
            Some(0) => DayKind::Interview,
            Some(1) => DayKind::Eve,
            _ => DayKind::Practice,
        }
    }

    /// Questions that fit a day.
    fn room(&self, day: i32) -> usize {
        let seconds = self.minutes as usize * 60;
        let all = match self.kind(day) {
            DayKind::Practice => seconds / self.each.max(1),
            DayKind::Eve => seconds / 2 / self.each.max(1),
            DayKind::Interview => WARM_UP.min(seconds / self.each.max(1)),
        };
        all.saturating_sub(if day == 0 { self.told } else { 0 })
    }
}

impl Schedule {
    /// What does not fit, in words; nothing where all does.
    pub fn does_not_fit(&self) -> Option<String> {
        let named: Vec<&str> = self.without_room.iter().map(|category| category.id()).collect();
        (!named.is_empty()).then(|| format!("no place in these days: {}", named.join(", ")))
    }
}

/// The number of a day, counted from 1970.
fn number(date: Date) -> i32 {
    days::between(jiff::civil::date(1970, 1, 1), date) as i32
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
