//! How it sounds: blame, hedges, what nobody believes; what a failure and a conflict want said.

use std::ops::Range;

use super::draft::{Draft, Mark};
use super::english::among;
use super::told::{Sentence, Told};
use crate::check::codes::Rule;
use crate::domain::category::Category;
use crate::domain::part::Part;

/// So many hedges in a text are a habit.
const HEDGES: usize = 3;
/// And at least one in so many words.
const EACH: usize = 160;

/// What is wrong with the tone. `finished` says that nothing is left to write.
pub(super) fn check(told: &Told, draft: &Draft, finished: bool) -> Vec<Mark> {
    let mut found = Vec::new();
    if draft.is(Category::Conflict) {
        found.extend(blame(told));
    }
    found.extend(hedges(told));
    found.extend(absolutes(told));
    let happened = draft.kind == crate::domain::answer::Kind::Story && finished && told.words.len() >= 40;
    if happened && draft.category == Some(Category::Failure) && !learned(told) {
        let what = "a failure, and no word on what you learned or do differently since";
        found.push(Mark::new(Rule::FailureUnlearned, ending(told), what));
    }
    if happened && draft.category == Some(Category::Conflict) && told_of_two(told) && !reconciled(told) {
        let what = "how you and the other stand now is not said";
        found.push(Mark::new(Rule::ConflictOpen, ending(told), what));
    }
    found
}

/// The last line that says something.
fn ending(told: &Told) -> Range<usize> {
    let last = told.words.last().map(|word| told.lines[word.line].bytes.clone());
    last.unwrap_or(told.text.len()..told.text.len())
}

/// Judgments on somebody.
fn blame(told: &Told) -> Vec<Mark> {
    let judges = |word: usize| {
        among(
            "stupid incompetent lazy arrogant clueless idiot idiots idiotic toxic stubborn unreasonable \
             unprofessional immature ignorant jerk egotistical childish useless narcissist micromanager hopeless \
             selfish",
            told.low(word),
        )
    };
    let mut found = Vec::new();
    for sentence in &told.sentences {
        for word in sentence.words.clone() {
            let own = (sentence.words.start.max(word.saturating_sub(4))..word).any(|before| {
                matches!(
                    told.low(before),
                    "not" | "i" | "i'm" | "my" | "never" | "wasn't" | "isn't" | "myself"
                )
            });
            let fault = matches!(told.low(word), "his" | "her" | "their") && told.low(word + 1) == "fault";
            let words = if fault { word..word + 2 } else { word..word + 1 };
            if (judges(word) || fault) && !own {
                let bytes = told.bytes(&words);
                let what = format!("\"{}\" judges the other", &told.text[bytes.clone()]);
                found.push(Mark::new(Rule::Blame, bytes, what));
            }
        }
    }
    found
}

/// Hedges and fillers, where there are many; said once, at the first.
fn hedges(told: &Told) -> Option<Mark> {
    let mut found = Vec::new();
    for sentence in &told.sentences {
        let mut word = sentence.words.start;
        while word < sentence.words.end {
            let long = hedge(told, word, sentence);
            if long > 0 {
                found.push(word..word + long);
            }
            word += long.max(1);
        }
    }
    if found.len() < HEDGES || found.len() * EACH < told.words.len() {
        return None;
    }
    let mut named: Vec<&str> = Vec::new();
    for words in &found {
        let text = &told.text[told.bytes(words)];
        if !named.iter().any(|name| name.eq_ignore_ascii_case(text)) {
            named.push(text);
        }
    }
    named.truncate(4);
    let what = format!("{} hedges and fillers: {}", found.len(), named.join(", "));
    Some(Mark::new(Rule::Hedges, told.bytes(&found[0]), what))
}

/// How many words of a hedge stand at a place.
fn hedge(told: &Told, at: usize, sentence: &Sentence) -> usize {
    let before = if at > sentence.words.start {
        told.low(at - 1)
    } else {
        ""
    };
    let set_off = told.words[at].behind_sign || at == sentence.words.start;
    match told.low(at) {
        "sort" | "kind" if told.low(at + 1) == "of" => {
            let kind = among(
                "this that these those some any what a an the each every same different certain other new one two \
                 all which another first of right best only no many various",
                before,
            );
            if kind { 0 } else { 2 }
        }
        "i" if matches!(told.low(at + 1), "guess" | "suppose" | "mean") => 2,
        "you" if told.low(at + 1) == "know" && set_off => 2,
        "pretty" if told.low(at + 1) == "much" => 2,
        "more" if told.says(at, &["more", "or", "less"]) => 3,
        "or" if matches!(told.low(at + 1), "something" | "whatever") => 2,
        "stuff" if told.says(at, &["stuff", "like", "that"]) => 3,
        "to" if told.says(at, &["to", "be", "honest"]) => 3,
        "a" if told.says(at, &["a", "bit", "of"]) => 3,
        "basically" | "honestly" | "frankly" | "literally" | "somehow" | "hopefully" | "probably" | "maybe"
        | "perhaps" => 1,
        "actually" | "obviously" if set_off => 1,
        _ => 0,
    }
}

/// Claims about oneself that nobody believes.
fn absolutes(told: &Told) -> Vec<Mark> {
    let mut found = Vec::new();
    for sentence in &told.sentences {
        for word in sentence.words.clone() {
            let long = absolute(told, word);
            if long > 0 {
                let bytes = told.bytes(&(word..(word + long).min(sentence.words.end)));
                let what = format!(
                    "\"{}\" invites the one case where it was otherwise",
                    &told.text[bytes.clone()]
                );
                found.push(Mark::new(Rule::Absolute, bytes, what));
            }
        }
    }
    found
}

/// How many words of such a claim stand at a place.
fn absolute(told: &Told, at: usize) -> usize {
    let next = |n: usize| told.low(at + n);
    match told.low(at) {
        "i" if next(1) == "never" => {
            usize::from(matches!(
                next(2),
                "fail" | "failed" | "miss" | "missed" | "make" | "made" | "lose" | "lost" | "give"
            )) * 3
        }
        "i" if matches!(next(1), "have" | "had") && next(2) == "never" => {
            usize::from(matches!(next(3), "failed" | "missed" | "made" | "lost" | "had")) * 4
        }
        "i've" | "i’ve" if next(1) == "never" => {
            usize::from(matches!(next(2), "failed" | "missed" | "made" | "lost" | "had")) * 3
        }
        "i" if next(1) == "always" => {
            usize::from(matches!(
                next(2),
                "meet" | "met" | "deliver" | "delivered" | "succeed" | "finish" | "win" | "get" | "got"
            )) * 3
        }
        "everyone" | "everybody" if matches!(next(1), "loved" | "agreed" | "was" | "is") => {
            let glad = matches!(next(2), "happy" | "satisfied" | "impressed" | "thrilled" | "amazed");
            if next(1) == "loved" { 2 } else { usize::from(glad) * 3 }
        }
        "no" if matches!(next(1), "weakness" | "weaknesses") => 2,
        "100" if matches!(next(1), "sure" | "certain" | "perfect" | "success" | "successful") => 2,
        _ => 0,
    }
}

/// Whether a text says anywhere what was learned.
fn learned(told: &Told) -> bool {
    const STEMS: &str =
        "learn lesson reali hindsight takeaway retrospect reflect takeaways improv prevent regret postmortem";
    let reflects = told
        .lines
        .iter()
        .any(|line| line.part == Some(Part::Reflection) && !line.said.is_empty());
    let says = |word: usize| {
        STEMS.split(' ').any(|stem| told.low(word).starts_with(stem))
            || matches!(
                told.low(word),
                "since" | "now" | "differently" | "should've" | "wish" | "never" | "ever" | "mistake"
            )
            || told.says(word, &["next", "time"])
            || told.says(word, &["should", "have"])
            || told.says(word, &["from", "then"])
            || told.says(word, &["would", "have"])
            || told.says(word, &["going", "forward"])
            || told.says(word, &["after", "that"])
    };
    reflects || (0..told.words.len()).any(says)
}

/// Whether somebody else is in it at all.
fn told_of_two(told: &Told) -> bool {
    let them = |word: usize| {
        among(
            "he she him her his they them colleague coworker teammate",
            told.low(word),
        )
    };
    (0..told.words.len()).filter(|word| them(*word)).count() >= 3
}

/// Whether the second half of a text tells how two people get on.
fn reconciled(told: &Told) -> bool {
    const STEMS: &str = "relation trust friend thank apolog respect collaborat together appreciat grateful agree harmon rapport \
        reconcil partner closer understood";
    let from = told.words.len() / 2;
    let says = |word: usize| {
        STEMS.split(' ').any(|stem| told.low(word).starts_with(stem))
            || among(
                "since now still later afterwards today sorry happy terms lunch",
                told.low(word),
            )
            || told.says(word, &["along", "with"])
            || told.says(word, &["works", "with"])
    };
    (from..told.words.len()).any(says)
}
