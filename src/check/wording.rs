//! Rules about the other wordings of questions.

use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};

use super::bank::{Bank, Entry};
use super::codes::Rule;
use super::finding::Finding;
use crate::domain::question::Question;
use crate::domain::question::wording::sentence::said;

/// How many other wordings a built-in question has that everybody is asked.
const ENOUGH: usize = 3;

/// The question that a wording stands under first.
struct Claimant<'a> {
    question: &'a str,
    place: Option<(&'a Bank, usize)>,
    also: bool,
}

/// Wordings that two questions claim or one claims twice, and common built-in questions with few of them.
///
/// That two prompts are the same is found with those that are nearly so.
pub(super) fn check(banks: &[Bank], shipped: &[Question]) -> Vec<Finding> {
    let entries = || {
        banks
            .iter()
            .flat_map(|bank| bank.questions.iter().map(move |entry| (bank, entry)))
    };
    let here: HashSet<&str> = entries().map(|(_, entry)| entry.id()).collect();
    let elsewhere = shipped.iter().filter(|question| !here.contains(question.id.as_str()));
    let mut claims = claimed(elsewhere);
    let built_in: HashSet<&str> = shipped.iter().map(|question| question.id.as_str()).collect();
    let mut found = Vec::new();
    for (bank, entry) in entries() {
        found.extend(twice(&mut claims, bank, entry));
        let count = entry.also.entries.len();
        if entry.common && count < ENOUGH && built_in.contains(entry.id()) {
            let what = format!("this question is common and has {count} other wordings");
            found.push(Finding::new(Rule::AlsoFew, &bank.path, entry.also.line, what));
        }
    }
    found
}

/// The wordings of questions that ship.
fn claimed<'a>(questions: impl Iterator<Item = &'a Question>) -> HashMap<Vec<String>, Claimant<'a>> {
    let mut claims = HashMap::new();
    for question in questions {
        for (n, text) in question.wordings().enumerate() {
            claims.entry(said(text)).or_insert(Claimant {
                question: question.id.as_str(),
                place: None,
                also: n > 0,
            });
        }
    }
    claims
}

/// The wordings of a question of a bank that are claimed already; it claims the others.
fn twice<'a>(claims: &mut HashMap<Vec<String>, Claimant<'a>>, bank: &'a Bank, entry: &'a Entry) -> Vec<Finding> {
    let ask = entry.ask.iter().map(|words| (words, false));
    let also = entry.also.entries.iter().map(|words| (words, true));
    let mut found = Vec::new();
    for (words, also) in ask.chain(also).filter(|(words, _)| !words.text.trim().is_empty()) {
        match claims.entry(said(&words.text)) {
            Slot::Occupied(claim) if also || claim.get().also => {
                let what = format!("\"{}\" is already {}", words.text.trim(), claim.get().named());
                found.push(Finding::new(Rule::WordingTwice, &bank.path, words.line, what));
            }
            Slot::Occupied(_) => {}
            Slot::Vacant(slot) => {
                slot.insert(Claimant {
                    question: entry.id(),
                    place: Some((bank, words.line)),
                    also,
                });
            }
        }
    }
    found
}

impl Claimant<'_> {
    fn named(&self) -> String {
        let kind = if self.also { "a wording" } else { "the prompt" };
        match self.place {
            Some((bank, line)) => format!("{kind} of {} at {}:{line}", self.question, bank.path),
            None => format!("{kind} of the built-in question {}", self.question),
        }
    }
}
