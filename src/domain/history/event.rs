//! What was practised, as it is written down: events that are never changed, only added to.

use std::sync::Arc;

use jiff::Timestamp;

use super::attempt::{Attempt, AttemptChange};
use super::sprint_answer::SprintAnswer;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::rating::Rating;

/// Who wrote an event, and when; events are ordered by (t, dev, run, n).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventMeta {
    /// When, in UTC, to the millisecond.
    pub t: Timestamp,
    /// The device.
    pub dev: Arc<str>,
    /// The run of the program.
    pub run: Arc<str>,
    /// The place in the run.
    pub n: u64,
    /// The event's id.
    pub id: EventId,
    /// Seconds east of UTC where it was written.
    pub off: i32,
}

/// A drill that was begun: what it was to ask.
#[derive(Clone, Debug, PartialEq)]
pub struct DrillBegun {
    /// The drill's id.
    pub drill: EventId,
    /// What it is called: quick, standard, onsite, or own.
    pub name: String,
    /// The questions in order.
    pub questions: Vec<QuestionId>,
    /// Seconds to think.
    pub think: f64,
    /// Seconds to speak.
    pub speak: f64,
    /// Probes after each question.
    pub probes: usize,
    /// The drill this one goes on with.
    pub resumes: Option<EventId>,
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Who and when.
    pub meta: EventMeta,
    /// What.
    pub kind: EventKind,
}

/// The kinds of events this version knows; others are kept in their files and skipped.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// A drill was begun.
    Drill(DrillBegun),
    /// A question was told and rated.
    Attempt(Box<Attempt>),
    /// An attempt is corrected.
    Correction {
        /// The attempt.
        target: EventId,
        /// What changes.
        change: AttemptChange,
    },
    /// A drill was ended, with these questions left.
    DrillEnded {
        /// The drill.
        drill: EventId,
        /// The questions not asked any more.
        left: Vec<QuestionId>,
    },
    /// One question of a sprint.
    Sprint(Box<SprintAnswer>),
    /// Somebody else heard an attempt and rated it; a later one by the same name takes its place.
    Heard {
        /// The attempt.
        target: EventId,
        /// Who.
        by: String,
        /// How it went, to them.
        rating: Rating,
    },
    /// A note on a question that was not rated yet.
    Note {
        /// The drill it was typed in.
        drill: EventId,
        /// The question.
        question: QuestionId,
        /// The text.
        text: String,
    },
}
