//! Where a reading is not sure of itself, said so that a person can put it right before anything is written.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::item::{Body, Item, ItemKind};
use super::language::called;
use super::lines::source::blank;
use super::lines::words::first_words;
use super::reading::{Reading, Shape};
use super::review::told;
use crate::domain::import_review::{Holds, Is};
use crate::domain::names::meanings;
use crate::domain::problem::Unread;

/// A doubt about some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The lines, counted from 1.
    pub lines: (usize, usize),
    /// What is doubtful, as it is said.
    pub what: String,
    /// Where it asks about all lines of a kind: what they are if one says yes.
    pub yes: Option<Is>,
    /// Whether it asks which part of a story the line tells.
    pub part: bool,
}

/// From how many lines on one item can have swallowed a file.
const SEVERAL: usize = 8;

/// Lines with the same unknown mark from which on it is asked what they are.
const REPEATED: usize = 3;

/// All doubts about a reading, from the top.
pub fn doubts(reading: &Reading) -> Vec<Doubt> {
    let mut found = of_items(reading);
    found.retain(|doubt| !reading.looked_at.contains(&doubt.lines.0));
    found.extend(of_file(reading));
    found.sort_by_key(|doubt| doubt.lines);
    found
}

/// What is doubtful about a whole file, until somebody says that it is right.
fn of_file(reading: &Reading) -> Vec<Doubt> {
    let mut found = Vec::new();
    let last = reading.spans.len();
    if let Some(encoding) = reading.guessed {
        found.push(doubt(
            (1, last.max(1)),
            format!("the file is read as {encoding}, which is a guess"),
        ));
    } else if reading.text.contains(char::REPLACEMENT_CHARACTER) {
        found.push(doubt(
            (1, last.max(1)),
            "some of it could not be read as text".to_owned(),
        ));
    }
    // What of a document is not read: behind its text, or beside the head of its table.
    let missing = reading.problems.iter();
    let missing = missing.filter(|problem| problem.line.is_none() && problem.unread == Unread::Part);
    let at = if reading.shape == Shape::Lines { last.max(1) } else { 1 };
    found.extend(missing.map(|problem| doubt((at, at), problem.what.clone())));
    found.retain(|doubt| !reading.taken.contains(&doubt.lines.0));
    found
}

/// What is doubtful about items, kinds of lines and columns.
fn of_items(reading: &Reading) -> Vec<Doubt> {
    let all = full(reading, (1, reading.spans.len()));
    let mut found: Vec<Doubt> = reading
        .items
        .iter()
        .filter_map(|item| of_item(reading, item, all))
        .collect();
    found.extend(marks(reading));
    found.extend(names(reading));
    found.extend(columns(reading));
    found
}

/// Whether an item is beyond doubt.
pub fn sure(item: &Item, doubts: &[Doubt]) -> bool {
    let inside = |doubt: &Doubt| doubt.lines.0 <= item.lines.1 && item.lines.0 <= doubt.lines.1;
    !doubts.iter().any(inside)
}

fn doubt(lines: (usize, usize), what: String) -> Doubt {
    Doubt {
        lines,
        what,
        yes: None,
        part: false,
    }
}

/// How many of some lines have something to see.
fn full(reading: &Reading, (first, last): (usize, usize)) -> usize {
    (first..=last)
        .filter(|line| !blank(reading.span((*line, *line))))
        .count()
}

/// What is doubtful in one item of a file of so many lines.
fn of_item(reading: &Reading, item: &Item, all: usize) -> Option<Doubt> {
    if !matches!(item.kind, ItemKind::Story | ItemKind::Point) {
        return None;
    }
    let own = full(reading, item.lines);
    let kind = if item.kind == ItemKind::Story {
        "story"
    } else {
        "answer"
    };
    let loose = item.answers.is_empty() && item.title.is_none();
    if reading.shape == Shape::Lines && !item.labelled && all >= SEVERAL && own * 10 > all * 6 && loose {
        return Some(doubt(item.lines, format!("one {kind} takes {own} of {all} lines")));
    }
    if loose {
        return Some(doubt(item.lines, format!("this {kind} has no title and no question")));
    }
    let empty = match &item.body {
        Body::Lines(runs) => runs.is_empty(),
        Body::Cells(cells) => cells.iter().all(|(_, text)| text.trim().is_empty()),
    };
    empty.then(|| doubt(item.lines, format!("this {kind} has a title and no text")))
}

/// Marks that begin several lines and are none the reader knows: what they mean is not sure.
fn marks(reading: &Reading) -> Vec<Doubt> {
    let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
    if reading.shape == Shape::Lines {
        for line in 1..=reading.spans.len() {
            if let Some(mark) = unknown_mark(reading.span((line, line))) {
                lines.entry(mark).or_default().push(line);
            }
        }
    }
    // An A without a Q is an article.
    if !lines.contains_key("Q") {
        lines.remove("A");
    }
    let asked = |line: usize| {
        reading
            .items
            .iter()
            .any(|item| item.kind == ItemKind::Question && item.lines.0 == line)
    };
    let several = lines
        .into_iter()
        .filter(|(_, at)| at.len() >= REPEATED && !at.iter().any(|line| asked(*line)));
    several
        .map(|(mark, at)| {
            let what = format!("{} lines begin with `{mark}`: are they questions?", at.len());
            Doubt {
                yes: Some(Is::Question),
                ..doubt((at[0], at[0]), what)
            }
        })
        .collect()
}

/// A mark that a line begins with: one or two capital letters alone, or signs that begin no list.
fn unknown_mark(line: &str) -> Option<&str> {
    let text = line
        .trim()
        .trim_start_matches(['-', '*', '+', '•', '#', '>'])
        .trim_start();
    let mark = text.split(char::is_whitespace).next()?;
    let rest = text[mark.len()..].trim_start();
    let letter = mark == "Q" || mark == "A";
    let signs = mark.chars().count() < 4
        && mark
            .chars()
            .all(|c| matches!(c, '/' | '?' | '@' | '%' | '^' | '$' | '&' | '~'));
    (!rest.is_empty() && !mark.is_empty() && (letter || signs)).then_some(mark)
}

/// Stories from which on a name that comes again in them is asked after.
const SHARED: usize = 2;

/// Words from which on what stands behind such a name is told, and no date or tag.
const TOLD: usize = 4;

/// Names that several stories have in front of what they tell, and that are those of no part.
fn names(reading: &Reading) -> Vec<Doubt> {
    // Where all that happened is named, other names are those of something else.
    let open =
        |item: &&Item| item.kind == ItemKind::Story && item.parts.iter().filter(|part| part.index() < 4).count() < 4;
    if reading.shape != Shape::Lines || reading.items.iter().filter(open).take(SHARED).count() < SHARED {
        return Vec::new();
    }
    let told = told(reading);
    let mut shared: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for item in reading.items.iter().filter(open) {
        let mut seen = HashSet::new();
        for line in item.lines.0 + 1..=item.lines.1 {
            let at = line - 1;
            let name = told.labels[at].as_deref().filter(|_| told.parts[at].is_none());
            if let Some(name) = name.filter(|name| asked_after(reading, line, name) && seen.insert(*name)) {
                shared.entry(name).or_default().push(line);
            }
        }
    }
    let often = shared.into_values().filter(|lines| lines.len() >= SHARED);
    often
        .map(|lines| {
            let name = called::as_called(&reading.line(lines[0]));
            let what = format!(
                "{} stories tell something called `{name}`: which part is it?",
                lines.len()
            );
            Doubt {
                part: true,
                ..doubt((lines[0], lines[0]), what)
            }
        })
        .collect()
}

/// Whether a line tells something behind its name, and nobody knows what the name means.
fn asked_after(reading: &Reading, line: usize, name: &str) -> bool {
    let behind = called::called(&reading.line(line)).map_or(0, |(_, behind)| first_words(behind, TOLD).len());
    behind >= TOLD && meanings(name).is_empty()
}

/// Columns of a table of which nothing is brought.
fn columns(reading: &Reading) -> Vec<Doubt> {
    if reading.shape != Shape::Rows || reading.items.is_empty() {
        return Vec::new();
    }
    let unused: Vec<&str> = reading
        .columns
        .iter()
        .filter(|column| column.holds == Holds::Nothing && !column.name.is_empty() && !column.samples.is_empty())
        .map(|column| column.name.as_str())
        .collect();
    let head = reading
        .items
        .iter()
        .map(|item| item.lines.0)
        .min()
        .unwrap_or(1)
        .saturating_sub(1)
        .max(1);
    let said = match unused.as_slice() {
        [] => return Vec::new(),
        [one] => format!("the column {one} is not used; it is kept as notes"),
        several => format!(
            "the columns {} are not used; they are kept as notes",
            several.join(", ")
        ),
    };
    vec![doubt((head, head), said)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    fn said(name: &str, bytes: &[u8]) -> Vec<((usize, usize), String)> {
        let doubts = doubts(&read(name, bytes));
        doubts.into_iter().map(|doubt| (doubt.lines, doubt.what)).collect()
    }

    #[test]
    fn text_that_nobody_titled_is_doubtful_and_a_labelled_story_is_not() {
        let sure = "# The pump\nSituation: it failed.\nTask: mend it.\nAction: I took it apart.\nResult: it ran.\n";
        assert!(said("a.md", sure.as_bytes()).is_empty());
        let prose = "We were off Leith when the mast broke and I had the watch.\nI cut it loose and rigged an oar, and we were home by noon that day.\nI learned to look up before I look down, and I told the crew so.\n";
        assert_eq!(
            said("a.md", prose.as_bytes())[0].1,
            "this story has no title and no question"
        );
    }

    #[test]
    fn a_mark_nobody_knows_is_asked_after_and_unused_columns_are_named() {
        let topics = "- Knots\n\t- Q Bowline\n\t- Q Reef\n\t- Q Sheet bend\n";
        assert_eq!(
            said("a.md", topics.as_bytes()),
            [((2, 2), "3 lines begin with `Q`: are they questions?".to_owned())]
        );
        let table = "Question,Colour\nWhy boats?,red\n";
        assert_eq!(
            said("a.csv", table.as_bytes())[0].1,
            "the column Colour is not used; it is kept as notes"
        );
    }

    #[test]
    fn a_guessed_encoding_makes_everything_doubtful() {
        let bytes = b"Why caf\xe9s?\nI like the quiet of a caf\xe9 before the ferry leaves.\n";
        let reading = read("a.txt", bytes);
        let doubts = doubts(&reading);
        assert!(doubts[0].what.starts_with("the file is read as windows-1252"));
        assert!(reading.items.iter().all(|item| !sure(item, &doubts)));
    }
}
