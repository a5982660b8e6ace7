//! What is in the trash: listed, the newest first, and brought back.

use crate::app::effect::{DiskEffect, Effect};
use crate::app::request::{Request, Requests};
use crate::app::widgets::list::move_cursor;
use crate::app::workspace::Workspace;
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

impl Trash {
    /// What was found in the trash, as it is listed; none where nothing is in it.
    pub(in crate::app) fn of(found: Vec<InTrash>, workspace: &Workspace) -> Option<Trash> {
        let row = |thrown: InTrash| TrashRow {
            when: ago(workspace.day_of(thrown.time), workspace.today),
            title: thrown.title,
            file: thrown.file,
        };
        let rows: Vec<TrashRow> = found.into_iter().map(row).collect();
        (!rows.is_empty()).then_some(Trash { rows, row: 0 })
    }

    /// Does what a key asks for: Enter brings the selected row back.
    pub(super) fn act(mut self, action: Action, page: usize) -> (Option<Trash>, Requests) {
        if action == Action::Open {
            let chosen = self.rows.into_iter().nth(self.row);
            let restore = chosen.map(|row| Request::from(Effect::Disk(DiskEffect::Restore(row.file))));
            return (None, restore.into_iter().collect());
        }
        self.row = move_cursor(self.row, self.rows.len(), page, action);
        (Some(self), Requests::new())
    }
}
