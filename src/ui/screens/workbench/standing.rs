//! How an answer stands, below it: its time on the line of two minutes, and what is found where the caret is.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::workbench::Workbench;
use crate::app::screens::workbench::buffer::AnswerBuffer;
use crate::app::screens::workbench::finding::Finding;
use crate::check::codes::Severity;
use crate::domain::answer::length::Length;
use crate::domain::part::Part;
use crate::text::time::{clock, count};
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::before;
use crate::ui::widgets::length;

/// The rows it takes: the line, the parts, what is found.
pub(super) const ROWS: u16 = 3;

/// Columns kept for the time at the right of the line.
const TIME: u16 = 16;

/// The sign of a finding and how it is drawn: error, warning, note.
pub(super) fn sign(finding: &Finding, styles: [Style; 3]) -> (&'static str, Style) {
    let [error, warning, note] = styles;
    match finding.severity {
        Severity::Error => ("!", error),
        Severity::Warning => ("~", warning),
        Severity::Note => ("·", note),
    }
}

/// Words and the time they take to say.
pub(super) fn length(cx: &Context, buffer: &AnswerBuffer) -> String {
    let length = buffer.length();
    let seconds = cx.workspace.settings.seconds_to_say(length);
    format!("{} · {}", count(length.count(), length.noun()), clock(seconds))
}

/// The line, the parts below it, and what is found; what is looked for stands in its place. In a single row only that.
pub(super) fn draw(paint: &mut Paint, rows: Rect, cx: &Context, bench: &Workbench) {
    let last = rows.height.saturating_sub(1);
    if let Some(find) = &bench.find {
        let at = paint.text(rows, 0, last, "Find", paint.theme.accent);
        paint.field(rows, at + 2, last, find);
    } else if let Some(buffer) = bench.at_hand() {
        found(paint, rows, last, buffer);
    }
    if let Some(buffer) = bench.at_hand().filter(|_| rows.height >= ROWS) {
        line(paint, rows, cx, buffer);
    }
}

/// The time of the whole answer and of its parts.
fn line(paint: &mut Paint, rows: Rect, cx: &Context, buffer: &AnswerBuffer) {
    let theme = *paint.theme;
    let settings = &cx.workspace.settings;
    let spoken = settings.seconds_to_say(buffer.length()) as f64;
    let limit = f64::from(settings.speak);
    let track = usize::from(rows.width.saturating_sub(TIME));
    let mut from = 0.0;
    let mut parts = Vec::new();
    for (part, part_length) in buffer.headed() {
        parts.push((part, from, told(part, part_length, cx).1));
        from += settings.seconds_to_say(part_length) as f64;
    }
    let begun: Vec<f64> = parts.iter().map(|(_, from, _)| *from).collect();
    let cells = length::answer(spoken, &begun, &[], limit, track);
    length::draw(paint, rows, 0, 0, &cells);
    let style = if spoken > limit { theme.warn } else { theme.soft };
    let says = format!("{} of {}", clock(spoken as u64), clock(u64::from(settings.speak)));
    paint.right(rows, 0, &says, style);
    let mut free = 0;
    for (part, from, late) in parts {
        let at = ((from / limit * track as f64).round() as u16)
            .min(track as u16)
            .max(free);
        let (says, style) = if late {
            (format!("{}, too long", part.id()), theme.warn)
        } else {
            (part.id().to_owned(), theme.soft)
        };
        if usize::from(at) + says.len() <= usize::from(rows.width) {
            free = at + paint.text(rows, at, 1, &says, style) + 2;
        }
    }
}

/// What is found in the line of the caret and what to do about it; elsewhere how much is found.
fn found(paint: &mut Paint, rows: Rect, y: u16, buffer: &AnswerBuffer) {
    let theme = *paint.theme;
    let all: Vec<&Finding> = buffer.findings().collect();
    if all.is_empty() {
        return;
    }
    let here = buffer.finding_at(buffer.editor.caret().0);
    let place = here.and_then(|here| all.iter().position(|one| *one == here));
    let right = match place {
        Some(place) => format!("{} of {}", place + 1, all.len()),
        None => format!("{} found", all.len()),
    };
    let used = paint.right(rows, y, &right, theme.faint);
    let Some(here) = here else {
        return;
    };
    let room = before(rows, used + 2);
    let (sign, style) = sign(here, [theme.bad, theme.warn, theme.soft]);
    let what = format!("{}. ", here.what);
    let pieces = [(sign, style), (" ", theme.text), (what.as_str(), theme.text)];
    let at = paint.pieces(room, 0, y, &pieces);
    paint.text(room, at, y, &here.remedy, theme.soft);
}

/// How much longer than its aim a part is before that is said.
const LATE: f64 = 1.25;

/// How long a part takes to tell, beside its aim, and whether that is much too long.
pub(super) fn told(part: Part, length: Length, cx: &Context) -> (String, bool) {
    let settings = &cx.workspace.settings;
    let seconds = settings.seconds_to_say(length);
    match settings.band.aim(part, f64::from(settings.speak)) {
        Some(aim) => {
            let says = format!("{} of {}", clock(seconds), clock(aim as u64));
            (says, seconds as f64 > aim * LATE)
        }
        None => (clock(seconds), false),
    }
}
