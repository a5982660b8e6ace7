//! What can be done at this moment, with its keys.

use super::{marked, open, window};
use crate::app::context::Context;
use crate::app::overlays::actions::{Actions, Offer};
use crate::app::widgets::viewport::Viewport;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{above, below};

/// Where the words begin, behind the keys.
const WORDS: u16 = 17;

/// Rows around the list: what is typed, a blank, and the rows below it.
const AROUND: usize = 4;

/// ```text
/// ╭ What you can do here ──────────────╮
/// │   typed                            │
/// │                                    │
/// │ ▌ enter          start             │
/// │   d              set up a drill    │
/// │                          9 of 16 ↓ │
/// ╰────────────────────────────────────╯
/// ```
pub(super) fn draw(paint: &mut Paint, page: &Page, cx: &Context, list: &Actions) -> Viewport {
    let theme = *paint.theme;
    let search = &list.search;
    let offered = search.items.iter().filter(|offer| matches!(offer, Offer::Do(..)));
    let wanted = offered.count() + AROUND;
    let inside = open(paint, page, "What you can do here", "", 72, wanted as u16 + 2);
    let typed = search.field.text().is_empty();
    paint.field(inside, 2, 0, &search.field);
    if typed {
        paint.text(inside, 4, 0, "type to narrow, enter does it", theme.faint);
    }
    let rows = usize::from(inside.height).saturating_sub(AROUND);
    let area = above(below(inside, 2), AROUND as u16 - 2);
    let start = window(search.row, rows);
    for (y, found) in search.found.iter().skip(start).take(rows).enumerate() {
        let Some(offer) = search.items.get(found.place) else {
            continue;
        };
        let keys = match offer {
            Offer::Do(_, keys) => keys.as_str(),
            Offer::Question(id) => {
                let question = cx.workspace.library.question(id);
                question.map_or("", |question| question.category.id())
            }
        };
        let style = paint.choice(area, y as u16, start + y == search.row);
        paint.text(area, 2, y as u16, keys, theme.accent);
        marked(
            paint,
            area,
            WORDS,
            y as u16,
            search.finder.shown(found),
            &found.marks,
            style,
        );
    }
    if search.found.is_empty() {
        paint.text(area, 2, 0, "Nothing here goes by that name.", theme.faint);
    }
    let foot = below(inside, inside.height.saturating_sub(2));
    paint.more_below(foot, 0, start + rows, search.found.len());
    if cx.workspace.settings.mouse.is_on() {
        paint.text(foot, 2, 1, "With the mouse on, shift selects text.", theme.faint);
    }
    Viewport::of(rows, search.found.len())
}
