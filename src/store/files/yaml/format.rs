//! The format of a file, which a later version may have written.

use super::node::{Is, Node};
use super::place::Place;
use crate::domain::problem::{Problem, Unread};

/// The format of the files this version knows.
pub const FORMAT: u32 = 1;

/// The problem of a file of a later format: what it says may mean something else there.
pub(super) fn later(root: &Node, place: &Place) -> Option<Problem> {
    let Is::Map(pairs) = &root.is else { return None };
    let said = pairs.iter().filter(|pair| pair.key == "format").filter_map(|pair| {
        let Is::Text(text) = &pair.value.is else { return None };
        let format = text
            .trim()
            .parse()
            .ok()
            .filter(|format: &u64| *format > u64::from(FORMAT))?;
        let what = format!("it has format {format}; this version knows {FORMAT}, so it is left out");
        let line = place.line(pair.at.unwrap_or(0));
        Some(Problem::line(&place.shown, line, what, "Install that version").leaves(Unread::Whole))
    });
    said.into_iter().next()
}
