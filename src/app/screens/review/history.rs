//! History: what was told, the last first, and the days it was told on.

use crate::app::context::Context;
use crate::app::widgets::list::move_cursor;
use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::{AnswerId, EventId};
use crate::domain::progress::trend::calendar;
use crate::domain::rating::Rating;
use crate::keys::action::Action;

/// Which attempts are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// All of them.
    #[default]
    Everything,
    /// Those of a category.
    Category(Category),
    /// Those rated so.
    Rating(Rating),
    /// Those that told an answer.
    Answer(AnswerId),
}

impl Keep {
    /// Whether an attempt is listed.
    pub fn fits(&self, attempt: &Attempt) -> bool {
        match self {
            Keep::Everything => true,
            Keep::Category(category) => attempt.category == *category,
            Keep::Rating(rating) => attempt.rating == *rating,
            Keep::Answer(id) => attempt.answer.as_ref() == Some(id),
        }
    }
}

/// The third tab.
#[derive(Debug, Default)]
pub struct Past {
    /// Which attempts are listed.
    pub keep: Keep,
    /// The selected row.
    pub row: usize,
    /// What is worked out; none until it is.
    pub figures: Option<AttemptList>,
    /// The selected attempt, wherever its row goes.
    chosen: Option<EventId>,
}

/// What History shows.
#[derive(Debug)]
pub struct AttemptList {
    /// The attempts listed, the last first, by their places among all of them.
    pub listed: Vec<u32>,
    /// Attempts on each day of the last weeks, from a Monday to today.
    pub days: Vec<usize>,
}

impl Past {
    /// The attempts listed, the last first.
    pub fn listed(&self) -> &[u32] {
        self.figures.as_ref().map_or(&[], |figures| &figures.listed)
    }

    pub(super) fn forget(&mut self) {
        self.figures = None;
    }

    pub(super) fn compute(&mut self, cx: &Context) {
        if self.figures.is_some() {
            return;
        }
        let all = cx.workspace.history.all_attempts();
        let kept = |attempt: &Attempt| !attempt.taken_back && self.keep.fits(attempt);
        let places = all.iter().enumerate().rev().filter(|(_, attempt)| kept(attempt));
        let listed: Vec<u32> = places.filter_map(|(place, _)| u32::try_from(place).ok()).collect();
        let chosen = |place: &u32| Some(&all[*place as usize].id) == self.chosen.as_ref();
        let row = listed.iter().position(chosen).unwrap_or(self.row);
        self.row = row.min(listed.len().saturating_sub(1));
        self.figures = Some(AttemptList {
            listed,
            days: calendar(&cx.workspace.history, cx.workspace.today, &cx.workspace.zone),
        });
    }

    pub(super) fn go(&mut self, action: Action, cx: &Context) {
        self.row = move_cursor(self.row, self.listed().len(), cx.viewport.rows, action);
        self.chosen = self.attempt(self.row, cx).map(|attempt| attempt.id.clone());
    }

    /// The attempt in a row.
    pub fn attempt<'a>(&self, row: usize, cx: &Context<'a>) -> Option<&'a Attempt> {
        let place = *self.listed().get(row)?;
        let all = cx.workspace.history.all_attempts();
        all.get(place as usize).map(|attempt| &**attempt)
    }

    /// The selected attempt.
    pub fn selected<'a>(&self, cx: &Context<'a>) -> Option<&'a Attempt> {
        self.attempt(self.row, cx)
    }

    /// Selects an attempt, if it is listed.
    pub(super) fn select(&mut self, id: &EventId, cx: &Context) {
        let mut rows = 0..self.listed().len();
        let place = rows.find(|row| self.attempt(*row, cx).is_some_and(|attempt| attempt.id == *id));
        if let Some(row) = place {
            self.row = row;
            self.chosen = Some(id.clone());
        }
    }

    pub(super) fn choose(&mut self, keep: Keep) {
        self.keep = keep;
        self.row = 0;
        self.chosen = None;
        self.forget();
    }
}
