//! What is in the trash: listed, the newest first, and brought back.

use super::Overlay;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::state::App;
use crate::app::widgets::list::move_cursor;
use crate::domain::clock::Moment;
use crate::domain::days::ago;
use crate::domain::saved_file::{InTrash, Trashed};
use crate::keys::action::Action;

/// The list.
#[derive(Debug)]
pub struct Trash {
    /// Its rows, the newest first.
    pub rows: Vec<TrashRow>,
    /// The selected row.
    pub row: usize,
}

/// Something in the trash, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrashRow {
    /// What it was called.
    pub title: String,
    /// When it was thrown away, in words.
    pub when: String,
    /// The file.
    pub file: Trashed,
}

impl App {
    /// The trash was looked through.
    pub(in crate::app) fn trash_listed(&mut self, found: Vec<InTrash>) {
        if self.covered() || self.typing() || self.practising() {
            // Whoever asked for it is somewhere else by now.
            return;
        }
        if found.is_empty() {
            return self.notify("The trash is empty");
        }
        let rows = found
            .into_iter()
            .map(|thrown| TrashRow {
                when: ago(self.workspace.day_of(thrown.time), self.workspace.today),
                title: thrown.title,
                file: thrown.file,
            })
            .collect();
        self.overlay = Some(Overlay::Trash(Trash { rows, row: 0 }));
    }

    /// An action while the trash is listed.
    pub(in crate::app) fn trash_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(Overlay::Trash(trash)) = &mut self.overlay else {
            return Vec::new();
        };
        if action == Action::Open {
            let chosen = trash
                .rows
                .get(trash.row)
                .map(|row| Effect::Disk(DiskEffect::Restore(row.file.clone())));
            self.close_overlay(now);
            return chosen.into_iter().collect();
        }
        trash.row = move_cursor(trash.row, trash.rows.len(), page, action);
        Vec::new()
    }
}
