//! Where one can go: plain ids, so that nobody who names a place names its screen.

use super::drill_request::DrillRequest;
use super::hit::SearchHit;
use crate::domain::category::Category;
use crate::domain::id::{AnswerId, EventId, QuestionId};

/// Whether what is opened is to be read, or typed in at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Keys are commands.
    Read,
    /// Keys type.
    Write,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// The set-up of a drill, perhaps for a category.
    DrillSetup(Option<Category>),
    /// A drill.
    Drill(DrillRequest),
    /// Whether to end the drill in front.
    EndDrill,
    /// A sprint.
    Sprint,
    /// Questions, answers and notes; words that name a category open it.
    Browse(String),
    /// What find found, in the list in front where it stands there.
    Found(SearchHit),
    /// One question, to read.
    Question(QuestionId),
    /// One answer, to read.
    Answer(AnswerId),
    /// The answers to a question, side by side.
    AnswersTo(QuestionId, Intent),
    /// One of these answers, to be chosen.
    OneOf(Vec<AnswerId>),
    /// An answer beside its question.
    EditAnswer(AnswerId, Intent),
    /// A new answer, perhaps for a question.
    NewAnswer(Option<QuestionId>),
    /// The text that was typed last and never saved.
    Draft,
    /// All real interviews.
    Interviews,
    /// One interview, by its file.
    Interview(String),
    /// The message an interview asks for, by its file.
    Message(String),
    /// What is written down about the last round of an interview, by its file.
    Debrief(String),
    /// All feedback.
    Feedback,
    /// Where one is weak, what is covered, what was told.
    Review,
    /// One attempt, whole.
    Attempt(EventId),
    /// Bringing in a file of notes.
    Import,
    /// The keys of what is in front.
    Help,
}

impl Route {
    /// Whether it is all there is to do where the program begins with it.
    pub fn stands_alone(&self) -> bool {
        matches!(
            self,
            Route::Drill(_) | Route::Sprint | Route::EditAnswer(..) | Route::NewAnswer(_)
        )
    }
}
