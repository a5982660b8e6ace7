//! What one question of a sprint came to, as the log keeps it.

use crate::domain::category::Category;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::memory::review::Grade;

/// Seconds from which a right choice was hard.
const HARD: f64 = 3.0;

/// What one question of a sprint came to.
#[derive(Clone, Debug, PartialEq)]
pub struct SprintAnswer {
    /// The sprint it belongs to.
    pub sprint: EventId,
    /// What was asked.
    pub question: QuestionId,
    /// What it tested then.
    pub category: Category,
    /// The answer that was taken; none when the time was up first.
    pub answer: Option<AnswerId>,
    /// Seconds until it was taken, or all there were.
    pub seconds: f64,
    /// Seconds there were.
    pub limit: u32,
    /// Whether the answer served the question then.
    pub right: bool,
}

impl SprintAnswer {
    /// Whether the time was up before an answer was taken.
    pub fn late(&self) -> bool {
        self.answer.is_none()
    }

    /// What it says of memory: wrong or late is forgotten, over three seconds is hard.
    pub fn grade(&self) -> Grade {
        if !self.right {
            Grade::Again
        } else if self.seconds > HARD {
            Grade::Hard
        } else {
            Grade::Good
        }
    }
}
