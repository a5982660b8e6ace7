//! The earlier versions of an answer: listed, and any two of them compared.

use super::buffer::SaveState;
use super::over::{BenchDialog, Versions};
use super::{Pane, Workbench};
use crate::app::context::Context;
use crate::app::context::FOLD;
use crate::app::effect::{DiskEffect, Effect, VersionRow};
use crate::app::request::{Request, Requests};
use crate::app::widgets::list::move_cursor;
use crate::app::workspace::Workspace;
use crate::domain::id::AnswerId;
use crate::domain::saved_file::Version;
use crate::keys::action::Action;
use crate::markup::diff::difference;

impl Versions {
    /// What is to be compared, the older first.
    fn sides(&self) -> Vec<VersionRow> {
        let mut rows: Vec<usize> = self.other.into_iter().chain([self.row]).collect();
        rows.sort_unstable_by(|a, b| b.cmp(a));
        rows.dedup();
        rows.iter().filter_map(|row| self.rows.get(*row).cloned()).collect()
    }
}

impl Workbench {
    pub(super) fn ask_versions(&mut self) -> Requests {
        let Some(id) = self.buffer().map(|buffer| buffer.id.clone()) else {
            return vec![Request::notify("There is no answer in this pane")];
        };
        self.waits = true;
        vec![Effect::Disk(DiskEffect::ListVersions(id)).into()]
    }

    /// The versions there are, each with how it went when it was told.
    pub(super) fn versions_listed(&mut self, versions: &[Version], workspace: &Workspace) -> Requests {
        if !std::mem::take(&mut self.waits) || self.types() || self.dialog.is_some() {
            // Whoever asked for them is somewhere else by now.
            return Requests::new();
        }
        if versions.is_empty() {
            return vec![Request::notify(
                "No earlier version yet; every save keeps the text before it",
            )];
        }
        let when = |version: &Version, format| {
            let t = workspace.zone.clock(version.time);
            t.strftime(format).to_string()
        };
        let minutes: Vec<String> = versions.iter().map(|version| when(version, MINUTE)).collect();
        let alone = |minute: &String| minutes.iter().filter(|other| *other == minute).count() == 1;
        let told = |version: &Version| {
            let attempts = workspace.history.attempts();
            let told = attempts.filter(|attempt| attempt.version.as_deref() == Some(&version.hash));
            told.map(|attempt| attempt.rating.word()).collect::<Vec<_>>().join(", ")
        };
        let rows = versions.iter().zip(&minutes).map(|(version, minute)| VersionRow {
            hash: version.hash.clone(),
            when: if alone(minute) {
                minute.clone()
            } else {
                when(version, SECOND)
            },
            words: version.words,
            told: told(version),
        });
        self.dialog = Some(BenchDialog::Versions(Versions {
            rows: rows.collect(),
            row: 0,
            other: None,
        }));
        Requests::new()
    }

    /// An action while the versions are listed.
    pub(super) fn versions_action(&mut self, mut listed: Versions, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Open => return self.compare(listed.sides()),
            Action::Back | Action::StopTyping => return Requests::new(),
            Action::Toggle => listed.other = Some(listed.row).filter(|row| listed.other != Some(*row)),
            action => listed.row = move_cursor(listed.row, listed.rows.len(), cx.viewport.rows, action),
        }
        self.dialog = Some(BenchDialog::Versions(listed));
        Requests::new()
    }

    /// Compares two versions, or one with the text as it is.
    fn compare(&mut self, sides: Vec<VersionRow>) -> Requests {
        if matches!(&self.panes[1 - self.focus], Pane::Answer(buffer) if buffer.kept != SaveState::Clean) {
            return vec![Request::notify(
                "Save the answer in the other pane first; the versions are shown there",
            )];
        }
        let Some(id) = self.buffer().map(|buffer| buffer.id.clone()) else {
            return Requests::new();
        };
        self.waits = true;
        vec![Effect::Disk(DiskEffect::ReadVersions { id, sides }).into()]
    }

    /// Shows what differs between two versions in the other pane; one version alone is compared with the text here.
    pub(super) fn show_versions(&mut self, id: &AnswerId, sides: &[(String, String)], cx: &Context) {
        let other = 1 - self.focus;
        let unsaved = matches!(&self.panes[other], Pane::Answer(buffer) if buffer.kept != SaveState::Clean);
        if !std::mem::take(&mut self.waits) || unsaved {
            return;
        }
        let Some(buffer) = self.buffer().filter(|buffer| buffer.id == *id) else {
            return;
        };
        let Some((older, before)) = sides.first() else {
            return;
        };
        let (newer, after) = match sides.get(1) {
            Some((newer, after)) => (newer.clone(), after.clone()),
            None => ("now".to_owned(), buffer.text()),
        };
        let pane = Pane::Version {
            title: buffer.title(),
            sides: [older.clone(), newer],
            lines: difference(before, &after),
            scroll: 0,
        };
        self.panes[other] = pane;
        if cx.viewport.columns < FOLD {
            self.turn_to(other);
        }
    }
}

/// When a version was kept; versions of the same minute are told apart by the second.
const MINUTE: &str = "%a %-d %b %H:%M";
const SECOND: &str = "%a %-d %b %H:%M:%S";
