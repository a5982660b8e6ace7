//! What feedback is read beside: interviews, answers and practice at one moment.

use jiff::Timestamp;

use super::Interview;
use crate::domain::days::Local;
use crate::domain::history::History;
use crate::domain::library::Library;

/// What lessons are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackSources<'a> {
    /// Real interviews.
    pub interviews: &'a [Interview],
    /// Questions and answers.
    pub library: &'a Library,
    /// What was practised.
    pub history: &'a History,
    /// The moment.
    pub now: Timestamp,
    /// The person's zone.
    pub zone: &'a Local,
}
