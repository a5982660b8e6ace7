//! Import: the path, the file looked through, what was written.

mod asking;
mod becomes;
mod look;
mod words;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::import::{Import, Stage};
use crate::app::widgets::field::Field;
use crate::app::widgets::viewport::Viewport;
use crate::domain::import_summary::Written;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, behind, below};
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
            path(paint, body, field, (hints, *row));
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
                .map_or(below, |ask| asking::draw(paint, page, cx, (look, ask)))
        }
        Stage::Done(written) => {
            done(paint, page, written);
            Viewport::default()
        }
    }
}

/// Rows and columns of the line a path is typed in, and of what begins so.
const FIELD: u16 = 2;
const HINTS: u16 = FIELD + 2;
const PATHS: u16 = 8;

/// The path being typed, and the files that begin so.
fn path(paint: &mut Paint, body: Rect, field: &Field, (hints, row): (&[String], Option<usize>)) {
    let theme = *paint.theme;
    let kinds = "Which file? Text, Markdown, org, HTML, Word, a workbook, CSV, JSON.";
    paint.text(body, 2, 0, kinds, theme.text);
    paint.text(body, 2, FIELD, "file", theme.accent);
    paint.field(body, PATHS, FIELD, field);
    if hints.is_empty() && !field.text().is_empty() {
        paint.text(body, PATHS, HINTS, "nothing here begins so", theme.soft);
    }
    // A mark stands in front of what is chosen.
    let list = behind(below(body, HINTS), PATHS - 2);
    let rows = usize::from(list.height.saturating_sub(2));
    let start = window(row.unwrap_or(0), rows);
    if row.is_none() {
        paint.clicks.unmarked(list);
    }
    for (y, hint) in hints.iter().skip(start).take(rows).enumerate() {
        let chosen = row == Some(start + y);
        let style = paint.choice(list, y as u16, chosen);
        paint.text(list, 2, y as u16, hint, if chosen { style } else { theme.soft });
    }
}

/// The name of a file, without its folders.
fn file(path: &str) -> &str {
    path.rsplit('/').find(|piece| !piece.is_empty()).unwrap_or(path)
}

/// ```text
///   Written: 2 answers, 3 questions.
///   Your own file stays as it was; a copy of it is in imports.
///
/// ▌ Drill what came in                    3 questions
/// ```
fn done(paint: &mut Paint, page: &Page, written: &Written) {
    let theme = *paint.theme;
    let kinds = [
        (written.answers, "answer"),
        (written.questions, "question"),
        (written.interviews, "interview"),
    ];
    let some = kinds.iter().filter(|(new, _)| *new > 0);
    let pieces: Vec<String> = some.map(|(new, kind)| count(*new, kind)).collect();
    let says = if pieces.is_empty() {
        "Nothing new was written.".to_owned()
    } else {
        format!("Written: {}.", pieces.join(", "))
    };
    let known = (written.known > 0).then(|| format!("{} were here already and stayed as they are.", written.known));
    let notes = written.notes.as_ref();
    let notes = notes.map(|notes| format!("The rest of its text is in {notes}."));
    let waits = (written.waiting > 0).then(|| waiting(written.waiting));
    let copied = "Your own file stays as it was; a copy of it is in imports.".to_owned();
    let lines = [
        (Some(says), theme.heading),
        (known, theme.soft),
        (notes, theme.soft),
        (waits, theme.warn),
        (Some(copied), theme.soft),
    ];
    let body = page.hanging();
    let mut y = 0;
    for (line, style) in lines.iter().filter_map(|(line, style)| Some((line.as_ref()?, style))) {
        y += paint.lines(behind(body, 2), 0, y, line, 2, *style);
    }
    let (step, about) = match written.to_drill.len() {
        0 => ("Back to Today", String::new()),
        some => ("Drill what came in", count(some, "question")),
    };
    let style = paint.choice(body, y + 1, true);
    paint.text(body, 2, y + 1, step, style);
    paint.right(before(body, 2), y + 1, &about, theme.soft);
}

/// That doubtful ones wait, and how to come back to them.
fn waiting(doubtful: usize) -> String {
    let (waits, them) = if doubtful == 1 {
        ("waits", "it")
    } else {
        ("wait", "them")
    };
    let doubtful = count(doubtful, "doubtful one");
    format!("{doubtful} {waits}: name the file again to look at {them}.")
}
