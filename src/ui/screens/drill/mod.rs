//! A drill: the stage to think, speak and be asked on, the rating, the summary.

mod answer_pane;
pub(in crate::ui) mod rate;
mod split;
pub(in crate::ui) mod stage;
pub(in crate::ui) mod summary;

pub(in crate::ui) use self::split::{Told, against_the_aim, cells, parts_told};

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::drill_setup::category_id;
use crate::app::context::Context;
use crate::app::screens::drill::DrillScreen;
use crate::domain::drill::{Drill, Phase, Turn};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// The questions beyond which they are no longer shown as dots.
const DOTS: usize = 14;

/// Where in the drill one is: `● ◉ ○ ○   question 2 of 4 · conflict`, and something at the right.
fn header(paint: &mut Paint, page: &Page, cx: &Context, drill: &Drill, right: &str) {
    let theme = *paint.theme;
    let told = drill.told.len();
    let (done, here) = match drill.phase {
        Phase::Summary => (drill.len(), false),
        _ => (told, true),
    };
    let dots = [
        ("● ".repeat(done), theme.accent),
        ("◉ ".repeat(usize::from(here)), theme.heading),
        ("○ ".repeat(drill.len() - done - usize::from(here)), theme.faint),
    ];
    let question = drill
        .now
        .as_ref()
        .and_then(|telling| cx.workspace.library.question(&telling.question));
    let place = match drill.phase {
        Phase::Summary => "summary".to_owned(),
        _ => format!("question {} of {}", drill.number(), drill.len()),
    };
    let category = category_id(question.map(|question| question.category));
    let mut pieces: Vec<(&str, Style)> = Vec::new();
    if drill.len() <= DOTS {
        pieces.extend(dots.iter().map(|(dots, style)| (dots.as_str(), *style)));
        pieces.push(("  ", theme.text));
    }
    pieces.push((&place, theme.text));
    if !category.is_empty() {
        pieces.extend([(" · ", theme.faint), (category, theme.soft)]);
    }
    page.drill_header(paint, cx, &pieces, right);
}

/// What is asked.
fn ask<'a>(cx: &Context<'a>, telling: &Turn) -> &'a str {
    let question = cx.workspace.library.question(&telling.question);
    question.map_or("This question is no longer in the banks.", |question| {
        question.ask.as_str()
    })
}

/// Which company values the question tests, if any.
fn tests(cx: &Context, drill: &Drill, telling: &Turn) -> Option<String> {
    let values = cx.values_tested(&telling.question, drill.plan.lens.as_deref())?;
    Some(format!("tests {values}"))
}

/// The note, while it is typed or once it is; answers with the rows used.
fn note(paint: &mut Paint, area: Rect, y: u16, screen: &DrillScreen, telling: &Turn) -> u16 {
    let y = y.min(area.height.saturating_sub(1));
    if let Some(field) = &screen.note {
        paint.text(area, 0, y, "note", paint.theme.accent);
        paint.field(area, NOTE, y, field);
        return 1;
    }
    if telling.note.is_empty() {
        return 0;
    }
    paint.text(area, 0, y, "note", paint.theme.faint);
    paint.lines(area, NOTE, y, &telling.note, area.height - y, paint.theme.text)
}

/// The column of the note.
const NOTE: u16 = 11;
