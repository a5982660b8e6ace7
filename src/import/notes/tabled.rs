//! Markdown tables in notes: those with questions or stories are read, others stay text.

use std::collections::HashSet;
use std::ops::Range;

use super::Reader;
use super::answers::trimmed;
use crate::import::formats::table;
use crate::import::lines::Line;
use crate::import::lines::blocks::{Block, blocks};
use crate::import::lines::words::first_words;
use crate::import::{Body, Item, ItemKind};

impl Reader<'_> {
    /// The text of a section, its tables read as tables.
    pub(super) fn between_tables(&mut self, at: usize, body: Range<usize>, found: &[Block]) {
        let mut rest = body.clone();
        while let Some((range, items)) = self.table(at, rest.clone()) {
            self.text(at, rest.start..range.start);
            let before = self.items.len();
            self.items.extend(items.into_iter().map(|mut item| {
                item.answers.iter_mut().for_each(|to| *to += before);
                item
            }));
            rest.start = range.end;
        }
        if rest == body {
            self.topic(at, &body, found);
        } else {
            self.text(at, rest);
        }
    }

    fn text(&mut self, at: usize, range: Range<usize>) {
        let range = trimmed(&self.lines, range);
        if !range.is_empty() {
            let found = blocks(&self.lines, range.clone());
            self.topic(at, &range, &found);
        }
    }

    /// Whether a table tells stories by their parts, one a row: one row alone could explain the method.
    pub(super) fn stories_in_rows(&self, at: usize, body: &Range<usize>) -> bool {
        self.table(at, body.clone())
            .is_some_and(|(_, items)| items.iter().filter(|item| item.labelled).count() > 1)
    }

    /// The first table that brings something, and where it stands.
    pub(super) fn table(&self, at: usize, range: Range<usize>) -> Option<(Range<usize>, Vec<Item>)> {
        let above: Vec<String> = self.headings(at).into_iter().map(str::to_owned).collect();
        let mut start = range.start;
        while let Some(head) = (start..range.end.saturating_sub(1)).find(|at| heads_table(&self.lines[*at..])) {
            let rows = self.lines[head..range.end].iter().take_while(|line| row(line)).count();
            let raw: Vec<&str> = self.lines[head..head + rows].iter().map(|line| line.raw).collect();
            let items = table::in_notes(&raw, head + 1, &above);
            if !items.is_empty() && !is_index(&raw, &items) {
                return Some((head..head + rows, items));
            }
            start = head + rows;
        }
        None
    }
}

/// Whether a table only lists stories that are told or to be told elsewhere: nothing in its rows is told, and its last
/// column says how far each is, in a few words that come again.
fn is_index(raw: &[&str], items: &[Item]) -> bool {
    const TOLD: usize = 15;
    let bare = |item: &Item| match &item.body {
        _ if item.labelled || !item.answers.is_empty() || item.kind != ItemKind::Story => false,
        Body::Cells(cells) => {
            cells
                .iter()
                .map(|(_, cell)| first_words(cell, TOLD).len())
                .sum::<usize>()
                < TOLD
        }
        Body::Lines(_) => true,
    };
    let rows: Vec<&&str> = raw.iter().skip(2).collect();
    let states: HashSet<&str> = rows
        .iter()
        .filter_map(|row| row.trim().trim_end_matches('|').rsplit('|').next())
        .map(str::trim)
        .collect();
    rows.len() > 3 && states.len() * 2 <= rows.len() && items.iter().all(bare)
}

fn row(line: &Line<'_>) -> bool {
    line.raw.contains('|')
}

/// A row with a line of dashes and bars under it.
fn heads_table(lines: &[Line<'_>]) -> bool {
    let [head, under, ..] = lines else { return false };
    let dashes = under.raw.contains('-') && under.raw.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    row(head) && row(under) && dashes
}
