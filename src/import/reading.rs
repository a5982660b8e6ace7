//! What was read from one file: its text with its lines, what is proposed, and the pieces it is accounted for by.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Body, Item, joined};
use super::language::labels;
use super::lines::{Dialect, Line, html, source};
use crate::domain::import_review::Holds;
use crate::domain::names;
use crate::domain::part::Part;
use crate::domain::problem::Problem;
use crate::markup::markdown::heading;
use crate::text::line_ends;

/// Where the lines of a file went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Lines with something to see.
    pub nonblank: usize,
    /// Those of which every word is in an item.
    pub placed: usize,
    /// Of the others, those of which some words are.
    pub in_part: usize,
    /// Runs of the others: first and last line.
    pub remainder: Vec<(usize, usize)>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name; empty where the table has no head.
    pub name: String,
    /// Some of its cells.
    pub samples: Vec<String>,
    /// What it holds.
    pub holds: Holds,
}

/// The parts of stories that lines were said to begin, counted from 1; none where they begin none.
pub(super) type PartsSaid = BTreeMap<usize, Option<Part>>;

/// What a person named in a file before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// What columns of a table hold, counted from 0.
    pub columns: Vec<(usize, Holds)>,
    /// The parts of stories that lines begin, counted from 1; none where they begin none.
    pub parts: PartsSaid,
}

/// What was read from one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The name it was read under.
    pub file: String,
    /// The decoded text, line ends as they were.
    pub text: String,
    /// What it proposes, in the order of the source.
    pub items: Vec<Item>,
    /// Where the lines go if all of it is brought.
    pub coverage: Coverage,
    /// What was wrong.
    pub problems: Vec<Problem>,
    /// The encoding it was read in, where that is a guess.
    pub guessed: Option<&'static str>,
    /// The columns of a table.
    pub columns: Vec<Column>,
    /// The parts that lines were said to begin.
    pub(super) parts: PartsSaid,
    /// The lines somebody said something of: what begins there is beyond doubt.
    pub(super) looked_at: BTreeSet<usize>,
    /// Those of them that were said to be right as they are.
    pub(super) taken: BTreeSet<usize>,
    /// Where each line begins and ends in the text.
    pub(super) spans: Vec<(usize, usize)>,
    /// The number an editor gives each line.
    pub(super) numbers: Vec<usize>,
    /// What is accounted for, in the order of the source.
    pub(super) pieces: Vec<Piece>,
    /// How the pieces stand to the lines.
    pub(super) shape: Shape,
}

impl Reading {
    /// The text of a file with its lines, nothing read out of it.
    pub fn unread(name: &str, bytes: &[u8]) -> Reading {
        let mut source = source::decode(name, bytes);
        if html::speaks(name, &source.text.lines().collect::<Vec<_>>()) {
            source.text = html::to_text(&source.text);
        }
        let spans = line_ends::spans(&source.text);
        Reading {
            file: name.to_owned(),
            numbers: source::numbers(&source.text, &spans),
            spans,
            guessed: source.guessed,
            text: source.text,
            items: Vec::new(),
            coverage: Coverage::default(),
            problems: source.problems,
            pieces: Vec::new(),
            shape: Shape::Lines,
            columns: Vec::new(),
            parts: BTreeMap::new(),
            looked_at: BTreeSet::new(),
            taken: BTreeSet::new(),
        }
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        self.spans.len()
    }

    /// Whether somebody said something of what begins at a line.
    pub fn looked_at(&self, line: usize) -> bool {
        self.looked_at.contains(&line)
    }

    /// The number an editor gives a line: several are one to it, where only some of their ends count there.
    pub fn number(&self, line: usize) -> usize {
        let there = line.checked_sub(1).and_then(|at| self.numbers.get(at));
        there.copied().unwrap_or(line)
    }

    /// The own text of an item, byte for byte.
    pub fn body(&self, item: &Item) -> String {
        match &item.body {
            Body::Lines(runs) if item.headed.is_empty() => runs.iter().map(|run| self.span(*run)).collect(),
            Body::Lines(runs) => self.under_headings(runs, &item.headed),
            Body::Cells(cells) => joined(cells),
        }
    }

    /// Lines of the source, a heading over each that was said to begin a part. One that is a heading of another name is
    /// text then.
    fn under_headings(&self, runs: &[(usize, usize)], headed: &[(usize, Part)]) -> String {
        let mut text = String::new();
        for line in runs.iter().flat_map(|(first, last)| *first..=*last) {
            let raw = self.span((line, line));
            let part = headed.iter().find(|(at, _)| *at == line).map(|(_, part)| *part);
            let title = heading(raw);
            match part {
                Some(part) if title.and_then(names::part) != Some(part) => {
                    let end = if raw.ends_with("\r\n") { "\r\n" } else { "\n" };
                    text.extend(["## ", part.title(), end]);
                    let marks = title.map_or(0, |_| raw.len() - raw.trim_start_matches(['#', ' ', '\t']).len());
                    text.push_str(&raw[marks..]);
                }
                _ => text.push_str(raw),
            }
        }
        text
    }

    /// A line, with the part it was said to begin.
    pub(super) fn line(&self, line: usize) -> Line<'_> {
        let mut read = Line::read(self.span((line, line)), Dialect::Markdown);
        if let Some(part) = self.parts.get(&line) {
            labels::say(&mut read, *part);
        }
        read
    }

    /// The text of a piece.
    pub(super) fn text_of<'a>(&'a self, piece: &'a Piece) -> &'a str {
        piece.text.as_deref().unwrap_or_else(|| self.span(piece.lines))
    }

    /// The source text of a run of lines, line ends inside.
    pub fn span(&self, (first, last): (usize, usize)) -> &str {
        let start = first.checked_sub(1).and_then(|n| self.spans.get(n));
        let end = last.checked_sub(1).and_then(|n| self.spans.get(n));
        match (start, end) {
            (Some((start, _)), Some((_, end))) if start <= end => &self.text[*start..*end],
            _ => "",
        }
    }
}

/// One stretch of the source: a line of notes, a cell of a table, a value of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its lines, counted from 1.
    pub(super) lines: (usize, usize),
    /// The name of its column or key.
    pub(super) name: Option<String>,
    /// Its text, where that is not the line as it stands.
    pub(super) text: Option<String>,
    /// The byte its words begin at: list signs and numbers in front are marks.
    pub(super) from: usize,
}

/// How the pieces of a source stand to its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Every line is a piece.
    #[default]
    Lines,
    /// Every cell of a row is a piece, and rows stand on lines of their own.
    Rows,
    /// Every value is a piece, and several may stand on one line.
    Values,
}

/// What a format found in a source.
#[derive(Default)]
pub(super) struct Found {
    pub(super) items: Vec<Item>,
    pub(super) pieces: Vec<Piece>,
    pub(super) shape: Shape,
    pub(super) columns: Vec<Column>,
}
