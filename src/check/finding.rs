//! One thing `check` finds, whatever it was found in.

use super::codes::{Code, Rule};

/// One thing found: which rule, where, and what exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The file, as it is shown.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is found.
    pub what: String,
}

impl Finding {
    pub(super) fn new(rule: Rule, path: &str, line: usize, what: impl Into<String>) -> Finding {
        Finding {
            rule,
            path: path.to_owned(),
            line,
            what: what.into(),
        }
    }

    /// The row of the table: code, why, what to do.
    pub fn code(&self) -> &'static Code {
        self.rule.code()
    }
}
