//! Whether a text reads as a title.

use super::words::first_words;
use crate::import::language::labels;

/// Words that begin a sentence, not a title.
const RUNNING: [&str; 27] = [
    "i",
    "we",
    "my",
    "our",
    "then",
    "so",
    "also",
    "initially",
    "finally",
    "but",
    "and",
    "this",
    "it",
    "there",
    "in",
    "as",
    "first",
    "after",
    "else",
    "once",
    "use",
    "will",
    "they",
    "he",
    "she",
    "for",
    "by",
];

/// Whether a text does not go on with what stands above it.
pub(in crate::import) fn begins_anew(text: &str) -> bool {
    let first = first_words(text, 1);
    let running = first.iter().any(|word| RUNNING.contains(&word.as_str()));
    !running && !text.starts_with(char::is_lowercase)
}

/// Whether a text reads as a title, not as a sentence or a label.
pub(in crate::import) fn titled(text: &str, most: usize) -> bool {
    let text = text.trim_end();
    let words = first_words(text, most + 1);
    let Some(first) = words.first() else { return false };
    let question = text.ends_with('?');
    let ends_open = text.ends_with(['.', ',', ';', '!', '…', ')', '{', '}']) && !text.ends_with(')')
        || crate::domain::answer::dangling::dangles(text);
    let name = text.trim_end_matches([':', '：', '-', ' ', '*']);
    let key_value = text.split_once(": ").is_some_and(|(_, value)| !value.trim().is_empty())
        || text.contains("=>")
        || text.contains("http");
    words.len() <= most
        && !ends_open
        && !key_value
        && (question || !RUNNING.contains(&first.as_str()))
        && labels::parts_named(name).is_none()
        && !(name.len() == 1 && "STAR".contains(name))
}
