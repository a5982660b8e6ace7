//! One interview: a timeline, what is prepared, what was said.

use ratatui::layout::Rect;

use super::form;
use crate::app::context::Context;
use crate::app::screens::interviews::detail::Detail;
use crate::app::screens::interviews::timeline::{Entry, Is};
use crate::app::widgets::viewport::Viewport;
use crate::text::shown::Shown;
use crate::text::wrap::wrap;
use crate::ui::overlays::window;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// Where the text of an event begins.
const TEXT: u16 = 21;

/// Columns a line of a section leaves free for what it is tied to, and how it went.
const TIED: u16 = 34;

/// The widest prose.
const PROSE: usize = 72;

/// Columns an event leaves free at its right.
const DONE: u16 = 22;

/// ```text
///   SRE · via a former colleague
///   ask Mara Ilves when they decide
///
///   What happened, and what comes
///   Thu 5 Nov 10:00    recruiter call                      done
/// ▌ Mon 30 Nov 10:00   onsite, 4 h                         in 9 days
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, detail: &Detail) -> Viewport {
    let viewport = shown(paint, page, cx, detail);
    match &detail.dialog {
        Some(dialog) => form::draw(paint, page, cx, dialog),
        None => viewport,
    }
}

fn shown(paint: &mut Paint, page: &Page, cx: &Context, detail: &Detail) -> Viewport {
    let company = cx
        .workspace
        .interview(&detail.path)
        .map_or("", |one| one.company.as_str());
    page.titled_header(paint, cx, &["interviews", company]);
    let body = page.hanging();
    let selected = detail.selected();
    // A long text takes several rows; they are laid out first, to know where the selected one stands.
    let mut rows: Vec<(usize, usize, String)> = Vec::new();
    for (place, entry) in detail.entries.iter().enumerate() {
        let columns = body.width.saturating_sub(indent(entry) + right_columns(entry) + 2);
        let lines = wrap(&entry.text, usize::from(columns).min(PROSE));
        rows.extend(lines.into_iter().enumerate().map(|(n, line)| (place, n, line)));
    }
    let longer = rows.len() > usize::from(body.height);
    let height = usize::from(body.height) - usize::from(longer);
    let at = rows
        .iter()
        .position(|(place, _, _)| Some(*place) == selected)
        .unwrap_or(0);
    // What stands between the selected row and the next one that can be selected belongs to it.
    let belongs =
        |(place, _, _): &&(usize, usize, String)| Some(*place) == selected || !detail.entries[*place].selectable();
    let below = rows[at.min(rows.len())..].iter().take_while(belongs).count();
    let start = window(at + below, height)
        .min(at)
        .min(rows.len().saturating_sub(height));
    paint.more_below(body, height as u16, start + height, rows.len());
    for (y, (place, n, line)) in rows.iter().skip(start).take(height).enumerate() {
        let entry = &detail.entries[*place];
        row(paint, body, y as u16, entry, (*n, line), Some(*place) == selected);
    }
    Viewport::of(height, rows.len())
}

fn indent(entry: &Entry) -> u16 {
    match entry.is {
        Is::Event | Is::Round(_) => TEXT,
        Is::Line(_) => 4,
        _ => 2,
    }
}

fn right_columns(entry: &Entry) -> u16 {
    match entry.is {
        Is::Line(_) if !entry.right.is_empty() || entry.rating.is_some() => TIED,
        Is::Event | Is::Round(_) if !entry.right.is_empty() => DONE.min(Shown::new(&entry.right).width() as u16 + 2),
        _ => 0,
    }
}

fn row(paint: &mut Paint, body: Rect, y: u16, entry: &Entry, (n, line): (usize, &str), selected: bool) {
    let theme = *paint.theme;
    let style = match entry.is {
        _ if selected => theme.selection,
        Is::Heading => theme.faint,
        Is::Remark | Is::Prepare => theme.soft,
        Is::Todo => theme.heading,
        _ => theme.text,
    };
    paint.text(body, indent(entry), y, line, style);
    if n > 0 {
        return;
    }
    if selected {
        paint.chevron(body, y);
    }
    paint.text(body, 2, y, &entry.when, theme.soft);
    let is_line = matches!(entry.is, Is::Line(_));
    if is_line {
        let (mark, style) = match entry.ticked {
            Some(true) => ("✓", theme.accent),
            Some(false) => ("○", theme.warn),
            None => ("·", theme.soft),
        };
        paint.text(body, 2, y, mark, style);
    }
    let mut right = body;
    if let Some(rating) = entry.rating {
        let used = paint.right(right, y, rating.word(), theme.of_rating(rating));
        right.width = right.width.saturating_sub(used + 2);
    }
    let room = if is_line { TIED - 2 } else { DONE };
    let left = body.width.saturating_sub(room);
    let room = Rect {
        x: body.x + left,
        width: right.width.saturating_sub(left),
        ..right
    };
    paint.right(room, y, &entry.right, theme.soft);
}
