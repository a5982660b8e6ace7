//! An answer as the rules see it: its lines with their parts, its sentences and words, each with the bytes they stand at.

use std::ops::Range;

use crate::domain::answer::sections::SectionReader;
use crate::domain::part::Part;
use crate::markup::lines::{content, split};
use crate::markup::markdown::{bullet, heading};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but blanks.
    Blank,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// Prose, or what goes on from an item above.
    Prose,
    /// Code, a table, a rule: read by nobody.
    Passed,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its bytes, without its line end and the blanks around it.
    pub(super) bytes: Range<usize>,
    /// The bytes of what is said in it, behind a list sign or the name of a part.
    pub(super) said: Range<usize>,
    /// The part it belongs to.
    pub(super) part: Option<Part>,
    /// What it is.
    pub(super) kind: Kind,
}

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its bytes.
    pub(super) bytes: Range<usize>,
    /// Its line.
    pub(super) line: usize,
    /// Whether it begins a clause of its own: a comma or another sign stands before it.
    pub(super) behind_sign: bool,
}

/// One sentence: words that belong together.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// The places of its words.
    pub(super) words: Range<usize>,
    /// The part it belongs to.
    pub(super) part: Option<Part>,
    /// Whether it begins an item of a list.
    pub(super) item: bool,
}

/// A text read once for all rules.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// The whole text, front matter and all.
    pub(super) text: &'a str,
    /// The same with small Latin letters; every byte stands where it stood.
    low: String,
    /// The lines of the body.
    pub(super) lines: Vec<Line>,
    /// The words of its items and prose.
    pub(super) words: Vec<Word>,
    /// Its sentences.
    pub(super) sentences: Vec<Sentence>,
}

impl<'a> Told<'a> {
    /// Reads a text whose body begins at a byte.
    pub(super) fn read(text: &'a str, body: usize) -> Told<'a> {
        let mut told = Told {
            text,
            low: text.to_ascii_lowercase(),
            lines: lines(text, body),
            words: Vec::with_capacity((text.len() - body) / 5),
            sentences: Vec::new(),
        };
        for n in 0..told.lines.len() {
            told.read_line(n);
        }
        told
    }

    /// Whether a line goes on with the sentence of the line above.
    fn goes_on(&self, n: usize) -> bool {
        let line = &self.lines[n];
        let above = n.checked_sub(1).map(|above| &self.lines[above]);
        line.kind == Kind::Prose
            && above.is_some_and(|above| {
                matches!(above.kind, Kind::Prose | Kind::Item)
                    && above.part == line.part
                    && line.said.start == line.bytes.start
            })
    }

    fn read_line(&mut self, n: usize) {
        let line = self.lines[n].clone();
        if !matches!(line.kind, Kind::Item | Kind::Prose) {
            return;
        }
        let mut open = self.goes_on(n) && self.sentences.last().is_some() && !self.ended();
        let mut behind_sign = !open;
        let mut at = line.said.start;
        while let Some((from, to)) = next_word(self.text, at, line.said.end) {
            let between = &self.text[at..from];
            if at > line.said.start && ends_sentence(between, &self.text[from..to]) {
                open = false;
            }
            behind_sign |= between.contains([',', ';', ':', '(', '—', '–', '.', '!', '?', '"', '“']);
            if !open {
                let words = self.words.len()..self.words.len();
                self.sentences.push(Sentence {
                    words,
                    part: line.part,
                    item: line.kind == Kind::Item && at == line.said.start,
                });
                open = true;
            }
            self.words.push(Word {
                bytes: from..to,
                line: n,
                behind_sign,
            });
            behind_sign = false;
            let words = self.words.len();
            if let Some(last) = self.sentences.last_mut() {
                last.words.end = words;
            }
            at = to;
        }
    }

    /// Whether the last sentence is ended by the sign behind its last word.
    fn ended(&self) -> bool {
        self.words.last().is_none_or(|word| {
            let end = self.lines[word.line].said.end;
            let behind = self.text[word.bytes.end..end].trim_end_matches(['"', '”', ')', '*', '_', ' ']);
            behind.ends_with(['.', '!', '?', ':', '。'])
        })
    }

    /// A word in small letters.
    pub(super) fn low(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| &self.low[word.bytes.clone()])
    }

    /// Whether these words follow each other from a place on.
    pub(super) fn says(&self, from: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(n, word)| self.low(from + n) == *word)
    }

    /// The bytes from one word to another.
    pub(super) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        match (
            self.words.get(words.start),
            words.end.checked_sub(1).and_then(|last| self.words.get(last)),
        ) {
            (Some(first), Some(last)) => first.bytes.start..last.bytes.end,
            _ => self.text.len()..self.text.len(),
        }
    }

    /// What stands between a word and the next one.
    pub(super) fn behind(&self, word: usize) -> &'a str {
        let Some(this) = self.words.get(word) else { return "" };
        let line_end = self.lines[this.line].said.end;
        let end = match self.words.get(word + 1) {
            Some(next) if next.line == this.line => next.bytes.start,
            _ => line_end,
        };
        &self.text[this.bytes.end..end]
    }

    /// The sentence a word is in.
    pub(super) fn sentence_of(&self, word: usize) -> Option<&Sentence> {
        let place = self.sentences.partition_point(|sentence| sentence.words.end <= word);
        self.sentences.get(place)
    }

    /// The sentences of a part.
    pub(super) fn of(&self, part: Part) -> impl Iterator<Item = &Sentence> {
        self.sentences
            .iter()
            .filter(move |sentence| sentence.part == Some(part))
    }

    /// Whether any part is named.
    pub(super) fn parted(&self) -> bool {
        self.lines.iter().any(|line| line.part.is_some())
    }
}

fn lines(text: &str, body: usize) -> Vec<Line> {
    let mut parted = SectionReader::default();
    let mut fenced = false;
    let mut at = body;
    split(&text[body..])
        .map(|whole| {
            let start = at;
            at += whole.len();
            let line = content(whole);
            let trimmed = line.trim();
            let fence = trimmed.starts_with("```");
            let passed = fence || fenced || trimmed.starts_with('|') || is_rule(trimmed);
            fenced ^= fence;
            let from = start + line.len() - line.trim_start().len();
            let bytes = from..from + trimmed.len();
            let (part, told) = if passed { (None, Some(line)) } else { parted.read(line) };
            let item = bullet(line.trim_start()).filter(|_| heading(line).is_none());
            let said = match told {
                Some(told) if told.len() < line.len() => start + line.len() - told.len(),
                _ => item.map_or(from, |item| start + line.len() - item.len()),
            };
            let kind = match told {
                _ if trimmed.is_empty() => Kind::Blank,
                _ if passed => Kind::Passed,
                None => Kind::Heading,
                Some(_) if item.is_some() => Kind::Item,
                Some(_) => Kind::Prose,
            };
            Line {
                said: said.min(bytes.end)..bytes.end,
                bytes,
                part,
                kind,
            }
        })
        .collect()
}

fn is_rule(text: &str) -> bool {
    text.len() > 2 && text.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | ' '))
}

/// The next word between two bytes: letters and digits, with what joins them inside: `don't`, `99.2`, `a_b`, `60%`.
fn next_word(text: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    let rest = &text[from..end];
    let start = from + rest.find(char::is_alphanumeric)?;
    let mut to = start;
    let mut chars = text[start..end].char_indices().peekable();
    while let Some((n, c)) = chars.next() {
        let joins = matches!(c, '\'' | '’' | '.' | ',' | '_' | '-');
        let next = chars.peek().map(|(_, next)| *next);
        let inside = joins
            && next.is_some_and(char::is_alphanumeric)
            && match c {
                '.' | ',' => {
                    text[start..start + n].ends_with(|c: char| c.is_ascii_digit())
                        && next.is_some_and(|c| c.is_ascii_digit())
                }
                _ => true,
            };
        if !c.is_alphanumeric() && !inside {
            break;
        }
        to = start + n + c.len_utf8();
    }
    Some((start, to))
}

/// Whether what stands between two words ends a sentence.
fn ends_sentence(between: &str, next: &str) -> bool {
    let Some(sign) = between.find(['.', '!', '?', '。', '！', '？']) else {
        return false;
    };
    let wide = between[sign..].starts_with(['。', '！', '？']);
    wide || between[sign..].contains([' ', '\t']) && !next.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let told = Told::read(text, 0);
        let words = |sentence: &Sentence| {
            let words: Vec<&str> = sentence
                .words
                .clone()
                .map(|word| &text[told.words[word].bytes.clone()])
                .collect();
            words.join(" ")
        };
        told.sentences.iter().map(words).collect()
    }

    #[test]
    fn sentences_end_at_signs_items_and_paragraphs_and_go_on_over_lines() {
        let text = "It took 99.2 s, e.g. on\nMondays. Then, don't ask.\n\n- one item\n- two\n  goes on\nAlice's";
        assert_eq!(
            sentences(text),
            [
                "It took 99.2 s e g on Mondays",
                "Then don't ask",
                "one item",
                "two goes on Alice's",
            ]
        );
    }

    #[test]
    fn parts_named_in_line_are_no_words_of_the_text() {
        let told = Told::read(
            "**Task:** hold the date\n- Result: held\n```\nlet x\n```\n| a | b |\n",
            0,
        );
        assert_eq!(
            sentences("**Task:** hold the date\n- Result: held\n```\nlet x\n```\n"),
            ["hold the date", "held"]
        );
        assert_eq!(told.of(Part::Result).count(), 1);
        assert!(told.parted());
    }

    #[test]
    fn every_byte_of_the_small_text_stands_where_it_stood() {
        let text = "ÄÖ İstanbul 面接 Words’ end";
        let told = Told::read(text, 0);
        assert_eq!(told.low(told.words.len() - 2), "words");
        assert_eq!(told.low.len(), text.len());
        assert_eq!(&text[told.bytes(&(0..told.words.len()))], text);
    }
}
