//! Progress: four tabs.

mod chart;
mod coverage;
mod history;
mod keep;
mod plan;
mod weak;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::review::{Review, Tab};
use crate::app::widgets::viewport::Viewport;
use crate::keys::place::Place;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{behind, below};

/// Rows of a body below which what a tab is for is not said.
const ROOM_TO_SAY: u16 = 16;

/// ```text
/// Practise next   Coverage   All you told   The plan             16 categories
///
/// what the tab is for, until it was used once
///
/// the tab
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, review: &Review) -> Viewport {
    let tabs: Vec<(&str, bool)> = Tab::ALL.iter().map(|tab| (tab.title(), *tab == review.tab)).collect();
    page.places(paint, cx, Place::Progress, None);
    Page::tabs(paint, page.content(), &tabs);
    let used: usize = tabs.iter().map(|(name, _)| name.len() + 3).sum();
    beside_tabs(paint, behind(page.content(), used as u16), cx, review);
    let mut body = below(page.body, 2);
    if !cx.workspace.all_read() {
        paint.text(body, 2, 0, "Reading your files.", paint.theme.soft);
        return Viewport::default();
    }
    if !review.tab.is_known(cx) && body.height >= ROOM_TO_SAY {
        paint.text(body, 2, 0, review.tab.purpose(), paint.theme.soft);
        body = below(body, 2);
    }
    let viewport = match review.tab {
        Tab::Weak => self::weak::draw(paint, body, cx, &review.weak),
        Tab::Plan => self::plan::draw(paint, body, cx, &review.plan),
        Tab::Coverage => self::coverage::draw(paint, body, cx, &review.cover),
        Tab::History => self::history::draw(paint, body, cx, &review.past),
    };
    match &review.keep {
        Some(choice) => keep::draw(paint, page, choice),
        None => viewport,
    }
}

/// What the rows of the tab in front are.
fn beside_tabs(paint: &mut Paint, area: Rect, cx: &Context, review: &Review) {
    let theme = *paint.theme;
    match review.tab {
        Tab::Weak => {
            let says = format!("{} categories", cx.overview.standings.len());
            paint.right(area, 0, &says, theme.soft);
        }
        Tab::Coverage if !cx.workspace.library.lenses().is_empty() => {
            let lens = review.cover.lens_shown(cx);
            let says = lens.map_or("categories", |lens| lens.title.as_str());
            paint.right(area, 0, &format!("‹ {says} ›"), theme.heading);
        }
        Tab::Plan | Tab::Coverage | Tab::History => {}
    }
}
