//! Private words taken out of a text.

use std::borrow::Cow;

/// What stands in the place of a private word.
pub const BLOCK: &str = "[private]";

/// The words to take out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction(Vec<String>);

impl Redaction {
    /// Takes out these words or phrases; longer ones go before those they hold.
    pub fn new(words: impl IntoIterator<Item = String>) -> Redaction {
        let mut words: Vec<String> = words.into_iter().map(|word| word.trim().to_owned()).collect();
        words.retain(|word| !word.is_empty());
        words.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
        words.dedup();
        Redaction(words)
    }

    /// Whether nothing is taken out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text with [`BLOCK`] for every private word: upper and lower case alike, any blanks between the words of a
    /// phrase, and only where no letter or digit runs on at either side.
    pub fn apply<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut out = String::new();
        let (mut kept, mut at) = (0, 0);
        while let Some(c) = text[at..].chars().next() {
            let found = starts_here(text, at).then(|| self.0.iter().find_map(|word| length(word, &text[at..])));
            match found.flatten() {
                Some(length) => {
                    out.push_str(&text[kept..at]);
                    out.push_str(BLOCK);
                    at += length;
                    kept = at;
                }
                None => at += c.len_utf8(),
            }
        }
        if kept == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(&text[kept..]);
        Cow::Owned(out)
    }
}

/// Whether a word can start at a place: the characters at either side do not run together.
fn starts_here(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    !(before.is_some_and(char::is_alphanumeric) && text[at..].starts_with(char::is_alphanumeric))
}

/// The bytes of the text that a word takes up at its beginning.
fn length(word: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    let mut pieces = word.split_whitespace().peekable();
    while let Some(piece) = pieces.next() {
        for wanted in piece.chars() {
            let c = rest.chars().next()?;
            if !c.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            rest = &rest[c.len_utf8()..];
        }
        if pieces.peek().is_some() {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
    }
    let length = text.len() - rest.len();
    starts_here(text, length).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn redaction(words: &[&str]) -> Redaction {
        Redaction::new(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn whole_words_go_whatever_their_case_and_parts_of_words_stay() {
        let redaction = redaction(&["Acme", "Acme Rockets", "C++", "Ærø", " "]);
        for (text, wanted) in [
            ("At ACME we", "At [private] we"),
            ("acme's team, (Acme).", "[private]'s team, ([private])."),
            ("acmeish Acme2 macme", "acmeish Acme2 macme"),
            ("the acme\n rockets plan", "the [private] plan"),
            ("C++ and c++, not C+", "[private] and [private], not C+"),
            ("på ÆRØ", "på [private]"),
            ("", ""),
        ] {
            assert_eq!(redaction.apply(text), wanted, "{text}");
        }
        assert!(Redaction::default().is_empty());
    }

    proptest! {
        #[test]
        fn nothing_of_a_private_word_is_left_and_all_else_stays(
            before in "[a-z .]{0,12}", after in "[ .,][a-z .]{0,12}", word in "[A-Z]{3,8}",
        ) {
            let text = format!("{before} {word}{after}");
            let said = redaction(&[&word]).apply(&text).into_owned();
            prop_assert!(!said.contains(&word));
            prop_assert_eq!(said, format!("{before} {BLOCK}{after}"));
        }
    }
}
