//! Lists in front matter, in brackets or with dashes: one item more or fewer, the others as they are.

use std::ops::Range;

use super::closed::{brackets, quoted_length};
use super::front_matter::{Node, UnsupportedYaml, comment_start, is_item, is_nothing, value_start};
use super::lines::{content, ending, first_line, split};
use super::loose::in_one_line;
use super::scalar::{Value, unquoted};

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Nowhere,
    Brackets,
    Dashes,
}

/// A list, as it stands in the text of its node.
struct Items {
    written: Written,
    /// In brackets the items themselves, with dashes their lines.
    spans: Vec<Range<usize>>,
}

impl Node {
    /// The texts of a list; none where it is no list of texts.
    pub(super) fn texts(&self) -> Vec<String> {
        let list = self.in_brackets();
        let items = list.items().map(|items| items.spans).unwrap_or_default();
        let texts = items.iter().map(|span| list.item_text(span));
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// Whether it is a list that holds this text.
    pub(super) fn has_item(&self, text: &str) -> Result<bool, UnsupportedYaml> {
        let list = self.in_brackets();
        Ok(list.place_of(&list.items()?, text).is_some())
    }

    /// Adds an item, written as it is to stand there, at the end of a list.
    pub(super) fn add_item(&mut self, item: &str) -> Result<(), UnsupportedYaml> {
        *self = self.in_brackets();
        let Items { written, spans } = self.items()?;
        match (written, spans.last()) {
            (Written::Nowhere, _) => self.set(&format!("[{item}]")),
            (Written::Brackets, Some(last)) => self.text.insert_str(last.end, &format!(", {item}")),
            (Written::Brackets, None) => self.text.insert_str(value_start(&self.text, self.colon) + 1, item),
            (Written::Dashes, last) => {
                let last = last.ok_or(UnsupportedYaml)?;
                let line = first_line(&self.text[last.clone()]);
                let dash = line.find('-').unwrap_or_default() + 1;
                let gap = line[dash..].len() - line[dash..].trim_start_matches(' ').len();
                let (head, gap) = (&line[..dash + gap], if gap == 0 { " " } else { "" });
                let new = format!("{head}{gap}{item}{}", ending(line));
                self.text.insert_str(last.end, &new);
            }
        }
        Ok(())
    }

    /// Takes every item out that says this text; whether there was one.
    pub(super) fn remove_item(&mut self, text: &str) -> Result<bool, UnsupportedYaml> {
        let list = self.in_brackets();
        if list.place_of(&list.items()?, text).is_none() {
            return Ok(false);
        }
        *self = list;
        let mut found = false;
        loop {
            let items = self.items()?;
            let Some(at) = self.place_of(&items, text) else {
                return Ok(found);
            };
            found = true;
            let spans = &items.spans;
            let span = match items.written {
                Written::Dashes if spans.len() == 1 => {
                    self.set("[]");
                    return Ok(true);
                }
                Written::Brackets if at > 0 => spans[at - 1].end..spans[at].end,
                Written::Brackets if spans.len() > 1 => spans[0].start..spans[1].start,
                _ => spans[at].clone(),
            };
            self.text.replace_range(span, "");
        }
    }

    /// The same, where words that stand in place of a list are one: parted by commas, and those of tags by blanks.
    fn in_brackets(&self) -> Node {
        let mut list = self.clone();
        let value = self.value();
        let on_line = value_start(&self.text, self.colon) < content(first_line(&self.text)).len();
        let is_text = on_line
            && !value.is_empty()
            && !value.starts_with(['[', '{', '|', '>', '#', '&', '*', '!'])
            && !is_item(value);
        if is_text && !matches!(value, "~" | "null") {
            let text = in_one_line(&unquoted(value));
            let parts = |c: char| c == ',' || self.is("tags") && c.is_whitespace();
            let words = text.split(parts).map(str::trim).filter(|word| !word.is_empty());
            list.set(Value::list(words).as_str());
        }
        list
    }

    fn place_of(&self, items: &Items, text: &str) -> Option<usize> {
        items.spans.iter().position(|span| self.item_text(span) == text)
    }

    /// The text of an item, without its dash, its comment and its quotes.
    fn item_text(&self, span: &Range<usize>) -> String {
        let text = self.text[span.clone()].trim_start();
        let text = text.strip_prefix("- ").unwrap_or(text).trim();
        match text.chars().next() {
            Some('"' | '\'') => unquoted(&text[..quoted_length(text).unwrap_or(text.len())]),
            _ => text[..comment_start(text, 0).unwrap_or(text.len())]
                .trim_end()
                .to_owned(),
        }
    }

    fn items(&self) -> Result<Items, UnsupportedYaml> {
        let start = value_start(&self.text, self.colon);
        let first = first_line(&self.text);
        if self.text[start..].starts_with('[') {
            let (spans, _) = brackets(&self.text[start..]).ok_or(UnsupportedYaml)?;
            let spans: Vec<Range<usize>> = spans.iter().map(|span| start + span.start..start + span.end).collect();
            let written = Written::Brackets;
            let plain = spans
                .iter()
                .all(|span| !self.text[span.clone()].starts_with(['[', '{']));
            return plain.then_some(Items { written, spans }).ok_or(UnsupportedYaml);
        }
        let value = content(first)[start..].trim();
        let nothing = value.is_empty() || value.starts_with('#');
        if nothing && first.len() < self.text.len() {
            let spans = self.dashes(first.len())?;
            let written = Written::Dashes;
            return Ok(Items { written, spans });
        }
        let (written, spans) = (Written::Nowhere, Vec::new());
        let nothing = nothing || matches!(value, "~" | "null");
        nothing.then_some(Items { written, spans }).ok_or(UnsupportedYaml)
    }

    /// The lines of each item of a list with dashes that begins here.
    pub(super) fn dashes(&self, from: usize) -> Result<Vec<Range<usize>>, UnsupportedYaml> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        let (mut at, mut indent) = (from, None);
        for line in split(&self.text[from..]) {
            let rest = line.trim_start();
            let here = line.len() - rest.len();
            at += line.len();
            if is_nothing(line) {
                continue;
            }
            if is_item(content(rest)) && here == *indent.get_or_insert(here) {
                spans.push(at - line.len()..at);
            } else {
                spans.last_mut().ok_or(UnsupportedYaml)?.end = at;
            }
        }
        Ok(spans)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::markup::front_matter::nodes;

    #[test]
    fn items_are_added_and_removed_as_the_list_is_written() {
        for (old, added, removed) in [
            ("q: [a, b] # c\n", "q: [a, b, n] # c\n", "q: [b] # c\n"),
            ("q: [b, a]\n", "q: [b, a, n]\n", "q: [b]\n"),
            ("q: [ 'a' ]\n", "q: [ 'a', n ]\n", "q: [  ]\n"),
            (
                "q: [\n  a, # first\n  b,\n]\n",
                "q: [\n  a, # first\n  b, n,\n]\n",
                "q: [\n  b,\n]\n",
            ),
            (
                "q:\n  - \"a\" # x\n  - b\n",
                "q:\n  - \"a\" # x\n  - b\n  - n\n",
                "q:\n  - b\n",
            ),
            ("q: # c\r\n-   a\r\n", "q: # c\r\n-   a\r\n-   n\r\n", "q: [] # c\r\n"),
            ("q: []\n", "q: [n]\n", "q: []\n"),
            ("q:\n", "q: [n]\n", "q:\n"),
            ("q: a # c\n", "q: [a, n] # c\n", "q: [] # c\n"),
            ("q: \"a, b c\"\n", "q: [a, b c, n]\n", "q: [b c]\n"),
            ("q: b, c\n", "q: [b, c, n]\n", "q: b, c\n"),
            ("tags: a b\n", "tags: [a, b, n]\n", "tags: [b]\n"),
        ] {
            let node = nodes(old).remove(0);
            let mut more = node.clone();
            more.add_item("n").unwrap();
            assert_eq!(more.text, added);
            assert!(more.has_item("n").unwrap());
            let mut less = node.clone();
            assert_eq!(less.remove_item("a").unwrap(), less.text != old);
            assert_eq!(less.text, removed);
        }
        for odd in ["q: {a: b}\n", "q: [[a]]\n", "q:\n  a: b\n"] {
            assert_eq!(nodes(odd).remove(0).add_item("n"), Err(UnsupportedYaml), "{odd}");
        }
    }
}
