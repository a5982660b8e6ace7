//! The earlier versions of an answer.

use ratatui::layout::Rect;

use crate::app::screens::workbench::over::Versions;
use crate::app::widgets::viewport::Viewport;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::pane::{open, window};

/// The versions of an answer, with how it went when each was told.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, listed: &Versions) -> Viewport {
    let inside = open(paint, page, "Earlier versions", "", 72, listed.rows.len() as u16 + 2);
    let rows = usize::from(inside.height);
    let start = window(listed.row, rows);
    for (y, version) in listed.rows.iter().skip(start).take(rows).enumerate() {
        let selected = start + y == listed.row;
        let y = y as u16;
        let style = paint.choice(inside, y, selected);
        paint.text(inside, 2, y, &version.when, style);
        paint.text(inside, 26, y, &format!("{} words", version.words), paint.theme.soft);
        let used = if listed.other == Some(start + usize::from(y)) {
            paint.right(inside, y, "compare with this", paint.theme.accent) + 1
        } else {
            0
        };
        let room = Rect {
            width: inside.width.saturating_sub(used),
            ..inside
        };
        paint.text(room, 40, y, &version.told, paint.theme.text);
    }
    Viewport {
        rows,
        of: listed.rows.len(),
        ..Viewport::default()
    }
}
