//! What somebody meant who mistyped a word of ours.

use strsim::normalized_damerau_levenshtein;

/// How alike two words are from which on one is taken for the other: three letters in ten may differ.
const ALIKE: f64 = 0.7;

/// The known word that is most like this one, if any is like it.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().to_lowercase();
    let likeness = |known: &'a str| (normalized_damerau_levenshtein(&word, known), known);
    let alike = known
        .into_iter()
        .map(likeness)
        .filter(|(likeness, _)| *likeness >= ALIKE);
    alike.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}

/// What to do about a word that is not known: the one it is most like, else what `otherwise` says.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match nearest(word, known) {
        Some(meant) => format!("Did you mean {meant}? {otherwise}"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_known_and_another_word_is_not() {
        let known = ["conflict", "failure", "people"];
        assert_eq!(nearest("Conflicts", known), Some("conflict"));
        assert_eq!(nearest("conflits", known), Some("conflict"));
        assert_eq!(nearest("peopel", known), Some("people"));
        assert_eq!(nearest("walruses", known), None);
        assert_eq!(
            did_you_mean("failre", known, "Use one."),
            "Did you mean failure? Use one."
        );
    }
}
