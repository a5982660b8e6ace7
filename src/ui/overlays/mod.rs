//! What lies over a screen.

mod actions;
mod problems;
pub(super) mod recovery;

use super::widgets::areas::below;
use super::widgets::diff;
use super::widgets::diff::Same;
use super::widgets::filter_list;
pub(super) use super::widgets::filter_list::marked;
pub(super) use super::widgets::pane::{open, rows_inside, window};
use super::widgets::scrolled::Scrolled;

use super::page::Page;
use super::paint::Paint;
use crate::app::context::Context;
use crate::app::merge_conflict::MergeConflict;
use crate::app::overlays::settings::SettingRow;
use crate::app::overlays::{Confirmation, Overlay, Search, SearchHit};
use crate::app::state::App;
use crate::app::widgets::viewport::Viewport;
use crate::domain::days::ago;
use crate::text::wrap::wrap;

/// A pane in the middle of the screen with a list or a question in it.
pub(super) fn draw(paint: &mut Paint, page: &Page, app: &App, overlay: &Overlay) -> Viewport {
    match overlay {
        Overlay::Actions(list, _) => actions::draw(paint, page, &app.context(), list),
        Overlay::Find(search) => find(paint, page, &app.context(), search),
        Overlay::Problems { row } => problems::draw(paint, page, app, *row),
        Overlay::Settings { row } => settings(paint, page, app, *row),
        Overlay::Conflict(met) => self::met(paint, page, met),
        Overlay::Trash(trash) => recovery::trash(paint, page, trash),
        Overlay::Confirm(asked) => {
            ask(paint, page, app, asked);
            Viewport::default()
        }
    }
}

fn find(paint: &mut Paint, page: &Page, cx: &Context, search: &Search<SearchHit>) -> Viewport {
    let workspace = cx.workspace;
    let kind = |hit: &SearchHit| match hit {
        SearchHit::Question(id) => {
            let question = workspace.library.question(id);
            question.map_or("", |question| question.category.id()).to_owned()
        }
        SearchHit::Answer(_) => "answer".to_owned(),
        SearchHit::Note(_) => "note".to_owned(),
        SearchHit::Interview(_) => "interview".to_owned(),
        SearchHit::Attempt(id) => {
            let attempt = workspace.history.attempt(id);
            attempt.map_or(String::new(), |told| ago(told.day(&workspace.zone), workspace.today))
        }
    };
    filter_list::draw_with_preview(paint, (page, cx), "Find", search, kind, |hit| hit.subject(workspace))
}

fn settings(paint: &mut Paint, page: &Page, app: &App, row: usize) -> Viewport {
    let all = SettingRow::all();
    let rows = rows_inside(page, all.len() + 1);
    let heading = all
        .iter()
        .position(|row| matches!(row, SettingRow::Hide(_)))
        .unwrap_or(all.len());
    let shown_row = row + usize::from(row >= heading);
    let inside = open(paint, page, "Settings", "", 88, rows as u16 + 2);
    let seen = Scrolled::over(paint, inside, shown_row, all.len() + 1);
    let inside = seen.area;
    for (line, y) in seen.rows().zip(0..) {
        if line == heading {
            paint.text(inside, 2, y, "Categories", paint.theme.soft);
            continue;
        }
        let n = line - usize::from(line > heading);
        let Some(setting) = all.get(n) else {
            continue;
        };
        let style = paint.choice(inside, y, n == row);
        paint.text(inside, 2, y, setting.name(), style);
        paint.text(inside, 18, y, &setting.value(&app.workspace.settings), style);
        paint.text(inside, 36, y, setting.about(), paint.theme.soft);
    }
    seen.viewport()
}

pub(super) fn met(paint: &mut Paint, page: &Page, met: &MergeConflict) -> Viewport {
    let inside = open(
        paint,
        page,
        "The file has changed outside",
        &met.path,
        92,
        page.body.height + 1,
    );
    let says = if met.merged.is_some() {
        "Both changes fit together. This is your text with theirs worked in; nothing is written yet."
    } else {
        "Both changed the same place. This is what theirs would change in yours; nothing is written yet."
    };
    let mut y = 0;
    for line in wrap(says, usize::from(inside.width)) {
        paint.text(inside, 0, y, &line, paint.theme.text);
        y += 1;
    }
    let below = below(inside, y + 1);
    diff::draw(paint, below, &met.lines, Same::LeftOut, met.scroll)
}

/// What happens with what is not saved.
const TRIED_AGAIN: &str = "It is tried again every few seconds while greenroom is open.";

fn ask(paint: &mut Paint, page: &Page, app: &App, asked: &Confirmation) {
    let (title, says) = match asked {
        Confirmation::EndDrill => {
            let rated = app.screens.drill().is_some_and(|screen| screen.drill.rated());
            let says = match app.outbox.not_saved() {
                Some((count, reason)) if rated => format!("{count} not saved: {reason}. {TRIED_AGAIN}"),
                _ if rated => "What you rated is kept, and Today offers the rest until the day ends.".to_owned(),
                _ => "Nothing is rated yet, so nothing is recorded.".to_owned(),
            };
            ("End this drill?", says)
        }
        Confirmation::LeaveUnsaved => (
            "Leave without saving?",
            "What you typed since the last save is dropped. Esc goes back to it; there ctrl-s saves.".to_owned(),
        ),
        Confirmation::Draft { what, when, .. } => (
            "Go on with what was not saved?",
            format!("What was typed into {what} on {when} was never saved. It stays on Today until you look at it."),
        ),
        Confirmation::Trash { title, .. } => (
            "Put it into the trash?",
            format!("\"{title}\" goes into the trash. On a list u brings it back, and ? lists what is there."),
        ),
        Confirmation::QuitUnsaved => {
            let (count, reason) = app.outbox.not_saved().unwrap_or((0, ""));
            (
                "Quit although something is not saved?",
                format!("{count} not saved: {reason}. {TRIED_AGAIN}"),
            )
        }
    };
    let lines = wrap(&says, 54);
    let inside = open(paint, page, title, "", 60, lines.len() as u16 + 4);
    for (y, line) in lines.iter().enumerate() {
        paint.text(inside, 0, y as u16, line, paint.theme.text);
    }
    page.choices(paint, app, below(inside, lines.len() as u16 + 1));
}
