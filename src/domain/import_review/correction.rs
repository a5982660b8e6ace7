//! What a person can say of how notes were read.

use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::import_summary::Take;
use crate::domain::part::Part;

/// What a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A question, answered by what follows.
    Question,
    /// A question for the interviewer.
    AskThem,
    /// A story; a short line is its title.
    Story,
    /// A talking point; a short line is its title.
    Point,
    /// Text that is nobody's answer.
    Note,
    /// A heading: what follows is under it.
    Heading,
    /// Nothing: it goes on with what stands above.
    Text,
}

impl Is {
    /// All of them, by the word for each.
    pub const ALL: [(Is, &'static str); 7] = [
        (Is::Question, "question"),
        (Is::AskThem, "ask-them"),
        (Is::Story, "story"),
        (Is::Point, "point"),
        (Is::Note, "note"),
        (Is::Heading, "heading"),
        (Is::Text, "text"),
    ];

    /// The meaning of a word.
    pub fn from_word(word: &str) -> Option<Is> {
        Is::ALL.into_iter().find(|(_, one)| *one == word).map(|(is, _)| is)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        Is::ALL
            .into_iter()
            .find(|(is, _)| *is == self)
            .map_or("", |(_, word)| word)
    }
}

/// How far a correction goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The line alone.
    Line,
    /// All lines that stand under the same heading in the same place.
    Beside,
    /// All lines of its shape.
    Like,
}

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The prompt.
    Question,
    /// The title of a story.
    Title,
    /// The answer.
    Answer,
    /// A story, by its title or in full.
    Story,
    /// The category.
    Category,
    /// One of the parts.
    Part(Part),
    /// Nothing that is brought: it is kept as notes.
    Nothing,
}

impl Holds {
    /// All of them, in the order they are turned.
    pub const ALL: [Holds; 11] = [
        Holds::Question,
        Holds::Answer,
        Holds::Title,
        Holds::Story,
        Holds::Category,
        Holds::Part(Part::Situation),
        Holds::Part(Part::Task),
        Holds::Part(Part::Action),
        Holds::Part(Part::Result),
        Holds::Part(Part::Reflection),
        Holds::Nothing,
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Holds::Question => "question",
            Holds::Title => "title",
            Holds::Answer => "answer",
            Holds::Story => "story",
            Holds::Category => "category",
            Holds::Part(part) => part.id(),
            Holds::Nothing => "nothing",
        }
    }

    /// The meaning of a word.
    pub fn from_word(word: &str) -> Option<Holds> {
        Holds::ALL.into_iter().find(|holds| holds.word() == word)
    }
}

/// The question that something answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// None.
    Nothing,
    /// One of the same notes, by its line.
    Line(usize),
    /// One that is known already.
    Known(QuestionId),
}

/// One correction; lines and columns are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// What a line begins.
    Is(usize, Is, Reach),
    /// The title of what begins at a line.
    Title(usize, String),
    /// The same, where another line is the title.
    TitleLine(usize, usize),
    /// The category of it.
    Category(usize, Category),
    /// What it answers.
    Answers(usize, Asked),
    /// The part of a story that a line begins, or that it begins none.
    Part(usize, Option<Part>, Reach),
    /// It is left out: kept as notes.
    Leave(usize),
    /// It is right as it is: somebody looked at it.
    Take(usize),
    /// What a column holds.
    Column(usize, Holds),
}

impl Correction {
    /// The line it is about; none where it is about a column.
    pub fn line(&self) -> Option<usize> {
        match self {
            Correction::Is(line, ..)
            | Correction::Title(line, _)
            | Correction::TitleLine(line, _)
            | Correction::Category(line, _)
            | Correction::Answers(line, _)
            | Correction::Part(line, ..)
            | Correction::Leave(line)
            | Correction::Take(line) => Some(*line),
            Correction::Column(..) => None,
        }
    }
}

/// What goes for all lines of a kind, in this file and in others of its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeRule {
    /// The kind, in words.
    pub like: String,
    /// What lines of it are.
    pub says: Says,
}

/// What a rule says of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// What they begin.
    Is(Is),
    /// The part of a story they begin, or that they begin none.
    Part(Option<Part>),
}

/// How a file is taken: how much of it, and what a person said of how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How much.
    pub take: Take,
    /// What was said, the later over the earlier.
    pub corrections: Vec<Correction>,
}

impl From<Take> for Choice {
    fn from(take: Take) -> Choice {
        Choice {
            take,
            corrections: Vec::new(),
        }
    }
}
