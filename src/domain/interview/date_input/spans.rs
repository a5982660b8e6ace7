//! Months by their names, and days, weeks and months to go on by.

use jiff::ToSpan;
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[derive(Clone, Copy)]
pub(super) enum Per {
    Day,
    Week,
    Month,
}

/// The day so many of them after another; none beyond what there are days for.
pub(super) fn shifted(today: Date, count: i32, unit: Per) -> Option<Date> {
    let span = match unit {
        Per::Day => count.days(),
        Per::Week => count.weeks(),
        Per::Month => count.months(),
    };
    today.checked_add(span).ok()
}

/// The number of a month by three letters of its name or more.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let place = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    i8::try_from(place + 1).ok()
}
