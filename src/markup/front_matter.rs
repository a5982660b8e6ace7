//! Front matter as pieces of text, a key with its value each, so that one can change and the others stay byte for byte.
//!
//! It knows as much YAML as it takes to see where a top-level value ends. What it does not know is odd, and is left alone.

use std::ops::Range;

use super::lines::{content, ending};
use super::scalar::unquoted;

/// What a piece of front matter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// A top-level key with its value.
    Key(String),
    /// Blank lines and comments between keys.
    Nothing,
    /// A line that is neither.
    Odd,
}

/// Some whole lines of front matter; all pieces together are the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it is.
    pub(super) holds: Holds,
    /// Its lines.
    pub(super) text: String,
    /// Where its value may begin: just after the colon.
    pub(super) colon: usize,
}

/// The front matter is written in a way that cannot be changed by its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPlain;

impl std::fmt::Display for NotPlain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("its front matter is not a plain list of keys")
    }
}

impl std::error::Error for NotPlain {}

/// Cuts front matter into pieces.
pub(super) fn pieces(inner: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < inner.len() {
        let piece = first_piece(&inner[at..]);
        at += piece.text.len();
        match pieces.last_mut() {
            Some(last) if piece.holds == Holds::Nothing && last.holds == Holds::Nothing => {
                last.text.push_str(&piece.text);
            }
            _ => pieces.push(piece),
        }
    }
    pieces
}

fn first_piece(rest: &str) -> Piece {
    let line = first_line(rest);
    let (holds, colon, end) = match key_of(content(line)) {
        Some((key, colon)) => (Holds::Key(key), colon, lines_of_value(rest, colon)),
        None if is_nothing(line) => (Holds::Nothing, 0, line.len()),
        None => (Holds::Odd, 0, line.len()),
    };
    Piece {
        holds,
        text: rest[..end].to_owned(),
        colon,
    }
}

pub(super) fn first_line(text: &str) -> &str {
    text.split_inclusive('\n').next().unwrap_or_default()
}

pub(super) fn is_nothing(line: &str) -> bool {
    let text = line.trim();
    text.is_empty() || text.starts_with('#')
}

/// The top-level key a line begins with, and where its value may begin.
fn key_of(line: &str) -> Option<(String, usize)> {
    let first = line.chars().next()?;
    if matches!(first, '"' | '\'') {
        let end = quoted_length(line)?;
        let spaces = line[end..].len() - line[end..].trim_start().len();
        let colon = end + spaces + 1;
        return (line[end + spaces..].starts_with(':') && ends_key(&line[colon..]))
            .then(|| (unquoted(&line[..end]), colon));
    }
    if first.is_whitespace() || "?:,[]{}#&*!|>%@`".contains(first) || is_item(line) {
        return None;
    }
    let colon = line
        .match_indices(':')
        .map(|(at, _)| at + 1)
        .find(|at| ends_key(&line[*at..]))?;
    let key = line[..colon - 1].trim_end();
    (!key.contains(" #")).then(|| (key.to_owned(), colon))
}

fn ends_key(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

pub(super) fn is_item(line: &str) -> bool {
    line == "-" || line.starts_with("- ")
}

/// How much of the text, which begins with a key, belongs to that key: whole lines.
fn lines_of_value(rest: &str, colon: usize) -> usize {
    let first = first_line(rest).len();
    let start = value_start(rest, colon);
    let whole_lines = |end: usize| end + first_line(&rest[end..]).len();
    match rest[start..first].chars().next() {
        Some('"' | '\'') => quoted_length(&rest[start..]).map_or(rest.len(), |length| whole_lines(start + length)),
        Some('[' | '{') => brackets(&rest[start..]).map_or(rest.len(), |(_, length)| whole_lines(start + length)),
        Some('|' | '>') => first + indented(&rest[first..], Below::Text),
        Some('\r' | '\n' | '#') | None => first + indented(&rest[first..], Below::Items),
        Some(_) => first + indented(&rest[first..], Below::Words),
    }
}

/// Where a value begins on the line of its key, or where that line ends.
pub(super) fn value_start(text: &str, colon: usize) -> usize {
    let rest = content(first_line(text)).get(colon..).unwrap_or_default();
    colon + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// What may follow on the lines below a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// More of a plain scalar; comments are not part of it.
    Words,
    /// A list or more keys, where items need no indent; comments are not part of it.
    Items,
    /// A block scalar, in which a comment is text.
    Text,
}

/// How much of the text belongs to the value above it: indented lines, with what is blank or a comment between them.
fn indented(text: &str, below: Below) -> usize {
    let (mut end, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() || below != Below::Text && is_nothing(line) {
            continue;
        }
        let belongs = line.starts_with([' ', '\t']) || below == Below::Items && is_item(content(line));
        if !belongs {
            break;
        }
        end = at;
    }
    end
}

/// How long a quoted scalar is that the text begins with.
pub(super) fn quoted_length(text: &str) -> Option<usize> {
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
pub(super) fn brackets(text: &str) -> Option<(Vec<Range<usize>>, usize)> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut item: Option<Range<usize>> = None;
    let (mut depth, mut at, mut before, mut mark) = (0_usize, 0, ' ', ' ');
    while let Some(c) = text[at..].chars().next() {
        let from = at;
        at += c.len_utf8();
        if c == '#' && before.is_whitespace() {
            at = from + text[from..].find('\n').unwrap_or(text.len() - from);
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

impl Piece {
    /// A key with its value on a line of its own.
    pub(super) fn new(key: &str, value: &str, line_end: &str) -> Piece {
        Piece {
            holds: Holds::Key(key.to_owned()),
            text: format!("{key}: {value}{line_end}"),
            colon: key.len() + 1,
        }
    }

    /// Whether it holds this key.
    pub(super) fn is(&self, key: &str) -> bool {
        matches!(&self.holds, Holds::Key(own) if own == key)
    }

    /// The value as it is written, comments of its first line left out where it stands on one line.
    pub(super) fn value(&self) -> &str {
        let start = value_start(&self.text, self.colon);
        self.text[start..self.value_end(start)].trim()
    }

    /// Where the value ends; a comment that follows on its line is not part of it.
    fn value_end(&self, start: usize) -> usize {
        let first = first_line(&self.text);
        let on_line = || comment_start(first, self.colon).unwrap_or(content(first).len());
        match self.text[start..].chars().next() {
            Some('"' | '\'') => quoted_length(&self.text[start..]).map_or(self.text.len(), |length| start + length),
            Some('[' | '{') => brackets(&self.text[start..]).map_or(self.text.len(), |(_, length)| start + length),
            _ if first.len() < self.text.len() => self.text.len(),
            _ => on_line().max(start.min(content(first).len())),
        }
    }

    /// Replaces the value by one on the line of the key; a comment after the old one on that line stays.
    pub(super) fn set(&mut self, value: &str) {
        let start = value_start(&self.text, self.colon);
        let first = first_line(&self.text);
        let comment = self.comment(start).to_owned();
        let gap = match &self.text[self.colon..start] {
            gap if start < content(first).len() && !gap.is_empty() && !first[start..].starts_with('#') => gap,
            _ => " ",
        };
        self.text = format!("{}{gap}{value}{comment}{}", &self.text[..self.colon], ending(first));
    }

    /// The comment after the value, with the spaces before it.
    fn comment(&self, start: usize) -> &str {
        let first = first_line(&self.text);
        let in_marks = first[start..].starts_with(['"', '\'', '[', '{']);
        if in_marks {
            let tail = content(first_line(&self.text[self.value_end(start)..]));
            return if tail.trim_start().starts_with('#') { tail } else { "" };
        }
        comment_start(first, self.colon).map_or("", |at| &content(first)[at..])
    }
}

/// Where the spaces before a comment begin, looked for from a place in the line.
pub(super) fn comment_start(line: &str, from: usize) -> Option<usize> {
    let line = content(line);
    let hash = line
        .match_indices('#')
        .map(|(at, _)| at)
        .find(|at| *at >= from && *at > 0 && line[..*at].ends_with([' ', '\t']))?;
    Some(from.max(line[..hash].trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(String, String)> {
        let pieces = pieces(text);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        pieces
            .into_iter()
            .filter_map(|piece| match &piece.holds {
                Holds::Key(key) => Some((key.clone(), piece.value().to_owned())),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_value_ends_where_yaml_ends_it() {
        let text = "a: 'it''s: #x' # c\n\"b\": [x, # ] no\n  'q]', {c: d}\n]\nc: |\n  # text\n  b: c\n\n# mine\nd:\n- x\n# in\n- y\n\ne: don't\n  stop # here\nf: \"two\nlines: \\\" x\" \ng :\nh: {a: \"}\"}\n";
        let found = keys(text);
        let names: String = found.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(names, "abcdefgh");
        assert_eq!(found[0].1, "'it''s: #x'");
        assert!(found[1].1.ends_with("{c: d}\n]"));
        assert_eq!(found[3].1, "- x\n# in\n- y");
        assert_eq!(found[7].1, "{a: \"}\"}");
        assert_eq!(keys("{a: 1}\n"), []);
        assert_eq!(
            pieces("? a\n").first().map(|piece| piece.holds.clone()),
            Some(Holds::Odd)
        );
    }

    #[test]
    fn a_new_value_keeps_key_spacing_comment_and_line_end() {
        for (old, new) in [
            ("a:   x   # why\r\n", "a:   N   # why\r\n"),
            ("a: 'x # y' # z\n", "a: N # z\n"),
            ("a: # c\n  - x\n", "a: N # c\n"),
            ("a:\n  - x\n", "a: N\n"),
            ("'a' : [x,\n y] # c\n", "'a' : N # c\n"),
            ("a: x#y\n", "a: N\n"),
            ("a:\n", "a: N\n"),
            ("a: |\n  x\n", "a: N\n"),
        ] {
            let mut piece = pieces(old).remove(0);
            assert_eq!(piece.text, old);
            piece.set("N");
            assert_eq!(piece.text, new);
        }
    }
}
