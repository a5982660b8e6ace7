//! Rules about words from a fixed list: categories, levels, tags, parts, times.

use super::bank::{Bank, Entry, Words};
use super::codes::Rule;
use super::finding::Finding;
use crate::domain::category::Category;
use crate::domain::id::meant;
use crate::domain::part::Part;
use crate::domain::question::Parts;
use crate::domain::question::level::Level;
use crate::domain::question::tag::{TAGS, Tag};
use crate::text::nearest::did_you_mean;
use crate::text::time::parse_duration;

/// Words that nobody knows.
pub(super) fn check(bank: &Bank) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |rule: Rule, words: &Words, known: bool, noun: &str, all: &[&str]| {
        if !known {
            let what = format!("\"{}\" is no {noun} there is", words.text);
            found.push(Finding {
                help: Some(did_you_mean(&words.text, all.iter().copied(), rule.code().remedy)),
                ..Finding::new(rule, &bank.path, words.line, what)
            });
        }
    };
    let entries = || bank.questions.iter();
    let categories = entries().filter_map(|entry| entry.category.as_ref());
    for words in bank.category.iter().chain(categories) {
        let known = meant(&words.text, Category::from_id).is_some();
        look(
            Rule::CategoryUnknown,
            words,
            known,
            "category",
            &Category::ALL.map(Category::id),
        );
    }
    for words in entries().flat_map(|entry| &entry.levels) {
        let known = meant(&words.text, Level::from_id).is_some();
        look(Rule::LevelUnknown, words, known, "level", &Level::ALL.map(Level::id));
    }
    let tags: Vec<&str> = TAGS.iter().map(|tag| tag.id).collect();
    for words in bank.tags.iter().chain(entries().flat_map(|entry| &entry.tags)) {
        look(
            Rule::TagUnknown,
            words,
            Tag::from_id(&words.text).is_some(),
            "tag",
            &tags,
        );
    }
    if let Some(words) = &bank.parts {
        let known = meant(&words.text, Parts::from_id).is_some();
        look(Rule::PartUnknown, words, known, "way of telling", &["star", "none"]);
    }
    for words in entries().flat_map(whens) {
        let known = meant(&words.text, Part::from_id).is_some();
        look(Rule::PartUnknown, words, known, "part", &Part::ALL.map(Part::id));
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
