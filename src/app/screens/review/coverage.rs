//! Coverage: categories or company values down, answers across.

use crate::app::state::{App, Viewport};
use crate::app::widgets::list::moved;
use crate::domain::answer::Answer;
use crate::domain::clock::Moment;
use crate::domain::drill::sprint::{MixUp, mixed_up};
use crate::domain::progress::coverage::{Cell, Coverage, Row, Topic};
use crate::domain::question::lens::Lens;
use crate::keys::action::Action;

/// The second tab.
#[derive(Debug, Default)]
pub struct Cover {
    /// The lens whose values stand in the rows; none: the categories do.
    pub lens: Option<String>,
    /// The table; none until it is worked out.
    pub table: Option<Coverage>,
    /// What sprints found mixed up, the most frequent first.
    pub mixed: Vec<MixUp>,
    /// The selected row.
    pub row: usize,
    /// The first answer shown.
    pub first: usize,
    /// What the selected row stands for, wherever it goes.
    chosen: Option<Topic>,
}

impl Cover {
    /// The selected row.
    pub fn selected(&self) -> Option<&Row> {
        self.table.as_ref()?.rows.get(self.row)
    }

    pub(super) fn forget(&mut self) {
        self.table = None;
    }

    pub(super) fn work_out(&mut self, app: &App) {
        if self.table.is_some() {
            return;
        }
        let lens = self.lens.as_ref().and_then(|id| app.workspace.library.lens(id));
        let table = if let Some(lens) = lens {
            Coverage::by_value(
                lens,
                &app.workspace.library,
                &app.workspace.history,
                &app.workspace.settings,
            )
        } else {
            self.lens = None;
            Coverage::by_category(&app.workspace.library, &app.workspace.history, &app.workspace.settings)
        };
        self.mixed = mixed_up(app.workspace.history.taken(), &app.workspace.library);
        let place = table.rows.iter().position(|row| Some(row.topic) == self.chosen);
        self.row = place.unwrap_or(self.row).min(table.rows.len().saturating_sub(1));
        self.first = self.first.min(table.columns.len().saturating_sub(1));
        self.table = Some(table);
        self.chosen = self.selected().map(|row| row.topic);
    }

    pub(super) fn go(&mut self, action: Action, seen: Viewport) {
        let Some(table) = &self.table else { return };
        let across = seen.across.max(1);
        match action {
            Action::More if self.first + across < table.columns.len() => self.first += across,
            Action::Less => self.first = self.first.saturating_sub(across),
            action => {
                self.row = moved(self.row, table.rows.len(), seen.rows, action);
                self.chosen = self.selected().map(|row| row.topic);
            }
        }
    }
}

impl App {
    /// The lens whose values are shown.
    pub fn lens_shown(&self) -> Option<&Lens> {
        self.workspace.library.lens(self.review()?.cover.lens.as_ref()?)
    }

    /// The answers that stand in the selected row.
    pub(super) fn covering(&self) -> Vec<&Answer> {
        let Some((table, row)) = self.review().and_then(|review| {
            let cover = &review.cover;
            Some((cover.table.as_ref()?, cover.selected()?))
        }) else {
            return Vec::new();
        };
        let columns = table.columns.iter().zip(&row.cells);
        columns
            .filter(|(_, cell)| **cell != Cell::Apart)
            .filter_map(|(column, _)| self.workspace.library.answer(column.answer.as_str()))
            .collect()
    }

    /// From the categories to the values in force and back; with none in force, through those of every lens.
    pub(super) fn turn_values(&mut self, now: Moment) {
        let ids: Vec<String> = match &self.workspace.settings.lens {
            Some(id) if self.workspace.library.lens(id).is_some() => vec![id.clone()],
            _ => self
                .workspace
                .library
                .lenses()
                .iter()
                .map(|lens| lens.id.clone())
                .collect(),
        };
        self.with_review(|review, app| {
            let cover = &mut review.cover;
            let at = cover
                .lens
                .as_ref()
                .and_then(|id| ids.iter().position(|other| other == id));
            cover.lens = ids.get(at.map_or(0, |at| at + 1)).cloned();
            (cover.row, cover.chosen) = (0, None);
            cover.forget();
            review.work_out(app, now);
        });
    }
}
