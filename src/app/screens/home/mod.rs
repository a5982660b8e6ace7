//! Home: what to do today, and where practice is wanted.

pub mod rows;
#[cfg(test)]
mod tests;
pub mod welcome;

use self::rows::{HomeRow, rows};
use self::welcome::{Came, Welcome};
use super::Screen;
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::category::Category;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

/// Which row is selected: the one that was gone to, wherever it stands by now; before that, the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    row: usize,
    chosen: Option<(&'static str, String)>,
    /// What is asked before the first questions, while it is.
    pub welcome: Option<Welcome>,
}

impl Home {
    /// The place of the selected row among these: what is drawn as selected, and what Enter is about.
    pub fn place(&self, rows: &[HomeRow]) -> usize {
        let same = |row: &HomeRow| self.chosen.as_ref() == Some(&row.name());
        let place = rows.iter().position(same).unwrap_or(self.row);
        place.min(rows.len().saturating_sub(1))
    }

    /// The selected row.
    fn selected(&self, cx: &Context) -> Option<HomeRow> {
        let mut rows = rows(cx);
        let place = self.place(&rows);
        (place < rows.len()).then(|| rows.swap_remove(place))
    }

    /// Its category, where it has one.
    fn category(&self, cx: &Context) -> Option<Category> {
        match self.selected(cx)? {
            HomeRow::Practise(standing) => Some(standing.category),
            _ => None,
        }
    }

    fn go(&mut self, action: Action, cx: &Context) {
        let rows = rows(cx);
        self.row = move_cursor(self.place(&rows), rows.len(), cx.viewport.rows, action);
        self.chosen = rows.get(self.row).map(HomeRow::name);
    }

    /// Where Enter goes.
    fn route(&self, cx: &Context) -> Option<Route> {
        Some(match self.selected(cx)? {
            HomeRow::GoOn { .. } => Route::Drill(DrillRequest::going_on(cx.overview.unended.as_ref()?)),
            HomeRow::Today { .. } => Route::Drill(DrillRequest::todays(cx)),
            HomeRow::Try => Route::Drill(first_order()),
            HomeRow::Bring => Route::Import,
            HomeRow::Write => Route::NewAnswer(None),
            HomeRow::Draft { .. } => Route::Draft,
            HomeRow::Debrief { path, .. } => Route::Debrief(path),
            HomeRow::Owed { path, .. } => Route::Message(path),
            HomeRow::Keep { .. } => Route::Feedback,
            HomeRow::Practise(standing) => Route::DrillSetup(Some(standing.category)),
        })
    }
}

/// The order of the drill the first run offers.
fn first_order() -> DrillRequest {
    DrillRequest {
        name: "quick".to_owned(),
        count: 3,
        ..DrillRequest::default()
    }
}

impl Home {
    /// Enter. Before the first questions two things are asked.
    fn open_row(&mut self, cx: &Context) -> Option<Route> {
        if self.selected(cx) == Some(HomeRow::Try) {
            self.welcome = Welcome::first(cx);
            if self.welcome.is_some() {
                return None;
            }
        }
        self.route(cx)
    }

    fn answer(&mut self, action: Action, cx: &Context) -> Requests {
        let Some(welcome) = &mut self.welcome else {
            return Requests::new();
        };
        match welcome.act(action, cx) {
            Came::Asking => Requests::new(),
            Came::Left => {
                self.welcome = None;
                Requests::new()
            }
            Came::Begins(mut requests) => {
                self.welcome = None;
                requests.push(Route::Drill(first_order()).into());
                requests
            }
        }
    }
}

impl Screen for Home {
    fn contexts(&self, _: &Context) -> &'static [At] {
        match self.welcome {
            Some(_) => At::FORM,
            None => on_screen![Home],
        }
    }

    fn line(&mut self) -> Option<&mut Field> {
        self.welcome.as_mut()?.line()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        if self.welcome.is_some() {
            return self.answer(action, cx);
        }
        let route = match action {
            Action::Open => self.open_row(cx),
            Action::Drill => Some(Route::DrillSetup(self.category(cx))),
            Action::Sprint => Some(Route::Sprint),
            Action::New => Some(Route::NewAnswer(None)),
            Action::TakeBack => return vec![Effect::Disk(DiskEffect::Untrash).into()],
            Action::Quit => return vec![Request::Quit],
            Action::Back => None,
            action => {
                self.go(action, cx);
                None
            }
        };
        route.into_iter().map(Request::Open).collect()
    }

    fn refusal(&self, action: Action, _: &Context) -> Option<&'static str> {
        (action == Action::Copy).then_some("there is nothing to copy here")
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        match (action, &self.welcome) {
            (Action::Accept, Some(welcome)) => Some(welcome.word()),
            (Action::Save, Some(_)) | (Action::Back, None) => None,
            (Action::StopTyping, Some(_)) => Some("leave it"),
            (Action::Open, None) => self.selected(cx).map(|row| row.word()),
            (Action::Drill, None) if self.category(cx).is_some() => None,
            (Action::Drill, None) => Some("set up a drill"),
            (Action::New, None) => Some("new answer"),
            (Action::TakeBack, None) => (!cx.workspace.put_aside.is_empty()).then_some("bring back"),
            _ => usual,
        }
    }

    fn named(&self, action: Action, cx: &Context) -> Option<String> {
        match (action, self.selected(cx)?) {
            (Action::Open, HomeRow::Practise(row)) => Some(format!("set up a drill of {}", row.category.id())),
            (Action::Open, HomeRow::Owed { path, .. }) => cx.overview.meetings.message_to(&path),
            _ => None,
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        match self.welcome {
            Some(_) => &[],
            None => &[
                (Action::Sprint, "sprint: which answer would you tell"),
                (Action::TakeBack, "bring back what was put into the trash last"),
            ],
        }
    }
}
