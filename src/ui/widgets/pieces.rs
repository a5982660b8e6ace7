//! Rows of pieces of text, each in its own style, drawn from the one scrolled to.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::areas::before;
use crate::ui::paint::Paint;

/// One row, in pieces.
pub(in crate::ui) type Pieces = Vec<(String, Style)>;

/// Draws rows from the one scrolled to; where there are more, the last one seen says so.
pub(in crate::ui) fn draw(paint: &mut Paint, area: Rect, all: &[Pieces], scroll: usize) {
    let rows = usize::from(area.height);
    let last = (scroll + rows).min(all.len());
    for (row, y) in all.iter().skip(scroll).take(rows).zip(0..) {
        let pieces: Vec<(&str, Style)> = row.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        let says_more = y + 1 == area.height && last < all.len();
        let used = if says_more {
            paint.more_below(area, y, last, all.len()) + 2
        } else {
            0
        };
        paint.pieces(before(area, used), 0, y, &pieces);
    }
}
