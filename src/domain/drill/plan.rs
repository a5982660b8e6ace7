//! What a drill is to be.

use crate::domain::history::attempt::Pick;
use crate::domain::id::{EventId, QuestionId};

/// What a drill is to be. Times are seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct DrillPlan {
    /// Its id.
    pub id: EventId,
    /// What it is called.
    pub name: String,
    /// The questions in order.
    pub questions: Vec<QuestionId>,
    /// Time to think; 0 leaves thinking out.
    pub think: u32,
    /// Time to speak, where the question has none of its own.
    pub speak: u32,
    /// Whether the speaking time was asked for, so that it goes before a question's own.
    pub speak_asked: bool,
    /// Probes after each question.
    pub probes: usize,
    /// The company values it was begun for, by the lens's id.
    pub lens: Option<String>,
    /// How the questions were picked; none where they were named.
    pub pick: Option<Pick>,
    /// The seed they were picked with.
    pub seed: u64,
    /// The drill this one goes on with.
    pub resumes: Option<EventId>,
}
