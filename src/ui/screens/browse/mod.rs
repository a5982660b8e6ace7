//! Browse: categories, questions, and the question or answer itself.

mod dialogs;

use ratatui::layout::Rect;

use super::card;
use super::card::Line;
use crate::app::context::Context;
use crate::app::context::FOLD;
use crate::app::screens::browse::facts::{Answered, KnownAnswer, KnownQuestion};
use crate::app::screens::browse::filter::{Filter, Shelf};
use crate::app::screens::browse::list::{Item, Listing, Stack};
use crate::app::screens::browse::{Browse, BrowseDialog, Column, Shown};
use crate::app::state::Viewport;
use crate::app::workspace::Read;
use crate::keys::place::Place;
use crate::text::wrap::wrap;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::filter_list;

/// Columns of the categories at least.
const SHELVES: u16 = 21;

/// Columns between the three.
const GAP: u16 = 2;

/// Columns of a list from which on it names categories.
const ROOMY: u16 = 60;

/// ```text
/// Categories   answered   Conflict and disagreement     1 of 14   Question
/// ▌ all           2/265   ▌ ✓ What did you do when …     rough    What did you do
///   conflict       1/14         The queue that could wait         when they said no?
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, browse: &Browse) -> Viewport {
    let below = columns(paint, page, cx, browse);
    if browse.dialog.is_some() {
        paint.dim(page.whole);
    }
    match &browse.dialog {
        Some(BrowseDialog::Form(form)) => dialogs::draw(paint, page, form),
        Some(BrowseDialog::Link(link)) => {
            filter_list::draw(paint, page, &format!("Link: {}", link.title), &link.search, |side| {
                if side.linked { "✓ linked" } else { "" }.to_owned()
            })
        }
        None => below,
    }
}

fn columns(paint: &mut Paint, page: &Page, cx: &Context, browse: &Browse) -> Viewport {
    let listing = &browse.listing;
    let filter = listing.filter.name();
    let pieces: Vec<&str> = filter.as_deref().into_iter().chain([listing.sort.name()]).collect();
    page.places(paint, cx, Place::Library, Some(&pieces.join(" · ")));
    if cx.workspace.read == Read::Nothing {
        paint.text(page.body, 2, 0, "Reading your files.", paint.theme.soft);
        return Viewport::default();
    }
    let body = page.body;
    if usize::from(page.whole.width) < FOLD {
        return column(paint, cx, browse, browse.column, body);
    }
    let shelves = columns_of_shelves(listing).min(body.width / 3);
    let preview = (body.width - shelves) * 2 / 5;
    let part = |x: u16, width: u16| Rect {
        x: body.x + x,
        width,
        ..body
    };
    let list = body.width - shelves - preview - 2 * GAP;
    let areas = [
        (Column::Shelves, part(0, shelves)),
        (Column::List, part(shelves + GAP, list)),
        (Column::Preview, part(body.width - preview, preview)),
    ];
    let mut seen = Viewport::default();
    for (which, area) in areas {
        let viewport = column(paint, cx, browse, which, area);
        if which == browse.column {
            seen = viewport;
        }
    }
    seen
}

fn column(paint: &mut Paint, cx: &Context, browse: &Browse, which: Column, area: Rect) -> Viewport {
    let here = which == browse.column;
    let rows = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    match which {
        Column::Shelves => shelves(paint, browse, (area, rows), here),
        Column::List => list(paint, cx, browse, (area, rows), here),
        Column::Preview => preview(paint, cx, browse, (area, rows), here),
    }
}

/// What stands above a column, and at its right.
fn head(paint: &mut Paint, area: Rect, title: &str, right: &str, here: bool) {
    let style = if here { paint.theme.heading } else { paint.theme.soft };
    let used = paint.right(area, 0, right, paint.theme.soft);
    let room = Rect {
        width: area.width.saturating_sub(used + 1),
        ..area
    };
    paint.text(room, 2, 0, title, style);
}

/// The first row of a window that keeps the selected row in its middle.
pub(in crate::ui) fn window(row: usize, rows: usize, of: usize) -> usize {
    row.saturating_sub(rows / 2).min(of.saturating_sub(rows))
}

fn shelves(paint: &mut Paint, browse: &Browse, (area, rows): (Rect, Rect), here: bool) -> Viewport {
    let stacks = &browse.listing.stacks;
    let everything = browse.listing.filter == Filter::Everything;
    let right = if everything { "answered" } else { "" };
    head(paint, area, "Categories", right, here);
    let height = usize::from(rows.height);
    let start = window(browse.shelf, height, stacks.len());
    for (y, stack) in stacks.iter().skip(start).take(height).enumerate() {
        let selected = start + y == browse.shelf;
        let y = y as u16;
        let style = row_style(paint, selected, stack.count == 0);
        if selected && here {
            paint.chevron(rows, y);
        }
        paint.text(rows, 2, y, stack.shelf.id(), style);
        if rows.width >= ROOMY {
            paint.text(rows, 20, y, stack.shelf.title(), paint.theme.soft);
        }
        paint.right(rows, y, &counted(stack, everything), paint.theme.soft);
    }
    Viewport {
        rows: height,
        of: stacks.len(),
        ..Viewport::default()
    }
}

/// Columns that keep every name apart from its figures.
fn columns_of_shelves(listing: &Listing) -> u16 {
    let everything = listing.filter == Filter::Everything;
    let row = |stack: &Stack| 2 + stack.shelf.id().len() + 1 + counted(stack, everything).len();
    let longest = listing.stacks.iter().map(row).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX).max(SHELVES)
}

fn counted(stack: &Stack, everything: bool) -> String {
    match stack.shelf {
        Shelf::All | Shelf::Of(_) if everything => format!("{}/{}", stack.answered, stack.count),
        _ => stack.count.to_string(),
    }
}

fn row_style(paint: &Paint, selected: bool, faint: bool) -> ratatui::style::Style {
    match (selected, faint) {
        (true, _) => paint.theme.selection,
        (false, true) => paint.theme.soft,
        (false, false) => paint.theme.text,
    }
}

fn list(paint: &mut Paint, cx: &Context, browse: &Browse, (area, rows): (Rect, Rect), here: bool) -> Viewport {
    let items = browse.rows();
    let Some(stack) = browse.stack() else {
        return Viewport::default();
    };
    let right = if items.is_empty() {
        String::new()
    } else {
        stack.count.to_string()
    };
    head(paint, area, stack.shelf.title(), &right, here);
    let height = usize::from(rows.height);
    let start = window(browse.row, height, items.len());
    for (y, item) in items.iter().skip(start).take(height).enumerate() {
        let selected = start + y == browse.row;
        if selected && here {
            paint.chevron(rows, y as u16);
        }
        let named = rows.width >= ROOMY && stack.shelf == Shelf::All;
        item_row(paint, cx, browse, (rows, y as u16), *item, (selected, named));
    }
    if items.is_empty() {
        empty(paint, browse, stack.shelf, rows);
    }
    Viewport {
        rows: height,
        of: items.len(),
        ..Viewport::default()
    }
}

fn item_row(
    paint: &mut Paint,
    cx: &Context,
    browse: &Browse,
    (rows, y): (Rect, u16),
    item: Item,
    (selected, named): (bool, bool),
) {
    let Some(shown) = cx.workspace.shown(item) else {
        return;
    };
    let known = &browse.listing.known;
    let (x, used) = match item {
        Item::Question(place) => {
            let known = known.questions.get(place as usize);
            (4, known.map_or(0, |known| facts(paint, rows, y, known, named)))
        }
        Item::Answer { place, under } => {
            let known = known.answers.get(place as usize);
            let used = known.map_or(0, |known| answer_facts(paint, rows, y, known, under));
            (if under { 6 } else { 2 }, used)
        }
        Item::Note(_) => (2, 0),
    };
    let room = Rect {
        width: rows.width.saturating_sub(used + 1),
        ..rows
    };
    let text = match shown {
        Shown::Question(question) => &question.ask,
        Shown::Answer(answer) => &answer.title,
        Shown::Note(note) => &note.title,
    };
    let style = row_style(paint, selected, matches!(item, Item::Answer { under: true, .. }));
    paint.text(room, x, y, text, style);
}

/// Whether a question has an answer at its left, its category and how it was told last at its right.
fn facts(paint: &mut Paint, rows: Rect, y: u16, known: &KnownQuestion, named: bool) -> u16 {
    let (mark, style) = match known.answered {
        Answered::Yes => ("✓", paint.theme.accent),
        Answered::Unfinished => ("~", paint.theme.text),
        Answered::No => ("", paint.theme.text),
    };
    paint.text(rows, 2, y, mark, style);
    let used = known.told.map_or(0, |(_, rating)| {
        paint.right(rows, y, rating.word(), paint.theme.of_rating(rating))
    });
    if !named {
        return used;
    }
    let left = Rect {
        width: rows.width - 8,
        ..rows
    };
    paint.right(left, y, known.category.id(), paint.theme.soft);
    24
}

fn answer_facts(paint: &mut Paint, rows: Rect, y: u16, known: &KnownAnswer, under: bool) -> u16 {
    match known.told {
        _ if !known.linked && !under => paint.right(rows, y, "no question", paint.theme.soft),
        _ if known.unfinished > 0 => paint.right(rows, y, "to finish", paint.theme.soft),
        Some((_, rating)) if !under => paint.right(rows, y, rating.word(), paint.theme.of_rating(rating)),
        _ => 0,
    }
}

/// What would stand in an empty list, and which key fills it.
fn empty(paint: &mut Paint, browse: &Browse, shelf: Shelf, rows: Rect) {
    let filter = browse.listing.filter.name();
    let says: [String; 2] = match (filter, shelf) {
        (Some(name), _) if matches!(browse.listing.filter, Filter::Value { .. }) => [
            format!("Nothing here tests {name}."),
            "f chooses what is listed; its first row is everything.".to_owned(),
        ],
        (Some(filter), _) => [
            format!("Nothing here is {filter}.")
                .replace("is \"", "has \"")
                .replace("is #", "has the tag #"),
            "f chooses what is listed; its first row is everything.".to_owned(),
        ],
        (None, Shelf::Answers) => [
            "No answers yet.".to_owned(),
            "n writes one; I on Home brings your notes.".to_owned(),
        ],
        (None, Shelf::Unlinked) => [
            "Every answer names a question.".to_owned(),
            "One that names none would stand here, so that it is not forgotten.".to_owned(),
        ],
        (None, Shelf::Notes) => [
            "Nothing is left over.".to_owned(),
            "What an import cannot place is kept here word for word; I on Home brings notes.".to_owned(),
        ],
        (None, Shelf::All | Shelf::Of(_)) => [
            "No questions here yet.".to_owned(),
            "a adds one of your own.".to_owned(),
        ],
    };
    let mut y = 0;
    for (n, sentence) in says.iter().enumerate() {
        let style = if n == 0 { paint.theme.text } else { paint.theme.soft };
        for line in wrap(sentence, usize::from(rows.width.saturating_sub(2))) {
            paint.text(rows, 2, y, &line, style);
            y += 1;
        }
    }
}

/// Rows of a text beyond those shown that are looked at for a frame, so that a long text costs no more than a short one.
const AHEAD: usize = 100;

fn preview(paint: &mut Paint, cx: &Context, browse: &Browse, (area, rows): (Rect, Rect), here: bool) -> Viewport {
    let Some(shown) = browse.item().and_then(|item| cx.workspace.shown(item)) else {
        return Viewport::default();
    };
    let title = match shown {
        Shown::Question(_) => "Question",
        Shown::Answer(_) => "Answer",
        Shown::Note(_) => "Note",
    };
    head(paint, area, title, "", here);
    let height = usize::from(rows.height);
    let columns = usize::from(rows.width.saturating_sub(2)).min(76);
    let lines: Vec<Line> = card::lines(cx, shown, columns, browse.scroll + height + AHEAD);
    card::rows(paint, rows, &lines, browse.scroll);
    Viewport {
        rows: height,
        of: lines.len(),
        ..Viewport::default()
    }
}
