//! Real interviews: the list, one of them, its forms and messages, the debrief after a round, all feedback.

mod actions;
pub mod debrief;
pub mod debrief_choices;
mod debrief_draft;
pub mod detail;
pub mod dialogs;
pub mod event_menu;
pub mod feedback;
pub mod form;
mod form_fields;
pub mod message;
#[cfg(test)]
mod tests;
pub mod timeline;

use self::dialogs::Dialog;
use super::Screen;
use crate::app::context::Context;
use crate::app::forms::Filled;
use crate::app::interview_entry::EntryOf;
use crate::app::message::Outcome;
use crate::app::overview::meetings::Meetings;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::clock::Moment;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

/// The list of interviews: the one that is selected, wherever it stands by now.
#[derive(Debug, Default)]
pub struct Interviews {
    chosen: Option<String>,
    /// Where it stood, for when it is no longer there.
    row: usize,
    /// What lies over it.
    pub dialog: Option<Dialog>,
    /// A form for a new one is taken, and nothing was done since: it is opened when the disk has it.
    awaits: bool,
}

impl Interviews {
    /// The list, the most pressing row first.
    pub(in crate::app) fn open(cx: &Context) -> Interviews {
        let mut list = Interviews::default();
        list.go(0, &cx.overview.meetings);
        list
    }

    /// Opens a form over it as it was left.
    pub(in crate::app) fn fill(&mut self, of: EntryOf, text: &str, cx: &Context) {
        self.dialog = Some(Dialog::filled_with(of, None, text, cx));
    }

    /// The place of the selected row among these: what is drawn as selected, and what keys are about. The row behind the
    /// last interview is another company.
    pub fn place(&self, meetings: &Meetings) -> usize {
        let chosen = self.chosen.as_deref().and_then(|path| meetings.place(path));
        chosen.unwrap_or(self.row).min(meetings.rows.len())
    }

    fn go(&mut self, place: usize, meetings: &Meetings) {
        self.row = place;
        self.chosen = meetings.rows.get(place).map(|row| row.path.clone());
    }

    /// Selects an interview, where it is listed.
    fn choose(&mut self, path: &str, cx: &Context) {
        if let Some(place) = cx.overview.meetings.place(path) {
            self.go(place, &cx.overview.meetings);
        }
    }

    /// The file of the selected one.
    fn path(&self, cx: &Context) -> Option<String> {
        let meetings = &cx.overview.meetings;
        Some(meetings.rows.get(self.place(meetings))?.path.clone())
    }

    fn ask(&mut self, of: EntryOf, path: Option<&str>, cx: &Context) -> Requests {
        let (dialog, requests) = Dialog::ask(of, path, cx);
        self.dialog = Some(dialog);
        requests
    }

    /// An action while something lies over it. A form that adds a round to an interview there is selects that.
    fn dialog_action(&mut self, dialog: Dialog, action: Action, cx: &Context) -> Requests {
        let joined = dialog.joins(cx);
        let (dialog, requests) = dialog.act(action, cx);
        self.dialog = dialog;
        if requests.iter().any(|request| matches!(request, Request::Write(_))) {
            self.awaits = true;
            if let Some(path) = joined {
                self.choose(&path, cx);
            }
        }
        requests
    }

    fn list_action(&mut self, action: Action, cx: &Context) -> Requests {
        let path = self.path(cx);
        match (action, path.as_deref()) {
            (Action::Back, _) => return vec![Request::Close],
            (Action::NewInterview, _) | (Action::Open | Action::New, None) => {
                return self.ask(EntryOf::New, None, cx);
            }
            (Action::Feedback | Action::Next | Action::Previous, _) => return vec![Request::Replace(Route::Feedback)],
            (Action::Open, Some(path)) => return actions::asked(path, cx),
            (Action::More, Some(path)) => return vec![Route::Interview(path.to_owned()).into()],
            (Action::New, Some(path)) => self.dialog = Some(Dialog::ask_what_happened(path, cx)),
            (Action::Edit, Some(path)) => return self.ask(EntryOf::About, Some(path), cx),
            (action, Some(path)) if let Some(requests) = actions::about(path, action, cx) => return requests,
            (action, _) => {
                let meetings = &cx.overview.meetings;
                let to = move_cursor(self.place(meetings), meetings.rows.len() + 1, cx.viewport.rows, action);
                self.go(to, meetings);
            }
        }
        Requests::new()
    }
}

impl Screen for Interviews {
    fn contexts(&self, _: &Context) -> &'static [At] {
        self.dialog.as_ref().map_or(on_screen![], Dialog::contexts)
    }

    fn over(&self) -> Option<&'static str> {
        self.dialog.as_ref().map(Dialog::over)
    }

    fn line(&mut self) -> Option<&mut Field> {
        self.dialog.as_mut()?.line()
    }

    fn line_changed(&mut self, cx: &Context) -> Requests {
        if let Some(dialog) = &mut self.dialog {
            dialog.line_changed(cx);
        }
        Requests::new()
    }

    fn forms(&self, cx: &Context) -> Vec<Filled> {
        let dialog = self.dialog.as_ref();
        dialog.and_then(|dialog| dialog.filled(cx)).into_iter().collect()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        self.awaits = false;
        match self.dialog.take() {
            Some(dialog) => self.dialog_action(dialog, action, cx),
            None => self.list_action(action, cx),
        }
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        actions::why_not(self.path(cx).as_deref(), action, cx)
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        if let Some(dialog) = &self.dialog {
            return dialog.label(action, usual);
        }
        match (action, self.path(cx)) {
            (Action::Open, Some(path)) => Some(actions::asked_word(&path, cx)),
            (Action::Open, None) => Some("add a company"),
            (Action::More, Some(_)) => Some("all about it"),
            (Action::New, Some(_)) => Some("what happened"),
            (Action::Edit, Some(_)) => Some("edit it"),
            (Action::Next, _) => Some("feedback"),
            _ => usual,
        }
    }

    fn named(&self, action: Action, cx: &Context) -> Option<String> {
        let path = self.path(cx).filter(|_| self.dialog.is_none())?;
        match action {
            Action::Open if actions::asked_word(&path, cx) == "the message" => cx.overview.meetings.message_to(&path),
            Action::More => Some(format!("all about {}", cx.workspace.interview(&path)?.company)),
            _ => None,
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        actions::BESIDES
    }

    /// What was added is selected; where nothing else was done meanwhile, it is opened.
    fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Requests {
        let Outcome::InterviewAdded { path, .. } = outcome else {
            return Requests::new();
        };
        if !std::mem::take(&mut self.awaits) {
            return Requests::new();
        }
        self.choose(path, cx);
        vec![Route::Interview(path.clone()).into()]
    }

    fn cover(&mut self, covered: bool, _: Moment) {
        self.awaits &= !covered;
    }
}
