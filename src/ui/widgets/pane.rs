//! A pane that lies over the screen, and which rows of a list it shows.

use ratatui::layout::Rect;

use crate::ui::page::Page;
use crate::ui::paint::{Focus, Paint};

/// Columns of the page beside a pane in which something can be read.
const LEGIBLE: u16 = 12;

/// Opens a pane of at most so many columns and rows.
pub(in crate::ui) fn open(paint: &mut Paint, page: &Page, title: &str, right: &str, columns: u16, rows: u16) -> Rect {
    let room = Rect {
        y: page.body.y,
        height: page.body.height + 1,
        ..page.whole
    };
    let width = columns.min(room.width.saturating_sub(2));
    let height = rows.min(room.height);
    let area = Rect {
        x: room.x + (room.width - width) / 2,
        y: room.y + (room.height - height) / 3,
        width,
        height,
    };
    // Of a page that only looks out a few columns beside it, nothing can be read.
    let beside = area.x - room.x;
    paint.clear(if beside < LEGIBLE {
        Rect {
            x: room.x,
            width: room.width,
            ..area
        }
    } else {
        area
    });
    paint.pane(area, title, right, Focus::Here)
}

/// The rows inside a pane that wants so many.
pub(in crate::ui) fn rows_inside(page: &Page, wanted: usize) -> usize {
    wanted.min(usize::from(page.body.height.saturating_sub(1)))
}

/// The first row of a window that keeps the selected row in sight.
pub(in crate::ui) fn window(row: usize, rows: usize) -> usize {
    (row + 1).saturating_sub(rows)
}
