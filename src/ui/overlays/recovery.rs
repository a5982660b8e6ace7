//! The trash.

use ratatui::layout::Rect;

use super::{open, window};
use crate::app::overlays::trash::Trash;
use crate::app::widgets::viewport::Viewport;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// What is in the trash, and since when.
pub(in crate::ui) fn trash(paint: &mut Paint, page: &Page, trash: &Trash) -> Viewport {
    let inside = open(paint, page, "In the trash", "", 80, trash.rows.len() as u16 + 2);
    let rows = usize::from(inside.height);
    let start = window(trash.row, rows);
    for (y, thrown) in trash.rows.iter().skip(start).take(rows).enumerate() {
        let selected = start + y == trash.row;
        let y = y as u16;
        let style = paint.choice(inside, y, selected);
        let used = paint.right(inside, y, &thrown.when, paint.theme.soft);
        let room = Rect {
            width: inside.width.saturating_sub(used + 1),
            ..inside
        };
        let at = paint.text(room, 2, y, &thrown.title, style);
        paint.text(room, at + 4, y, &thrown.file.path, paint.theme.soft);
    }
    Viewport {
        rows,
        of: trash.rows.len(),
        ..Viewport::default()
    }
}
