//! Rules about words from a fixed list: categories, levels, tags, parts, times.

use super::bank::{Bank, Entry, Words};
use super::codes::Rule;
use super::finding::Finding;
use crate::domain::category::Category;
use crate::domain::part::Part;
use crate::domain::question::Parts;
use crate::domain::question::level::Level;
use crate::domain::question::tag::Tag;
use crate::text::time::parse_duration;

/// Words that nobody knows.
pub(super) fn check(bank: &Bank) -> Vec<Finding> {
    let category = |id: &str| Category::from_id(id).is_some();
    let mut found = Vec::new();
    let mut look = |rule, words: &Words, known: bool, noun: &str| {
        if !known {
            let what = format!("\"{}\" is no {noun} there is", words.text);
            found.push(Finding::new(rule, &bank.path, words.line, what));
        }
    };
    let entries = || bank.questions.iter();
    let categories = entries().filter_map(|entry| entry.category.as_ref());
    for words in bank.category.iter().chain(categories) {
        look(Rule::CategoryUnknown, words, category(&words.text), "category");
    }
    for words in entries().flat_map(|entry| &entry.levels) {
        look(
            Rule::LevelUnknown,
            words,
            Level::from_id(&words.text).is_some(),
            "level",
        );
    }
    for words in bank.tags.iter().chain(entries().flat_map(|entry| &entry.tags)) {
        look(Rule::TagUnknown, words, Tag::from_id(&words.text).is_some(), "tag");
    }
    if let Some(words) = &bank.parts {
        look(
            Rule::PartUnknown,
            words,
            Parts::from_id(&words.text).is_some(),
            "way of telling",
        );
    }
    for words in entries().flat_map(whens) {
        look(Rule::PartUnknown, words, Part::from_id(&words.text).is_some(), "part");
    }
    for words in entries().filter_map(|entry| entry.speak.as_ref()) {
        if let Err(what) = parse_duration(&words.text) {
            found.push(Finding::new(Rule::SpeakUnclear, &bank.path, words.line, what));
        }
    }
    found
}

fn whens(entry: &Entry) -> impl Iterator<Item = &Words> {
    entry.probes.entries.iter().filter_map(|probe| probe.when.as_ref())
}
