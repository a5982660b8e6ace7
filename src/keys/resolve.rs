//! From a key to an action, and from the table to what is shown of it.

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

/// The footer for these contexts as pairs of key and word, at most so many columns wide with three blanks between.
///
/// Words drop out from the right; the keys for help and back stay.
pub fn footer(
    contexts: &[Context],
    words: impl Fn(Action, &'static str) -> Option<&'static str>,
    columns: usize,
) -> Vec<(String, &'static str)> {
    let mut kept: Vec<(String, &'static str)> = Vec::new();
    let mut last: Vec<(String, &'static str)> = Vec::new();
    for binding in holding(contexts) {
        let Some(word) = binding.label.and_then(|label| words(binding.action, label)) else {
            continue;
        };
        let Some(key) = key_shown(binding, contexts) else {
            continue;
        };
        let pair = (key.to_string(), word);
        if matches!(binding.action, Action::Help | Action::Back | Action::Quit) {
            last.push(pair);
        } else {
            kept.push(pair);
        }
    }
    let width = |pairs: &[(String, &str)]| {
        pairs
            .iter()
            .map(|(key, word)| key.chars().count() + word.chars().count() + 4)
            .sum::<usize>()
            .saturating_sub(3)
    };
    last.sort_by_key(|(_, word)| *word != "keys");
    while !kept.is_empty() && width(&kept) + 3 + width(&last) > columns {
        kept.pop();
    }
    kept.extend(last);
    kept
}

/// The README's list of keys.
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
    use std::collections::HashSet;

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
                Context::Typing | Context::Filter | Context::Anywhere | Context::Writing | Context::Form
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
            let contexts = [context, Context::Rows, Context::NotTyping, Context::Anywhere];
            let pairs = footer(&contexts, |_, label| Some(label), 80);
            let width: usize = pairs
                .iter()
                .map(|(key, word)| key.chars().count() + word.len() + 4)
                .sum();
            assert!(width <= 83, "{context:?}: {pairs:?}");
            assert!(pairs.iter().any(|(_, word)| *word == "keys"));
        }
    }

    #[test]
    fn every_context_is_listed_once() {
        let listed: HashSet<Context> = Context::ALL.iter().copied().collect();
        assert_eq!(listed.len(), Context::ALL.len());
        assert!(BINDINGS.iter().all(|binding| listed.contains(&binding.context)));
    }
}
