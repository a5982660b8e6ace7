//! What somebody wants to drill.

use crate::domain::category::Category;
use crate::domain::history::attempt::Pick;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::progress::selection::Only;

/// What somebody wants to drill; what is none is left to settings and history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrillRequest {
    /// What it is called.
    pub name: String,
    /// These questions and no others.
    pub questions: Vec<QuestionId>,
    /// Only these categories.
    pub categories: Vec<Category>,
    /// Only questions with one of these tags.
    pub tags: Vec<String>,
    /// The company values the tags are of, by the lens's id.
    pub lens: Option<String>,
    /// Only questions that are this too.
    pub only: Only,
    /// How many.
    pub count: usize,
    /// How they are chosen.
    pub pick: Option<Pick>,
    /// Seconds to think.
    pub think: Option<u32>,
    /// Seconds to speak.
    pub speak: Option<u32>,
    /// Probes after each.
    pub probes: Option<usize>,
    /// The question to begin with, where it may be asked.
    pub first: Option<QuestionId>,
    /// The drill this one goes on with.
    pub resumes: Option<EventId>,
    /// Words that may as well mean another question, in a sentence that is said as it begins.
    pub doubt: Option<String>,
}
