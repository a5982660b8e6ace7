//! The rows of a list that are seen, and how many there are where they do not all fit.

use std::ops::Range;

use ratatui::layout::Rect;

use super::areas::{above, centred};
use crate::app::widgets::viewport::Viewport;
use crate::ui::paint::Paint;

/// The rows of a list that are seen.
pub(in crate::ui) struct Scrolled {
    /// Where they are drawn.
    pub(in crate::ui) area: Rect,
    start: usize,
    of: usize,
}

impl Scrolled {
    /// Keeps a row in the middle of an area; where there are more than fit, its last row says which is the last one seen.
    pub(in crate::ui) fn over(paint: &mut Paint, area: Rect, row: usize, of: usize) -> Scrolled {
        let longer = of > usize::from(area.height) && area.height > 1;
        let rows = above(area, u16::from(longer));
        let height = usize::from(rows.height);
        let start = centred(row, height, of);
        if longer {
            paint.more_below(area, rows.height, start + height, of);
        }
        Scrolled { area: rows, start, of }
    }

    /// Which rows they are.
    pub(in crate::ui) fn rows(&self) -> Range<usize> {
        self.start..(self.start + usize::from(self.area.height)).min(self.of)
    }

    /// The same as how much of the list the frame shows.
    pub(in crate::ui) fn viewport(&self) -> Viewport {
        Viewport::of(usize::from(self.area.height), self.of)
    }
}
