//! The lines of a text and what ends them, and where two sequences of lines or words differ.

use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A run in which two sequences differ; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    /// Its place in the old sequence.
    pub(super) old: Range<usize>,
    /// Its place in the new one.
    pub(super) new: Range<usize>,
}

/// The runs in which two sequences differ, in order, with something equal between any two of them.
///
/// The search is the bounded one of `similar`, so that texts with nothing in common cost little too.
pub(super) fn hunks<T: Hash + Eq + Ord>(old: &[T], new: &[T]) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match hunks.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => hunks.push(Hunk { old, new }),
        }
    }
    hunks
}

/// What ends a line, as YAML has it: the two of Windows first, then those of Unix, of old Macs and of mainframes, and the
/// line and paragraph separators of Unicode.
const ENDINGS: [&str; 6] = ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"];

/// The lines of a text, each with what ends it; all of them together are the text.
#[derive(Clone, Debug)]
pub struct Lines<'a>(&'a str);

/// The lines of a text, each with what ends it.
pub fn split(text: &str) -> Lines<'_> {
    Lines(text)
}

/// The first line of a text, with what ends it.
pub fn first_line(text: &str) -> &str {
    split(text).next().unwrap_or_default()
}

/// The lines of a text without what ends them.
pub fn contents(text: &str) -> impl Iterator<Item = &str> + Clone {
    split(text).map(content)
}

/// How many line ends a text has.
pub fn breaks(text: &str) -> usize {
    split(text).filter(|line| !ending(line).is_empty()).count()
}

/// How many bytes the line end has that begins at a place of a text; 0 where none does.
pub fn break_at(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..] | [0xc2, 0x85, ..]) => 2,
        Some([b'\n' | b'\r', ..]) => 1,
        Some([0xe2, 0x80, 0xa8 | 0xa9, ..]) => 3,
        _ => 0,
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.0.is_empty() {
            return None;
        }
        let may_begin = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2);
        let mut end = 0;
        loop {
            let Some(ahead) = self.0.as_bytes()[end..].iter().position(may_begin) else {
                end = self.0.len();
                break;
            };
            end += ahead;
            match break_at(self.0, end) {
                0 => end += 1,
                length => {
                    end += length;
                    break;
                }
            }
        }
        let (line, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(line)
    }
}

/// A line with its line end taken off.
pub fn content(line: &str) -> &str {
    let line_end = ending(line);
    &line[..line.len() - line_end.len()]
}

/// The line end a line has; none where it is the last one and not ended.
pub fn ending(line: &str) -> &'static str {
    let ends = |end: &&str| line.ends_with(*end);
    ENDINGS.into_iter().find(ends).unwrap_or_default()
}

/// The line end most lines of a text have; `\n` where two have as many.
pub fn usual_ending(text: &str) -> &'static str {
    let mut counts = [0_usize; ENDINGS.len()];
    for line in split(text) {
        if let Some(which) = ENDINGS.iter().position(|end| line.ends_with(end)) {
            counts[which] += 1;
        }
    }
    let most = counts.into_iter().max().unwrap_or(0);
    if counts[1] == most {
        return "\n";
    }
    let which = counts.iter().position(|count| *count == most).unwrap_or(1);
    ENDINGS[which]
}

/// The typed lines, with the line ends of the old lines where they are the same.
pub(super) fn with_line_ends(old: &str, typed: &str, usual: &str) -> String {
    let old: Vec<&str> = split(old).collect();
    let typed: Vec<&str> = typed.split_inclusive('\n').collect();
    let plain = |line: &&'_ str| line.strip_suffix('\n').unwrap_or(line).to_owned();
    let old_contents: Vec<String> = old.iter().map(|line| content(line).to_owned()).collect();
    let new_contents: Vec<String> = typed.iter().map(plain).collect();
    let mut ends = vec![None; typed.len()];
    let (mut at_old, mut at_new) = (0, 0);
    let last = (old.len()..old.len(), typed.len()..typed.len());
    let hunks = hunks(&old_contents, &new_contents);
    for (gap_old, gap_new) in hunks.into_iter().map(|hunk| (hunk.old, hunk.new)).chain([last]) {
        for (line, end) in old[at_old..gap_old.start].iter().zip(&mut ends[at_new..gap_new.start]) {
            *end = Some(ending(line)).filter(|end| !end.is_empty());
        }
        (at_old, at_new) = (gap_old.end, gap_new.end);
    }
    let mut body = String::new();
    for ((typed, line), end) in typed.iter().zip(&new_contents).zip(ends) {
        let pasted = end.is_none() && typed.ends_with("\r\n");
        body.push_str(if pasted { &line[..line.len() - 1] } else { line });
        if typed.ends_with('\n') {
            let end = end.unwrap_or(usual);
            // Two line ends must not become one.
            let one = line.is_empty() && end == "\n" && body.ends_with('\r');
            body.push_str(if one { "\r" } else { end });
        }
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::document::Document;

    #[test]
    fn the_runs_that_differ_are_apart() {
        let hunks = hunks(&["a", "b", "c", "d"], &["a", "x", "y", "c"]);
        assert_eq!(hunks, [Hunk { old: 1..2, new: 1..3 }, Hunk { old: 3..4, new: 4..4 }]);
    }

    #[test]
    fn the_usual_line_end_is_that_of_most_lines() {
        assert_eq!(usual_ending("a\r\nb\nc\r\n"), "\r\n");
        assert_eq!(usual_ending("a\r\nb\n"), "\n");
        assert_eq!(usual_ending("a\rb\u{85}c\r"), "\r");
        assert_eq!(usual_ending(""), "\n");
    }

    #[test]
    fn every_line_end_ends_a_line_and_the_lines_are_the_text() {
        let text = "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}\r\r\n\nÅ……h";
        let lines: Vec<&str> = split(text).collect();
        assert_eq!(lines.concat(), text);
        let said: Vec<&str> = contents(text).collect();
        assert_eq!(said, ["a", "b", "c", "d", "e", "f", "", "", "", "Å……h"]);
        assert_eq!(breaks(text), 9);
        assert_eq!((content("a\r\r\n"), ending("a\r"), ending("a")), ("a\r", "\r", ""));
    }

    #[test]
    fn two_line_ends_of_different_kinds_do_not_become_one() {
        assert_eq!(with_line_ends("a\rb\r\nc", "a\n\nc", "\r"), "a\r\rc");
        assert_eq!(with_line_ends("a\r\n\n", "a\n\n", "\n"), "a\r\n\n");
    }

    #[test]
    fn new_lines_end_like_most_lines_and_old_ones_as_they_did() {
        let mut document = Document::parse("---\r\nid: a\r\n---\r\none\ntwo\r\nthree");
        document.set_body("one\nnew\ntwo\nthree\nlast");
        assert_eq!(document.body(), "one\nnew\r\ntwo\r\nthree\r\nlast");
    }
}
