//! Calendar days in the person's zone: the one place where a moment becomes a day and days are counted.
//!
//! Twenty-four hours are no day: what was told last evening was yesterday the next morning, and a day on which a clock
//! changes has an hour more or fewer. For whoever practises after midnight a day may begin later. What was told is on the
//! day it was where it was told, by the offset the log holds, wherever the person is now.

use std::fmt;
use std::ops::Deref;

use jiff::civil::{Date, Time, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Unit, Zoned};

/// When a day begins, before noon; a day of the calendar begins at midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayStart(i32);

impl DayStart {
    /// The hours that can be chosen, up to six in the morning.
    pub const HOURS: [DayStart; 7] = [
        DayStart(0),
        DayStart(3_600),
        DayStart(2 * 3_600),
        DayStart(3 * 3_600),
        DayStart(4 * 3_600),
        DayStart(5 * 3_600),
        DayStart(6 * 3_600),
    ];

    /// A time before noon; none at a later one.
    pub fn at(time: Time) -> Option<DayStart> {
        (time.hour() < 12).then(|| DayStart((i32::from(time.hour()) * 60 + i32::from(time.minute())) * 60))
    }

    /// The day of a moment at a place so many seconds east of UTC, in days since 1970.
    pub fn number(self, t: Timestamp, off: i32) -> i32 {
        (t.as_second() + i64::from(off) - i64::from(self.0)).div_euclid(86_400) as i32
    }
}

impl fmt::Display for DayStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0 / 60;
        write!(f, "{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// The person's zone and when a day begins there; where a zone is wanted, it is that zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    zone: TimeZone,
    /// When a day begins.
    pub starts: DayStart,
}

impl Local {
    /// The days of the calendar at Greenwich.
    pub const UTC: Local = Local::new(TimeZone::UTC);

    /// The days of the calendar in a zone.
    pub const fn new(zone: TimeZone) -> Local {
        Local {
            zone,
            starts: DayStart(0),
        }
    }

    /// The same days, begun at another time.
    #[must_use]
    pub fn beginning(mut self, starts: DayStart) -> Local {
        self.starts = starts;
        self
    }

    /// A moment on the clock there.
    pub fn clock(&self, t: Timestamp) -> Zoned {
        t.to_zoned(self.zone.clone())
    }

    /// The day of something that was told at a place so many seconds east of UTC.
    pub fn day_there(&self, t: Timestamp, off: i32) -> Date {
        numbered(self.starts.number(t, off))
    }
}

impl Deref for Local {
    type Target = TimeZone;

    fn deref(&self) -> &TimeZone {
        &self.zone
    }
}

/// The day a moment is on for whoever is there.
pub fn day_of(t: Timestamp, local: &Local) -> Date {
    let begun = SignedDuration::from_secs(i64::from(local.starts.0));
    let clock = t.to_zoned(local.zone.clone()).datetime();
    clock.saturating_sub(begun).date()
}

/// The day with a number, counted from 1970.
pub fn numbered(number: i32) -> Date {
    date(1970, 1, 1).saturating_add(number.days())
}

/// The days from one to another, below 0 where the second is earlier.
pub fn between(from: Date, to: Date) -> i64 {
    from.until((Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}

/// The days a moment lies back, 0 for one of today or one still to come.
pub fn since(t: Timestamp, now: Timestamp, local: &Local) -> i64 {
    between(day_of(t, local), day_of(now, local)).max(0)
}

/// Days beyond which a day is said with its year: half a year.
const FAR: i64 = 183;

/// A day as people say it, `Thu 19 Nov`; one more than half a year away with its year, `Fri 5 Nov 2027`.
pub fn day_near(day: Date, today: Date) -> String {
    let far = between(today, day).abs() > FAR;
    day.strftime(if far { "%a %-d %b %Y" } else { "%a %-d %b" }).to_string()
}

/// How long ago a day was, in words: `today`, `yesterday`, `12 days ago`, `9 weeks ago`.
pub fn ago(day: Date, today: Date) -> String {
    ago_in_words(between(day, today))
}

/// How long ago so many days are, in the same words.
pub fn ago_in_words(days: i64) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=59 => format!("{days} days ago"),
        60..=364 => format!("{} weeks ago", days / 7),
        _ => "over a year ago".to_owned(),
    }
}

/// The day so many days later; the last day there is, where that is beyond it.
pub fn later(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// How far ahead a day is, in words: `today`, `tomorrow`, `in 9 days`, `in 10 weeks`.
pub fn ahead(day: Date, today: Date) -> String {
    match between(today, day) {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days @ 2..=59 => format!("in {days} days"),
        days => format!("in {} weeks", days / 7),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_those_of_the_calendar_in_the_zone_and_not_of_twenty_four_hours() {
        let berlin = Local::new(TimeZone::get("Europe/Berlin").unwrap());
        let ago = |t: &str, now: &str| since(t.parse().unwrap(), now.parse().unwrap(), &berlin);
        assert_eq!(ago("2026-11-20T21:00:00Z", "2026-11-21T06:00:00Z"), 1, "last evening");
        assert_eq!(ago("2026-11-20T06:00:00Z", "2026-11-20T21:00:00Z"), 0, "this morning");
        assert_eq!(
            ago("2026-11-20T23:30:00Z", "2026-11-21T21:00:00Z"),
            0,
            "after midnight there"
        );
        assert_eq!(
            ago("2026-10-24T22:30:00Z", "2026-10-25T22:59:00Z"),
            0,
            "a day of 25 hours"
        );
        assert_eq!(
            ago("2026-11-22T06:00:00Z", "2026-11-21T06:00:00Z"),
            0,
            "a clock set back"
        );
        assert_eq!(between(date(2026, 12, 31), date(2026, 11, 30)), -31);
    }

    #[test]
    fn a_day_may_begin_after_midnight_and_what_was_told_is_on_the_day_it_was_there() {
        let starts = DayStart::at(Time::constant(4, 0, 0, 0)).unwrap();
        let berlin = Local::new(TimeZone::get("Europe/Berlin").unwrap()).beginning(starts);
        let on = |t: &str| day_of(t.parse().unwrap(), &berlin);
        assert_eq!(on("2026-11-21T00:30:00Z"), date(2026, 11, 20), "half past one at night");
        assert_eq!(on("2026-11-21T03:00:00Z"), date(2026, 11, 21), "four in the morning");
        assert_eq!(
            on("2026-10-25T02:30:00Z"),
            date(2026, 10, 24),
            "half past three, an hour told twice before"
        );
        let there = |t: &str, off| berlin.day_there(t.parse().unwrap(), off);
        assert_eq!(
            there("2026-11-20T18:59:00Z", 9 * 3600),
            date(2026, 11, 20),
            "before four in Tokyo"
        );
        assert_eq!(
            there("2026-11-20T19:00:00Z", 9 * 3600),
            date(2026, 11, 21),
            "four in Tokyo"
        );
        assert_eq!(DayStart::at(Time::constant(12, 0, 0, 0)), None);
        let said = [Time::midnight(), Time::constant(4, 30, 0, 0)].map(|time| DayStart::at(time).unwrap().to_string());
        assert_eq!(said, ["00:00", "04:30"]);
        assert_eq!(DayStart::HOURS[4], starts);
    }

    #[test]
    fn a_day_more_than_half_a_year_away_is_said_with_its_year() {
        let today = date(2026, 11, 28);
        assert_eq!(day_near(date(2026, 12, 2), today), "Wed 2 Dec");
        assert_eq!(day_near(date(2026, 5, 29), today), "Fri 29 May");
        assert_eq!(day_near(date(2027, 11, 5), today), "Fri 5 Nov 2027");
        assert_eq!(day_near(date(2025, 11, 5), today), "Wed 5 Nov 2025");
    }

    #[test]
    fn days_are_said_in_words() {
        let today = date(2026, 11, 21);
        assert_eq!(ago(today, today), "today");
        assert_eq!(ago(date(2026, 11, 20), today), "yesterday");
        assert_eq!(ago(date(2026, 11, 9), today), "12 days ago");
        assert_eq!(ago(date(2026, 9, 12), today), "10 weeks ago");
        assert_eq!(ago(date(2027, 1, 1), today), "today");
        assert_eq!(ahead(today, today), "today");
        assert_eq!(ahead(date(2026, 11, 22), today), "tomorrow");
        assert_eq!(ahead(date(2026, 11, 30), today), "in 9 days");
    }
}
