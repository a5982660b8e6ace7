//! What is selected in the Library: a question with what belongs to it, an answer, or a note.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::browse::{Browse, Column};
use crate::app::widgets::viewport::Viewport;
use crate::ui::paint::Paint;
use crate::ui::theme::Theme;
use crate::ui::widgets::pieces::{self, Pieces};
use crate::ui::widgets::preview::{self, Much};

/// Draws it: all of it where it fits or is scrolled, else the first of each kind.
pub(super) fn draw(paint: &mut Paint, cx: &Context, browse: &Browse, area: Rect) -> Viewport {
    let rows = usize::from(area.height);
    let all = lines(paint.theme, cx, browse, area.width, rows);
    pieces::draw(paint, area, &all, browse.scroll);
    Viewport::of(rows, all.len())
}

fn lines(theme: &Theme, cx: &Context, browse: &Browse, width: u16, rows: usize) -> Vec<Pieces> {
    let Some(shown) = browse.shown(cx.workspace) else {
        return Vec::new();
    };
    let much = if browse.column == Column::Preview {
        Much::Whole
    } else {
        Much::Within(rows)
    };
    preview::rows(theme, cx, shown, (width, browse.scroll + rows), much)
}
