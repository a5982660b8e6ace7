//! The two tabs of Interviews: the companies, and all feedback.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::keys::place::Place;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::below;

/// The rows of the tabs, with the one below them.
const ROWS: u16 = 2;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// The companies.
    Companies,
    /// All feedback.
    Feedback,
}

/// Draws the places, the tabs and what stands at their right; answers with the area below them.
pub(super) fn draw(paint: &mut Paint, page: &Page, cx: &Context, here: Tab, right: &str) -> Rect {
    let meetings = &cx.overview.meetings;
    let owed = (meetings.owed > 0).then(|| format!("{} owed", count(meetings.owed, "answer")));
    page.places(paint, cx, Place::Interviews, owed.as_deref());
    let counted = |name: &str, count: usize| match count {
        0 => name.to_owned(),
        count => format!("{name} {count}"),
    };
    let companies = counted("Companies", meetings.rows.len());
    let feedback = counted("Feedback", cx.overview.feedback.len());
    let tabs = [
        (companies.as_str(), here == Tab::Companies),
        (feedback.as_str(), here == Tab::Feedback),
    ];
    Page::tabs(paint, page.content(), &tabs);
    paint.right(page.content(), 0, right, paint.theme.soft);
    let rows = page.body.height.min(ROWS);
    below(page.body, rows)
}
