//! What is wrong in files, as a list over the screen.

use std::ops::Range;

use ratatui::style::Style;

use super::{open, rows_inside};
use crate::app::state::App;
use crate::app::widgets::viewport::Viewport;
use crate::domain::problem::Problem;
use crate::text::wrap::squeezed;
use crate::ui::page::Page;
use crate::ui::paint::{Paint, so_far};

/// The widest the list becomes.
const WIDEST: u16 = 92;

/// Lines that one sentence takes at most.
const LINES: usize = 4;

/// ```text
/// ▌ questions/own.yaml:12
///   what is wrong
///   what to do about it
/// ```
pub(super) fn draw(paint: &mut Paint, page: &Page, app: &App, row: usize) -> Viewport {
    let all: Vec<&Problem> = app.workspace.problems().collect();
    let Some(last) = all.len().checked_sub(1) else {
        let inside = open(paint, page, "File problems", "", 60, 3);
        paint.text(inside, 0, 0, "Every file could be read.", paint.theme.accent);
        return Viewport::default();
    };
    let row = row.min(last);
    let theme = *paint.theme;
    // Without the border, the margin and the chevron.
    let columns = usize::from(page.whole.width.saturating_sub(2).min(WIDEST)).saturating_sub(6);
    let lines = |n: usize| -> Vec<(String, Style)> {
        let said = |text: &str, style| {
            squeezed(text, columns, LINES)
                .into_iter()
                .map(move |line| (line, style))
        };
        let what = said(&all[n].what, theme.text).chain(said(&all[n].remedy, theme.soft));
        [(all[n].place(), theme.heading)].into_iter().chain(what).collect()
    };
    let shown = around(row, all.len(), rows_inside(page, usize::MAX), |n| lines(n).len());
    let rows: Vec<(usize, String, Style)> = shown
        .clone()
        .flat_map(|n| lines(n).into_iter().map(move |(line, style)| (n, line, style)))
        .collect();
    let right = if shown.end < all.len() {
        so_far(shown.end, all.len())
    } else {
        all.len().to_string()
    };
    let inside = open(paint, page, "File problems", &right, WIDEST, rows.len() as u16 + 2);
    if let Some(first) = rows.iter().position(|(n, ..)| *n == row) {
        paint.chevron(inside, first as u16);
    }
    for ((_, line, style), y) in rows.iter().zip(0..) {
        paint.text(inside, 2, y, line, *style);
    }
    Viewport::of(shown.len(), all.len())
}

/// As many entries of a list as fit around one of them, which is shown in any case: those before it go first.
fn around(row: usize, all: usize, room: usize, height: impl Fn(usize) -> usize) -> Range<usize> {
    let mut shown = row..row + 1;
    let mut used = height(row);
    while shown.start > 0 && used + height(shown.start - 1) <= room {
        shown.start -= 1;
        used += height(shown.start);
    }
    while shown.end < all && used + height(shown.end) <= room {
        used += height(shown.end);
        shown.end += 1;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_entry_is_always_shown_with_what_fits_around_it() {
        let heights = [3, 5, 4, 3, 9];
        let shown = |row, room| around(row, heights.len(), room, |n| heights[n]);
        assert_eq!(shown(0, 12), 0..3);
        assert_eq!(shown(3, 12), 1..4);
        assert_eq!(shown(4, 6), 4..5);
        assert_eq!(shown(1, 40), 0..5);
    }
}
