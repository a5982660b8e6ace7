//! Parts of an area, and which rows of a list are seen in one.

use ratatui::layout::Rect;

/// What is left of an area under so many rows.
pub(in crate::ui) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// An area without so many rows at its bottom.
pub(in crate::ui) fn above(area: Rect, rows: u16) -> Rect {
    Rect {
        height: area.height.saturating_sub(rows),
        ..area
    }
}

/// What is left of an area behind so many columns.
pub(in crate::ui) fn behind(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    }
}

/// An area without so many columns at its right.
pub(in crate::ui) fn before(area: Rect, columns: u16) -> Rect {
    Rect {
        width: area.width.saturating_sub(columns),
        ..area
    }
}

/// One row of an area.
pub(in crate::ui) fn row(area: Rect, y: u16) -> Rect {
    Rect {
        y: area.y + y,
        height: 1,
        ..area
    }
}

/// The first row of a window that keeps the selected row in its middle.
pub(in crate::ui) fn centred(row: usize, rows: usize, of: usize) -> usize {
    row.saturating_sub(rows / 2).min(of.saturating_sub(rows))
}
