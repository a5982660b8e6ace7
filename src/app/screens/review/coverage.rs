//! Coverage: categories or company values, each with the answers that serve it.

use crate::app::context::Context;
use crate::app::widgets::list::move_cursor;
use crate::domain::answer::Answer;
use crate::domain::drill::sprint::{Confusion, mixed_up};
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
    pub mixed: Vec<Confusion>,
    /// The selected row.
    pub row: usize,
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

    pub(super) fn compute(&mut self, cx: &Context) {
        if self.table.is_some() {
            return;
        }
        let files = cx.workspace;
        let table = if let Some(lens) = self.lens_shown(cx) {
            Coverage::by_value(lens, &files.library, &files.history, &files.settings)
        } else {
            self.lens = None;
            Coverage::by_category(&files.library, &files.history, &files.settings)
        };
        self.mixed = mixed_up(files.history.taken(), &files.library);
        let place = table.rows.iter().position(|row| Some(row.topic) == self.chosen);
        self.row = place.unwrap_or(self.row).min(table.rows.len().saturating_sub(1));
        self.table = Some(table);
        self.chosen = self.selected().map(|row| row.topic);
    }

    pub(super) fn go(&mut self, action: Action, cx: &Context) {
        match action {
            Action::More => self.turn_values(1, cx),
            Action::Less => self.turn_values(Cover::kinds(cx).len() - 1, cx),
            action => {
                let rows = self.table.as_ref().map_or(0, |table| table.rows.len());
                self.row = move_cursor(self.row, rows, cx.viewport.rows, action);
                self.chosen = self.selected().map(|row| row.topic);
            }
        }
    }

    /// The lens whose values are shown.
    pub fn lens_shown<'a>(&self, cx: &Context<'a>) -> Option<&'a Lens> {
        cx.workspace.library.lens(self.lens.as_ref()?)
    }

    /// The answers that stand in the selected row.
    pub(super) fn covering<'a>(&self, cx: &Context<'a>) -> Vec<&'a Answer> {
        let (Some(table), Some(row)) = (&self.table, self.selected()) else {
            return Vec::new();
        };
        let columns = table.columns.iter().zip(&row.cells);
        columns
            .filter(|(_, cell)| **cell != Cell::Apart)
            .filter_map(|(column, _)| cx.workspace.library.answer(column.answer.as_str()))
            .collect()
    }

    /// What the rows can be: the categories, then the values in force; with none in force, those of every lens.
    fn kinds(cx: &Context) -> Vec<Option<String>> {
        let library = &cx.workspace.library;
        let lenses = match &cx.workspace.settings.lens {
            Some(id) if library.lens(id).is_some() => vec![Some(id.clone())],
            _ => library.lenses().iter().map(|lens| Some(lens.id.clone())).collect(),
        };
        [None].into_iter().chain(lenses).collect()
    }

    /// To another kind of rows, so many further on.
    pub(super) fn turn_values(&mut self, steps: usize, cx: &Context) {
        let kinds = Cover::kinds(cx);
        let at = kinds.iter().position(|kind| *kind == self.lens).unwrap_or(0);
        self.lens.clone_from(&kinds[(at + steps) % kinds.len()]);
        (self.row, self.chosen) = (0, None);
        self.forget();
        self.compute(cx);
    }
}
