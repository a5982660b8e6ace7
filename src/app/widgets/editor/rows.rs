//! Text laid out in rows as text is: broken at blanks, with its marks shown only where it is edited.
//!
//! A heading is shown without its `##` and a key point without its `**`, unless the caret is in that line: there every
//! character that is typed is seen. No row but the first of a line begins with a blank, a comma or a full stop, and marks
//! never part from the word they stand at.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::markup::markdown::heading;

/// A character of a line as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// The character.
    pub text: &'a str,
    /// Where it begins in the line, in code points.
    pub at: usize,
    /// Whether it is drawn bold: of a heading, or between `**`.
    pub strong: bool,
    /// Its columns.
    pub columns: usize,
}

/// A line laid out at a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid<'a> {
    /// What is shown of it.
    pub glyphs: Vec<Glyph<'a>>,
    /// The rows from the top, each a range of these; never empty.
    pub rows: Vec<Range<usize>>,
    /// Columns that rows behind the first are indented by.
    pub indent: usize,
    /// The code points of the line.
    len: usize,
}

/// What does not begin a row.
const CLOSING: [char; 16] = [
    ',', '.', ';', ':', '!', '?', ')', ']', '}', '%', '\u{2019}', '\u{201d}', '、', '。', '，', '」',
];

impl<'a> Laid<'a> {
    /// Lays a line out; `raw` shows its marks.
    pub fn new(line: &'a str, columns: usize, raw: bool) -> Laid<'a> {
        let columns = columns.max(4);
        let glyphs = glyphs(line, raw);
        let indent = indent(line);
        let indent = if indent * 2 > columns { 0 } else { indent };
        let rows = rows(&glyphs, columns, indent);
        let len = line.chars().count();
        Laid {
            glyphs,
            rows,
            indent,
            len,
        }
    }

    /// The columns a row begins at.
    pub fn begins(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.indent }
    }

    /// The row and the column of a place in the line, in code points.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let glyph = self.glyphs.iter().position(|glyph| glyph.at >= at);
        let glyph = glyph.unwrap_or(self.glyphs.len());
        let row = self.rows.iter().rposition(|row| row.start <= glyph).unwrap_or(0);
        (row, self.begins(row) + self.width(self.rows[row].start..glyph))
    }

    /// The place in the line at a column of a row, the nearest there is, in code points.
    pub fn at(&self, row: usize, column: usize) -> usize {
        let row = row.min(self.rows.len() - 1);
        let mut reached = self.begins(row);
        let range = self.rows[row].clone();
        for glyph in &self.glyphs[range.clone()] {
            if reached + glyph.columns > column {
                return glyph.at;
            }
            reached += glyph.columns;
        }
        if range.end < self.glyphs.len() {
            // The end of a row is the place before what the next begins with.
            return self.glyphs[range.end.saturating_sub(1).max(range.start)].at;
        }
        self.len
    }

    fn width(&self, range: Range<usize>) -> usize {
        self.glyphs[range].iter().map(|glyph| glyph.columns).sum()
    }
}

/// What is shown of a line.
fn glyphs(line: &str, raw: bool) -> Vec<Glyph<'_>> {
    let head = heading(line);
    let hidden = match head {
        Some(title) if !raw => line.len() - line.trim_start_matches(['#', ' ', '\t']).len().max(title.len()),
        _ => 0,
    };
    let mut shown = Vec::new();
    let mut strong = false;
    let mut at = 0;
    let mut star: Option<usize> = None;
    for (byte, text) in line.grapheme_indices(true) {
        let here = at;
        at += text.chars().count();
        if byte < hidden {
            continue;
        }
        if let Some(end) = star {
            if byte < end {
                if raw {
                    shown.push(glyph(text, here, true));
                }
                continue;
            }
            star = None;
        }
        if line[byte..].starts_with("**") && (strong || line[byte + 2..].contains("**")) {
            strong = !strong;
            star = Some(byte + 2);
            if raw {
                shown.push(glyph(text, here, true));
            }
            continue;
        }
        shown.push(glyph(text, here, strong || head.is_some()));
    }
    shown
}

fn glyph(text: &str, at: usize, strong: bool) -> Glyph<'_> {
    // A tab is as wide as what it is shown as.
    let columns = if text == "\t" { 4 } else { text.width() };
    Glyph {
        text,
        at,
        strong,
        columns,
    }
}

/// Where the text of a line begins behind its indent and list mark.
fn indent(line: &str) -> usize {
    let text = line.trim_start_matches(' ');
    let marked = ["- ", "* ", "+ "].iter().any(|mark| text.starts_with(mark));
    line.len() - text.len() + if marked { 2 } else { 0 }
}

fn rows(glyphs: &[Glyph], columns: usize, indent: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut room) = (0, columns);
    let mut at = 0;
    while at < glyphs.len() {
        let (word, next) = word(glyphs, at);
        if at > start && wider(&glyphs[start..word], room) && !wider(&glyphs[at..word], columns - indent) {
            rows.push(start..at);
            (start, room) = (at, columns - indent);
        }
        // A word longer than a row is broken where the row ends.
        while wider(&glyphs[start..word], room) {
            let end = fitting(glyphs, start, room);
            rows.push(start..end);
            (start, room) = (end, columns - indent);
        }
        at = next;
    }
    rows.push(start..glyphs.len());
    rows
}

/// Whether these take more columns than there are. It looks no further than it has to: a word may be a megabyte.
fn wider(glyphs: &[Glyph], columns: usize) -> bool {
    let mut used = 0;
    glyphs.iter().any(|glyph| {
        used += glyph.columns;
        used > columns
    })
}

/// Where the word ends that stands at a place, and where the next begins: at what may begin a row.
fn word(glyphs: &[Glyph], at: usize) -> (usize, usize) {
    let blank = |glyph: &Glyph| glyph.text.starts_with(char::is_whitespace);
    let mut end = at;
    loop {
        while glyphs.get(end).is_some_and(blank) {
            end += 1;
        }
        while glyphs.get(end).is_some_and(|glyph| !blank(glyph)) {
            end += 1;
        }
        let mut next = end;
        while glyphs.get(next).is_some_and(blank) {
            next += 1;
        }
        match glyphs.get(next) {
            Some(glyph) if glyph.text.starts_with(CLOSING) => end = next,
            _ => return (end, next),
        }
    }
}

/// As many characters as fit, one at least, and the blanks behind them; what closes a word stays with what it closes.
fn fitting(glyphs: &[Glyph], start: usize, room: usize) -> usize {
    let mut used = 0;
    let mut end = start;
    while let Some(glyph) = glyphs.get(end) {
        if used + glyph.columns > room && end > start {
            break;
        }
        used += glyph.columns;
        end += 1;
    }
    let begins = |at: &usize| {
        let glyph = glyphs.get(*at);
        glyph.is_some_and(|glyph| !glyph.text.starts_with(CLOSING) && !glyph.text.starts_with(char::is_whitespace))
    };
    let mut end = (start + 1..=end).rev().find(begins).unwrap_or(end);
    while glyphs
        .get(end)
        .is_some_and(|glyph| glyph.text.starts_with(char::is_whitespace))
    {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(line: &str, columns: usize, raw: bool) -> Vec<String> {
        let laid = Laid::new(line, columns, raw);
        let text = |row: &Range<usize>| laid.glyphs[row.clone()].iter().map(|glyph| glyph.text).collect();
        laid.rows.iter().map(text).collect()
    }

    #[test]
    fn a_word_of_a_megabyte_is_laid_out_at_once() {
        let rows = Laid::new(&"x".repeat(1_000_000), 100, true).rows;
        assert_eq!(rows.len(), 10_000);
        assert!(rows.iter().all(|row| row.len() == 100));
    }

    #[test]
    fn rows_break_at_blanks_and_a_comma_stays_with_its_word() {
        assert_eq!(shown("asked for it, twice", 13, true), ["asked for it, ", "twice"]);
        assert_eq!(shown("one two , three", 7, true), ["one ", "two , ", "three"]);
        assert_eq!(shown("abcdefgh", 5, true), ["abcde", "fgh"]);
        assert_eq!(shown("", 5, true), [""]);
    }

    #[test]
    fn marks_are_shown_only_where_they_are_edited_and_never_alone() {
        assert_eq!(shown("## What I did", 20, false), ["What I did"]);
        assert_eq!(shown("## What I did", 20, true), ["## What I did"]);
        assert_eq!(shown("we **cut it** in half", 12, false), ["we cut it in ", "half"]);
        assert_eq!(shown("we **cut it** in half", 12, true), ["we **cut ", "it** in half"]);
        assert_eq!(
            shown("two ** stars", 20, false),
            ["two ** stars"],
            "they are not a pair"
        );
        let laid = Laid::new("a **b**", 20, false);
        assert_eq!(
            laid.glyphs.iter().map(|glyph| glyph.strong).collect::<Vec<_>>(),
            [false, false, true]
        );
    }

    #[test]
    fn the_rest_of_a_list_item_stands_below_its_text() {
        let laid = Laid::new("- asked for the numbers", 14, true);
        assert_eq!((laid.indent, laid.rows.len()), (2, 2));
        assert_eq!(laid.place(12), (1, 2));
        assert_eq!(laid.at(1, 2), 12);
    }

    fn line() -> impl Strategy<Value = String> {
        "[a-c ,.*#面é-]{0,60}"
    }

    proptest! {
        #[test]
        fn a_comma_or_a_full_stop_stays_in_the_row_of_its_word(
            line in "([a-c*]{1,6}( ?[,.])? {1,2}){0,12}",
            columns in 10..30_usize,
            raw in any::<bool>(),
        ) {
            for row in shown(&line, columns, raw).into_iter().skip(1) {
                prop_assert!(!row.starts_with([',', '.']), "{row:?}");
            }
        }

        #[test]
        fn no_row_is_too_wide_or_begins_with_a_blank(line in line(), columns in 6..30_usize, raw in any::<bool>()) {
            let laid = Laid::new(&line, columns, raw);
            let ends: Vec<usize> = laid.rows.iter().map(|row| row.end).collect();
            let starts: Vec<usize> = laid.rows.iter().map(|row| row.start).collect();
            prop_assert_eq!(starts[0], 0);
            prop_assert_eq!(&starts[1..], &ends[..ends.len() - 1]);
            prop_assert_eq!(ends[ends.len() - 1], laid.glyphs.len());
            for (n, row) in laid.rows.iter().enumerate() {
                let text: String = laid.glyphs[row.clone()].iter().map(|glyph| glyph.text).collect();
                prop_assert!(laid.begins(n) + text.trim_end().width() <= columns, "{text:?} in {columns}");
                prop_assert!(n == 0 || !text.starts_with(' '), "{text:?}");
            }
        }

        #[test]
        fn every_place_of_a_line_that_is_edited_has_a_row_and_is_found_there_again(line in line(), columns in 6..30_usize) {
            let laid = Laid::new(&line, columns, true);
            for glyph in &laid.glyphs {
                let (row, column) = laid.place(glyph.at);
                prop_assert!(laid.rows[row].contains(&laid.glyphs.iter().position(|one| one == glyph).unwrap_or(0)));
                prop_assert_eq!(laid.at(row, column), glyph.at);
            }
            prop_assert_eq!(laid.place(line.chars().count()).0, laid.rows.len() - 1);
        }
    }
}
