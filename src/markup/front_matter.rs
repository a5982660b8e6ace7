//! Front matter as nodes, a key with its value each, so that one can change and the others stay byte for byte.
//!
//! It knows as much YAML as it takes to see where a top-level value ends. What it does not know is odd, and is left alone.

use super::closed::{brackets, quoted_length};
use super::lines::{content, ending, first_line, split};
use super::loose::{Stands, loose};
use super::scalar::{in_quotes, unquoted};

/// What a node of front matter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// A top-level key with its value.
    Key(String),
    /// Blank lines and comments between keys.
    Nothing,
    /// A line that is neither.
    Odd,
}

/// Some whole lines of front matter; all nodes together are the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// What it is.
    pub(super) kind: NodeKind,
    /// Its lines.
    pub(super) text: String,
    /// Where its value may begin: just after the colon.
    pub(super) colon: usize,
}

/// The front matter is written in a way that cannot be changed by its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsupportedYaml;

impl std::fmt::Display for UnsupportedYaml {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("its front matter is not a plain list of keys")
    }
}

impl std::error::Error for UnsupportedYaml {}

/// Cuts front matter into nodes.
pub(super) fn nodes(inner: &str) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut at = 0;
    while at < inner.len() {
        let node = first_node(&inner[at..]);
        at += node.text.len();
        match nodes.last_mut() {
            Some(last) if node.kind == NodeKind::Nothing && last.kind == NodeKind::Nothing => {
                last.text.push_str(&node.text);
            }
            _ => nodes.push(node),
        }
    }
    nodes
}

fn first_node(rest: &str) -> Node {
    let line = first_line(rest);
    let (kind, colon, end) = match key_of(content(line)) {
        Some((key, colon)) => {
            let end = lines_of_value(rest, &key, colon);
            (NodeKind::Key(key), colon, end)
        }
        None if is_nothing(line) => (NodeKind::Nothing, 0, line.len()),
        None => (NodeKind::Odd, 0, line.len()),
    };
    Node {
        kind,
        text: rest[..end].to_owned(),
        colon,
    }
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
fn lines_of_value(rest: &str, key: &str, colon: usize) -> usize {
    let first = first_line(rest).len();
    let start = value_start(rest, colon);
    let whole_lines = |end: usize| end + first_line(&rest[end..]).len();
    if let Some(length) = loose(&rest[start..], Stands::Behind(key), 0) {
        return whole_lines(start + length);
    }
    match rest[start..first].chars().next() {
        Some('"' | '\'') => quoted_length(&rest[start..]).map_or(rest.len(), |length| whole_lines(start + length)),
        Some('[' | '{') => brackets(&rest[start..]).map_or(rest.len(), |(_, length)| whole_lines(start + length)),
        Some('|' | '>') => first + indented(&rest[first..], Below::Text),
        Some('\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '#') | None => {
            first + indented(&rest[first..], Below::Items)
        }
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
    for line in split(text) {
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

impl Node {
    /// A key with its value on a line of its own.
    pub(super) fn new(key: &str, value: &str, line_end: &str) -> Node {
        Node {
            kind: NodeKind::Key(key.to_owned()),
            text: format!("{key}: {value}{line_end}"),
            colon: key.len() + 1,
        }
    }

    /// Whether it holds this key.
    pub(super) fn is(&self, key: &str) -> bool {
        matches!(&self.kind, NodeKind::Key(own) if own == key)
    }

    /// The value as it is written, comments of its first line left out where it stands on one line.
    pub(super) fn value(&self) -> &str {
        let start = value_start(&self.text, self.colon);
        self.text[start..self.value_end(start)].trim()
    }

    /// How long its value is, where that is words which run to the end of their line.
    fn loose(&self, start: usize) -> Option<usize> {
        let NodeKind::Key(key) = &self.kind else { return None };
        loose(&self.text[start..], Stands::Behind(key), 0)
    }

    /// Where the value ends; a comment that follows on its line is not part of it.
    fn value_end(&self, start: usize) -> usize {
        if let Some(length) = self.loose(start) {
            return start + length;
        }
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
        let gap = gap.to_owned();
        let (key, line_end) = (self.text[..self.colon].to_owned(), ending(first));
        self.text = format!("{key}{gap}{value}{comment}{line_end}");
        if self.loose(self.colon + gap.len()).is_some() {
            // The comment would be read as more of the words.
            self.text = format!("{key}{gap}{}{comment}{line_end}", in_quotes(value));
        }
    }

    /// The comment after the value, with the spaces before it.
    fn comment(&self, start: usize) -> &str {
        if self.loose(start).is_some() {
            return "";
        }
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
        let nodes = nodes(text);
        assert_eq!(nodes.iter().map(|node| node.text.as_str()).collect::<String>(), text);
        nodes
            .into_iter()
            .filter_map(|node| match &node.kind {
                NodeKind::Key(key) => Some((key.clone(), node.value().to_owned())),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_value_ends_where_yaml_ends_it() {
        let text = "a: 'it''s: #x' # c\n\"b\": [x, # ] no\n  'q]', {c: d}\n]\nc: |\n  # text\n  b: c\n\n# mine\nd:\n- x\n# in\n- y\n\ne: don't\n  stop # here\nf: \"two\nlines: \\\" x\" \ng :\nh: {a: \"}\"}\ntitle: 'tis x\nrole: \"a\" or: b\nz: 1\n";
        let found = keys(text);
        let names: String = found.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(names, "abcdefghtitlerolez");
        assert_eq!(found[0].1, "'it''s: #x'");
        assert!(found[1].1.ends_with("{c: d}\n]"));
        assert_eq!(found[3].1, "- x\n# in\n- y");
        assert_eq!(found[7].1, "{a: \"}\"}");
        assert_eq!((found[8].1.as_str(), found[9].1.as_str()), ("'tis x", "\"a\" or: b"));
        assert_eq!(keys("{a: 1}\n"), []);
        assert_eq!(
            nodes("? a\n").first().map(|node| node.kind.clone()),
            Some(NodeKind::Odd)
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
            ("a: x: y # z\n", "a: N\n"),
            ("a: \"x\" and y\n", "a: N\n"),
            ("title: x # y\n", "title: N\n"),
            ("title: 'x' # y\n", "title: \"N\" # y\n"),
            ("title: x: y\n  and more\n", "title: N\n"),
        ] {
            let mut node = nodes(old).remove(0);
            assert_eq!(node.text, old);
            node.set("N");
            assert_eq!(node.text, new);
        }
    }
}
