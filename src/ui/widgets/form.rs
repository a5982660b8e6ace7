//! The rows of a form: a name, and what stands there.

use ratatui::layout::Rect;

use crate::app::widgets::form::{FieldKey, FieldValue, Form};
use crate::ui::paint::Paint;

/// Draws the rows from the top of an area; what stands in them begins at a column.
pub(in crate::ui) fn rows<K: FieldKey>(paint: &mut Paint, inside: Rect, form: &Form<K>, column: u16) {
    let theme = *paint.theme;
    for (n, row) in form.rows.iter().enumerate() {
        let y = n as u16;
        let selected = n == form.row;
        if selected {
            paint.chevron(inside, y);
        }
        let style = if selected { theme.accent } else { theme.soft };
        paint.text(inside, 2, y, row.key.name(), style);
        match &row.value {
            FieldValue::Text(field) if selected => paint.field(inside, column, y, field),
            FieldValue::Text(field) => {
                let style = if field.is_guess() { theme.soft } else { theme.text };
                paint.text(inside, column, y, field.text(), style);
            }
            FieldValue::Choice(..) => {
                let style = if selected { theme.selection } else { theme.text };
                paint.text(inside, column, y, row.word(), style);
                if selected {
                    paint.right(inside, y, "← →", theme.accent);
                }
            }
        }
    }
}
