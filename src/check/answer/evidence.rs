//! What came of it: figures, or outcomes somebody could see.

use super::draft::Mark;
use super::english::among;
use super::figures::counts;
use super::told::{Sentence, Told};
use crate::check::codes::Rule;
use crate::domain::part::Part;

/// Words from which on a Result says something at all.
const ENOUGH: usize = 5;

/// So many sentences around it may say how much.
const NEAR: usize = 2;

/// A Result without either.
pub(super) fn result_bare(told: &Told) -> Option<Mark> {
    let mut words = 0;
    let mut first: Option<&Sentence> = None;
    for sentence in told.of(Part::Result) {
        if sentence.words.clone().any(|word| shows(told.low(word))) || compared(told, sentence) {
            return None;
        }
        words += sentence.words.len();
        first = first.or(Some(sentence));
    }
    let first = first.filter(|_| words >= ENOUGH)?;
    let what = "the Result has no figure, and nothing that somebody could have seen";
    Some(Mark::new(Rule::ResultBare, told.bytes(&first.words), what))
}

/// Beginnings of words that tell of something that happened.
const SEEN: &str = "ship launch releas deploy adopt approv accept sign renew merg roll promot hire won win award prais thank \
    ask us stop disappear gone zero deliver complet finish pass recover restor fix resolv met meet double doubl halv tripl \
    replac remov retir migrat cancel reject lost fail declin agree decid present publish standard recogni invit recommend \
    extend sold paid return stay implement help left became become moved live offer rectif correct generat delay clean";

/// Whole words that do, or that can be checked.
const PLAIN: &str = "no none nobody never half twice once first last longer on-time deadline today since still every ahead \
    early schedule budget production feedback said told";

/// Whether a word is a figure, or tells of something that happened.
fn shows(word: &str) -> bool {
    counts(word)
        || word.contains(|c: char| c.is_ascii_digit())
        || among(PLAIN, word)
        || SEEN.split(' ').any(|stem| {
            word.strip_prefix(stem).is_some_and(|end| {
                end.is_empty() || among("s ed d e es ing ted ped ned al tion sed ied ised ized", end)
            })
        })
}

/// Whether a sentence compares with a measure of time or order that somebody could check: "on time", "in time".
fn compared(told: &Told, sentence: &Sentence) -> bool {
    sentence
        .words
        .clone()
        .any(|word| told.says(word, &["on", "time"]) || told.says(word, &["in", "time"]))
}

/// Strong words where a figure belongs.
pub(super) fn vague(told: &Told) -> Vec<Mark> {
    let mut found = Vec::new();
    for (n, sentence) in told.sentences.iter().enumerate() {
        if matches!(sentence.part, Some(Part::Situation | Part::Task | Part::Reflection)) {
            continue;
        }
        let Some(words) = sentence.words.clone().find_map(|word| strong(told, word, sentence)) else {
            continue;
        };
        let near = told.sentences[n.saturating_sub(NEAR)..told.sentences.len().min(n + NEAR + 1)].iter();
        let near = near.filter(|other| other.part == sentence.part);
        if near
            .flat_map(|sentence| sentence.words.clone())
            .any(|word| counts(told.low(word)))
        {
            continue;
        }
        let bytes = told.bytes(&words);
        let what = format!("\"{}\": by how much is not said", &told.text[bytes.clone()]);
        found.push(Mark::new(Rule::AmountVague, bytes, what));
    }
    found
}

/// A strong word with the change it speaks of, from a place on: "significantly reduced", "huge improvement".
fn strong(told: &Told, at: usize, sentence: &Sentence) -> Option<std::ops::Range<usize>> {
    let end = sentence.words.end;
    let next = if at + 1 < end { told.low(at + 1) } else { "" };
    let here = told.low(at);
    let strongly = |word: &str| {
        among(
            "significantly greatly dramatically drastically substantially considerably massively hugely tremendously \
             immensely exponentially",
            word,
        )
    };
    let strong = |word: &str| {
        among(
            "significant huge massive dramatic drastic substantial considerable tremendous enormous",
            word,
        )
    };
    if strongly(here) && changed(next) {
        return Some(at..at + 2);
    }
    if strong(here) && change(next) {
        return Some(at..at + 2);
    }
    if changed(here) {
        let apart = |word: usize| {
            matches!(
                told.low(word),
                "without" | "and" | "but" | "than" | "while" | "which" | "not"
            )
        };
        let near = || (at + 1..(at + 6).min(end)).take_while(|word| !apart(*word));
        let behind = near().find(|word| strongly(told.low(*word)));
        let lot = near().find(|word| told.says(*word, &["a", "lot"]) && word + 1 < end);
        return behind.map(|word| at..word + 1).or(lot.map(|word| at..word + 2));
    }
    None
}

fn changed(word: &str) -> bool {
    const STEMS: &str = "improv reduc increas decreas cut drop grew boost sped speed accelerat lower optimi simplif";
    STEMS.split(' ').any(|stem| word.starts_with(stem))
        || matches!(word, "faster" | "better" | "higher" | "saved" | "rose" | "fell")
}

fn change(word: &str) -> bool {
    among(
        "improvement improvements reduction reductions increase increases decrease drop gain gains impact savings \
         growth boost cost speedup",
        word,
    )
}
