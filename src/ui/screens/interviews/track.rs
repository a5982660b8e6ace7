//! The way of an interview on one line, with its words.
//!
//! ```text
//! ● behind   ◉ next   ○ later   ◌ an answer that is awaited
//! ```

use ratatui::layout::Rect;

use crate::app::overview::company_row::Stop;
use crate::app::overview::meetings::Row;
use crate::ui::paint::Paint;

/// Columns of a stop and the way to the next.
const STEP: usize = 3;

impl Stop {
    const fn figure(self) -> &'static str {
        match self {
            Stop::Done => "●",
            Stop::Next => "◉",
            Stop::Later => "○",
            Stop::Awaited => "◌",
        }
    }
}

/// Draws the way of one company from a column on; the words begin in one column for all of them.
pub(super) fn draw(paint: &mut Paint, body: Rect, (x, y): (u16, u16), rows: &[Row], row: &Row) {
    let theme = *paint.theme;
    let mut pieces = Vec::new();
    for (n, (stop, _)) in row.said.track.iter().enumerate() {
        if n > 0 {
            pieces.push(("──", theme.line));
        }
        let style = match stop {
            Stop::Done | Stop::Next => theme.accent,
            Stop::Later => theme.soft,
            Stop::Awaited => theme.warn,
        };
        pieces.push((stop.figure(), style));
    }
    paint.pieces(body, x, y, &pieces);
    let longest = rows.iter().map(|row| row.said.track.len()).max().unwrap_or(0);
    let words: Vec<&str> = row.said.track.iter().map(|(_, word)| *word).collect();
    let at = x + (longest * STEP) as u16 + 1;
    paint.text(body, at, y, &words.join(" · "), theme.soft);
}
