//! Where a caret goes within a line, the same in every field and in the editor.
//!
//! Characters are what a person calls so; words are runs of letters and digits, as readline has them.

use unicode_segmentation::UnicodeSegmentation;

use crate::keys::action::Caret;

/// Where the caret goes from a place of a line; none for a way that leaves lines. Places are counted in bytes.
pub(super) fn place(line: &str, at: usize, to: Caret) -> Option<usize> {
    let (before, behind) = line.split_at(at);
    Some(match to {
        Caret::Left => at - before.graphemes(true).next_back().map_or(0, str::len),
        Caret::Right => at + behind.graphemes(true).next().map_or(0, str::len),
        Caret::WordLeft => at - run(before.graphemes(true).rev(), letter),
        Caret::WordRight => at + run(behind.graphemes(true), letter),
        Caret::Blank => at - run(before.graphemes(true).rev(), |grapheme| !blank(grapheme)),
        Caret::LineStart => 0,
        Caret::LineEnd => line.len(),
        Caret::Up | Caret::Down | Caret::PageUp | Caret::PageDown | Caret::Top | Caret::Bottom => return None,
    })
}

/// The bytes of what is no part of a word, and of the word behind it.
fn run<'a>(graphemes: impl Iterator<Item = &'a str>, part: impl Fn(&str) -> bool) -> usize {
    let mut inside = false;
    let passed = graphemes.take_while(|grapheme| {
        let before = inside;
        inside |= part(grapheme);
        !before || part(grapheme)
    });
    passed.map(str::len).sum()
}

fn letter(grapheme: &str) -> bool {
    grapheme.starts_with(char::is_alphanumeric)
}

fn blank(grapheme: &str) -> bool {
    grapheme.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every place the caret comes to on its way through a line.
    fn way(line: &str, from: usize, to: Caret) -> Vec<usize> {
        let mut places = vec![from];
        while let Some(next) = place(line, places[places.len() - 1], to)
            && next != places[places.len() - 1]
        {
            places.push(next);
        }
        places
    }

    #[test]
    fn words_begin_and_end_where_readline_has_them() {
        let line = "  it's  a\u{301}b, c-d ";
        assert_eq!(way(line, line.len(), Caret::WordLeft), vec![18, 16, 14, 8, 5, 2, 0]);
        assert_eq!(way(line, 0, Caret::WordRight), vec![0, 4, 6, 12, 15, 17, 18]);
        assert_eq!(way(line, line.len(), Caret::Blank), vec![18, 14, 8, 2, 0]);
    }

    proptest! {
        #[test]
        fn a_caret_always_stands_between_characters(line in "[a-z ,é👩\u{200d}💻🇩🇪面\u{301}]{0,30}") {
            let bounds: Vec<usize> = line.grapheme_indices(true).map(|(at, _)| at).chain([line.len()]).collect();
            for at in bounds.iter().copied() {
                for to in [Caret::Left, Caret::Right, Caret::WordLeft, Caret::WordRight, Caret::Blank] {
                    let next = place(&line, at, to).unwrap_or(at);
                    prop_assert!(bounds.contains(&next), "{line:?} {at} {to:?}");
                    let onward = matches!(to, Caret::Right | Caret::WordRight);
                    prop_assert!(next == at || (next > at) == onward);
                }
            }
        }
    }
}
