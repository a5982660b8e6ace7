//! Where every word of a source goes: into an item, or to what is left over.
//!
//! Nothing here trusts what the reader says it placed. A word is held where a text that is written has it, and each word
//! of the source can be held once; whatever nobody holds is left over.

mod ledger;
mod left;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::import::item::{Body, Item, ItemKind};
use crate::import::lines::front::front;
use crate::import::lines::tokens::{hashes, tokens};
use crate::import::lines::{Dialect, Line, markers};
use crate::import::reading::{Coverage, Piece, Reading};
use ledger::Ledger;

pub use ledger::Lot;
pub use left::Left;

/// What of an item is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held<'a> {
    /// Runs of lines, word for word.
    pub lines: Vec<(usize, usize)>,
    /// Texts of it: its title, a probe, a cell.
    pub texts: Vec<Cow<'a, str>>,
    /// The end of the first text, held where the whole of it stands nowhere: a title behind the one above it.
    pub end: Option<Cow<'a, str>>,
    /// A text that was there already, and may hold some of its lines.
    pub within: Option<Cow<'a, str>>,
}

/// Where the words of a source went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// What became of each line.
    pub lots: Vec<Lot>,
    /// What nobody holds, in the order of the source.
    pub left: Vec<Left>,
}

impl Account {
    /// The figures: every line with something to see is placed, or in the remainder.
    pub fn coverage(&self) -> Coverage {
        Account::figures(self.lots.iter().copied())
    }

    /// The same for the lines that say something: rules and brackets between items count as blank.
    pub fn coverage_of_words(&self) -> Coverage {
        let says = |lot: &Lot| if *lot == Lot::Marks { Lot::Blank } else { *lot };
        Account::figures(self.lots.iter().map(says))
    }

    fn figures(lots: impl Iterator<Item = Lot>) -> Coverage {
        let mut coverage = Coverage::default();
        let mut open = false;
        for (at, lot) in lots.enumerate() {
            coverage.nonblank += usize::from(lot != Lot::Blank);
            match lot {
                Lot::Blank => {}
                Lot::Placed => {
                    coverage.placed += 1;
                    open = false;
                }
                Lot::InPart | Lot::Left | Lot::Marks => {
                    coverage.in_part += usize::from(lot == Lot::InPart);
                    match coverage.remainder.last_mut().filter(|_| open) {
                        Some(run) => run.1 = at + 1,
                        None => coverage.remainder.push((at + 1, at + 1)),
                    }
                    open = true;
                }
            }
        }
        coverage
    }
}

impl Held<'_> {
    /// The same with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> Held<'static> {
        Held {
            lines: self.lines,
            texts: self.texts.into_iter().map(|text| text.into_owned().into()).collect(),
            end: self.end.map(|text| text.into_owned().into()),
            within: self.within.map(|text| text.into_owned().into()),
        }
    }
}

impl Item {
    /// What is written of it when it is brought: of a note nothing, of a question its words and its probes, of an answer
    /// also its text.
    pub fn held(&self) -> Held<'_> {
        let mut held = Held::default();
        if self.kind == ItemKind::Note {
            return held;
        }
        held.texts.extend(self.title.as_deref().map(Cow::from));
        // The title of an answer behind the one above it has the words of both lines.
        let answer = matches!(self.kind, ItemKind::Story | ItemKind::Point);
        let own = self
            .title
            .as_deref()
            .filter(|_| answer)
            .and_then(|title| title.rsplit_once(": "));
        held.end = own.map(|(_, own)| Cow::from(own));
        held.texts
            .extend(self.probes.iter().map(|probe| Cow::from(probe.as_str())));
        if matches!(self.kind, ItemKind::Story | ItemKind::Point | ItemKind::Interview) {
            match &self.body {
                Body::Lines(runs) => held.lines.clone_from(runs),
                Body::Cells(cells) => held
                    .texts
                    .extend(cells.iter().map(|(_, text)| Cow::from(text.as_str()))),
            }
        }
        held
    }
}

/// The words of a text, to find it again by, whatever its signs and its case and however its letters are composed.
pub fn words_of(text: &str) -> Vec<u64> {
    if text.is_ascii() {
        hashes(text)
    } else {
        hashes(&text.nfc().collect::<String>())
    }
}

/// Whether two texts say the same words, whatever their signs and their case.
pub fn same_words(one: &str, other: &str) -> bool {
    words_of(one) == words_of(other)
}

/// Whether a text says anything at all.
pub fn says_something(text: &str) -> bool {
    text.lines().any(|line| !tokens(line, 0).is_empty())
}

/// The lines of notes as pieces.
pub(super) fn pieces_of(lines: &[&str], dialect: Dialect) -> Vec<Piece> {
    let mut read: Vec<Line<'_>> = lines.iter().map(|raw| Line::read(raw, dialect)).collect();
    markers::decide(&mut read);
    let front = front(lines).and_then(|front| front.title);
    let piece = |(at, line): (usize, &Line<'_>)| Piece {
        lines: (at + 1, at + 1),
        name: None,
        text: None,
        from: match front {
            Some((title, said)) if title == at => line.raw.find(said).unwrap_or(0),
            _ => line.marks(dialect),
        },
    };
    read.iter().enumerate().map(piece).collect()
}

/// Accounts for every word, given what is written of each item, in the order of the items.
pub fn account(reading: &Reading, held: &[Held]) -> Account {
    let mut ledger = Ledger::new(reading);
    for (item, held) in reading.items.iter().zip(held) {
        for run in &held.lines {
            ledger.hold_lines(*run);
        }
        for (n, text) in held.texts.iter().enumerate() {
            if !ledger.hold_text(item.pieces.clone(), text)
                && let Some(end) = held.end.as_ref().filter(|_| n == 0)
            {
                ledger.hold_text(item.pieces.clone(), end);
            }
        }
        if let Some(text) = &held.within {
            ledger.hold_within(item.pieces.clone(), text);
        }
        if *held != Held::default() {
            ledger.hold_category(item);
            ledger.touched.push(item.lines);
        }
    }
    Account {
        lots: ledger.settled(),
        left: left::left(&ledger),
    }
}

#[cfg(test)]
mod tests;
