//! Which attempts are listed, to be chosen.

use ratatui::layout::Rect;

use crate::app::screens::review::keep::KeepChoice;
use crate::app::widgets::viewport::Viewport;
use crate::ui::overlays::open;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::scrolled::Scrolled;

/// A small pane over Review.
pub(super) fn draw(paint: &mut Paint, page: &Page, choice: &KeepChoice) -> Viewport {
    let (rows, row) = (&choice.rows, choice.row);
    let inside = open(paint, page, "List", "told", 52, rows.len() as u16 + 2);
    let seen = Scrolled::over(paint, inside, row, rows.len());
    let inside = seen.area;
    for ((n, (_, name, count)), y) in seen.rows().zip(&rows[seen.rows()]).zip(0..) {
        let style = paint.choice(inside, y, n == row);
        let used = paint.right(inside, y, &count.to_string(), paint.theme.soft);
        let room = Rect {
            width: inside.width.saturating_sub(used + 1),
            ..inside
        };
        paint.text(room, 2, y, name, style);
    }
    seen.viewport()
}
