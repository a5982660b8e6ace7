//! The words of a source, and which of them are held.

use std::ops::Range;

use crate::import::formats::record;
use crate::import::item::Item;
use crate::import::lines::source;
use crate::import::lines::tokens::{Token, hashes, tokens};
use crate::import::reading::Reading;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lot {
    /// There is nothing to see.
    Blank,
    /// It has signs only, like a rule or a bracket, and stands in no item.
    Marks,
    /// All its words are held.
    Placed,
    /// Some of its words are held, the others left over.
    InPart,
    /// All its words are left over.
    Left,
}

/// The words of a source, and which of them are held.
pub(super) struct Ledger<'a> {
    pub(super) reading: &'a Reading,
    pub(super) tokens: Vec<Token>,
    /// Where the words of each piece begin; one more than there are pieces.
    of: Vec<usize>,
    pub(super) held: Vec<bool>,
    /// Lines that are written as they stand.
    pub(super) whole: Vec<bool>,
    /// The lines of the items of which something is written.
    pub(super) touched: Vec<(usize, usize)>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(reading: &'a Reading) -> Ledger<'a> {
        let mut all = Vec::new();
        let mut of = vec![0];
        for piece in &reading.pieces {
            all.extend(tokens(reading.text_of(piece), piece.from));
            of.push(all.len());
        }
        Ledger {
            reading,
            held: vec![false; all.len()],
            tokens: all,
            of,
            whole: vec![false; reading.spans.len()],
            touched: Vec::new(),
        }
    }

    /// Where the words of some pieces stand.
    pub(super) fn words(&self, pieces: Range<usize>) -> Range<usize> {
        let last = self.of.len() - 1;
        self.of[pieces.start.min(last)]..self.of[pieces.end.min(last)]
    }

    pub(super) fn hold_lines(&mut self, (first, last): (usize, usize)) {
        let words = self.words(first.saturating_sub(1)..last);
        self.held[words].fill(true);
        let end = last.min(self.whole.len());
        self.whole[first.saturating_sub(1).min(end)..end].fill(true);
    }

    /// Holds the words of a text: the piece that says just this, else the first place that does, else the words in
    /// their order with little between them, as in a title without the targets of its links. Whether it stands anywhere.
    pub(super) fn hold_text(&mut self, pieces: Range<usize>, text: &str) -> bool {
        let wanted = hashes(text);
        if wanted.is_empty() {
            return true;
        }
        let exact = pieces.clone().map(|piece| self.words(piece..piece + 1));
        let place = exact
            .filter(|words| words.len() == wanted.len())
            .find(|words| self.says(words, &wanted));
        let words = self.words(pieces);
        if let Some(place) = place.or_else(|| self.run(words.clone(), &wanted)) {
            self.held[place].fill(true);
        } else if let Some(loose) = self.loosely(words, &wanted) {
            for at in loose {
                self.held[at] = true;
            }
        } else {
            return false;
        }
        true
    }

    fn says(&self, words: &Range<usize>, wanted: &[u64]) -> bool {
        let free = !self.held[words.clone()].contains(&true);
        free && self.tokens[words.clone()]
            .iter()
            .map(|token| token.hash)
            .eq(wanted.iter().copied())
    }

    /// The first run of free words that are just these, found in one pass (Knuth, Morris and Pratt).
    fn run(&self, words: Range<usize>, wanted: &[u64]) -> Option<Range<usize>> {
        let back = fallbacks(wanted);
        let mut matched = 0;
        for at in words {
            if self.held[at] {
                matched = 0;
                continue;
            }
            let hash = self.tokens[at].hash;
            while matched > 0 && wanted[matched] != hash {
                matched = back[matched - 1];
            }
            matched += usize::from(wanted[matched] == hash);
            if matched == wanted.len() {
                return Some(at + 1 - matched..at + 1);
            }
        }
        None
    }

    /// These words in their order, few others between them; the search gives up where it would take long, and then they
    /// count as not held.
    fn loosely(&self, words: Range<usize>, wanted: &[u64]) -> Option<Vec<usize>> {
        const STEPS: usize = 1 << 16;
        let reach = wanted.len() * 3 + 16;
        let mut steps = 0;
        for start in words.clone().filter(|at| self.tokens[*at].hash == wanted[0]) {
            let mut found = Vec::with_capacity(wanted.len());
            for at in start..words.end.min(start + reach) {
                let next = wanted.get(found.len()) == Some(&self.tokens[at].hash) && !self.held[at];
                found.extend(next.then_some(at));
            }
            if found.len() == wanted.len() {
                return Some(found);
            }
            steps += reach;
            if steps > STEPS {
                break;
            }
        }
        None
    }

    /// Holds the pieces whose words stand in a text.
    pub(super) fn hold_within(&mut self, pieces: Range<usize>, text: &str) {
        // A line of signs alone is a token where it stands by itself.
        let there = [hashes(text), text.lines().flat_map(hashes).collect()];
        for piece in pieces {
            let words = self.words(piece..piece + 1);
            let own: Vec<u64> = self.tokens[words.clone()].iter().map(|token| token.hash).collect();
            let back = fallbacks(&own);
            let has = |there: &Vec<u64>| {
                let mut matched = 0;
                there.iter().any(|hash| {
                    while matched > 0 && (matched == own.len() || own[matched] != *hash) {
                        matched = back[matched - 1];
                    }
                    matched += usize::from(own[matched] == *hash);
                    matched == own.len()
                })
            };
            if !own.is_empty() && there.iter().any(has) {
                self.held[words].fill(true);
            }
        }
    }

    /// A cell that is nothing but the category the item got.
    pub(super) fn hold_category(&mut self, item: &Item) {
        let wanted = hashes(item.category.id());
        for piece in item.pieces.clone() {
            let names = self.reading.pieces.get(piece).and_then(|piece| piece.name.as_deref());
            let words = self.words(piece..piece + 1);
            if names.is_some_and(record::names_category) && self.says(&words, &wanted) {
                self.held[words].fill(true);
            }
        }
    }

    /// What became of each line: one with signs only is placed where it stands in an item.
    pub(super) fn settled(&self) -> Vec<Lot> {
        let mut inside = vec![0_i64; self.reading.spans.len() + 1];
        for (first, last) in &self.touched {
            inside[first - 1] += 1;
            inside[*last] -= 1;
        }
        let mut lots = self.lots();
        let mut depth = 0;
        for (lot, change) in lots.iter_mut().zip(inside) {
            depth += change;
            if *lot == Lot::Marks && depth > 0 {
                *lot = Lot::Placed;
            }
        }
        lots
    }

    /// What became of each line, by itself.
    pub(super) fn lots(&self) -> Vec<Lot> {
        let spans = 1..=self.reading.spans.len();
        let seen = spans.map(|line| !source::blank(self.reading.span((line, line))));
        let mut lots: Vec<Lot> = seen.map(|seen| if seen { Lot::Marks } else { Lot::Blank }).collect();
        for (n, piece) in self.reading.pieces.iter().enumerate() {
            let held = &self.held[self.words(n..n + 1)];
            let lot = match (held.contains(&true), held.contains(&false)) {
                (false, false) => continue,
                (true, false) => Lot::Placed,
                (false, true) => Lot::Left,
                (true, true) => Lot::InPart,
            };
            for line in piece.lines.0..=piece.lines.1.min(lots.len()) {
                let line = &mut lots[line - 1];
                *line = match *line {
                    Lot::Blank => Lot::Blank,
                    Lot::Marks => lot,
                    before if before == lot => lot,
                    _ => Lot::InPart,
                };
            }
        }
        lots
    }
}

/// For each beginning of a row of words, how much of it also ends it: where to go on after a word that does not fit.
fn fallbacks(wanted: &[u64]) -> Vec<usize> {
    let mut back = vec![0; wanted.len()];
    let mut matched = 0;
    for at in 1..wanted.len() {
        while matched > 0 && wanted[matched] != wanted[at] {
            matched = back[matched - 1];
        }
        matched += usize::from(wanted[matched] == wanted[at]);
        back[at] = matched;
    }
    back
}
