//! What the Library asks for: a prompt and its category, a title.

use crate::app::screens::browse::dialogs::categories;
use crate::app::screens::browse::over::{BrowseForm, BrowseRow};
use crate::app::widgets::form::FieldValue;
use crate::app::widgets::viewport::Viewport;
use crate::domain::category::Category;
use crate::ui::overlays::open;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// A small pane over the Library.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, form: &BrowseForm) -> Viewport {
    let title = form.path.is_some();
    let (says, rows) = if title {
        ("The title of this answer", 3)
    } else {
        ("A question of your own", 4)
    };
    let inside = open(paint, page, says, "", 76, rows);
    let column = if title { 7 } else { 10 };
    for (n, row) in form.form.rows.iter().enumerate() {
        let (y, selected) = (n as u16, n == form.form.row);
        let theme = *paint.theme;
        let name = if row.key == BrowseRow::Ask {
            "question"
        } else {
            row.key.name()
        };
        paint.text(inside, 0, y, name, if selected { theme.accent } else { theme.soft });
        match &row.value {
            FieldValue::Text(field) if selected => paint.field(inside, column, y, field),
            FieldValue::Text(_) => drop(paint.text(inside, column, y, row.word(), theme.text)),
            FieldValue::Choice(_, at) if selected => {
                paint.text(inside, column, y, row.word(), theme.selection);
                let category = categories().nth(*at).map_or("", Category::title);
                paint.text(inside, 28, y, category, theme.soft);
                paint.right(inside, y, "← →", theme.accent);
            }
            FieldValue::Choice(..) => {}
        }
    }
    if form.chooses() {
        return Viewport::of(8, categories().count());
    }
    Viewport::default()
}
