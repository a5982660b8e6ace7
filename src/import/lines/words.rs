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
    if a.is_ascii() && b.is_ascii() {
        return nearly_ascii(a.as_bytes(), b.as_bytes());
    }
    a.len().abs_diff(b.len()) <= WIDEST && strsim::osa_distance(a, b) <= 1
}

/// The same for words of single bytes: what is left between their beginning and their end that are alike is a letter, or
/// two swapped.
fn nearly_ascii(a: &[u8], b: &[u8]) -> bool {
    let front = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    match (&a[..a.len() - back], &b[..b.len() - back]) {
        ([one, two], [three, four]) => one == four && two == three,
        (a, b) => a.len() < 2 && b.len() < 2,
    }
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
        let words = [
            "", "a", "b", "ab", "ba", "abc", "acb", "abab", "aab", "abb", "aba", "bab", "abcd", "abdc",
        ];
        for (one, other) in words.iter().flat_map(|one| words.map(|other| (*one, other))) {
            assert_eq!(
                nearly(one, other),
                strsim::osa_distance(one, other) <= 1,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn words_drop_marks_and_apostrophes() {
        assert_eq!(words("I don't — ever — *stop*!"), ["i", "dont", "ever", "stop"]);
    }
}
