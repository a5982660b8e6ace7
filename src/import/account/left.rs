//! What nobody holds, gathered into passages a person can read.

use std::ops::Range;

use super::ledger::{Ledger, Lot};
use crate::import::reading::Shape;

/// A passage that is left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its lines, counted from 1.
    pub lines: (usize, usize),
    /// Whether something else of these lines is held.
    pub in_part: bool,
    /// Its text: lines as they stand, or the words of a line, or cells and values behind their names.
    pub text: String,
}

/// Gathers what is left over, in the order of the source.
pub(super) fn left(ledger: &Ledger) -> Vec<Left> {
    match ledger.reading.shape {
        Shape::Lines => lines(ledger),
        Shape::Rows => rows(ledger),
        Shape::Values => values(ledger),
    }
}

/// Runs of lines nothing of which is held, and what is left of the others.
fn lines(ledger: &Ledger) -> Vec<Left> {
    let lots = ledger.lots();
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (at, lot) in lots.iter().enumerate() {
        match lot {
            Lot::Left => {
                let before = (0..at).rev().take_while(|at| marks(ledger, &lots, *at)).last();
                run.get_or_insert((before.unwrap_or(at), at)).1 = at;
            }
            Lot::Blank => {}
            Lot::Marks if !ledger.whole[at] => {
                if let Some(run) = run.as_mut().filter(|run| run.1 + 1 == at) {
                    run.1 = at;
                }
            }
            _ => {
                found.extend(run.take().map(|run| whole(ledger, run)));
                found.extend((*lot == Lot::InPart).then(|| in_part(ledger, at)));
            }
        }
    }
    found.extend(run.map(|run| whole(ledger, run)));
    found
}

/// Whether a line has signs only and belongs to no text that is written as it stands.
fn marks(ledger: &Ledger, lots: &[Lot], at: usize) -> bool {
    lots[at] == Lot::Marks && !ledger.whole[at]
}

fn whole(ledger: &Ledger, (first, last): (usize, usize)) -> Left {
    let lines = (first + 1, last + 1);
    Left {
        lines,
        in_part: false,
        text: ledger.reading.span(lines).trim_end_matches(['\n', '\r']).to_owned(),
    }
}

fn in_part(ledger: &Ledger, piece: usize) -> Left {
    Left {
        lines: ledger.reading.pieces[piece].lines,
        in_part: true,
        text: said(ledger, piece),
    }
}

/// Rows nothing of which is held as they stand, and the cells that are left of the others.
fn rows(ledger: &Ledger) -> Vec<Left> {
    let pieces = &ledger.reading.pieces;
    let mut found: Vec<Left> = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let lines = pieces[start].lines;
        let end = start + pieces[start..].iter().take_while(|piece| piece.lines == lines).count();
        let held = &ledger.held[ledger.words(start..end)];
        let (some_held, some_left) = (held.contains(&true), held.contains(&false));
        if some_held && some_left {
            found.push(Left {
                lines,
                in_part: true,
                text: named(ledger, start..end),
            });
        } else if some_left {
            match found
                .last_mut()
                .filter(|last| !last.in_part && last.lines.1 + 1 == lines.0)
            {
                Some(last) => *last = whole(ledger, (last.lines.0 - 1, lines.1 - 1)),
                None => found.push(whole(ledger, (lines.0 - 1, lines.1 - 1))),
            }
        }
        start = end;
    }
    found
}

/// Runs of values that are left, between those that are held.
fn values(ledger: &Ledger) -> Vec<Left> {
    let pieces = &ledger.reading.pieces;
    let mut found = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let free = |piece: &usize| ledger.held[ledger.words(*piece..*piece + 1)].contains(&false);
        let end = start + (start..pieces.len()).take_while(free).count();
        if end > start {
            found.push(Left {
                lines: (pieces[start].lines.0, pieces[end - 1].lines.1),
                in_part: ledger.held[ledger.words(start..end)].contains(&true),
                text: named(ledger, start..end),
            });
        }
        start = end.max(start + 1);
    }
    found
}

/// Cells or values that are left, one under the other, each behind its name.
fn named(ledger: &Ledger, pieces: Range<usize>) -> String {
    let mut texts = Vec::new();
    for piece in pieces {
        let text = said(ledger, piece);
        match &ledger.reading.pieces[piece].name {
            _ if text.is_empty() => {}
            Some(name) => texts.push(format!("{name}: {text}")),
            None => texts.push(text),
        }
    }
    texts.join("\n")
}

/// What is left of one piece: all of it as it stands, or the runs of its words that nobody holds, with the signs around;
/// nothing of one without words.
fn said(ledger: &Ledger, piece: usize) -> String {
    let text = ledger.reading.text_of(&ledger.reading.pieces[piece]);
    let words = ledger.words(piece..piece + 1);
    if words.is_empty() {
        return String::new();
    }
    if !ledger.held[words.clone()].contains(&true) {
        return text.trim_end_matches(['\n', '\r']).to_owned();
    }
    let mut runs: Vec<&str> = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let end = at + ledger.held[at..words.end].iter().take_while(|held| !**held).count();
        if end > at {
            let before = if at == words.start {
                ledger.reading.pieces[piece].from
            } else {
                ledger.tokens[at - 1].end
            };
            let after = if end == words.end {
                text.len()
            } else {
                ledger.tokens[end].start
            };
            runs.push(around(
                text,
                before,
                (ledger.tokens[at].start, ledger.tokens[end - 1].end),
                after,
            ));
        }
        at = end.max(at + 1);
    }
    runs.join("\n")
}

/// A stretch of a text with the signs that touch it, as far as two other places.
fn around(text: &str, before: usize, (start, end): (usize, usize), after: usize) -> &str {
    let front = &text[before..start];
    let start = before
        + front
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + front[at..].chars().next().map_or(1, char::len_utf8));
    let back = &text[end..after];
    &text[start..end + back.find(char::is_whitespace).unwrap_or(back.len())]
}
