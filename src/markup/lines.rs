//! Where two sequences of lines or words differ, and which line end a text uses.

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

/// A line with its line end taken off.
pub(crate) fn content(line: &str) -> &str {
    let line_end = ending(line);
    &line[..line.len() - line_end.len()]
}

/// The line end a line has: `\r\n`, `\n`, or none.
pub(super) fn ending(line: &str) -> &str {
    match line {
        _ if line.ends_with("\r\n") => "\r\n",
        _ if line.ends_with('\n') => "\n",
        _ => "",
    }
}

/// The line end most lines of a text have; `\n` where there are as many of both.
pub(super) fn usual_ending(text: &str) -> &'static str {
    let all = text.matches('\n').count();
    let long = text.matches("\r\n").count();
    if long > all - long { "\r\n" } else { "\n" }
}

/// The typed lines, with the line ends of the old lines where they are the same.
pub(super) fn with_line_ends(old: &str, typed: &str, usual: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
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
            body.push_str(end.unwrap_or(usual));
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
        assert_eq!(usual_ending(""), "\n");
        assert_eq!((content("a\r\r\n"), ending("a\r")), ("a\r", ""));
    }

    #[test]
    fn new_lines_end_like_most_lines_and_old_ones_as_they_did() {
        let mut document = Document::parse("---\r\nid: a\r\n---\r\none\ntwo\r\nthree");
        document.set_body("one\nnew\ntwo\nthree\nlast");
        assert_eq!(document.body(), "one\nnew\r\ntwo\r\nthree\r\nlast");
    }
}
