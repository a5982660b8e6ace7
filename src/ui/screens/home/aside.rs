//! Beside Today on a wide screen: the days practised on in twelve weeks, and the next interview.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::domain::interview::agenda::Group;
use crate::text::time::count;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, below};
use crate::ui::widgets::strip::shade;

/// Columns of a body from which there is room beside the table.
pub(super) const WIDE: u16 = 128;

/// Columns it takes, and those of them that stay blank before it.
pub(super) const COLUMNS: u16 = 36;
pub(super) const GAP: u16 = 6;

/// Rows that the weeks take.
pub(super) const ROWS: u16 = 11;

/// Weeks that are shown.
const WEEKS: usize = 12;

/// ```text
/// Twelve weeks
/// Mon  · · · · · · · · ▒ · ▓ □
/// ...
/// 16 days, 41 questions
///
/// Acme                in 9 days
/// Onsite
/// 2 of 3 prepared
/// ```
pub(super) fn draw(paint: &mut Paint, area: Rect, cx: &Context) {
    let days = &cx.overview.days;
    paint.text(area, 0, 0, "Twelve weeks", paint.theme.faint);
    // The days begin on a Monday and end today.
    let first = days.len().div_ceil(7).saturating_sub(WEEKS) * 7;
    for (weekday, name) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().enumerate() {
        let y = weekday as u16 + 1;
        paint.text(area, 0, y, name, paint.theme.faint);
        for week in 0..WEEKS {
            let at = first + week * 7 + weekday;
            let Some(told) = days.get(at) else { continue };
            let figure = shade(*told, at + 1 == days.len());
            let style = if *told > 0 {
                paint.theme.accent
            } else {
                paint.theme.soft
            };
            paint.text(area, 5 + week as u16 * 2, y, figure.encode_utf8(&mut [0; 4]), style);
        }
    }
    let shown = days.get(first..).unwrap_or_default();
    let practised = shown.iter().filter(|told| **told > 0).count();
    let says = format!("{}, {}", count(practised, "day"), count(shown.iter().sum(), "question"));
    paint.text(area, 0, 9, &says, paint.theme.text);
    next(paint, below(area, 11), cx);
}

/// The next interview: when, what, and how far it is prepared.
fn next(paint: &mut Paint, area: Rect, cx: &Context) {
    let rows = &cx.overview.meetings.rows;
    let Some(row) = rows.iter().find(|row| row.group == Group::Coming) else {
        return;
    };
    let used = paint.right(area, 0, &row.said.away, paint.theme.soft);
    let company = before(area, used + 2);
    paint.text(company, 0, 0, &row.company, paint.theme.heading);
    let said = wrap(&row.said.says, usize::from(area.width));
    let prepared = row
        .said
        .prepared
        .iter()
        .flat_map(|says| wrap(says, usize::from(area.width)));
    for (line, y) in said.into_iter().chain(prepared).zip(1..area.height) {
        paint.text(area, 0, y, &line, paint.theme.soft);
    }
}
