//! Quotes and brackets of YAML, and where they are closed.

use std::ops::Range;

use super::lines::{content, first_line};

/// How long a quoted scalar is that the text begins with.
pub fn quoted_length(text: &str) -> Option<usize> {
    let mark = text.chars().next()?;
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && mark == '"' {
            chars.next();
        } else if c == mark {
            if mark == '\'' && chars.peek().is_some_and(|(_, next)| *next == mark) {
                chars.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}

/// The outermost items of a value in brackets that the text begins with, and how long that value is.
pub fn brackets(text: &str) -> Option<(Vec<Range<usize>>, usize)> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut item: Option<Range<usize>> = None;
    let (mut depth, mut at, mut before, mut mark) = (0_usize, 0, ' ', ' ');
    while let Some(c) = text[at..].chars().next() {
        let from = at;
        at += c.len_utf8();
        if c == '#' && before.is_whitespace() {
            at = from + content(first_line(&text[from..])).len();
            before = '\n';
            continue;
        }
        match c {
            '"' | '\'' if "[{,:".contains(mark) => at = from + quoted_length(&text[from..])?,
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        before = c;
        if !c.is_whitespace() {
            mark = c;
        }
        if depth == 0 || depth == 1 && c == ',' {
            items.extend(item.take());
        } else if !c.is_whitespace() && from > 0 {
            item.get_or_insert(from..at).end = at;
        }
        if depth == 0 {
            return Some((items, at));
        }
    }
    None
}
