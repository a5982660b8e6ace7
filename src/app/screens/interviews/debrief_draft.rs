//! A debrief that is not finished: in a draft while it is written, and as it was when it is opened again.

use std::time::Duration;

use super::debrief::{Debrief, Step};
use crate::app::message::Effect;
use crate::app::state::{AnyScreen, App};
use crate::domain::interview::debrief::{Asked, Better, Debrief as Written};
use crate::domain::interview::edit::changed;
use crate::domain::saved_file::DraftOf;

impl Debrief {
    fn is_empty(&self) -> bool {
        self.written.is_empty() && self.field.text().trim().is_empty()
    }

    /// What is written, and what is typed and not taken yet.
    fn so_far(&self) -> Written {
        let mut written = self.written.clone();
        let words = self.field.text().trim().to_owned();
        match self.step {
            _ if words.is_empty() => {}
            Step::Asked => written.asked.push(Asked {
                words,
                ..Asked::default()
            }),
            Step::Good => written.good.push(words),
            Step::Better => written.better.push(Better { words, tie: None }),
            _ => {}
        }
        written
    }
}

impl App {
    pub(super) fn left_debrief(&self, path: &str) -> bool {
        self.debriefs.iter().any(|debrief| debrief.path == path)
    }

    /// Left without saving: it is as it was when it is opened again, and in a draft.
    pub(super) fn leave_debrief(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(AnyScreen::Debrief(_)) = self.screens.last()
            && let Some(AnyScreen::Debrief(debrief)) = self.screens.pop()
            && debrief.step != Step::End
            && !debrief.is_empty()
        {
            effects.extend(self.debrief_draft(&debrief));
            self.debriefs.push(debrief);
            self.say("Kept as it is; b goes on with it");
        }
        self.stale = true;
        self.returned = true;
        effects
    }

    fn debrief_draft(&self, debrief: &Debrief) -> Option<Effect> {
        let one = self.interview(&debrief.path)?;
        let text = changed(&one.text, &debrief.so_far().changes(debrief.day)).ok()?;
        Some(Effect::KeepDraft {
            of: DraftOf::Answer(debrief.path.clone()),
            base: one.text.to_string(),
            text,
        })
    }

    /// A debrief that is in no draft yet is written there in time.
    pub(in crate::app) fn keep_debrief(&mut self, due: impl Fn(Duration) -> bool) -> Option<Effect> {
        let debrief = self.debrief_mut()?;
        debrief.undrafted.take_if(|at| due(*at))?;
        self.debrief().and_then(|debrief| self.debrief_draft(debrief))
    }
}
