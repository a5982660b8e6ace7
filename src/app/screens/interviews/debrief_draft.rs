//! A debrief that is not finished: in a draft while it is written.

use super::debrief::Debrief;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::request::{Request, Requests};
use crate::app::unfinished_debrief::{Step, Unfinished};
use crate::domain::interview::debrief::{AskedQuestion, Better, Debrief as Written};
use crate::domain::interview::edit::{Change, changed};
use crate::domain::interview::sections::{Line, Section};
use crate::domain::saved_file::DraftOf;

impl Debrief {
    pub(super) fn is_empty(&self) -> bool {
        self.so_far.written.is_empty() && self.field.text().trim().is_empty()
    }

    /// What is written, and what is typed and not taken yet.
    fn with_what_is_typed(&self) -> Written {
        let mut written = self.so_far.written.clone();
        let words = self.field.text().trim().to_owned();
        match self.so_far.step {
            _ if words.is_empty() => {}
            Step::Asked => written.asked.push(AskedQuestion {
                words,
                ..AskedQuestion::default()
            }),
            Step::Good => written.good.push(words),
            Step::Better => written.better.push(Better { words, tie: None }),
            _ => {}
        }
        written
    }

    /// What it changes so far in the file of its interview. The answer to when they decide is not understood yet.
    fn changes_so_far(&self) -> Vec<Change> {
        let mut changes = self.with_what_is_typed().changes(self.so_far.day);
        let words = self.field.text().trim();
        if matches!(self.so_far.step, Step::When | Step::Who) && !words.is_empty() {
            let line = Line::new(Section::Notes, &format!("they decide: {words}"), Vec::new());
            changes.push(Change::AddLine(line));
        }
        changes
    }

    /// What is written so far as a draft of the interview's file; with nothing written, as the file is. Where the front
    /// matter cannot be changed, or there is no such file any more, the lines are kept all the same.
    pub(super) fn draft(&self) -> Effect {
        let base = self.file.to_string();
        let mut changes = self.changes_so_far();
        if self.is_empty() {
            changes.clear();
        }
        let text = changed(&base, &changes).or_else(|_| {
            changes.retain(|change| matches!(change, Change::AddLine(_)));
            changed(&base, &changes)
        });
        Effect::Disk(DiskEffect::KeepDraft {
            of: DraftOf::Answer(self.so_far.path.clone()),
            text: text.unwrap_or_else(|_| base.clone()),
            base,
        })
    }

    /// What is kept of it where it is left.
    fn unfinished(&self) -> Unfinished {
        Unfinished {
            typed: self.field.text().to_owned(),
            ..self.so_far.clone()
        }
    }

    /// Left without saving: it is as it was when it is opened again, and in a draft.
    pub(super) fn leave(&mut self) -> Requests {
        let mut requests = Requests::new();
        if self.so_far.step != Step::End {
            requests.push(self.draft().into());
            self.undrafted = None;
            if !self.is_empty() {
                requests.push(Request::LeaveDebrief(self.unfinished()));
                requests.push(Request::notify("Kept as it is; n on the company goes on with it"));
            }
        }
        requests.push(Request::Close);
        requests
    }
}
