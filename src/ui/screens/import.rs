//! Import: the path, what the file would bring, what was written.

use crate::app::context::Context;
use crate::app::screens::import::{Import, Stage};
use crate::app::state::Viewport;
use crate::domain::category::Category;
use crate::domain::import_summary::{Brings, Intake, IntakeItem, Written};
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
        Stage::Summary(intake) => summary(paint, page, intake, import.scroll),
        Stage::Done(written) => {
            done(paint, page, written);
            Viewport::default()
        }
    }
}

fn summary(paint: &mut Paint, page: &Page, intake: &Intake, scroll: usize) -> Viewport {
    let body = page.body;
    let theme = *paint.theme;
    paint.text(body, 2, 0, &says(intake), theme.heading);
    paint.text(body, 2, 1, &placed(intake), theme.soft);
    let rows = usize::from(body.height.saturating_sub(4));
    let lines = intake.items.len()
        + if intake.unfinished.is_empty() {
            0
        } else {
            intake.unfinished.len() + 2
        };
    for (n, y) in (scroll..lines).zip(3..).take(rows) {
        if let Some(item) = intake.items.get(n) {
            item_line(paint, page, y, item);
            continue;
        }
        match n - intake.items.len() {
            0 => {}
            1 => {
                paint.text(body, 2, y, "To finish", theme.soft);
            }
            n => {
                let (line, text) = &intake.unfinished[n - 2];
                paint.text(body, 2, y, &format!("{line:>5}"), theme.soft);
                paint.text(body, 9, y, text.trim(), theme.text);
            }
        }
    }
    paint.more_below(body, body.height.saturating_sub(1), (scroll + rows).min(lines), lines);
    Viewport {
        rows,
        of: lines,
        ..Viewport::default()
    }
}

/// What the file would bring, in one sentence.
fn says(intake: &Intake) -> String {
    let mut pieces = Vec::new();
    for kind in Brings::ALL {
        let fresh = intake.fresh(kind);
        if fresh > 0 {
            pieces.push(count(fresh, kind.label()));
        }
    }
    let brings = if intake.items.is_empty() {
        "Nothing here reads as a question, a story or a talking point".to_owned()
    } else if pieces.is_empty() {
        "Nothing new in this file".to_owned()
    } else {
        pieces.join(", ")
    };
    match intake.known() {
        0 => brings,
        known => format!("{brings}; {known} already here"),
    }
}

fn placed(intake: &Intake) -> String {
    let rest = intake.nonblank - intake.placed.min(intake.nonblank);
    match rest {
        0 => format!("all {} lines have a place", intake.nonblank),
        rest if intake.placed == 0 => format!("{} kept as notes", count(rest, "line")),
        rest => {
            let (placed, all) = (intake.placed, intake.nonblank);
            match intake.in_part {
                0 => format!("{placed} of {all} lines have a place; {rest} are kept as notes beside them"),
                part => format!("{placed} of {all} lines have a place, {part} in part; the rest is kept as notes"),
            }
        }
    }
}

fn item_line(paint: &mut Paint, page: &Page, y: u16, item: &IntakeItem) {
    let theme = *paint.theme;
    let body = page.body;
    let style = if item.known { theme.soft } else { theme.text };
    paint.text(body, 2, y, item.kind.label(), theme.soft);
    let category = match item.category {
        _ if item.kind == Brings::Interview => "",
        Category::Unsorted => "unsorted",
        category => category.id(),
    };
    paint.text(body, 17, y, category, style);
    let mut after = if item.known {
        "already here".to_owned()
    } else {
        String::new()
    };
    if !item.unfinished.is_empty() && !item.known {
        after = format!("{} to finish", item.unfinished.len());
    }
    let used = paint.right(body, y, &after, theme.soft);
    let title = ratatui::layout::Rect {
        width: body.width.saturating_sub(used + 2),
        ..body
    };
    paint.text(title, 33, y, &item.title, style);
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
