//! The earlier versions of an answer.

use crate::app::screens::workbench::over::Versions;
use crate::app::widgets::viewport::Viewport;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::before;
use crate::ui::widgets::pane::open;
use crate::ui::widgets::scrolled::Scrolled;

/// The versions of an answer, with how it went when each was told.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, listed: &Versions) -> Viewport {
    let inside = open(paint, page, "Earlier versions", "", 72, listed.rows.len() as u16 + 2);
    let seen = Scrolled::over(paint, inside, listed.row, listed.rows.len());
    let inside = seen.area;
    for ((n, version), y) in seen.rows().zip(&listed.rows[seen.rows()]).zip(0..) {
        let style = paint.choice(inside, y, n == listed.row);
        paint.text(inside, 2, y, &version.when, style);
        paint.text(inside, 26, y, &format!("{} words", version.words), paint.theme.soft);
        let used = if listed.other == Some(n) {
            paint.right(inside, y, "compare with this", paint.theme.accent) + 1
        } else {
            0
        };
        let room = before(inside, used);
        paint.text(room, 40, y, &version.told, paint.theme.text);
    }
    seen.viewport()
}
