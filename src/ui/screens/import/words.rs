//! What a file of notes would bring, in two sentences.

use crate::domain::import_summary::{Brings, Intake};
use crate::text::time::count;

/// What the file would bring, in one sentence.
pub(super) fn says(intake: &Intake) -> String {
    let mut pieces = Vec::new();
    for kind in Brings::ALL {
        let fresh = intake.fresh(kind);
        if fresh > 0 {
            pieces.push(count(fresh, kind.label()));
        }
    }
    let brings = if intake.items.is_empty() {
        "Nothing here reads as a question, a story or a talking point".to_owned()
    } else if pieces.is_empty() {
        "Nothing new in this file".to_owned()
    } else {
        pieces.join(", ")
    };
    match intake.known() {
        0 => brings,
        known => format!("{brings}; {known} already here"),
    }
}

pub(super) fn placed(intake: &Intake) -> String {
    let rest = intake.nonblank - intake.placed.min(intake.nonblank);
    match rest {
        0 => format!("all {} lines have a place", intake.nonblank),
        rest if intake.placed + intake.in_part == 0 => format!("{} kept as notes", count(rest, "line")),
        rest => {
            let (placed, all) = (intake.placed, intake.nonblank);
            match intake.in_part {
                0 => format!("{placed} of {all} lines have a place; {rest} are kept as notes beside them"),
                part => format!("{placed} of {all} lines have a place, {part} in part; the rest is kept as notes"),
            }
        }
    }
}
