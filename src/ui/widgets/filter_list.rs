//! A list narrowed by typing, in a pane over the screen.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::pane::{open, window};
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::viewport::Viewport;
use crate::text::shown::{Shown, head};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// Draws it; `right` is what stands at the right of a row.
pub(in crate::ui) fn draw<T>(
    paint: &mut Paint,
    page: &Page,
    title: &str,
    search: &Search<T>,
    right: impl Fn(&T) -> String,
) -> Viewport {
    let counted = format!("{} of {}", search.found.len(), search.items.len());
    let inside = open(paint, page, title, &counted, 92, page.body.height + 1);
    paint.text(inside, 0, 0, paint.theme.prompt, paint.theme.accent);
    paint.field(inside, 2, 0, &search.field);
    let list = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let rows = usize::from(list.height);
    let start = window(search.row, rows);
    for (y, found) in search.found.iter().skip(start).take(rows).enumerate() {
        let selected = start + y == search.row;
        let y = y as u16;
        if selected {
            paint.chevron(list, y);
        }
        let Some(item) = search.items.get(found.place) else {
            continue;
        };
        let used = paint.right(list, y, &right(item), paint.theme.soft);
        let room = Rect {
            width: list.width.saturating_sub(used + 2),
            ..list
        };
        let base = if selected {
            paint.theme.selection
        } else {
            paint.theme.text
        };
        marked(paint, room, 2, y, search.finder.shown(found), &found.marks, base);
    }
    if search.found.is_empty() {
        paint.text(list, 2, 0, "Nothing has these letters.", paint.theme.soft);
    }
    Viewport {
        rows,
        of: search.found.len(),
        ..Viewport::default()
    }
}

/// A line with the letters that were found marked, each with its accents.
pub(in crate::ui) fn marked(paint: &mut Paint, area: Rect, x: u16, y: u16, line: &str, marks: &[usize], base: Style) {
    let line = head(line, usize::from(area.width));
    if marks.is_empty() || Shown::new(line).as_str() != line {
        paint.text(area, x, y, line, base);
        return;
    }
    let found = base.patch(paint.theme.found);
    let (mut at, mut n) = (x, 0);
    let mut piece = String::new();
    let mut lit = false;
    for whole in line.graphemes(true) {
        let characters = n..n + whole.chars().count();
        n = characters.end;
        let mark = marks.iter().any(|mark| characters.contains(mark));
        if mark != lit && !piece.is_empty() {
            at += paint.text(area, at, y, &piece, if lit { found } else { base });
            piece.clear();
        }
        lit = mark;
        piece.push_str(whole);
    }
    paint.text(area, at, y, &piece, if lit { found } else { base });
}
