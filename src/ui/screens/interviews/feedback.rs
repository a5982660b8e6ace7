//! All feedback there is, newest first.

use ratatui::layout::Rect;

use super::tabs::{self, Tab};
use crate::app::context::Context;
use crate::app::overview::feedback::FeedbackItem;
use crate::app::screens::interviews::feedback::{Feedback, Show};
use crate::app::widgets::viewport::Viewport;
use crate::text::time::day;
use crate::text::wrap::wrap;
use crate::ui::overlays::window;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::behind;

/// A line of the list: a heading, or a piece of an item.
enum FeedbackLine<'a> {
    Gap,
    Heading(String),
    Piece(usize, &'a FeedbackItem, bool, String),
}

/// ```text
///   Companies 4   Feedback 9                                      3 still to do
///
///   Northwind, Fri 13 Nov
///   + asked for the numbers before arguing
/// ▌ ○ say sooner what you did yourself                                own part
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, feedback: &Feedback) -> Viewport {
    let all = &cx.overview.feedback;
    let open = all.iter().filter(|item| item.open).count();
    let right = match feedback.show {
        Show::All if open == 0 => String::new(),
        Show::All => format!("{open} still to do"),
        show => format!("only {}", show.words()),
    };
    let body = tabs::draw(paint, page, cx, Tab::Feedback, &right);
    if feedback.items.is_empty() {
        empty(paint, body, all.is_empty());
        return Viewport::default();
    }
    let lines = lines(feedback, usize::from(body.width.saturating_sub(28)).min(72));
    let height = usize::from(body.height);
    let at = lines
        .iter()
        .rposition(|line| matches!(line, FeedbackLine::Piece(n, ..) if *n == feedback.row));
    let start = window(at.unwrap_or(0) + 1, height).min(lines.len().saturating_sub(height));
    let seen = lines
        .iter()
        .take(start + height)
        .filter(|line| matches!(line, FeedbackLine::Piece(_, _, true, _)));
    paint.more_below(page.content(), 1, seen.count(), feedback.items.len());
    for (y, line) in lines.iter().skip(start).take(height).enumerate() {
        let y = y as u16;
        match line {
            FeedbackLine::Gap => {}
            FeedbackLine::Heading(text) => {
                paint.text(body, 2, y, text, paint.theme.faint);
            }
            FeedbackLine::Piece(n, item, first, text) => {
                piece(paint, body, y, item, (*first, text), *n == feedback.row);
            }
        }
    }
    Viewport::of(height, feedback.items.len())
}

fn empty(paint: &mut Paint, body: Rect, nothing: bool) {
    let says = if nothing {
        "What they say of you, good and to be done better, is kept here: write a round down when it is over, or press n on a company."
    } else {
        "Nothing of this kind. f shows the rest."
    };
    let columns = usize::from(body.width.saturating_sub(4)).min(72);
    for (n, line) in wrap(says, columns).iter().enumerate() {
        paint.text(body, 2, n as u16, line, paint.theme.soft);
    }
}

fn lines(feedback: &Feedback, columns: usize) -> Vec<FeedbackLine<'_>> {
    let mut lines = Vec::new();
    let mut last = None;
    for (n, item) in feedback.items.iter().enumerate() {
        let head = (&item.company, item.day);
        if last != Some(head) {
            if last.is_some() {
                lines.push(FeedbackLine::Gap);
            }
            let on = item.day.map(|on| format!(", {}", day(on))).unwrap_or_default();
            lines.push(FeedbackLine::Heading(format!("{}{on}", item.company)));
            last = Some(head);
        }
        let pieces = wrap(&item.words, columns).into_iter().enumerate();
        lines.extend(pieces.map(|(k, text)| FeedbackLine::Piece(n, item, k == 0, text)));
    }
    lines
}

fn piece(paint: &mut Paint, body: Rect, y: u16, item: &FeedbackItem, (first, text): (bool, &str), selected: bool) {
    let theme = *paint.theme;
    let style = match (selected, item.good || item.open) {
        (true, _) => theme.selection,
        (false, true) => theme.text,
        (false, false) => theme.soft,
    };
    paint.text(body, 4, y, text, style);
    if !first {
        return;
    }
    if selected {
        paint.chevron(body, y);
    }
    let (mark, style) = match (item.good, item.open, item.ticked) {
        (true, ..) => ("+", theme.accent),
        (false, true, _) => ("○", theme.warn),
        (false, false, Some(_)) => ("✓", theme.accent),
        (false, false, None) => ("·", theme.soft),
    };
    paint.text(body, 2, y, mark, style);
    let left = body.width.saturating_sub(22);
    let right = behind(body, left);
    paint.right(right, y, &item.about, theme.soft);
}
