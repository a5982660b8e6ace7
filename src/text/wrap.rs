//! Breaking text into lines of so many columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::shown::{self, Shown, plain};
use crate::markup::lines::contents;

/// The lines of a text at a width, at word ends where there are any; line ends in the text are kept.
///
/// A continued list item is indented to where its text begins.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(4);
    let mut lines = Vec::new();
    for line in contents(text) {
        let shown = Shown::new(line);
        wrap_line(shown.as_str().trim_end(), columns, &mut lines);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// The same in at most so many lines: a longer text leaves out its middle, so that how it begins and what it says last,
/// which is what to do, both stay.
pub fn squeezed(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, columns);
    let most = most.max(1);
    if lines.len() <= most {
        return lines;
    }
    let first = (most / 2).max(1);
    if first < most {
        lines.drain(first..lines.len() - (most - first));
    } else {
        lines.truncate(most);
    }
    let cut = format!("{} …", lines[first - 1]);
    lines[first - 1] = if shown::columns(&cut) <= columns {
        cut
    } else {
        shown::fit(&cut, columns).into_owned()
    };
    lines
}

fn wrap_line(line: &str, columns: usize, lines: &mut Vec<String>) {
    if shown::columns(line) <= columns {
        lines.push(line.to_owned());
        return;
    }
    let hang = " ".repeat(hanging(line).min(columns / 2));
    let mut current = String::new();
    let mut width = 0;
    let mut begun = false;
    for word in line.split_word_bounds_at_blanks() {
        let word_width = shown::columns(word.trim_end());
        if begun && width + word_width > columns {
            lines.push(current.trim_end().to_owned());
            current.clone_from(&hang);
            width = hang.width();
        }
        begun |= !word.trim().is_empty();
        if plain(word) && width + word.chars().count() <= columns {
            current.push_str(word);
            width += word.chars().count();
            continue;
        }
        for grapheme in word.graphemes(true) {
            let wide = grapheme.width();
            if width + wide > columns && !grapheme.trim().is_empty() {
                lines.push(current.trim_end().to_owned());
                current.clone_from(&hang);
                width = hang.width();
            }
            current.push_str(grapheme);
            width += wide;
        }
    }
    if !current.trim().is_empty() {
        lines.push(current.trim_end().to_owned());
    }
}

/// Where the text of a line begins behind its indent and list mark.
fn hanging(line: &str) -> usize {
    let indent = line.len() - line.trim_start().len();
    let rest = line.trim_start();
    let mark = ["- ", "* ", "+ ", "· ", "○ ", "§ "]
        .iter()
        .find(|mark| rest.starts_with(**mark))
        .map_or(0, |_| 2);
    indent + mark
}

trait Blanks {
    fn split_word_bounds_at_blanks(&self) -> impl Iterator<Item = &str>;
}

impl Blanks for str {
    /// Words with the blanks behind them.
    fn split_word_bounds_at_blanks(&self) -> impl Iterator<Item = &str> {
        let mut rest = self;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let blanks = rest.len() - rest.trim_start().len();
            let word = rest[blanks..]
                .find(char::is_whitespace)
                .map_or(rest.len(), |n| n + blanks);
            let end = rest[word..]
                .find(|c: char| !c.is_whitespace())
                .map_or(rest.len(), |n| n + word);
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_whole_and_items_hang() {
        assert_eq!(wrap("- asked for the numbers", 14), ["- asked for", "  the numbers"]);
        assert_eq!(wrap("one\n\ntwo", 10), ["one", "", "two"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        assert_eq!(wrap("abcdefgh", 5), ["abcde", "fgh"]);
        assert_eq!(wrap("面接の練習", 5), ["面接", "の練", "習"]);
    }

    #[test]
    fn what_is_too_long_keeps_its_beginning_and_its_end() {
        let text = "Not saved: the disk that holds your folder has no room left at all. Make room, then ctrl-s.";
        assert_eq!(squeezed(text, 100, 1), [text]);
        assert_eq!(
            squeezed(text, 30, 3),
            ["Not saved: the disk that hold…", "at all. Make room, then", "ctrl-s."]
        );
        assert_eq!(squeezed(text, 30, 1), ["Not saved: the disk that hold…"]);
    }

    proptest! {
        #[test]
        fn a_squeezed_text_has_its_lines_and_its_columns(text in "[a-z 面-]{0,200}", columns in 8..40_usize, most in 1..5_usize) {
            let lines = squeezed(&text, columns, most);
            prop_assert!(lines.len() <= most && lines.iter().all(|line| line.width() <= columns), "{lines:?}");
        }

        #[test]
        fn no_line_is_wider_than_asked(text in "[a-z 面\u{1f600}-]{0,80}", columns in 8..40_usize) {
            for line in wrap(&text, columns) {
                prop_assert!(line.width() <= columns, "{line:?}");
            }
        }
    }
}
