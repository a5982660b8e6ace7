//! How much of a list or text the last frame could show.

/// How much of the screen the last frame could show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// Rows of the list or text in front.
    pub rows: usize,
    /// Rows that list or text has in all.
    pub of: usize,
    /// Columns of the terminal.
    pub columns: usize,
    /// Columns of the table in front that stand side by side.
    pub across: usize,
}

impl Viewport {
    /// So many rows of so many.
    pub fn of(rows: usize, of: usize) -> Viewport {
        Viewport {
            rows,
            of,
            ..Viewport::default()
        }
    }
}
