//! Places in a text that its writer has still to finish: marked, empty, or cut off.
//!
//! A finished, normally written text has none: each rule asks for a sign that nobody leaves on purpose, and a line that
//! the next one goes on with is never cut off.

use super::dangling::dangles;
use crate::domain::names;
use crate::markup::lines::contents;

/// A place that is not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The line, counted from 1.
    pub line: usize,
    /// Why it counts as unfinished, in words a person reads: "cut off", "empty", "to do".
    pub why: &'static str,
}

/// The unfinished places of a text, from the top.
pub fn unfinished(text: &str) -> Vec<Unfinished> {
    let lines = read_lines(text);
    let grid = empty_keys(&lines);
    let mut places = Vec::new();
    let mut after: Option<usize> = None;
    for at in (0..lines.len()).rev() {
        let line = &lines[at];
        if line.blank() {
            continue;
        }
        let next = after.map(|next| (&lines[next], next > at + 1));
        let next_but_one = after.and_then(|next| lines.get(next + 1));
        let why = if line.skipped || line.rule {
            None
        } else if to_do(line.text) {
            Some("to do")
        } else if grid[at] || empty(line, next) {
            Some("empty")
        } else {
            let title = line.heading > 0 || next.is_some_and(|(next, gap)| next.rule && !gap);
            (!title && cut_off(line, next, next_but_one)).then_some("cut off")
        };
        places.extend(why.map(|why| Unfinished { line: at + 1, why }));
        after = Some(at);
    }
    places.reverse();
    places
}

/// One line as these rules see it.
struct TextLine<'a> {
    indent: usize,
    /// Without list signs and emphasis around it.
    text: &'a str,
    listed: bool,
    /// How deep a `#` heading it is; 0 for none.
    heading: usize,
    rule: bool,
    /// In a code fence, or a table.
    skipped: bool,
}

impl TextLine<'_> {
    fn blank(&self) -> bool {
        self.text.is_empty() && !self.listed && self.heading == 0 && !self.rule
    }

    fn begins_low(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }
}

fn read_lines(text: &str) -> Vec<TextLine<'_>> {
    let mut fenced = false;
    contents(text)
        .map(|raw| {
            let trimmed = raw.trim();
            let fence = trimmed.starts_with("```");
            fenced ^= fence;
            let without = trimmed.trim_start_matches('#');
            let heading = trimmed.len() - without.len();
            let is_heading = (1..=6).contains(&heading) && (without.is_empty() || without.starts_with(' '));
            let rule = trimmed.len() > 2 && trimmed.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | ' '));
            let (listed, rest) = if is_heading || rule {
                (false, without)
            } else {
                without_sign(trimmed.trim_start_matches(['>', ' ']))
            };
            TextLine {
                indent: raw
                    .chars()
                    .take_while(|c| c.is_whitespace())
                    .map(|c| if c == '\t' { 4 } else { 1 })
                    .sum(),
                text: if rule {
                    ""
                } else {
                    rest.trim_matches([' ', '\t', '*', '_'])
                },
                listed,
                heading: if is_heading { heading } else { 0 },
                rule,
                skipped: fenced || fence || trimmed.starts_with('|'),
            }
        })
        .collect()
}

/// A list item's text, and whether it was one.
fn without_sign(text: &str) -> (bool, &str) {
    let mut chars = text.chars();
    let first = chars.next();
    let rest = chars.as_str();
    if first.is_some_and(|c| "-*+•○◦§▪■●‣–".contains(c)) && (rest.is_empty() || rest.starts_with([' ', '\t']))
    {
        return (true, rest.trim_start());
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let name = if digits > 0 {
        digits
    } else {
        usize::from(first.is_some_and(|c| c.is_ascii_lowercase()))
    };
    match text[name..].strip_prefix(['.', ')']) {
        Some(rest) if (1..=3).contains(&name) && (rest.is_empty() || rest.starts_with([' ', '\t'])) => {
            (true, rest.trim_start())
        }
        _ => (false, text),
    }
}

/// Whether a line says itself that something is missing.
fn to_do(text: &str) -> bool {
    if text.contains("???") || text.contains("[?]") || text.contains("____") {
        return true;
    }
    let marked = text.split(|c: char| !c.is_alphanumeric() && c != '%').any(|word| {
        matches!(
            word,
            "TODO" | "TODOs" | "TBD" | "TBA" | "FIXME" | "XXX" | "WIP" | "tbd" | "Todo" | "XX" | "XX%" | "X%" | "xx%"
        )
    });
    let mut low: String = text.chars().take(400).collect();
    low.make_ascii_lowercase();
    let begins = [
        "todo:",
        "todo ",
        "to do:",
        "to-do",
        "fill in",
        "add more",
        "finish this",
        "need to recheck",
        "need to rewrite",
        "need to finish",
        "need to complete",
        "need to revisit",
        "needs work",
        "add example",
        "add a story",
        "write this",
    ];
    let holds = [
        "lorem ipsum",
        "to be added",
        "to be written",
        "to be filled",
        "to be completed",
        "to be continued",
        "[insert",
        "[mention",
        "[your ",
        "[add ",
        "[fill",
        "[describe",
        "[todo",
        "[tbd",
        "<insert",
        "<your ",
        "[...]",
        "[…]",
        "(todo",
        "not finished yet",
        "work in progress",
    ];
    marked
        || begins.iter().any(|mark| low.starts_with(mark))
        || low == "todo"
        || holds.iter().any(|mark| low.contains(mark))
}

/// Whether a list item, heading or label has nothing to it.
fn empty(line: &TextLine<'_>, next: Option<(&TextLine<'_>, bool)>) -> bool {
    if line.heading > 0 {
        return next.is_none_or(|(next, _)| next.heading > 0 && next.heading <= line.heading);
    }
    if line.listed && line.text.is_empty() {
        return next.is_none_or(|(next, gap)| gap || next.indent <= line.indent && (next.listed || next.heading > 0));
    }
    if left_open(line.text) {
        return next.is_none_or(|(next, gap)| gap || next.indent <= line.indent);
    }
    if answers_nothing(line.text) {
        return next.is_none_or(|(next, _)| next.heading > 0 || next.rule || asks_next(next.text));
    }
    if line.text.len() > 3 && ["=>", "->", "?:"].iter().any(|sign| line.text.ends_with(sign)) {
        return next.is_none_or(|(next, gap)| gap || next.indent <= line.indent);
    }
    let label = label(line.text).is_some_and(|value| value.chars().all(|c| MARKS.contains(c)));
    label
        && next.is_none_or(|(next, _)| {
            next.indent <= line.indent
                && (next.heading > 0
                    || next.rule
                    || next.listed && next.indent < line.indent
                    || self::label(next.text).is_some())
        })
}

/// Signs that say nothing behind a label.
const MARKS: &str = "-–—=>:：.…*_ \t";

/// What stands behind the name of a part: `Task: mend it`, `Task - mend it`, `Task -`.
fn label(text: &str) -> Option<&str> {
    if let Some((_, value)) = key(text).filter(|(name, _)| names_part(name)) {
        return Some(value);
    }
    let (name, value) = text
        .split_once([' ', '\t'])
        .filter(|(_, value)| value.starts_with(['-', '–', '—']))?;
    (name.len() > 1 && names::part(name).is_some()).then_some(value)
}

fn names_part(name: &str) -> bool {
    matches!(name, "S" | "T" | "A" | "R") || names::part(name).is_some()
}

/// Dots and nothing else, behind a label or not: `...`, `Task: ..`.
fn left_open(text: &str) -> bool {
    let value = key(text).map_or(text, |(_, value)| value);
    let dots = value.chars().filter(|c| *c == '.').count() + 3 * value.chars().filter(|c| *c == '…').count();
    dots > 1 && value.chars().all(|c| matches!(c, '.' | '…' | ' '))
}

/// Whether a line is the next question by its sign: `Q:`, `Q4.`
fn asks_next(text: &str) -> bool {
    let name = text.split([':', '.', ')']).next().unwrap_or_default();
    name.len() < text.len()
        && name
            .strip_prefix('Q')
            .is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
}

/// The sign of an answer without one: `A.`, `Ans:`.
fn answers_nothing(text: &str) -> bool {
    let name = text.trim_end_matches([':', '.', ')', '-', ' ', '*']);
    name.len() < text.len() && matches!(name, "A" | "Ans" | "ANS" | "Answer" | "ANSWER" | "My answer")
}

/// A short `Key: value`, its value empty or not.
fn key(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once([':', '：'])?;
    let name = name.trim_matches(['*', '_', ' ']);
    let short = !name.is_empty()
        && name.len() < 48
        && name.split_whitespace().count() < 6
        && name.starts_with(char::is_alphabetic);
    (short && !value.starts_with("//")).then(|| (name, value.trim_matches(['*', '_', ' ', '\t'])))
}

/// The keys without a value in runs of three lines or more that are all keys; the first of a run may be its title.
fn empty_keys(lines: &[TextLine<'_>]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let end = start
            + lines[start..]
                .iter()
                .take_while(|line| !line.blank() && key(line.text).is_some())
                .count();
        if end - start >= 3 {
            let under_title = start > 0 && !lines[start - 1].blank() && !lines[start - 1].rule;
            for at in start + usize::from(!under_title)..end {
                let filled = lines.get(at + 1).is_some_and(|next| {
                    !next.blank()
                        && !next.rule
                        && (next.indent > lines[at].indent
                            || (next.listed && !lines[at].listed)
                            || key(next.text).is_none())
                });
                found[at] = !filled && key(lines[at].text).is_some_and(|(_, value)| value.is_empty());
            }
        }
        start = end.max(start + 1);
    }
    found
}

/// Whether a line stops in the middle, and nothing goes on with it.
fn cut_off(line: &TextLine<'_>, next: Option<(&TextLine<'_>, bool)>, next_but_one: Option<&TextLine<'_>>) -> bool {
    let text = line.text.trim_end();
    let words = text.split_whitespace().count();
    if let Some(before) = text.strip_suffix(',') {
        let hangs = dangles(before) || before.ends_with(" do ") || before.ends_with(" do");
        let lower = next.is_some_and(|(next, _)| next.begins_low());
        return words > 1 && (hangs && !lower || !goes_on(line, next, next_but_one));
    }
    if text.ends_with('、') {
        return !goes_on(line, next, next_but_one);
    }
    if text.ends_with("...") || text.ends_with('…') {
        return words > 2 && !goes_on(line, next, next_but_one);
    }
    if ends_after_conjunction(text) {
        return !goes_on(line, next, next_but_one);
    }
    let list_goes_on =
        line.listed && next.is_some_and(|(next, _)| next.listed) && (text.ends_with(" and") || text.ends_with(" or"));
    // The next item begins with a thought of its own, in small letters or not.
    let next_item = line.listed && next.is_some_and(|(next, _)| next.listed && next.indent <= line.indent);
    dangles(text) && !list_goes_on && (next_item || !goes_on(line, next, next_but_one))
}

/// `..., so, easy`: one word after a conjunction set off by commas.
fn ends_after_conjunction(text: &str) -> bool {
    let mut pieces = text.rsplit(',');
    let last = pieces.next().unwrap_or_default().trim();
    let before = pieces.next().unwrap_or_default().trim();
    matches!(before, "so" | "and" | "but" | "because" | "then")
        && !last.is_empty()
        && last.chars().all(char::is_alphabetic)
        && pieces.next().is_some()
}

/// Whether the next line carries on with this one.
fn goes_on(line: &TextLine<'_>, next: Option<(&TextLine<'_>, bool)>, next_but_one: Option<&TextLine<'_>>) -> bool {
    let Some((next, gap)) = next else { return false };
    let heads = next.heading > 0 || next.rule || next_but_one.is_some_and(|under| under.rule);
    if heads || (gap && next.indent < line.indent) {
        return false;
    }
    if next.indent > line.indent || next.begins_low() {
        return true;
    }
    match (line.listed, next.listed) {
        (true, true) => false,
        (false, true) => {
            next.indent == line.indent
                && (!gap
                    || [" is", " are", " was", " were"]
                        .iter()
                        .any(|end| line.text.ends_with(end)))
        }
        (listed, false) => {
            let label = key(next.text).is_some() || next.text.contains("=>");
            let short = next.text.split_whitespace().count() < 5 && !next.text.ends_with(['.', '!', '?', ',']);
            let titles = short
                && next_but_one.is_some_and(|under| !under.blank() && (under.indent > next.indent || under.listed));
            !gap && !label && !titles && (next.indent == line.indent || listed)
        }
    }
}

#[cfg(test)]
mod tests;
