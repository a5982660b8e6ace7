//! What had no place, written beside the copy of the file it comes from; and which questions of it were here already.

use std::collections::HashMap;

use super::copies::Copies;
use crate::domain::id::QuestionId;
use crate::domain::problem::Problem;
use crate::import::account::{Left, says_something};
use crate::store::files::limits::FILE_BYTES;

/// A question of the notes in whose own words no file of the home has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    /// Its lines, counted from 1.
    pub(super) lines: (usize, usize),
    /// Its words.
    pub(super) ask: String,
    /// The question it counts as.
    pub(super) id: QuestionId,
}

/// The lines that earlier remainders of files of one name hold, each as often as it stands there.
#[derive(Debug, Default)]
pub(super) struct KeptLines(HashMap<String, usize>);

impl KeptLines {
    /// Takes the lines of a remainder in.
    pub(super) fn add(&mut self, text: &str) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            *self.0.entry(line.to_owned()).or_default() += 1;
        }
    }

    /// What of a passage is not kept yet: all of it as it stands, or the lines that are missing.
    fn missing(&mut self, passage: &str) -> Option<String> {
        let mut whole = true;
        let mut lines = Vec::new();
        for line in passage.lines() {
            match self.0.get_mut(line.trim()).filter(|times| **times > 0) {
                Some(times) => {
                    *times -= 1;
                    whole = false;
                }
                None => lines.push(line),
            }
        }
        let text = if whole { passage.to_owned() } else { lines.join("\n") };
        says_something(&text).then_some(text)
    }
}

/// The texts of the remainder: what is left over and not kept yet; more than one where one could not be read again.
pub(super) fn rests(name: &str, left: &[Left], counted: &[Counted], mut kept: KeptLines) -> Vec<String> {
    let mut rests = Rests::default();
    for passage in left {
        if let Some(missing) = kept.missing(&passage.text) {
            let part = if passage.in_part { ", in part" } else { "" };
            let comment = format!("{}{part}", stand(passage.lines));
            rests.add(&format!("What had no place, from {name}"), &comment, &missing);
        }
    }
    for question in counted {
        if let Some(missing) = kept.missing(&question.ask) {
            let comment = format!("{}, counts as {}", stand(question.lines), question.id);
            rests.add(
                &format!("Questions that were here already, from {name}"),
                &comment,
                &missing,
            );
        }
    }
    rests.texts
}

/// Texts of remainders, each under its heading.
#[derive(Default)]
struct Rests {
    texts: Vec<String>,
    head: String,
}

/// Bytes of one text, so that with what stands around it is still read.
const MOST: usize = FILE_BYTES as usize / 2;

impl Rests {
    /// Adds a passage, in parts where it is too long for one text.
    fn add(&mut self, head: &str, comment: &str, text: &str) {
        let mut text = text;
        while text.len() > MOST
            && let Some(end) = text.as_bytes()[..MOST].iter().rposition(|byte| *byte == b'\n')
        {
            self.add_whole(head, comment, &text[..end]);
            text = &text[end + 1..];
        }
        self.add_whole(head, comment, text);
    }

    fn add_whole(&mut self, head: &str, comment: &str, text: &str) {
        let full = |last: &String| last.len() + text.len() > MOST;
        if self.texts.last().is_none_or(full) {
            self.texts.push(String::new());
            self.head.clear();
        }
        let Some(last) = self.texts.last_mut() else { return };
        let blank = if last.is_empty() { "" } else { "\n" };
        last.push_str(blank);
        if self.head != head {
            head.clone_into(&mut self.head);
            last.push_str(&format!("# {head}\n\n"));
        }
        last.push_str(&format!("<!-- {comment} -->\n{text}\n"));
    }
}

fn stand((first, last): (usize, usize)) -> String {
    if first == last {
        format!("line {first}")
    } else {
        format!("lines {first}-{last}")
    }
}

/// What earlier remainders of files of a name hold.
///
/// # Errors
/// The problem with one that cannot be read: what it holds would be written again.
pub(super) fn kept(copies: &Copies, name: &str) -> Result<KeptLines, Problem> {
    let mut kept = KeptLines::default();
    for rest in copies.rests_of(name) {
        kept.add(&copies.text(rest)?);
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remainder_too_large_to_be_read_again_is_parted_between_lines() {
        let line = "the bowline holds, and the splice holds, and five tucks hold as well.\n";
        let passage = |times: usize| Left {
            lines: (1, times),
            in_part: false,
            text: line.repeat(times).trim_end().to_owned(),
        };
        let times = FILE_BYTES as usize / line.len();
        let texts = rests("knots.txt", &[passage(times), passage(1)], &[], KeptLines::default());
        assert!(texts.len() > 1 && texts.iter().all(|text| text.len() < FILE_BYTES as usize));
        assert!(
            texts
                .iter()
                .all(|text| text.starts_with("# What had no place, from knots.txt\n\n<!-- "))
        );
        let lines = texts.iter().flat_map(|text| text.lines());
        assert_eq!(lines.filter(|one| line.trim_end() == *one).count(), times + 1);
        let mut kept = KeptLines::default();
        for text in &texts {
            kept.add(text);
        }
        assert_eq!(
            rests("knots.txt", &[passage(times), passage(1)], &[], kept),
            Vec::<String>::new()
        );
    }
}
