//! What can lie over the workbench.

use crate::app::effect::VersionRow;
use crate::app::widgets::filter_list::Search;
use crate::domain::id::{AnswerId, EventId, QuestionId};

/// What the workbench asks for.
#[derive(Debug)]
pub enum BenchDialog {
    /// What else a pane can show.
    PanePicker(Search<PaneChoice>),
    /// The earlier versions of an answer.
    Versions(Versions),
}

/// The earlier versions of an answer, listed.
#[derive(Debug)]
pub struct Versions {
    /// The versions, the newest first.
    pub rows: Vec<VersionRow>,
    /// The selected row.
    pub row: usize,
    /// The row to compare with; without one, with the text as it is.
    pub other: Option<usize>,
}

/// What a pane can show.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PaneChoice {
    /// A question.
    Question(QuestionId),
    /// An answer, to edit.
    Answer(AnswerId),
    /// A sample.
    Sample(AnswerId),
    /// How a question was told once.
    Attempt(EventId),
}
