//! What the Library asks for: a prompt and its category, a title.

use crate::app::screens::browse::dialogs::categories;
use crate::app::screens::browse::over::BrowseForm;
use crate::app::widgets::viewport::Viewport;
use crate::ui::overlays::open;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// A small pane over the Library.
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
    paint.right(inside, 1, "← →", paint.theme.accent);
    Viewport::of(8, categories().count())
}
