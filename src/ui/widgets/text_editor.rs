//! A text being edited: its rows as text, its caret, what is selected, and a word at the right of some lines.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::widgets::editor::Editor;
use crate::app::widgets::editor::sight::SeenRow;
use crate::app::widgets::viewport::Viewport;
use crate::ui::paint::Paint;

/// What leads from a heading to the word at its right.
const LEADER: &str = "┄";

/// Draws the text, scrolled to the caret; `beside` is what stands at the right of the first row of a line, and
/// `sign` what stands before it, in the margin.
pub(in crate::ui) fn draw(
    paint: &mut Paint,
    area: Rect,
    editor: &Editor,
    beside: impl Fn(usize) -> Option<(String, Style)>,
    sign: impl Fn(usize) -> Option<(&'static str, Style)>,
) -> Viewport {
    let rows = editor.sight(usize::from(area.width), usize::from(area.height));
    for (row, y) in rows.iter().zip(0..) {
        for run in &row.runs {
            let mut style = if run.strong {
                paint.theme.heading
            } else {
                paint.theme.text
            };
            if run.selected {
                style = style.add_modifier(Modifier::REVERSED);
            }
            paint.text(area, run.column as u16, y, &run.text, style);
        }
        if let Some((figure, style)) = sign(row.line).filter(|_| row.first && area.x > 0) {
            let margin = Rect {
                x: area.x - 1,
                width: 1,
                ..area
            };
            paint.text(margin, 0, y, figure, style);
        }
        if let Some((says, style)) = beside(row.line).filter(|_| row.first) {
            at_the_right(paint, area, y, row, &says, style);
        }
        if let Some(caret) = row.caret {
            paint.caret(area, caret as u16, y);
        }
    }
    let of = editor.lines().len();
    let last = rows.last().map_or(of, |row| row.line + 1);
    paint.more_in_pane(area, last, of);
    Viewport::of(usize::from(area.height), of)
}

fn at_the_right(paint: &mut Paint, area: Rect, y: u16, row: &SeenRow, says: &str, style: Style) {
    // The column behind the last character is the caret's.
    let left = row.end() + 1;
    let width = crate::text::shown::columns(says);
    let Some(room) = usize::from(area.width).checked_sub(left + width + 1) else {
        return;
    };
    paint.text(area, left as u16, y, &LEADER.repeat(room), paint.theme.line);
    paint.right(area, y, says, style);
}
