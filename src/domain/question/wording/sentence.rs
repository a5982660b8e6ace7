//! What a sentence says, and which of its words tell what is asked.

use super::vocabulary::{begins_asking, is_small, joined, only_asks};
use crate::text::words::words;

/// The words of a text with what interviewers say for one another made alike, small words and order kept: two texts with
/// the same words are the same wording. A number before them, as in a list, is none of them.
pub fn said(text: &str) -> Vec<String> {
    let mut words = words(text);
    if words.len() > 1 && numbers(&words[0]) {
        words.remove(0);
    }
    for word in &mut words {
        if NOT.contains(&word.as_str()) {
            "not".clone_into(word);
        }
    }
    let mut said = Vec::with_capacity(words.len());
    let mut place = 0;
    while place < words.len() {
        if let Some((word, taken)) = joined(&words[place..]) {
            said.push(word.to_owned());
            place += taken;
        } else {
            said.push(std::mem::take(&mut words[place]));
            place += 1;
        }
    }
    said
}

/// The parts of a text, the one that asks first: what leads up to it (*So, next one: …*) and what asks for more come after.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for sentence in text.split_inclusive(['.', '?', '!']).flat_map(str::lines) {
        let mut begin = 0;
        for (place, mark) in sentence.match_indices([',', ';', ':', '-', '–', '—']) {
            let after = place + mark.len();
            let inside = mark == "-" && !sentence[after..].starts_with(' ');
            if !inside && asks(&sentence[after..]) {
                parts.push(&sentence[begin..place]);
                begin = after;
            }
        }
        parts.push(&sentence[begin..]);
    }
    parts.retain(|part| words(part).iter().any(|word| !numbers(word)));
    let tells = |part: &&str| telling(&said(part)).next().is_some();
    let main = parts.iter().position(|part| asks(part) && tells(part));
    if let Some(main) = main.or_else(|| parts.iter().position(tells)) {
        parts[..=main].rotate_right(1);
    }
    parts
}

/// Whether words begin as a question does, or as one who wants to be told something.
fn asks(text: &str) -> bool {
    let words = words(text);
    words.first().is_some_and(|word| begins_asking(word))
}

/// Whether a word only numbers what follows it: `3`, `Q3`.
fn numbers(word: &str) -> bool {
    let digits = word.strip_prefix('q').unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Contractions that say *not*.
const NOT: [&str; 11] = [
    "dont", "didnt", "doesnt", "wasnt", "werent", "couldnt", "cant", "isnt", "arent", "wont", "never",
];

/// Words after which *time* is only an occasion: `a time`, `the last time`.
const OCCASION: [&str; 5] = ["a", "any", "the", "last", "of"];

/// The words of what is said that tell what is asked, in their order.
pub(super) fn telling(said: &[String]) -> impl Iterator<Item = &str> {
    weighed(said).filter_map(|(word, tells)| tells.then_some(word))
}

/// The others.
pub(super) fn small(said: &[String]) -> impl Iterator<Item = &str> {
    weighed(said).filter_map(|(word, tells)| (!tells).then_some(word))
}

/// Each word with whether it tells what is asked.
fn weighed(said: &[String]) -> impl Iterator<Item = (&str, bool)> {
    let mut begun = false;
    said.iter().enumerate().map(move |(place, word)| {
        let begins = !begun;
        if begins && only_asks(word) {
            return (word.as_str(), false);
        }
        begun |= !matches!(word.as_str(), "a" | "an");
        let tells = match word.as_str() {
            // At the end of a question it only asks for more.
            "why" => begins,
            "time" | "times" => place == 0 || !OCCASION.contains(&said[place - 1].as_str()),
            word => !is_small(word),
        };
        (word.as_str(), tells)
    })
}
