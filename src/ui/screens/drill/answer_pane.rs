//! The answer beside the rating: its key points to tick, or its text.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::drill::{DrillScreen, RateFocus};
use crate::domain::answer::Answer;
use crate::domain::drill::Telling;
use crate::domain::part::Part;
use crate::domain::question::Question;
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;

/// The title of the pane and what stands at its right.
pub(in crate::ui) fn title(cx: &Context, telling: &Telling) -> (String, String) {
    let answer = telling
        .answer
        .as_ref()
        .and_then(|id| cx.workspace.library.answer(id.as_str()));
    let heard = answer.and_then(|answer| cx.overview.heard_by(&answer.id));
    let heard = heard.map(|company| format!("{company} heard it"));
    match answer {
        Some(answer) if telling.beats.is_empty() => (answer.title.clone(), heard.unwrap_or_default()),
        Some(answer) => {
            let said = telling.said.as_ref().map_or(0, std::collections::BTreeSet::len);
            let right = if telling.said.is_some() {
                format!("said {said} of {}", telling.beats.len())
            } else {
                heard.unwrap_or_else(|| count(telling.beats.len(), "key point"))
            };
            (answer.title.clone(), right)
        }
        None => ("No answer yet".to_owned(), String::new()),
    }
}

/// ```text
/// Action
///   ✓ asked for the numbers behind his fear
/// ▌ · a two-day trial on one tenant
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, inside: Rect, cx: &Context, screen: &DrillScreen, telling: &Telling) {
    let answer = telling
        .answer
        .as_ref()
        .and_then(|id| cx.workspace.library.answer(id.as_str()));
    match answer {
        Some(_) if !telling.beats.is_empty() => beats(paint, inside, screen, telling),
        Some(answer) => text(paint, inside, answer),
        None => {
            let question = cx.workspace.library.question(telling.question.as_str());
            let y = question.map_or(0, |question| listen_for(paint, inside, 0, question));
            let says = "Press e to write your answer, or a if you told one of the others.";
            for (n, line) in wrap(says, usize::from(inside.width)).iter().enumerate() {
                paint.text(inside, 0, y + 1 + n as u16, line, paint.theme.text);
            }
        }
    }
}

/// What they listen for; answers with the row below.
pub(in crate::ui) fn listen_for(paint: &mut Paint, inside: Rect, y: u16, question: &Question) -> u16 {
    if question.listen_for.is_empty() {
        return y;
    }
    let mut y = y;
    paint.text(inside, 0, y, "They listen for", paint.theme.soft);
    y += 1;
    for line in &question.listen_for {
        for (n, piece) in wrap(line, usize::from(inside.width).saturating_sub(3))
            .iter()
            .enumerate()
        {
            paint.text(inside, 1, y, if n == 0 { "·" } else { " " }, paint.theme.soft);
            paint.text(inside, 3, y, piece, paint.theme.text);
            y += 1;
        }
    }
    y
}

/// A row of the key points: a heading, or a line of one of them.
struct Line {
    beat: Option<usize>,
    first: bool,
    text: String,
}

fn beats(paint: &mut Paint, inside: Rect, screen: &DrillScreen, telling: &Telling) {
    let lines = beat_lines(screen, telling, usize::from(inside.width).saturating_sub(4));
    let rows = usize::from(inside.height);
    let last = lines
        .iter()
        .rposition(|line| line.beat == Some(screen.beat))
        .unwrap_or(0);
    let start = (last + 2).saturating_sub(rows).min(lines.len().saturating_sub(rows));
    let theme = *paint.theme;
    for (y, line) in lines.iter().skip(start).take(rows).enumerate() {
        let y = y as u16;
        let Some(beat) = line.beat else {
            paint.text(inside, 0, y, &line.text, theme.soft);
            continue;
        };
        let selected = beat == screen.beat && screen.focus == RateFocus::Points;
        let said = telling.said.as_ref().is_some_and(|said| said.contains(&beat));
        if line.first {
            if selected {
                paint.chevron(inside, y);
            }
            let (mark, style) = if said {
                ("✓", theme.accent)
            } else {
                ("·", theme.soft)
            };
            paint.text(inside, 2, y, mark, style);
        }
        let style = if selected { theme.selection } else { theme.text };
        paint.text(inside, 4, y, &line.text, style);
    }
}

fn beat_lines(screen: &DrillScreen, telling: &Telling, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut part: Option<Part> = None;
    for (n, beat) in telling.beats.iter().enumerate() {
        if beat.part != part {
            part = beat.part;
            let text = part.map_or("", Part::title).to_owned();
            lines.push(Line {
                beat: None,
                first: true,
                text,
            });
        }
        let wrapped = wrap(&beat.text, columns);
        let most = if n == screen.beat { 4 } else { 1 };
        let cut = wrapped.len() > most;
        for (piece, text) in wrapped.into_iter().take(most).enumerate() {
            let text = if cut && piece + 1 == most {
                Shown::new(&format!("{text} …")).fit(columns)
            } else {
                text
            };
            lines.push(Line {
                beat: Some(n),
                first: piece == 0,
                text,
            });
        }
    }
    lines
}

fn text(paint: &mut Paint, inside: Rect, answer: &Answer) {
    for (y, line) in wrap(answer.body().trim(), usize::from(inside.width))
        .iter()
        .take(usize::from(inside.height))
        .enumerate()
    {
        paint.text(inside, 0, y as u16, line, paint.theme.text);
    }
}
