//! Whether a text is English, and small words that several rules look at.

use super::told::Told;

/// One word in so many is a small English one in the tersest notes; in other languages hardly one in fifty is.
const SMALL_EACH: usize = 14;
/// Words from which on one small word alone says nothing: other languages have a few of them too.
const ENOUGH: usize = 12;

/// Words that no other language uses, or hardly.
const OWN: [&str; 44] = [
    "the", "and", "it", "that", "with", "for", "were", "have", "they", "them", "their", "this", "from", "by", "not",
    "but", "which", "what", "when", "who", "would", "could", "been", "are", "his", "she", "you", "your", "our", "its",
    "than", "then", "how", "each", "before", "because", "out", "after", "about", "both", "as", "be", "on", "did",
];

/// More words that carry no content of their own.
const SMALL: [&str; 60] = [
    "was", "is", "had", "of", "so", "at", "her", "all", "any", "into", "over", "under", "about", "after", "again",
    "also", "more", "most", "some", "such", "only", "just", "very", "there", "where", "while", "until", "till", "will",
    "can", "has", "being", "him", "one", "two", "other", "these", "those", "every", "both", "per", "down", "off",
    "now", "even", "still", "too", "around", "nearly", "almost", "roughly", "least", "less", "within", "during",
    "through", "across", "instead", "were", "doing",
];

/// Whether a text is English: by words that no other language uses, or hardly.
pub(super) fn is_english(told: &Told) -> bool {
    let words = told.words.len();
    let latin = (0..words).filter(|word| told.low(*word).is_ascii()).count();
    let own: Vec<&str> = (0..words)
        .map(|word| told.low(word))
        .filter(|word| marks_english(word))
        .collect();
    let shared = (0..words)
        .filter(|word| matches!(told.low(*word), "i" | "to" | "my"))
        .count();
    let several = own.iter().any(|word| *word != own[0]);
    latin * 2 > words && (own.len() + shared) * SMALL_EACH >= words && !own.is_empty() && (several || words < ENOUGH)
}

fn marks_english(word: &str) -> bool {
    OWN.contains(&word)
}

/// The speaker alone.
pub(super) fn is_i(word: &str) -> bool {
    matches!(
        word,
        "i" | "me" | "my" | "mine" | "myself" | "i'm" | "i’m" | "i've" | "i’ve" | "i'd" | "i’d" | "i'll" | "i’ll"
    )
}

/// The speaker among others.
pub(super) fn is_we(word: &str) -> bool {
    [
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "we're",
        "we’re",
        "we've",
        "we’ve",
        "we'd",
        "we’d",
        "we'll",
        "we’ll",
    ]
    .contains(&word)
}

/// Whether a word is one of a list, in which they stand apart by one space.
pub(super) fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// Words that carry no content of their own.
pub(super) fn is_small(word: &str) -> bool {
    word.len() < 3 || marks_english(word) || is_i(word) || is_we(word) || SMALL.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> bool {
        is_english(&Told::read(text, 0))
    }

    #[test]
    fn english_is_told_from_other_languages_by_its_small_words() {
        assert!(english(
            "Asked both leads for their hours, drew one plan and tried it for a week with the crew."
        ));
        assert!(english("Cut the queue."));
        for text in [
            "Ich habe die beiden Teams gefragt, was sie in der Woche brauchen, und dann einen Plan gemacht.",
            "J'ai demandé aux deux équipes ce qui les bloquait et nous avons convenu d'un essai de deux jours.",
            "Pregunté a los dos equipos por sus horas y luego hice un plan que probamos durante una semana.",
            "両方のチームに 時間を 聞いて 計画を 立てた。 一週間 試した。",
            "Ik heb beide teams gevraagd wat ze nodig hadden en toen was er een plan dat we hebben getest.",
        ] {
            assert!(!english(text), "{text}");
        }
    }
}
