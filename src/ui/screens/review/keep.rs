//! Which attempts are listed, to be chosen.

use ratatui::layout::Rect;

use crate::app::screens::review::keep::KeepChoice;
use crate::app::widgets::viewport::Viewport;
use crate::ui::overlays::{open, window};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// A small pane over Review.
pub(super) fn draw(paint: &mut Paint, page: &Page, choice: &KeepChoice) -> Viewport {
    let (rows, row) = (&choice.rows, choice.row);
    let inside = open(paint, page, "List", "told", 52, rows.len() as u16 + 2);
    let height = usize::from(inside.height);
    let start = window(row, height);
    for (y, (_, name, count)) in rows.iter().skip(start).take(height).enumerate() {
        let selected = start + y == row;
        let y = y as u16;
        let style = paint.choice(inside, y, selected);
        let used = paint.right(inside, y, &count.to_string(), paint.theme.soft);
        let room = Rect {
            width: inside.width.saturating_sub(used + 1),
            ..inside
        };
        paint.text(room, 2, y, name, style);
    }
    Viewport {
        rows: height,
        of: rows.len(),
        ..Viewport::default()
    }
}
