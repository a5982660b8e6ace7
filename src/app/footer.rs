//! The words of the footer: what a key does now, where that differs from the table, and nothing where it does nothing.

use std::borrow::Cow;

use super::overlays::Overlay;
use super::overlays::conflict::MergeConflict;
use super::state::App;
use crate::keys::action::Action;

/// From how many columns on things are named in the footer.
const NAMED: usize = 76;

/// The footer's word for an action now; no word takes it from the footer.
pub fn word(app: &App, action: Action, label: Option<&'static str>) -> Option<&'static str> {
    match &app.overlay {
        Some(overlay) => word_over(app, overlay, action, label),
        None if app.why_not(action).is_some() => None,
        None => word_of_screen(app, action, label),
    }
}

/// The same with the name of what it is about, where the screen has one to say and the terminal room for it.
pub fn words(app: &App, action: Action, label: Option<&'static str>) -> Option<Cow<'static, str>> {
    let word = word(app, action, label)?;
    let screen = app
        .own_screen()
        .filter(|_| app.overlay.is_none() && app.viewport.columns >= NAMED);
    let named = screen.and_then(|screen| screen.named(action, &app.context()));
    Some(named.map_or(Cow::Borrowed(word), Cow::Owned))
}

fn word_over(app: &App, overlay: &Overlay, action: Action, label: Option<&'static str>) -> Option<&'static str> {
    match (overlay, action) {
        (_, Action::Up) if overlay.found().is_some_and(|(row, _)| row == 0) => None,
        (_, Action::Down) if overlay.found().is_some_and(|(row, found)| row + 1 >= found) => None,
        (Overlay::Actions(_), Action::Help) | (Overlay::Conflict(MergeConflict { merged: None, .. }), Action::Open) => {
            None
        }
        (Overlay::Actions(list), Action::Open) => list.search.selected().map(|_| "do it"),
        (Overlay::Find(search), Action::Open) => search.selected().map(|_| "open"),
        (Overlay::Problems { .. }, Action::Open) => app.workspace.problems().next().map(|_| "edit the file"),
        (Overlay::Settings { .. }, Action::Open) => Some("change it"),
        (Overlay::Trash(_), Action::Open) => Some("bring it back"),
        (Overlay::Conflict(MergeConflict { merged: None, .. }), Action::Back) => Some("keep both files"),
        (Overlay::Conflict(_), Action::Open) => Some("keep both changes"),
        (Overlay::Conflict(_), Action::Choose(1)) => Some("yours"),
        (Overlay::Conflict(_), Action::Choose(2)) => Some("the file's"),
        (Overlay::Conflict(_), Action::Choose(3)) => Some("edit both"),
        (Overlay::Conflict(_), Action::Choose(_)) => None,
        (Overlay::Confirm(asked), Action::Accept | Action::Decline) => Some(asked.word(action)),
        _ => label,
    }
}

fn word_of_screen(app: &App, action: Action, label: Option<&'static str>) -> Option<&'static str> {
    match app.own_screen() {
        Some(screen) => screen.label(action, label, &app.context()),
        None => label,
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
