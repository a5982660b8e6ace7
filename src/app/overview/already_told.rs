//! What the company of the next round heard already: marked, and not picked to be told there again.

use jiff::Timestamp;

use super::Overview;
use crate::app::context::Context;
use crate::app::workspace::Workspace;
use crate::domain::answer::Answer;
use crate::domain::id::{AnswerId, QuestionId};
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

impl Overview {
    /// The company of the next round, if it heard this answer.
    pub fn heard_by(&self, answer: &AnswerId) -> Option<&str> {
        let heard = self.heard.as_ref()?;
        heard.answers.contains(answer).then_some(heard.company.as_str())
    }
}

impl<'a> Context<'a> {
    /// The answer to tell to a question: the usual one, unless the company of the next round heard it and another is there.
    pub(in crate::app) fn answer_to_tell(&self, question: &QuestionId) -> Option<&'a Answer> {
        let library = &self.workspace.library;
        let usual = library.answer_for(question, &self.workspace.history)?;
        if self.overview.heard_by(&usual.id).is_none() {
            return Some(usual);
        }
        let fresh = library.answers_to(question);
        let fresh = fresh.filter(|answer| self.overview.heard_by(&answer.id).is_none());
        fresh.max_by_key(|answer| answer.modified).or(Some(usual))
    }
}
