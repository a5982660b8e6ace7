//! Weak: categories in the order to practise them, and how the selected one went.

use std::collections::HashMap;

use crate::app::context::Context;
use crate::app::widgets::list::move_cursor;
use crate::domain::category::Category;
use crate::domain::progress::advice::ToDo;
use crate::domain::progress::prediction::Confidence;
use crate::domain::progress::score::Score;
use crate::domain::progress::trend::CategoryTrend;
use crate::keys::action::Action;

/// The first tab.
#[derive(Debug, Default)]
pub struct Weak {
    /// The selected row.
    pub row: usize,
    /// How each category went; none until it is worked out.
    pub figures: Option<CategoryFigures>,
    /// The selected category, wherever its row goes.
    chosen: Option<Category>,
}

/// How each category went.
#[derive(Debug)]
pub struct CategoryFigures {
    /// Week by week, where the time goes, and what to do.
    pub courses: HashMap<Category, CategoryTrend>,
    /// Where there are enough guesses, how they compare.
    pub guesses: HashMap<Category, Confidence>,
    /// How right readiness was, once there are enough tellings.
    pub score: Option<Score>,
}

impl Weak {
    pub(super) fn forget(&mut self) {
        self.figures = None;
    }

    pub(super) fn compute(&mut self, cx: &Context) {
        let rows = cx.overview.neediest();
        let place = rows.iter().position(|standing| Some(standing.category) == self.chosen);
        self.row = place.unwrap_or(self.row).min(rows.len().saturating_sub(1));
        self.chosen = rows.get(self.row).map(|standing| standing.category);
        if self.figures.is_none() {
            let (files, at) = (cx.workspace, (cx.now.wall, &cx.workspace.zone));
            self.figures = Some(CategoryFigures {
                courses: CategoryTrend::by_category(&files.library, &files.history, &files.settings, at),
                guesses: Confidence::by_category(files.history.attempts()),
                score: Score::of(files.history.attempts()),
            });
        }
    }

    pub(super) fn go(&mut self, action: Action, cx: &Context) {
        let rows = cx.overview.neediest();
        self.row = move_cursor(self.row, rows.len(), cx.viewport.rows, action);
        self.chosen = rows.get(self.row).map(|standing| standing.category);
    }

    /// The category of the selected row.
    pub(super) fn category(&self, cx: &Context) -> Option<Category> {
        cx.overview.neediest().get(self.row).map(|standing| standing.category)
    }

    /// What is to be done about a category.
    pub fn to_do(&self, category: Category) -> Option<&ToDo> {
        Some(&self.figures.as_ref()?.courses.get(&category)?.to_do)
    }
}
