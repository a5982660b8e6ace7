//! Workbench: two panes side by side, and a row that says how the answer stands.

mod details_form;
mod versions;

use ratatui::layout::Rect;

use super::attempt;
use crate::app::context::Context;
use crate::app::context::FOLD;
use crate::app::hit::Shown;
use crate::app::screens::workbench::buffer::{AnswerBuffer, Locked, SaveState};
use crate::app::screens::workbench::{BenchDialog, Mode, Pane, Workbench};
use crate::app::state::Viewport;
use crate::domain::answer::length::Length;
use crate::domain::part::Part;
use crate::domain::settings::Settings;
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::page::{Page, halves};
use crate::ui::paint::{Focus, Paint};
use crate::ui::widgets::diff;
use crate::ui::widgets::diff::Same;
use crate::ui::widgets::filter_list;
use crate::ui::widgets::reading;
use crate::ui::widgets::reading::Weight;
use crate::ui::widgets::text_editor;

/// ```text
/// edit · The queue that could wait                      typing · not saved yet
///
/// ╭ Question ──────────────╮╭ Answer ────────────────╮
/// │ ...                    ││ ...                    │
/// ╰────────────────────────╯╰────────────────────────╯
///   142 words, about 1:01     situation ✓   task empty
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, bench: &Workbench) -> Viewport {
    header(paint, page, cx, bench);
    let body = page.body;
    let panes = Rect {
        height: body.height.saturating_sub(1),
        ..body
    };
    let seen = if usize::from(page.whole.width) < FOLD {
        let panes = below_question(paint, panes, cx, bench);
        pane(paint, panes, cx, bench, bench.focus)
    } else {
        let [left, right] = halves(panes);
        let first = pane(paint, left, cx, bench, 0);
        let second = pane(paint, right, cx, bench, 1);
        if bench.focus == 0 { first } else { second }
    };
    let row = Rect {
        y: body.y + body.height.saturating_sub(1),
        height: 1,
        ..body
    };
    status(paint, row, cx, bench);
    if let Some(form) = &bench.form {
        self::details_form::draw(paint, page, cx, form);
    }
    if bench.dialog.is_some() {
        paint.dim(page.whole);
    }
    match &bench.dialog {
        Some(BenchDialog::Beside(search)) => {
            filter_list::draw(paint, page, "Show in this pane", search, |row| row.kind().to_owned())
        }
        Some(BenchDialog::Versions(listed)) => versions::draw(paint, page, listed),
        None => seen,
    }
}

/// Rows of the question above its answer, where one pane is shown.
const ASKED: u16 = 2;

/// Above an answer that is shown alone stands the question it is for; what is left of the area.
fn below_question(paint: &mut Paint, area: Rect, cx: &Context, bench: &Workbench) -> Rect {
    let question = bench.question.as_ref().filter(|_| bench.sheet().is_some());
    let Some(question) = question.and_then(|id| cx.workspace.library.question(id.as_str())) else {
        return area;
    };
    if area.height < 4 * ASKED {
        return area;
    }
    let used = paint.lines(area, 2, 0, &question.ask, ASKED, paint.theme.text);
    Rect {
        y: area.y + used,
        height: area.height - used,
        ..area
    }
}

fn header(paint: &mut Paint, page: &Page, cx: &Context, bench: &Workbench) {
    let hand = match bench.hand {
        Mode::Normal => "reading",
        Mode::Insert => "typing",
    };
    let title = bench
        .at_hand()
        .map_or_else(|| "answers".to_owned(), AnswerBuffer::title);
    let kept = bench.at_hand().map_or("", |sheet| match &sheet.kept {
        SaveState::Clean if sheet.path.is_none() => " · new",
        SaveState::Clean => " · saved",
        SaveState::Dirty => " · not saved yet",
        SaveState::Saving => " · saving",
        SaveState::Failed(_) => " · not saved",
    });
    page.header(paint, cx, &["edit", &title], &format!("{hand}{kept}"));
}

fn pane(paint: &mut Paint, area: Rect, cx: &Context, bench: &Workbench, which: usize) -> Viewport {
    let focus = if bench.focus == which {
        Focus::Here
    } else {
        Focus::Elsewhere
    };
    match &bench.panes[which] {
        Pane::Question { id, scroll } => {
            let inside = paint.pane(area, "Question", "", focus);
            let lines = cx
                .workspace
                .library
                .question(id.as_str())
                .map(|question| reading::question_lines(cx, question, usize::from(inside.width)))
                .unwrap_or_default();
            text(paint, inside, &lines, *scroll)
        }
        Pane::Answer(sheet) => {
            let right = match sheet.locked {
                Some(Locked::Long) => "only to read: over 1,500 lines",
                Some(Locked::Hidden) => "only to read: hidden characters",
                None => "",
            };
            let inside = paint.pane(area, &sheet.title(), right, focus);
            answer(paint, inside, cx, sheet)
        }
        Pane::Version {
            title,
            sides: [older, newer],
            lines,
            scroll,
        } => {
            let inside = paint.pane(area, title, "", focus);
            diff::sides(paint, inside, older, newer);
            let below = Rect {
                y: inside.y + 2,
                height: inside.height.saturating_sub(2),
                ..inside
            };
            diff::draw(paint, below, lines, Same::Shown, *scroll)
        }
        Pane::Attempt { id, scroll } => {
            let inside = paint.pane(area, "Told", "", focus);
            let lines = cx
                .workspace
                .history
                .attempt(id)
                .map(|attempt| attempt::lines(cx, attempt, usize::from(inside.width)))
                .unwrap_or_default();
            text(paint, inside, &lines, *scroll)
        }
        Pane::Sample { id, scroll } => {
            let inside = paint.pane(area, "Sample", "only to read", focus);
            let columns = usize::from(inside.width);
            let shown = cx.workspace.library.sample(id).map(Shown::Answer);
            let lines = shown.map_or_else(Vec::new, |shown| reading::lines(cx, shown, columns, usize::MAX));
            text(paint, inside, &lines, *scroll)
        }
        Pane::Hint { title, body, scroll } => {
            let inside = paint.pane(area, title, "", focus);
            let lines: Vec<(String, Weight)> = wrap(body, usize::from(inside.width))
                .into_iter()
                .map(|line| (line, Weight::Plain))
                .collect();
            text(paint, inside, &lines, *scroll)
        }
    }
}

fn answer(paint: &mut Paint, inside: Rect, cx: &Context, sheet: &AnswerBuffer) -> Viewport {
    if sheet.locked.is_none() {
        let (usual, late) = (paint.theme.soft, paint.theme.warn);
        return text_editor::draw(paint, inside, &sheet.editor, |line| {
            let (part, length) = sheet.part_at(line)?;
            let (says, over) = told(part, length, cx);
            Some((says, if over { late } else { usual }))
        });
    }
    let rows = usize::from(inside.height);
    let (line, _) = sheet.editor.caret();
    let start = line.min(sheet.editor.lines().len().saturating_sub(rows));
    for (y, text) in sheet.editor.lines().iter().skip(start).take(rows).enumerate() {
        paint.text(inside, 0, y as u16, text, paint.theme.text);
    }
    Viewport {
        rows,
        of: sheet.editor.lines().len(),
        ..Viewport::default()
    }
}

/// How much longer than its aim a part is before that is said.
const LATE: f64 = 1.25;

/// How long a part takes to tell, beside its aim, and whether that is much too long.
fn told(part: Part, length: Length, cx: &Context) -> (String, bool) {
    let settings = &cx.workspace.settings;
    let seconds = length.seconds(settings.pace.unwrap_or(Settings::PACE));
    match settings.band.aim(part, f64::from(settings.speak)) {
        Some(aim) => {
            let says = format!("{} of {}", clock(seconds), clock(aim as u64));
            (says, seconds as f64 > aim * LATE)
        }
        None => (clock(seconds), false),
    }
}

fn text(paint: &mut Paint, inside: Rect, lines: &[(String, Weight)], scroll: usize) -> Viewport {
    let rows = usize::from(inside.height);
    for (y, (line, weight)) in lines.iter().skip(scroll).take(rows).enumerate() {
        let style = reading::style(paint.theme, *weight);
        paint.text(inside, 0, y as u16, line, style);
    }
    Viewport {
        rows,
        of: lines.len(),
        ..Viewport::default()
    }
}

/// Words, spoken time, parts, unfinished places; or what is looked for.
fn status(paint: &mut Paint, row: Rect, cx: &Context, bench: &Workbench) {
    let theme = *paint.theme;
    if let Some(find) = &bench.find {
        paint.text(row, 2, 0, "find", theme.accent);
        paint.field(row, 8, 0, find);
        return;
    }
    let Some(sheet) = bench.at_hand() else {
        return;
    };
    let pace = cx.workspace.settings.pace.unwrap_or(Settings::PACE);
    let words = sheet.words();
    let spoken = clock(words as u64 * 60 / u64::from(pace));
    let narrow = usize::from(row.width) < FOLD;
    let (gap, about, empty) = if narrow {
        (2, "", " –")
    } else {
        (3, "about ", " empty")
    };
    let length = format!("{}, {about}{spoken}", count(words, "word"));
    let mut at = 2 + paint.text(row, 2, 0, &length, theme.text);
    for (part, told) in sheet.parts() {
        let (word, style) = if *told {
            (" ✓", theme.accent)
        } else {
            (empty, theme.soft)
        };
        at = paint.pieces(row, at + gap, 0, &[(part.id(), theme.text), (word, style)]);
    }
    if bench.hand == Mode::Normal {
        let places = sheet.unfinished();
        let says = format!("{places} to finish");
        if places > 0 && usize::from(at + gap) + says.len() <= usize::from(row.width) {
            paint.text(row, at + gap, 0, &says, theme.soft);
        }
    }
}
