//! What a person can say of a reading.

use crate::domain::category::Category;

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
    /// All lines of its shape.
    Like,
}

/// One correction; lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// What a line begins.
    Is(usize, Is, Reach),
    /// The title of what begins at a line.
    Title(usize, String),
    /// The category of it.
    Category(usize, Category),
    /// The question it answers, by the line of that; none for no question.
    Answers(usize, Option<usize>),
    /// It is left out: kept as notes.
    Leave(usize),
}

/// What goes for all lines of a shape, in this file and in others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The shape, in words.
    pub like: String,
    /// What lines of it begin.
    pub is: Is,
}
