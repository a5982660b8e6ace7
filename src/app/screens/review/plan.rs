//! The plan: what each day holds up to the interview or for a week, and which of them are days off.

use crate::app::context::Context;
use crate::app::request::SettingChange;
use crate::app::widgets::list::move_cursor;
use crate::domain::progress::schedule::{Constraints, Day, DayKind, Schedule, schedule};
use crate::keys::action::Action;
use crate::markup::scalar::Value;

/// The fourth tab.
#[derive(Debug, Default)]
pub struct Plan {
    /// The selected day, from today.
    pub row: usize,
    /// The days; none until they are worked out.
    pub schedule: Option<Schedule>,
}

impl Plan {
    pub(super) fn forget(&mut self) {
        self.schedule = None;
    }

    pub(super) fn compute(&mut self, cx: &Context) {
        if self.schedule.is_none() {
            let practice = cx.workspace.practice(cx.now.wall);
            let terms = Constraints::of(&practice);
            self.schedule = Some(schedule(&practice, &cx.overview.standings, terms));
        }
        self.row = self.row.min(self.days().len().saturating_sub(1));
    }

    /// The days, today first.
    pub fn days(&self) -> &[Day] {
        self.schedule.as_ref().map_or(&[], |schedule| &schedule.days)
    }

    pub(super) fn go(&mut self, action: Action, cx: &Context) {
        self.row = move_cursor(self.row, self.days().len(), cx.viewport.rows, action);
    }

    /// The selected day.
    pub fn selected(&self) -> Option<&Day> {
        self.days().get(self.row)
    }

    /// Today, where it is selected and holds something.
    pub(super) fn today(&self) -> Option<&Day> {
        self.selected().filter(|day| self.row == 0 && !day.questions.is_empty())
    }

    /// Makes the selected day one without practice, or one with it again; none on the day of the interview.
    pub(super) fn turn_off(&self, cx: &Context) -> Option<SettingChange> {
        let day = self.selected().filter(|day| day.kind != DayKind::Interview)?;
        let mut settings = cx.workspace.settings.clone();
        let days = &mut settings.days_off;
        if !days.remove(&day.date) {
            days.insert(day.date);
        }
        let written: Vec<String> = days.iter().map(ToString::to_string).collect();
        Some(SettingChange {
            key: "days_off",
            value: Value::list(&written).as_str().to_owned(),
            settings: Box::new(settings),
        })
    }
}
