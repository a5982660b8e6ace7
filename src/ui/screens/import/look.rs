//! Notes looked through: the source with what each run of lines is, and beside it what it becomes.
//!
//! ```text
//!   24 stories, 3 questions; all 84 lines have a place                       3 doubts
//!
//!   71   Things that went wrong                 ┆ Story                     one doubt
//! ▌ 73 ┌ - The label printer of the night shift ┆ Title       The label printer
//!   74 │   I wrote the change that sent labels  ┆ Category    failure, a guess
//!   75 └   twice.                               ┆ Like it     13 other lines
//! ```

use ratatui::layout::Rect;

use super::words::{placed, says};
use crate::app::screens::import::Look;
use crate::app::widgets::viewport::Viewport;
use crate::domain::category::Category;
use crate::domain::import_review::{Becomes, Holds, Is};
use crate::text::time::count;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::behind;

/// Columns from which on the source and what it becomes stand side by side.
const BESIDE: u16 = 96;
/// Rows of what it becomes, where it stands below.
const BELOW: u16 = 8;
/// Columns of a label.
const LABEL: u16 = 12;

/// The file that is looked through, in an area.
pub(super) fn draw(paint: &mut Paint, body: Rect, look: &Look, said: usize) -> Viewport {
    let theme = *paint.theme;
    let doubts = match look.looked.doubts.len() {
        0 => String::new(),
        some => count(some, "doubt"),
    };
    let used = paint.right(body, 0, &doubts, theme.warn);
    let title = Rect {
        width: body.width.saturating_sub(used + 2),
        ..body
    };
    paint.text(title, 2, 0, &says(&look.intake), theme.heading);
    let mut second = placed(&look.intake);
    if said > 0 {
        second = format!("{second}; {} of yours", count(said, "correction"));
    }
    paint.text(body, 2, 1, &second, theme.soft);
    let [source, becomes] = parts(Rect {
        y: body.y + 3,
        height: body.height.saturating_sub(3),
        ..body
    });
    if body.width < BESIDE {
        paint.rule(behind(becomes, 2), 0);
        self::becomes(
            paint,
            Rect {
                x: becomes.x + 2,
                y: becomes.y + 1,
                width: becomes.width.saturating_sub(2),
                height: becomes.height.saturating_sub(1),
            },
            look,
        );
    } else {
        for y in 0..becomes.height {
            paint.text(becomes, 0, y, "┆", theme.line);
        }
        self::becomes(
            paint,
            Rect {
                x: becomes.x + 2,
                width: becomes.width.saturating_sub(2),
                ..becomes
            },
            look,
        );
    }
    lines(paint, source, look);
    Viewport {
        rows: usize::from(source.height),
        of: look.rows(),
        ..Viewport::default()
    }
}

/// The source and what it becomes: side by side where there is room, else one above the other.
fn parts(area: Rect) -> [Rect; 2] {
    if area.width < BESIDE {
        let below = BELOW.min(area.height / 2);
        let above = Rect {
            height: area.height - below,
            ..area
        };
        let below = Rect {
            y: area.y + above.height,
            height: below,
            ..area
        };
        return [above, below];
    }
    let left = Rect {
        width: area.width / 2,
        ..area
    };
    let right = Rect {
        x: area.x + left.width,
        width: area.width - left.width,
        ..area
    };
    [left, right]
}

/// The columns and the lines around the one looked at, a bracket beside those of its item.
fn lines(paint: &mut Paint, area: Rect, look: &Look) {
    let theme = *paint.theme;
    let height = usize::from(area.height);
    let top = look
        .row
        .saturating_sub(height / 3)
        .min(look.rows().saturating_sub(height));
    let columns = look.looked.columns.len();
    for (row, y) in (top..look.rows()).zip(0..area.height) {
        if row == look.row {
            paint.chevron(area, y);
        }
        let Some(line) = row.checked_sub(columns).map(|at| at + 1) else {
            let column = &look.looked.columns[row];
            let name = if column.name.is_empty() {
                "no name"
            } else {
                &column.name
            };
            paint.text(area, 2, y, &format!("column {}", row + 1), theme.soft);
            paint.text(
                area,
                13,
                y,
                &format!("{name}: {}", column.samples.join(" · ")),
                theme.text,
            );
            continue;
        };
        let here = look.item().filter(|item| item.lines.0 <= line && line <= item.lines.1);
        let doubtful = look.looked.doubt(line).is_some() && look.looked.begins(line) != Is::Text;
        let number = if doubtful { theme.warn } else { theme.soft };
        paint.text(area, 2, y, &format!("{line:>4}"), number);
        paint.text(
            area,
            7,
            y,
            bracket(look, line),
            if here.is_some() { theme.accent } else { theme.line },
        );
        let style = if here.is_some() { theme.text } else { theme.soft };
        paint.text(area, 9, y, &look.looked.lines[line - 1], style);
    }
    let last = (top + height).min(look.rows());
    if area.height > 1 && last < look.rows() {
        paint.more_below(area, area.height - 1, last, look.rows());
    }
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

/// What the line looked at becomes.
fn becomes(paint: &mut Paint, area: Rect, look: &Look) {
    let theme = *paint.theme;
    let mut rows: Vec<(&str, String)> = Vec::new();
    let Some(line) = look.line() else {
        let Some(column) = look.looked.columns.get(look.row) else {
            return;
        };
        paint.text(area, 0, 0, &format!("‹ {} ›", holds(column.holds)), theme.selection);
        paint.lines(
            area,
            0,
            2,
            "What this column holds. The rows below are read again as you turn it.",
            3,
            theme.soft,
        );
        return;
    };
    let begins = look.looked.begins(line);
    let head = match begins {
        Is::Text => "goes on with what stands above",
        is => kind(is),
    };
    paint.text(area, 0, 0, &format!("‹ {head} ›"), theme.selection);
    if look.item().is_some_and(|item| item.known) {
        paint.right(area, 0, "already here", theme.soft);
    }
    match look.item() {
        Some(item) => rows.extend(of_item(item)),
        None => rows.push(("Becomes", "nothing: it is kept as notes".to_owned())),
    }
    let others = look.looked.others_like(line);
    if others > 0 {
        rows.push((
            "Like it",
            format!("{}: a says the same of all", count(others, "other line")),
        ));
    }
    // Where it stands below there is no room for second lines.
    let most = if area.height > BELOW { 2 } else { 1 };
    let mut y = 1;
    for (label, text) in rows {
        paint.text(area, 0, y, label, theme.faint);
        if let (Some(field), "Title") = (&look.title, label) {
            paint.field(area, LABEL, y, field);
            y += 1;
        } else {
            y += paint.lines(area, LABEL, y, &text, most, theme.text).max(1);
        }
    }
    if let Some(doubt) = look.looked.doubt(line) {
        paint.text(area, 0, y, "Doubt", theme.warn);
        let most = area.height.saturating_sub(y).min(3);
        paint.lines(area, LABEL, y, doubt, most, theme.text);
    }
}

fn of_item(item: &Becomes) -> Vec<(&'static str, String)> {
    let category = match (item.category, item.guessed) {
        (Category::Unsorted, _) => "none".to_owned(),
        (category, true) => format!("none; {category} is a guess by its words"),
        (category, false) => category.id().to_owned(),
    };
    let lines = match item.lines {
        (first, last) if first == last => format!("line {first}"),
        (first, last) => format!("lines {first} to {last}"),
    };
    let mut rows = vec![
        ("Title", item.title.clone().unwrap_or_else(|| "none".to_owned())),
        ("From", format!("{}, {lines}", kind(item.is))),
    ];
    if item.is != Is::Note {
        rows.push(("Category", category));
    }
    rows.extend(item.answers.iter().map(|(_, asked)| ("Answers", asked.clone())));
    if !item.parts.is_empty() {
        let parts: Vec<&str> = item.parts.iter().map(|part| part.id()).collect();
        rows.push(("Parts", parts.join(", ")));
    }
    if item.unfinished > 0 {
        rows.push(("To finish", count(item.unfinished, "place")));
    }
    rows
}

fn kind(is: Is) -> &'static str {
    match is {
        Is::Question => "a question",
        Is::AskThem => "a question for them",
        Is::Story => "a story",
        Is::Point => "a talking point",
        Is::Note => "left out, kept as notes",
        Is::Heading => "a heading",
        Is::Text => "text",
    }
}

fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::Question => "the question",
        Holds::Title => "the title of a story",
        Holds::Answer => "the answer",
        Holds::Story => "a story",
        Holds::Category => "the category",
        Holds::Part(part) => part.id(),
        Holds::Nothing => "nothing, kept as notes",
    }
}
