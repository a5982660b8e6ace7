//! Rules about one question: its prompt, its probes, what they listen for.

use super::bank::{Bank, Entry, Words};
use super::codes::Rule;
use super::finding::Finding;
use crate::domain::question::Parts;

/// A prompt has fewer words than this.
const PROMPT_WORDS: usize = 30;
/// A probe has at most so many words.
const PROBE_WORDS: usize = 20;
/// A line of `listen_for` has at most so many words.
const LISTEN_WORDS: usize = 16;
/// How many probes, and how many lines of `listen_for`, a scored question has.
const FEW: std::ops::RangeInclusive<usize> = 2..=4;

/// What is wrong with one question by itself.
pub(super) fn check(bank: &Bank, entry: &Entry) -> Vec<Finding> {
    let mut found = prompt(bank, entry);
    found.extend(probes(bank, entry));
    found.extend(listen_for(bank, entry));
    found
}

fn prompt(bank: &Bank, entry: &Entry) -> Vec<Finding> {
    let Some(ask) = entry.ask.as_ref().filter(|ask| !ask.text.trim().is_empty()) else {
        let line = entry.ask.as_ref().map_or(entry.line, |ask| ask.line);
        return vec![Finding::new(
            Rule::PromptMissing,
            &bank.path,
            line,
            "this question has no prompt",
        )];
    };
    let mut found = Vec::new();
    let count = word_count(ask);
    if count >= PROMPT_WORDS {
        let what = format!("the prompt has {count} words");
        found.push(Finding::new(Rule::PromptLong, &bank.path, ask.line, what));
    }
    let marks = ask.text.matches('?').count();
    if marks > 1 {
        let what = format!("the prompt has {marks} question marks");
        found.push(Finding::new(Rule::PromptDouble, &bank.path, ask.line, what));
    } else if let Some(tail) = second_question(&ask.text) {
        let what = format!("the prompt goes on with another question, \"{tail}\"");
        found.push(Finding::new(Rule::PromptDouble, &bank.path, ask.line, what));
    }
    found
}

fn probes(bank: &Bank, entry: &Entry) -> Vec<Finding> {
    let list = &entry.probes.entries;
    let mut found = Vec::new();
    if bank.scores(entry) && !FEW.contains(&list.len()) {
        let what = format!("this scored question has {} probes", list.len());
        found.push(Finding::new(Rule::ProbeCount, &bank.path, entry.probes.line, what));
    }
    let star = bank.parts_of(entry) == Parts::Star;
    if bank.scores(entry) && star && !list.is_empty() && list.iter().all(|probe| probe.when.is_none()) {
        let what = "no probe of this question has when:";
        found.push(Finding::new(Rule::ProbeWhen, &bank.path, entry.probes.line, what));
    }
    for Words { text, line } in list.iter().map(|probe| &probe.ask) {
        let (marks, count) = (text.matches('?').count(), text.split_whitespace().count());
        let what = match marks {
            0 => "the probe asks nothing: it has no question mark".to_owned(),
            1 if count <= PROBE_WORDS => continue,
            1 => format!("the probe has {count} words"),
            _ => format!("the probe has {marks} question marks"),
        };
        found.push(Finding::new(Rule::ProbeForm, &bank.path, *line, what));
    }
    found
}

fn listen_for(bank: &Bank, entry: &Entry) -> Vec<Finding> {
    let list = &entry.listen_for;
    let mut found = Vec::new();
    if bank.scores(entry) && !FEW.contains(&list.entries.len()) {
        let what = format!("this scored question has {} lines of listen_for", list.entries.len());
        found.push(Finding::new(Rule::ListenCount, &bank.path, list.line, what));
    }
    for words in &list.entries {
        let count = word_count(words);
        if count > LISTEN_WORDS {
            let what = format!("the line has {count} words");
            found.push(Finding::new(Rule::ListenLong, &bank.path, words.line, what));
        }
    }
    found
}

fn word_count(words: &Words) -> usize {
    words.text.split_whitespace().count()
}

/// The words with which a prompt goes on to a second question: "and what", "and did you".
fn second_question(text: &str) -> Option<String> {
    const ASKING: [&str; 7] = ["what", "how", "why", "who", "when", "where", "which"];
    const HELPING: [&str; 8] = ["did", "do", "would", "could", "are", "were", "is", "was"];
    const WHOM: [&str; 4] = ["you", "it", "they", "that"];
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let after = |place: usize| words.get(place).map_or("", String::as_str);
    let place = words.iter().enumerate().position(|(n, word)| {
        let (next, third) = (after(n + 1), after(n + 2));
        word == "and" && (ASKING.contains(&next) || HELPING.contains(&next) && WHOM.contains(&third))
    })?;
    Some(format!("and {}", after(place + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_that_asks_again_is_found_and_a_plain_and_is_not() {
        for text in [
            "Tell me about a failure and what you learned.",
            "When did you disagree, and why?",
            "Who taught you, and did you thank them?",
        ] {
            assert!(second_question(text).is_some(), "{text}");
        }
        for text in [
            "Which changes did you make and measure?",
            "Think of a team that was both fast and did careful work.",
            "What do you know about what and who we are?",
        ] {
            let expected = text.contains("and who");
            assert_eq!(second_question(text).is_some(), expected, "{text}");
        }
    }
}
