//! Notes looked through: the source with what each run of lines is, beside it what it becomes, and below all that is sure.
//!
//! ```text
//!   71   Things that went wrong                 ┆ Story                      doubtful
//! ▌ 73 ┌ - The label printer of the night shift ┆ Title       The label printer
//! ▌ 74 │   I wrote the change that sent labels  ┆ Category    failure, from its heading
//! ▌ 75 └   twice.                               ┆ Like it     13 other lines: 78, 84, 90 …
//!  ──────────────────────────────────────────────────────────────────────────────────────
//!   24 stories, 3 questions are sure: take all
//! ```

use ratatui::layout::Rect;

use super::becomes;
use super::words::{placed, says, takes};
use crate::app::screens::import::Look;
use crate::app::screens::import::look::ReviewStop;
use crate::app::widgets::viewport::Viewport;
use crate::domain::import_review::Is;
use crate::keys::action::Action;
use crate::text::time::count;
use crate::ui::clicks::Target;
use crate::ui::page::halves;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{above, before, behind, below, row};

/// Columns from which on the source and what it becomes stand side by side.
const BESIDE: u16 = 92;
/// Rows of what it becomes, where it stands below.
const BELOW: u16 = 8;

/// The file that is looked through, in an area.
pub(super) fn draw(paint: &mut Paint, body: Rect, look: &Look) -> Viewport {
    let parted = above(body, 2);
    let [source, beside] = parts(parted);
    let seen = lines(paint, source, look);
    let narrow = parted.width < BESIDE;
    let inside = if narrow {
        paint.rule_with(behind(beside, 2), 0, seen.0, seen.1);
        below(behind(beside, 2), 1)
    } else {
        for y in 0..beside.height {
            paint.text(beside, 0, y, "┆", paint.theme.line);
        }
        behind(beside, 2)
    };
    match look.stop() {
        ReviewStop::Sure if look.source.is_none() => all_of_it(paint, inside, look),
        _ => becomes::draw(paint, inside, look),
    }
    let row = below(body, parted.height);
    if narrow {
        paint.rule(behind(row, 2), 0);
    } else {
        paint.rule_with(behind(row, 2), 0, seen.0, seen.1);
    }
    sure(paint, row, look);
    Viewport::of(usize::from(source.height), look.looked.lines.len())
}

/// The source and what it becomes: side by side where there is room, else one above the other.
fn parts(area: Rect) -> [Rect; 2] {
    if area.width < BESIDE {
        let source = above(area, (BELOW + 1).min(area.height / 2));
        return [source, below(area, source.height)];
    }
    halves(area)
}

/// The columns and the lines around what is looked at; answers with the last that is seen, and how many there are.
fn lines(paint: &mut Paint, area: Rect, look: &Look) -> (usize, usize) {
    let height = usize::from(area.height);
    let columns = look.looked.columns.len();
    let rows = columns + look.looked.lines.len();
    let chosen = match (look.line(), look.stop()) {
        (Some(line), _) => columns + line - 1,
        (None, ReviewStop::Column(at)) => at,
        (None, _) => 0,
    };
    let top = chosen.saturating_sub(height / 3).min(rows.saturating_sub(height));
    for (row, y) in (top..rows).zip(0..area.height) {
        match row.checked_sub(columns) {
            Some(at) => line(paint, area, y, look, at + 1),
            None => column(paint, area, y, look, row),
        }
    }
    ((top + height).min(rows), rows)
}

fn column(paint: &mut Paint, area: Rect, y: u16, look: &Look, at: usize) {
    let theme = *paint.theme;
    let chosen = look.source.is_none() && look.stop() == ReviewStop::Column(at);
    let style = paint.choice(area, y, chosen);
    let column = &look.looked.columns[at];
    let name = if column.name.is_empty() {
        "no name"
    } else {
        &column.name
    };
    paint.text(area, 2, y, &format!("column {}", at + 1), theme.soft);
    paint.text(area, 13, y, &format!("{name}: {}", column.samples.join(" · ")), style);
}

/// A line of the source; those of what is looked at are lit, and those like it have a sign.
fn line(paint: &mut Paint, area: Rect, y: u16, look: &Look, line: usize) {
    let theme = *paint.theme;
    let here = look.lit(line);
    if look.line() == Some(line) {
        paint.chevron(area, y);
    } else if here && look.source.is_none() {
        paint.text(area, 0, y, "▌", theme.accent);
    }
    let begins = look.looked.begins(line) != Is::Text;
    let doubtful = look.open(line).is_some() && (begins || look.line() == Some(line));
    let number = if doubtful { theme.warn } else { theme.soft };
    paint.text(area, 2, y, &format!("{line:>4}"), number);
    let lit = if here { theme.accent } else { theme.line };
    paint.text(area, 7, y, bracket(look, line), lit);
    let style = if here { theme.text } else { theme.soft };
    let part = look.looked.part(line).filter(|_| here);
    let used = part.map_or(0, |part| paint.right(area, y, part.id(), theme.accent) + 2);
    paint.text(before(area, used), 9, y, &look.looked.lines[line - 1], style);
    paint.clicks.add(row(area, y), Target::Do(Action::ToLine(line as u32)));
}

/// The bracket of the item a line is in.
fn bracket(look: &Look, line: usize) -> &'static str {
    let Some(item) = look.looked.at(line) else { return " " };
    match (item.lines.0 == line, item.lines.1 == line) {
        (true, true) => "╶",
        (true, false) => "┌",
        (false, true) => "└",
        (false, false) => "│",
    }
}

/// All that is sure, as one row.
fn sure(paint: &mut Paint, area: Rect, look: &Look) {
    let theme = *paint.theme;
    let chosen = look.stop() == ReviewStop::Sure && look.source.is_none();
    let row = below(area, 1);
    let style = paint.choice(row, 0, chosen);
    let open = look.intake.waiting();
    let used = match open {
        0 => 0,
        open => paint.right(
            row,
            0,
            &format!("{} would wait", count(open, "doubtful one")),
            theme.warn,
        ),
    };
    let room = before(row, used + 2);
    paint.text(room, 2, 0, &takes(&look.intake), style);
    if !chosen {
        paint.clicks.add(row, Target::Do(Action::Last));
    }
}

/// What is written if all that is sure is taken.
fn all_of_it(paint: &mut Paint, area: Rect, look: &Look) {
    let theme = *paint.theme;
    paint.text(area, 0, 0, "What is written", theme.heading);
    let mut y = 2;
    let mut row = |paint: &mut Paint, text: &str, style| {
        y += paint.lines(area, 0, y, text, 3, style);
    };
    row(paint, &format!("{}.", says(&look.intake)), theme.text);
    row(paint, &format!("{}.", placed(&look.intake)), theme.soft);
    match look.intake.waiting() {
        0 => {}
        1 => row(
            paint,
            "1 is doubtful still and would wait: name the file again to go on.",
            theme.warn,
        ),
        open => {
            let text = format!("{open} are doubtful still and would wait: name the file again to go on.");
            row(paint, &text, theme.warn);
        }
    }
    row(
        paint,
        "Your own file stays as it is; greenroom import --undo takes all of it back.",
        theme.soft,
    );
}
