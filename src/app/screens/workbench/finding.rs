//! One thing found in an answer.

use crate::check::codes::Severity;

/// One thing found, as it is said beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line of the body it begins on, from 0.
    pub line: usize,
    /// The code point of that line it begins at, from 0.
    pub column: usize,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}
