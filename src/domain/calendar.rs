//! Business days: Monday to Friday without the holidays the person lists.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The days on which nobody is in the office, beside weekends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    days: BTreeSet<Date>,
    /// Month and day of those that come every year.
    yearly: BTreeSet<(i8, i8)>,
}

impl Holidays {
    /// Adds `2026-12-24`, or `12-25` for every year.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn add(&mut self, text: &str) -> Result<(), String> {
        let text = text.trim();
        let yearly = || -> Option<(i8, i8)> {
            let (month, day) = text.split_once('-')?;
            // A year with a 29 February.
            let date = Date::new(2024, month.parse().ok()?, day.parse().ok()?).ok()?;
            (text.len() == 5).then(|| (date.month(), date.day()))
        };
        if let Ok(day) = text.parse() {
            self.days.insert(day);
        } else if let Some(day) = yearly() {
            self.yearly.insert(day);
        } else {
            return Err(format!(
                "\"{text}\" is no day; write 2026-12-24, or 12-25 for every year"
            ));
        }
        Ok(())
    }

    /// Whether people work on this day.
    pub fn business(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && !self.days.contains(&day)
            && !self.yearly.contains(&(day.month(), day.day()))
    }

    /// The business day this many after a day, which itself does not count.
    ///
    /// Where a whole year has too few, it gives up on the list and takes the last day looked at.
    pub fn after(&self, day: Date, count: u32) -> Date {
        let mut at = day;
        let mut left = count;
        for _ in 0..count.saturating_add(1).saturating_mul(7).max(366) {
            if left == 0 {
                break;
            }
            at = at.saturating_add(1.day());
            if self.business(at) {
                left -= 1;
            }
        }
        at
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weekends_and_listed_days_do_not_count() {
        let mut holidays = Holidays::default();
        assert_eq!(holidays.after(date(2026, 11, 20), 1), date(2026, 11, 23));
        assert_eq!(holidays.after(date(2026, 11, 21), 1), date(2026, 11, 23));
        assert_eq!(holidays.after(date(2026, 11, 19), 6), date(2026, 11, 27));
        assert_eq!(holidays.after(date(2026, 11, 19), 0), date(2026, 11, 19));
        holidays.add("12-25").unwrap();
        holidays.add(" 2026-12-24 ").unwrap();
        assert_eq!(holidays.after(date(2026, 12, 23), 1), date(2026, 12, 28));
        assert_eq!(holidays.after(date(2025, 12, 23), 2), date(2025, 12, 26));
        holidays.add("02-29").unwrap();
        for wrong in ["", "12-32", "Christmas", "1-1", "2026-02-30"] {
            assert!(holidays.add(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_list_of_all_days_ends_the_search() {
        let mut holidays = Holidays::default();
        for month in 1..=12 {
            for day in 1..=31 {
                drop(holidays.add(&format!("{month:02}-{day:02}")));
            }
        }
        assert!(holidays.after(date(2026, 1, 1), 5) > date(2026, 12, 31));
    }
}
