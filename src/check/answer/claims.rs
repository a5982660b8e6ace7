//! The ledger of figures: every figure of an answer with what it counts and where it stands, and those of two answers that
//! do not agree.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::english::is_small;
use super::figures::{Figure, Unit, counts, figures};
use super::told::Told;
use crate::text::words::stem;

/// One figure of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// The figure as it is written, with what it counts.
    pub written: String,
    /// The sentence it stands in.
    pub sentence: String,
    value: f64,
    unit: Unit,
    /// The words of its sentence that carry something, as hashes, sorted.
    about: Vec<u64>,
}

/// Two claims about one thing with different figures, by the places of answer and claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The one that stands first.
    pub first: (usize, usize),
    /// The other.
    pub second: (usize, usize),
}

/// How far two figures may be apart and still be one, rounded.
const ROUNDED: f64 = 0.03;
/// Words two sentences share that speak of one thing.
const SHARED: usize = 3;
/// A word that more answers use than these says nothing of what they speak of.
const RARE: usize = 4;

/// The figures of a text, from the top.
pub(super) fn ledger(told: &Told) -> Vec<Claim> {
    let mut claims = Vec::new();
    for sentence in &told.sentences {
        let all = figures(told, sentence.words.clone());
        if all.is_empty() {
            continue;
        }
        let about = about(told, &sentence.words);
        let said = told.bytes(&sentence.words);
        claims.extend(all.into_iter().map(|figure| Claim {
            written: figure.written(told).to_owned(),
            sentence: told.text[said.start.min(figure.bytes.start)..said.end.max(figure.bytes.end)].to_owned(),
            about: without_unit(&about, &figure),
            bytes: figure.bytes,
            value: figure.value,
            unit: figure.unit,
        }));
    }
    claims
}

/// The words of a sentence that carry something, without their endings.
fn about(told: &Told, words: &Range<usize>) -> Vec<u64> {
    let carries = |word: &&str| word.len() > 3 && !is_small(word) && !counts(word);
    let mut stems: Vec<u64> = words
        .clone()
        .map(|word| told.low(word))
        .filter(carries)
        .map(|word| hash(stem(word).as_bytes()))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn without_unit(about: &[u64], figure: &Figure) -> Vec<u64> {
    let unit = match &figure.unit {
        Unit::Things(name) => hash(stem(name).as_bytes()),
        _ => 0,
    };
    about.iter().copied().filter(|stem| *stem != unit).collect()
}

/// The hash of FNV-1a, in 64 bits.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Claims of different answers that speak of one thing and give it different figures.
///
/// Two sentences speak of one thing where they share three words, one of them rare, and most of the shorter one. A figure
/// that the other answer gives as well, before or after a change, agrees.
pub fn disagreements(ledgers: &[&[Claim]]) -> Vec<Disagreement> {
    let mut using: HashMap<u64, Vec<(usize, usize)>> = HashMap::new();
    for (answer, claims) in ledgers.iter().enumerate() {
        for (n, claim) in claims.iter().enumerate().filter(|(_, claim)| claim.unit != Unit::None) {
            for stem in &claim.about {
                using.entry(*stem).or_default().push((answer, n));
            }
        }
    }
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for places in using.values() {
        let answers: HashSet<usize> = places.iter().map(|(answer, _)| *answer).collect();
        if answers.len() > RARE {
            continue;
        }
        for (n, second) in places.iter().enumerate() {
            for first in places[..n].iter().filter(|first| first.0 != second.0) {
                let (first, second) = (*first.min(second), *first.max(second));
                if seen.insert((first, second)) && disagree(ledgers, first, second) {
                    found.push(Disagreement { first, second });
                }
            }
        }
    }
    found.sort_by_key(|found| (found.second, found.first));
    found.dedup_by_key(|found| found.second);
    found
}

fn disagree(ledgers: &[&[Claim]], first: (usize, usize), second: (usize, usize)) -> bool {
    let (one, other) = (&ledgers[first.0][first.1], &ledgers[second.0][second.1]);
    let same = |a: &Claim, b: &Claim| {
        a.unit == b.unit && (a.value - b.value).abs() <= ROUNDED * a.value.abs().max(b.value.abs())
    };
    let shared = one
        .about
        .iter()
        .filter(|stem| other.about.binary_search(stem).is_ok())
        .count();
    let least = one.about.len().min(other.about.len());
    one.unit == other.unit
        && shared >= SHARED
        && shared * 5 >= least * 3
        && !ledgers[second.0].iter().any(|claim| same(claim, one))
        && !ledgers[first.0].iter().any(|claim| same(claim, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disagreeing(texts: &[&str]) -> Vec<(String, String)> {
        let ledgers: Vec<Vec<Claim>> = texts.iter().map(|text| ledger(&Told::read(text, 0))).collect();
        let all: Vec<&[Claim]> = ledgers.iter().map(Vec::as_slice).collect();
        let written = |(answer, claim): (usize, usize)| ledgers[answer][claim].written.clone();
        disagreements(&all)
            .into_iter()
            .map(|found| (written(found.first), written(found.second)))
            .collect()
    }

    #[test]
    fn one_thing_with_two_figures_is_found() {
        let found = disagreeing(&[
            "The walrus importer parsed each invoice in 19 seconds.",
            "Parsing one invoice took the walrus importer 25 seconds.",
        ]);
        assert_eq!(found, [("19 seconds".to_owned(), "25 seconds".to_owned())]);
    }

    #[test]
    fn other_things_and_a_before_and_after_agree() {
        for texts in [
            [
                "The walrus importer parsed invoices in 19 seconds.",
                "The heron exporter wrote letters in 25 seconds.",
            ],
            [
                "The walrus importer parsed each invoice in 19 seconds.",
                "The walrus importer parsed an invoice in 5 seconds instead of 19 seconds.",
            ],
            [
                "Two teams of 12 engineers shared one crane.",
                "A team of 9 engineers had two cranes.",
            ],
            [
                "The walrus importer parsed each invoice in 19 seconds.",
                "The walrus importer parsed 40 invoices each day.",
            ],
        ] {
            assert_eq!(disagreeing(&texts), [], "{texts:?}");
        }
    }
}
