//! What differs between two texts, word by word, as lines for the screen.

use super::lines::{content, ending, hunks, split};

/// The longest run of words that is compared word by word; longer ones are shown line by line.
const WORDS: usize = 4_000;

/// How a piece of text came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Same,
    /// Only in the new text.
    Added,
    /// Only in the old text.
    Removed,
}

/// Some text of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, without a line end.
    pub text: String,
    /// Where it is from.
    pub change: Change,
}

/// A line of the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text, in order; none for an empty line.
    pub pieces: Vec<Piece>,
    /// Where its line end is from; none for the last line of a text that does not end with one.
    pub end: Option<Change>,
}

impl Line {
    /// Whether nothing in it differs.
    pub fn same(&self) -> bool {
        self.end.is_none_or(|end| end == Change::Same) && self.pieces.iter().all(|piece| piece.change == Change::Same)
    }
}

/// The difference of two texts. Lines are matched first, then the words of lines that differ; where hardly a word is
/// shared, the old lines stand above the new ones. Line ends of different kinds are the same here.
pub fn difference(old: &str, new: &str) -> Vec<Line> {
    let old = lines(old);
    let new = lines(new);
    let mut found = Found::default();
    let mut at = 0;
    for hunk in hunks(&old, &new) {
        found.push(&old[at..hunk.old.start], Change::Same);
        at = hunk.old.end;
        found.changed(&old[hunk.old], &new[hunk.new]);
    }
    found.push(&old[at..], Change::Same);
    found.finish()
}

/// The lines of a text, each with `\n` where it has a line end.
fn lines(text: &str) -> Vec<String> {
    split(text)
        .map(|line| match ending(line) {
            "" => line.to_owned(),
            _ => format!("{}\n", content(line)),
        })
        .collect()
}

/// Words, runs of spaces, and line ends.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let kind = |c: char| (c == '\n', c.is_whitespace());
        let end = rest
            .find(|c| kind(c) != kind(first) || c == '\n')
            .filter(|end| *end > 0);
        let end = if first == '\n' { 1 } else { end.unwrap_or(rest.len()) };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

#[derive(Default)]
struct Found {
    done: Vec<Line>,
    open: Vec<Piece>,
}

impl Found {
    fn push<T: AsRef<str>>(&mut self, texts: &[T], change: Change) {
        for text in texts.iter().map(AsRef::as_ref) {
            let plain = content(text);
            if !plain.is_empty() {
                match self.open.last_mut().filter(|last| last.change == change) {
                    Some(last) => last.text.push_str(plain),
                    None => self.open.push(Piece {
                        text: plain.to_owned(),
                        change,
                    }),
                }
            }
            if text.ends_with('\n') {
                let pieces = std::mem::take(&mut self.open);
                self.done.push(Line {
                    pieces,
                    end: Some(change),
                });
            }
        }
    }

    fn changed(&mut self, old: &[String], new: &[String]) {
        let [old_words, new_words] =
            [old, new].map(|lines| lines.iter().flat_map(|line| words(line)).collect::<Vec<_>>());
        if old.is_empty() || new.is_empty() || old_words.len() > WORDS || new_words.len() > WORDS {
            return self.apart(old, new);
        }
        let hunks = hunks(&old_words, &new_words);
        let gone: usize = hunks.iter().map(|hunk| spoken(&old_words[hunk.old.clone()])).sum();
        let all = spoken(&old_words);
        let most = all.max(spoken(&new_words));
        if (all - gone) * 4 < most {
            return self.apart(old, new);
        }
        let mut at = 0;
        for hunk in hunks {
            self.push(&old_words[at..hunk.old.start], Change::Same);
            at = hunk.old.end;
            self.push(&old_words[hunk.old], Change::Removed);
            self.push(&new_words[hunk.new], Change::Added);
        }
        self.push(&old_words[at..], Change::Same);
    }

    /// The old lines, then the new ones.
    fn apart(&mut self, old: &[String], new: &[String]) {
        self.push(old, Change::Removed);
        if !self.open.is_empty() && !new.is_empty() {
            let pieces = std::mem::take(&mut self.open);
            self.done.push(Line { pieces, end: None });
        }
        self.push(new, Change::Added);
    }

    fn finish(mut self) -> Vec<Line> {
        if !self.open.is_empty() {
            self.done.push(Line {
                pieces: self.open,
                end: None,
            });
        }
        self.done
    }
}

/// How many of these are words.
fn spoken(words: &[&str]) -> usize {
    words
        .iter()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(lines: &[Line]) -> Vec<String> {
        let mark = |piece: &Piece| match piece.change {
            Change::Same => piece.text.clone(),
            Change::Added => format!("+{}+", piece.text),
            Change::Removed => format!("-{}-", piece.text),
        };
        lines
            .iter()
            .map(|line| line.pieces.iter().map(mark).collect())
            .collect()
    }

    fn side(lines: &[Line], other: Change) -> String {
        let mut text = String::new();
        for line in lines {
            let pieces = line.pieces.iter().filter(|piece| piece.change != other);
            text.extend(pieces.map(|piece| piece.text.as_str()));
            if line.end.is_some_and(|end| end != other) {
                text.push('\n');
            }
        }
        text
    }

    #[test]
    fn words_that_differ_are_marked_inside_their_line() {
        let lines = difference(
            "## Action\nI asked for the numbers.\nEnd\n",
            "## Action\r\nI asked her for numbers.\r\nEnd\r\n",
        );
        assert_eq!(shown(&lines), ["## Action", "I asked +her +for- the- numbers.", "End"]);
        assert!(lines[0].same() && !lines[1].same());
    }

    #[test]
    fn lines_with_nothing_in_common_stand_one_above_the_other() {
        let lines = difference("one two three\nx", "four five six\nx");
        assert_eq!(shown(&lines), ["-one two three-", "+four five six+", "x"]);
        assert_eq!(shown(&difference("a\n", "a\n\nb\n")), ["a", "", "+b+"]);
    }

    #[test]
    fn large_texts_are_compared_by_line() {
        let old: String = (0..30_000).map(|n| format!("{n} words on a line\n")).collect();
        let new = old.replace("words", "other");
        let lines = difference(&old, &new);
        assert_eq!(lines.len(), 60_000);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_difference(old in "([a-c ]{0,6}\n?){0,6}", new in "([a-c ]{0,6}\n?){0,6}") {
            let lines = difference(&old, &new);
            prop_assert_eq!(side(&lines, Change::Added), old);
            prop_assert_eq!(side(&lines, Change::Removed), new);
        }
    }
}
