//! The answer that was told: its key points to tick, what was missing to tick below them.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::drill::rating::was_missing;
use crate::app::screens::drill::{DrillScreen, RateFocus};
use crate::domain::answer::Answer;
use crate::domain::drill::Turn;
use crate::domain::part::Part;
use crate::domain::question::Question;
use crate::domain::rating::Dimension;
use crate::markup::lines::contents;
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, behind, below};

/// Lines of an answer without key points that are shown.
const BEGINNING: usize = 6;

/// A row of the pane.
struct PointLine {
    /// What is ticked in it, in its first row.
    tick: Option<RateFocus>,
    /// Whether it is the first row of that.
    first: bool,
    ticked: bool,
    text: String,
    kind: Kind,
}

/// How much of each key point is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Points {
    /// All of it.
    Whole,
    /// A row.
    Begun,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Point,
    Text,
}

/// Answers with the rows used.
///
/// ```text
///   ‹ The queue that could wait ›                 said 4 of 6
///   ✓ asked for the numbers behind his fear
/// ▌ · a two-day trial on one tenant
///
///   What was missing (if anything)
///   · structure   a listener could follow it
/// ```
pub(super) fn draw(paint: &mut Paint, area: Rect, cx: &Context, screen: &DrillScreen, telling: &Turn) -> u16 {
    let content = behind(area, 2);
    title(paint, content, cx, telling);
    let columns = usize::from(content.width);
    let list = below(area, 1);
    let all = usize::from(list.height);
    // All key points are shown whole where there is room for that.
    let whole = lines(cx, screen, telling, columns, Points::Whole);
    let lines = if whole.len() > all {
        lines(cx, screen, telling, columns, Points::Begun)
    } else {
        whole
    };
    let rows = if lines.len() > all { all.saturating_sub(1) } else { all };
    let selected = lines
        .iter()
        .rposition(|line| line.tick == Some(screen.focus))
        .unwrap_or(0);
    let start = (selected + 2)
        .saturating_sub(rows)
        .min(lines.len().saturating_sub(rows));
    for (y, line) in (0..).zip(lines.iter().skip(start).take(rows)) {
        row(paint, list, y, line, line.tick == Some(screen.focus));
    }
    paint.more_below(list, list.height.saturating_sub(1), start + rows, lines.len());
    1 + rows.min(lines.len()) as u16
}

/// The answer told, between the arrows that turn it; at the right how much of it was said.
fn title(paint: &mut Paint, area: Rect, cx: &Context, telling: &Turn) {
    let theme = *paint.theme;
    let answer = told(cx, telling);
    let company = answer.and_then(|answer| cx.overview.heard_by(&answer.id));
    let said = telling.said.as_ref().map(std::collections::BTreeSet::len);
    let right = match (said, company, answer) {
        (Some(said), ..) => format!("said {said} of {}", telling.beats.len()),
        (None, Some(company), _) => format!("{company} heard it"),
        (None, None, Some(_)) if !telling.beats.is_empty() => count(telling.beats.len(), "key point"),
        _ => String::new(),
    };
    let used = paint.right(area, 0, &right, theme.soft);
    let room = before(area, used + 4);
    let others = !cx.workspace.library.answers().is_empty();
    let turn = |sign: &'static str| if others { sign } else { "" };
    let mut at = paint.text(room, 0, 0, turn("‹ "), theme.faint);
    let name = answer.map_or("No answer yet", |answer| answer.title.as_str());
    at += paint.text(room, at, 0, name, theme.heading);
    paint.text(area, at, 0, turn(" ›"), theme.faint);
}

fn told<'a>(cx: &Context<'a>, telling: &Turn) -> Option<&'a Answer> {
    cx.workspace.library.answer(telling.answer.as_ref()?.as_str())
}

fn row(paint: &mut Paint, list: Rect, y: u16, line: &PointLine, selected: bool) {
    let theme = *paint.theme;
    if selected && line.first {
        paint.chevron(list, y);
    }
    let style = match line.kind {
        Kind::Head => theme.faint,
        Kind::Point if selected => theme.selection,
        Kind::Point | Kind::Text => theme.text,
    };
    if line.kind != Kind::Point {
        paint.text(list, 2, y, &line.text, style);
        return;
    }
    if line.first {
        let missing = matches!(line.tick, Some(RateFocus::Missing(_)));
        let mark = match (line.ticked, missing) {
            (true, false) => ("✓", theme.accent),
            (true, true) => ("✓", theme.warn),
            (false, _) => ("·", theme.faint),
        };
        paint.text(list, 2, y, mark.0, mark.1);
    }
    paint.text(list, 4, y, &line.text, style);
}

fn lines(cx: &Context, screen: &DrillScreen, telling: &Turn, columns: usize, shown: Points) -> Vec<PointLine> {
    let text = |text: String| PointLine {
        tick: None,
        first: false,
        ticked: false,
        text,
        kind: Kind::Text,
    };
    let mut lines: Vec<PointLine> = match told(cx, telling) {
        Some(_) if !telling.beats.is_empty() => points(screen, telling, columns.saturating_sub(2), shown),
        Some(answer) => {
            let wrapped = contents(answer.body()).flat_map(|line| wrap(line, columns));
            wrapped.take(BEGINNING).map(text).collect()
        }
        None => {
            let says = "e writes it; ← and → name another answer, if you told one.";
            wrap(says, columns).into_iter().map(text).collect()
        }
    };
    lines.push(text(String::new()));
    lines.push(PointLine {
        kind: Kind::Head,
        ..text("What was missing (if anything)".to_owned())
    });
    lines.extend(Dimension::ALL.into_iter().enumerate().map(|(n, dimension)| PointLine {
        tick: Some(RateFocus::Missing(n)),
        first: true,
        ticked: was_missing(telling.dimensions[n]),
        text: format!("{:<11} {}", dimension.label(), dimension.sentence()),
        kind: Kind::Point,
    }));
    lines
}

/// The key points under the part they belong to; the selected one always whole.
fn points(screen: &DrillScreen, telling: &Turn, columns: usize, shown: Points) -> Vec<PointLine> {
    let mut lines = Vec::new();
    let mut part: Option<Part> = None;
    for (n, beat) in telling.beats.iter().enumerate() {
        let tick = RateFocus::Point(n);
        if beat.part != part {
            part = beat.part;
            lines.push(PointLine {
                tick: None,
                first: false,
                ticked: false,
                text: part.map_or("", Part::title).to_owned(),
                kind: Kind::Head,
            });
        }
        let wrapped = wrap(&beat.text, columns);
        let most = if screen.focus == tick || shown == Points::Whole {
            4
        } else {
            1
        };
        let cut = wrapped.len() > most;
        for (piece, text) in wrapped.into_iter().take(most).enumerate() {
            let text = if cut && piece + 1 == most {
                Shown::new(&format!("{text} …")).fit(columns)
            } else {
                text
            };
            lines.push(PointLine {
                tick: Some(tick),
                first: piece == 0,
                ticked: telling.said.as_ref().is_some_and(|said| said.contains(&n)),
                text,
                kind: Kind::Point,
            });
        }
    }
    lines
}

/// What they listen for; answers with the row below.
pub(super) fn listen_for(paint: &mut Paint, inside: Rect, y: u16, question: &Question) -> u16 {
    if question.listen_for.is_empty() {
        return y;
    }
    let mut y = y;
    paint.text(inside, 0, y, "They listen for", paint.theme.faint);
    y += 1;
    for line in &question.listen_for {
        paint.text(inside, 0, y, "·", paint.theme.faint);
        let used = paint.lines(inside, 2, y, line, inside.height.saturating_sub(y), paint.theme.text);
        y += used.max(1);
    }
    y
}
