//! Import: the path, the file looked through, what was written.

mod look;
mod words;

use crate::app::context::Context;
use crate::app::screens::import::{Import, Stage};
use crate::app::widgets::viewport::Viewport;
use crate::domain::import_summary::Written;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// One stage of the import.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, import: &Import) -> Viewport {
    page.plain_header(paint, cx, "bring my notes");
    let body = page.body;
    match &import.stage {
        Stage::Path { field, hints } => {
            paint.text(
                body,
                2,
                0,
                "Which file? Any notes: text, Markdown, org, CSV, JSON.",
                paint.theme.text,
            );
            paint.text(body, 2, 2, "file", paint.theme.accent);
            paint.field(body, 8, 2, field);
            for (n, hint) in hints
                .iter()
                .take(usize::from(body.height.saturating_sub(6)))
                .enumerate()
            {
                paint.text(body, 8, 4 + n as u16, hint, paint.theme.soft);
            }
            if hints.is_empty() && !field.text().is_empty() {
                paint.text(body, 8, 4, "nothing here begins so", paint.theme.soft);
            }
            Viewport::default()
        }
        Stage::Reading => {
            paint.text(body, 2, 0, "Reading the file.", paint.theme.soft);
            Viewport::default()
        }
        Stage::Looking(look) => look::draw(paint, body, look, import.said()),
        Stage::Done(written) => {
            done(paint, page, written);
            Viewport::default()
        }
    }
}

fn done(paint: &mut Paint, page: &Page, written: &Written) {
    let body = page.body;
    let mut says = format!(
        "Written: {}, {}",
        count(written.answers, "answer"),
        count(written.questions, "question")
    );
    if written.interviews > 0 {
        says.push_str(&format!(", {}", count(written.interviews, "interview")));
    }
    says.push('.');
    paint.text(body, 2, 0, &says, paint.theme.heading);
    if written.known > 0 {
        let known = format!("{} were here already and stayed as they are.", written.known);
        paint.text(body, 2, 1, &known, paint.theme.soft);
    }
    if let Some(notes) = &written.notes {
        let notes = format!("The rest of its text is in {notes}.");
        paint.text(body, 2, 2, &notes, paint.theme.soft);
    }
    paint.text(
        body,
        2,
        4,
        "Your own file stays as it was; a copy of it is in imports.",
        paint.theme.soft,
    );
}
