//! Think, Speak and Probe: the question and the clock.

pub(in crate::ui) mod answer_pane;
pub(in crate::ui) mod rate;
pub(in crate::ui) mod summary;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::drill_setup::category_id;
use crate::app::context::Context;
use crate::app::screens::drill::{DrillScreen, shows_parts};
use crate::app::state::Viewport;
use crate::domain::clock::Moment;
use crate::domain::drill::{Drill, Hold, Phase, Telling};
use crate::domain::part::Part;
use crate::text::time::{clock, duration};
use crate::text::wrap::wrap;
use crate::ui::page::Page;
use crate::ui::paint::{DIGIT_ROWS, Paint};
use crate::ui::widgets::bars::thin;

/// How far the question stands in.
const INDENT: u16 = 8;
/// The share of the time from which it is short.
const SHORT: f64 = 0.75;

/// ```text
/// standard · 2 of 5 · conflict                                  speaking
///
///         The question, bold, at most 72 wide.
///
///                        big digits
///                          of 2:00
///
///         situation   ━━━━━━━━━━━━╌╌    0:21   aim 0:24
///       ▌ action      ━━━━━╌╌╌╌╌╌╌╌╌    0:41       1:12
///
///         note        typed here
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &DrillScreen, now: Moment) -> Viewport {
    let drill = &screen.drill;
    let Some(telling) = drill.now.as_ref() else {
        return Viewport::default();
    };
    header(paint, page, cx, drill, now);
    let body = page.body;
    let indent = if body.width >= 80 { INDENT } else { 2 };
    let text = Rect {
        x: body.x + indent,
        width: body.width.saturating_sub(indent * 2),
        ..body
    };
    let mut y = question(paint, text, cx, drill, telling);
    let tight = body.height < y + DIGIT_ROWS + 9;
    y += u16::from(!tight);
    y = face(paint, text, y, drill, now, tight);
    y += u16::from(!tight);
    if drill.phase == Phase::Speak && shows_parts(telling) {
        y = parts(paint, body, text, y, cx, drill, now);
    } else if drill.phase == Phase::Think {
        y = guess(paint, text, y, cx, telling);
    }
    note(paint, text, y + 1, screen, telling);
    Viewport::default()
}

fn header(paint: &mut Paint, page: &Page, cx: &Context, drill: &Drill, now: Moment) {
    let category = drill
        .now
        .as_ref()
        .and_then(|telling| cx.workspace.library.question(telling.question.as_str()));
    let place = format!("{} of {}", drill.number(), drill.len());
    let state = match (drill.hold(), drill.phase) {
        (Hold::Paused | Hold::Covered, _) => "paused",
        (_, Phase::Think) => "thinking",
        (_, Phase::Probe) => "they ask",
        _ if drill.seconds(now) >= u64::from(drill.target()) => "over time",
        _ => "speaking",
    };
    let name = category_id(category.map(|question| question.category));
    page.header(paint, cx, &[&drill.plan.name, &place, name], state);
}

fn question(paint: &mut Paint, text: Rect, cx: &Context, drill: &Drill, telling: &Telling) -> u16 {
    let ask = cx
        .workspace
        .library
        .question(telling.question.as_str())
        .map_or("This question is no longer in the banks.", |question| {
            question.ask.as_str()
        });
    let columns = usize::from(text.width).min(72);
    let mut y = 0;
    let asked = drill.phase == Phase::Probe;
    let style = if asked { paint.theme.soft } else { paint.theme.heading };
    for line in wrap(ask, columns).iter().take(if asked { 2 } else { 6 }) {
        paint.text(text, 0, y, line, style);
        y += 1;
    }
    if asked {
        y += 1;
        for line in wrap(drill.probe(), columns).iter().take(4) {
            paint.text(text, 0, y, line, paint.theme.heading);
            y += 1;
        }
    }
    y
}

/// The clock with what it counts to.
fn face(paint: &mut Paint, text: Rect, y: u16, drill: &Drill, now: Moment, tight: bool) -> u16 {
    let target = u64::from(drill.target());
    let read = drill.seconds(now);
    let shown = if drill.phase == Phase::Think {
        target.saturating_sub(read)
    } else {
        read
    };
    let (style, word) = colour(paint, drill, read, target);
    let area = Rect {
        width: text.width.min(72),
        ..text
    };
    let rows = if tight { 1 } else { DIGIT_ROWS };
    let clipped = Rect {
        height: (y + rows).min(area.height),
        ..area
    };
    paint.digits(clipped, y, &clock(shown), style);
    let says = match drill.phase {
        Phase::Think => format!(
            "to think, then {} to speak",
            duration(drill.now.as_ref().map_or(0, |t| t.target))
        ),
        _ => format!("of {}", clock(target)),
    };
    let says = if word.is_empty() {
        says
    } else {
        format!("{says} · {word}")
    };
    let style = if word.is_empty() { paint.theme.soft } else { style };
    paint.middle(area, y + rows, &says, style);
    y + rows + 1
}

fn colour(paint: &Paint, drill: &Drill, read: u64, target: u64) -> (Style, &'static str) {
    let theme = paint.theme;
    if drill.hold() != Hold::Running {
        return (theme.soft, "paused");
    }
    if drill.phase == Phase::Think {
        return (theme.accent, "");
    }
    if read >= target {
        (theme.bad, "over time")
    } else if read as f64 >= target as f64 * SHORT {
        (theme.warn, "come to the end")
    } else {
        (theme.accent, "")
    }
}

fn parts(paint: &mut Paint, body: Rect, text: Rect, y: u16, cx: &Context, drill: &Drill, now: Moment) -> u16 {
    let Some(telling) = drill.now.as_ref() else {
        return y;
    };
    let split = telling.split_at(drill.read(now));
    let target = f64::from(telling.target);
    let here = telling.part().filter(|_| split.is_some());
    let columns = text.width.saturating_sub(12 + 22).clamp(8, 24);
    let mut y = y;
    for part in Part::ALL {
        let spoken = split.and_then(|split| split.of(part));
        let aim = cx.workspace.settings.band.aim(part, target);
        if aim.is_none() && spoken.is_none() || y >= body.height {
            continue;
        }
        let row = Row {
            part,
            spoken,
            aim,
            columns,
        };
        part_row(paint, text, 0, y, &row, here == Some(part));
        if here == Some(part) && text.x >= body.x + 2 {
            let left = Rect {
                x: text.x - 2,
                width: 2,
                ..text
            };
            paint.chevron(left, y);
        }
        y += 1;
    }
    y
}

/// What one row of the split shows.
pub(in crate::ui) struct Row {
    pub(in crate::ui) part: Part,
    pub(in crate::ui) spoken: Option<f64>,
    pub(in crate::ui) aim: Option<f64>,
    pub(in crate::ui) columns: u16,
}

/// The aim of a part, or by how much it is over; whether it is. In whole seconds, as the clocks beside it show.
pub(in crate::ui) fn against_the_aim(spoken: Option<f64>, aim: f64) -> (String, bool) {
    let aim = aim as u64;
    match spoken.map(|spoken| (spoken as u64).saturating_sub(aim)) {
        Some(by) if by > 0 => (format!("{} over", clock(by)), true),
        _ => (format!("aim  {}", clock(aim)), false),
    }
}

/// A part with its bar, its time, and its aim; past the aim, by how much.
pub(in crate::ui) fn part_row(paint: &mut Paint, area: Rect, x: u16, y: u16, row: &Row, here: bool) {
    let theme = *paint.theme;
    let name = if here { theme.selection } else { theme.text };
    paint.text(area, x, y, row.part.id(), name);
    let share = match (row.spoken, row.aim) {
        (Some(spoken), Some(aim)) if aim > 0.0 => spoken / aim,
        (Some(_), _) => 1.0,
        (None, _) => 0.0,
    };
    let against = row.aim.map(|aim| against_the_aim(row.spoken, aim));
    let over = against.as_ref().is_some_and(|(_, over)| *over);
    let (full, rest) = thin(share, row.columns);
    let style = if over { theme.warn } else { theme.accent };
    let bar = x + 12;
    let at = paint.pieces(area, bar, y, &[(&full, style), (&rest, theme.soft)]);
    if let Some(spoken) = row.spoken {
        paint.text(area, at + 2, y, &clock(spoken as u64), theme.text);
    }
    if let Some((says, over)) = against {
        let style = if over { theme.warn } else { theme.soft };
        paint.text(area, at + 8, y, &says, style);
    }
}

fn guess(paint: &mut Paint, text: Rect, y: u16, cx: &Context, telling: &Telling) -> u16 {
    if cx.workspace.settings.predict.is_on() {
        let says = match telling.guess {
            Some(guess) => format!("you guess {}", guess.word()),
            None => "how will it go? 1 froze  2 rough  3 solid  4 strong".to_owned(),
        };
        paint.text(text, 0, y, &says, paint.theme.text);
    }
    let kept: Vec<_> = cx.workspace.history.notes_unrated(&telling.question).collect();
    if let Some(note) = kept.last() {
        paint.text(text, 0, y + 1, &format!("you noted: {}", note.text), paint.theme.soft);
    }
    y + 2
}

fn note(paint: &mut Paint, text: Rect, y: u16, screen: &DrillScreen, telling: &Telling) {
    let y = y.min(text.height.saturating_sub(1));
    if let Some(field) = &screen.note {
        paint.text(text, 0, y, "note", paint.theme.accent);
        paint.field(text, 12, y, field);
    } else if !telling.note.is_empty() {
        paint.text(text, 0, y, "note", paint.theme.soft);
        paint.text(text, 12, y, &telling.note, paint.theme.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_the_aim_it_says_by_how_much() {
        let says = |spoken, aim| against_the_aim(spoken, aim).0;
        assert_eq!(says(Some(62.0), 24.0), "0:38 over");
        assert_eq!(says(Some(12.9), 12.0), "aim  0:12");
        assert_eq!(says(None, 72.0), "aim  1:12");
    }
}
