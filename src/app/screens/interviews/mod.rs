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

use self::debrief::Step;
use self::form::SlipOf;
use super::workbench::saving::{Choice, Met};
use crate::app::message::Effect;
use crate::app::overlays::{Overlay, moved};
use crate::app::overview::meetings::Row;
use crate::app::state::{App, Screen};
use crate::domain::clock::Moment;
use crate::domain::interview::Interview;
use crate::domain::interview::edit::{Change, changed};
use crate::keys::action::Action;

/// The list of interviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interviews {
    /// The selected row.
    pub row: usize,
}

impl App {
    /// The interview of a file.
    pub fn interview(&self, path: &str) -> Option<&Interview> {
        self.interviews.iter().find(|one| one.path == path)
    }

    /// The interview the screen in front is about.
    pub(in crate::app) fn interview_here(&self) -> Option<&Interview> {
        let path = match self.screens.last()? {
            Screen::Interviews(list) => &self.figures.meetings.rows.get(list.row)?.path,
            Screen::Interview(detail) => &detail.path,
            Screen::Letter(letter) => &letter.path,
            Screen::Debrief(debrief) => &debrief.path,
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
                Screen::Interviews(_)
                    | Screen::Interview(_)
                    | Screen::Letter(_)
                    | Screen::Feedback(_)
                    | Screen::Debrief(_)
            )
        )
    }

    /// Opens the list, the most pressing row first.
    pub fn open_interviews(&mut self, now: Moment) {
        self.renew_interviews(now);
        self.screens.push(Screen::Interviews(Interviews::default()));
    }

    /// An action on a screen of interviews.
    pub(in crate::app) fn interviews_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let path = self.interview_here().map(|one| one.path.clone());
        match (self.screens.last(), action) {
            (Some(Screen::Debrief(_)), action) => return self.debrief_action(action, now),
            (Some(Screen::Feedback(_)), action) => return self.feedback_action(action, now),
            (_, Action::NewInterview) => self.ask_slip(SlipOf::New, None),
            (_, Action::Feedback) => self.open_feedback(),
            (Some(Screen::Letter(_)), Action::Copy | Action::External) => return self.letter_action(action),
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
                return vec![Effect::EditFile {
                    path: path.to_owned(),
                    line: 1,
                }];
            }
            Action::Open if matches!(self.screens.last(), Some(Screen::Interviews(_))) => {
                self.open_interview(path, now);
            }
            Action::EditEntry if matches!(self.screens.last(), Some(Screen::Interviews(_))) => {
                self.ask_slip(SlipOf::About, Some(path));
            }
            action if matches!(self.screens.last(), Some(Screen::Interview(_))) => {
                return self.detail_action(path, action, now);
            }
            action => return self.interviews_rows(action),
        }
        Vec::new()
    }

    fn interviews_rows(&mut self, action: Action) -> Vec<Effect> {
        let page = self.viewport.rows;
        let past = self.viewport.of.saturating_sub(page) + 1;
        let rows = self.figures.meetings.rows.len();
        match self.screens.last_mut() {
            Some(Screen::Interviews(list)) => list.row = moved(list.row, rows, page, action),
            Some(Screen::Letter(letter)) => letter.scroll = moved(letter.scroll, past, page, action),
            _ => {}
        }
        Vec::new()
    }

    /// Makes changes in the file of an interview.
    pub(in crate::app) fn change_interview(&mut self, path: &str, changes: &[Change], said: String) -> Vec<Effect> {
        let Some(one) = self.interview(path) else {
            self.warn("Its file is no longer there");
            return Vec::new();
        };
        let (base, company) = (one.text.clone(), one.company.clone());
        match changed(&base, changes) {
            Ok(text) => vec![Effect::SaveInterview {
                path: Some(path.to_owned()),
                company,
                today: self.today,
                base,
                text,
                said,
            }],
            Err(error) => {
                self.warn(format!("Not changed: {error}. E opens it in your editor"));
                Vec::new()
            }
        }
    }

    /// The disk has the file.
    pub(in crate::app) fn interview_saved(&mut self, path: &str, said: String) {
        self.sent_slip = None;
        match self.debrief_mut() {
            Some(debrief) if debrief.path == path => self.debriefed(said),
            _ => self.say(said),
        }
    }

    /// The disk has a new one: it is opened, and selected in the list below.
    pub(in crate::app) fn interview_added(&mut self, path: &str, said: String, now: Moment) {
        self.sent_slip = None;
        self.select_interview(path);
        self.open_interview(path, now);
        self.say(said);
    }

    /// Selects an interview in the list, where that is in front.
    fn select_interview(&mut self, path: &str) {
        if let (Some(Screen::Interviews(list)), Some(place)) =
            (self.screens.last_mut(), self.figures.meetings.place(path))
        {
            list.row = place;
        }
    }

    /// The file is not as it was: what is on the disk is shown before anything is written.
    pub(in crate::app) fn interview_met(&mut self, path: String, base: &str, mine: String, theirs: String) {
        self.sent_slip = None;
        let met = Met::new(path, base, &mine, theirs);
        self.overlay = Some(Overlay::Met(Met {
            mine: Some(mine),
            ..met
        }));
    }

    /// The person says what becomes of two changes of an interview that met.
    pub(in crate::app) fn settle_interview(&mut self, met: Met, choice: Choice) -> Vec<Effect> {
        let mine = met.mine.unwrap_or_default();
        let today = self.today;
        let save = |text: String, said: &str| Effect::SaveInterview {
            path: Some(met.path.clone()),
            company: String::new(),
            today,
            base: met.theirs.as_str().into(),
            text,
            said: said.to_owned(),
        };
        match (choice, met.merged) {
            (Choice::Take, Some(text)) => vec![save(text, "Saved with both changes")],
            (Choice::Take, None) => Vec::new(),
            (Choice::Mine, _) => vec![save(mine, "Saved as you had it")],
            (Choice::Theirs, _) => {
                self.say("The file stays as it is on the disk");
                Vec::new()
            }
            (Choice::Both, _) => {
                let edit = Effect::EditFile {
                    path: met.path.clone(),
                    line: 1,
                };
                vec![
                    save(
                        super::workbench::saving::both(&mine, &met.theirs),
                        "Both are in the file",
                    ),
                    edit,
                ]
            }
            (Choice::KeepFiles, _) => {
                self.say("Yours is kept beside it as a conflict copy");
                vec![Effect::KeepBoth {
                    path: met.path.clone(),
                    text: mine,
                }]
            }
        }
    }

    /// Files or the day changed: lists, and what is open, follow.
    pub(in crate::app) fn renew_interviews(&mut self, now: Moment) {
        let here = match self.screens.last() {
            Some(Screen::Interviews(list)) => self.figures.meetings.rows.get(list.row).map(|row| row.path.clone()),
            _ => None,
        };
        self.figures.meetings = self.list_interviews(now);
        if let (Some(Screen::Interviews(list)), Some(place)) = (
            self.screens.last_mut(),
            here.and_then(|path| self.figures.meetings.place(&path)),
        ) {
            list.row = place;
        }
        self.figures.feedback = self::feedback::all(&self.ground(now.wall));
        self.figures.heard = self.find_heard(now);
        self.renew_detail(now);
        self.renew_feedback();
    }

    /// The footer's word for an action on a screen of interviews; no word takes it from the footer.
    pub(in crate::app) fn word_here(&self, action: Action, label: &'static str) -> Option<&'static str> {
        let step = match self.screens.last() {
            Some(Screen::Debrief(debrief)) => Some((debrief.step, debrief.field.text().trim().is_empty())),
            _ => None,
        };
        Some(match (action, step) {
            (Action::Accept, Some((Step::End, _))) => "done",
            (Action::Accept, Some((Step::Told, _))) => "not rated",
            (Action::Accept, Some((Step::Asked | Step::Good | Step::Better, true))) => "go on",
            (Action::Rate(_), Some((step, _))) if step != Step::Told => return None,
            (Action::Back, Some((step, _))) if step != Step::End => "leave, kept",
            _ => label,
        })
    }

    /// Why an action makes no sense on the screen of interviews in front; none when it does.
    pub(in crate::app) fn why_not_here(&self, action: Action) -> Option<&'static str> {
        let row = self.row_here();
        match action {
            Action::Open if row.is_none() && matches!(self.screens.last(), Some(Screen::Interviews(_))) => {
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
