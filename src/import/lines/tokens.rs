//! Words with the places they stand at, so that a text can be accounted for word by word.

use std::hash::{DefaultHasher, Hasher};

use super::source::{blank, unseen};

/// One word of a text: a run of letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Token {
    /// Its first byte.
    pub(in crate::import) start: usize,
    /// The byte after its last one.
    pub(in crate::import) end: usize,
    /// What it is compared by: a hash of its letters in lower case.
    pub(in crate::import) hash: u64,
}

/// The words of a text from a byte on. Tags without attributes are marks, not words. A text without any word that still
/// says something, like `???`, is one token.
pub(in crate::import) fn tokens(text: &str, from: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut word = Word::default();
    let mut skip = 0;
    for (at, c) in text.char_indices().filter(|(at, _)| *at >= from) {
        if at < skip {
            continue;
        }
        if c.is_alphanumeric() {
            word.push(at, c);
            continue;
        }
        found.extend(word.end(at));
        if c == '<' {
            skip = at + tag(&text[at..]);
        }
    }
    found.extend(word.end(text.len()));
    if found.is_empty() {
        found.extend(sign(text, from));
    }
    found
}

/// The hashes of the words of a text, for comparing.
pub(in crate::import) fn hashes(text: &str) -> Vec<u64> {
    tokens(text, 0).into_iter().map(|token| token.hash).collect()
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    start: usize,
    hash: Option<DefaultHasher>,
}

impl Word {
    fn push(&mut self, at: usize, c: char) {
        if self.hash.is_none() {
            self.start = at;
        }
        let hash = self.hash.get_or_insert_with(DefaultHasher::new);
        c.to_lowercase().for_each(|c| hash.write_u32(c.into()));
    }

    fn end(&mut self, end: usize) -> Option<Token> {
        let hash = self.hash.take()?.finish();
        let start = self.start;
        Some(Token { start, end, hash })
    }
}

/// How long a tag without attributes is that a text begins with; 0 where it begins with none.
fn tag(text: &str) -> usize {
    const LONGEST: usize = 16;
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<')).unwrap_or("");
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let end = rest.trim_start_matches(' ').trim_start_matches('/');
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.len() - rest.len() <= LONGEST;
    match end.strip_prefix('>') {
        Some(after) if named => text.len() - after.len(),
        _ => 0,
    }
}

/// The one token of a text without words, unless it is nothing but rules, fences and brackets.
fn sign(text: &str, from: usize) -> Option<Token> {
    let mark = |c: char| unseen(c) || "-=_*~#.|:+`{}[](),;<>/\\\"'–—─•".contains(c);
    let said = text
        .get(from..)
        .filter(|rest| !blank(rest) && !rest.chars().all(mark))?;
    let start = from + (said.len() - said.trim_start().len());
    let mut hash = DefaultHasher::new();
    hash.write(said.trim().as_bytes());
    Some(Token {
        start,
        end: from + said.trim_end().len(),
        hash: hash.finish(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, 0)
            .iter()
            .map(|token| &text[token.start..token.end])
            .collect()
    }

    #[test]
    fn words_stand_where_they_are_found_and_case_does_not_count() {
        assert_eq!(words("  - I **didn't**, Über 12%"), ["I", "didn", "t", "Über", "12"]);
        assert_eq!(hashes("Storm at SEA"), hashes("storm, at sea!"));
        assert_ne!(hashes("at sea"), hashes("sea at"));
        assert_eq!(tokens("1. Why", 3).len(), 1);
    }

    #[test]
    fn tags_are_marks_and_what_only_looks_like_one_is_text() {
        assert_eq!(words("<b>Why</b> boats<br/>?<br />"), ["Why", "boats"]);
        assert_eq!(
            words("a <3 b <https://a.example> c <a href=x>"),
            ["a", "3", "b", "https", "a", "example", "c", "a", "href", "x"]
        );
    }

    #[test]
    fn signs_alone_say_something_and_rules_do_not() {
        assert_eq!(words("  ??? "), ["???"]);
        assert_eq!(words("👍"), ["👍"]);
        for rule in ["", "-----", "| --- | :-: |", "```", "  },", "* * *"] {
            assert!(words(rule).is_empty(), "{rule}");
        }
    }
}
