//! Whether a text stops at a word that needs another.

/// Whether a text stops at a word that needs another: "the", "will", "because".
pub fn dangles(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '\t', '\r', '*', '_']);
    if !text.ends_with(|c: char| c.is_alphabetic()) {
        return false;
    }
    let tail = &text[tail_start(text)..];
    let words: Vec<String> = tail
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let Some(last) = words.last() else { return false };
    let before = words.len().checked_sub(2).map_or("", |n| words[n].as_str());
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if words.len() < 2 || matches!(before, "or" | "and" | "vs") {
        return false;
    }
    match last.as_str() {
        "the" | "an" | "my" | "our" | "your" | "their" | "and" | "or" | "but" | "because" | "although" | "whose"
        | "whether" | "into" | "unless" | "than" | "very" => true,
        "a" => !matches!(
            before,
            "plan" | "vitamin" | "grade" | "class" | "type" | "version" | "option" | "team" | "quality"
        ),
        "will" => !matches!(before, "free" | "good" | "ill" | "own" | "at" | "the" | "a"),
        "of" | "from" => {
            words.len() > 4
                && !any(&[
                    "what", "which", "who", "where", "proud", "aware", "part", "think", "thought",
                ])
        }
        "is" | "are" | "was" | "were" | "has" | "have" | "had" => {
            words.len() > 3
                && !any(&[
                    "what", "which", "who", "where", "how", "as", "than", "it", "they", "i", "we", "he", "she",
                ])
        }
        "would" | "should" | "could" | "must" => {
            words.len() > 2 && !any(&["as", "than", "what", "if", "how", "it", "they", "i", "we"])
        }
        "if" | "when" | "where" | "who" | "which" => {
            words.len() > 3 && !matches!(before, "what" | "as" | "and" | "since" | "say")
        }
        "to" | "for" | "with" | "by" => {
            words.len() > 6
                && !any(&[
                    "what", "which", "who", "whom", "where", "how", "listen", "talk", "talked", "asked", "looking",
                    "look", "work", "worked", "deal", "wait", "waited",
                ])
        }
        "so" => {
            words.len() > 3
                && !matches!(
                    before,
                    "think" | "say" | "said" | "hope" | "do" | "did" | "or" | "doing" | "even" | "much" | "ever"
                )
        }
        "that" => matches!(
            before,
            "so" | "such"
                | "say"
                | "said"
                | "found"
                | "means"
                | "is"
                | "was"
                | "believe"
                | "ensure"
                | "realized"
                | "realised"
                | "way"
                | "fact"
        ),
        _ => false,
    }
}

/// Where the last twenty or so words of a text begin.
fn tail_start(text: &str) -> usize {
    let mut start = text.len().saturating_sub(160);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_needs_another_word_dangles() {
        for text in [
            "It was a day when the",
            "the crew will",
            "I asked them because",
            "Since the boat is mine it is very hard for",
        ] {
            assert!(dangles(text), "{text}");
        }
    }

    #[test]
    fn a_fragment_that_ends_in_a_small_word_does_not() {
        for text in [
            "people I sailed with",
            "what it is for",
            "I think so",
            "Plan A",
            "as well as I could",
            "the.",
            "goodwill",
        ] {
            assert!(!dangles(text), "{text}");
        }
    }
}
