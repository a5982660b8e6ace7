//! What the importer proposes: plain data, one value a piece of the notes.

use std::ops::Range;

use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::part::Part;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// Lines of the source, verbatim: first and last, counted from 1.
    Lines(Vec<(usize, usize)>),
    /// Texts of its own, one under the other: cells, values, what follows a question on its line; each under the heading
    /// of its part, where it is one.
    Cells(Vec<(Option<Part>, String)>),
}

impl Body {
    /// One text of its own.
    pub fn text(text: impl Into<String>) -> Body {
        Body::Cells(vec![(None, text.into())])
    }
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
    /// The pieces of the source it is made of.
    pub pieces: Range<usize>,
    /// Its own text; a title line is left out.
    pub body: Body,
    /// For questions: what is asked next, under it.
    pub probes: Vec<String>,
    /// What it is about; *unsorted* when unsure.
    pub category: Category,
    /// Whether the category is only a guess by its words: no heading and no cell says it.
    pub guessed: bool,
    /// The parts that have text, where the source labels them.
    pub parts: Vec<Part>,
    /// Whether the source labels the parts.
    pub labelled: bool,
    /// The lines that a heading of their part is written over, since somebody said that they begin it.
    pub headed: Vec<(usize, Part)>,
    /// For questions: whether an answer stands with it.
    pub answered: Option<bool>,
    /// The question items it answers, as indices into the same list.
    pub answers: Vec<usize>,
    /// The question it answers that is known already: only a person says so.
    pub serves: Option<QuestionId>,
    /// Lines that are marked, empty or cut off.
    pub unfinished: Vec<usize>,
    /// Whether it says of itself that it is an example.
    pub sample: bool,
}

impl Item {
    /// One of which nothing is known but its kind and where it stands.
    pub(super) fn new(kind: ItemKind, lines: (usize, usize), body: Body) -> Item {
        Item {
            kind,
            title: None,
            lines,
            pieces: lines.0.saturating_sub(1)..lines.1,
            body,
            probes: Vec::new(),
            category: Category::Unsorted,
            guessed: false,
            parts: Vec::new(),
            labelled: false,
            headed: Vec::new(),
            answered: None,
            answers: Vec::new(),
            serves: None,
            unfinished: Vec::new(),
            sample: false,
        }
    }
}

/// Texts one under the other, each under the heading of its part, where it is one.
pub(super) fn joined(cells: &[(Option<Part>, String)]) -> String {
    let mut text = String::new();
    for (part, cell) in cells {
        if !text.is_empty() && !text.ends_with("\n\n") {
            text.push_str("\n\n");
        }
        if let Some(part) = part {
            text.extend(["## ", part.title(), "\n"]);
        }
        text.push_str(cell);
    }
    text
}
