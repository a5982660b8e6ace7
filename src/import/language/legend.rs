//! Labels that explain the parts of a story to the reader, where nobody tells one.

use super::labels::{labels, part_named, parts_lettered, parts_named, read};
use crate::domain::part::Part;
use crate::import::language::voice;
use crate::import::language::voice::{Hint, Voice};
use crate::import::lines::Line;
use crate::import::lines::words::{first_words, head, nearly};

/// The most words of a line that explains a part by its name, and has a word of the first person by chance.
const LEGEND: usize = 9;

/// How an explanation of a part begins.
const COMMANDS: [&str; 12] = [
    "describe", "explain", "set", "share", "outline", "state", "give", "what", "provide", "talk", "show", "detail",
];

/// Whether lines explain the method instead of telling a story: the labels are there, nobody does anything.
pub(in crate::import) fn legend(lines: &[Line<'_>]) -> bool {
    let mut explained = [false; 5];
    let mut telling = 0;
    let others = || lines.iter().any(|line| !line.blank() && labels(line).is_empty());
    let mut full = lines.iter().filter(|line| !line.blank()).peekable();
    while let Some(line) = full.next() {
        let filled = full.peek().is_some_and(|next| labels(next).is_empty());
        let first = first_words(line.text, 3);
        let Some(word) = first.first() else { continue };
        let named = part_named(word).or_else(|| {
            let letter = line.text.trim_start_matches(['|', ' ', '*', '_', '(', '[']);
            let part = parts_lettered(head(letter, 1))?.first().copied()?;
            (word.len() == 1).then_some(part)
        });
        let Some(part) = named else { continue };
        let all = first_words(line.text, 60);
        let heads = filled && parts_named(line.text).is_some();
        if (all.len() == 1 || heads) && others() {
            continue;
        }
        let says_name = word.len() == 1 && first.get(1).is_some_and(|next| close(next, part));
        let to_you = all.iter().any(|word| matches!(word.as_str(), "you" | "your" | "youre"));
        let mine = all
            .iter()
            .any(|word| matches!(word.as_str(), "i" | "my" | "we" | "our" | "was" | "were"));
        let commands = first.get(1).is_some_and(|next| COMMANDS.contains(&next.as_str()));
        let told = mine && (!says_name || all.len() > LEGEND && !to_you);
        if says_name && !told || to_you || commands || all.len() == 1 && word.len() > 1 {
            explained[part.index()] = true;
        }
        telling += usize::from(told);
        if telling > 1 {
            return false;
        }
    }
    let advises = || voice::judge(lines.iter().map(Line::count).sum(), Hint::None) == Voice::Advises;
    explained.iter().filter(|known| **known).count() >= 3 || telling == 0 && read(lines).sure && advises()
}

/// Whether one of the labels is followed by a command or a word to the reader: the text explains the parts.
pub(in crate::import) fn commands(lines: &[Line<'_>]) -> bool {
    let speaks = |line: &Line<'_>| {
        let words = first_words(line.text, 60);
        let behind = words
            .iter()
            .find(|word| part_named(word).is_none() && word.chars().count() > 1);
        let labelled = !labels(line).is_empty();
        labelled && behind.is_some_and(|word| COMMANDS.contains(&word.as_str()))
            || words
                .iter()
                .any(|word| matches!(word.as_str(), "you" | "your" | "youre"))
    };
    lines.iter().any(speaks)
}

fn close(word: &str, part: Part) -> bool {
    part_named(word) == Some(part) || nearly(word, part.id()) || nearly(word.trim_end_matches('s'), part.id())
}
