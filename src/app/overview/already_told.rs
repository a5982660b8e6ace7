//! What the company of the next round heard already: marked, and not picked to be told there again.

use jiff::Timestamp;

use crate::app::workspace::Workspace;
use crate::domain::id::AnswerId;
use crate::domain::interview::told_there::told_to;
use crate::domain::interview::{Interview, next_round};

/// The company of the next round, and the answers told there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The company.
    pub company: String,
    /// The answers, each once.
    pub answers: Vec<AnswerId>,
}

impl Workspace {
    /// What the company of the next round heard already.
    pub(super) fn heard_next(&self, now: Timestamp) -> Option<Heard> {
        let next = next_round(&self.interviews, now, &self.zone)?;
        Some(Heard {
            company: next.interview.company.clone(),
            answers: self.told_there(next.interview),
        })
    }

    /// The answers told to a company, in all its files.
    pub(in crate::app) fn told_there(&self, one: &Interview) -> Vec<AnswerId> {
        told_to(&one.company, &self.interviews)
    }
}
