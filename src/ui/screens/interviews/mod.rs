//! Interviews: the companies grouped by what is asked of the person, and the screens behind it.

mod debrief;
mod detail;
mod feedback;
mod form;
mod message;
mod tabs;
mod track;

pub(in crate::ui) use self::debrief::draw as draw_debrief;
pub(in crate::ui) use self::detail::draw as draw_interview;
pub(in crate::ui) use self::feedback::draw as draw_feedback;
pub(in crate::ui) use self::message::draw as draw_message;

use ratatui::layout::Rect;

use self::tabs::Tab;
use crate::app::context::Context;
use crate::app::overview::meetings::Row;
use crate::app::screens::interviews::Interviews;
use crate::app::widgets::viewport::Viewport;
use crate::domain::interview::agenda::Group;
use crate::text::shown::columns;
use crate::text::wrap::wrap;
use crate::ui::overlays::window;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, below};

/// Where what is to be done begins.
const SAYS: u16 = 16;

/// Columns from which the days have a column of their own.
const ROOMY: u16 = 94;

/// Columns from the right at which that column begins.
const DAYS: u16 = 34;

/// The widest prose.
const PROSE: usize = 72;

/// A line of the list.
enum ListLine<'a> {
    Gap,
    Heading(Group),
    Row(usize, &'a Row),
    Track(&'a Row),
    More(String),
    Another,
    SoFar(&'static str, String),
}

/// How much is said of each company.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fullness {
    /// All there is.
    Whole,
    /// Of the one that is selected what is prepared, and nothing in figures.
    Shorter,
    /// Of the one that is selected all, of the others the row.
    Rows,
}

/// ```text
///   Companies 4   Feedback 9                                           3 still to do
///
///   Do now
/// ▌ Northwind     Ask Mara Ilves when they decide     since Thu 19 Nov   2 days late
///                 ●──●──◌   applied · panel · answer
///                 A date that slips is not a no. Asking after it is expected, not rude.
///
///   Coming
///   Acme          Onsite, 4 hours                     Mon 30 Nov 10:00     in 9 days
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, list: &Interviews) -> Viewport {
    let viewport = companies(paint, page, cx, list);
    match &list.dialog {
        Some(dialog) => form::draw(paint, page, cx, dialog),
        None => viewport,
    }
}

fn companies(paint: &mut Paint, page: &Page, cx: &Context, list: &Interviews) -> Viewport {
    let rows = &cx.overview.meetings.rows;
    let todo = cx.overview.feedback.iter().filter(|item| item.open).count();
    let right = if todo > 0 {
        format!("{todo} still to do")
    } else {
        String::new()
    };
    let body = tabs::draw(paint, page, cx, Tab::Companies, &right);
    if !cx.workspace.all_read() && rows.is_empty() {
        return Viewport::default();
    }
    let selected = list.place(&cx.overview.meetings);
    let y = if rows.is_empty() { empty(paint, body) } else { 0 };
    let body = below(body, y);
    let height = usize::from(body.height);
    let room = usize::from(body.width.saturating_sub(SAYS)).min(PROSE);
    let mut lines = lines(cx, selected, room, Fullness::Whole);
    for less in [Fullness::Shorter, Fullness::Rows] {
        if lines.len() > height {
            lines = self::lines(cx, selected, room, less);
        }
    }
    let at = |line: &ListLine| match line {
        ListLine::Row(n, _) => Some(*n),
        ListLine::Another => Some(rows.len()),
        _ => None,
    };
    let top = lines.iter().position(|line| at(line) == Some(selected)).unwrap_or(0);
    let goes_on = |line: &&ListLine| at(line).is_none_or(|n| n == selected);
    let below = lines[top..].iter().take_while(goes_on).count();
    let start = window(top + below.saturating_sub(1), height).min(top);
    for (y, line) in lines.iter().skip(start).take(height).enumerate() {
        self::line(paint, body, y as u16, cx, (line, at(line) == Some(selected)));
    }
    let seen = lines.iter().take(start + height).filter_map(at).count();
    paint.more_below(page.content(), 1, seen, rows.len() + 1);
    Viewport::of(height, rows.len() + 1)
}

/// The lines from the top; the kind one stands under the selected row, else under the first that asks for something.
fn lines<'a>(cx: &Context<'a>, selected: usize, columns: usize, fullness: Fullness) -> Vec<ListLine<'a>> {
    let rows = &cx.overview.meetings.rows;
    let waits = |row: &&Row| row.truth.is_some() && row.to_debrief.is_none();
    let first = rows
        .iter()
        .find(|row| row.group == Group::Now && row.to_debrief.is_none());
    let kind = rows.get(selected).filter(waits).or(first).map(|row| row.path.as_str());
    let mut lines = Vec::new();
    let mut last = None;
    for (n, row) in rows.iter().enumerate() {
        if last != Some(row.group) {
            lines.extend(last.map(|_| ListLine::Gap));
            lines.push(ListLine::Heading(row.group));
            last = Some(row.group);
        }
        lines.push(ListLine::Row(n, row));
        if row.said.track.len() > 1 && (fullness != Fullness::Rows || n == selected) {
            lines.push(ListLine::Track(row));
        }
        let prepared = row.said.prepared.as_ref();
        let prepared = prepared.filter(|_| fullness == Fullness::Whole || n == selected);
        let truth = row.truth.filter(|_| kind == Some(row.path.as_str()));
        for text in truth.into_iter().chain(prepared.map(String::as_str)) {
            lines.extend(wrap(text, columns).into_iter().map(ListLine::More));
        }
    }
    lines.push(ListLine::Another);
    if fullness == Fullness::Whole && !rows.is_empty() {
        lines.push(ListLine::Gap);
        for (label, text) in &cx.overview.meetings.so_far {
            let pieces = wrap(text, columns).into_iter().enumerate();
            lines.extend(pieces.map(|(n, piece)| ListLine::SoFar(if n == 0 { label } else { "" }, piece)));
        }
    }
    lines
}

fn line(paint: &mut Paint, body: Rect, y: u16, cx: &Context, (line, selected): (&ListLine, bool)) {
    let theme = *paint.theme;
    match line {
        ListLine::Gap => {}
        ListLine::Heading(group) => {
            paint.text(body, 2, y, group.title(), theme.faint);
        }
        ListLine::Row(_, row) => self::row(paint, body, y, row, selected),
        ListLine::Track(row) => track::draw(paint, body, (SAYS, y), &cx.overview.meetings.rows, row),
        ListLine::More(text) => {
            paint.text(body, SAYS, y, text, theme.soft);
        }
        ListLine::Another => {
            let style = paint.choice(body, y, selected);
            let says = if cx.overview.meetings.rows.is_empty() {
                "+ a company"
            } else {
                "+ another company"
            };
            paint.text(body, 2, y, says, if selected { style } else { theme.soft });
        }
        ListLine::SoFar(label, text) => {
            paint.text(body, 2, y, label, theme.faint);
            paint.text(body, SAYS, y, text, theme.soft);
        }
    }
}

fn row(paint: &mut Paint, body: Rect, y: u16, row: &Row, selected: bool) {
    let theme = *paint.theme;
    let mut style = paint.choice(body, y, selected);
    if !selected && row.group == Group::Closed {
        style = theme.soft;
    }
    let company = Rect {
        width: (SAYS - 1).min(body.width),
        ..body
    };
    paint.text(company, 2, y, &row.company, style);
    let said = &row.said;
    let away = if said.late { theme.warn } else { theme.soft };
    let used = paint.right(body, y, &said.away, away);
    let room = body.width.saturating_sub(used + 2);
    if body.width >= ROOMY {
        let days = body.width - DAYS;
        paint.text(before(body, DAYS + 2), SAYS, y, &said.says, style);
        let on = Rect { width: room, ..body };
        paint.text(on, days, y, &said.on, theme.soft);
        return;
    }
    let says = Rect { width: room, ..body };
    paint.text(
        says,
        SAYS,
        y,
        &with_its_day(row, usize::from(room.saturating_sub(SAYS))),
        style,
    );
}

/// What is said with its day behind it, where both have room, or can have by leaving out its last parts.
fn with_its_day(row: &Row, room: usize) -> String {
    let said = &row.said;
    if !said.reads_on {
        return said.says.clone();
    }
    let between = if row.group == Group::Waiting { " " } else { ", " };
    let mut says = said.says.as_str();
    loop {
        let both = format!("{says}{between}{}", said.on);
        match says.rfind(", ") {
            _ if columns(&both) <= room => return both,
            Some(end) => says = &says[..end],
            None => return said.says.clone(),
        }
    }
}

/// What the list is for, where it is empty; answers with the rows it took.
fn empty(paint: &mut Paint, body: Rect) -> u16 {
    let says = "No interview stands here yet. n adds one: the company, the round, when.";
    let mut y = paint.lines(body, 2, 0, says, 3, paint.theme.text) + 1;
    let says = "Its date leads your plan. After each round three minutes write down what they asked and said; what is to \
                be done better comes back while you practise. And when it gets quiet, greenroom says whether to write, \
                when, and to whom. Nothing is ever sent from here.";
    let columns = usize::from(body.width.saturating_sub(4)).min(PROSE);
    for line in wrap(says, columns) {
        paint.text(body, 2, y, &line, paint.theme.soft);
        y += 1;
    }
    y + 1
}
