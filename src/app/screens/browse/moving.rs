//! Where the keys go in the Library, and what is turned by them.

use super::filter::{Filter, SectionKind};
use super::list::Listing;
use super::{Browse, Column, Kind};
use crate::app::context::{Context, FOLD};
use crate::app::widgets::list::move_cursor;
use crate::app::workspace::Workspace;
use crate::keys::action::Action;

/// Whether the categories stand beside the list.
pub(super) fn beside(cx: &Context) -> bool {
    cx.viewport.columns >= FOLD
}

impl Browse {
    /// A row up or down in what takes the keys.
    pub(super) fn go(&mut self, action: Action, page: usize, past: usize) {
        match self.column {
            Column::Filters => self.column = Column::List,
            Column::Shelves => self.go_section(action, page),
            Column::List => {
                let row = move_cursor(self.row, self.rows().len(), page, action);
                if row != self.row {
                    (self.row, self.scroll) = (row, 0);
                }
            }
            Column::Preview => self.scroll = move_cursor(self.scroll, past, page, action),
        }
    }

    /// Left and right: through the words, through the categories where they stand above the list, else from column to
    /// column.
    pub(super) fn turn(&mut self, action: Action, cx: &Context) {
        match (self.column, action) {
            (Column::Filters, action) => self.turn_filter(action, cx.workspace),
            (Column::List, action) if !beside(cx) && self.kind() == Kind::Questions => {
                let step = if action == Action::More {
                    Action::Down
                } else {
                    Action::Up
                };
                self.go_section(step, 1);
            }
            (Column::List, Action::Less) if self.kind() == Kind::Questions => self.column = Column::Shelves,
            (Column::List, Action::More) => self.column = Column::Preview,
            (Column::Shelves, Action::More) | (Column::Preview, Action::Less) => self.column = Column::List,
            _ => {}
        }
    }

    /// The keys go to the words that choose which rows are listed; once more, the next word is chosen.
    pub(super) fn turn_to_filters(&mut self, workspace: &Workspace) {
        if self.column == Column::Filters {
            let filters = self.filters();
            let last = filters.last() == Some(&self.listing.filter);
            let next = if last { Action::First } else { Action::More };
            self.turn_filter(next, workspace);
        }
        self.column = Column::Filters;
    }

    fn turn_filter(&mut self, action: Action, workspace: &Workspace) {
        let filters = self.filters();
        let at = filters.iter().position(|filter| *filter == self.listing.filter);
        let to = move_cursor(
            at.unwrap_or(0),
            filters.len(),
            1,
            match action {
                Action::More => Action::Down,
                Action::Less => Action::Up,
                action => action,
            },
        );
        if let Some(filter) = filters.into_iter().nth(to) {
            self.list_anew(|listing| listing.choose(filter, workspace));
        }
    }

    /// The tab so many to the right. A word that is none of its own is dropped.
    pub(super) fn turn_tab(&mut self, steps: usize, workspace: &Workspace) {
        let to = Kind::ALL[(self.kind() as usize + steps) % Kind::ALL.len()];
        self.column = Column::List;
        self.open_section(match to {
            Kind::Questions => SectionKind::All,
            Kind::Answers => SectionKind::Answers,
            Kind::Notes => SectionKind::Notes,
        });
        if !self.filters().contains(&self.listing.filter) {
            self.list_anew(|listing| listing.choose(Filter::Everything, workspace));
        }
    }

    /// A category up or down, with all of them as the first.
    fn go_section(&mut self, action: Action, page: usize) {
        let sections = self.listing.sections.iter().enumerate();
        let questions = sections.filter(|(_, section)| section.kind.of_questions());
        let places: Vec<usize> = questions.map(|(place, _)| place).collect();
        let at = places.iter().position(|place| *place == self.open).unwrap_or(0);
        let to = places.get(move_cursor(at, places.len(), page, action)).copied();
        if let Some(to) = to.filter(|to| *to != self.open) {
            (self.open, self.row, self.scroll) = (to, 0, 0);
        }
    }

    /// Lists in another way, from the top.
    pub(super) fn list_anew(&mut self, change: impl FnOnce(&mut Listing)) {
        change(&mut self.listing);
        (self.row, self.scroll) = (0, 0);
    }
}
