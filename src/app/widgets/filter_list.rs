//! A list narrowed by typing.

use super::field::Field;
use super::finder::Finder;
use super::list::move_cursor;
use crate::keys::action::Action;
use crate::text::search::{Found, Index};

/// A list narrowed by typing.
#[derive(Debug)]
pub struct Search<T> {
    /// What is typed.
    pub field: Field,
    /// What can be found, in step with the lines.
    pub items: Vec<T>,
    /// Their lines.
    pub finder: Finder,
    /// What is found.
    pub found: Vec<Found>,
    /// The selected row of what is found.
    pub row: usize,
    /// Which of them stand together.
    group: fn(&T) -> usize,
}

/// Groups that finds may stand in.
const GROUPS: usize = 5;

impl<T> Search<T> {
    pub(in crate::app) fn new(items: Vec<T>, lines: Vec<String>) -> Search<T> {
        Search::over(items, Finder::new(Index::new(lines)), |_| 0)
    }

    /// A search whose finds stand together by group: those with a whole find first, then by the group's number.
    pub(in crate::app) fn over(items: Vec<T>, finder: Finder, group: fn(&T) -> usize) -> Search<T> {
        Search {
            field: Field::default(),
            items,
            found: finder.find(""),
            finder,
            group,
            row: 0,
        }
    }

    /// Finds what fits the line that is typed now.
    pub(in crate::app) fn typed(&mut self) {
        let mut found = self.finder.find(self.field.text());
        let group = |found: &Found| self.items.get(found.place).map_or(0, self.group).min(GROUPS - 1);
        let mut whole = [false; GROUPS];
        for one in found.iter().filter(|found| found.whole) {
            whole[group(one)] = true;
        }
        found.sort_by_key(|found| (!whole[group(found)], group(found)));
        self.found = found;
        self.row = 0;
    }

    /// Moves the row.
    pub(in crate::app) fn act(&mut self, action: Action) {
        self.row = move_cursor(self.row, self.found.len(), 10, action);
    }

    /// Finds all again.
    pub(in crate::app) fn clear(&mut self) {
        self.field = Field::default();
        self.typed();
    }

    /// Goes on with what is typed and selected in a search over what there was before.
    pub(in crate::app) fn going_on(mut self, before: Search<T>) -> Search<T>
    where
        T: Clone + PartialEq,
    {
        let chosen = before.selected().cloned();
        self.field = before.field;
        self.typed();
        self.select(chosen.as_ref());
        self
    }

    /// Selects something, where it is found.
    pub(in crate::app) fn select(&mut self, item: Option<&T>)
    where
        T: PartialEq,
    {
        let same = |found: &Found| self.items.get(found.place) == item;
        self.row = self.found.iter().position(same).unwrap_or(0);
    }

    /// What is selected.
    pub fn selected(&self) -> Option<&T> {
        self.found.get(self.row).and_then(|found| self.items.get(found.place))
    }

    /// The footer's word for an action: none for a way on where the list ends.
    pub(in crate::app) fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        match action {
            Action::Up if self.row == 0 => None,
            Action::Down if self.row + 1 >= self.found.len() => None,
            _ => usual,
        }
    }
}
