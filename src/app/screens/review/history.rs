//! History: what was told, the last first, and the days it was told on.

use crate::app::hit::Haystack;
use crate::app::overlays::Hit;
use crate::app::state::App;
use crate::app::widgets::list::moved;
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
    pub figures: Option<Figures>,
    /// The selected attempt, wherever its row goes.
    chosen: Option<EventId>,
}

/// What History shows.
#[derive(Debug)]
pub struct Figures {
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

    pub(super) fn work_out(&mut self, app: &App) {
        if self.figures.is_some() {
            return;
        }
        let all = app.workspace.history.all_attempts();
        let kept = |attempt: &Attempt| !attempt.taken_back && self.keep.fits(attempt);
        let places = all.iter().enumerate().rev().filter(|(_, attempt)| kept(attempt));
        let listed: Vec<u32> = places.filter_map(|(place, _)| u32::try_from(place).ok()).collect();
        let chosen = |place: &u32| Some(&all[*place as usize].id) == self.chosen.as_ref();
        let row = listed.iter().position(chosen).unwrap_or(self.row);
        self.row = row.min(listed.len().saturating_sub(1));
        self.figures = Some(Figures {
            listed,
            days: calendar(&app.workspace.history, app.workspace.today, &app.workspace.zone),
        });
    }

    pub(super) fn go(&mut self, action: Action, page: usize, app: &App) {
        self.row = moved(self.row, self.listed().len(), page, action);
        self.chosen = app.listed_attempt(self, self.row).map(|attempt| attempt.id.clone());
    }

    pub(super) fn choose(&mut self, keep: Keep) {
        self.keep = keep;
        self.row = 0;
        self.chosen = None;
        self.forget();
    }
}

impl App {
    /// The attempt in a row of History.
    pub fn listed_attempt(&self, past: &Past, row: usize) -> Option<&Attempt> {
        let place = *past.listed().get(row)?;
        self.workspace
            .history
            .all_attempts()
            .get(place as usize)
            .map(|attempt| &**attempt)
    }

    /// The selected attempt of History, if that is in front.
    pub fn past_attempt(&self) -> Option<&Attempt> {
        let review = self.review().filter(|review| review.tab == super::Tab::History)?;
        self.listed_attempt(&review.past, review.past.row)
    }

    pub(super) fn open_past_row(&mut self) {
        if let Some(id) = self.past_attempt().map(|attempt| attempt.id.clone()) {
            self.open_attempt(id);
        }
    }

    /// What find looks through in History: what is listed, by day, question, answer and note.
    pub(in crate::app) fn past_hits(&self) -> Option<Haystack> {
        let review = self.review().filter(|review| review.tab == super::Tab::History)?;
        let all = self.workspace.history.all_attempts();
        let listed = review.past.listed().iter().filter_map(|place| all.get(*place as usize));
        let mut found = Haystack::default();
        for attempt in listed {
            let told = attempt
                .answer
                .as_ref()
                .and_then(|id| self.workspace.library.answer(id.as_str()));
            let title = told.map_or("", |answer| answer.title.as_str());
            let line = format!(
                "{} {} {title} {}",
                attempt.rating.word(),
                self.workspace.asked(attempt),
                attempt.note
            );
            found.add(Hit::Attempt(attempt.id.clone()), line, "");
        }
        Some(found)
    }

    /// Selects an attempt in History, if it is listed there.
    pub(in crate::app) fn select_in_past(&mut self, id: &EventId) {
        self.with_review(|review, app| {
            let all = app.workspace.history.all_attempts();
            let listed = review.past.listed().iter();
            let mut places = listed.map(|place| &all[*place as usize].id);
            if let Some(row) = places.position(|other| other == id) {
                review.past.row = row;
                review.past.chosen = Some(id.clone());
            }
        });
    }
}
