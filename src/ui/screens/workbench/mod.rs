//! Workbench: two panes side by side, and a row that says how the answer stands.

mod details_form;
mod standing;
mod versions;

use ratatui::layout::Rect;

use super::attempt;
use crate::app::context::Context;
use crate::app::context::FOLD;
use crate::app::screens::workbench::buffer::{AnswerBuffer, Locked, SaveState};
use crate::app::screens::workbench::over::{BenchDialog, PaneChoice};
use crate::app::screens::workbench::{Mode, Pane, Workbench};
use crate::app::widgets::viewport::Viewport;
use crate::domain::subject::Subject;
use crate::ui::page::{Page, halves};
use crate::ui::paint::{Focus, Paint};
use crate::ui::widgets::areas::{above, below};
use crate::ui::widgets::diff;
use crate::ui::widgets::diff::Same;
use crate::ui::widgets::filter_list;
use crate::ui::widgets::reading;
use crate::ui::widgets::reading::{Line, Weight};
use crate::ui::widgets::text_editor;

/// ```text
///   The queue that could wait                      ● not saved · typing
///   ───────────────────────────────────────────────────────────────────
///   ╭ Question ──────────────╮╭ Answer ──────────── 289 words · 2:03 ─╮
///   │ ...                    ││ Situation ┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 0:22 of 0:24 │
///   │                        ││~...                                   │
///   ╰────────────────────────╯╰───────────────────────────────────────╯
///   ━━━━━━━━━━━┃━━━━━┃━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┃━━━━━━━┊  2:03 of 2:00
///   situation  task  action                          result, too long
///   ~ this sentence stops. Finish the sentence          1 of 3   ctrl-n next
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, bench: &Workbench) -> Viewport {
    header(paint, page, cx, bench);
    let body = page.content();
    let panes = above(body, if body.height >= ROOMY { standing::ROWS } else { 1 });
    let seen = if usize::from(page.whole.width) < FOLD {
        let panes = below_question(paint, panes, cx, bench);
        pane(paint, panes, cx, bench, bench.focus)
    } else {
        let [left, right] = halves(panes);
        let first = pane(paint, left, cx, bench, 0);
        let second = pane(paint, right, cx, bench, 1);
        if bench.focus == 0 { first } else { second }
    };
    standing::draw(paint, below(body, panes.height), cx, bench);
    if let Some(form) = &bench.form {
        self::details_form::draw(paint, page, cx, form);
        return Viewport::default();
    }
    if bench.dialog.is_some() {
        paint.dim(page.whole);
    }
    match &bench.dialog {
        Some(BenchDialog::PanePicker(search)) => {
            let kind = |row: &PaneChoice| row.kind().to_owned();
            let subject = |row: &PaneChoice| row.subject(cx.workspace);
            filter_list::draw_with_preview(paint, (page, cx), "Show in this pane", search, kind, subject)
        }
        Some(BenchDialog::Versions(listed)) => versions::draw(paint, page, listed),
        None => seen,
    }
}

/// Rows of the body from which the time of an answer stands below it.
const ROOMY: u16 = 12;

/// Rows of the question above its answer, where one pane is shown.
const ASKED: u16 = 2;

/// Above an answer that is shown alone stands the question it is for; what is left of the area.
fn below_question(paint: &mut Paint, area: Rect, cx: &Context, bench: &Workbench) -> Rect {
    let question = bench.question.as_ref().filter(|_| bench.buffer().is_some());
    let Some(question) = question.and_then(|id| cx.workspace.library.question(id)) else {
        return area;
    };
    if area.height < 4 * ASKED {
        return area;
    }
    let used = paint.lines(area, 0, 0, &question.ask, ASKED, paint.theme.heading);
    below(area, used)
}

fn header(paint: &mut Paint, page: &Page, cx: &Context, bench: &Workbench) {
    let theme = *paint.theme;
    let hand = match bench.hand {
        Mode::Normal => "reading",
        Mode::Insert => "typing",
    };
    let title = bench
        .at_hand()
        .map_or_else(|| "Answers".to_owned(), AnswerBuffer::title);
    let (kept, style) = match bench.at_hand().map(|buffer| (&buffer.kept, &buffer.path)) {
        None => ("", theme.soft),
        Some((SaveState::Clean, None)) => ("new · ", theme.soft),
        Some((SaveState::Clean, Some(_))) => ("✓ saved · ", theme.accent),
        Some((SaveState::Dirty, _)) => ("● not saved · ", theme.warn),
        Some((SaveState::Saving, _)) => ("● saving · ", theme.warn),
        Some((SaveState::Failed(_), _)) => ("● not saved · ", theme.bad),
    };
    page.header_in(paint, cx, &[&title], (&format!("{kept}{hand}"), style));
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
            let question = cx.workspace.library.question(id);
            let columns = usize::from(inside.width);
            let lines = question.map(|question| reading::question_lines(cx, question, columns));
            text(paint, inside, &lines.unwrap_or_default(), *scroll)
        }
        Pane::Answer(buffer) => {
            let right = match buffer.locked {
                Some(Locked::Long) => "only to read: over 1,500 lines".to_owned(),
                Some(Locked::Hidden) => "only to read: hidden characters".to_owned(),
                None => standing::length(cx, buffer),
            };
            // Of two answers each says which it is; one alone has its title above.
            let alone = bench.buffers().count() < 2;
            let title = if alone { "Answer".to_owned() } else { buffer.title() };
            let inside = paint.pane(area, &title, &right, focus);
            answer(paint, inside, cx, buffer)
        }
        Pane::Version {
            title,
            sides: [older, newer],
            lines,
            scroll,
        } => {
            let inside = paint.pane(area, title, "", focus);
            diff::sides(paint, inside, older, newer);
            diff::draw(paint, below(inside, 2), lines, Same::Shown, *scroll)
        }
        Pane::Attempt { id, scroll } => {
            let inside = paint.pane(area, "Told", "", focus);
            let attempt = cx.workspace.history.attempt(id);
            let lines = attempt.map(|attempt| attempt::lines(cx, attempt, usize::from(inside.width)));
            text(paint, inside, &lines.unwrap_or_default(), *scroll)
        }
        Pane::Sample { id, scroll } => {
            let inside = paint.pane(area, "Sample", "only to read", focus);
            let columns = usize::from(inside.width);
            let shown = cx.workspace.library.sample(id).map(Subject::Answer);
            let lines = shown.map_or_else(Vec::new, |shown| reading::lines(cx, shown, columns, usize::MAX));
            text(paint, inside, &lines, *scroll)
        }
        Pane::Hint { title, body, scroll } => {
            let inside = paint.pane(area, title, "", focus);
            let lines: Vec<Line> = reading::wrapped(body, usize::from(inside.width), Weight::Plain).collect();
            text(paint, inside, &lines, *scroll)
        }
    }
}

fn answer(paint: &mut Paint, inside: Rect, cx: &Context, buffer: &AnswerBuffer) -> Viewport {
    if buffer.locked.is_none() {
        let (usual, late) = (paint.theme.soft, paint.theme.warn);
        let beside = |line| {
            let (part, length) = buffer.part_at(line)?;
            let (says, over) = standing::told(part, length, cx);
            Some((says, if over { late } else { usual }))
        };
        let signs = [paint.theme.bad, paint.theme.warn, paint.theme.soft];
        let sign = |line| buffer.finding_at(line).map(|finding| standing::sign(finding, signs));
        return text_editor::draw(paint, inside, &buffer.editor, beside, sign);
    }
    let rows = usize::from(inside.height);
    let (line, _) = buffer.editor.caret();
    let start = line.min(buffer.editor.lines().len().saturating_sub(rows));
    for (y, text) in buffer.editor.lines().iter().skip(start).take(rows).enumerate() {
        paint.text(inside, 0, y as u16, text, paint.theme.text);
    }
    paint.more_in_pane(inside, start + rows, buffer.editor.lines().len());
    Viewport::of(rows, buffer.editor.lines().len())
}

fn text(paint: &mut Paint, inside: Rect, lines: &[Line], scroll: usize) -> Viewport {
    let rows = usize::from(inside.height);
    for (y, line) in lines.iter().skip(scroll).take(rows).enumerate() {
        paint.text(inside, 0, y as u16, &line.text, line.style(paint.theme));
    }
    paint.more_in_pane(inside, scroll + rows, lines.len());
    Viewport::of(rows, lines.len())
}
