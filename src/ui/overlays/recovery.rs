//! The trash.

use super::open;
use crate::app::overlays::trash::Trash;
use crate::app::widgets::viewport::Viewport;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::before;
use crate::ui::widgets::scrolled::Scrolled;

/// What is in the trash, and since when.
pub(in crate::ui) fn trash(paint: &mut Paint, page: &Page, trash: &Trash) -> Viewport {
    let inside = open(paint, page, "In the trash", "", 80, trash.rows.len() as u16 + 2);
    let seen = Scrolled::over(paint, inside, trash.row, trash.rows.len());
    let inside = seen.area;
    for ((n, thrown), y) in seen.rows().zip(&trash.rows[seen.rows()]).zip(0..) {
        let style = paint.choice(inside, y, n == trash.row);
        let used = paint.right(inside, y, &thrown.when, paint.theme.soft);
        let room = before(inside, used + 1);
        let at = paint.text(room, 2, y, &thrown.title, style);
        paint.text(room, at + 4, y, &thrown.file.path, paint.theme.soft);
    }
    seen.viewport()
}
