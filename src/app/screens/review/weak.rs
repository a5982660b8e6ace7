//! Weak: categories in the order to practise them, and how the selected one went.

use std::collections::HashMap;

use crate::app::state::App;
use crate::app::widgets::list::moved;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::progress::prediction::Confidence;
use crate::domain::progress::score::Score;
use crate::domain::progress::standing::{Standing, practise_next};
use crate::domain::progress::trend::Course;
use crate::keys::action::Action;

/// The first tab.
#[derive(Debug, Default)]
pub struct Weak {
    /// The selected row.
    pub row: usize,
    /// How each category went; none until it is worked out.
    pub figures: Option<Figures>,
    /// The selected category, wherever its row goes.
    chosen: Option<Category>,
}

/// How each category went.
#[derive(Debug)]
pub struct Figures {
    /// Week by week, where the time goes, and what to do.
    pub courses: HashMap<Category, Course>,
    /// Where there are enough guesses, how they compare.
    pub guesses: HashMap<Category, Confidence>,
    /// How right readiness was, once there are enough tellings.
    pub score: Option<Score>,
}

impl Weak {
    pub(super) fn forget(&mut self) {
        self.figures = None;
    }

    pub(super) fn work_out(&mut self, app: &App, now: Moment) {
        let rows = app.weak_rows();
        let place = rows.iter().position(|standing| Some(standing.category) == self.chosen);
        self.row = place.unwrap_or(self.row).min(rows.len().saturating_sub(1));
        self.chosen = rows.get(self.row).map(|standing| standing.category);
        if self.figures.is_none() {
            let at = (now.wall, &app.workspace.zone);
            self.figures = Some(Figures {
                courses: Course::by_category(
                    &app.workspace.library,
                    &app.workspace.history,
                    &app.workspace.settings,
                    at,
                ),
                guesses: Confidence::by_category(app.workspace.history.attempts()),
                score: Score::of(app.workspace.history.attempts()),
            });
        }
    }

    pub(super) fn go(&mut self, action: Action, page: usize, app: &App) {
        let rows = app.weak_rows();
        self.row = moved(self.row, rows.len(), page, action);
        self.chosen = rows.get(self.row).map(|standing| standing.category);
    }
}

impl App {
    /// The rows of Weak: the categories in the order to practise them.
    pub fn weak_rows(&self) -> Vec<&Standing> {
        practise_next(&self.figures.standings)
    }
}
