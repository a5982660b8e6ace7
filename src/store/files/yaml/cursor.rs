//! A place in a text that moves on, and the line and column it is at.

use crate::markup::lines::{break_at, content, ending, first_line, split};

/// A place in a text.
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// The place, in bytes.
    pub(super) at: usize,
    /// How many line ends are before it.
    pub(super) line: usize,
    /// The column up to `counted`, which is on the line.
    column: usize,
    counted: usize,
}

impl<'t> Cursor<'t> {
    /// At the beginning of a text.
    pub(super) fn new(text: &'t str) -> Cursor<'t> {
        Cursor {
            text,
            at: 0,
            line: 0,
            column: 0,
            counted: 0,
        }
    }

    /// What stands from here on.
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The byte so many bytes ahead.
    pub(super) fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// Whether a blank, a line end or the end of the text stands so many bytes ahead.
    pub(super) fn blank_at(&self, ahead: usize) -> bool {
        matches!(self.byte(ahead), None | Some(b' ' | b'\t')) || self.break_at(ahead) > 0
    }

    /// How many bytes the line end has that stands so many bytes ahead; 0 where none does.
    pub(super) fn break_at(&self, ahead: usize) -> usize {
        break_at(self.text, self.at + ahead)
    }

    /// What stands between two places.
    pub(super) fn between(&self, from: usize, to: usize) -> &'t str {
        &self.text[from..to]
    }

    /// What stands from here to the end of the line.
    pub(super) fn rest_of_line(&self) -> &'t str {
        content(first_line(self.rest()))
    }

    /// The column of the next character, counted in characters.
    pub(super) fn column(&mut self) -> usize {
        self.column += self.text[self.counted..self.at].chars().count();
        self.counted = self.at;
        self.column
    }

    /// Goes to a place further on, over line ends too.
    pub(super) fn go_to(&mut self, at: usize) {
        for line in split(&self.text[self.at..at]) {
            self.at += line.len();
            if !ending(line).is_empty() {
                self.line += 1;
                (self.column, self.counted) = (0, self.at);
            }
        }
    }

    /// Goes over the characters that are wanted, none of which ends a line.
    pub(super) fn skip_while(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
    }
}
