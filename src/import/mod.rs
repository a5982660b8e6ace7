//! Notes and banks of other shapes, read into proposals: pure, one file a format.
//!
//! [`read`] looks at the name and the bytes and hands the lines to a format. What comes back is plain data, and the
//! person's text is never changed. [`account()`] says where every word of it goes: into an item, or to what is left over.

pub mod account;
pub mod doubts;
pub mod formats;
mod item;
pub mod language;
mod lines;
mod notes;
mod reading;
pub mod report;
pub mod review;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::answer::unfinished::unfinished;
use crate::domain::problem::Problem;
use crate::text::line_ends::{ENDS, spans};
use account::{Held, account};
use reading::{Found, PartsSaid, Shape};

pub use item::{Body, Item, ItemKind};
pub use reading::{Column, Coverage, Named, Reading};

pub use self::lines::source::LIMIT;

/// Reads a file into proposals; the name decides the format, the bytes are never trusted.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    read_named(name, bytes, &Named::default())
}

/// The same where somebody said what some columns of a table hold, or which parts of stories some lines begin.
pub fn read_named(name: &str, bytes: &[u8], named: &Named) -> Reading {
    let mut source = self::lines::source::decode(name, bytes);
    if self::lines::html::speaks(name, &source.text.lines().collect::<Vec<_>>()) {
        source.text = self::lines::html::to_text(&source.text);
    }
    let spans = spans(&source.text);
    let lines: Vec<&str> = spans
        .iter()
        .map(|(start, end)| source.text[*start..*end].trim_end_matches(ENDS))
        .collect();
    let mut problems = source.problems;
    let found = if source.readable {
        let ending = source.ending.map_or_else(|| ending(name), str::to_owned);
        propose(name, &ending, &source.text, &lines, named, &mut problems)
    } else {
        Found::default()
    };
    let mut reading = Reading {
        file: name.to_owned(),
        numbers: self::lines::source::numbers(&source.text, &spans),
        guessed: source.guessed,
        text: source.text,
        items: found.items,
        coverage: Coverage::default(),
        problems,
        spans,
        pieces: found.pieces,
        shape: found.shape,
        parts: if found.shape == Shape::Lines {
            named.parts.clone()
        } else {
            BTreeMap::new()
        },
        columns: found.columns,
        looked_at: BTreeSet::new(),
        taken: BTreeSet::new(),
    };
    let held: Vec<Held> = reading.items.iter().map(Item::held).collect();
    let coverage = account(&reading, &held).coverage();
    reading.coverage = coverage;
    reading
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase()
}

/// Hands the text to the format the ending speaks of; what a format cannot read is read as notes.
fn propose(name: &str, ending: &str, text: &str, lines: &[&str], named: &Named, problems: &mut Vec<Problem>) -> Found {
    match ending {
        "csv" | "tsv" | "tab" => {
            let found = self::formats::table::read(text, ending, &named.columns);
            if !found.items.is_empty() {
                return within(found, lines.len());
            }
        }
        "yaml" | "yml" => {
            let found = self::formats::yaml::read(lines);
            if let Some(found) = found.filter(|found| !found.items.is_empty()) {
                return found;
            }
        }
        "json" | "jsonl" | "ndjson" => match self::formats::json::read(text) {
            Ok(found) => return found,
            Err(line) => problems.push(Problem::line(
                name,
                line,
                "it is not valid JSON here",
                "put it right, or import it as .txt",
            )),
        },
        _ => {}
    }
    let dialect = if ending == "org" || self::lines::org::speaks(lines) {
        self::lines::Dialect::Org
    } else {
        self::lines::Dialect::Markdown
    };
    let interviews = self::formats::journal::items(lines, dialect);
    let mut items = if interviews.is_empty() {
        notes::read(lines, dialect, &named.parts)
    } else {
        beside(lines, dialect, interviews, &named.parts)
    };
    spread_unfinished(lines, &mut items);
    for item in &mut items {
        item.pieces = item.lines.0 - 1..item.lines.1.max(item.pieces.end);
    }
    Found {
        items,
        pieces: account::pieces_of(lines, dialect),
        shape: Shape::Lines,
        columns: Vec::new(),
    }
}

/// A table on the lines there are: a cell whose quote is never closed can end behind the last one.
fn within(mut found: Found, last: usize) -> Found {
    let lines = found.items.iter_mut().map(|item| &mut item.lines);
    for lines in lines.chain(found.pieces.iter_mut().map(|piece| &mut piece.lines)) {
        lines.1 = lines.1.min(last);
    }
    found
}

/// The sections of a journal, and what the lines around them hold.
fn beside(lines: &[&str], dialect: self::lines::Dialect, interviews: Vec<Item>, parts: &PartsSaid) -> Vec<Item> {
    let mut around = lines.to_vec();
    for (first, last) in interviews.iter().map(|item| item.lines) {
        around[first - 1..last].fill("");
    }
    let others = notes::read(&around, dialect, parts);
    // Answers name their questions by place, so places are kept when the interviews are put in between.
    let before = |first: usize| interviews.iter().filter(|item| item.lines.0 < first).count();
    let moved: Vec<usize> = others
        .iter()
        .enumerate()
        .map(|(n, item)| n + before(item.lines.0))
        .collect();
    let mut items: Vec<Item> = Vec::with_capacity(others.len() + interviews.len());
    let mut interviews = interviews.into_iter().peekable();
    for mut item in others {
        while let Some(interview) = interviews.next_if(|interview| interview.lines.0 < item.lines.0) {
            items.push(interview);
        }
        item.answers.iter_mut().for_each(|answer| *answer = moved[*answer]);
        items.push(item);
    }
    items.extend(interviews);
    items
}

/// Gives each unfinished line to the innermost item around it.
fn spread_unfinished(lines: &[&str], items: &mut [Item]) {
    let mut owner: Vec<Option<usize>> = vec![None; lines.len()];
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|n| std::cmp::Reverse(items[*n].lines.1 - items[*n].lines.0));
    for n in order {
        let (first, last) = items[n].lines;
        for slot in owner.iter_mut().take(last).skip(first - 1) {
            *slot = Some(n);
        }
    }
    for place in unfinished(&lines.join("\n")) {
        let Some(item) = owner.get(place.line - 1).copied().flatten().map(|n| &mut items[n]) else {
            continue;
        };
        let prompt = matches!(item.kind, ItemKind::Question | ItemKind::AskThem) && item.lines.0 == place.line;
        let counts = !prompt || place.why == "to do";
        if counts && !item.unfinished.contains(&place.line) {
            item.unfinished.push(place.line);
        }
    }
    for item in items {
        item.unfinished.sort_unstable();
    }
}

#[cfg(test)]
mod tests;
