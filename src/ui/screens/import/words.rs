//! What a file of notes would bring, in two sentences.

use crate::domain::import_summary::{Brings, Intake};
use crate::text::time::count;

/// What the file would bring, in one sentence.
pub(super) fn says(intake: &Intake) -> String {
    let brings = match new(intake) {
        (0, _) => nothing(intake).to_owned(),
        (_, pieces) => pieces,
    };
    match intake.known() {
        0 => brings,
        known => format!("{brings}; {known} already here"),
    }
}

/// The row of all that is sure.
pub(super) fn takes(intake: &Intake) -> String {
    let takes = match new(intake) {
        (0, _) => nothing(intake).to_owned(),
        (1, piece) => format!("{piece} is sure: take it"),
        (_, pieces) => format!("{pieces} are sure: take all"),
    };
    match intake.known() {
        0 => takes,
        known => format!("{takes}; {known} already here"),
    }
}

/// How many would be new, and how many of each kind.
fn new(intake: &Intake) -> (usize, String) {
    let kinds = Brings::ALL.map(|kind| (intake.fresh(kind), kind.label()));
    let full = kinds.iter().filter(|(fresh, _)| *fresh > 0);
    let pieces: Vec<String> = full.map(|(fresh, label)| count(*fresh, label)).collect();
    (kinds.iter().map(|(fresh, _)| fresh).sum(), pieces.join(", "))
}

fn nothing(intake: &Intake) -> &'static str {
    if intake.items.is_empty() {
        "Nothing here reads as a question, a story or a talking point"
    } else if intake.waiting() > 0 {
        "Nothing is sure yet"
    } else {
        "Nothing new in this file"
    }
}

/// Where its lines go, in one sentence.
pub(super) fn placed(intake: &Intake) -> String {
    let rest = intake.nonblank - intake.placed.min(intake.nonblank);
    match rest {
        0 if intake.nonblank == 1 => "Its one line has a place".to_owned(),
        0 => format!("All {} lines have a place", intake.nonblank),
        rest if intake.placed + intake.in_part == 0 => format!("{} kept as notes", count(rest, "line")),
        rest => {
            let (placed, all) = (intake.placed, intake.nonblank);
            match intake.in_part {
                0 if rest == 1 => format!("{placed} of {all} lines have a place; 1 is kept as notes beside them"),
                0 => format!("{placed} of {all} lines have a place; {rest} are kept as notes beside them"),
                part => format!("{placed} of {all} lines have a place, {part} in part; the rest is kept as notes"),
            }
        }
    }
}
