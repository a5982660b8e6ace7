//! What of a picture can be clicked, and where its chosen rows are.

use ratatui::layout::{Position, Rect};

use crate::keys::action::Action;
use crate::keys::key::Key;

/// What a click on something asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// What this key does.
    Key(Key),
    /// This, by whatever key.
    Do(Action),
    /// The tab so many behind the one in front, or before it when negative.
    Tab(i8),
}

/// Where the terminal's cursor is: input methods, screen readers and magnifiers follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Where one types; it is shown.
    Typing(Position),
    /// On the chosen row; it is hidden.
    Row(Position),
}

/// Where a picture can be clicked.
#[derive(Clone, Debug, Default)]
pub struct Clicks {
    targets: Vec<(Rect, Target)>,
    /// Each list with the row of its mark.
    lists: Vec<(Rect, u16)>,
    /// Where one types.
    caret: Option<Position>,
}

impl Clicks {
    /// Something to click.
    pub(super) fn add(&mut self, area: Rect, target: Target) {
        self.targets.push((area, target));
    }

    /// A list whose mark is in this row of it.
    pub(super) fn mark(&mut self, list: Rect, y: u16) {
        self.lists.push((list, list.y + y));
    }

    /// A list in which nothing is chosen yet: the first step down goes to its first row.
    pub(super) fn unmarked(&mut self, list: Rect) {
        self.lists.push((list, list.y.saturating_sub(1)));
    }

    /// One types here.
    pub(super) fn caret(&mut self, at: Position) {
        self.caret = Some(at);
    }

    /// Nothing of what was drawn so far can be clicked or typed into.
    pub(super) fn clear(&mut self) {
        *self = Clicks::default();
    }

    /// Where the terminal's cursor belongs: where one types, else on the chosen row of the list drawn last.
    pub fn cursor(&self) -> Option<Cursor> {
        let row = || {
            self.lists
                .last()
                .map(|(list, row)| Cursor::Row(Position::new(list.x, *row)))
        };
        self.caret.map(Cursor::Typing).or_else(row)
    }

    /// What a click here asks for by itself.
    pub fn target(&self, at: Position) -> Option<Target> {
        let hit = self.targets.iter().rev().find(|(area, _)| area.contains(at));
        hit.map(|(_, target)| *target)
    }

    /// The row of the mark in the list a place is in.
    pub fn chosen(&self, at: Position) -> Option<u16> {
        let hit = self.lists.iter().rev().find(|(list, _)| list.contains(at));
        hit.map(|(_, row)| *row)
    }
}
