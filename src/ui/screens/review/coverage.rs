//! Coverage: categories or company values, the gaps first, each with the answers that serve it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::review::coverage::Cover;
use crate::app::widgets::viewport::Viewport;
use crate::domain::progress::coverage::{Cell, Column, Coverage, Row};
use crate::domain::rating::Rating;
use crate::text::shown::{beginning, columns};
use crate::text::time::count;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, behind, below};
use crate::ui::widgets::scrolled::Scrolled;

/// Columns of a name at least, with the mark before it.
const NAME: u16 = 19;

/// Columns of an answer.
const ANSWER: u16 = 31;

/// Columns of the words at the left of what follows from the table.
const LABEL: u16 = 15;

/// Rows of the table that stay before what follows from it is given up.
const LISTED: u16 = 10;

/// Rows of what follows from the table that stay before the table is shown whole.
const KEPT: u16 = 1;

/// Mix-ups that are named.
const MIXED: usize = 2;

/// ```text
///   12 of 16 covered, 4 gaps      ▇ told well   ▃ told rough   · not told yet
///
/// ▌ proudest         – no answer
///   conflict         ▃ The queue that could wait      ▃ The model that was …
///
///   Used most      The queue that could wait in 2
/// ```
pub(super) fn draw(paint: &mut Paint, body: Rect, cx: &Context, cover: &Cover) -> Viewport {
    let Some(table) = &cover.table else {
        return Viewport::default();
    };
    head(paint, behind(body, 2), table);
    let body = below(body, 2);
    let follows = follows(cx, cover, table, usize::from(body.width.saturating_sub(2)));
    let all = table.rows.len() as u16;
    let spare = body.height.saturating_sub(all + 1);
    let spare = spare.max(body.height.saturating_sub(LISTED + 1).min(KEPT));
    let follows = &follows[..whole(&follows, usize::from(spare))];
    let foot = follows.len() as u16 + u16::from(!follows.is_empty());
    let room = body.height - foot;
    let list = Rect {
        height: room.min(all),
        ..body
    };
    let seen = rows(paint, list, table, cover.row);
    let under = below(body, list.height);
    for ((label, says), y) in follows.iter().zip(1..) {
        paint.text(under, 2, y, label, paint.theme.faint);
        paint.text(under, 2 + LABEL, y, says, paint.theme.soft);
    }
    seen
}

/// How many of the lines fit into so many rows without breaking off in the middle of what one of them begins.
fn whole(lines: &[(&str, String)], rows: usize) -> usize {
    let ends = |at: &usize| lines.get(*at).is_none_or(|(label, _)| !label.is_empty());
    (0..=rows.min(lines.len())).rev().find(ends).unwrap_or(0)
}

/// How much is covered, and what the marks mean.
fn head(paint: &mut Paint, area: Rect, table: &Coverage) {
    let theme = *paint.theme;
    let gaps = table.gaps().count();
    let covered = table.rows.len() - gaps;
    let mut says = format!("{covered} of {} covered", table.rows.len());
    if gaps > 0 {
        says.push_str(&format!(", {}", count(gaps, "gap")));
    }
    let used = paint.text(area, 0, 0, &says, theme.text);
    let marks = [
        (
            theme.height(Rating::Strong),
            theme.of_rating(Rating::Strong),
            "told well",
        ),
        (
            theme.height(Rating::Rough),
            theme.of_rating(Rating::Rough),
            "told rough",
        ),
        ('·', theme.faint, "not told yet"),
    ];
    let width: u16 = marks.iter().map(|(.., word)| word.len() as u16 + 5).sum::<u16>() - 3;
    if used + 2 + width > area.width {
        return;
    }
    let mut at = area.width - width;
    for (mark, style, word) in marks {
        let mark = mark.to_string();
        at = paint.pieces(area, at, 0, &[(&mark, style), (" ", theme.faint), (word, theme.faint)]) + 3;
    }
}

fn rows(paint: &mut Paint, area: Rect, table: &Coverage, row: usize) -> Viewport {
    let all = &table.rows;
    let seen = Scrolled::over(paint, area, row, all.len());
    let list = seen.area;
    let names = all.iter().map(|row| columns(&row.name) as u16 + 4).max().unwrap_or(0);
    let name = names.clamp(NAME, (area.width / 2).max(NAME));
    for ((n, one), y) in seen.rows().zip(&all[seen.rows()]).zip(0..) {
        let style = paint.choice(list, y, n == row);
        paint.text(
            before(list, list.width - (name - 1).min(list.width)),
            2,
            y,
            &one.name,
            style,
        );
        answers(paint, behind(list, name), y, table, (one, style));
    }
    seen.viewport()
}

/// The answers that serve a row, the best told first; as many as there is room for.
fn answers(paint: &mut Paint, area: Rect, y: u16, table: &Coverage, (row, style): (&Row, Style)) {
    let theme = *paint.theme;
    if row.is_gap() {
        paint.text(area, 0, y, "– no answer", theme.warn);
        return;
    }
    let served = table.columns.iter().zip(&row.cells);
    let mut served: Vec<(&Column, Cell)> = served
        .filter(|(_, cell)| **cell != Cell::Apart)
        .map(|(column, cell)| (column, *cell))
        .collect();
    served.sort_by_key(|(_, cell)| match cell {
        Cell::Well => 0,
        Cell::Rough => 1,
        Cell::Untold | Cell::Apart => 2,
    });
    let most = usize::from((area.width / ANSWER).max(1));
    let more = served.len().saturating_sub(most);
    let tail = if more > 0 {
        format!("+ {more} more")
    } else {
        String::new()
    };
    let used = paint.right(area, y, &tail, theme.faint);
    let area = before(area, if more > 0 { used + 2 } else { 0 });
    for (n, (column, cell)) in served.iter().take(most).enumerate() {
        let place = behind(area, n as u16 * ANSWER);
        let (mark, mark_style) = match cell {
            Cell::Well => (theme.height(Rating::Strong), theme.of_rating(Rating::Strong)),
            Cell::Rough => (theme.height(Rating::Rough), theme.of_rating(Rating::Rough)),
            Cell::Untold | Cell::Apart => ('·', theme.faint),
        };
        let room = if n + 1 == most {
            place.width
        } else {
            place.width.min(ANSWER - 2)
        };
        let title = beginning(&column.title, usize::from(room.saturating_sub(2)));
        paint.pieces(
            place,
            0,
            y,
            &[(&mark.to_string(), mark_style), (" ", style), (&title, style)],
        );
    }
}

/// What follows from the table: the fewest that are enough, what is used most, what sprints found mixed up.
fn follows(cx: &Context, cover: &Cover, table: &Coverage, width: usize) -> Vec<(&'static str, String)> {
    let room = width.saturating_sub(usize::from(LABEL));
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    let mut say = |label: &'static str, text: &str| {
        for (n, line) in wrap(text, room).into_iter().enumerate() {
            lines.push((if n == 0 { label } else { "" }, line));
        }
    };
    if table.columns.is_empty() {
        say("", "No answers yet. Enter begins one for the selected row.");
        return lines;
    }
    let mut used: Vec<&Column> = table.columns.iter().filter(|column| column.overused()).collect();
    used.sort_by_key(|column| std::cmp::Reverse(column.categories));
    let used: Vec<String> = used
        .iter()
        .map(|column| format!("{} in {}", column.title, column.categories))
        .collect();
    if !used.is_empty() {
        say("Used in many", &used.join(", "));
    }
    for one in cover.mixed.iter().take(MIXED) {
        let answer = cx.workspace.library.answer(one.answer.as_str());
        let title = answer.map_or("", |answer| answer.title.as_str());
        let times = if one.times > 1 {
            format!(", {} times", one.times)
        } else {
            String::new()
        };
        say(
            "Mixed up",
            &format!("\"{title}\" taken for {}{times} in sprints", one.asked),
        );
    }
    let title = |place: &usize| table.columns.get(*place).map(|column| column.title.as_str());
    let few: Vec<&str> = table.fewest.iter().filter_map(title).collect();
    if few.len() < table.columns.len() {
        let says = format!("{} for all that is covered: {}", few.len(), few.join(", "));
        say("The fewest", &says);
    }
    lines
}
