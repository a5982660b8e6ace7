//! A look through YAML before the parser: how deep it is nested, whether it has anchors, and which words want quotes.
//!
//! The parser needs seconds and much memory for hostile nesting, so something must look first. To refuse only what the
//! parser would find, it goes from token to token as the parser's own scanner does (libyaml's `scanner.c`): it knows
//! quotes, comments, plain texts over several lines and block texts, and stops where the parser stops.

use std::ops::Range;

use super::cursor::Cursor;
use crate::markup::closed::quoted_length;
use crate::markup::loose::{Stands, block_header, is_anchor, loose};

/// How deep YAML may be nested.
pub(super) const DEPTH: usize = 64;

/// Bytes from which on a key is too long to be one, as the parser has it.
const LONGEST_KEY: usize = 1024;

/// Why a text is not given to the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is nested deeper than [`DEPTH`] levels.
    TooDeep,
    /// It has an anchor or an alias.
    Anchor,
}

/// Words that want quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Loose {
    /// Their place.
    pub(super) at: Range<usize>,
    /// Where their key begins, if it is no key of prose: then the value is odd.
    pub(super) odd: Option<usize>,
}

/// Looks through a text; answers with the words that want quotes.
///
/// # Errors
/// What is refused, and where it stands, in bytes.
pub(super) fn scan(text: &str) -> Result<Vec<Loose>, (Refused, usize)> {
    let mut scanner = Scanner::new(text);
    while scanner.token()? {}
    Ok(scanner.loose)
}

/// What may turn out to be the key of a mapping.
#[derive(Clone, Copy)]
struct Key {
    line: usize,
    column: usize,
    at: usize,
    end: usize,
}

struct Scanner<'t> {
    cursor: Cursor<'t>,
    /// The columns of the lists and mappings in block style that are open.
    indents: Vec<usize>,
    /// How many brackets are open.
    flow: usize,
    key_may_begin: bool,
    key: Option<Key>,
    loose: Vec<Loose>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str) -> Scanner<'t> {
        Scanner {
            cursor: Cursor::new(text),
            indents: Vec::new(),
            flow: 0,
            key_may_begin: true,
            key: None,
            loose: Vec::new(),
        }
    }

    /// Goes over one token; false at the end, and where the parser stops with an error.
    fn token(&mut self) -> Result<bool, (Refused, usize)> {
        self.skip_to_token();
        let column = self.cursor.column();
        if self.flow == 0 {
            self.indents.retain(|indent| *indent <= column);
        }
        let Some(byte) = self.cursor.byte(0) else {
            return Ok(false);
        };
        let indicates = self.flow > 0 || self.cursor.blank_at(1);
        match byte {
            _ if column == 0 && self.document_marker() => self.document(3),
            b'%' if column == 0 => self.document(self.cursor.rest_of_line().len()),
            b'[' | b'{' => {
                self.begin_key(column);
                self.flow += 1;
                self.not_too_deep()?;
                self.next(true);
            }
            b']' | b'}' => {
                self.flow = self.flow.saturating_sub(1);
                self.next(false);
            }
            b',' => self.next(true),
            b'-' if self.cursor.blank_at(1) => return self.entry(column),
            b'?' if indicates => return self.complex_key(column),
            b':' if indicates => return self.value(column),
            b'&' | b'*' if is_anchor(self.cursor.rest_of_line()) => {
                return Err((Refused::Anchor, self.cursor.at));
            }
            b'!' => {
                self.begin_key(column);
                self.cursor.skip_while(|c| !c.is_whitespace());
            }
            b'|' | b'>' if self.flow == 0 => return Ok(self.block_text()),
            b'\'' | b'"' => return Ok(self.quoted(column)),
            _ if self.begins_plain(byte) => return Ok(self.plain(column)),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn indent(&self) -> Option<usize> {
        self.indents.last().copied()
    }

    /// Goes over one byte that is a token.
    fn next(&mut self, key_may_begin: bool) {
        self.key_may_begin = key_may_begin;
        if self.flow == 0 && key_may_begin {
            self.key = None;
        }
        self.cursor.at += 1;
    }

    fn skip_to_token(&mut self) {
        loop {
            let tabs = self.flow > 0 || !self.key_may_begin;
            self.cursor.skip_while(|c| c == ' ' || c == '\t' && tabs);
            if self.cursor.byte(0) == Some(b'#') {
                self.cursor.at += self.cursor.rest_of_line().len();
            }
            match self.cursor.break_at(0) {
                0 => return,
                length => self.cursor.go_to(self.cursor.at + length),
            }
            self.key_may_begin |= self.flow == 0;
        }
    }

    fn document_marker(&self) -> bool {
        let rest = self.cursor.rest();
        (rest.starts_with("---") || rest.starts_with("...")) && self.cursor.blank_at(3)
    }

    fn document(&mut self, length: usize) {
        self.indents.clear();
        self.key = None;
        self.key_may_begin = false;
        self.cursor.at += length;
    }

    fn not_too_deep(&self) -> Result<(), (Refused, usize)> {
        if self.indents.len() + self.flow > DEPTH {
            return Err((Refused::TooDeep, self.cursor.at));
        }
        Ok(())
    }

    fn begin_block(&mut self, column: usize) -> Result<(), (Refused, usize)> {
        if self.indent().is_none_or(|indent| indent < column) {
            self.indents.push(column);
        }
        self.not_too_deep()
    }

    fn begin_key(&mut self, column: usize) {
        if self.flow == 0 && self.key_may_begin {
            self.key = Some(Key {
                line: self.cursor.line,
                column,
                at: self.cursor.at,
                end: self.cursor.at,
            });
        }
        self.key_may_begin = false;
    }

    /// The dash of a list entry.
    fn entry(&mut self, column: usize) -> Result<bool, (Refused, usize)> {
        if self.flow == 0 {
            if !self.key_may_begin {
                return Ok(false);
            }
            self.begin_block(column)?;
        }
        self.next(true);
        self.words(Stands::InList, column, None);
        Ok(true)
    }

    fn complex_key(&mut self, column: usize) -> Result<bool, (Refused, usize)> {
        if self.flow == 0 {
            if !self.key_may_begin {
                return Ok(false);
            }
            self.begin_block(column)?;
        }
        self.next(self.flow == 0);
        Ok(true)
    }

    /// The colon between a key and its value.
    fn value(&mut self, column: usize) -> Result<bool, (Refused, usize)> {
        if self.flow > 0 {
            self.next(false);
            return Ok(true);
        }
        let fresh = |key: &Key| key.line == self.cursor.line && self.cursor.at - key.at <= LONGEST_KEY;
        let Some(key) = self.key.take().filter(fresh) else {
            if !self.key_may_begin {
                return Ok(false);
            }
            self.begin_block(column)?;
            self.next(true);
            return Ok(true);
        };
        self.begin_block(key.column)?;
        self.next(false);
        let name = self.cursor.between(key.at, key.end).trim_matches(['"', '\'']);
        let stands = Stands::Behind(name);
        self.words(stands, key.column, (!stands.prose()).then_some(key.at));
        Ok(true)
    }

    /// Goes over a value that is words which want quotes, if one follows on this line.
    fn words(&mut self, stands: Stands, column: usize, odd: Option<usize>) {
        let rest = self.cursor.rest();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if self.flow > 0 || self.cursor.break_at(blanks) > 0 {
            return;
        }
        if let Some(length) = loose(&rest[blanks..], stands, column) {
            let start = self.cursor.at + blanks;
            let at = start..start + length;
            self.loose.push(Loose { at, odd });
            self.cursor.go_to(start + length);
            self.key_may_begin = false;
        }
    }

    fn end_of_scalar(&mut self, end: usize) {
        if let Some(key) = self.key.as_mut().filter(|_| self.flow == 0) {
            key.end = end;
        }
    }

    /// A text in quotes; false where they are not closed.
    fn quoted(&mut self, column: usize) -> bool {
        self.begin_key(column);
        let Some(length) = quoted_length(self.cursor.rest()) else {
            return false;
        };
        self.cursor.go_to(self.cursor.at + length);
        self.end_of_scalar(self.cursor.at);
        true
    }

    fn begins_plain(&self, byte: u8) -> bool {
        match byte {
            b'-' => !matches!(self.cursor.byte(1), Some(b' ' | b'\t')),
            b'?' | b':' => self.flow == 0 && !self.cursor.blank_at(1),
            _ => !b" \t,[]{}#&*!|>'\"%@`".contains(&byte),
        }
    }

    /// A text without quotes, over as many lines as it has; false where the parser finds an odd colon.
    fn plain(&mut self, column: usize) -> bool {
        self.begin_key(column);
        let least = self.indent().map_or(0, |indent| indent + 1);
        loop {
            let document = self.cursor.column() == 0 && self.document_marker();
            if document || self.cursor.byte(0) == Some(b'#') {
                return true;
            }
            if !self.word() {
                return false;
            }
            if !self.cursor.blank_at(0) || self.cursor.byte(0).is_none() {
                return true;
            }
            while self.cursor.byte(0).is_some() && self.cursor.blank_at(0) {
                self.cursor.skip_while(|c| c == ' ' || c == '\t');
                let length = self.cursor.break_at(0);
                if length > 0 {
                    self.cursor.go_to(self.cursor.at + length);
                    self.key_may_begin = true;
                }
            }
            if self.flow == 0 && self.cursor.column() < least {
                return true;
            }
        }
    }

    /// What of a text without quotes stands up to the next blank, or to what ends the text; false for an odd colon.
    fn word(&mut self) -> bool {
        let flow = self.flow > 0;
        let begin = self.cursor.at;
        while let Some(byte) = self.cursor.byte(0).filter(|_| !self.cursor.blank_at(0)) {
            let next = self.cursor.byte(1).unwrap_or(b' ');
            let colon = byte == b':';
            if flow && colon && b",?[]{}".contains(&next) {
                return false;
            }
            if colon && self.cursor.blank_at(1) || flow && b",[]{}".contains(&byte) {
                break;
            }
            self.cursor.at += self.cursor.rest().chars().next().map_or(1, char::len_utf8);
        }
        if self.cursor.at > begin {
            self.key_may_begin = false;
            self.end_of_scalar(self.cursor.at);
        }
        true
    }

    /// A text under `|` or `>`; false where the line of the sign goes on with something else.
    fn block_text(&mut self) -> bool {
        let header = self.cursor.rest_of_line();
        let Some(more) = block_header(header) else {
            return false;
        };
        self.key = None;
        self.key_may_begin = true;
        self.cursor
            .go_to(self.cursor.at + header.len() + self.cursor.break_at(header.len()));
        let least = self.indent().map_or(0, |indent| indent + 1).max(1);
        let said = more.map(|more| self.indent().unwrap_or(0) + more);
        let widest = self.blank_lines(said.unwrap_or(usize::MAX));
        let indent = said.unwrap_or(widest.max(least));
        while self.cursor.column() == indent && self.cursor.byte(0).is_some() {
            self.cursor.at += self.cursor.rest_of_line().len();
            self.cursor.go_to(self.cursor.at + self.cursor.break_at(0));
            self.blank_lines(indent);
        }
        true
    }

    /// Goes over blank lines and the indent, of at most so many blanks, of the line after them; the widest indent met.
    fn blank_lines(&mut self, most: usize) -> usize {
        let mut widest = 0;
        loop {
            let rest = self.cursor.rest();
            let blanks = rest.len() - rest.trim_start_matches(' ').len();
            self.cursor.at += blanks.min(most - self.cursor.column().min(most));
            widest = widest.max(self.cursor.column());
            match self.cursor.break_at(0) {
                0 => return widest,
                length => self.cursor.go_to(self.cursor.at + length),
            }
        }
    }
}
