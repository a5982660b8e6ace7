//! A row chosen in a list, and how keys move it.

use crate::keys::action::Action;

/// The selected row of a list that may have become shorter.
pub fn clamped(row: usize, rows: usize) -> usize {
    row.min(rows.saturating_sub(1))
}

/// A row after a movement, within a list of so many rows.
pub(in crate::app) fn move_cursor(row: usize, rows: usize, page: usize, action: Action) -> usize {
    let last = rows.saturating_sub(1);
    match action {
        Action::Down => row + 1,
        Action::Up => row.saturating_sub(1),
        Action::First => 0,
        Action::Last => last,
        Action::PageDown => row + page.max(1),
        Action::PageUp => row.saturating_sub(page.max(1)),
        _ => row,
    }
    .min(last)
}
