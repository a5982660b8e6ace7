//! From a key to an action, and from the table to what is shown of it.

use std::borrow::Cow;
use std::collections::HashSet;

use super::action::Action;
use super::bindings::{BINDINGS, Binding, Context};
use super::key::Key;
use crate::text::shown::columns;

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

/// One thing the footer offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key to press.
    pub key: Key,
    /// What it does, in a word.
    pub word: Cow<'static, str>,
    /// What it asks for.
    pub action: Action,
}

impl Entry {
    /// The columns it takes, with the blank inside and the three before the next.
    pub fn width(&self) -> usize {
        self.key.to_string().chars().count() + columns(&self.word) + 4
    }
}

/// The footer for these contexts, at most as wide as the room with three blanks between its entries.
///
/// `words` answers with the word of an action now, the table's word or none given.
///
/// An action stands there once, with its nearest key, the main one first. Words drop out from the right; the keys for help and back stay.
pub fn footer<W: Into<Cow<'static, str>>>(
    contexts: &[Context],
    words: impl Fn(Action, Option<&'static str>) -> Option<W>,
    room: usize,
) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::new();
    let mut last: Vec<Entry> = Vec::new();
    let mut shown: HashSet<Action> = HashSet::new();
    for binding in holding(contexts) {
        let Some(word) = words(binding.action, binding.label) else {
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
            word: word.into(),
            action: binding.action,
        };
        if matches!(binding.action, Action::Help | Action::Back | Action::Quit) {
            last.push(entry);
        } else {
            kept.push(entry);
        }
    }
    let width = |entries: &[Entry]| entries.iter().map(Entry::width).sum::<usize>().saturating_sub(3);
    kept.sort_by_key(|entry| entry.action != Action::Open);
    last.sort_by_key(|entry| entry.action != Action::Help);
    while !kept.is_empty() && width(&kept) + 2 + width(&last) > room {
        kept.pop();
    }
    kept.extend(last);
    kept
}

/// The list of keys in the documents.
pub fn markdown() -> String {
    let mut text = String::from("| where | keys |\n|---|---|\n");
    for context in Context::ALL {
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
    use std::collections::HashMap;

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
        for context in Context::ALL {
            let contexts = [
                context,
                Context::Verbs,
                Context::Moving,
                Context::Places,
                Context::NotTyping,
                Context::Anywhere,
            ];
            let entries = footer(&contexts, |_, label| label, 80);
            let width: usize = entries.iter().map(Entry::width).sum();
            assert!(width <= 83, "{context:?}: {entries:?}");
            assert!(entries.iter().any(|entry| entry.action == Action::Help));
        }
    }

    /// Whether text is typed there, with the keys that every editor knows.
    fn edits_text(context: Context) -> bool {
        matches!(context, Context::Editing | Context::Writing)
    }

    #[test]
    fn a_key_means_one_thing_wherever_nobody_types_but_for_the_digits() {
        let mut meanings: HashMap<Key, HashSet<Action>> = HashMap::new();
        let typed = |context: Context| {
            edits_text(context)
                || matches!(
                    context,
                    Context::Typing | Context::Filter | Context::Form | Context::Debrief
                )
        };
        for binding in BINDINGS.iter().filter(|binding| !typed(binding.context)) {
            for key in binding.keys {
                meanings.entry(*key).or_default().insert(binding.action);
            }
        }
        let said: Vec<Key> = meanings
            .into_iter()
            .filter(|(_, actions)| actions.len() > 1)
            .map(|(key, _)| key)
            .collect();
        // A digit is a place, and a rating in a drill; a question is answered with yes or no; q leaves the program where
        // nothing is to go back to.
        let may = |key: &Key| "1 2 3 4 n q enter esc".split(' ').any(|name| key.to_string() == name);
        assert!(said.iter().all(may), "{said:?}");
    }

    #[test]
    fn the_table_stays_small() {
        let edits = |binding: &&Binding| edits_text(binding.context);
        let contexts = Context::ALL.iter().filter(|context| !edits_text(**context)).count();
        let bindings = BINDINGS.iter().filter(|binding| !edits(binding)).count();
        let keys: HashSet<Key> = BINDINGS
            .iter()
            .filter(|binding| !edits(binding))
            .filter_map(|binding| binding.keys.first())
            .copied()
            .collect();
        assert!(bindings <= 70 && contexts <= 14 && keys.len() <= 46);
    }

    #[test]
    fn every_context_is_listed_once() {
        let listed: HashSet<Context> = Context::ALL.iter().copied().collect();
        assert_eq!(listed.len(), Context::ALL.len());
        assert!(BINDINGS.iter().all(|binding| listed.contains(&binding.context)));
    }
}
