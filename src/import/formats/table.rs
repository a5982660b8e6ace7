//! Tables of questions, and of answers beside them: commas, tabs, semicolons or bars, quoted cells over several lines.

use super::record::{Columns, Record, field, items};
use crate::import::item::Item;
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::lines::words::first_words;
use crate::import::reading::{Found, Piece, Shape};

/// A row and the lines it stands on, counted from 1.
struct Row {
    cells: Vec<String>,
    lines: (usize, usize),
    /// The place of its first cell among all of them.
    first: usize,
}

/// Reads a table into items; every cell is a piece.
pub(in crate::import) fn read(text: &str, ending: &str) -> Found {
    let sign = separator(text, ending);
    let mut rows = rows(text, sign);
    let Some(columns) = rows
        .first()
        .and_then(|row| header(&row.cells))
        .or_else(|| guessed(&rows))
    else {
        return Found::default();
    };
    let single = rows.first().is_some_and(|row| row.cells.len() == 1);
    if columns.named && single {
        rows = whole_lines(text);
    }
    let head = if columns.named {
        rows[0].cells.clone()
    } else {
        Vec::new()
    };
    let pieces = pieces(&mut rows, &head);
    Found {
        items: records(&rows[usize::from(columns.named)..], &columns, &[]),
        pieces,
        shape: Shape::Rows,
    }
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
        Some((Some(columns), rows)) => records(rows, &columns, above),
        Some((None, rows)) => guessed(rows).map_or_else(Vec::new, |columns| records(rows, &columns, above)),
        None => Vec::new(),
    }
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

fn records(rows: &[Row], columns: &Columns, above: &[String]) -> Vec<Item> {
    items(rows.iter().filter_map(|row| record(row, columns, above)).collect())
}

fn record(row: &Row, columns: &Columns, above: &[String]) -> Option<Record> {
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
        above: above.to_vec(),
        lines: row.lines,
        pieces: row.first..row.first + row.cells.len(),
    };
    if let Some(story) = cell(columns.story) {
        record.tell(story);
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
fn rows(text: &str, sign: char) -> Vec<Row> {
    let mut found = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let (mut line, mut first) = (1, 1);
    let mut chars = text.char_indices().peekable();
    let mut last_quote = text.rfind('"');
    while let Some((at, c)) = chars.next() {
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
                        line += usize::from(inner == '\n');
                        cell.push(inner);
                    }
                    if last_quote.is_some_and(|last| here >= last) {
                        last_quote = None;
                    }
                }
            }
            '\n' => {
                row.push(std::mem::take(&mut cell).trim_end_matches('\r').to_owned());
                found.push(Row {
                    cells: std::mem::take(&mut row),
                    lines: (first, line),
                    first: 0,
                });
                line += 1;
                first = line;
            }
            c if c == sign => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        found.push(Row {
            cells: row,
            lines: (first, line),
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
    text.lines()
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
mod tests {
    use super::*;

    fn read(text: &str, ending: &str) -> Vec<Item> {
        super::read(text, ending).items
    }
    use crate::domain::category::Category;
    use crate::domain::part::Part;
    use crate::import::{Body, ItemKind};

    #[test]
    fn columns_are_known_by_their_names() {
        let items = read(
            "id,Topic,Question,My answer\n1,Conflict,\"Who, of all, argued?\",\"We argued,\nand I was wrong.\"\n2,,Why boats?,\n",
            "csv",
        );
        assert_eq!(
            items.iter().map(|item| item.kind).collect::<Vec<_>>(),
            [ItemKind::Question, ItemKind::Story, ItemKind::Question]
        );
        assert_eq!(items[0].lines, (2, 3));
        assert_eq!(items[0].category, Category::Conflict);
        assert_eq!(items[1].body, Body::text("We argued,\nand I was wrong."));
        assert_eq!(items[1].answers, [0]);
        assert_eq!((items[2].answered, items[2].lines), (Some(false), (4, 4)));
    }

    #[test]
    fn columns_of_the_parts_make_a_labelled_story() {
        let items = read(
            "title\tsituation\ttask\taction\tresult\nThe pump\tIt failed\t\tI looked\tIt ran\n",
            "tsv",
        );
        assert_eq!(items[0].kind, ItemKind::Story);
        assert!(items[0].labelled);
        assert_eq!(items[0].parts, [Part::Situation, Part::Action, Part::Result]);
    }

    #[test]
    fn a_story_in_a_column_is_a_title_where_it_is_short_and_an_answer_where_not() {
        let items = read(
            "Question;Story;Answer guidance\nTell me about a storm;The mast broke. I cut it loose.;be short\nWhy boats?;The pump;\n",
            "csv",
        );
        assert_eq!(
            items.iter().map(|item| (item.kind, item.answered)).collect::<Vec<_>>(),
            [
                (ItemKind::Question, Some(true)),
                (ItemKind::Story, None),
                (ItemKind::Question, Some(false))
            ]
        );
    }

    #[test]
    fn a_prompt_in_a_column_of_questions_needs_no_question_mark() {
        let items = read(
            "question\nTake me back to a storm that you saw coming.\nThat is all for today.\n",
            "csv",
        );
        assert_eq!(
            items.iter().map(|item| item.kind).collect::<Vec<_>>(),
            [ItemKind::Question, ItemKind::Note]
        );
    }

    #[test]
    fn commas_in_a_table_of_one_column_part_nothing() {
        let items = read(
            "question\nWhy boats, and why now?\nTell me about a storm, please\n",
            "csv",
        );
        assert_eq!(items[0].title.as_deref(), Some("Why boats, and why now?"));
        assert_eq!(items.len(), 2);
    }

    #[test]
    fn a_table_without_a_header_is_read_by_what_asks() {
        let items = read(
            "1;Why boats?;I have liked the water since I was small\n2;Why now?;Because the wind is good\n",
            "csv",
        );
        assert_eq!(items.iter().filter(|item| item.kind == ItemKind::Question).count(), 2);
        assert_eq!(items.iter().filter(|item| item.kind == ItemKind::Point).count(), 2);
    }

    #[test]
    fn an_open_quote_loses_nothing() {
        let items = read("question,answer\nWhy boats?,\"I like water\nWhy now?,wind\n", "csv");
        assert_eq!(items[0].kind, ItemKind::Question);
    }

    #[test]
    fn a_column_beside_those_of_the_parts_titles_the_story() {
        let above = ["STAR table".to_owned()];
        let rows = [
            "| Trip | Situation | Action | Result |",
            "|---|---|---|---|",
            "| The pump | It failed | I looked | It ran |",
        ];
        let items = in_notes(&rows, 3, &above);
        assert_eq!(
            (items[0].kind, items[0].title.as_deref()),
            (ItemKind::Story, Some("The pump"))
        );
        assert_eq!((items[0].lines, items[0].parts.len()), ((5, 5), 3));
        let bare = read("situation,action,result\nIt failed,I looked,It ran\n", "csv");
        assert_eq!((bare[0].kind, bare[0].labelled), (ItemKind::Story, true));
    }
}
