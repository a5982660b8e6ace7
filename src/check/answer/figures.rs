//! The figures of a text: numbers with what they count, in digits or in words.

use std::ops::Range;

use super::english::is_small;
use super::told::Told;

/// What a figure counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Unit {
    /// Nothing that is said.
    None,
    /// Time; the value is in seconds.
    Time,
    /// Bytes.
    Bytes,
    /// Percent.
    Percent,
    /// So many times.
    Times,
    /// Money, in a currency.
    Money(char),
    /// Things, by their name.
    Things(String),
}

/// A figure of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// The words it is made of, from the number to its unit.
    pub(super) words: Range<usize>,
    /// The bytes, with a sign in front or behind.
    pub(super) bytes: Range<usize>,
    /// Its value, time in seconds and data in bytes.
    pub(super) value: f64,
    /// How much one of its unit is: 60 for minutes.
    pub(super) size: f64,
    /// What it counts.
    pub(super) unit: Unit,
}

/// The figures of the words of a text from one place to another.
pub(super) fn figures(told: &Told, words: Range<usize>) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = words.start;
    while at < words.end {
        match figure(told, at, words.end) {
            Some(figure) => {
                at = figure.words.end;
                found.push(figure);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a word is, or begins with, a number: in digits, or in words that are no article.
pub(super) fn counts(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || spelled(word).is_some_and(|value| value > 1.0) || word == "zero"
}

/// The figure that begins at a word.
fn figure(told: &Told, at: usize, end: usize) -> Option<Figure> {
    let word = told.low(at);
    let (value, rest) = match digits(word) {
        Some(read) => read,
        None => in_words(word)?,
    };
    let bytes = told.words[at].bytes.clone();
    let behind = told.behind(at);
    let before = told.text[..bytes.start].chars().next_back();
    let clock = |c: Option<char>| matches!(c, Some(':' | '/'));
    let next = told
        .words
        .get(at + 1)
        .is_some_and(|next| told.text[next.bytes.clone()].starts_with(|c: char| c.is_ascii_digit()));
    let goes_on = next && behind.chars().count() == 1;
    if clock(before) || clock(behind.chars().next()) && goes_on || matches!(before, Some('#' | '.' | 'v')) {
        return None;
    }
    let mut figure = Figure {
        words: at..at + 1,
        bytes,
        value,
        size: 1.0,
        unit: Unit::None,
    };
    if let Some(sign) = before.filter(|c| "$€£₹¥".contains(*c)) {
        figure.bytes.start -= sign.len_utf8();
        figure.unit = Unit::Money(sign);
    }
    figure.take_unit(told, rest, end);
    let year =
        figure.unit == Unit::None && value.fract() == 0.0 && (1900.0..2100.0).contains(&value) && word.len() == 4;
    (!year).then_some(figure)
}

impl Figure {
    /// Reads on what it counts: behind the digits, as a sign, or in the next words.
    fn take_unit(&mut self, told: &Told, rest: &str, end: usize) {
        let mut at = self.words.start;
        let mut named = rest;
        if named.is_empty() {
            let behind = told.behind(at);
            if behind.trim_start_matches(' ').starts_with('%') {
                self.bytes.end += behind.find('%').map_or(0, |sign| sign + 1);
                self.unit = Unit::Percent;
                return;
            }
            named = next(told, at, end);
            at += usize::from(!named.is_empty());
        }
        if let Some(many) = multiple(named) {
            self.value *= many;
            self.reach(told, at);
            named = next(told, at, end);
            at += usize::from(!named.is_empty());
        }
        if matches!(named, "working" | "business" | "calendar" | "engineering") {
            named = next(told, at, end);
            at += usize::from(!named.is_empty());
        }
        if self.unit != Unit::None {
            return;
        }
        let unit = unit(named);
        if let Some((unit, size)) = unit {
            self.value *= size;
            self.size = size;
            self.unit = unit;
        } else if named.len() > 2 && named.chars().all(char::is_alphabetic) && !is_small(named) {
            self.unit = Unit::Things(named.trim_end_matches('s').to_owned());
        } else {
            return;
        }
        self.reach(told, at);
    }

    fn reach(&mut self, told: &Told, word: usize) {
        self.words.end = word + 1;
        self.bytes.end = told.words[word].bytes.end;
    }

    /// Its words as they are written.
    pub(super) fn written<'a>(&self, told: &Told<'a>) -> &'a str {
        &told.text[self.bytes.clone()]
    }
}

/// The next word, if nothing but a blank stands before it.
fn next<'t>(told: &'t Told, at: usize, end: usize) -> &'t str {
    let close = matches!(told.behind(at), " " | "-" | "  ");
    if at + 1 < end && close { told.low(at + 1) } else { "" }
}

/// The value of digits at the beginning of a word, and the letters behind them: `18,000`, `340ms`, `3-week`, `1.4x`.
fn digits(word: &str) -> Option<(f64, &str)> {
    let end = word
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .unwrap_or(word.len());
    let (number, rest) = word.split_at(end);
    if number.is_empty() {
        return None;
    }
    let decimal_comma = number.matches(',').count() == 1
        && number.split(',').nth(1).is_some_and(|behind| behind.len() < 3)
        && !number.contains('.');
    let plain = if decimal_comma {
        number.replace(',', ".")
    } else {
        number.replace(',', "")
    };
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let unit = rest.is_empty() || multiple(rest).is_some() || unit(rest).is_some();
    Some((plain.parse().ok()?, rest)).filter(|_| unit)
}

/// The value of a number in words, alone or joined to a unit: `twelve`, `twenty-five`, `two-day`.
fn in_words(word: &str) -> Option<(f64, &str)> {
    if let Some(value) = spelled(word) {
        return Some((value, "")).filter(|_| word != "one");
    }
    let (first, rest) = word.split_once('-')?;
    let first = spelled(first)?;
    match spelled(rest) {
        Some(second) if first >= 20.0 && second < 10.0 => Some((first + second, "")),
        _ => unit(rest).map(|_| (first, rest)),
    }
}

fn spelled(word: &str) -> Option<f64> {
    const SMALL: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let small = SMALL.iter().position(|name| *name == word);
    let tens = || TENS.iter().position(|name| *name == word).map(|place| place * 10 + 30);
    small.or_else(tens).map(|value| value as f64)
}

fn multiple(word: &str) -> Option<f64> {
    Some(match word {
        "k" | "thousand" => 1e3,
        "hundred" => 1e2,
        "mn" | "million" | "millions" => 1e6,
        "bn" | "billion" => 1e9,
        "lakh" | "lakhs" => 1e5,
        _ => return None,
    })
}

/// Seconds of an hour, and of a day and a year as people compare them; no calendar is meant.
const HOUR: f64 = 3600.0;
const DAY: f64 = 24.0 * HOUR;
const YEAR: f64 = 365.25 * DAY;

/// What a word counts, and how much one of it is.
fn unit(word: &str) -> Option<(Unit, f64)> {
    let time = |seconds: f64| (Unit::Time, seconds);
    Some(match word {
        "ms" | "millisecond" | "milliseconds" | "millis" => time(0.001),
        "s" | "sec" | "secs" | "second" | "seconds" => time(1.0),
        "min" | "mins" | "minute" | "minutes" => time(60.0),
        "h" | "hr" | "hrs" | "hour" | "hours" => time(HOUR),
        "day" | "days" => time(DAY),
        "week" | "weeks" => time(7.0 * DAY),
        "month" | "months" => time(YEAR / 12.0),
        "year" | "years" => time(YEAR),
        "kb" | "kilobytes" => (Unit::Bytes, 1e3),
        "mb" | "megabytes" => (Unit::Bytes, 1e6),
        "gb" | "gigabytes" => (Unit::Bytes, 1e9),
        "tb" | "terabytes" => (Unit::Bytes, 1e12),
        "percent" | "pct" => (Unit::Percent, 1.0),
        "x" | "times" | "fold" => (Unit::Times, 1.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(f64, Unit, String)> {
        let told = Told::read(text, 0);
        let all = figures(&told, 0..told.words.len());
        all.into_iter()
            .map(|figure| (figure.value, figure.unit.clone(), figure.written(&told).to_owned()))
            .collect()
    }

    #[test]
    fn numbers_are_read_with_what_they_count() {
        let things = |name: &str| Unit::Things(name.to_owned());
        for (text, value, unit, written) in [
            ("took 19.5 seconds", 19.5, Unit::Time, "19.5 seconds"),
            ("in 340ms now", 0.34, Unit::Time, "340ms"),
            ("a 3-week sprint", 21.0 * DAY, Unit::Time, "3-week"),
            ("in twenty working days", 20.0 * DAY, Unit::Time, "twenty working days"),
            ("cut by 74 %.", 74.0, Unit::Percent, "74 %"),
            ("up 12 percent", 12.0, Unit::Percent, "12 percent"),
            (
                "saved $1.5 million a year",
                1_500_000.0,
                Unit::Money('$'),
                "$1.5 million",
            ),
            ("18,000 entries", 18_000.0, things("entrie"), "18,000 entries"),
            (
                "some 18 millions records",
                18e6,
                things("record"),
                "18 millions records",
            ),
            ("1.4x as fast", 1.4, Unit::Times, "1.4x"),
            ("twenty-five tests", 25.0, things("test"), "twenty-five tests"),
        ] {
            assert_eq!(read(text), [(value, unit, written.to_owned())], "{text}");
        }
    }

    #[test]
    fn years_times_of_day_versions_and_names_are_no_figures() {
        for text in [
            "in 2021",
            "at 15:20",
            "on 12/03",
            "S3 and EC2",
            "version v2",
            "issue #42",
            "the 2nd try",
            "one day",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
