//! A difference: what was taken out and what was put in, told apart by more than colour.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::widgets::viewport::Viewport;
use crate::markup::diff::{Change, Line, Piece};
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::ui::paint::Paint;
use crate::ui::theme::{Differences, Theme};

/// Lines shown before and after one that changed, where what did not change is left out.
const NEAR: usize = 2;

/// What is shown of what did not change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Same {
    /// All of it.
    Shown,
    /// A few lines beside what changed, and how many are left out.
    LeftOut,
}

/// ```text
/// by attributes    340 ms to 9060 ms           the old struck out, the new underlined, each in its colour
/// by signs         340 ms to [-90-]{+60+} ms   where there is no colour
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, inside: Rect, lines: &[Line], same: Same, scroll: usize) -> Viewport {
    let rows = usize::from(inside.height);
    let mut row: usize = 0;
    let mut left_out = 0;
    for (n, line) in lines.iter().enumerate() {
        if same == Same::LeftOut && !near_a_change(lines, n) {
            left_out += 1;
            if lines.len() > n + 1 && !near_a_change(lines, n + 1) {
                continue;
            }
            if let Some(y) = row.checked_sub(scroll).filter(|y| *y < rows) {
                let says = format!("… {} alike", count(left_out, "line"));
                paint.text(inside, 0, y as u16, &says, paint.theme.soft);
            }
            (row, left_out) = (row + 1, 0);
            continue;
        }
        let mut x = 0;
        for piece in &line.pieces {
            let (text, style) = touched(paint.theme, piece);
            for word in text.split_inclusive(' ') {
                let (bare, blanks) = word.split_at(word.trim_end().len());
                let width = Shown::new(bare).width() as u16;
                if x > 0 && x + width > inside.width {
                    row += 1;
                    x = 0;
                }
                if let Some(y) = row.checked_sub(scroll).filter(|y| *y < rows) {
                    paint.pieces(inside, x, y as u16, &[(bare, style), (blanks, style)]);
                }
                x += width + blanks.len() as u16;
            }
        }
        row += 1;
    }
    Viewport::of(rows, row)
}

/// Whether a line changed or stands close to one that did.
fn near_a_change(lines: &[Line], n: usize) -> bool {
    let end = (n + NEAR + 1).min(lines.len());
    lines[n.saturating_sub(NEAR)..end].iter().any(|line| !line.same())
}

/// Which text is struck out and which is put in.
pub(in crate::ui) fn sides(paint: &mut Paint, area: Rect, older: &str, newer: &str) {
    let of = |text: &str, change| Piece {
        text: text.to_owned(),
        change,
    };
    let (old, removed) = touched(paint.theme, &of(older, Change::Removed));
    let (new, added) = touched(paint.theme, &of(newer, Change::Added));
    let muted = paint.theme.soft;
    paint.pieces(area, 0, 0, &[(&old, removed), (" to ", muted), (&new, added)]);
}

/// A piece as it is drawn. The signs are those of `git diff --word-diff`; blanks at the ends stay outside them.
fn touched(theme: &Theme, piece: &Piece) -> (String, Style) {
    let (style, signs) = match piece.change {
        Change::Same => return (piece.text.clone(), theme.text),
        Change::Added => (theme.added, ["{+", "+}"]),
        Change::Removed => (theme.removed, ["[-", "-]"]),
    };
    let bare = piece.text.trim();
    if theme.differences == Differences::Styled || bare.is_empty() {
        return (piece.text.clone(), style);
    }
    let [before, after] = signs;
    (piece.text.replacen(bare, &format!("{before}{bare}{after}"), 1), style)
}
