//! What a plan keeps to, and what its days are for.

use jiff::civil::Date;

use crate::domain::category::Category;
use crate::domain::days;
use crate::domain::id::QuestionId;
use crate::domain::progress::evidence::Evidence;

/// Days looked ahead at the most, and the days for which the gaps hold: two weeks.
pub(super) const FORTNIGHT: i32 = 14;
/// Days planned where there is no interview.
const WEEK: i32 = 7;
/// Questions told to warm up on the day of an interview.
const WARM_UP: usize = 2;

/// What a plan keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Constraints {
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
    /// The days off, a bit each from today on.
    pub off: u32,
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
    /// None at all.
    Off,
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

impl Day {
    /// What it holds, in words; a category and its count are joined by a blank that does not break.
    pub fn holds(&self) -> String {
        const READ: &str = "read what you prepared";
        let categories: Vec<String> = self
            .categories
            .iter()
            .map(|(category, questions)| match questions {
                1 => category.to_string(),
                more => format!("{category}\u{a0}{more}"),
            })
            .collect();
        match (self.kind, categories.join(", ")) {
            (DayKind::Off, _) => "a day off".to_owned(),
            (DayKind::Interview, none) if none.is_empty() => READ.to_owned(),
            (DayKind::Interview, some) => format!("to warm up: {some}; then {READ}"),
            (_, none) if none.is_empty() => "nothing".to_owned(),
            (DayKind::Eve, some) => format!("nothing new: {some}"),
            (DayKind::Practice, some) => some,
        }
    }
}

impl Constraints {
    /// What follows from practice: up to the next round, within the minutes of the settings.
    pub fn of(practice: &Evidence) -> Constraints {
        let today = practice.today();
        Constraints {
            today,
            date: practice.next.map(|next| next.day),
            minutes: practice.settings.minutes,
            each: practice.settings.seconds_each(),
            told: practice.history.by_day(today, 1, practice.zone)[0],
            off: practice
                .settings
                .days_off
                .iter()
                .map(|day| number(*day) - number(today))
                .filter(|ahead| (0..=FORTNIGHT).contains(ahead))
                .fold(0, |off, ahead| off | 1 << ahead),
        }
    }

    /// Days to the interview, 0 on the day itself; none where there is none to come.
    pub fn days_left(&self) -> Option<i32> {
        let days = number(self.date?) - number(self.today);
        (days >= 0).then_some(days)
    }

    /// Days that are planned.
    pub(super) fn length(&self) -> i32 {
        match self.days_left() {
            Some(left) if left <= FORTNIGHT => left + 1,
            Some(_) => FORTNIGHT,
            None => WEEK,
        }
    }

    /// Whether all days up to the interview are planned, or there is none.
    pub(super) fn is_planned_whole(&self) -> bool {
        self.days_left().is_none_or(|left| left <= FORTNIGHT)
    }

    /// What a day is for, counted from today.
    pub(super) fn kind(&self, day: i32) -> DayKind {
        match self.days_left().map(|left| left - day) {
            Some(0) => DayKind::Interview,
            _ if self.off & 1 << day != 0 => DayKind::Off,
            Some(1) => DayKind::Eve,
            _ => DayKind::Practice,
        }
    }

    /// Questions that fit a day.
    pub(super) fn room(&self, day: i32) -> usize {
        let seconds = self.minutes as usize * 60;
        let all = match self.kind(day) {
            DayKind::Practice => seconds / self.each.max(1),
            DayKind::Eve => seconds / 2 / self.each.max(1),
            DayKind::Interview => WARM_UP.min(seconds / self.each.max(1)),
            DayKind::Off => 0,
        };
        all.saturating_sub(if day == 0 { self.told } else { 0 })
    }
}

/// The number of a day, counted from 1970.
pub(super) fn number(date: Date) -> i32 {
    days::between(jiff::civil::date(1970, 1, 1), date) as i32
}
