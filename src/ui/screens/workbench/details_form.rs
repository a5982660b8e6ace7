//! The form of an answer: title, kind, category, tags, questions.

use crate::app::context::Context;
use crate::app::screens::workbench::details_form::{Form, FormRow};
use crate::domain::answer::Kind;
use crate::domain::category::Category;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::pane::open;
use ratatui::layout::Rect;

/// Rows for questions.
const QUESTIONS: u16 = 8;

pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, form: &Form) {
    let rows = FormRow::ALL.len() as u16 + QUESTIONS + 4;
    let inside = open(paint, page, "Title, questions, tags", "enter takes", 88, rows);
    for (n, row) in FormRow::ALL.into_iter().enumerate() {
        line(paint, inside, n as u16, form, row);
    }
    let y = FormRow::ALL.len() as u16 + 1;
    for (n, id) in form.found.iter().take(usize::from(QUESTIONS)).enumerate() {
        let y = y + n as u16;
        let linked = form.linked.contains(id);
        let selected = form.selected() == FormRow::Questions && form.pick.unwrap_or(0) == n;
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
            .question(id.as_str())
            .map_or(id.as_str(), |question| question.ask.as_str());
        let style = if selected {
            paint.theme.selection
        } else {
            paint.theme.text
        };
        paint.text(inside, 4, y, ask, style);
    }
    if form.found.is_empty() {
        paint.text(
            inside,
            4,
            y,
            "Type a few letters of a question to link it.",
            paint.theme.soft,
        );
    }
}

fn line(paint: &mut Paint, inside: Rect, y: u16, form: &Form, row: FormRow) {
    let selected = form.selected() == row;
    if selected {
        paint.chevron(inside, y);
    }
    paint.text(inside, 2, y, row.name(), paint.theme.soft);
    let text = match row {
        FormRow::Title => form.title.text(),
        FormRow::Tags => form.tags.text(),
        FormRow::Questions => form.query.text(),
        FormRow::Kind if form.kind == Kind::Story => "story",
        FormRow::Kind => "talking point",
        FormRow::Category => form.category.map_or("as its questions", Category::id),
    };
    let field = match row {
        FormRow::Title => Some(&form.title),
        FormRow::Tags => Some(&form.tags),
        FormRow::Questions => Some(&form.query),
        FormRow::Kind | FormRow::Category => None,
    };
    if let Some(field) = field.filter(|_| selected) {
        paint.field(inside, 14, y, field);
    } else {
        let style = if selected {
            paint.theme.selection
        } else {
            paint.theme.text
        };
        paint.text(inside, 14, y, text, style);
    }
}
