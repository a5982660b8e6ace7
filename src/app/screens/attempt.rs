//! One attempt, whole: how it was told, what was said about it, and how each text of its answer went.

use super::workbench::Hand;
use crate::app::effect::{DiskEffect, Effect, TerminalEffect};
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::list::moved;
use crate::domain::clock::Moment;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::EventId;
use crate::domain::progress::versions_told::{VersionTold, versions_told};
use crate::keys::action::Action;

/// An attempt on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptScreen {
    /// Which.
    pub id: EventId,
    /// The texts of its answer that were told, the oldest first.
    pub versions: Vec<VersionTold>,
    /// The first row shown.
    pub scroll: usize,
}

impl App {
    /// Shows an attempt whole.
    pub(in crate::app) fn open_attempt(&mut self, id: EventId) {
        self.screens.push(AnyScreen::Attempt(AttemptScreen {
            id,
            versions: Vec::new(),
            scroll: 0,
        }));
        self.renew_attempt();
    }

    /// The history changed: the texts of the answer are counted again.
    pub(in crate::app) fn renew_attempt(&mut self) {
        let answer = self.attempt_shown().and_then(|attempt| attempt.answer.clone());
        let versions = answer
            .map(|id| versions_told(&self.workspace.history, &id))
            .unwrap_or_default();
        if let Some(AnyScreen::Attempt(screen)) = self.screens.last_mut() {
            screen.versions = versions;
        }
    }

    /// The attempt in front, if one is.
    pub fn attempt_shown(&self) -> Option<&Attempt> {
        match self.screens.last() {
            Some(AnyScreen::Attempt(screen)) => self.workspace.history.attempt(&screen.id),
            _ => None,
        }
    }

    /// The footer's word for an action on an attempt; no word takes it from the footer.
    pub(in crate::app) fn attempt_word(&self, action: Action, label: &'static str) -> Option<&'static str> {
        let attempt = self.attempt_shown()?;
        let question = self.workspace.library.question(attempt.question.as_str()).is_some();
        let answer = attempt
            .answer
            .as_ref()
            .and_then(|id| self.workspace.library.answer(id.as_str()));
        match action {
            Action::DrillThis if !question => None,
            Action::EditAnswer if answer.is_none() => question.then_some("write an answer"),
            _ => Some(label),
        }
    }

    /// An action while an attempt is in front.
    pub(in crate::app) fn attempt_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let (page, past) = (
            self.viewport.rows,
            self.viewport.of.saturating_sub(self.viewport.rows) + 1,
        );
        let Some(attempt) = self.attempt_shown() else {
            return Vec::new();
        };
        let question = attempt.question.clone();
        let there = self.workspace.library.question(question.as_str()).is_some();
        let answer = attempt
            .answer
            .clone()
            .filter(|id| self.workspace.library.answer(id.as_str()).is_some());
        match action {
            Action::DrillThis if there => return self.drill_one(question, now),
            Action::DrillThis => self.say("The question is no longer in the banks"),
            Action::EditAnswer => match answer {
                Some(id) => self.open_answer(&id, Hand::Reading),
                None if there => self.new_answer(Some(&question), now),
                None => self.say("Neither the question nor an answer is there any more"),
            },
            Action::Heard => self.ask_who_heard(),
            Action::Untrash => return vec![Effect::Disk(DiskEffect::Untrash)],
            Action::Copy => {
                let text = self.attempt_shown().map(|attempt| self.asked(attempt).to_owned());
                self.say("Copied, where the terminal allows it");
                return text
                    .map(|it| Effect::Terminal(TerminalEffect::Copy(it)))
                    .into_iter()
                    .collect();
            }
            action => {
                if let Some(AnyScreen::Attempt(screen)) = self.screens.last_mut() {
                    screen.scroll = moved(screen.scroll, past, page, action);
                }
            }
        }
        Vec::new()
    }
}
