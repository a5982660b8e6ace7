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
pub(super) fn content(line: &str) -> &str {
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
