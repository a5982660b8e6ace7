//! One line of notes: how far it is indented, what marks it, what it says without its marks.

pub(super) mod bare_headings;
pub(super) mod blocks;
pub(super) mod contents;
pub(super) mod fold;
pub(super) mod front;
pub(super) mod head;
pub(super) mod html;
pub(super) mod markers;
pub(super) mod office;
pub(super) mod org;
pub(super) mod outline;
pub(super) mod signs;
pub(super) mod source;
pub(super) mod title;
pub(super) mod tokens;
pub(super) mod words;

use std::cell::OnceCell;

use self::source::unseen;
use super::language::asks;
use super::language::asks::Asks;
use super::language::voice;
use super::language::voice::Count;
use crate::domain::part::Part;

/// Which signs count as headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Plain text and Markdown: `#`.
    Markdown,
    /// Org: `*`.
    Org,
}

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing to see.
    Blank,
    /// Text.
    Plain,
    /// A list sign, of any of the kinds people type.
    Bullet,
    /// `1.`, `1)`, `(1)`, `Q1:`.
    Number,
    /// `a)`.
    Letter,
    /// `#`, with its depth.
    Heading(usize),
    /// `>`.
    Quote,
    /// `->`, `=>`: an answer.
    Arrow,
    /// Three or more of one sign and nothing else.
    Rule(char),
}

/// A label of a part of a story, and whether words follow it on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The part it names.
    pub(super) part: Part,
    /// Whether it stands at the front of the line.
    pub(super) leads: bool,
    /// Whether words follow it on its line, before the next label.
    pub(super) filled: bool,
    /// Whether a person said that the line begins this part.
    pub(super) said: bool,
}

/// What was found out about a line, once somebody asked for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// The labels of parts on it, from the left.
    pub(super) labels: OnceCell<Vec<Label>>,
    /// Whether it asks something.
    asks: OnceCell<Asks>,
    /// What its words show of who speaks.
    count: OnceCell<Count>,
}

/// A line, read.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The whole line as it stands, without its end.
    pub(super) raw: &'a str,
    /// How far in the first sign stands; a tab goes to the next multiple of four.
    pub(super) indent: usize,
    /// What it begins with.
    pub(super) mark: Mark,
    /// The number in front, wherever it stands among the marks.
    pub(super) number: Option<u32>,
    /// Whether what it says is bold from end to end.
    pub(super) bold: bool,
    /// Whether it is a question by its mark, whatever it says: lines with the same mark ask.
    pub(super) asked: bool,
    /// What it says: marks and numbers in front left out, emphasis at the end still there.
    pub(super) text: &'a str,
    /// What was found out about it so far.
    pub(super) known: Known,
}

impl<'a> Line<'a> {
    /// Reads one line.
    pub(super) fn read(raw: &'a str, dialect: Dialect) -> Line<'a> {
        let text = raw.trim_matches(unseen);
        let mut line = Line {
            raw,
            indent: indent(raw),
            mark: Mark::Plain,
            number: None,
            bold: false,
            asked: false,
            text,
            known: Known::default(),
        };
        if text.is_empty() {
            line.mark = Mark::Blank;
        } else if let Some(sign) = signs::rule(text) {
            line.mark = Mark::Rule(sign);
        } else {
            line.read_marks(dialect);
            line.read_number();
        }
        line
    }

    fn read_marks(&mut self, dialect: Dialect) {
        if let Some((depth, rest)) = heading(self.text, self.indent, dialect) {
            (self.mark, self.text) = (Mark::Heading(depth), rest);
        } else if let Some(rest) = signs::arrow(self.text) {
            (self.mark, self.text) = (Mark::Arrow, rest);
        } else if self.text.starts_with('>') {
            let rest = self.text.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            (self.mark, self.text) = (Mark::Quote, signs::without_callout(rest));
        } else if let Some(rest) = signs::bullet(self.text) {
            (self.mark, self.text) = (Mark::Bullet, signs::check_box(rest));
        } else if let Some(rest) = signs::letter(self.text) {
            (self.mark, self.text) = (Mark::Letter, rest);
        }
        self.text = signs::undecorated(self.text);
    }

    fn read_number(&mut self) {
        let inner = self.text.trim_start_matches(['*', '_']);
        self.bold = signs::whole_bold(self.text);
        if let Some((number, rest)) = signs::number(inner) {
            self.number = Some(number);
            self.text = rest;
            if self.mark == Mark::Plain {
                self.mark = Mark::Number;
            }
        } else if self.bold {
            self.text = inner;
        }
    }

    /// Makes a heading of it that says something else than the whole line.
    pub(super) fn head(&mut self, depth: usize, says: &'a str) {
        self.becomes(Mark::Heading(depth), says);
        self.indent = 0;
        self.read_number();
    }

    /// Makes a line of another kind of it, which says less than before.
    pub(super) fn becomes(&mut self, mark: Mark, says: &'a str) {
        (self.mark, self.text, self.known) = (mark, says, Known::default());
    }

    /// What the words it says show of who speaks.
    pub(super) fn count(&self) -> Count {
        *self.known.count.get_or_init(|| voice::count(self.text))
    }

    /// Whether what it says asks something.
    pub(super) fn asks(&self) -> Asks {
        *self.known.asks.get_or_init(|| asks::asks(self.text))
    }

    /// How many bytes of the whole line are marks in front of what it says: list signs, numbers, a callout. The state and
    /// the priority of an org heading are words.
    pub(super) fn marks(&self, dialect: Dialect) -> usize {
        if dialect == Dialect::Org && matches!(self.mark, Mark::Heading(_)) {
            return self.raw.len() - self.raw.trim_start_matches('*').len();
        }
        // What it says is a piece of the line itself.
        (self.text.as_ptr() as usize).saturating_sub(self.raw.as_ptr() as usize)
    }

    /// Whether there is nothing to see.
    pub(super) fn blank(&self) -> bool {
        self.mark == Mark::Blank
    }

    /// Whether it is a list item of any kind.
    pub(super) fn listed(&self) -> bool {
        matches!(self.mark, Mark::Bullet | Mark::Number | Mark::Letter)
    }

    /// What it says, as a title: emphasis and link targets left out.
    pub(super) fn title(&self) -> String {
        title(self.text)
    }
}

/// Whether a text is nothing but a link to another page.
pub(super) fn links_away(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| unseen(c) || c == '*' || c == '_');
    inner.starts_with('[') && inner.ends_with(')') && inner.matches("](").count() == 1 && inner.contains("](http")
}

/// Where in the text a link leads, where the line is nothing but that link.
pub(super) fn links_within(text: &str) -> Option<&str> {
    let inner = text.trim_matches(|c: char| unseen(c) || c == '*' || c == '_');
    let (label, place) = inner.strip_prefix('[')?.split_once("](#")?;
    place.ends_with(')').then_some(label)
}

/// A text as a title: no emphasis, no link targets, no closing `#`.
pub(super) fn title(text: &str) -> String {
    let text = self::words::head(text, 2000).trim_end_matches(['#', ' ', '\t', '\r']);
    let text = without_tags(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let link = rest[at + 1..].find("](").and_then(|close| {
            let end = rest[at + 1 + close..].find(')')?;
            Some((&rest[at + 1..at + 1 + close], &rest[at + 2 + close + end..]))
        });
        let Some((label, after)) = link else { break };
        out.push_str(&rest[..at]);
        out.push_str(label);
        rest = after;
    }
    out.push_str(rest);
    let out = out
        .replace("**", "")
        .replace("__", "")
        .replace(['`', '\u{200b}', '\u{2060}', '\u{feff}'], "");
    out.trim_matches(|c: char| unseen(c) || c == '*' || c == '_').to_owned()
}

/// A text without the tags at its end: `#conflict #prep`.
fn without_tags(mut text: &str) -> &str {
    while let Some((before, tag)) = text.rsplit_once(" #") {
        if !tag.starts_with(char::is_alphabetic) || tag.contains(char::is_whitespace) || before.trim().is_empty() {
            break;
        }
        text = before.trim_end();
    }
    text
}

/// The width of the white space in front.
pub(super) fn indent(raw: &str) -> usize {
    let mut width = 0;
    for c in raw.chars() {
        match c {
            '\t' => width = width / 4 * 4 + 4,
            '\u{feff}' | '\u{200b}' | '\r' => {}
            c if unseen(c) => width += 1,
            _ => break,
        }
    }
    width
}

fn heading(text: &str, indent: usize, dialect: Dialect) -> Option<(usize, &str)> {
    let sign = if dialect == Dialect::Org { '*' } else { '#' };
    let rest = text.trim_start_matches(sign);
    let depth = text.len() - rest.len();
    let spaced = rest.starts_with([' ', '\t']) || rest.is_empty();
    let good = match dialect {
        Dialect::Org => indent == 0 && (1..=12).contains(&depth) && spaced,
        Dialect::Markdown => indent < 4 && (1..=6).contains(&depth) && (spaced || depth > 1),
    };
    let rest = rest.trim_end_matches('#').trim_matches(unseen);
    let says = if dialect == Dialect::Org {
        without_state(rest)
    } else {
        rest
    };
    good.then_some((depth, says))
}

/// What an org heading says: without its state, its priority and its tags.
fn without_state(text: &str) -> &str {
    const STATES: [&str; 7] = ["TODO", "DONE", "NEXT", "WAITING", "STARTED", "CANCELLED", "CANCELED"];
    let after = |word: &&str| text.strip_prefix(*word).filter(|rest| rest.starts_with(' '));
    let says = STATES.iter().find_map(after).unwrap_or(text).trim_start();
    let priority = says.strip_prefix("[#").and_then(|rest| rest.split_once("] "));
    let says = priority.map_or(says, |(_, rest)| rest.trim_start());
    match says.rsplit_once(' ') {
        Some((before, tags)) if tags.len() > 2 && tags.starts_with(':') && tags.ends_with(':') => before.trim_end(),
        _ => says,
    }
}

#[cfg(test)]
mod tests;
