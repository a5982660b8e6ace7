//! The Library: what it holds, the categories, a list, and below it the question or answer itself.

mod dialogs;
mod list;
mod preview;

use ratatui::layout::Rect;

use crate::app::context::{Context, FOLD};
use crate::app::screens::browse::filter::{Filter, SectionKind};
use crate::app::screens::browse::list::{Listing, Section};
use crate::app::screens::browse::over::{BrowseDialog, Side};
use crate::app::screens::browse::{Browse, Column, Kind};
use crate::app::widgets::viewport::Viewport;
use crate::domain::question::level::Level;
use crate::keys::place::Place;
use crate::text::shown::columns;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{above, before, behind, below, centred};
use crate::ui::widgets::filter_list;

/// Columns of the categories at least.
const SHELVES: u16 = 24;

/// Rows of the list that stay before the preview below it is given up.
const LISTED: u16 = 7;

/// ```text
///   Questions 201   Answers 12   Notes 0                      neediest first
///
///   all            29/201  ┆   ▃      Think of a code review comment you …
/// ▸ conflict         3/14  ┆ ▌ ▇▅▃  ✓ Tell me about a time you thought …
///                          ┆ ─────────────────────────────── 12 of 14 ↓ ──
///                          ┆ Tell me about a time you thought a technical
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, browse: &Browse) -> Viewport {
    page.places(paint, cx, Place::Library, None);
    let below = if cx.workspace.nothing_read() {
        paint.text(page.body, 2, 0, "Reading your files.", paint.theme.soft);
        Viewport::default()
    } else {
        library(paint, page, cx, browse)
    };
    if browse.dialog.is_some() {
        paint.dim(page.whole);
    }
    match &browse.dialog {
        Some(BrowseDialog::Form(form)) => dialogs::draw(paint, page, form),
        Some(BrowseDialog::Link(link)) => {
            let linked = |side: &Side| if side.linked { "✓ linked" } else { "" }.to_owned();
            let subject = |side: &Side| side.hit.subject(cx.workspace);
            let title = format!("Link: {}", link.title);
            filter_list::draw_with_preview(paint, (page, cx), &title, &link.search, linked, subject)
        }
        None => below,
    }
}

fn library(paint: &mut Paint, page: &Page, cx: &Context, browse: &Browse) -> Viewport {
    tabs(paint, page.content(), cx, browse);
    let narrow = usize::from(page.whole.width) < FOLD;
    let filters = browse.column == Column::Filters || !narrow && browse.listing.filter != Filter::Everything;
    if filters {
        words(paint, page.content(), browse);
    } else if narrow {
        one_line(paint, page.content(), browse);
    }
    let body = below(page.body, 2);
    if narrow || browse.kind() != Kind::Questions {
        return reading(paint, cx, browse, body);
    }
    let kinds = columns_of_shelves(&browse.listing).min(body.width / 3);
    let seen = rail(paint, browse, Rect { width: kinds, ..body });
    for y in 0..body.height {
        paint.text(body, kinds + 1, y, "┆", paint.theme.line);
    }
    let right = behind(body, kinds + 2);
    let list = reading(paint, cx, browse, right);
    if browse.column == Column::Shelves { seen } else { list }
}

/// What the Library holds; at the right what is listed of it, and in which order.
fn tabs(paint: &mut Paint, area: Rect, cx: &Context, browse: &Browse) {
    let count = |kind: Kind| match kind {
        Kind::Questions => cx.workspace.library.questions().len(),
        Kind::Answers => cx.workspace.library.answers().len(),
        Kind::Notes => cx.workspace.notes.len(),
    };
    let named: Vec<(String, bool)> = Kind::ALL
        .iter()
        .map(|kind| (format!("{} {}", kind.title(), count(*kind)), *kind == browse.kind()))
        .collect();
    let tabs: Vec<(&str, bool)> = named.iter().map(|(name, here)| (name.as_str(), *here)).collect();
    Page::tabs(paint, area, &tabs);
    let used: usize = named.iter().map(|(name, _)| columns(name) + 3).sum();
    let filter = Some(browse.listing.filter.name()).filter(|_| browse.listing.filter != Filter::Everything);
    let pieces: Vec<&str> = filter
        .as_deref()
        .into_iter()
        .chain([browse.listing.sort.name()])
        .collect();
    paint.right(behind(area, used as u16), 0, &pieces.join(" · "), paint.theme.soft);
}

/// The words that choose which rows are listed, the one in force in brackets; all levels are one word.
fn words(paint: &mut Paint, area: Rect, browse: &Browse) {
    let now = &browse.listing.filter;
    let here = browse.column == Column::Filters;
    let mut at = 0;
    for filter in browse.filters() {
        let chosen = filter == *now;
        let level = |filter: &Filter| matches!(filter, Filter::Level(_));
        // One word stands for all levels: the one in force, else the first.
        if level(&filter) && !chosen && (level(now) || filter != Filter::Level(Level::ALL[0])) {
            continue;
        }
        let name = filter.name();
        let (text, style) = match (chosen, level(&filter)) {
            (true, _) if here => (format!("‹ {name} ›"), paint.theme.selection),
            (true, _) => (name, paint.theme.accent),
            (false, true) => ("level".to_owned(), paint.theme.soft),
            (false, false) => (name, paint.theme.soft),
        };
        at += paint.text(area, at, 1, &text, style) + 3;
    }
}

/// The category in one line, to be turned.
fn one_line(paint: &mut Paint, area: Rect, browse: &Browse) {
    let Some(section) = browse.section() else {
        return;
    };
    let used = paint.right(area, 1, &answered(section, &browse.listing), paint.theme.soft);
    let room = before(area, used + 2);
    if !section.kind.of_questions() {
        paint.text(room, 0, 1, section.kind.title(), paint.theme.soft);
        return;
    }
    let at = paint.text(room, 0, 1, &format!("‹ {} ›", section.kind.id()), paint.theme.heading);
    paint.text(room, at + 3, 1, section.kind.title(), paint.theme.soft);
}

/// How many rows there are, and how many of them have an answer.
fn answered(section: &Section, listing: &Listing) -> String {
    if section.kind.of_questions() && listing.filter == Filter::Everything {
        format!("{} of {} answered", section.answered, section.count)
    } else {
        section.count.to_string()
    }
}

/// The list with what is selected in it below it; what is selected alone while it is read.
fn reading(paint: &mut Paint, cx: &Context, browse: &Browse, area: Rect) -> Viewport {
    if browse.column == Column::Preview {
        return preview::draw(paint, cx, browse, behind(area, 2));
    }
    let text = behind(area, 2);
    let listed = u16::try_from(browse.rows().len() + 1).unwrap_or(u16::MAX);
    let most = (area.height * 9 / 20).min(area.height.saturating_sub(LISTED + 1));
    // A short list leaves its room to the text.
    let most = most.max(area.height.saturating_sub(listed));
    if most < 2 || browse.shown(cx.workspace).is_none() {
        return list::draw(paint, cx, browse, area, list::Below::Nothing);
    }
    let above = above(area, most);
    preview::draw(paint, cx, browse, below(text, above.height));
    list::draw(paint, cx, browse, above, list::Below::Rule)
}

/// The categories, each with how many of its questions have an answer.
fn rail(paint: &mut Paint, browse: &Browse, area: Rect) -> Viewport {
    let everything = browse.listing.filter == Filter::Everything;
    let here = browse.column == Column::Shelves;
    let sections = browse.listing.sections.iter().enumerate();
    let sections: Vec<(usize, &Section)> = sections.filter(|(_, section)| section.kind.of_questions()).collect();
    let height = usize::from(area.height);
    let at = sections
        .iter()
        .position(|(place, _)| *place == browse.open)
        .unwrap_or(0);
    let start = centred(at, height, sections.len());
    for (y, (place, section)) in sections.iter().skip(start).take(height).enumerate() {
        let y = y as u16;
        let style = match (*place == browse.open, section.count) {
            (true, _) if here => paint.choice(area, y, true),
            (true, _) => {
                paint.text(area, 0, y, "▸", paint.theme.accent);
                paint.theme.heading
            }
            (false, 0) => paint.theme.faint,
            (false, _) => paint.theme.text,
        };
        paint.text(area, 2, y, section.kind.id(), style);
        paint.right(area, y, &counted(section, everything), paint.theme.soft);
    }
    Viewport::of(height, sections.len())
}

/// Columns that keep every name apart from its figures.
fn columns_of_shelves(listing: &Listing) -> u16 {
    let everything = listing.filter == Filter::Everything;
    let row = |section: &Section| 2 + section.kind.id().len() + 1 + counted(section, everything).len();
    let longest = listing.sections.iter().map(row).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX).max(SHELVES)
}

fn counted(section: &Section, everything: bool) -> String {
    match section.kind {
        SectionKind::All | SectionKind::Of(_) if everything => format!("{}/{}", section.answered, section.count),
        _ => section.count.to_string(),
    }
}
