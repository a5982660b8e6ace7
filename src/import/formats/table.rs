//! Tables of questions, and of answers beside them: commas, tabs, semicolons or bars, quoted cells over several lines.

use super::columns::Columns;
use super::preamble::Settings;
use super::record::{Record, field, items};
use crate::domain::import_review::Holds;
use crate::import::item::Item;
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::voice;
use crate::import::language::voice::Count;
use crate::import::lines::words::first_words;
use crate::import::reading::{Column, Found, Piece, Shape};
use crate::text::line_ends::{ENDS, end_at, spans};

/// A row and the lines it stands on, counted from 1.
struct Row {
    cells: Vec<String>,
    lines: (usize, usize),
    /// The place of its first cell among all of them.
    first: usize,
}

/// Reads a table into items; every cell is a piece. What somebody said of columns goes over what is known of them.
pub(in crate::import) fn read(text: &str, ending: &str, said: &[(usize, Holds)]) -> Found {
    let settings = Settings::read(text);
    let sign = settings
        .sign
        .unwrap_or_else(|| separator(&text[settings.end..], ending));
    let mut rows = rows(text, sign);
    let above = preamble(&rows, &settings);
    let columns = settings.columns.as_deref().and_then(header);
    let found = columns
        .or_else(|| rows.get(above).and_then(|row| header(&row.cells)))
        .or_else(|| guessed(&rows[above..]));
    let Some(mut columns) = found.or_else(|| unknown(&rows[above..], said)) else {
        return Found::default();
    };
    for (at, holds) in said {
        columns.say(*at, *holds);
    }
    let headed = columns.named && settings.columns.is_none();
    let single = rows.get(above).is_some_and(|row| row.cells.len() == 1);
    if headed && single && above == 0 {
        rows = whole_lines(text);
    }
    let head = match settings.columns {
        Some(columns) => columns,
        None if headed => rows[above].cells.clone(),
        None => Vec::new(),
    };
    let pieces = pieces(&mut rows, &head);
    let rows = &rows[(above + usize::from(headed)).min(rows.len())..];
    Found {
        items: records(rows, &columns, &head, &[]),
        pieces,
        shape: Shape::Rows,
        columns: shown(rows, &columns, &head),
    }
}

/// Columns nobody knows, where somebody says what some hold: the first row is their head.
fn unknown(rows: &[Row], said: &[(usize, Holds)]) -> Option<Columns> {
    let wide = rows.first().is_some_and(|row| row.cells.len() > 1);
    (wide && !said.is_empty()).then(|| Columns {
        named: true,
        ..Columns::default()
    })
}

/// The columns with their names and some of their cells.
fn shown(rows: &[Row], columns: &Columns, head: &[String]) -> Vec<Column> {
    const SAMPLES: usize = 3;
    const WIDE: usize = 64;
    let width = rows.iter().take(200).map(|row| row.cells.len()).max().unwrap_or(0);
    let column = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.cells.get(at));
        let full = cells.filter(|cell| !cell.trim().is_empty()).take(SAMPLES);
        Column {
            name: head.get(at).map_or_else(String::new, |name| name.trim().to_owned()),
            samples: full.map(|cell| cell.trim().to_owned()).collect(),
            holds: columns.holds(at),
        }
    };
    (0..width.max(head.len()).min(WIDE)).map(column).collect()
}

/// How many rows stand above the head: the settings, and lines like a title where the head stands further down.
fn preamble(rows: &[Row], settings: &Settings) -> usize {
    const REACH: usize = 5;
    let set = rows.iter().take_while(|row| row.lines.1 <= settings.lines).count();
    let wide = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let head = |row: &Row| row.cells.len() * 2 > wide && row.cells.len() > 1 && header(&row.cells).is_some();
    let found = rows.iter().skip(set).take(REACH).position(head);
    let first = rows.get(set).is_some_and(|row| header(&row.cells).is_some());
    set + found.filter(|_| !first || wide > 1).unwrap_or(0)
}

/// The cells of all rows, each with the name of its column.
fn pieces(rows: &mut [Row], head: &[String]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for row in rows {
        row.first = pieces.len();
        pieces.extend(row.cells.iter().enumerate().map(|(at, cell)| {
            Piece {
                lines: row.lines,
                name: head
                    .get(at)
                    .map(|name| name.trim().to_owned())
                    .filter(|name| !name.is_empty()),
                text: Some(cell.clone()),
                from: 0,
            }
        }));
    }
    pieces
}

/// Reads a Markdown table in notes, given its lines, where the first of them stands, and the headings above.
pub(in crate::import) fn in_notes(lines: &[&str], first: usize, above: &[String]) -> Vec<Item> {
    let rows: Vec<Row> = lines
        .iter()
        .enumerate()
        .filter(|(n, _)| *n != 1)
        .map(|(n, line)| Row {
            cells: bar_cells(line),
            lines: (first + n, first + n),
            first: 0,
        })
        .collect();
    match rows.split_first().map(|(head, rows)| (header(&head.cells), rows)) {
        Some((Some(columns), rows)) => records(rows, &columns, &lines_head(lines), above),
        Some((None, rows)) => guessed(rows)
            .or_else(|| told(rows))
            .map_or_else(Vec::new, |columns| records(rows, &columns, &[], above)),
        None => Vec::new(),
    }
}

/// The names of the columns of a Markdown table.
fn lines_head(lines: &[&str]) -> Vec<String> {
    lines.first().map_or_else(Vec::new, |head| bar_cells(head))
}

/// The cells between bars; a bar after a backslash is text.
fn bar_cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let escaped = line.replace("\\|", "\0");
    escaped
        .split('|')
        .map(|cell| cell.replace('\0', "|").replace("<br>", "\n").trim().to_owned())
        .collect()
}

fn records(rows: &[Row], columns: &Columns, head: &[String], above: &[String]) -> Vec<Item> {
    items(
        rows.iter()
            .filter_map(|row| record(row, columns, head, above))
            .collect(),
    )
}

fn record(row: &Row, columns: &Columns, head: &[String], above: &[String]) -> Option<Record> {
    let cell = |at: Option<usize>| {
        at.and_then(|at| row.cells.get(at))
            .map(|cell| cell.trim().to_owned())
            .filter(|cell| !cell.is_empty())
    };
    let mut record = Record {
        question: cell(columns.question),
        title: cell(columns.title),
        answer: cell(columns.answer),
        category: cell(columns.category),
        parts: columns
            .parts
            .iter()
            .filter_map(|(part, at)| cell(Some(*at)).map(|text| (*part, text)))
            .collect(),
        sample: columns.sample,
        named: columns.named,
        listed: false,
        beside: Vec::new(),
        above: above.to_vec(),
        lines: row.lines,
        pieces: row.first..row.first + row.cells.len(),
    };
    if let Some(story) = cell(columns.story) {
        record.tell(story);
    }
    if record.question.is_none() && record.answer.is_none() && record.parts.len() < 2 {
        let names = head
            .iter()
            .enumerate()
            .filter(|(at, _)| Some(*at) != columns.title.or(columns.story));
        record.beside = names
            .filter_map(|(at, name)| cell(Some(at)).map(|text| format!("{}: {text}", name.trim())))
            .collect();
    }
    let told = record.answer.is_some() || record.parts.len() > 1;
    (record.question.is_some() || record.title.is_some() || told).then_some(record)
}

/// The separator: by the ending, else the one the first line has most of outside quotes.
fn separator(text: &str, ending: &str) -> char {
    if ending == "tsv" || ending == "tab" {
        return '\t';
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(',', 0), ('\t', 0), (';', 0), ('|', 0)];
    for c in first.chars() {
        quoted ^= c == '"';
        for (sign, count) in &mut counts {
            *count += usize::from(!quoted && c == *sign);
        }
    }
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count > 0)
        .map_or(',', |(sign, _)| sign)
}

/// Every row; a quote that is never closed ends with its line.
///
/// Not read by the csv crate, which leaves out a quote inside a word (`"I"ve rowed`): the word would be another one then.
fn rows(text: &str, sign: char) -> Vec<Row> {
    let spans = spans(text);
    let line_of = |at: usize| spans.partition_point(|(start, _)| *start <= at).max(1);
    let mut found = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let (mut first, mut skip) = (0, 0);
    let mut chars = text.char_indices().peekable();
    let mut last_quote = text.rfind('"');
    while let Some((at, c)) = chars.next() {
        if at < skip {
            continue;
        }
        match c {
            '"' if cell.trim().is_empty() && last_quote.is_some_and(|last| last > at) => {
                cell.clear();
                while let Some((here, inner)) = chars.next() {
                    if inner == '"' && chars.peek().is_some_and(|(_, next)| *next == '"') {
                        chars.next();
                        cell.push('"');
                    } else if inner == '"' {
                        // A quote inside a word ends no cell and stays in it.
                        let goes_on = |next: &(usize, char)| !next.1.is_whitespace() && next.1 != sign;
                        cell.extend(chars.peek().filter(|next| goes_on(next)).map(|_| '"'));
                        break;
                    } else {
                        cell.push(inner);
                    }
                    if last_quote.is_some_and(|last| here >= last) {
                        last_quote = None;
                    }
                }
            }
            c if c == sign => row.push(std::mem::take(&mut cell)),
            c if ENDS.contains(&c) => {
                row.push(std::mem::take(&mut cell));
                found.push(Row {
                    cells: std::mem::take(&mut row),
                    lines: (line_of(first), line_of(at)),
                    first: 0,
                });
                skip = at + end_at(&text[at..]);
                first = skip;
            }
            c => cell.push(c),
        }
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        found.push(Row {
            cells: row,
            lines: (line_of(first), line_of(text.len() - 1)),
            first: 0,
        });
    }
    found.retain(|row| row.cells.iter().any(|cell| !crate::import::lines::source::blank(cell)));
    found
}

/// One row a line, for a table of one column whose commas nobody quoted.
fn whole_lines(text: &str) -> Vec<Row> {
    let line = |(at, line): (usize, &str)| {
        let cell = line.trim().trim_end_matches(',');
        let bare = cell
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .map(|inner| inner.replace("\"\"", "\""));
        Row {
            cells: vec![bare.unwrap_or_else(|| cell.to_owned())],
            lines: (at + 1, at + 1),
            first: 0,
        }
    };
    let lines = spans(text);
    let lines = lines
        .iter()
        .map(|(start, end)| text[*start..*end].trim_end_matches(ENDS));
    lines
        .enumerate()
        .map(line)
        .filter(|row| !crate::import::lines::source::blank(&row.cells[0]))
        .collect()
}

fn header(cells: &[String]) -> Option<Columns> {
    let mut columns = Columns::default();
    for (at, cell) in cells.iter().enumerate() {
        if first_words(cell, 6).len() > 5 || asks::asks(cell) != Asks::No {
            return None;
        }
        columns.name(cell, at);
    }
    if columns.parts.len() > 1 && columns.question.or(columns.title).or(columns.story).is_none() {
        // Beside columns of parts, the first of another name says which story it is.
        columns.title = (0..cells.len()).find(|at| cells.get(*at).is_some_and(|name| field(name).is_none()));
    }
    columns.named = columns.question.or(columns.title).or(columns.story).is_some() || columns.parts.len() > 1;
    columns.named.then_some(columns)
}

/// Two columns without names that are known: a few words in each row, and beside them what the person says of that.
fn told(rows: &[Row]) -> Option<Columns> {
    const ROWS: usize = 3;
    const NAME: usize = 6;
    const TOLD: u32 = 15;
    let says = |row: &Row| match row.cells.as_slice() {
        [name, told] => {
            let named = (1..=NAME).contains(&first_words(name, NAME + 1).len());
            let count: Count = told.lines().map(voice::count).sum();
            (named && count.words >= TOLD).then_some(count)
        }
        _ => None,
    };
    let told: Vec<Count> = rows.iter().filter_map(says).collect();
    let spoken = told.iter().filter(|count| count.own > 0).count();
    let most = told.len() * 4 >= rows.len() * 3 && spoken * 2 > told.len();
    (rows.len() >= ROWS && most).then(|| Columns {
        title: Some(0),
        answer: Some(1),
        named: true,
        ..Columns::default()
    })
}

/// Columns without a header: the one that asks most is the question, the longest of the others the answer.
fn guessed(rows: &[Row]) -> Option<Columns> {
    let width = rows.iter().take(200).map(|row| row.cells.len()).max()?.min(64);
    let sample = || rows.iter().take(200);
    let asking = |at: usize| {
        sample()
            .filter(|row| row.cells.get(at).is_some_and(|cell| asks::asks(cell) != Asks::No))
            .count()
    };
    let length = |at: usize| {
        sample()
            .map(|row| row.cells.get(at).map_or(0, |cell| cell.matches(' ').count()))
            .sum::<usize>()
    };
    let question = (0..width)
        .max_by_key(|at| (asking(*at), std::cmp::Reverse(*at)))
        .filter(|at| asking(*at) * 2 >= sample().count())?;
    let answer = (0..width)
        .filter(|at| *at != question)
        .max_by_key(|at| length(*at))
        .filter(|at| length(*at) > 4 * sample().count());
    Some(Columns {
        question: Some(question),
        answer,
        ..Columns::default()
    })
}

#[cfg(test)]
mod tests;
