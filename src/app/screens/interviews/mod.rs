//! Real interviews: the list, one of them, its forms and messages, the debrief after a round, all feedback.

pub mod debrief;
pub mod debrief_choices;
mod debrief_draft;
pub mod detail;
pub mod event_menu;
pub mod feedback;
pub mod form;
mod form_fields;
mod form_target;
pub mod message;
mod timeline;

use self::form::SlipOf;
use crate::app::effect::{DiskEffect, Effect, TerminalEffect};
use crate::app::overview::meetings::{Listing, Row};
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::list::moved;
use crate::domain::clock::Moment;
use crate::domain::interview::Interview;
use crate::domain::interview::edit::{Change, changed};
use crate::keys::action::Action;

/// The list of interviews: the one that is selected, wherever it stands by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interviews {
    chosen: Option<String>,
    /// Where it stood, for when it is no longer there.
    row: usize,
}

impl Interviews {
    /// The place of the selected interview among these: what is drawn as selected, and what keys are about.
    pub fn place(&self, meetings: &Listing) -> usize {
        let chosen = self.chosen.as_deref().and_then(|path| meetings.place(path));
        chosen.unwrap_or(self.row).min(meetings.rows.len().saturating_sub(1))
    }

    fn go(&mut self, place: usize, meetings: &Listing) {
        self.row = place;
        self.chosen = meetings.rows.get(place).map(|row| row.path.clone());
    }
}

impl App {
    /// The interview of a file.
    pub fn interview(&self, path: &str) -> Option<&Interview> {
        self.workspace.interviews.iter().find(|one| one.path == path)
    }

    /// The interview the screen in front is about.
    pub(in crate::app) fn interview_here(&self) -> Option<&Interview> {
        let path = match self.screens.last()? {
            AnyScreen::Interviews(list) => {
                let meetings = &self.figures.meetings;
                &meetings.rows.get(list.place(meetings))?.path
            }
            AnyScreen::Interview(detail) => &detail.path,
            AnyScreen::Letter(letter) => &letter.path,
            AnyScreen::Debrief(debrief) => &debrief.path,
            _ => return None,
        };
        self.interview(path)
    }

    fn row_here(&self) -> Option<&Row> {
        self.figures.meetings.row(&self.interview_here()?.path)
    }

    /// Whether a screen of interviews is in front.
    pub(in crate::app) fn meets(&self) -> bool {
        matches!(
            self.screens.last(),
            Some(
                AnyScreen::Interviews(_)
                    | AnyScreen::Interview(_)
                    | AnyScreen::Letter(_)
                    | AnyScreen::Feedback(_)
                    | AnyScreen::Debrief(_)
            )
        )
    }

    /// Opens the list, the most pressing row first.
    pub fn open_interviews(&mut self, now: Moment) {
        self.renew_interviews(now);
        let mut list = Interviews::default();
        list.go(0, &self.figures.meetings);
        self.screens.push(AnyScreen::Interviews(list));
    }

    /// An action on a screen of interviews.
    pub(in crate::app) fn interviews_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let path = self.interview_here().map(|one| one.path.clone());
        match (self.screens.last(), action) {
            (Some(AnyScreen::Debrief(_)), action) => return self.debrief_action(action, now),
            (Some(AnyScreen::Feedback(_)), action) => return self.feedback_action(action, now),
            (_, Action::NewInterview) => self.ask_slip(SlipOf::New, None),
            (_, Action::Feedback) => self.open_feedback(),
            (Some(AnyScreen::Letter(_)), Action::Copy | Action::External) => return self.letter_action(action),
            (_, action) => {
                if let Some(path) = path {
                    return self.interview_action(&path, action, now);
                }
                return self.interviews_rows(action);
            }
        }
        Vec::new()
    }

    /// An action about one interview.
    fn interview_action(&mut self, path: &str, action: Action, now: Moment) -> Vec<Effect> {
        match action {
            Action::LogIt => self.ask_what_happened(path),
            Action::Letter => self.open_letter(path),
            Action::Sent => return self.letter_sent(path, now),
            Action::Debrief => self.open_debrief(path, now),
            Action::External => {
                return vec![Effect::Terminal(TerminalEffect::EditFile {
                    path: path.to_owned(),
                    line: 1,
                })];
            }
            Action::Open if matches!(self.screens.last(), Some(AnyScreen::Interviews(_))) => {
                self.open_interview(path, now);
            }
            Action::EditEntry if matches!(self.screens.last(), Some(AnyScreen::Interviews(_))) => {
                self.ask_slip(SlipOf::About, Some(path));
            }
            action if matches!(self.screens.last(), Some(AnyScreen::Interview(_))) => {
                return self.detail_action(path, action, now);
            }
            action => return self.interviews_rows(action),
        }
        Vec::new()
    }

    fn interviews_rows(&mut self, action: Action) -> Vec<Effect> {
        let page = self.viewport.rows;
        let past = self.viewport.of.saturating_sub(page) + 1;
        let meetings = &self.figures.meetings;
        match self.screens.last_mut() {
            Some(AnyScreen::Interviews(list)) => {
                let to = moved(list.place(meetings), meetings.rows.len(), page, action);
                list.go(to, meetings);
            }
            Some(AnyScreen::Letter(letter)) => letter.scroll = moved(letter.scroll, past, page, action),
            _ => {}
        }
        Vec::new()
    }

    /// An interview with changes made in its file as it is now.
    ///
    /// # Errors
    /// Why it cannot be changed, in a sentence.
    pub(in crate::app) fn interview_changed(
        &self,
        path: &str,
        changes: &[Change],
        said: &str,
    ) -> Result<Effect, String> {
        let one = self.interview(path).ok_or("Its file is no longer there")?;
        let text =
            changed(&one.text, changes).map_err(|error| format!("Not changed: {error}. E opens it in your editor"))?;
        Ok(Effect::Disk(DiskEffect::SaveInterview {
            changes: changes.to_vec(),
            path: Some(path.to_owned()),
            company: one.company.clone(),
            today: self.workspace.today,
            base: one.text.clone(),
            text,
            said: said.to_owned(),
        }))
    }

    /// The disk has the file. A debrief ends here only if it was the debrief that was saved.
    pub(in crate::app) fn interview_saved(&mut self, path: &str, said: String) -> Vec<Effect> {
        self.writes.came_out();
        if self.writes.debriefs(path) {
            return self.debriefed(path, said);
        }
        self.say(said);
        Vec::new()
    }

    /// The disk has a new one: where the list is in front it is selected and opened.
    pub(in crate::app) fn interview_added(&mut self, path: &str, said: String, now: Moment) {
        self.writes.came_out();
        if self.overlay.is_none() && matches!(self.screens.last(), Some(AnyScreen::Interviews(_))) {
            self.select_interview(path);
            self.open_interview(path, now);
        }
        self.say(said);
    }

    /// Selects an interview in the list, where that is in front.
    fn select_interview(&mut self, path: &str) {
        let meetings = &self.figures.meetings;
        if let (Some(AnyScreen::Interviews(list)), Some(place)) = (self.screens.last_mut(), meetings.place(path)) {
            list.go(place, meetings);
        }
    }

    /// Files or the day changed: lists, and what is open, follow.
    pub(in crate::app) fn renew_interviews(&mut self, now: Moment) {
        self.figures.meetings = self.list_interviews(now);
        self.figures.feedback = self::feedback::all(&self.workspace.ground(now.wall));
        self.figures.heard = self.find_heard(now);
        self.renew_detail(now);
        self.renew_feedback();
    }

    /// The footer's word for an action on a screen of interviews; no word takes it from the footer.
    pub(in crate::app) fn word_here(&self, action: Action, label: &'static str) -> Option<&'static str> {
        match (self.screens.last()?, action) {
            (AnyScreen::Debrief(debrief), _) => debrief.word(action, label),
            (AnyScreen::Interview(detail), Action::Open) => self.open_word(detail),
            (AnyScreen::Feedback(feedback), Action::Open | Action::Copy) => feedback.selected().map(|_| label),
            _ => Some(label),
        }
    }

    /// Why an action makes no sense on the screen of interviews in front; none when it does.
    pub(in crate::app) fn why_not_here(&self, action: Action) -> Option<&'static str> {
        let row = self.row_here();
        match action {
            Action::Open if row.is_none() && matches!(self.screens.last(), Some(AnyScreen::Interviews(_))) => {
                Some("there is no interview yet; n adds one")
            }
            Action::LogIt | Action::Prepare if row.is_none() => Some("there is no interview yet; n adds one"),
            Action::Debrief if row.is_none_or(|row| row.to_debrief.is_none() && !self.left_debrief(&row.path)) => {
                Some("no round waits to be written down; one does when its time is over")
            }
            Action::Letter | Action::Sent if row.is_none_or(|row| self.fitting(&row.path).is_none()) => {
                Some("there is nothing to write to them now")
            }
            Action::Tick if !self.tickable() => Some("only what is to be done better can be ticked"),
            _ => None,
        }
    }
}
