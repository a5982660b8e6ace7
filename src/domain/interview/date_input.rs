//! Dates as people type them: `next tue 14:00`, `in 3 days`, `2 weeks`, `end of next week`, `tomorrow 9`,
//! `2026-11-30 10:00`, `30 nov 10am PST`, `fri`.
//!
//! Own code: no maintained crate reads such words on top of the time library used here, and the sentences said back are
//! part of the form.

mod part_of_time;
mod spans;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use self::part_of_time::part_of_time;
use self::spans::{Per, month, shifted};
use super::event_time::{EventTime, named};
use super::spoken_time::{abbreviated, time};
use crate::domain::days::{ago, ahead, between};

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Whether a date that names no year, or a day of the week, is meant to come or to have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// To come: a round, a promise.
    Future,
    /// Past: a message that was sent.
    Past,
}

/// Reads a date, with a time and a zone where they are given. Case makes no difference; a zone comes last.
///
/// A day of the week is the next one after today, or with [`Tense::Past`] the last one before it; `next` before it makes
/// no difference. A day and month without a year is the nearest one on that side of today, which counts too; but where it
/// lies a few weeks on the other side, nobody knows which year is meant, and the year is asked for.
///
/// # Errors
/// What is wrong, in words.
pub fn parse(text: &str, today: Date, lies: Tense) -> Result<EventTime, String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(format!("a date is missing; {EXAMPLES}"));
    }
    if trimmed.get(..10).is_some_and(|day| day.parse::<Date>().is_ok())
        && !has_word_time(trimmed)
        && let Ok(at) = EventTime::parse(trimmed)
    {
        return Ok(at);
    }
    let mut words: Vec<&str> = trimmed
        .split([' ', '\t', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let zone = match words.last() {
        Some(last) if words.len() > 1 && is_zone(last) => Some(named(last)?),
        Some(last) if words.len() > 1 => abbreviated(last)?,
        _ => None,
    };
    if zone.is_some() {
        words.pop();
    }
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).filter(|word| *word != "at").collect();
    let said = said(trimmed);
    let wrong = || format!("\"{said}\" is no date this understands; {EXAMPLES}");
    let (day, rest) = day(&lower, today, lies).ok_or_else(wrong)?;
    let day = match day {
        Found::Day(day) => day,
        Found::None => return Err(format!("there is no such day as in \"{said}\"")),
        Found::Either(past, next) => return Err(either(&said, past, next, today)),
    };
    let time = match rest {
        [] => None,
        rest => Some(time(&rest.concat()).ok_or_else(|| {
            format!(
                "\"{}\" is no time of the day; write it like 14:00 or 2pm",
                self::said(&rest.join(" "))
            )
        })?),
    };
    if time.is_none() && zone.is_some() {
        return Err("a zone needs a time before it, like 14:00 Europe/Berlin".to_owned());
    }
    Ok(EventTime { day, time, zone })
}

/// Characters of what was written that are said back.
const SAID: usize = 30;

/// What was written, short enough that what to write instead stands beside it.
fn said(text: &str) -> String {
    let mut letters = text.chars();
    let short: String = letters.by_ref().take(SAID).collect();
    if letters.next().is_some() {
        format!("{short}…")
    } else {
        short
    }
}

/// Reads a date as it stands in a file: one that is the same day whenever it is read. So `5 nov 2026` is one, and `5 nov`
/// or `friday` is not.
///
/// # Errors
/// What is wrong, in words.
pub fn certain(text: &str) -> Result<EventTime, String> {
    EventTime::parse(text).or_else(|wrong| {
        // What hangs on the day it is read is not the same on two days of different years, months and weekdays.
        let on = |day: Date| parse(text, day, Tense::Future);
        match (on(Date::constant(2000, 1, 1)), on(Date::constant(2003, 6, 17))) {
            (Ok(one), Ok(other)) if one == other => Ok(one),
            (Ok(_), _) | (_, Ok(_)) => Err(format!(
                "\"{}\" is not one certain day; write it like 2026-11-30",
                said(text.trim())
            )),
            _ => Err(wrong),
        }
    })
}

/// What is asked where a day without a year may be one just past or one far ahead.
fn either(said: &str, one: Date, other: Date, today: Date) -> String {
    let when = if one < today {
        ago(one, today)
    } else {
        ahead(one, today)
    };
    format!("\"{said}\" may be {one}, {when}, or {other}: write which")
}

/// A day that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Day(Date),
    /// It is written well and does not exist.
    None,
    /// It names no year, and lies so near on the wrong side of today that either may be meant.
    Either(Date, Date),
}

impl From<Option<Date>> for Found {
    fn from(day: Option<Date>) -> Found {
        day.map_or(Found::None, Found::Day)
    }
}

/// Days on the wrong side of today within which a day without a year is asked about.
const NEAR: i64 = 60;

const EXAMPLES: &str = "write it like 2026-11-30 10:00, 30 nov, next tue 14:00, tomorrow 9, or in 3 days";

/// Whether what follows a full date is a time that only people write: `2026-11-30 2pm`, `2026-11-30 at 9`.
fn has_word_time(text: &str) -> bool {
    let rest = text[10..].trim_start_matches(['T', 't', ' ']);
    !rest.is_empty() && !rest.split_whitespace().next().is_some_and(|word| word.contains(':'))
}

/// Only a name with a slash, `UTC` or an offset is a zone: abbreviations mean different things in different places.
fn is_zone(word: &str) -> bool {
    let offset = word.starts_with(['+', '-']) && word[1..].starts_with(|c: char| c.is_ascii_digit());
    offset
        || word.eq_ignore_ascii_case("utc")
        || word.contains('/') && word.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The day the words begin with, and the words after it.
fn day<'a, 'b>(words: &'a [&'b str], today: Date, lies: Tense) -> Option<(Found, &'a [&'b str])> {
    if let Some((day, rest)) = part_of_time(words, today) {
        return Some((day.into(), rest));
    }
    let (first, rest) = words.split_first()?;
    let day = |day: Date, rest| Some((Found::Day(day), rest));
    match *first {
        "today" => return day(today, rest),
        "tomorrow" => return day(today.saturating_add(1.day()), rest),
        "yesterday" => return day(today.saturating_sub(1.day()), rest),
        "in" => {
            let (count, unit, rest) = count(rest)?;
            return Some((shifted(today, count, unit).into(), rest));
        }
        "next" => {
            return match rest.split_first()? {
                (&"week", rest) => day(today.saturating_add(7.days()), rest),
                (&"month", rest) => Some((shifted(today, 1, Per::Month).into(), rest)),
                (word, rest) => day(after(today, weekday(word)?), rest),
            };
        }
        "last" => {
            let (word, rest) = rest.split_first()?;
            return day(before(today, weekday(word)?), rest);
        }
        "this" => {
            let (word, rest) = rest.split_first()?;
            let found = weekday(word)?;
            let on = if found == today.weekday() {
                today
            } else {
                after(today, found)
            };
            return day(on, rest);
        }
        _ => {}
    }
    if let Some((year, month, day)) = numbers(first) {
        return Some((Date::new(year, month, day).ok().into(), rest));
    }
    if let Some(found) = weekday(first) {
        // "Mon 30 Nov": the day of the month says more, and the weekday which year.
        if let Some((written, rest)) = month_day(rest, today, lies) {
            return Some((on_weekday(written, found), rest));
        }
        let on = match lies {
            Tense::Future => after(today, found),
            Tense::Past => before(today, found),
        };
        return day(on, rest);
    }
    match count(words) {
        Some((count, unit, [word, rest @ ..])) if *word == "ago" => {
            return Some((shifted(today, -count, unit).into(), rest));
        }
        // "2 weeks", as somebody says when asked by when.
        Some((count, unit, rest)) => {
            let count = if lies == Tense::Past { -count } else { count };
            return Some((shifted(today, count, unit).into(), rest));
        }
        None => {}
    }
    month_day(words, today, lies)
}

/// A day that has to be on this weekday; of two it may be, the one that is.
fn on_weekday(written: Found, weekday: Weekday) -> Found {
    let fits = |day: &Date| day.weekday() == weekday;
    match written {
        Found::Day(day) => Some(day).filter(fits).into(),
        Found::Either(one, other) => Some(one).filter(fits).or(Some(other).filter(fits)).into(),
        Found::None => Found::None,
    }
}

/// A number with its unit: `3 days`, `a week`, `2w`.
fn count<'a, 'b>(words: &'a [&'b str]) -> Option<(i32, Per, &'a [&'b str])> {
    let (first, rest) = words.split_first()?;
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit, rest) = match (digits, &first[digits..]) {
        (0, _) => {
            let number = ["a", "one", "two", "three", "four", "five", "six", "seven"];
            let place = number.iter().position(|word| word == first)?;
            let (unit, rest) = rest.split_first()?;
            (i32::try_from(place).ok()?.max(1), *unit, rest)
        }
        (_, "") => {
            let (unit, rest) = rest.split_first()?;
            (first.parse().ok()?, *unit, rest)
        }
        (_, unit) => (first[..digits].parse().ok()?, unit, rest),
    };
    let unit = match unit {
        "d" | "day" | "days" => Per::Day,
        "w" | "week" | "weeks" => Per::Week,
        "month" | "months" => Per::Month,
        _ => return None,
    };
    (number <= 3_650).then_some((number, unit, rest))
}

/// The day of the week a word names, by three letters or more.
fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let fits = |name: &str| {
        word.len() >= 3 && name.starts_with(word) || matches!(word, "tues" | "thurs") && name.starts_with(&word[..3])
    };
    DAYS.iter().find(|(name, _)| fits(name)).map(|(_, day)| *day)
}

fn after(today: Date, day: Weekday) -> Date {
    let on = match today.weekday().until(day) {
        0 => 7,
        days => i32::from(days),
    };
    today.saturating_add(on.days())
}

fn before(today: Date, day: Weekday) -> Date {
    let back = match today.weekday().since(day) {
        0 => 7,
        days => i32::from(days),
    };
    today.saturating_sub(back.days())
}

/// `30 nov`, `nov 30`, `30. november 2026`.
fn month_day<'a, 'b>(words: &'a [&'b str], today: Date, lies: Tense) -> Option<(Found, &'a [&'b str])> {
    let [one, two, rest @ ..] = words else { return None };
    let (day, month) = ordinal(one).zip(month(two)).or_else(|| ordinal(two).zip(month(one)))?;
    if let [year, rest @ ..] = rest
        && year.len() == 4
        && let Ok(year) = year.parse::<i16>()
        && year >= 1900
    {
        return Some((Date::new(year, month, day).ok().into(), rest));
    }
    // A 29 February may be years away.
    let found = (0..=8).find_map(|years| {
        let year = match lies {
            Tense::Future => today.year() + years,
            Tense::Past => today.year() - years,
        };
        let date = Date::new(year, month, day).ok()?;
        match lies {
            Tense::Future => date >= today,
            Tense::Past => date <= today,
        }
        .then_some(date)
    });
    let other = match lies {
        Tense::Future => today.saturating_sub(1.year()),
        Tense::Past => today.saturating_add(1.year()),
    };
    let near = [today.year(), other.year()].into_iter().find_map(|year| {
        let date = Date::new(year, month, day).ok()?;
        let away = between(today, date);
        let wrong = match lies {
            Tense::Future => -NEAR..0,
            Tense::Past => 1..NEAR + 1,
        };
        wrong.contains(&away).then_some(date)
    });
    let found = match (near, found) {
        (Some(near), Some(far)) => Found::Either(near, far),
        (_, found) => found.into(),
    };
    Some((found, rest))
}

/// Year, month and day of `2026-11-30`, `2026-11-5`, `2026/11/5`, `5.11.2026`. With a slash and the year last it is one
/// day here and another there, and so not read.
fn numbers(word: &str) -> Option<(i16, i8, i8)> {
    let part = word.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let pieces: Vec<&str> = word.trim_end_matches('.').split(part).collect();
    let [one, two, three] = pieces[..] else { return None };
    let (year, day) = match (one.len(), three.len()) {
        (4, 1..=2) => (one, three),
        (1..=2, 4) if part == '.' => (three, one),
        _ => return None,
    };
    Some((year.parse().ok()?, two.parse().ok()?, day.parse().ok()?))
}

fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let end = &word[digits.len()..];
    let day: i8 = digits.parse().ok()?;
    (matches!(end, "" | "." | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day)).then_some(day)
}

#[cfg(test)]
mod tests;
