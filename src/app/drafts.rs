//! Typed text that is not on the disk: kept as a draft while it is typed, and offered when another run left one behind.

use std::time::Duration;

use super::message::Effect;
use super::screens::workbench::buffer::{DRAFT, Sheet};
use super::screens::workbench::{Hand, Pane, Workbench};
use super::state::{App, Screen};
use crate::domain::clock::Moment;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::markup::diff::difference;

/// How long after a draft could not be written that is tried again.
const RETRY: Duration = Duration::from_secs(5);

impl App {
    /// Typing that is in no draft yet is written there in time.
    pub(super) fn keep_drafts(&mut self, now: Moment, at_once: bool) -> Vec<Effect> {
        let due = |at: Duration| at_once || now.elapsed >= at + DRAFT;
        let mut effects: Vec<Effect> = self.keep_debrief(due).into_iter().collect();
        effects.extend(self.sheets_mut().into_iter().filter_map(|sheet| sheet.draft_due(due)));
        effects
    }

    /// Typed text could not be kept as a draft: it is tried again in a while.
    pub(super) fn not_drafted(&mut self, of: &DraftOf, reason: &str, now: Moment) {
        let again = (now.elapsed + RETRY).saturating_sub(DRAFT);
        let mut sheets = self.sheets_mut().into_iter();
        if let Some(sheet) = sheets.find(|sheet| sheet.draft() == *of) {
            sheet.not_drafted(again);
        }
        self.warn(format!("What you type is in memory only: {reason}. Save it"));
    }

    /// Texts that were typed and never saved, from a run that ended badly.
    pub(super) fn drafts_found(&mut self, drafts: Vec<LeftDraft>, problems: Vec<Problem>) {
        self.drafts = drafts;
        self.log_problems.extend(problems);
    }

    /// Opens a draft over the file it belongs to, the difference beside it.
    pub(super) fn open_draft(&mut self) -> Vec<Effect> {
        if self.drafts.is_empty() {
            return Vec::new();
        }
        let draft = self.drafts.remove(0);
        let answer = match &draft.of {
            DraftOf::Answer(path) => self.library.answers().iter().find(|answer| answer.path == *path),
            DraftOf::New(_) => None,
        };
        let interview = match &draft.of {
            DraftOf::Answer(path) => self.interview(path).map(|one| one.text.to_string()),
            DraftOf::New(_) => None,
        };
        let disk = answer
            .map(|answer| answer.text.to_string())
            .or(interview)
            .unwrap_or_default();
        let (id, path) = match (answer, &draft.of) {
            (Some(answer), _) => (answer.id.clone(), Some(answer.path.clone())),
            (None, DraftOf::Answer(path)) => (path.as_str().into(), Some(path.clone())),
            (None, DraftOf::New(id)) => (id.as_str().into(), None),
        };
        let base = if path.is_some() {
            draft.base.clone()
        } else {
            String::new()
        };
        let mut sheet = Sheet::new(id, path, &base, &draft.text);
        sheet.take_over();
        let left = Pane::Version {
            title: "On the disk".to_owned(),
            sides: ["the file as it is".to_owned(), "what was typed".to_owned()],
            lines: difference(&disk, &draft.text),
            scroll: 0,
        };
        self.screens.push(Screen::Workbench(Box::new(Workbench {
            panes: [left, Pane::Answer(Box::new(sheet))],
            focus: 1,
            hand: Hand::Reading,
            find: None,
            form: None,
            question: None,
        })));
        self.say("Typed and never saved: ctrl-s saves it, esc leaves it");
        vec![Effect::TakeOver { left: draft, base }]
    }
}
