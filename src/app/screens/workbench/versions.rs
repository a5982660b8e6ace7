//! The earlier versions of an answer: listed, and any two of them compared.

use super::Pane;
use super::buffer::Kept;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::keymap::FOLD;
use crate::app::overlays::Overlay;
use crate::app::state::App;
use crate::app::widgets::list::moved;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::saved_file::Version;
use crate::keys::action::Action;
use crate::markup::diff::difference;

/// The list.
#[derive(Debug)]
pub struct Versions {
    /// The versions, the newest first.
    pub rows: Vec<VersionRow>,
    /// The selected row.
    pub row: usize,
    /// The row to compare with; without one, with the text as it is.
    pub other: Option<usize>,
}

/// One earlier version of an answer, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Its hash.
    pub hash: String,
    /// When it was kept, in words.
    pub when: String,
    /// Its words.
    pub words: usize,
    /// How it went when it was told: the attempts spoken from it.
    pub told: String,
}

impl Versions {
    /// What is to be compared, the older first.
    fn sides(&self) -> Vec<VersionRow> {
        let mut rows: Vec<usize> = self.other.into_iter().chain([self.row]).collect();
        rows.sort_unstable_by(|a, b| b.cmp(a));
        rows.dedup();
        rows.iter().filter_map(|row| self.rows.get(*row).cloned()).collect()
    }
}

impl App {
    pub(in crate::app) fn ask_versions(&mut self) -> Vec<Effect> {
        if let Some(sheet) = self.workbench().and_then(|bench| bench.sheet()) {
            vec![Effect::Disk(DiskEffect::ListVersions(sheet.id.clone()))]
        } else {
            self.say("There is no answer in this pane");
            Vec::new()
        }
    }

    /// The versions there are, each with how it went when it was told.
    pub(in crate::app) fn versions_listed(&mut self, versions: &[Version]) {
        if self.overlay.is_some() || self.typing() || self.workbench().is_none() {
            // Whoever asked for them is somewhere else by now.
            return;
        }
        if versions.is_empty() {
            return self.say("No earlier version yet; every save keeps the text before it");
        }
        let when = |version: &Version, format| {
            let t = version.time.to_zoned(self.workspace.zone.clone());
            t.strftime(format).to_string()
        };
        let minutes: Vec<String> = versions.iter().map(|version| when(version, MINUTE)).collect();
        let alone = |minute: &String| minutes.iter().filter(|other| *other == minute).count() == 1;
        let rows = versions
            .iter()
            .zip(&minutes)
            .map(|(version, minute)| {
                let told: Vec<&str> = self
                    .workspace
                    .history
                    .attempts()
                    .filter(|attempt| attempt.version.as_deref() == Some(&version.hash))
                    .map(|attempt| attempt.rating.word())
                    .collect();
                VersionRow {
                    hash: version.hash.clone(),
                    when: if alone(minute) {
                        minute.clone()
                    } else {
                        when(version, SECOND)
                    },
                    words: version.words,
                    told: told.join(", "),
                }
            })
            .collect();
        self.overlay = Some(Overlay::Versions(Versions {
            rows,
            row: 0,
            other: None,
        }));
    }

    /// An action while the versions are listed.
    pub(in crate::app) fn versions_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(Overlay::Versions(listed)) = &mut self.overlay else {
            return Vec::new();
        };
        match action {
            Action::Open => {
                let sides = listed.sides();
                self.close_overlay(now);
                return self.compare(sides);
            }
            Action::CompareWith => listed.other = Some(listed.row).filter(|row| listed.other != Some(*row)),
            action => listed.row = moved(listed.row, listed.rows.len(), page, action),
        }
        Vec::new()
    }

    /// Compares two versions, or one with the text as it is.
    fn compare(&mut self, sides: Vec<VersionRow>) -> Vec<Effect> {
        let Some(bench) = self.workbench() else {
            return Vec::new();
        };
        if matches!(&bench.panes[1 - bench.focus], Pane::Answer(sheet) if sheet.kept != Kept::Saved) {
            self.say("Save the answer in the other pane first; the versions are shown there");
            return Vec::new();
        }
        let id = bench.sheet().map(|sheet| sheet.id.clone());
        id.map(|id| Effect::Disk(DiskEffect::ReadVersions { id, sides }))
            .into_iter()
            .collect()
    }

    /// Shows what differs between two versions in the other pane; one version alone is compared with the text here.
    pub(in crate::app) fn show_versions(&mut self, id: &AnswerId, sides: Vec<(String, String)>) {
        let folded = self.viewport.columns < FOLD;
        let Some(bench) = self.workbench_mut() else {
            return;
        };
        let Some(sheet) = bench.sheet().filter(|sheet| sheet.id == *id) else {
            return;
        };
        let mut sides = sides.into_iter();
        let Some((older, before)) = sides.next() else {
            return;
        };
        let (newer, after) = sides.next().unwrap_or_else(|| ("now".to_owned(), sheet.text()));
        let pane = Pane::Version {
            title: sheet.title(),
            sides: [older, newer],
            lines: difference(&before, &after),
            scroll: 0,
        };
        let other = 1 - bench.focus;
        bench.panes[other] = pane;
        if folded {
            bench.turn_to(other);
        }
    }
}

/// When a version was kept; versions of the same minute are told apart by the second.
const MINUTE: &str = "%a %-d %b %H:%M";
const SECOND: &str = "%a %-d %b %H:%M:%S";
