//! Length is how long: time on one line, with its aim or its end always drawn.
//!
//! ```text
//! ━ spoken   ╌ left   ┊ aim   ┃ a part that was begun   ▓ over the end
//! ```

use ratatui::layout::Rect;

use crate::ui::paint::Paint;

/// What a cell of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Cell {
    /// Spoken.
    Spoken,
    /// Spoken beyond the aim.
    Beyond,
    /// Beyond the end of the line.
    Over,
    /// Still to be spoken.
    Left,
    /// Where the next part, or the end, is aimed at.
    Aim,
    /// Where a part was begun.
    Part,
}

impl Cell {
    const fn figure(self) -> char {
        match self {
            Cell::Spoken | Cell::Beyond => '━',
            Cell::Over => '▓',
            Cell::Left => '╌',
            Cell::Aim => '┊',
            Cell::Part => '┃',
        }
    }
}

/// The column of a moment on a line of so many seconds and columns.
fn column(at: f64, full: f64, columns: usize) -> usize {
    if full <= 0.0 {
        return 0;
    }
    (at.max(0.0) / full * columns as f64).round() as usize
}

/// One stretch against its aim, in seconds or any other unit, on a line that ends at `full`.
pub(in crate::ui) fn stretch(spent: f64, aim: f64, full: f64, columns: usize) -> Vec<Cell> {
    let (head, aim) = (column(spent, full, columns), column(aim, full, columns));
    let end = head.max(aim + 1).min(columns);
    let cell = |at: usize| match at {
        at if at == aim => Cell::Aim,
        at if at < head && at > aim => Cell::Beyond,
        at if at < head => Cell::Spoken,
        _ => Cell::Left,
    };
    (0..end).map(cell).collect()
}

/// A whole answer, in seconds: the parts begun so far, where the parts to come are aimed at, and the time spoken, on a line
/// whose last cell is the limit. Two cells more show that it is over.
pub(in crate::ui) fn answer(spoken: f64, begun: &[f64], aims: &[f64], limit: f64, columns: usize) -> Vec<Cell> {
    let head = column(spoken, limit, columns);
    let on = |marks: &[f64], at: usize| {
        marks
            .iter()
            .any(|mark| column(*mark, limit, columns).min(columns - 1) == at)
    };
    let cell = |at: usize| {
        if on(begun, at) && at > 0 {
            Cell::Part
        } else if at >= head && (on(aims, at) || at + 1 == columns) {
            Cell::Aim
        } else if at < head {
            Cell::Spoken
        } else {
            Cell::Left
        }
    };
    let mut cells: Vec<Cell> = (0..columns).map(cell).collect();
    if spoken > limit {
        cells.extend([Cell::Over; 2]);
    }
    cells
}

/// A line as text.
pub(in crate::ui) fn figures(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.figure()).collect()
}

/// Draws a line; answers with the columns used.
pub(in crate::ui) fn draw(paint: &mut Paint, area: Rect, x: u16, y: u16, cells: &[Cell]) -> u16 {
    let mut at = x;
    for run in cells.chunk_by(|one, other| one == other) {
        let theme = paint.theme;
        let style = match run[0] {
            Cell::Spoken => theme.accent,
            Cell::Part => theme.text,
            Cell::Beyond => theme.warn,
            Cell::Over => theme.bad,
            Cell::Left | Cell::Aim => theme.line,
        };
        at += paint.text(area, at, y, &figures(run), style);
    }
    at - x
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_stretch_is_seen_against_its_aim() {
        assert_eq!(figures(&stretch(31.0, 24.0, 72.0, 24)), "━━━━━━━━┊━");
        assert_eq!(figures(&stretch(12.0, 24.0, 72.0, 24)), "━━━━╌╌╌╌┊");
        assert_eq!(figures(&stretch(0.0, 0.0, 0.0, 24)), "┊");
    }

    #[test]
    fn an_answer_shows_its_parts_what_is_left_and_that_it_is_over() {
        let aims = [24.0, 36.0, 108.0];
        assert_eq!(figures(&answer(0.0, &[], &aims, 120.0, 20)), "╌╌╌╌┊╌┊╌╌╌╌╌╌╌╌╌╌╌┊┊");
        assert_eq!(
            figures(&answer(60.0, &[0.0, 21.0, 31.0], &[108.0], 120.0, 20)),
            "━━━━┃┃━━━━╌╌╌╌╌╌╌╌┊┊"
        );
        assert_eq!(figures(&answer(134.0, &[0.0], &[], 120.0, 10)), "━━━━━━━━━━▓▓");
    }

    proptest! {
        #[test]
        fn a_line_is_never_longer_than_its_room(spent in 0.0..9000.0_f64, aim in 0.0..300.0_f64, columns in 1_usize..200) {
            prop_assert!(stretch(spent, aim, 120.0, columns).len() <= columns);
            prop_assert!(answer(spent, &[aim], &[aim + 9.0], 120.0, columns).len() <= columns + 2);
        }
    }
}
