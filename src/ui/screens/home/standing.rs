//! Where practice is wanted, where one stands, and the days one practised on.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::home::rows::HomeRow;
use crate::domain::progress::reason::{Reason, Why};
use crate::domain::progress::standing::CategoryStatus;
use crate::domain::rating::Rating;
use crate::text::time::count;
use crate::ui::overlays::window;
use crate::ui::paint::Paint;
use crate::ui::widgets::strip::{shade, strip, went};

/// Columns from which the table stands wider.
const ROOMY: u16 = 92;

/// Columns that a reason needs.
const REASON: u16 = 12;

/// Where the figures below the table begin, behind their labels.
const FIGURES: u16 = 19;

/// Rows below the table, with the one above them.
const BELOW: u16 = 3;

/// Rows of the table that stay before what is below it is given up.
const LISTED: u16 = 3;

/// Where the columns of the table stand.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Columns {
    pub(in crate::ui) strip: u16,
    /// Where the days since the last time end.
    pub(in crate::ui) last: u16,
    pub(in crate::ui) why: u16,
}

impl Columns {
    pub(in crate::ui) fn of(width: u16) -> Columns {
        let (strip, last, why) = if width >= ROOMY { (19, 37, 40) } else { (17, 31, 33) };
        Columns { strip, last, why }
    }
}

/// What is below the rows of Today, in the room there is; the selected category is always among those listed. The last weeks
/// are left out where they stand elsewhere.
pub(super) fn draw(
    paint: &mut Paint,
    room: Rect,
    cx: &Context,
    (rows, selected): (&[HomeRow], Option<usize>),
    weeks_elsewhere: bool,
) {
    let practise: Vec<&CategoryStatus> = rows
        .iter()
        .filter_map(|row| match row {
            HomeRow::Practise(standing) => Some(standing),
            _ => None,
        })
        .collect();
    let below = if room.height > BELOW + LISTED { BELOW } else { 0 };
    let most = room.height.saturating_sub(below + 1);
    let listed = practise.len().min(usize::from(most));
    let at = Columns::of(room.width);
    if listed > 0 {
        let start = window(selected.unwrap_or(0), listed);
        head(paint, room, at);
        for (n, standing) in practise.iter().enumerate().skip(start).take(listed) {
            let y = (n - start) as u16 + 1;
            let style = paint.choice(room, y, selected == Some(n));
            category(paint, room, y, cx, at, (standing, style));
        }
        paint.more_below(room, 0, start + listed, practise.len());
    }
    if below > 0 {
        let y = if listed > 0 { listed as u16 + 2 } else { 0 };
        stand(paint, room, y, cx);
        if !weeks_elsewhere {
            weeks(paint, room, y + 1, cx);
        }
    }
}

fn head(paint: &mut Paint, area: Rect, at: Columns) {
    let style = paint.theme.faint;
    paint.text(area, 2, 0, "To practise", style);
    paint.text(area, at.strip, 0, "last six", style);
    paint.text(area, at.last - 4, 0, "last", style);
    if area.width >= at.why + REASON {
        paint.text(area, at.why, 0, "why", style);
    }
}

/// One category: how it went the last six times, when the last was, and why it wants practice.
pub(in crate::ui) fn category(
    paint: &mut Paint,
    area: Rect,
    y: u16,
    cx: &Context,
    at: Columns,
    (standing, style): (&CategoryStatus, Style),
) {
    went(paint, area, y, cx, (at.strip, at.last), (standing, style));
    if area.width >= at.why + REASON {
        paint.text(area, at.why, y, &why(standing), style);
    }
}

/// The largest reason that the columns before it do not say.
pub(in crate::ui) fn why(standing: &CategoryStatus) -> String {
    let said = |reason: &&Reason| !matches!(reason.why, Why::Last { .. });
    let reason = standing.reasons.iter().find(said).map(ToString::to_string);
    let reason = reason.filter(|reason| !reason.is_empty());
    match (reason, standing.last.is_some()) {
        (Some(reason), true) => reason,
        (None, true) => String::new(),
        (_, false) if standing.answers == 0 => "never tried, no answer yet".to_owned(),
        (_, false) => "never tried".to_owned(),
    }
}

/// One column a category, by how it went the last time.
fn stand(paint: &mut Paint, area: Rect, y: u16, cx: &Context) {
    let mut last: Vec<Option<Rating>> = cx
        .overview
        .standings
        .iter()
        .map(|standing| standing.last.map(|last| last.rating))
        .collect();
    last.sort();
    paint.text(area, 2, y, "Where you stand", paint.theme.faint);
    let mut x = FIGURES;
    for rating in &last {
        x += strip(paint, area, x, y, rating.as_slice());
    }
    let well = last.iter().flatten().filter(|rating| **rating >= Rating::Solid).count();
    let says = format!("{well} of {} solid or strong", last.len());
    paint.text(area, x + 3, y, &says, paint.theme.text);
}

/// The last four weeks, each from its Monday: how much was told on each day.
fn weeks(paint: &mut Paint, area: Rect, y: u16, cx: &Context) {
    let days = &cx.overview.days;
    let week = usize::from(cx.workspace.today.weekday().to_monday_zero_offset().unsigned_abs()) + 1;
    let shown = &days[days.len().saturating_sub(3 * 7 + week)..];
    paint.text(area, 2, y, "Four weeks", paint.theme.faint);
    let mut x = FIGURES;
    for days in 0..4 * 7 {
        if days > 0 && days % 7 == 0 {
            x += 1;
        }
        let told = shown.get(days).copied().unwrap_or(0);
        let figure = shade(told, days + 1 == shown.len());
        let style = if told > 0 { paint.theme.accent } else { paint.theme.soft };
        x += paint.text(area, x, y, figure.encode_utf8(&mut [0; 4]), style);
    }
    let practised = shown.iter().filter(|told| **told > 0).count();
    let mut says = format!("{}, {}", count(practised, "day"), count(shown.iter().sum(), "question"));
    let in_a_row = in_a_row(days);
    if in_a_row > 1 && area.width >= ROOMY {
        says.push_str(&format!(", {in_a_row} days in a row"));
    }
    paint.text(area, x + 3, y, &says, paint.theme.text);
}

/// Days in a row on which something was told, up to today, or to yesterday where today is still to come.
fn in_a_row(days: &[usize]) -> usize {
    let days = match days.split_last() {
        Some((0, before)) => before,
        _ => days,
    };
    days.iter().rev().take_while(|told| **told > 0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_a_row_go_on_until_today_is_over() {
        assert_eq!(in_a_row(&[1, 0, 2, 3]), 2);
        assert_eq!(in_a_row(&[1, 0, 2, 3, 0]), 2);
        assert_eq!(in_a_row(&[1, 0, 0]), 0);
        assert_eq!(in_a_row(&[]), 0);
    }
}
