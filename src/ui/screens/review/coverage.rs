//! Coverage: categories or company values down, answers across.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::keymap::FOLD;
use crate::app::screens::review::coverage::Cover;
use crate::app::state::Viewport;
use crate::domain::drill::sprint::MixUp;
use crate::domain::progress::coverage::{Cell, Column, Coverage, Row};
use crate::domain::question::lens::Lens;
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::centred;
use crate::ui::widgets::areas::{behind, below};

/// Where the cells begin at least.
const CELLS: u16 = 20;

/// Columns of one cell.
const CELL: u16 = 3;

/// Columns the names of the answers need at least.
const LEGEND: u16 = 28;

/// Columns between the table and the names of the answers.
const GAP: u16 = 4;

/// Gaps that are named.
const NAMED: usize = 6;

/// Mix-ups that are named.
const MIXED: usize = 2;

/// ```text
///                     a  b  c
/// ▌ deadline          ·  ·  ·   no answer      a  The queue that could wait
///   failure           ·  ◐  ·                ! b  The region we forgot      used in 5
///
///                                              ● told well   ◐ told, rough   ○ not told yet
///                                              The fewest that cover the rest: a b
/// ```
pub(super) fn draw(paint: &mut Paint, body: Rect, cx: &Context, cover: &Cover) -> Viewport {
    let Some(table) = &cover.table else {
        return Viewport::default();
    };
    let place = Place::of(body, table);
    let view = View {
        table,
        mixed: &cover.mixed,
        lens: cover.lens_shown(cx),
        first: cover.first,
        shown: place.across.min(table.columns.len().saturating_sub(cover.first)),
        across: place.across,
        cells: CELLS,
    };
    let marks = view.shown.max(3) as u16 * CELL + place.said;
    let view = View {
        cells: view
            .longest_name()
            .min(body.width.saturating_sub(marks + LEGEND + 2))
            .max(CELLS),
        ..view
    };
    let seen = if place.beside {
        let width = view.cells + marks;
        legend(paint, behind(body, width + 2), cx, &view);
        rows(paint, Rect { width, ..body }, &view, cover.row, place.said > 0)
    } else {
        let top = Rect {
            height: table_height(body, table),
            ..body
        };
        legend(paint, behind(below(body, top.height + 1), 2), cx, &view);
        rows(paint, top, &view, cover.row, true)
    };
    Viewport {
        across: place.across,
        ..seen
    }
}

/// Where the names of the answers stand, and how many answers there is room for.
struct Place {
    /// Beside the table, not below it.
    beside: bool,
    /// Answers that stand side by side, each of them named.
    across: usize,
    /// Columns for what a row without answers says.
    said: u16,
}

impl Place {
    /// Where more answers can be named.
    fn of(body: Rect, table: &Coverage) -> Place {
        let wide = usize::from(body.width) >= FOLD;
        let said = if wide && table.gaps().next().is_some() { 12 } else { 0 };
        // Names stand one below the other, with a gap and the marks in words behind them.
        let named = |height: u16| height.saturating_sub(2);
        let cells = |width: u16| width / CELL;
        let beside = cells(body.width.saturating_sub(CELLS + said + LEGEND + GAP)).min(named(body.height));
        let left = body.height.saturating_sub(table_height(body, table) + 1);
        let under = cells(body.width.saturating_sub(CELLS)).min(named(left));
        Place {
            beside: beside >= under && beside > 0,
            across: usize::from(beside.max(under).max(1)),
            said: if beside >= under { said } else { 0 },
        }
    }
}

/// The rows a table takes above the names of its answers.
fn table_height(body: Rect, table: &Coverage) -> u16 {
    (body.height * 2 / 3).min(table.rows.len() as u16 + 1)
}

/// The part of the table that is shown.
struct View<'a> {
    table: &'a Coverage,
    mixed: &'a [MixUp],
    lens: Option<&'a Lens>,
    first: usize,
    shown: usize,
    across: usize,
    /// Where the cells begin.
    cells: u16,
}

impl View<'_> {
    fn columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.table.columns.iter().enumerate().skip(self.first).take(self.shown)
    }

    /// The columns the longest name of a row takes, with the chevron before it.
    fn longest_name(&self) -> u16 {
        let names = self.table.rows.iter().map(|row| Shown::new(&row.name).width());
        u16::try_from(names.max().unwrap_or(0) + 4).unwrap_or(u16::MAX)
    }
}

/// The letter of a column: a to z, then aa, ab, and so on.
fn letter(place: usize) -> String {
    let last = char::from(b'a' + (place % 26) as u8).to_string();
    match place / 26 {
        0 => last,
        more => letter(more - 1) + &last,
    }
}

fn rows(paint: &mut Paint, area: Rect, view: &View, row: usize, roomy: bool) -> Viewport {
    for (n, (place, _)) in view.columns().enumerate() {
        paint.text(area, view.cells + n as u16 * CELL, 0, &letter(place), paint.theme.soft);
    }
    let area = below(area, 1);
    let height = usize::from(area.height);
    let all = &view.table.rows;
    let start = centred(row, height, all.len());
    for (n, one) in all.iter().enumerate().skip(start).take(height) {
        let y = (n - start) as u16;
        let style = paint.choice(area, y, n == row);
        let name = Rect {
            width: area.width.min(view.cells - 1),
            ..area
        };
        paint.text(name, 2, y, &one.name, style);
        cells(paint, area, y, view, one, roomy);
    }
    Viewport {
        rows: height,
        of: all.len(),
        ..Viewport::default()
    }
}

/// A row of marks; where there is no room behind them, a gap says so in their place.
fn cells(paint: &mut Paint, area: Rect, y: u16, view: &View, row: &Row, roomy: bool) {
    let theme = *paint.theme;
    if row.is_gap() {
        let x = if roomy && view.shown > 0 {
            view.shown as u16 * CELL + 1
        } else {
            0
        };
        paint.text(area, view.cells + x, y, "no answer", theme.soft);
        if x == 0 {
            return;
        }
    }
    for (n, cell) in row.cells.iter().skip(view.first).take(view.shown).enumerate() {
        let (mark, style) = match cell {
            Cell::Apart => ("·", theme.soft),
            Cell::Untold => ("○", theme.text),
            Cell::Rough => ("◐", theme.rating[1]),
            Cell::Well => ("●", theme.rating[2]),
        };
        paint.text(area, view.cells + n as u16 * CELL, y, mark, style);
    }
}

/// The names of the answers, then what the marks mean and what follows from the table.
fn legend(paint: &mut Paint, area: Rect, cx: &Context, view: &View) {
    let theme = *paint.theme;
    let columns = usize::from(area.width);
    if view.table.columns.is_empty() {
        let none = "No answer serves any of these yet. Enter begins one for the selected row.";
        for (y, line) in wrap(none, columns).iter().enumerate() {
            paint.text(area, 0, y as u16, line, theme.text);
        }
        return;
    }
    // Every answer that stands in the table is named; what else is said goes first when rows are short, the gaps before
    // the rest: they stand in the table too.
    let room = usize::from(area.height).saturating_sub(view.shown + 1);
    let named = says(cx, view, columns, Gaps::Named);
    let mut says = if named.len() <= room {
        named
    } else {
        says(cx, view, columns, Gaps::Counted)
    };
    says.truncate(room);
    for (y, (place, column)) in view.columns().enumerate() {
        let y = y as u16;
        let mut line = area;
        if column.overused() {
            let used = paint.right(area, y, &format!("used in {}", column.categories), theme.warn);
            line.width -= (used + 2).min(line.width);
            paint.text(line, 0, y, "!", theme.warn);
        }
        paint.text(line, 2, y, &letter(place), theme.soft);
        paint.text(line, 5, y, &column.title, theme.text);
    }
    let rest = below(area, view.shown as u16 + 1);
    for (y, (line, loud)) in says.iter().enumerate() {
        paint.text(rest, 2, y as u16, line, if *loud { theme.text } else { theme.soft });
    }
}

/// Whether the gaps are named under the answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gaps {
    Named,
    Counted,
}

/// The marks in words, then the fewest that are enough and the gaps.
fn says(cx: &Context, view: &View, columns: usize, gaps_said: Gaps) -> Vec<(String, bool)> {
    let columns = columns.saturating_sub(2);
    let table = view.table;
    let mut lines: Vec<(String, bool)> = Vec::new();
    let mut say = |text: &str, loud: bool| lines.extend(wrap(text, columns).into_iter().map(|line| (line, loud)));
    if let Some(lens) = view.lens {
        say(&format!("Company values: {}.", lens.title), false);
    }
    if table.columns.len() > view.across {
        let (from, to) = (letter(view.first), letter(view.first + view.shown - 1));
        say(
            &format!("{from} to {to} of {}; l h for more", table.columns.len()),
            false,
        );
    }
    let marks = if columns >= 44 {
        "● told well   ◐ told, rough   ○ not told yet"
    } else {
        "● well  ◐ rough  ○ not told"
    };
    say(marks, false);
    let few: Vec<String> = table.fewest.iter().map(|place| letter(*place)).collect();
    let gaps: Vec<&str> = table.gaps().map(|row| row.name.as_str()).collect();
    let rest = if gaps.is_empty() { "everything" } else { "the rest" };
    say(&format!("The fewest that cover {rest}: {}", few.join(" ")), true);
    let (first, more) = gaps.split_at(gaps.len().min(NAMED));
    match (gaps_said, gaps.len()) {
        (_, 0) => {}
        (Gaps::Counted, some) => say(&count(some, "gap"), true),
        (Gaps::Named, some) if more.is_empty() => say(&format!("{}: {}", count(some, "gap"), first.join(", ")), true),
        (Gaps::Named, some) => say(
            &format!("{}: {} and {} more", count(some, "gap"), first.join(", "), more.len()),
            true,
        ),
    }
    for one in view.mixed.iter().take(MIXED) {
        let answer = cx.workspace.library.answer(one.answer.as_str());
        let title = answer.map_or("", |answer| answer.title.as_str());
        let times = if one.times > 1 {
            format!(", {} times", one.times)
        } else {
            String::new()
        };
        say(
            &format!("Mixed up in sprints: \"{title}\" for {}{times}", one.asked),
            false,
        );
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_behind_z() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letter).to_vec();
        assert_eq!(letters, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
