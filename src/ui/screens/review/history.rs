//! History: what was told, the last first, and the days of the last twelve weeks.

use jiff::ToSpan;
use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::review::history::{Keep, Past};
use crate::app::widgets::viewport::Viewport;
use crate::domain::history::attempt::Attempt;
use crate::domain::progress::trend::{CALENDAR_WEEKS, monday};
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::screens::attempt::told;
use crate::ui::widgets::areas::{before, behind, below};
use crate::ui::widgets::reading;
use crate::ui::widgets::scrolled::Scrolled;

/// Rows of the calendar with its months and the row above it.
const CALENDAR: u16 = 9;

/// Rows of the list that stay before the calendar is given up.
const LISTED: u16 = 12;

/// Attempts on a day that make it a full one.
const FULL: usize = 5;

/// Columns of a list from which on times are named, and from which on questions are.
const TIMED: u16 = 48;
const ROOMY: u16 = 60;

/// Columns of a body from which the selected one stands beside the list, and those of the list then.
const BESIDE: u16 = 92;
const LIST: u16 = 50;

/// ```text
///   when         category       how     spoken      Tell me about a time …
/// ▌ Fri 20 Nov   conflict       rough     2:32      Fri 20 Nov, yesterday
///
///       Sep       Oct                               you          rough
///   Mon · ▪ · ·                                     spoken       2:32
/// ```
pub(super) fn draw(paint: &mut Paint, body: Rect, cx: &Context, past: &Past) -> Viewport {
    let Some(figures) = &past.figures else {
        return Viewport::default();
    };
    if figures.listed.is_empty() {
        return nothing(paint, body, cx);
    }
    let whole = body;
    let body = if whole.width >= BESIDE {
        before(whole, whole.width - LIST)
    } else {
        whole
    };
    let calendar = body.height >= LISTED + CALENDAR;
    let room = body.height - if calendar { CALENDAR } else { 0 };
    let list = Rect {
        height: room.min(u16::try_from(figures.listed.len() + 1).unwrap_or(room)),
        ..body
    };
    let viewport = rows(paint, list, cx, past);
    if calendar {
        days(paint, below(body, list.height + 1), cx, &figures.days);
    }
    if whole.width >= BESIDE
        && let Some(attempt) = past.selected(cx)
    {
        let area = behind(whole, LIST);
        let lines = told(cx, attempt, usize::from(area.width.saturating_sub(2)));
        reading::rows(paint, area, &lines, 0);
    }
    viewport
}

fn nothing(paint: &mut Paint, body: Rect, cx: &Context) -> Viewport {
    let says = if cx.overview.attempts == 0 {
        "Nothing told yet. What you tell and rate in a drill is listed here; d sets one up."
    } else {
        "Nothing that was told fits. f chooses what is listed; its first row is everything."
    };
    let columns = usize::from(body.width.saturating_sub(2)).min(80);
    for (y, line) in wrap(says, columns).iter().enumerate() {
        paint.text(body, 2, y as u16, line, paint.theme.text);
    }
    Viewport::default()
}

fn rows(paint: &mut Paint, area: Rect, cx: &Context, past: &Past) -> Viewport {
    let listed = past.listed();
    let theme = *paint.theme;
    let named = match area.width {
        ROOMY.. => 5,
        TIMED.. => 4,
        _ => 3,
    };
    let used = paint.right(area, 0, &kept(cx, &past.keep, listed.len()), theme.soft);
    let head = Rect {
        width: area.width.saturating_sub(used + 1),
        ..area
    };
    let words = [
        (2, "when"),
        (15, "category"),
        (31, "how"),
        (40, "spoken"),
        (49, "asked, or your note"),
    ];
    for (x, word) in words.into_iter().take(named) {
        paint.text(head, x, 0, word, theme.soft);
    }
    let area = below(area, 1);
    let seen = Scrolled::over(paint, area, past.row, listed.len());
    for (n, y) in seen.rows().zip(0..) {
        if let Some(attempt) = past.attempt(n, cx) {
            row(paint, seen.area, y, cx, attempt, (n == past.row, named));
        }
    }
    seen.viewport()
}

fn row(paint: &mut Paint, area: Rect, y: u16, cx: &Context, attempt: &Attempt, (selected, named): (bool, usize)) {
    let theme = *paint.theme;
    if selected {
        paint.chevron(area, y);
    }
    let style = if selected { theme.selection } else { theme.text };
    let when = attempt.day(&cx.workspace.zone);
    let form = if when.year() == cx.workspace.today.year() {
        "%a %-d %b"
    } else {
        "%-d %b %Y"
    };
    paint.text(area, 2, y, &when.strftime(form).to_string(), theme.soft);
    paint.text(area, 15, y, attempt.category.id(), style);
    paint.text(area, 31, y, attempt.rating.word(), theme.of_rating(attempt.rating));
    if named < 4 {
        return;
    }
    let late = if attempt.over > 0.0 { theme.warn } else { theme.text };
    paint.text(area, 40, y, &format!("{:>6}", clock(attempt.speak as u64)), late);
    if named < 5 {
        return;
    }
    if attempt.note.is_empty() {
        paint.text(
            area,
            49,
            y,
            cx.workspace.asked(attempt),
            if selected { style } else { theme.soft },
        );
    } else {
        paint.text(area, 49, y, &format!("\u{201c}{}\u{201d}", attempt.note), style);
    }
}

/// What is listed, where that is not everything, and how many there are.
fn kept(cx: &Context, keep: &Keep, listed: usize) -> String {
    let only = match keep {
        Keep::Everything => return String::new(),
        Keep::Category(category) => category.id().to_owned(),
        Keep::Rating(rating) => rating.word().to_owned(),
        Keep::Answer(id) => {
            let answer = cx.workspace.library.answer(id.as_str());
            answer.map_or("one answer".to_owned(), |answer| format!("\"{}\"", answer.title))
        }
    };
    format!("only {only}, {listed} of {}", cx.overview.attempts)
}

/// A column a week, a row a day of it; the months stand above.
fn days(paint: &mut Paint, area: Rect, cx: &Context, days: &[usize]) {
    let theme = *paint.theme;
    let (mut free, mut last) = (0, None);
    for week in 0..CALENDAR_WEEKS {
        let back = i64::try_from(CALENDAR_WEEKS - 1 - week).unwrap_or(0);
        let begins = monday(cx.workspace.today).saturating_sub(back.weeks());
        let x = 6 + week as u16 * 2;
        if last != Some(begins.month()) && x >= free {
            (free, last) = (x + 4, Some(begins.month()));
            paint.text(area, x, 0, &begins.strftime("%b").to_string(), theme.soft);
        }
    }
    for (row, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].into_iter().enumerate() {
        paint.text(area, 2, row as u16 + 1, name, theme.soft);
    }
    for (n, told) in days.iter().enumerate() {
        let (mark, style) = match told {
            0 => ("·", theme.soft),
            some if *some < FULL => ("▪", theme.accent),
            _ => ("■", theme.accent),
        };
        paint.text(area, 6 + (n / 7) as u16 * 2, (n % 7) as u16 + 1, mark, style);
    }
    let says = "the last twelve weeks";
    if area.width < 6 + CALENDAR_WEEKS as u16 * 2 + 4 + says.len() as u16 {
        return;
    }
    let practised = days.iter().filter(|told| **told > 0).count();
    let x = 6 + CALENDAR_WEEKS as u16 * 2 + 4;
    paint.text(area, x, 1, says, theme.soft);
    let says = format!("{}, {}", count(practised, "day"), count(days.iter().sum(), "question"));
    paint.text(area, x, 2, &says, theme.text);
    paint.text(area, x, 4, &format!("▪ told   ■ {FULL} or more"), theme.soft);
}
