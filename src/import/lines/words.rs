//! Words as the importer compares them: lower case, apostrophes dropped, endings cut off.

pub(in crate::import) use crate::text::words::{stem, words};

/// The first words of a text, at most `most`; a huge line costs no more than a short one.
pub(in crate::import) fn first_words(text: &str, most: usize) -> Vec<String> {
    crate::text::words::first_words(head(text, most.saturating_mul(16)), most)
}

/// The beginning of a text, at most `most` bytes, cut between characters.
pub(in crate::import) fn head(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The most bytes of one letter.
const WIDEST: usize = 4;

/// Whether two words differ by one letter: one too many, one missing, one other, or two swapped.
pub(in crate::import) fn nearly(a: &str, b: &str) -> bool {
    a.len().abs_diff(b.len()) <= WIDEST && strsim::osa_distance(a, b) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_wrong_is_nearly_the_same() {
        assert!(nearly("colleague", "collegue"));
        assert!(nearly("conflict", "conflcit"));
        assert!(nearly("failure", "failurs"));
        assert!(!nearly("failure", "figures"));
    }

    #[test]
    fn words_drop_marks_and_apostrophes() {
        assert_eq!(words("I don't — ever — *stop*!"), ["i", "dont", "ever", "stop"]);
    }
}
