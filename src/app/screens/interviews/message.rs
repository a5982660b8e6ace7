//! The message that fits now: whom to write to, what to ask, and a text to copy or edit. Nothing is sent from here.

use crate::app::effect::{Effect, TerminalEffect};
use crate::app::state::{AnyScreen, App};
use crate::domain::clock::Moment;
use crate::domain::interview::SentKind;
use crate::domain::interview::follow_up::State;
use crate::domain::interview::follow_up::message::{message, name};
use crate::keys::action::Action;

/// A message on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The interview it is about.
    pub path: String,
    /// What it is kept under where the person changes it.
    pub name: String,
    /// Its text where nobody changed it.
    pub fresh: String,
    /// The first row shown.
    pub scroll: usize,
}

impl App {
    /// What fits now, with the name it is kept under.
    pub(super) fn fitting(&self, path: &str) -> Option<(String, String)> {
        let row = self.figures.meetings.row(path)?;
        let one = self.interview(path)?;
        Some((name(one, &row.follow_up)?, message(one, &row.follow_up)?))
    }

    /// The text of a message: as the person left it, where it was changed.
    pub fn letter_text<'a>(&'a self, letter: &'a Letter) -> &'a str {
        self.workspace.letters.get(&letter.name).unwrap_or(&letter.fresh)
    }

    pub(in crate::app) fn open_letter(&mut self, path: &str) {
        if matches!(self.screens.last(), Some(AnyScreen::Letter(_))) {
            return;
        }
        match self.fitting(path) {
            Some((name, fresh)) => self.screens.push(AnyScreen::Letter(Letter {
                path: path.to_owned(),
                name,
                fresh,
                scroll: 0,
            })),
            None => self.say("There is nothing to write to them now"),
        }
    }

    pub(super) fn letter_action(&mut self, action: Action) -> Vec<Effect> {
        let Some(AnyScreen::Letter(letter)) = self.screens.last() else {
            return Vec::new();
        };
        let text = self.letter_text(letter).to_owned();
        if action == Action::External {
            return vec![Effect::Terminal(TerminalEffect::EditLetter {
                name: letter.name.clone(),
                text,
                fresh: letter.fresh.clone(),
            })];
        }
        self.say("Copied, where the terminal allows it; s says that you sent it");
        vec![Effect::Terminal(TerminalEffect::Copy(text))]
    }

    /// The text is as the editor left it.
    pub(in crate::app) fn letter_edited(&mut self, name: String, edited: Option<String>) {
        if let Some(text) = edited {
            self.workspace.letters.insert(name, text);
            self.say("Kept as you wrote it; y copies it");
        } else {
            self.workspace.letters.remove(&name);
            self.say("Nothing is changed");
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
        if matches!(self.screens.last(), Some(AnyScreen::Letter(_))) {
            self.screens.pop();
        }
        self.sent(path, what, now)
    }
}
