//! The words of the footer: what a key does now, where that differs from the table, and nothing where it does nothing.

use super::overlays::Overlay;
use super::overlays::conflict::MergeConflict;
use super::state::App;
use crate::keys::action::Action;

/// The footer's word for an action now; no word takes it from the footer.
pub fn word(app: &App, action: Action, label: &'static str) -> Option<&'static str> {
    match &app.overlay {
        Some(overlay) => word_over(app, overlay, action, label),
        None if app.why_not(action).is_some() => None,
        None => word_of_screen(app, action, label),
    }
}

fn word_over(app: &App, overlay: &Overlay, action: Action, label: &'static str) -> Option<&'static str> {
    match (overlay, action) {
        (_, Action::Up) if overlay.found().is_some_and(|(row, _)| row == 0) => None,
        (_, Action::Down) if overlay.found().is_some_and(|(row, found)| row + 1 >= found) => None,
        (Overlay::Actions(_), Action::Help) | (Overlay::Conflict(MergeConflict { merged: None, .. }), Action::Open) => {
            None
        }
        (Overlay::Actions(list), Action::Open) => list.search.selected().map(|_| "do it"),
        (Overlay::Find(search), Action::Open) => search.selected().map(|_| "open"),
        (Overlay::Problems { .. }, Action::Open) => app.workspace.problems().next().map(|_| "edit the file"),
        (Overlay::Settings { .. }, Action::Open) => Some("change"),
        (Overlay::Trash(_), Action::Open) => Some("bring it back"),
        (Overlay::Conflict(MergeConflict { merged: None, .. }), Action::Back) => Some("keep both files"),
        (Overlay::Confirm(asked), Action::Accept | Action::Decline) => Some(asked.word(action)),
        _ => Some(label),
    }
}

fn word_of_screen(app: &App, action: Action, label: &'static str) -> Option<&'static str> {
    match app.own_screen() {
        Some(screen) => screen.label(action, label, &app.context()),
        None => Some(label),
    }
}

impl Overlay {
    /// The selected row of a search and how much it found; none where nothing is searched.
    fn found(&self) -> Option<(usize, usize)> {
        match self {
            Overlay::Actions(list) => Some((list.search.row, list.search.found.len())),
            Overlay::Find(search) => Some((search.row, search.found.len())),
            _ => None,
        }
    }
}
