//! Parts of a week or a month, as recruiters name them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::spans::{Per, month, shifted};

/// `end of next week`, `early next week`, `middle of the week`, `end of the month`, `end of november`: the last working
/// day of it, its Tuesday, its Wednesday, the last day of the month.
pub(super) fn part_of_time<'a, 'b>(words: &'a [&'b str], today: Date) -> Option<(Option<Date>, &'a [&'b str])> {
    let (weekday, rest) = match words {
        ["end" | "late", "of", rest @ ..] | ["late" | "later", rest @ ..] => (Weekday::Friday, rest),
        ["early" | "beginning" | "start", "of", rest @ ..] | ["early", rest @ ..] => (Weekday::Tuesday, rest),
        ["middle" | "mid", "of", rest @ ..] | ["mid", rest @ ..] => (Weekday::Wednesday, rest),
        _ => return None,
    };
    let rest = rest.strip_prefix(&["the"]).unwrap_or(rest);
    let monday = today.saturating_sub(i32::from(today.weekday().to_monday_zero_offset()).days());
    let on = |monday: Date| monday.saturating_add(i32::from(weekday.to_monday_zero_offset()).days());
    match rest {
        ["next", "week", rest @ ..] => Some((Some(on(monday.saturating_add(7.days()))), rest)),
        ["this", "week", rest @ ..] | ["week", rest @ ..] => {
            let day = on(monday);
            let day = if day < today {
                on(monday.saturating_add(7.days()))
            } else {
                day
            };
            Some((Some(day), rest))
        }
        ["next", "month", rest @ ..] if weekday == Weekday::Friday => Some((
            shifted(today.first_of_month(), 1, Per::Month).map(Date::last_of_month),
            rest,
        )),
        ["this", "month", rest @ ..] | ["month", rest @ ..] if weekday == Weekday::Friday => {
            Some((Some(today.last_of_month()), rest))
        }
        [name, rest @ ..] if weekday == Weekday::Friday => {
            let years = [today.year(), today.year() + 1].into_iter();
            let month = month(name)?;
            let mut ends = years.filter_map(|year| Some(Date::new(year, month, 1).ok()?.last_of_month()));
            Some((ends.find(|end| *end >= today), rest))
        }
        _ => None,
    }
}
