//! The days practised on, twelve weeks of them.

use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Page, section, short};
use crate::domain::progress::trend::{CALENDAR_WEEKS, calendar};
use crate::text::time::{count, day as weekday};

/// A day's square and the way to the next, in the units of the drawing.
const SIDE: usize = 15;
const STEP: usize = 18;
/// Where the days begin.
const LEFT: usize = 34;
const TOP: usize = 18;

impl Page<'_> {
    pub(super) fn calendar(&self) -> Markup {
        let days = calendar(self.practice.history, self.today, self.zone);
        let first = self.today.checked_sub((days.len().saturating_sub(1) as i64).days());
        let first = first.unwrap_or(self.today);
        let dated: Vec<(usize, Date, usize)> = days
            .iter()
            .enumerate()
            .map(|(n, told)| (n, first.checked_add((n as i64).days()).unwrap_or(first), *told))
            .collect();
        let (on, told) = (days.iter().filter(|told| **told > 0).count(), days.iter().sum());
        let sum = format!(
            "{} with practice, {} told, {} to {}.",
            count(on, "day"),
            count(told, "question"),
            short(first),
            short(self.today)
        );
        let inside = html! {
            figure.calendar {
                svg viewBox="0 0 252 146" role="img" aria-labelledby="calendar-title calendar-desc" {
                    title id="calendar-title" { "Practice on each day of twelve weeks" }
                    desc id="calendar-desc" { (in_words(&dated)) }
                    @for (row, name) in [(0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")] {
                        text.label x="0" y=(TOP + row * STEP + 11) { (name) }
                    }
                    @for (n, date, _) in dated.iter().filter(|(n, date, _)| n % 7 == 0 && begins_month(*n, *date)) {
                        text.label x=(LEFT + n / 7 * STEP) y="11" { (date.strftime("%b")) }
                    }
                    @for (n, date, told) in &dated {
                        rect class={ "day" (level(*told)) } x=(LEFT + n / 7 * STEP) y=(TOP + n % 7 * STEP)
                            width=(SIDE) height=(SIDE) rx="3" {
                            title { (weekday(*date)) ": " (count(*told, "question")) }
                        }
                    }
                }
                figcaption { (sum) }
            }
        };
        let about = format!("The last {CALENDAR_WEEKS} weeks; the stronger its colour, the more was told that day.");
        section("calendar", "Days of practice", &about, &inside)
    }
}

/// Whether a month is named over a week: in its first one, and over the first column where that has room.
fn begins_month(n: usize, monday: Date) -> bool {
    monday.day() <= 7 || n == 0 && monday.day() <= 17
}

/// Four steps: none, one or two, up to five, more.
fn level(told: usize) -> usize {
    match told {
        0 => 0,
        1..=2 => 1,
        3..=5 => 2,
        _ => 3,
    }
}

fn in_words(days: &[(usize, Date, usize)]) -> String {
    let told = days.iter().filter(|(_, _, told)| *told > 0);
    let words: Vec<String> = told
        .map(|(_, date, told)| format!("{}: {}", weekday(*date), count(*told, "question")))
        .collect();
    if words.is_empty() {
        "No practice in this time.".to_owned()
    } else {
        words.join("; ")
    }
}
