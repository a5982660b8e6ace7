//! What items say of one another once all are read.

use std::collections::HashSet;

use crate::domain::category::Category;
use crate::import::item::{Item, ItemKind};
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
