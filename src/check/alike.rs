//! Texts that say nearly the same.
//!
//! Two texts are compared by their words: small words fall away, endings too, and what is left are two sets. Their
//! likeness is the size of what they share over the size of both together (Jaccard).

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::bank::{Bank, Words};
use super::codes::Rule;
use super::finding::Finding;
use crate::domain::question::Question;
use crate::domain::question::wording::sentence::said;
use crate::text::words::stem;

/// Texts at least this alike, 0 to 1, are near-duplicates. At 0.6 three of five words are the same: less finds
/// questions on one topic, more lets a reworded one through.
pub const ALIKE: f64 = 0.6;

/// Words that say nothing about what is asked.
const SMALL: &str = "a an the and or of to in on at for with by from as is are was were be been it its that this these \
     those you your they them their he she his her we our i me my not no do does did done have has had what how why who \
     when where which would could should will can about into than then so if up out one time tell give describe example \
     walk me through";

/// One text to compare.
struct Text<'a> {
    words: &'a str,
    /// The bank and line; none: it ships with the program.
    place: Option<(&'a Bank, usize)>,
    question: &'a str,
    /// Whether it is another wording of a prompt.
    also: bool,
}

impl Text<'_> {
    /// Whether it matters that two are near: two probes or lines anywhere, a prompt and a wording of another question. Of
    /// two other wordings, and of one that stands under two questions, other rules say more.
    fn concerns(&self, other: &Text) -> bool {
        let worded = self.also || other.also;
        let elsewhere = self.question != other.question;
        !worded || elsewhere && !(self.also && other.also) && said(self.words) != said(other.words)
    }
}

/// Prompts, probes and lines of `listen_for` that are near one before them.
pub(super) fn check(banks: &[Bank], shipped: &[Question]) -> Vec<Finding> {
    let ids: HashSet<&str> = banks
        .iter()
        .flat_map(|bank| bank.questions.iter().map(super::bank::Entry::id))
        .collect();
    let shipped: Vec<&Question> = shipped.iter().filter(|q| !ids.contains(q.id.as_str())).collect();
    let mut found = Vec::new();
    for (rule, noun) in [
        (Rule::PromptAlike, "prompt"),
        (Rule::ProbeAlike, "probe"),
        (Rule::ListenAlike, "line"),
    ] {
        let mut texts: Vec<Text> = shipped.iter().flat_map(|question| built_in(rule, question)).collect();
        texts.extend(banks.iter().flat_map(|bank| of_bank(rule, bank)));
        let words: Vec<&str> = texts.iter().map(|text| text.words).collect();
        let concerned = |later: usize, earlier: usize| texts[later].concerns(&texts[earlier]);
        for (later, earlier, likeness) in near_where(&words, concerned) {
            let (Some((bank, line)), other) = (texts[later].place, &texts[earlier]) else {
                continue;
            };
            let of = match other.place {
                Some((bank, line)) => format!("{} at {}:{line}", other.question, bank.path),
                None => format!("the built-in question {}", other.question),
            };
            let what = format!(
                "this {noun} is {:.0} % like that of {of}: \"{}\"",
                likeness * 100.0,
                other.words.trim()
            );
            found.push(Finding::new(rule, &bank.path, line, what));
        }
    }
    found
}

fn built_in(rule: Rule, question: &Question) -> Vec<Text<'_>> {
    let words: Vec<&str> = match rule {
        Rule::PromptAlike => question.wordings().collect(),
        Rule::ProbeAlike => question.probes.iter().map(|probe| probe.ask.as_str()).collect(),
        _ => question.listen_for.iter().map(String::as_str).collect(),
    };
    let text = |(n, words)| Text {
        words,
        place: None,
        question: question.id.as_str(),
        also: rule == Rule::PromptAlike && n > 0,
    };
    words.into_iter().enumerate().map(text).collect()
}

fn of_bank(rule: Rule, bank: &Bank) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for entry in &bank.questions {
        let all: Vec<&Words> = match rule {
            Rule::PromptAlike => entry.ask.iter().chain(&entry.also.entries).collect(),
            Rule::ProbeAlike => entry.probes.entries.iter().map(|probe| &probe.ask).collect(),
            _ => entry.listen_for.entries.iter().collect(),
        };
        let asks = usize::from(entry.ask.is_some());
        texts.extend(all.into_iter().enumerate().map(|(n, words)| Text {
            words: &words.text,
            place: Some((bank, words.line)),
            question: entry.id(),
            also: rule == Rule::PromptAlike && n >= asks,
        }));
    }
    texts
}

/// A text as the numbers of its words, the rarest first, with a mask that rules most others out at once.
struct Set {
    words: Vec<u32>,
    mask: u128,
}

/// The texts that are near an earlier one: later, earlier, how alike. Each later one comes once at the most.
///
/// Two sets that are this alike share one of their rarest words, so only texts that share one are compared. A text
/// without any word is near none.
pub fn near(texts: &[&str]) -> Vec<(usize, usize, f64)> {
    near_where(texts, |_, _| true)
}

/// The texts that are near an earlier one, of the pairs, the later one first, that are to be compared.
fn near_where(texts: &[&str], compared: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize, f64)> {
    let sets = sets(texts);
    let mut having: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (later, set) in sets.iter().enumerate() {
        let size = set.words.len();
        let rare = &set.words[..size.min(size + 1 - needed(size))];
        let earlier = rare
            .iter()
            .filter_map(|word| having.get(word))
            .flatten()
            .filter(|other| compared(later, **other))
            .find_map(|other| {
                let likeness = set.likeness(&sets[*other])?;
                Some((later, *other, likeness))
            });
        found.extend(earlier);
        for word in rare {
            having.entry(*word).or_default().push(later);
        }
    }
    found
}

/// How many of so many words another text must share to be near.
fn needed(size: usize) -> usize {
    (ALIKE * size as f64 - 1e-9).ceil() as usize
}

impl Set {
    /// How alike two sets are, where that makes them near.
    fn likeness(&self, other: &Set) -> Option<f64> {
        let (one, two) = (self.words.len(), other.words.len());
        let most = |a: usize, only: u128| a - (only.count_ones() as usize).min(a);
        let shared = most(one, self.mask & !other.mask).min(most(two, other.mask & !self.mask));
        let near = |shared: usize| shared as f64 / (one + two - shared) as f64 >= ALIKE;
        if !near(shared) {
            return None;
        }
        let shared = shared_words(&self.words, &other.words);
        near(shared).then(|| shared as f64 / (one + two - shared) as f64)
    }
}

fn shared_words(mut one: &[u32], mut two: &[u32]) -> usize {
    let mut shared = 0;
    while let ([a, rest @ ..], [b, others @ ..]) = (one, two) {
        match a.cmp(b) {
            Ordering::Less => one = rest,
            Ordering::Greater => two = others,
            Ordering::Equal => {
                (one, two) = (rest, others);
                shared += 1;
            }
        }
    }
    shared
}

/// Numbers the words of all texts, the rarest lowest.
fn sets(texts: &[&str]) -> Vec<Set> {
    let small: HashSet<&str> = SMALL.split(' ').collect();
    let words: Vec<Vec<String>> = texts.iter().map(|text| telling_words(text, &small)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in words.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut order: Vec<(usize, &str)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    order.sort_unstable();
    let numbers: HashMap<&str, u32> = order
        .iter()
        .zip(0..)
        .map(|((_, word), number)| (*word, number))
        .collect();
    words
        .iter()
        .map(|words| {
            let mut words: Vec<u32> = words
                .iter()
                .filter_map(|word| numbers.get(word.as_str()).copied())
                .collect();
            words.sort_unstable();
            let mask = words.iter().fold(0, |mask, word| mask | 1 << (word % 128));
            Set { words, mask }
        })
        .collect()
}

/// The words of a text that tell something, without their endings, each once; all words where none does.
fn telling_words(text: &str, small: &HashSet<&str>) -> Vec<String> {
    let all: Vec<String> = text
        .replace('\u{2019}', "'")
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\'').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let mut words: Vec<String> = all
        .iter()
        .filter(|word| !small.contains(word.as_str()))
        .map(|word| stem(word).into_owned())
        .collect();
    if words.is_empty() {
        words = all;
    }
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_words_and_endings_do_not_count() {
        let texts = [
            "Tell me about a time you missed a deadline.",
            "Describe the deadlines that you missed.",
            "Which deadline did you move?",
            "How did you do that?",
            "How did you do that?",
        ];
        assert_eq!(near(&texts), [(1, 0, 1.0), (4, 3, 1.0)]);
    }

    #[test]
    fn three_of_five_words_are_near_and_three_of_six_are_not() {
        assert_eq!(near(&["red green blue grey", "red green blue pink"]), [(1, 0, 0.6)]);
        assert_eq!(near(&["red green blue grey", "red green blue pink cyan"]), []);
        assert_eq!(near(&["", "?"]), []);
    }

    proptest! {
        #[test]
        fn the_index_finds_what_comparing_all_with_all_finds(
            texts in prop::collection::vec("([a-h] ){0,7}", 0..30)
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let sets = sets(&texts);
            let slow: Vec<usize> = (0..sets.len())
                .filter(|n| !sets[*n].words.is_empty())
                .filter(|n| (0..*n).any(|m| sets[*n].likeness(&sets[m]).is_some()))
                .collect();
            let fast: Vec<usize> = near(&texts).into_iter().map(|(later, _, _)| later).collect();
            prop_assert_eq!(fast, slow);
        }
    }
}
