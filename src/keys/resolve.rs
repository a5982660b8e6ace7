//! From a key to an action, and from the table to what is shown of it.

use std::collections::HashSet;

use super::action::Action;
use super::bindings::{BINDINGS, Binding, Context};
use super::key::Key;

/// What a key asks for in these contexts, the nearest first.
pub fn resolve(contexts: &[Context], key: Key) -> Option<Action> {
    contexts.iter().find_map(|context| {
        BINDINGS
            .iter()
            .find(|binding| binding.context == *context && binding.keys.contains(&key))
            .map(|binding| binding.action)
    })
}

/// The bindings that hold in these contexts, the nearest first; a key taken by a nearer one is left out.
pub fn holding(contexts: &[Context]) -> impl Iterator<Item = &'static Binding> {
    contexts.iter().enumerate().flat_map(move |(depth, context)| {
        let nearer = &contexts[..depth];
        BINDINGS.iter().filter(move |binding| {
            binding.context == *context && binding.keys.iter().any(|key| resolve(nearer, *key).is_none())
        })
    })
}

/// The key of a binding to show in these contexts: its first that is not taken by a nearer one.
pub fn key_shown(binding: &Binding, contexts: &[Context]) -> Option<Key> {
    binding
        .keys
        .iter()
        .find(|key| resolve(contexts, **key) == Some(binding.action))
        .copied()
}

/// The keys of a binding in these contexts, those taken by nearer ones left out.
pub fn keys_shown(binding: &Binding, contexts: &[Context]) -> String {
    let here = binding
        .keys
        .iter()
        .filter(|key| resolve(contexts, **key) == Some(binding.action));
    let keys: Vec<String> = here.map(Key::to_string).collect();
    keys.join(" ")
}

/// One thing the footer offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key to press.
    pub key: Key,
    /// What it does, in a word.
    pub word: &'static str,
    /// What it asks for.
    pub action: Action,
}

impl Entry {
    /// The columns it takes, with the blank inside and the three before the next.
    pub fn width(&self) -> usize {
        self.key.to_string().chars().count() + self.word.chars().count() + 4
    }
}

/// The footer for these contexts, at most so many columns wide with three blanks between.
///
/// An action stands there once, with its nearest key. Words drop out from the right; the keys for help and back stay.
pub fn footer(
    contexts: &[Context],
    words: impl Fn(Action, &'static str) -> Option<&'static str>,
    columns: usize,
) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::new();
    let mut last: Vec<Entry> = Vec::new();
    let mut shown: HashSet<Action> = HashSet::new();
    for binding in holding(contexts) {
        let Some(word) = binding.label.and_then(|label| words(binding.action, label)) else {
            continue;
        };
        let Some(key) = key_shown(binding, contexts) else {
            continue;
        };
        if !shown.insert(binding.action) {
            continue;
        }
        let entry = Entry {
            key,
            word,
            action: binding.action,
        };
        if matches!(binding.action, Action::Help | Action::Back | Action::Quit) {
            last.push(entry);
        } else {
            kept.push(entry);
        }
    }
    let width = |entries: &[Entry]| entries.iter().map(Entry::width).sum::<usize>().saturating_sub(3);
    last.sort_by_key(|entry| entry.action != Action::Help);
    while !kept.is_empty() && width(&kept) + 3 + width(&last) > columns {
        kept.pop();
    }
    kept.extend(last);
    kept
}

/// The list of keys in the documents.
pub fn markdown() -> String {
    let mut text = String::from("| where | keys |\n|---|---|\n");
    for &context in Context::ALL {
        let rows: Vec<String> = BINDINGS
            .iter()
            .filter(|binding| binding.context == context)
            .map(|binding| {
                let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
                format!("{} {}", keys.join(" "), binding.action.sentence())
            })
            .collect();
        text.push_str(&format!("| {} | {} |\n", context.title(), rows.join(" · ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_in_one_context() {
        let mut seen = HashSet::new();
        for binding in BINDINGS {
            for key in binding.keys {
                assert!(
                    seen.insert((binding.context, *key)),
                    "{key} twice in {:?}",
                    binding.context
                );
            }
        }
    }

    #[test]
    fn no_printable_key_is_bound_where_text_is_typed() {
        for binding in BINDINGS {
            if matches!(
                binding.context,
                Context::Typing
                    | Context::Editing
                    | Context::Filter
                    | Context::Anywhere
                    | Context::Writing
                    | Context::Form
            ) {
                assert!(
                    binding.keys.iter().all(|key| key.typed().is_none()),
                    "{:?}",
                    binding.action
                );
            }
        }
    }

    #[test]
    fn every_footer_fits_eighty_columns_and_keeps_help_and_back() {
        for &context in Context::ALL {
            let contexts = [
                context,
                Context::Moving,
                Context::Rows,
                Context::Screen,
                Context::NotTyping,
                Context::Anywhere,
            ];
            let entries = footer(&contexts, |_, label| Some(label), 80);
            let width: usize = entries.iter().map(Entry::width).sum();
            assert!(width <= 83, "{context:?}: {entries:?}");
            assert!(entries.iter().any(|entry| entry.action == Action::Help));
        }
    }

    #[test]
    fn every_context_is_listed_once() {
        let listed: HashSet<Context> = Context::ALL.iter().copied().collect();
        assert_eq!(listed.len(), Context::ALL.len());
        assert!(BINDINGS.iter().all(|binding| listed.contains(&binding.context)));
    }
}
