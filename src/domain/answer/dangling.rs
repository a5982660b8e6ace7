//! Whether a text stops at a word that needs another.

/// Words that need another behind them, and where they do not.
struct Needy {
    /// The words, with blanks between.
    last: &'static str,
    /// They need it in texts of more than so many words.
    over: usize,
    /// Not right behind one of these.
    not_behind: &'static str,
    /// Not where one of these stands anywhere before.
    not_with: &'static str,
}

const NEEDY: [Needy; 9] = [
    Needy {
        last: "the an my our your their and or but because although whose whether into unless than very",
        over: 1,
        not_behind: "",
        not_with: "",
    },
    Needy {
        last: "a",
        over: 1,
        not_behind: "plan vitamin grade class type version option team quality",
        not_with: "",
    },
    Needy {
        last: "will",
        over: 1,
        not_behind: "free good ill own at the a",
        not_with: "",
    },
    Needy {
        last: "of from",
        over: 4,
        not_behind: "",
        not_with: "what which who where proud aware part think thought",
    },
    Needy {
        last: "is are was were has have had",
        over: 3,
        not_behind: "",
        not_with: "what which who where how as than it they i we he she",
    },
    Needy {
        last: "would should could must",
        over: 2,
        not_behind: "",
        not_with: "as than what if how it they i we",
    },
    Needy {
        last: "if when where who which",
        over: 3,
        not_behind: "what as and since say",
        not_with: "",
    },
    Needy {
        last: "to for with by",
        over: 6,
        not_behind: "",
        not_with: "what which who whom where how listen talk talked asked looking look work worked deal wait waited",
    },
    Needy {
        last: "so",
        over: 3,
        not_behind: "think say said hope do did or doing even much ever",
        not_with: "",
    },
];

/// Words behind which `that` begins a clause.
const CLAUSE: &str = "so such say said found means is was believe ensure realized realised way fact";

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
    let [.., before, last] = words.as_slice() else {
        return false;
    };
    if matches!(before.as_str(), "or" | "and" | "vs") {
        return false;
    }
    if last == "that" {
        return among(CLAUSE, before);
    }
    let needy = NEEDY.iter().find(|needy| among(needy.last, last));
    needy.is_some_and(|needy| {
        let finished = among(needy.not_behind, before) || words.iter().any(|word| among(needy.not_with, word));
        words.len() > needy.over && !finished
    })
}

fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
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
