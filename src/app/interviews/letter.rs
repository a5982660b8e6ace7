//! The message that fits now: whom to write to, what to ask, and a text to copy or edit. Nothing is sent from here.

use crate::app::message::Effect;
use crate::app::state::{App, Screen};
use crate::domain::followup::State;
use crate::domain::followup::message::message;
use crate::domain::interview::SentKind;
use crate::domain::moment::Moment;
use crate::keys::action::Action;

/// A message on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The interview it is about.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The first row shown.
    pub scroll: usize,
}

impl App {
    /// The text that fits; one that was changed in the editor stays as it was left.
    pub(super) fn letter_text(&self, path: &str) -> Option<String> {
        let row = self.figures.meetings.row(path)?;
        let fresh = message(self.interview(path)?, &row.follow_up)?;
        Some(self.letters.get(path).cloned().unwrap_or(fresh))
    }

    pub(in crate::app) fn open_letter(&mut self, path: &str) {
        if matches!(self.screens.last(), Some(Screen::Letter(_))) {
            return;
        }
        match self.letter_text(path) {
            Some(text) => self.screens.push(Screen::Letter(Letter {
                path: path.to_owned(),
                text,
                scroll: 0,
            })),
            None => self.say("There is nothing to write to them now"),
        }
    }

    pub(super) fn letter_action(&mut self, action: Action) -> Vec<Effect> {
        let Some(Screen::Letter(letter)) = self.screens.last() else {
            return Vec::new();
        };
        let text = letter.text.clone();
        if action == Action::External {
            return vec![Effect::EditLetter { text }];
        }
        self.say("Copied, where the terminal allows it; s says that you sent it");
        vec![Effect::Copy(text)]
    }

    /// The text is as the editor left it.
    pub(in crate::app) fn letter_edited(&mut self, edited: String) {
        if let Some(Screen::Letter(letter)) = self.screens.last_mut() {
            letter.text.clone_from(&edited);
            let path = letter.path.clone();
            self.letters.insert(path, edited);
            self.say("Changed, for as long as greenroom is open; y copies it");
        }
    }

    /// The message was sent: that is written down, and the screen is left.
    pub(super) fn letter_sent(&mut self, path: &str, now: Moment) -> Vec<Effect> {
        let thanks = self
            .figures
            .meetings
            .row(path)
            .is_some_and(|row| row.follow_up.state == State::ThankYou);
        let what = if thanks { SentKind::ThankYou } else { SentKind::Nudge };
        if matches!(self.screens.last(), Some(Screen::Letter(_))) {
            self.screens.pop();
        }
        self.letters.remove(path);
        self.sent(path, what, now)
    }
}
