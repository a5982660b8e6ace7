//! Words that are not somebody's: two lists of English words, looked up in folded form.

use std::sync::OnceLock;

const ORDINARY: &str = include_str!("words/ordinary.txt");
const KNOWN: &str = include_str!("words/known.txt");

/// Whether everybody uses this word, so that it alone names nobody: `square`, `will`.
pub(super) fn ordinary(word: &str) -> bool {
    static WORDS: OnceLock<Vec<&str>> = OnceLock::new();
    has(WORDS.get_or_init(|| lines(ORDINARY)), word)
}

/// Whether a word is one of its own, or a name of its own, whatever name it holds: `afford`, `metadata`, `francisco`.
pub(super) fn known(word: &str) -> bool {
    static WORDS: OnceLock<Vec<&str>> = OnceLock::new();
    ordinary(word) || has(WORDS.get_or_init(|| lines(KNOWN)), word)
}

fn lines(list: &'static str) -> Vec<&'static str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

fn has(words: &[&str], word: &str) -> bool {
    let is = |word: &str| words.binary_search(&word).is_ok();
    is(word) || word.strip_suffix('s').is_some_and(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_hold_plain_words() {
        for list in [ORDINARY, KNOWN] {
            let words = lines(list);
            assert!(words.is_sorted() && words.len() > 30_000);
            assert!(
                words
                    .iter()
                    .all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()))
            );
        }
    }

    #[test]
    fn words_are_told_from_names() {
        for word in ["square", "box", "will", "mark", "boxes", "stripe", "manager"] {
            assert!(ordinary(word), "{word}");
        }
        for word in ["hooli", "northwind", "acme", "dana", "initech", "meta", "bo"] {
            assert!(!ordinary(word), "{word}");
        }
        for word in ["metadata", "afford", "francisco", "american"] {
            assert!(known(word), "{word}");
        }
    }
}
