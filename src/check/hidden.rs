//! Characters nobody sees.

use std::collections::HashSet;

use super::bank::Bank;
use super::codes::Rule;
use super::finding::Finding;
use crate::text::shown::Shown;

/// Control and hidden characters: those that stand in the file, and those that escapes such as `\u202e` bring in.
pub(super) fn check(bank: &Bank) -> Vec<Finding> {
    let found = |line, c: char| {
        let what = format!(
            "a character that is not seen, U+{:04X}, stands in the text",
            u32::from(c)
        );
        Finding::new(Rule::Hidden, &bank.path, line, what)
    };
    let source = bank.source.strip_prefix('\u{feff}').unwrap_or(&bank.source);
    let mut all: Vec<Finding> = source
        .lines()
        .enumerate()
        .filter_map(|(n, line)| hidden(&line.replace('\t', " ")).map(|c| found(n + 1, c)))
        .collect();
    let there: HashSet<char> = source.chars().filter(|c| !c.is_ascii_graphic()).collect();
    for words in bank.all_words() {
        let one = words.text.lines().find_map(hidden);
        all.extend(one.filter(|c| !there.contains(c)).map(|c| found(words.line, c)));
    }
    all
}

/// The first character that [`Shown`] does not let through.
fn hidden(text: &str) -> Option<char> {
    if Shown::new(text).as_str() == text {
        return None;
    }
    text.chars()
        .find(|c| *c != '\u{200d}' && Shown::new(c.encode_utf8(&mut [0; 4])).as_str() != c.to_string())
        .or(Some('\u{200d}'))
}
