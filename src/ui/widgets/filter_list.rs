//! A list narrowed by typing, in a pane over the screen.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::areas::{self, behind};
use super::pane::open;
use super::pieces;
use super::preview::{self, Much};
use super::scrolled::Scrolled;
use crate::app::context::Context;
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::viewport::Viewport;
use crate::domain::subject::Subject;
use crate::text::shown::{Shown, beginning, head};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// Rows inside a pane from which on what is selected stands below the list, and the most of them that takes.
const ROOMY: u16 = 14;
const PREVIEW: u16 = 8;

/// Draws it; `right` is what stands at the right of a row.
pub(in crate::ui) fn draw<T>(
    paint: &mut Paint,
    page: &Page,
    title: &str,
    search: &Search<T>,
    right: impl Fn(&T) -> String,
) -> Viewport {
    // A short list leaves the rest of the page in sight.
    let wanted = (search.items.len() + 4).min(usize::from(page.body.height) + 1) as u16;
    let inside = opened(paint, page, title, search, wanted);
    rows(paint, inside, search, right)
}

/// The same with what the selected row stands for below the list, where there is room.
pub(in crate::ui) fn draw_with_preview<'a, T>(
    paint: &mut Paint,
    (page, cx): (&Page, &Context<'a>),
    title: &str,
    search: &Search<T>,
    right: impl Fn(&T) -> String,
    subject: impl Fn(&T) -> Option<Subject<'a>>,
) -> Viewport {
    let inside = opened(paint, page, title, search, page.body.height + 1);
    if inside.height < ROOMY {
        return rows(paint, inside, search, right);
    }
    let below = (inside.height * 2 / 5).min(PREVIEW);
    let list = areas::above(inside, below + 1);
    let seen = rows(paint, list, search, right);
    let foot = behind(areas::below(inside, list.height), 2);
    paint.rule(foot, 0);
    let room = areas::below(foot, 1);
    if let Some(shown) = search.selected().and_then(subject) {
        let height = usize::from(room.height);
        let all = preview::rows(paint.theme, cx, shown, (room.width, height), Much::Within(height));
        pieces::draw(paint, room, &all, 0);
    }
    seen
}

/// Opens the pane, so many rows high, and draws the line that is typed; answers with the inside of the pane.
fn opened<T>(paint: &mut Paint, page: &Page, title: &str, search: &Search<T>, rows: u16) -> Rect {
    let counted = format!("{} of {}", search.found.len(), search.items.len());
    let inside = open(paint, page, title, &counted, 92, rows);
    paint.text(inside, 0, 0, paint.theme.prompt, paint.theme.accent);
    paint.field(inside, 2, 0, &search.field);
    inside
}

/// The rows below the line that is typed.
fn rows<T>(paint: &mut Paint, inside: Rect, search: &Search<T>, right: impl Fn(&T) -> String) -> Viewport {
    let seen = Scrolled::over(paint, areas::below(inside, 2), search.row, search.found.len());
    let list = seen.area;
    for ((n, found), y) in seen.rows().zip(&search.found[seen.rows()]).zip(0..) {
        let selected = n == search.row;
        if selected {
            paint.chevron(list, y);
        }
        let Some(item) = search.items.get(found.place) else {
            continue;
        };
        let used = paint.right(list, y, &right(item), paint.theme.soft);
        let room = areas::before(list, used + 2);
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
    seen.viewport()
}

/// A line with the letters that were found marked, each with its accents.
pub(in crate::ui) fn marked(paint: &mut Paint, area: Rect, x: u16, y: u16, line: &str, marks: &[usize], base: Style) {
    let room = usize::from(area.width.saturating_sub(x));
    if marks.is_empty() || Shown::new(head(line, room)).as_str() != head(line, room) {
        paint.text(area, x, y, line, base);
        return;
    }
    let line = beginning(line, room);
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
