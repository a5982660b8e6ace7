//! One line of notes: how far it is indented, what marks it, what it says without its marks.

pub(super) mod bare_headings;
pub(super) mod blocks;
pub(super) mod contents;
pub(super) mod fold;
pub(super) mod head;
pub(super) mod html;
pub(super) mod markers;
pub(super) mod office;
pub(super) mod org;
pub(super) mod outline;
pub(super) mod source;
pub(super) mod title;
pub(super) mod tokens;
pub(super) mod words;

use self::source::unseen;
use super::language::asks;
use super::language::marks;
use crate::domain::names::Meaning;

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

/// A line, read.
#[derive(Clone, Copy, Debug)]
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
}

const BULLETS: [char; 8] = ['-', '*', '+', '–', '—', '·', '¤', '→'];
/// The key with a ten on it; those of smaller numbers are a digit and an enclosing mark.
const TEN: char = '\u{1f51f}';
const SURE_BULLETS: [char; 17] = [
    '•', '○', '◦', '§', '▪', '■', '●', '‣', '▫', '□', '➢', '➤', '✓', '✔', '☐', '⁃', '\u{f0b7}',
];

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
        };
        if text.is_empty() {
            line.mark = Mark::Blank;
        } else if let Some(sign) = rule(text) {
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
        } else if let Some(rest) = arrow(self.text) {
            (self.mark, self.text) = (Mark::Arrow, rest);
        } else if self.text.starts_with('>') {
            let rest = self.text.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            (self.mark, self.text) = (Mark::Quote, without_callout(rest));
        } else if let Some(rest) = bullet(self.text) {
            (self.mark, self.text) = (Mark::Bullet, check_box(rest));
        } else if let Some(rest) = letter(self.text) {
            (self.mark, self.text) = (Mark::Letter, rest);
        }
        self.text = undecorated(self.text);
    }

    fn read_number(&mut self) {
        let inner = self.text.trim_start_matches(['*', '_']);
        self.bold = whole_bold(self.text);
        if let Some((number, rest)) = number(inner) {
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
        (self.mark, self.text, self.indent) = (Mark::Heading(depth), says, 0);
        self.read_number();
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

fn rule(text: &str) -> Option<char> {
    let sign = text
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '#' | '—' | '─' | '.'))?;
    let signs = text.chars().filter(|c| *c == sign).count();
    let only = text.chars().all(|c| c == sign || c == ' ');
    (only && signs >= 3 && !(sign == '.' && signs < 5)).then_some(sign)
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

fn arrow(text: &str) -> Option<&str> {
    ["-->", "==>", "->", "=>", ">>"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .map(str::trim_start)
}

fn bullet(text: &str) -> Option<&str> {
    let sign = text.chars().next()?;
    let rest = &text[sign.len_utf8()..];
    let spaced = rest.is_empty() || rest.starts_with(unseen);
    let close = sign == '-' && rest.starts_with(char::is_alphabetic);
    let sure = SURE_BULLETS.contains(&sign);
    (sure || close || (BULLETS.contains(&sign) && spaced)).then(|| rest.trim_start_matches(unseen))
}

/// What a quote says behind `[!question]-`, the sign of a callout.
fn without_callout(text: &str) -> &str {
    let said = text.strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    said.map(|(_, rest)| rest.trim_start_matches(['+', '-', ' ']))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text)
}

/// A text without the pictures in front of it, unless it is nothing else or they are its number.
fn undecorated(text: &str) -> &str {
    let picture = |c: char| {
        matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
            && c != TEN
    };
    let rest = text.trim_start_matches(|c: char| picture(c) || unseen(c));
    if rest.is_empty() || !text.starts_with(picture) {
        text
    } else {
        rest
    }
}

fn check_box(text: &str) -> &str {
    ["[ ] ", "[x] ", "[X] "]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .unwrap_or(text)
}

fn letter(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next().filter(char::is_ascii_lowercase)?;
    let close = chars.next().filter(|c| matches!(c, ')' | '.'))?;
    let rest = &text[first.len_utf8() + close.len_utf8()..];
    (rest.is_empty() || rest.starts_with(unseen)).then(|| rest.trim_start())
}

/// A number in front of an item, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    if let Some(found) = asked(text) {
        return Some(found);
    }
    if let Some(rest) = text.strip_prefix(TEN) {
        return Some((10, rest.trim_start_matches(unseen)));
    }
    let open = text.strip_prefix('(').unwrap_or(text);
    let digits = open.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let value = open[..digits].parse().ok()?;
    let rest = &open[digits..];
    if let Some(after) = rest.trim_start_matches('\u{fe0f}').strip_prefix('\u{20e3}') {
        return Some((value, after.trim_start_matches(unseen)));
    }
    if let Some(after) = rest.strip_prefix(['.', ')']) {
        let after_marks = after.trim_start_matches(['*', '_', '\\']);
        let fits =
            after_marks.is_empty() || !after_marks.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ')');
        return fits.then(|| (value, after_marks.trim_start_matches(unseen)));
    }
    let bare =
        digits < 3 && open.len() == text.len() && rest.starts_with([' ', '\t']) && asks::opens(rest.trim_start());
    bare.then(|| (value, rest.trim_start()))
}

/// `Q:`, `Q1.`, `Question 3:`, `Frage 2`, `問1.` in front of a question.
fn asked(text: &str) -> Option<(u32, &str)> {
    let rest = marks::behind(text, Meaning::Question)?;
    let rest = match rest.trim_start_matches([' ', '#', '.']) {
        numbered if numbered.starts_with(|c: char| c.is_ascii_digit()) => numbered,
        _ => rest,
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(4);
    let after = rest[digits..].trim_start_matches(['*', '_', ' ']);
    let bare = digits > 0 && rest[digits..].starts_with(' ') && asks::asks(after) == asks::Asks::Surely;
    let signs = [':', '：', '.', '．', ')', '）', '-', '、'];
    let after = after.strip_prefix(signs).or(bare.then_some(after))?;
    Some((
        rest[..digits].parse().unwrap_or(0),
        after.trim_start_matches(|c: char| unseen(c) || c == '*' || c == '_'),
    ))
}

fn whole_bold(text: &str) -> bool {
    ["**", "__"].iter().any(|sign| {
        text.strip_prefix(sign)
            .and_then(|rest| rest.trim_end().strip_suffix(sign))
            .is_some_and(|inner| !inner.is_empty() && !inner.contains(sign))
    })
}

#[cfg(test)]
mod tests;
