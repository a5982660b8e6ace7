//! What items say of one another once all are read.

use std::collections::HashSet;

use crate::domain::category::Category;
use crate::import::item::{Body, Item, ItemKind};
use crate::import::language::asks::{Asks, asks};
use crate::import::lines::Line;
use crate::import::lines::words::first_words;

/// A story that is only named, as in a table of stories, and told elsewhere under the same title is a note.
pub(super) fn told_elsewhere(items: &mut [Item]) {
    let named = |item: &Item| item.title.as_deref().map(|title| first_words(title, 20));
    let told: HashSet<Vec<String>> = items
        .iter()
        .filter(|item| item.kind == ItemKind::Story && item.lines.1 > item.lines.0)
        .filter_map(named)
        .collect();
    for item in items.iter_mut().filter(|item| item.unfinished == [item.lines.0]) {
        let bare = item.kind == ItemKind::Story && item.lines.0 == item.lines.1;
        if bare && item.answers.is_empty() && named(item).is_some_and(|title| told.contains(&title)) {
            item.kind = ItemKind::Note;
            item.category = Category::Unsorted;
            item.unfinished.clear();
        }
    }
}

/// The questions that an answer quotes on one of its lines, behind a word that says what the line is for: `Use for: "Why
/// boats?" or "Why not?"`. They stand before it, and it answers them.
pub(super) fn asked_in_quotes(items: &mut Vec<Item>, lines: &[Line<'_>]) {
    let mut at = 0;
    while at < items.len() {
        let (first, last) = items[at].lines;
        let mut asked = Vec::new();
        if matches!(items[at].kind, ItemKind::Story | ItemKind::Point) {
            for line in first..=last.min(lines.len()) {
                let quoted = lines.get(line - 1).map(|line| quoted(line.text)).unwrap_or_default();
                asked.extend(quoted.into_iter().map(|prompt| Item {
                    title: Some(prompt.to_owned()),
                    answered: Some(true),
                    category: items[at].category,
                    guessed: items[at].guessed,
                    ..Item::new(ItemKind::Question, (line, line), Body::Lines(Vec::new()))
                }));
            }
        }
        let count = asked.len();
        if count == 0 {
            at += 1;
            continue;
        }
        for place in items.iter_mut().flat_map(|item| &mut item.answers) {
            *place += if *place >= at { count } else { 0 };
        }
        items[at].answers.extend(at..at + count);
        items.splice(at..at, asked);
        at += count + 1;
    }
}

/// The prompts of a line that holds nothing else behind its label but them, in quotes.
fn quoted(text: &str) -> Vec<&str> {
    let Some((label, rest)) = text.split_once([':', '：']) else {
        return Vec::new();
    };
    let mut rest = rest.trim_matches(['*', '_', ' ', '.']);
    let mut found = Vec::new();
    while let Some(open) = rest.chars().next() {
        let close = match open {
            '"' => '"',
            '“' | '„' => '”',
            '«' => '»',
            _ => return Vec::new(),
        };
        let inside = &rest[open.len_utf8()..];
        let Some((prompt, behind)) = inside.split_once(close) else {
            return Vec::new();
        };
        if asks(prompt) != Asks::Surely {
            return Vec::new();
        }
        found.push(prompt.trim());
        let behind = behind.trim_start_matches([',', ';', '.', '/', '|', ' ']);
        let joined = ["or ", "and ", "& "].iter().find_map(|word| behind.strip_prefix(word));
        rest = joined.unwrap_or(behind).trim_start();
    }
    found.truncate(if first_words(label, 5).len() > 4 {
        0
    } else {
        found.len()
    });
    found
}

/// The category an answer has from its question is a guess where that of the question is one.
pub(in crate::import) fn guess_with_the_question(items: &mut [Item]) {
    for at in 0..items.len() {
        let question = items[at].answers.first().and_then(|question| items.get(*question));
        let guessed = question.is_some_and(|question| question.guessed && question.category == items[at].category);
        items[at].guessed |= guessed;
    }
}

/// A prompt without a word asks nothing: it is kept as a note.
pub(super) fn wordless(items: &mut [Item]) {
    let asks = |item: &Item| matches!(item.kind, ItemKind::Question | ItemKind::AskThem);
    let says = |item: &Item| {
        item.title
            .as_ref()
            .is_none_or(|title| title.contains(char::is_alphanumeric))
    };
    let silent = items.iter().enumerate().filter(|(_, item)| asks(item) && !says(item));
    let silent: Vec<usize> = silent.map(|(at, _)| at).collect();
    for at in &silent {
        items[*at].kind = ItemKind::Note;
    }
    for item in items {
        item.answers.retain(|at| !silent.contains(at));
    }
}
