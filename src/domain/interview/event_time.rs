//! When something is: a day, or a day and a time with its zone, as a person writes it in a file.

use std::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// A day, or a moment of a day; without a zone it is meant in the local one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTime {
    /// The day.
    pub day: Date,
    /// The time of the day, where it is known.
    pub time: Option<Time>,
    /// The zone it is meant in, where it is named.
    pub zone: Option<TimeZone>,
}

impl EventTime {
    /// A day without a time.
    pub fn day(day: Date) -> EventTime {
        EventTime {
            day,
            time: None,
            zone: None,
        }
    }

    /// A moment, to the minute, in a zone. A zone that no other machine would know by its name is left out.
    pub fn moment(t: Timestamp, zone: &TimeZone) -> EventTime {
        let at = t.to_zoned(zone.clone());
        EventTime::day(at.date()).timed(Time::constant(at.hour(), at.minute(), 0, 0), zone)
    }

    /// The same day at a time in a zone. A zone that no other machine would know by its name is left out.
    #[must_use]
    pub fn timed(&self, time: Time, zone: &TimeZone) -> EventTime {
        let known = zone.iana_name().is_some_and(|name| name.contains('/') || name == "UTC");
        EventTime {
            day: self.day,
            time: Some(time),
            zone: known.then(|| zone.clone()),
        }
    }

    /// The same with the local zone, where it has a time and names none.
    #[must_use]
    pub fn in_zone(self, local: &TimeZone) -> EventTime {
        match (self.time, &self.zone) {
            (Some(time), None) => self.timed(time, local),
            _ => self,
        }
    }

    /// Reads `2026-11-30`, `2026-11-30 10:00`, `2026-11-30 10:00 Europe/Berlin` or `2026-11-30T10:00+01:00`.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn parse(text: &str) -> Result<EventTime, String> {
        let wrong = || format!("\"{text}\" is no date; write it like 2026-11-30 or 2026-11-30 10:00 Europe/Berlin");
        let text = text.trim();
        let (day, rest) = text.split_at_checked(10).ok_or_else(wrong)?;
        let day: Date = day.parse().map_err(|_| wrong())?;
        let rest = match rest.chars().next() {
            None => return Ok(EventTime::day(day)),
            Some('T' | 't' | ' ') => rest[1..].trim_start(),
            Some(_) => return Err(wrong()),
        };
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.'))
            .unwrap_or(rest.len());
        let time: Time = rest[..end].parse().map_err(|_| wrong())?;
        let zone = rest[end..].trim();
        let zone = (!zone.is_empty()).then(|| named(zone)).transpose()?;
        let time = Some(Time::constant(time.hour(), time.minute(), time.second(), 0));
        Ok(EventTime { day, time, zone })
    }

    /// The moment it begins: its time, or the start of its day. `local` holds where no zone is named.
    ///
    /// A time that a clock change leaves out is the one after it; one that comes twice is the first.
    pub fn begins(&self, local: &TimeZone) -> Timestamp {
        let time = self.time.unwrap_or(Time::midnight());
        instant(self.day, time, self.zone.as_ref().unwrap_or(local))
    }

    /// The moment it is over: for a day without a time the start of the next one, else its moment.
    pub fn ends(&self, local: &TimeZone) -> Timestamp {
        match self.time {
            Some(_) => self.begins(local),
            None => instant(
                self.day.saturating_add(1.day()),
                Time::midnight(),
                self.zone.as_ref().unwrap_or(local),
            ),
        }
    }

    /// The local day it is on.
    pub fn local_day(&self, local: &TimeZone) -> Date {
        match self.time {
            Some(_) => self.begins(local).to_zoned(local.clone()).date(),
            None => self.day,
        }
    }
}

fn instant(day: Date, time: Time, zone: &TimeZone) -> Timestamp {
    zone.to_zoned(day.to_datetime(time))
        .map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

/// The zone a name or an offset stands for.
///
/// # Errors
/// What is wrong, in words.
pub fn named(zone: &str) -> Result<TimeZone, String> {
    let inner = zone.trim_start_matches('[').trim_end_matches(']');
    if inner.eq_ignore_ascii_case("z") || inner.eq_ignore_ascii_case("utc") {
        return Ok(TimeZone::UTC);
    }
    let known = if inner.starts_with(['+', '-']) {
        jiff::fmt::temporal::DateTimeParser::new().parse_time_zone(inner)
    } else {
        TimeZone::get(inner)
    };
    known.map_err(|_| format!("\"{zone}\" is no time zone; write one like Europe/Berlin, UTC or +01:00"))
}

/// As it is written in a file, and read back.
impl fmt::Display for EventTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        if let Some(time) = self.time {
            write!(f, " {}", time.strftime("%H:%M"))?;
        }
        match (&self.time, &self.zone) {
            (Some(_), Some(zone)) => write!(f, " {}", zone_name(zone)),
            _ => Ok(()),
        }
    }
}

/// The name of a zone as it is written: `Europe/Berlin`, `UTC`, `+01:00`.
pub fn zone_name(zone: &TimeZone) -> String {
    if let Some(name) = zone.iana_name() {
        return name.to_owned();
    }
    zone.to_fixed_offset().map_or_else(
        |_| "UTC".to_owned(),
        |offset| {
            let seconds = offset.seconds();
            let sign = if seconds < 0 { '-' } else { '+' };
            let minutes = seconds.abs() / 60;
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        },
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written_and_written_as_they_are_read() {
        for text in [
            "2026-11-30",
            "2026-11-30 10:00",
            "2026-11-30 10:00 Europe/Berlin",
            "2026-11-30 09:05 +05:30",
            "2026-11-30 09:05 -03:00",
            "2026-11-30 23:59 UTC",
        ] {
            assert_eq!(EventTime::parse(text).unwrap().to_string(), text);
        }
        let loose = EventTime::parse(" 2026-11-30T10:00:30+01:00 ").unwrap();
        assert_eq!(loose.to_string(), "2026-11-30 10:00 +01:00");
        assert_eq!(
            EventTime::parse("2026-11-30T10:00[Europe/Berlin]").unwrap().to_string(),
            "2026-11-30 10:00 Europe/Berlin"
        );
        for text in [
            "",
            "soon",
            "2026-13-01",
            "2026-11-30x",
            "2026-11-30 25:00",
            "2026-11-3",
            "ÄÖÜ-11-30 10",
        ] {
            assert!(EventTime::parse(text).unwrap_err().contains("is no date"), "{text}");
        }
        let zone = EventTime::parse("2026-11-30 10:00 Middle/Earth").unwrap_err();
        assert!(zone.contains("no time zone"), "{zone}");
    }

    #[test]
    fn a_time_is_meant_in_its_own_zone_and_a_bare_one_in_the_local_one() {
        let local = TimeZone::get("America/New_York").unwrap();
        let utc = |text: &str| EventTime::parse(text).unwrap().begins(&local).to_string();
        assert_eq!(utc("2026-11-30 10:00 Europe/Berlin"), "2026-11-30T09:00:00Z");
        assert_eq!(utc("2026-11-30 10:00"), "2026-11-30T15:00:00Z");
        assert_eq!(utc("2026-11-30"), "2026-11-30T05:00:00Z");
        let early = EventTime::parse("2026-11-30 03:00 Europe/Berlin").unwrap();
        assert_eq!(early.local_day(&local).to_string(), "2026-11-29");
        let day = EventTime::parse("2026-11-30").unwrap();
        assert_eq!(day.ends(&local).to_string(), "2026-12-01T05:00:00Z");
    }

    #[test]
    fn a_time_that_a_clock_change_leaves_out_is_the_one_after_it() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let utc = |text: &str| EventTime::parse(text).unwrap().begins(&berlin).to_string();
        assert_eq!(utc("2026-03-29 02:30"), "2026-03-29T01:30:00Z");
        assert_eq!(utc("2026-10-25 02:30"), "2026-10-25T00:30:00Z");
    }
}
