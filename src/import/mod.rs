//! Notes and banks of other shapes, read into proposals: pure, one file a format.
//!
//! [`read`] looks at the name and the bytes and hands the lines to a format. What comes back is plain data: every
//! non-blank line of the source is in an item or in the remainder, and the person's text is never changed.

pub mod formats;
pub mod language;
mod lines;
pub mod link;
mod notes;
pub mod report;

use crate::domain::answer::unfinished::unfinished;
use crate::domain::category::Category;
use crate::domain::part::Part;
use crate::domain::problem::Problem;

pub use self::lines::source::LIMIT;

/// What a piece of notes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A prompt an interviewer may ask.
    Question,
    /// An answer that tells what happened.
    Story,
    /// An answer that gives a reason, a plan or an opinion.
    Point,
    /// A question for the interviewer.
    AskThem,
    /// A section of a journal of real interviews: one company.
    Interview,
    /// Advice, links, letters: kept, nobody's answer.
    Note,
}

impl ItemKind {
    /// The word used in files and lists.
    pub fn id(self) -> &'static str {
        match self {
            ItemKind::Question => "question",
            ItemKind::Story => "story",
            ItemKind::Point => "point",
            ItemKind::AskThem => "ask-them",
            ItemKind::Interview => "interview",
            ItemKind::Note => "note",
        }
    }
}

/// The own text of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Lines of the source, verbatim: first and last, counted from 1.
    Lines(Vec<(usize, usize)>),
    /// Text of its own: a cell, a JSON value, what follows a question on its line.
    Text(String),
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its title without marks; none for an answer that only has its question's.
    pub title: Option<String>,
    /// Where it stands: first and last line, counted from 1.
    pub lines: (usize, usize),
    /// Its own text; a title line is left out.
    pub body: Body,
    /// What it is about; *unsorted* when unsure.
    pub category: Category,
    /// The parts that have text, where the source labels them.
    pub parts: Vec<Part>,
    /// Whether the source labels the parts.
    pub labelled: bool,
    /// For questions: whether an answer stands with it.
    pub answered: Option<bool>,
    /// The question items it answers, as indices into the same list.
    pub answers: Vec<usize>,
    /// Lines that are marked, empty or cut off.
    pub unfinished: Vec<usize>,
    /// Whether it says of itself that it is an example.
    pub sample: bool,
}

impl Item {
    /// One of which nothing is known but its kind and where it stands.
    fn new(kind: ItemKind, lines: (usize, usize), body: Body) -> Item {
        Item {
            kind,
            title: None,
            lines,
            body,
            category: Category::Unsorted,
            parts: Vec::new(),
            labelled: false,
            answered: None,
            answers: Vec::new(),
            unfinished: Vec::new(),
            sample: false,
        }
    }
}

/// Where the lines of a file went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Lines with something to see.
    pub nonblank: usize,
    /// Those inside an item.
    pub placed: usize,
    /// Runs of the others: first and last line.
    pub remainder: Vec<(usize, usize)>,
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
    /// Where the lines went.
    pub coverage: Coverage,
    /// What was wrong.
    pub problems: Vec<Problem>,
    /// Where each line begins and ends in the text.
    spans: Vec<(usize, usize)>,
}

impl Reading {
    /// The own text of an item, byte for byte.
    pub fn body(&self, item: &Item) -> String {
        match &item.body {
            Body::Text(text) => text.clone(),
            Body::Lines(runs) => runs.iter().map(|run| self.span(*run)).collect(),
        }
    }

    /// Where the lines go if only some of its items are taken.
    pub fn coverage_of<'a>(&self, items: impl Iterator<Item = &'a Item>) -> Coverage {
        let lines: Vec<&str> = (1..=self.spans.len()).map(|line| self.span((line, line))).collect();
        cover(&lines, items)
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

/// Reads a file into proposals; the name decides the format, the bytes are never trusted.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let source = self::lines::source::decode(name, bytes);
    let spans = self::lines::source::line_spans(&source.text);
    let lines: Vec<&str> = spans
        .iter()
        .map(|(start, end)| source.text[*start..*end].trim_end_matches(['\n', '\r']))
        .collect();
    let mut problems = source.problems;
    let items = if source.readable {
        propose(name, &source.text, &lines, &mut problems)
    } else {
        Vec::new()
    };
    let coverage = cover(&lines, items.iter());
    Reading {
        file: name.to_owned(),
        text: source.text,
        items,
        coverage,
        problems,
        spans,
    }
}

/// Hands the text to the format the name speaks of; what a format cannot read is read as notes.
fn propose(name: &str, text: &str, lines: &[&str], problems: &mut Vec<Problem>) -> Vec<Item> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    match ending.as_str() {
        "csv" | "tsv" | "tab" => {
            let mut items = self::formats::table::read(text, &ending);
            if !items.is_empty() {
                // A cell whose quote is never closed can end behind the last line.
                for item in &mut items {
                    item.lines.1 = item.lines.1.min(lines.len());
                }
                return items;
            }
        }
        "json" | "jsonl" | "ndjson" => match self::formats::json::read(text) {
            Ok(items) => return items,
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
        notes::read(lines, dialect)
    } else {
        beside(lines, dialect, interviews)
    };
    spread_unfinished(lines, &mut items);
    items
}

/// The sections of a journal, and what the lines around them hold.
fn beside(lines: &[&str], dialect: self::lines::Dialect, interviews: Vec<Item>) -> Vec<Item> {
    let mut around = lines.to_vec();
    for (first, last) in interviews.iter().map(|item| item.lines) {
        around[first - 1..last].fill("");
    }
    let others = notes::read(&around, dialect);
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

fn cover<'a>(lines: &[&str], items: impl Iterator<Item = &'a Item>) -> Coverage {
    let mut inside = vec![0i64; lines.len() + 1];
    for item in items {
        inside[item.lines.0 - 1] += 1;
        inside[item.lines.1] -= 1;
    }
    let mut coverage = Coverage::default();
    let (mut depth, mut open) = (0, false);
    for (at, line) in lines.iter().enumerate() {
        depth += inside[at];
        if self::lines::source::blank(line) {
            continue;
        }
        coverage.nonblank += 1;
        if depth > 0 {
            coverage.placed += 1;
            open = false;
        } else if let Some(run) = coverage.remainder.last_mut().filter(|_| open) {
            run.1 = at + 1;
        } else {
            coverage.remainder.push((at + 1, at + 1));
            open = true;
        }
    }
    coverage
}

#[cfg(test)]
mod tests;
