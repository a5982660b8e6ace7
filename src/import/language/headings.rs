//! What a heading stands over: questions, questions for the interviewer, stories, advice, or only other sections.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::names;
use crate::domain::names::Meaning;
use crate::import::lines::words::first_words;

/// What somebody says who asks.
const WISHES: &str = "i want to know|i want to find out|id like to know|i would like to know";
/// Words of those who are asked.
const ASKED: &str = "candidate|candidates|they ask|they may ask|asked by";
/// Whom one asks.
const WHOM: &str = "interviewer|interviewers|them|me|us|panel|recruiter|recruiters|hiring manager|company|employer|team|manager|the end";
/// What stands before whom one asks.
const AIMED: &str = "for|to|for the|to the|ask|ask the|for your|ask your|at";
/// Whom else one asks, where the heading begins with its questions.
const INSIDERS: &str = "engineers|hiring manager|cto|ceo|founder|founders|director|vp|peers";
/// What says that one asks oneself.
const TO_ASK: &str = "to ask|ill ask|i will ask|i ask|i should ask|i can ask|my questions";
/// Headings over such questions, by themselves.
const FOR_THEM: &str = "do you have any questions|do you have any question|do you have questions|have any questions|any questions for|reverse interview|ask them|\
ask interviewer|ask the interviewer|what to ask|things to ask|asking them";

/// Whether a heading or question stands over questions for the interviewer.
pub(in crate::import) fn for_them(text: &str) -> bool {
    let words = first_words(text, 24);
    if words.len() > 16 {
        return false;
    }
    let begins = |count: usize| names::means(&words[..count].join(" "), Meaning::ForThem);
    if names::means(text, Meaning::ForThem) || (2..=words.len()).any(begins) {
        return true;
    }
    let joined = format!(" {} ", words.join(" "));
    if any(&joined, WISHES) {
        return true;
    }
    let about_asking = ["question", " qs ", "ask", "reverse"]
        .iter()
        .any(|sign| joined.contains(sign));
    if !about_asking || any(&joined, ASKED) {
        return false;
    }
    any(&joined, FOR_THEM) || any(&joined, "questions|question|qs") && to_them(&joined, &words)
}

/// Whether a heading that names questions says whom they are for.
fn to_them(joined: &str, words: &[String]) -> bool {
    let aimed = |by: &str| WHOM.split('|').any(|who| holds(joined, &format!("{by} {who}")));
    let begins = || {
        words
            .iter()
            .take(2)
            .any(|word| matches!(word.as_str(), "questions" | "qs"))
    };
    let insider = || begins() && any(joined, INSIDERS) && any(joined, "questions for|qs for");
    any(joined, TO_ASK) || AIMED.split('|').any(aimed) || insider()
}

/// Whether a heading stands over advice, links or a method: kept, but nobody's answer.
pub(in crate::import) fn advice(heading: &str) -> bool {
    const KEPT: [&str; 9] = [
        "story",
        "stories",
        "answer",
        "answers",
        "example",
        "examples",
        "question",
        "questions",
        "my",
    ];
    static METHODS: LazyLock<Phrases> =
        LazyLock::new(|| phrases("template|framework|method|methodology|technique|star|soar|carl|format of"));
    let kept = || {
        first_words(heading, 12)
            .iter()
            .any(|word| KEPT.contains(&word.as_str()))
    };
    tips(heading) || (names(heading, &METHODS) && !kept())
}

/// Whether a heading stands over advice or links, and not only beside the name of a method.
pub(in crate::import) fn tips(heading: &str) -> bool {
    static TIPS: LazyLock<Phrases> = LazyLock::new(|| {
        phrases(
            "tip|tips|advice|resource|resources|link|links|reference|references|reading|how to|rejection|rejections|rejected|rubric|checklist|prepare for|\
avoid|keep in mind|remember|dos and donts|donts|guideline|guidelines|guidance|rules|cheat sheet|cheatsheet|best practices|what they look for|is looking for|are looking for|\
table of contents|contents|agenda|schedule|search for|glossary|further|credits|license|contributing|disclaimer|about this|sources|bibliography|interview process|the process|evaluation|what to expect|high level feedback|feedback from|mock|general notes|things to note|things to notice|things to remember|notes on|todo|to do|pitfalls|scoring|legend|cover letter|thank you note|thank you letter|thank you email|follow up email|to add",
        )
    });
    names(heading, &TIPS)
}

/// Phrases by their first word, with the words after it.
type Phrases = HashMap<&'static str, Vec<Vec<&'static str>>>;

fn phrases(list: &'static str) -> Phrases {
    let mut table = Phrases::new();
    for phrase in list.split('|') {
        let mut words = phrase.split(' ');
        if let Some(first) = words.next() {
            table.entry(first).or_default().push(words.collect());
        }
    }
    table
}

/// Whether a short heading holds one of some phrases.
fn names(heading: &str, phrases: &Phrases) -> bool {
    let words = first_words(heading, 12);
    let begins = |at: usize| {
        let after = phrases.get(words[at].as_str()).into_iter().flatten();
        let mut after = after.filter(|rest| rest.len() < words.len() - at);
        after.any(|rest| rest.iter().zip(&words[at + 1..]).all(|(word, have)| word == have))
    };
    (1..10).contains(&words.len()) && (0..words.len()).any(begins)
}

/// Whether words joined by spaces hold one of these phrases.
fn any(joined: &str, phrases: &str) -> bool {
    phrases.split('|').any(|phrase| holds(joined, phrase))
}

/// Whether words joined by spaces, one at each end too, hold a phrase.
fn holds(joined: &str, phrase: &str) -> bool {
    let bytes = joined.as_bytes();
    joined
        .match_indices(phrase)
        .any(|(at, _)| at > 0 && bytes[at - 1] == b' ' && bytes.get(at + phrase.len()) == Some(&b' '))
}

/// Whether a heading stands over stories: each item or paragraph under it is one.
pub(in crate::import) fn stories(heading: &str) -> bool {
    const NAMES: [&str; 10] = [
        "story",
        "stories",
        "examples",
        "projects",
        "experiences",
        "anecdotes",
        "war",
        "portfolio",
        "accomplishments",
        "achievements",
    ];
    let words = first_words(heading, 8);
    words.len() < 7 && words.iter().any(|word| NAMES.contains(&word.as_str()))
}

/// Whether a heading says that answers stand under it, and nothing else.
pub(in crate::import) fn answers(heading: &str) -> bool {
    let words = first_words(heading, 5);
    words.len() < 5
        && words.iter().any(|word| word == "answers")
        && !words.iter().any(|word| word.starts_with("question"))
}

/// Whether a heading only says that an answer stands under it: `My answer`, `STAR version`.
pub(in crate::import) fn says_answer(heading: &str) -> bool {
    const WORDS: &str = " my the a your own star short long full sample example model draft final spoken answer response version story format text form quick talking points point bullet bullets notes outline in ";
    const NAMES: &str = " answer response version star draft form points bullets outline ";
    let words = first_words(heading, 6);
    let holds = |list: &str, word: &String| list.contains(&format!(" {word} "));
    words.len() < 6 && words.iter().all(|word| holds(WORDS, word)) && words.iter().any(|word| holds(NAMES, word))
}

/// Whether a heading says that questions stand under it.
pub(in crate::import) fn questions(heading: &str) -> bool {
    let words = first_words(heading, 8);
    words.len() < 8
        && words
            .iter()
            .any(|word| matches!(word.as_str(), "questions" | "prompts"))
        && !heading.contains('?')
}

/// Whether a heading only gathers: it names no topic of its own.
pub(in crate::import) fn gathers(heading: &str) -> bool {
    const WORDS: [&str; 26] = [
        "questions",
        "question",
        "behavioral",
        "behavioural",
        "behaviour",
        "behavior",
        "interview",
        "interviews",
        "common",
        "commonly",
        "asked",
        "frequently",
        "sample",
        "samples",
        "stories",
        "story",
        "star",
        "answers",
        "answer",
        "my",
        "the",
        "and",
        "general",
        "practice",
        "list",
        "of",
    ];
    first_words(heading, 12)
        .iter()
        .all(|word| WORDS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_for_the_interviewer_are_known_by_their_heading() {
        for text in [
            "Questions to ask",
            "Do you have any questions for us?",
            "My questions for the hiring manager",
            "Reverse interview",
            "Things I want to know",
        ] {
            assert!(for_them(text), "{text}");
        }
        for text in ["Questions they ask", "Sample questions", "Questions to ask candidates"] {
            assert!(!for_them(text), "{text}");
        }
    }

    #[test]
    fn advice_is_known_by_its_heading() {
        assert!(advice("Tips for the day") && advice("The STAR method") && advice("Useful links"));
        assert!(!advice("My STAR stories") && !advice("STAR answers"));
        assert!(!advice("The biggest mistake") && !advice("Two harbours"));
    }
}
