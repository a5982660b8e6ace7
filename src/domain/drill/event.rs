//! What happens in a drill, for whoever keeps it: the log today, a recorder as well.

use super::{Phase, Turn};
use crate::domain::id::QuestionId;

/// Something that happened in a drill. A drill remembers them in their order until [`Drill::events`] takes them.
///
/// [`Drill::events`]: super::Drill::events
#[derive(Clone, Debug, PartialEq)]
pub enum DrillEvent {
    /// A question came, or came back.
    Asked(QuestionId),
    /// A phase began.
    Entered(Phase),
    /// The clock of a phase runs from now on.
    Runs(Phase),
    /// It rests from now on.
    Rests(Phase),
    /// A question was rated for the first time.
    Rated(Turn),
    /// Its rating was taken back, or given again after that.
    Changed(Turn),
    /// What is known of a question is to be kept: the hand rests, or goes on to another.
    Kept(Turn),
    /// The drill is over; these questions were not told.
    Ended(Vec<QuestionId>),
}
