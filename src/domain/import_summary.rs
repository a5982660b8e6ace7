//! What an import would bring, in figures and lines a person looks at before it is written.

use super::category::Category;
use super::id::QuestionId;

/// How much of a file is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Everything that was read out of it.
    All,
    /// Only what is beyond doubt; the rest waits for a person.
    Sure,
}

listed! {
    /// What a piece of notes becomes.
    pub enum Brings {
        /// The words on the screen.
        label,
    }
    /// An answer in parts.
    Story => "story";
    /// A free answer.
    Point => "talking point";
    /// A question of the person's own.
    Question => "question";
    /// The file of a real interview.
    Interview => "interview";
}

/// Why something waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// It is doubtful.
    Doubtful,
    /// It is here in an earlier text of the same notes.
    Changed,
}

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeItem {
    /// What it becomes.
    pub kind: Brings,
    /// Its title.
    pub title: String,
    /// Its lines in the source, from 1, both ends in.
    pub lines: (usize, usize),
    /// The category it was matched to.
    pub category: Category,
    /// Lines that are not finished.
    pub unfinished: Vec<usize>,
    /// Already in the home: it is left out.
    pub known: bool,
    /// Whether its category is only a guess: it is not written.
    pub guessed: bool,
    /// Why it is left out until somebody looked at it.
    pub waits: Option<Waits>,
}

/// What one file would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// The file as it was named.
    pub file: String,
    /// The hash of its text, so that only what was shown is written.
    pub version: String,
    /// Stories, talking points, questions and interviews, in the order of the source.
    pub items: Vec<IntakeItem>,
    /// Lines with words.
    pub nonblank: usize,
    /// Of these, lines of which every word is in what it brings, or here already.
    pub placed: usize,
    /// Of the others, lines of which some words are.
    pub in_part: usize,
    /// Spans of the lines that are not placed: what is left of them is kept as notes.
    pub remainder: Vec<(usize, usize)>,
    /// Unfinished lines with their text, from the top.
    pub unfinished: Vec<(usize, String)>,
    /// What is doubtful: the lines, and why.
    pub doubts: Vec<((usize, usize), String)>,
    /// Whether how its bytes are text is only a guess.
    pub guessed: bool,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// New answers.
    pub answers: usize,
    /// New questions of the person's own.
    pub questions: usize,
    /// New interviews.
    pub interviews: usize,
    /// Items that were there already.
    pub known: usize,
    /// Items that wait for a person.
    pub waiting: usize,
    /// The file with notes and remainder, relative to the home, where there is one.
    pub notes: Option<String>,
    /// The new questions, and those that new answers are linked to.
    pub to_drill: Vec<QuestionId>,
    /// What finds this import again to take it back; none where it made nothing.
    pub receipt: Option<String>,
}

impl Intake {
    /// Items of a kind that would be new.
    pub fn fresh(&self, kind: Brings) -> usize {
        self.items
            .iter()
            .filter(|item| item.kind == kind && !item.known && item.waits.is_none())
            .count()
    }

    /// Items that wait for a person.
    pub fn waiting(&self) -> usize {
        self.items.iter().filter(|item| item.waits.is_some()).count()
    }

    /// Items already in the home.
    pub fn known(&self) -> usize {
        self.items.iter().filter(|item| item.known).count()
    }
}
