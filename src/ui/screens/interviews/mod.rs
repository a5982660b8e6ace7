//! Interviews: the list grouped by what is asked of the person, and the screens behind it.

mod debrief;
mod detail;
mod feedback;
mod form;
mod message;

pub(in crate::ui) use self::debrief::draw as draw_debrief;
pub(in crate::ui) use self::detail::draw as draw_interview;
pub(in crate::ui) use self::feedback::draw as draw_feedback;
pub(in crate::ui) use self::message::draw as draw_letter;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::overview::meetings::Row;
use crate::app::screens::interviews::Interviews;
use crate::app::state::Viewport;
use crate::app::workspace::Read;
use crate::domain::interview::agenda::Group;
use crate::keys::place::Place;
use crate::text::shown::{Shown, head};
use crate::text::time::count;
use crate::text::wrap::wrap;
use crate::ui::overlays::window;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// Where what is to be done begins.
const SAYS: u16 = 16;

/// A line of the list.
enum Line<'a> {
    Gap,
    Heading(Group),
    Row(usize, &'a Row),
    Kind(String),
    SoFar(&'static str, String),
}

/// ```text
///   Do now
/// ▌ Northwind     ask the recruiter when they decide     their date was Thu 19 Nov
///                 Silence at this stage is most often the process, not you.
///   Coming
///   Acme          onsite, 4 h                            Mon 30 Nov 10:00      in 9 days
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, list: &Interviews) -> Viewport {
    let viewport = companies(paint, page, cx, list);
    match &list.dialog {
        Some(dialog) => form::draw(paint, page, dialog),
        None => viewport,
    }
}

fn companies(paint: &mut Paint, page: &Page, cx: &Context, list: &Interviews) -> Viewport {
    let meetings = &cx.overview.meetings;
    let mut right = format!("{} open", meetings.open);
    if meetings.owed > 0 {
        right.push_str(&format!(" · {} owed", count(meetings.owed, "answer")));
    }
    if meetings.rows.is_empty() {
        right = String::new();
    }
    page.places(paint, cx, Place::Interviews, Some(&right));
    let body = page.body;
    if meetings.rows.is_empty() {
        empty(paint, body, cx);
        return Viewport::default();
    }
    let selected = list.place(&cx.overview.meetings);
    let lines = lines(cx, selected, usize::from(body.width.saturating_sub(SAYS)));
    let height = usize::from(body.height);
    let at = lines
        .iter()
        .position(|line| matches!(line, Line::Row(n, _) if *n == selected))
        .unwrap_or(0);
    let next = |line: &&Line| !matches!(line, Line::Row(n, _) if *n != selected);
    let below = lines[at..].iter().take_while(next).count();
    let start = window(at + below, height).min(at);
    for (y, line) in lines.iter().skip(start).take(height).enumerate() {
        let y = y as u16;
        match line {
            Line::Gap => {}
            Line::Heading(group) => {
                paint.text(body, 2, y, group.title(), paint.theme.soft);
            }
            Line::SoFar(label, text) => {
                paint.text(body, 2, y, label, paint.theme.soft);
                paint.text(body, SAYS, y, text, paint.theme.soft);
            }
            Line::Kind(text) => {
                paint.text(body, SAYS, y, text, paint.theme.soft);
            }
            Line::Row(n, row) => self::row(paint, body, y, row, *n == selected),
        }
    }
    Viewport {
        rows: height,
        of: meetings.rows.len(),
        ..Viewport::default()
    }
}

/// The lines from the top; the kind one stands under the selected row, else under the first that asks for something.
fn lines<'a>(cx: &Context<'a>, selected: usize, columns: usize) -> Vec<Line<'a>> {
    let rows = &cx.overview.meetings.rows;
    let kind = rows
        .get(selected)
        .filter(|row| row.truth.is_some() && row.to_debrief.is_none());
    let first = rows
        .iter()
        .find(|row| row.group == Group::Now && row.to_debrief.is_none());
    let kind = kind.or(first).map(|row| row.path.as_str());
    let mut lines = Vec::new();
    let mut last = None;
    for (n, row) in rows.iter().enumerate() {
        if last != Some(row.group) {
            if last.is_some() {
                lines.push(Line::Gap);
            }
            lines.push(Line::Heading(row.group));
            last = Some(row.group);
        }
        lines.push(Line::Row(n, row));
        if kind == Some(row.path.as_str())
            && let Some(truth) = row.truth
        {
            lines.extend(wrap(truth, columns.min(80)).into_iter().map(Line::Kind));
        }
    }
    lines.push(Line::Gap);
    for (label, text) in &cx.overview.meetings.so_far {
        let pieces = wrap(text, columns.min(80)).into_iter().enumerate();
        lines.extend(pieces.map(|(n, piece)| Line::SoFar(if n == 0 { label } else { "" }, piece)));
    }
    lines
}

fn row(paint: &mut Paint, body: Rect, y: u16, row: &Row, selected: bool) {
    let theme = *paint.theme;
    let style = if selected { theme.selection } else { theme.text };
    if selected {
        paint.chevron(body, y);
    }
    let company = Rect {
        width: (SAYS - 1).min(body.width),
        ..body
    };
    paint.text(company, 2, y, &row.company, style);
    let columns = |text: &str| Shown::new(text).width() as u16;
    // The days stand below each other, unless a longer text has room beside its day.
    let stand = match body.width {
        96.. => 56,
        78.. => 52,
        _ => 0,
    };
    let after = body.width.saturating_sub(columns(&row.when) + columns(&row.right) + 2);
    let when_at = (SAYS + columns(&row.says) + 2).min(after.max(SAYS + 12)).max(stand);
    let says = Rect {
        width: if row.when.is_empty() {
            body.width
        } else {
            (when_at - 1).min(body.width)
        },
        ..body
    };
    paint.text(says, SAYS, y, &row.says, style);
    let dim = if row.group == Group::Now {
        theme.text
    } else {
        theme.soft
    };
    let used = paint.text(body, when_at, y, &row.when, dim);
    let rest = Rect {
        x: body.x + (when_at + used + 2).min(body.width),
        width: body.width.saturating_sub(when_at + used + 2),
        ..body
    };
    paint.right(rest, y, fitting(&row.right, rest.width), theme.soft);
}

/// As much of a text as fits, cut where it is parted by dots or commas.
fn fitting(text: &str, columns: u16) -> &str {
    let mut text = head(text, usize::from(columns));
    while Shown::new(text).width() > usize::from(columns)
        && let Some(end) = text.rfind(", ").max(text.rfind(" · "))
    {
        text = &text[..end];
    }
    text
}

fn empty(paint: &mut Paint, body: Rect, cx: &Context) {
    if cx.workspace.read != Read::All {
        return;
    }
    let says = "No interview stands here yet. n adds one: the company, the round, when.";
    paint.text(body, 2, 0, says, paint.theme.text);
    let says = "Its date leads your plan. After each round three minutes write down what they asked and said; what is to \
                be done better comes back while you practise. And when it gets quiet, greenroom says whether to write, \
                when, and to whom. Nothing is ever sent from here.";
    let columns = usize::from(body.width.saturating_sub(4)).min(78);
    for (n, line) in wrap(says, columns).iter().enumerate() {
        paint.text(body, 2, n as u16 + 2, line, paint.theme.soft);
    }
}
