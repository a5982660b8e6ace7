//! The form of an answer: title, kind, category, tags, questions.

use crate::app::context::Context;
use crate::app::screens::workbench::details_form::DetailsForm;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::form;
use crate::ui::widgets::pane::open;

/// Rows for questions.
const QUESTIONS: u16 = 8;

pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, details: &DetailsForm) {
    let rows = details.form.rows.len() as u16;
    let inside = open(
        paint,
        page,
        "Title, questions, tags",
        "enter takes",
        88,
        rows + QUESTIONS + 4,
    );
    form::rows(paint, inside, &details.form, 14);
    let y = rows + 1;
    for (n, id) in details.found.iter().take(usize::from(QUESTIONS)).enumerate() {
        let y = y + n as u16;
        let linked = details.linked.contains(id);
        let selected = details.linking() && details.pick.unwrap_or(0) == n;
        if selected {
            paint.chevron(inside, y);
        }
        let (mark, style) = if linked {
            ("✓", paint.theme.accent)
        } else {
            ("·", paint.theme.soft)
        };
        paint.text(inside, 2, y, mark, style);
        let ask = cx
            .workspace
            .library
            .question(id)
            .map_or(id.as_str(), |question| question.ask.as_str());
        let style = if selected {
            paint.theme.selection
        } else {
            paint.theme.text
        };
        paint.text(inside, 4, y, ask, style);
    }
    if details.found.is_empty() {
        paint.text(
            inside,
            4,
            y,
            "Type a few letters of a question to link it.",
            paint.theme.soft,
        );
    }
}
