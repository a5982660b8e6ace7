//! What Browse asks for: a prompt and its category, a title, which questions to list.

use ratatui::layout::Rect;

use crate::app::screens::browse::dialogs::{BrowseForm, categories};
use crate::app::screens::browse::filter::Filter;
use crate::app::state::Viewport;
use crate::ui::overlays::{open, window};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// A small pane over Browse.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, form: &BrowseForm) -> Viewport {
    match form {
        BrowseForm::Prompt(field) => {
            let inside = open(paint, page, "A question of your own", "", 76, 4);
            paint.text(inside, 0, 0, "question", paint.theme.accent);
            paint.field(inside, 10, 0, field);
            paint.text(inside, 0, 1, "category", paint.theme.soft);
            Viewport::default()
        }
        BrowseForm::Category { ask, at } => category(paint, page, ask, *at),
        BrowseForm::Title { field, .. } => {
            let inside = open(paint, page, "The title of this answer", "", 76, 3);
            paint.text(inside, 0, 0, "title", paint.theme.accent);
            paint.field(inside, 7, 0, field);
            Viewport::default()
        }
        BrowseForm::Filter { rows, row } => filters(paint, page, rows, *row),
    }
}

fn category(paint: &mut Paint, page: &Page, ask: &str, at: usize) -> Viewport {
    let inside = open(paint, page, "A question of your own", "", 76, 4);
    paint.text(inside, 0, 0, "question", paint.theme.soft);
    paint.text(inside, 10, 0, ask, paint.theme.text);
    paint.text(inside, 0, 1, "category", paint.theme.accent);
    if let Some(category) = categories().nth(at) {
        paint.text(inside, 10, 1, category.id(), paint.theme.selection);
        paint.text(inside, 28, 1, category.title(), paint.theme.soft);
    }
    paint.right(inside, 1, "h l", paint.theme.accent);
    Viewport {
        rows: 8,
        of: categories().count(),
        ..Viewport::default()
    }
}

fn filters(paint: &mut Paint, page: &Page, rows: &[(Filter, usize)], row: usize) -> Viewport {
    let inside = open(paint, page, "List", "questions", 60, rows.len() as u16 + 2);
    let height = usize::from(inside.height);
    let start = window(row, height);
    for (y, (filter, count)) in rows.iter().skip(start).take(height).enumerate() {
        let selected = start + y == row;
        let y = y as u16;
        if selected {
            paint.chevron(inside, y);
        }
        let style = match (selected, count) {
            (true, _) => paint.theme.selection,
            (false, 0) => paint.theme.soft,
            (false, _) => paint.theme.text,
        };
        let used = paint.right(inside, y, &count.to_string(), paint.theme.soft);
        let room = Rect {
            width: inside.width.saturating_sub(used + 1),
            ..inside
        };
        let name = filter.name().unwrap_or_else(|| "everything".to_owned());
        paint.text(room, 2, y, &name, style);
    }
    Viewport {
        rows: height,
        of: rows.len(),
        ..Viewport::default()
    }
}
