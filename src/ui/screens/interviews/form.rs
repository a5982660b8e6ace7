//! Small forms about an interview, and the list of what can have happened.

use crate::app::context::Context;
use crate::app::screens::interviews::dialogs::{Dialog, Prepare};
use crate::app::screens::interviews::event_menu::Log;
use crate::app::screens::interviews::form::InterviewForm;
use crate::app::widgets::viewport::Viewport;
use crate::domain::id::AnswerId;
use crate::text::wrap::wrap;
use crate::ui::overlays::open;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::{filter_list, form};

/// Where values begin.
const VALUE: u16 = 12;

/// Draws what lies over a screen of interviews; answers with how much of it is seen.
pub(super) fn draw(paint: &mut Paint, page: &Page, cx: &Context, dialog: &Dialog) -> Viewport {
    paint.dim(page.whole);
    match dialog {
        Dialog::Form(slip) => draw_slip(paint, page, slip),
        Dialog::Happened(log) => draw_log(paint, page, log),
        Dialog::Prepare(prepare) => {
            let heard = |(_, told): &(AnswerId, bool)| if *told { "they heard it already" } else { "" }.to_owned();
            let subject = |row: &(AnswerId, bool)| Prepare::subject(row, cx.workspace);
            let title = "Prepared for this round";
            filter_list::draw_with_preview(paint, (page, cx), title, &prepare.search, heard, subject)
        }
    }
}

fn draw_slip(paint: &mut Paint, page: &Page, slip: &InterviewForm) -> Viewport {
    let theme = *paint.theme;
    let rows = slip.form.rows.len() as u16;
    let mut note = Vec::new();
    if !slip.note.is_empty() {
        note = wrap(&slip.note, usize::from(page.body.width.min(80)).saturating_sub(8));
        note.push(String::new());
    }
    let inside = open(paint, page, &slip.title, "", 80, rows + note.len() as u16 + 5);
    form::rows(paint, inside, &slip.form, VALUE);
    let (says, style) = match (&slip.wrong, slip.form.rows.get(slip.form.row)) {
        (Some(wrong), _) => (wrong.as_str(), theme.bad),
        (None, Some(row)) => (row.hint, theme.soft),
        (None, None) => ("", theme.soft),
    };
    for (n, line) in note.iter().enumerate() {
        paint.text(inside, 2, rows + 1 + n as u16, line, theme.text);
    }
    let rows = rows + note.len() as u16;
    paint.lines(inside, 2, rows + 1, says, 2, style);
    Viewport::default()
}

fn draw_log(paint: &mut Paint, page: &Page, log: &Log) -> Viewport {
    let rows = log.list.len();
    let title = format!("{}: what happened?", log.company);
    let inside = open(paint, page, &title, "", 60, rows as u16 + 2);
    for (n, happened) in log.list.iter().enumerate() {
        let selected = n == log.row;
        let style = paint.choice(inside, n as u16, selected);
        paint.text(inside, 2, n as u16, happened.words(), style);
    }
    Viewport::of(rows, rows)
}
