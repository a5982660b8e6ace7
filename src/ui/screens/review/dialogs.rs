//! What Review asks for: which attempts to list, and how a partner rated one.

use ratatui::layout::Rect;

use crate::app::screens::review::dialogs::ReviewForm;
use crate::app::screens::review::history::Keep;
use crate::app::state::Viewport;
use crate::domain::rating::Rating;
use crate::ui::overlays::{open, window};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// A small pane over Review.
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, form: &ReviewForm) -> Viewport {
    match form {
        ReviewForm::Keep { rows, row } => kinds(paint, page, rows, *row),
        ReviewForm::Partner { name, last, .. } => {
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
        ReviewForm::Rating { name, row, .. } => ratings(paint, page, name, *row),
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
    Viewport {
        rows: Rating::ALL.len(),
        of: Rating::ALL.len(),
        ..Viewport::default()
    }
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

fn kinds(paint: &mut Paint, page: &Page, rows: &[(Keep, String, usize)], row: usize) -> Viewport {
    let inside = open(paint, page, "List", "told", 52, rows.len() as u16 + 2);
    let height = usize::from(inside.height);
    let start = window(row, height);
    for (y, (_, name, count)) in rows.iter().skip(start).take(height).enumerate() {
        let selected = start + y == row;
        let y = y as u16;
        let style = paint.choice(inside, y, selected);
        let used = paint.right(inside, y, &count.to_string(), paint.theme.soft);
        let room = Rect {
            width: inside.width.saturating_sub(used + 1),
            ..inside
        };
        paint.text(room, 2, y, name, style);
    }
    Viewport {
        rows: height,
        of: rows.len(),
        ..Viewport::default()
    }
}
