//! Words as the importer compares them: lower case, apostrophes dropped, endings cut off.

pub(in crate::import) use crate::domain::question::wording::words::{stem, words};

/// The first words of a text, at most `most`; a huge line costs no more than a short one.
pub(in crate::import) fn first_words(text: &str, most: usize) -> Vec<String> {
    let mut found = words(head(text, most.saturating_mul(16)));
    found.truncate(most);
    found
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

/// Whether two words differ by one letter: one too many, one missing, one other, or two swapped.
pub(in crate::import) fn nearly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = (&a[same_start..], &b[same_start..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => rest.0 == &rest.1[1..],
        std::cmp::Ordering::Greater => &rest.0[1..] == rest.1,
        std::cmp::Ordering::Equal => {
            rest.0.is_empty()
                || rest.0[1..] == rest.1[1..]
                || (rest.0.len() > 1 && rest.0[0] == rest.1[1] && rest.0[1] == rest.1[0] && rest.0[2..] == rest.1[2..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["mentor", "mentors", "mentored", "mentoring"][..],
            &["deadline", "deadlines"],
            &["priority", "priorities"],
            &["plan", "plans", "planned", "planning"],
            &["decide", "decides", "decided", "deciding"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{stems:?}");
        }
    }

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
