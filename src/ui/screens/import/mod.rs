//! Import: the path, the file looked through, what was written.

mod asking;
mod becomes;
mod look;
mod words;

use crate::app::context::Context;
use crate::app::screens::import::{Import, Stage};
use crate::app::widgets::viewport::Viewport;
use crate::domain::import_summary::Written;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{behind, below};
use crate::ui::widgets::pane::window;

/// One stage of the import.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, import: &Import) -> Viewport {
    if let Stage::Looking(look) = &import.stage {
        let (done, all) = look.progress();
        let looked = format!("{done} of {all} looked at, nothing written");
        let right = if all == 0 { "nothing written" } else { &looked };
        page.header(paint, cx, &["bring my notes", file(&import.path)], right);
    } else {
        page.plain_header(paint, cx, "bring my notes");
    }
    let body = page.body;
    match &import.stage {
        Stage::Path { field, hints, row } => {
            paint.text(
                body,
                2,
                0,
                "Which file? Text, Markdown, org, HTML, Word, a workbook, CSV, JSON.",
                paint.theme.text,
            );
            paint.text(body, 2, 2, "file", paint.theme.accent);
            paint.field(body, 8, 2, field);
            let list = behind(below(body, 4), 6);
            let rows = usize::from(body.height.saturating_sub(6));
            let start = window(row.unwrap_or(0), rows);
            if row.is_none() {
                paint.clicks.unmarked(list);
            }
            for (y, hint) in hints.iter().skip(start).take(rows).enumerate() {
                let style = paint.choice(list, y as u16, *row == Some(start + y));
                let style = if *row == Some(start + y) {
                    style
                } else {
                    paint.theme.soft
                };
                paint.text(list, 2, y as u16, hint, style);
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
        Stage::Looking(look) => {
            let below = look::draw(paint, page.hanging(), look);
            look.ask
                .as_ref()
                .map_or(below, |ask| asking::draw(paint, page, cx, ask))
        }
        Stage::Done(written) => {
            done(paint, page, written);
            Viewport::default()
        }
    }
}

/// The name of a file, without its folders.
fn file(path: &str) -> &str {
    path.rsplit('/').find(|piece| !piece.is_empty()).unwrap_or(path)
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
    if written.waiting > 0 {
        let (waits, them) = if written.waiting == 1 {
            ("waits", "it")
        } else {
            ("wait", "them")
        };
        let says = format!(
            "{} {waits}: name the file again to look at {them}.",
            count(written.waiting, "doubtful one")
        );
        paint.text(body, 2, 3, &says, paint.theme.warn);
    }
    paint.text(
        body,
        2,
        5,
        "Your own file stays as it was; a copy of it is in imports.",
        paint.theme.soft,
    );
}
