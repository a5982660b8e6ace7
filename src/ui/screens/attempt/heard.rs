//! How a partner rated an attempt: a name first, then the rating.

use crate::app::screens::attempt::heard::{PartnerRating, PartnerStep};
use crate::app::widgets::viewport::Viewport;
use crate::domain::rating::Rating;
use crate::ui::overlays::open;
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// A small pane over the attempt.
pub(super) fn draw(paint: &mut Paint, page: &Page, heard: &PartnerRating) -> Viewport {
    match &heard.step {
        PartnerStep::Name { name, last } => {
            let inside = open(paint, page, "Who heard it?", "", 60, 4);
            paint.text(inside, 0, 0, "name", paint.theme.accent);
            paint.field(inside, 7, 0, name);
            let says = match last {
                Some(last) => format!("Enter alone: {last}. Their rating stands beside yours."),
                None => "It stands beside yours and changes nothing else.".to_owned(),
            };
            paint.text(inside, 0, 1, &says, paint.theme.soft);
            Viewport::default()
        }
        PartnerStep::Rating { name, row } => ratings(paint, page, name, *row),
    }
}

fn ratings(paint: &mut Paint, page: &Page, name: &str, row: usize) -> Viewport {
    let inside = open(paint, page, &format!("How was it, to {name}?"), "", 60, 6);
    for (n, rating) in Rating::ALL.into_iter().enumerate() {
        let y = n as u16;
        let style = paint.choice(inside, y, n == row);
        paint.text(inside, 2, y, &format!("{} {}", rating.number(), rating.word()), style);
        paint.text(inside, 12, y, theirs(rating), paint.theme.soft);
    }
    Viewport::of(Rating::ALL.len(), Rating::ALL.len())
}

/// A rating in the words of somebody who listened.
fn theirs(rating: Rating) -> &'static str {
    match rating {
        Rating::Froze => "no story came, or the thread was lost",
        Rating::Rough => "it got there, but not well",
        Rating::Solid => "clear, in time, with a result",
        Rating::Strong => "to be told tomorrow just like this",
    }
}
