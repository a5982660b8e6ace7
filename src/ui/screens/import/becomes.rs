//! What the lines looked at become, and from where each thing of it is known.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::screens::import::Look;
use crate::app::screens::import::look::ReviewStop;
use crate::domain::category::Category;
use crate::domain::import_review::{Becomes, Holds, Is};
use crate::text::time::count;
use crate::ui::paint::Paint;

/// Columns of a label.
const LABEL: u16 = 12;
/// Rows from which on there is room for second lines.
const ROOMY: u16 = 10;

/// What is looked at, in an area.
pub(super) fn draw(paint: &mut Paint, area: Rect, look: &Look) {
    match look.line() {
        Some(line) => of_line(paint, area, look, line),
        None => of_column(paint, area, look),
    }
}

fn of_column(paint: &mut Paint, area: Rect, look: &Look) {
    let ReviewStop::Column(at) = look.stop() else { return };
    let Some(column) = look.looked.columns.get(at) else {
        return;
    };
    let style = paint.theme.selection;
    paint.text(area, 0, 0, &format!("‹ {} ›", holds(column.holds)), style);
    let says = "What this column holds. The rows below are read again as you turn it.";
    paint.lines(area, 0, 2, says, 3, paint.theme.soft);
}

fn of_line(paint: &mut Paint, area: Rect, look: &Look, line: usize) {
    let theme = *paint.theme;
    let head = match look.looked.begins(line) {
        Is::Text if look.item().is_some() => "goes on with what stands above",
        Is::Text => "nothing begins here",
        is => kind(is),
    };
    paint.text(area, 0, 0, &format!("‹ {head} ›"), theme.selection);
    let doubt = look.open(line).or_else(|| look.open(look.item()?.lines.0));
    match (doubt, look.item()) {
        (Some(_), _) => paint.right(area, 0, "doubtful", theme.warn),
        (None, Some(item)) if item.known => paint.right(area, 0, "already here", theme.soft),
        _ => 0,
    };
    let mut rows: Vec<(&str, String, Style)> = Vec::new();
    // Before all else why it is looked at.
    rows.extend(doubt.map(|doubt| ("Doubt", doubt.what.clone(), theme.warn)));
    // A question about all lines of a kind is not about what one of them stands in.
    let kind_of_lines = look.asks(line).is_some();
    match look.item().filter(|_| !kind_of_lines) {
        Some(item) => rows.extend(
            of_item(look, item)
                .into_iter()
                .map(|(label, text)| (label, text, theme.text)),
        ),
        None if kind_of_lines => {}
        None => rows.push(("Becomes", "nothing: it is kept as notes".to_owned(), theme.text)),
    }
    rows.extend(
        look.offer
            .as_ref()
            .filter(|_| !kind_of_lines)
            .map(|(_, ask)| ("Answers", format!("{ask} ?"), theme.soft)),
    );
    rows.extend(alike(look, line).map(|text| ("Like it", text, theme.text)));
    let most = if area.height >= ROOMY { 3 } else { 1 };
    let mut y = 1;
    for (label, text, style) in rows {
        let faint = if label == "Doubt" { theme.warn } else { theme.faint };
        paint.text(area, 0, y, label, faint);
        let room = area.height.saturating_sub(y).min(most);
        y += paint.lines(area, LABEL, y, &text, room, style).max(1);
    }
}

/// The other lines like one, by their numbers.
fn alike(look: &Look, line: usize) -> Option<String> {
    let others = look.looked.others_like(line);
    let (first, more) = others.split_at(others.len().min(5));
    let numbers: Vec<String> = first.iter().map(usize::to_string).collect();
    let rest = if more.is_empty() { "" } else { " …" };
    let said = format!("{}: {}{rest}", count(others.len(), "other line"), numbers.join(", "));
    (!others.is_empty()).then_some(said)
}

fn of_item(look: &Look, item: &Becomes) -> Vec<(&'static str, String)> {
    let category = match (item.category, item.guessed) {
        (Category::Unsorted, _) => "none".to_owned(),
        (category, true) => format!("none; by its words {category} ?"),
        (category, false) if look.placed.contains(&item.lines.0) => category.id().to_owned(),
        (category, false) if !look.looked.columns.is_empty() => format!("{category}, from its column"),
        (category, false) => format!("{category}, from its heading"),
    };
    let mut rows = vec![("Title", item.title.clone().unwrap_or_else(|| "none".to_owned()))];
    if item.is != Is::Note {
        rows.push(("Category", category));
    }
    rows.extend(item.answers.iter().map(|asked| ("Answers", asked.clone())));
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
