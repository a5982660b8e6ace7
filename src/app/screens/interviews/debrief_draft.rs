//! A debrief that is not finished: in a draft while it is written, and as it was when it is opened again.

use std::time::Duration;

use super::debrief::{Debrief, Step};
use crate::app::effect::{DiskEffect, Effect};
use crate::app::state::{AnyScreen, App};
use crate::domain::interview::debrief::{Asked, Better, Debrief as Written};
use crate::domain::interview::edit::{Change, changed};
use crate::domain::interview::sections::{Line, Section};
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

    /// What it changes so far in the file of its interview. The answer to when they decide is not understood yet.
    fn changes_so_far(&self) -> Vec<Change> {
        let mut changes = self.so_far().changes(self.day);
        let words = self.field.text().trim();
        if matches!(self.step, Step::When | Step::Who) && !words.is_empty() {
            let line = Line::new(Section::Notes, &format!("they decide: {words}"), Vec::new());
            changes.push(Change::AddLine(line));
        }
        changes
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
        {
            effects.push(self.debrief_draft(&debrief));
            if !debrief.is_empty() {
                self.debriefs.push(debrief);
                self.say("Kept as it is; b goes on with it");
            }
        }
        self.stale = true;
        self.returned = true;
        effects
    }

    /// What is written so far as a draft of the interview's file; with nothing written, as the file is. Where the front
    /// matter cannot be changed, or there is no such file any more, the lines are kept all the same.
    fn debrief_draft(&self, debrief: &Debrief) -> Effect {
        let base = self.interview(&debrief.path).map(|one| one.text.to_string());
        let base = base.unwrap_or_default();
        let mut changes = debrief.changes_so_far();
        if debrief.is_empty() {
            changes.clear();
        }
        let text = changed(&base, &changes).or_else(|_| {
            changes.retain(|change| matches!(change, Change::AddLine(_)));
            changed(&base, &changes)
        });
        Effect::Disk(DiskEffect::KeepDraft {
            of: DraftOf::Answer(debrief.path.clone()),
            text: text.unwrap_or_else(|_| base.clone()),
            base,
        })
    }

    /// A debrief that is in no draft yet is written there in time.
    pub(in crate::app) fn keep_debrief(&mut self, due: impl Fn(Duration) -> bool) -> Option<Effect> {
        let debrief = self.debrief_mut()?;
        debrief.undrafted.take_if(|at| due(*at))?;
        self.debrief().map(|debrief| self.debrief_draft(debrief))
    }
}
