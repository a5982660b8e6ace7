//! The first run: what the program is, and the two things it asks before the first questions.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::home::welcome::{Welcome, WelcomeRow};
use crate::app::widgets::viewport::Viewport;
use crate::text::wrap::wrap;
use crate::ui::overlays::open;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// Columns of a sentence at most.
const PROSE: usize = 72;

/// Where values begin in the pane.
const VALUE: u16 = 18;

/// What the program is, in a sentence; answers with the row below it.
pub(super) fn says(paint: &mut Paint, body: Rect, y: u16) -> u16 {
    let says = "You answer aloud against the clock, then say how it went. Nothing leaves this machine.";
    let lines = wrap(says, usize::from(body.width.saturating_sub(2)).min(PROSE));
    for (line, y) in lines.iter().zip(y..) {
        paint.text(body, 2, y, line, paint.theme.text);
    }
    y + lines.len() as u16 + 1
}

/// Where what is written will be.
pub(super) fn files(paint: &mut Paint, body: Rect, y: u16, cx: &Context) {
    let (are, more) = if cx.workspace.interviews.is_empty() {
        let more = "Nothing is written there before there is something to save.";
        ("will be", more)
    } else {
        ("are", "")
    };
    let home = format!("Your files {are} in {}", cx.startup.home);
    paint.text(body, 2, y, &home, paint.theme.soft);
    paint.text(body, 2, y + 1, more, paint.theme.soft);
}

/// ```text
/// ╭ Before the first three ──────────────────────────╮
/// │ ▌ Your level      ‹ senior ›                 │
/// │   Next interview  7 Dec                          │
/// │                                                  │
/// │   ← → changes it. Enter goes on.                 │
/// ╰──────────────────────────────────────────────────╯
/// ```
pub(super) fn draw(paint: &mut Paint, page: &Page, asking: &Welcome) -> Viewport {
    let inside = open(paint, page, "Before the first three", "", 66, 7);
    let style = paint.choice(inside, 0, asking.at == WelcomeRow::Level);
    paint.text(inside, 2, 0, "Your level", style);
    paint.text(inside, VALUE, 0, &format!("‹ {} ›", asking.level_words()), style);
    let style = paint.choice(inside, 1, asking.at == WelcomeRow::Day);
    paint.text(inside, 2, 1, "Next interview", style);
    if asking.at == WelcomeRow::Day {
        paint.field(inside, VALUE, 1, &asking.day);
    } else {
        let day = asking.day.text();
        let day = if day.is_empty() { "no date yet" } else { day };
        paint.text(inside, VALUE, 1, day, style);
    }
    let (says, style) = match (&asking.wrong, asking.at) {
        (Some(wrong), _) => (wrong.as_str(), paint.theme.bad),
        (None, WelcomeRow::Level) => (
            "← → changes it: questions of other levels are left out. Enter goes on; , changes it later.",
            paint.theme.faint,
        ),
        (None, WelcomeRow::Day) => (
            "As you would say it: 7 Dec, next Friday, in 9 days. Empty is fine too. Enter starts.",
            paint.theme.faint,
        ),
    };
    for (line, y) in wrap(says, usize::from(inside.width.saturating_sub(2))).iter().zip(3..5) {
        paint.text(inside, 2, y, line, style);
    }
    Viewport::default()
}
