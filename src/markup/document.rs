//! An answer file's text as its nodes: byte mark, front matter key by key, body. What is not changed stays byte for byte.
//!
//! Not done by yaml-edit: on a file that is whole it changes as little, and of one that somebody left broken it drops lines
//! (a line without a key, an open quote, lines that end in U+0085), where here every line that is not changed stays.

pub use super::front_matter::UnsupportedYaml;
use super::front_matter::{Node, NodeKind, nodes};
use super::lines::{breaks, content, ending, split, usual_ending, with_line_ends};
use super::scalar::{Value, item};

/// The front matter between two lines of `---`; `...` may close it too, as YAML has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    /// The line that opens it, with the blank lines above it.
    pub open: &'a str,
    /// The YAML between.
    pub inner: &'a str,
    /// The line that closes it; at the end of a file it may have no line end.
    pub close: &'a str,
}

impl FrontMatter<'_> {
    /// The line of the file, from 1, at which the YAML begins.
    pub fn first_line(&self) -> usize {
        breaks(self.open) + 1
    }
}

/// What a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head<'a> {
    /// With its body.
    Body,
    /// With front matter.
    Matter(FrontMatter<'a>),
    /// With front matter that is opened on this line, from 1, and never closed.
    Unclosed(usize),
    /// With front matter in TOML, between two lines of `+++`, opened on this line.
    Toml(usize),
}

impl<'a> Head<'a> {
    /// The front matter, where there is one that can be read.
    pub fn matter(self) -> Option<FrontMatter<'a>> {
        match self {
            Head::Matter(matter) => Some(matter),
            _ => None,
        }
    }
}

/// What a text begins with, blank lines aside, and where its body begins: at its first byte where it has no front matter
/// that can be read. A byte order mark belongs to neither.
pub fn front_matter(text: &str) -> (Head<'_>, usize) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut begin = start;
    let mut lines = split(&text[start..]);
    let opened = lines
        .by_ref()
        .inspect(|line| begin += line.len())
        .find(|line| !line.trim().is_empty());
    let place = || breaks(text[start..begin].trim_end()) + 1;
    match opened.map(str::trim_end) {
        Some("---") => {}
        Some("+++") => return (Head::Toml(place()), start),
        _ => return (Head::Body, start),
    }
    let mut end = begin;
    for close in lines {
        if matches!(close.trim_end(), "---" | "...") {
            let (open, inner) = (&text[start..begin], &text[begin..end]);
            return (Head::Matter(FrontMatter { open, inner, close }), end + close.len());
        }
        end += close.len();
    }
    (Head::Unclosed(place()), start)
}

/// A text taken apart; its nodes in order are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) mark: String,
    pub(super) open: String,
    pub(super) nodes: Vec<Node>,
    pub(super) close: String,
    pub(super) body: String,
}

impl Document {
    /// Takes a text apart; every text can be.
    pub fn parse(text: &str) -> Document {
        let (head, body) = front_matter(text);
        let front = head.matter();
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        Document {
            mark: mark.to_owned(),
            open: front.map_or("", |front| front.open).to_owned(),
            nodes: front.map_or_else(Vec::new, |front| nodes(front.inner)),
            close: front.map_or("", |front| front.close).to_owned(),
            body: text[body..].to_owned(),
        }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        [&self.mark, &self.open, &self.front(), &self.close, &self.body]
            .map(String::as_str)
            .concat()
    }

    /// The top-level keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Key(key) => Some(key.as_str()),
            _ => None,
        })
    }

    /// The value of a key as it is written there, quotes and all.
    pub fn raw(&self, key: &str) -> Option<&str> {
        self.nodes.iter().find(|node| node.is(key)).map(Node::value)
    }

    /// The texts of the list under a key, in whatever way it is written; none where there is none.
    pub fn items(&self, key: &str) -> Vec<String> {
        let node = self.nodes.iter().find(|node| node.is(key));
        node.map(Node::texts).unwrap_or_default()
    }

    /// The line end of most of its lines.
    pub fn line_end(&self) -> &'static str {
        usual_ending(&self.text())
    }

    /// Sets a key: its own lines change, a comment behind a value of one line stays; a new key comes last. Front
    /// matter is begun where there is none.
    ///
    /// # Errors
    /// When the front matter is not a plain list of keys; nothing is changed then.
    pub fn set_key(&mut self, key: &str, value: &Value) -> Result<(), UnsupportedYaml> {
        self.check()?;
        match self.node(key) {
            Some(node) => node.set(value.as_str()),
            None => self.add(key, value),
        }
        Ok(())
    }

    /// Takes a key out with its lines; whether there was one. Comments around it stay.
    pub fn remove_key(&mut self, key: &str) -> bool {
        let before = self.nodes.len();
        self.nodes.retain(|node| !node.is(key));
        self.nodes.len() < before
    }

    /// Adds a text to the list under a key, in the way the list is written; whether it was not there yet.
    ///
    /// # Errors
    /// When the front matter or the list is not plain; nothing is changed then.
    pub fn add_item(&mut self, key: &str, text: &str) -> Result<bool, UnsupportedYaml> {
        self.check()?;
        let Some(node) = self.node(key) else {
            self.add(key, &Value::list([text]));
            return Ok(true);
        };
        if node.has_item(text)? {
            return Ok(false);
        }
        node.add_item(&item(text))?;
        Ok(true)
    }

    /// Takes a text out of the list under a key; whether it was there.
    ///
    /// # Errors
    /// When the list is not plain; nothing is changed then.
    pub fn remove_item(&mut self, key: &str, text: &str) -> Result<bool, UnsupportedYaml> {
        self.check()?;
        self.node(key).map_or(Ok(false), |node| node.remove_item(text))
    }

    /// Adds an entry of these keys to the list under a key; a list that is not there is begun.
    ///
    /// # Errors
    /// When the front matter or the list is not plain; nothing is changed then.
    pub fn add_entry(&mut self, key: &str, keys: &[(&str, Value)]) -> Result<(), UnsupportedYaml> {
        self.check()?;
        if self.node(key).is_none() {
            self.add(key, &Value::list::<&str>([]));
        }
        self.node(key).map_or(Err(UnsupportedYaml), |node| node.add_entry(keys))
    }

    /// Sets a key of the entry at a place, from 0, of the list under a key; without a value, takes it out.
    ///
    /// # Errors
    /// When the front matter or the entry is not plain, or there is no such entry; nothing is changed then.
    pub fn set_in_entry(
        &mut self,
        list: &str,
        place: usize,
        key: &str,
        value: Option<&Value>,
    ) -> Result<(), UnsupportedYaml> {
        self.check()?;
        self.node(list)
            .map_or(Err(UnsupportedYaml), |node| node.set_in_entry(place, key, value))
    }

    /// The front matter between its lines, as it is in the file.
    pub fn front(&self) -> String {
        self.nodes.iter().map(|node| node.text.as_str()).collect()
    }

    /// The text below the front matter, as it is in the file.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body for an editor: every line ends with `\n`, the last one only if it does in the file.
    pub fn editor_body(&self) -> String {
        let line = |line| [content(line), if ending(line).is_empty() { "" } else { "\n" }];
        split(&self.body).flat_map(line).collect()
    }

    /// Puts an edited body in place, typed with `\n`: lines that were there keep their bytes and so their line ends,
    /// new ones get the line end of most lines. The last line ends as it was typed, so that what is read again is what
    /// was typed.
    ///
    /// A body that would itself be taken for front matter gets an empty one above it.
    pub fn set_body(&mut self, typed: &str) {
        let usual = self.line_end();
        let body = with_line_ends(&self.body, typed, usual);
        if self.open.is_empty() && body != self.body && front_matter(&body) != (Head::Body, 0) {
            self.open = format!("---{usual}");
            self.close.clone_from(&self.open);
        }
        if !body.is_empty() && !self.close.is_empty() && ending(&self.close).is_empty() {
            self.close.push_str(usual);
        }
        self.body = body;
    }

    fn node(&mut self, key: &str) -> Option<&mut Node> {
        self.nodes.iter_mut().find(|node| node.is(key))
    }

    fn check(&self) -> Result<(), UnsupportedYaml> {
        let odd = self.nodes.iter().any(|node| node.kind == NodeKind::Odd);
        if odd { Err(UnsupportedYaml) } else { Ok(()) }
    }

    fn add(&mut self, key: &str, value: &Value) {
        let usual = self.line_end();
        if self.open.is_empty() {
            self.open = format!("---{usual}");
            self.close.clone_from(&self.open);
        }
        self.nodes.push(Node::new(key, value.as_str(), usual));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
