//! Whose doing it was.

use super::draft::Mark;
use super::english::{among, is_i, is_we};
use super::told::{Sentence, Told};
use crate::check::codes::Rule;
use crate::domain::part::Part;

/// So many times "we" in an Action that says "I" a third as often at the most.
const WE: usize = 4;
/// The same for a text without parts, most of which is no Action.
const WE_UNPARTED: usize = 8;
/// How many times as often as "I" it is too often.
const TIMES: usize = 3;

/// What hides the speaker.
pub(super) fn check(told: &Told) -> Vec<Mark> {
    let parted = told.parted();
    let acts: Vec<&Sentence> = if parted {
        told.of(Part::Action).collect()
    } else {
        told.sentences.iter().collect()
    };
    let mut found = Vec::new();
    found.extend(we_for_i(told, &acts, if parted { WE } else { WE_UNPARTED }));
    if parted {
        found.extend(acts.iter().filter_map(|sentence| passive(told, sentence)));
    }
    found.extend(absent(told));
    found
}

fn we_for_i(told: &Told, acts: &[&Sentence], least: usize) -> Option<Mark> {
    let words = || acts.iter().flat_map(|sentence| sentence.words.clone());
    let we = words().filter(|word| is_we(told.low(*word))).count();
    // An item that begins with what was done leaves the "I" out: "asked both leads".
    let implied = acts
        .iter()
        .filter(|sentence| sentence.item && did(told.low(sentence.words.start)))
        .count();
    let i = words().filter(|word| is_i(told.low(*word))).count() + implied;
    if we < least || we < TIMES * i {
        return None;
    }
    let first = words().find(|word| is_we(told.low(*word)))?;
    let times = |count: usize| match count {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    };
    let place = if told.parted() { "in Action" } else { "in this story" };
    let what = format!("{place} you say we {} and I {}", times(we), times(i - implied.min(i)));
    Some(Mark::new(Rule::WeForI, told.words[first].bytes.clone(), what))
}

fn did(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed")
        || among(
            "wrote built made took went drew led ran told set kept held hid gave cut sent put met chose found split \
             brought began spoke",
            word,
        )
}

/// A deed of the Action that nobody does: "it was decided", "a framework was built".
fn passive(told: &Told, sentence: &Sentence) -> Option<Mark> {
    let words = sentence.words.clone();
    let be = words.clone().find(|word| {
        matches!(told.low(*word), "was" | "were" | "been") && done(told, *word).is_some_and(|done| done < words.end)
    })?;
    let deed = done(told, be)?;
    let acts = |word: usize| is_i(told.low(word)) || is_we(told.low(word)) || told.low(word) == "by";
    // An item that begins with a deed has said whose: "reordered the rails so that both ends were built first".
    let own = sentence.item && did(told.low(words.start));
    if own || words.clone().any(acts) || named_before(told, sentence, be) {
        return None;
    }
    let bytes = told.bytes(&(be..deed + 1));
    let what = format!("\"{}\": by whom is not said", &told.text[bytes.clone()]);
    Some(Mark::new(Rule::Passive, bytes, what))
}

/// The place of what was done, behind a form of *be* and perhaps an adverb.
fn done(told: &Told, be: usize) -> Option<usize> {
    let deed = |word: usize| {
        among(
            "decided implemented built designed developed created introduced deployed fixed resolved written chosen \
             rolled done made agreed established organized organised conducted performed identified proposed \
             refactored rewritten automated migrated escalated communicated planned launched investigated analyzed \
             analysed reviewed presented prepared scheduled",
            told.low(word),
        )
    };
    [be + 1, be + 2]
        .into_iter()
        .find(|word| deed(*word) && (*word == be + 1 || told.low(be + 1).ends_with("ly")))
}

/// Whether the sentence may have said before who did it: somebody stands there, or another sentence within this one.
fn named_before(told: &Told, sentence: &Sentence, be: usize) -> bool {
    (sentence.words.start..be).any(|word| among("who he she they when if once that which because what", told.low(word)))
}

/// A Result of the team's in which the speaker is not.
fn absent(told: &Told) -> Option<Mark> {
    let mut first = None;
    let mut team = 0;
    for sentence in told.of(Part::Result) {
        for word in sentence.words.clone() {
            if is_i(told.low(word)) {
                return None;
            }
            let of_all = is_we(told.low(word))
                || told.low(word) == "the"
                    && matches!(told.low(word + 1), "team" | "company" | "business" | "organization");
            if of_all {
                team += 1;
                first = first.or(Some(word));
            }
        }
    }
    let first = first.filter(|_| team >= 2)?;
    let bytes = told.words[first].bytes.clone();
    let what = "the Result speaks of the team and never of you";
    Some(Mark::new(Rule::AbsentFromResult, bytes, what))
}
