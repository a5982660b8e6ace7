//! What is asked once, before the first questions: the level, and the day of the next interview.

use crate::app::context::Context;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::request::{Request, Requests, SettingChange};
use crate::app::widgets::field::Field;
use crate::app::widgets::stepper::turned_or_none;
use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::interview::edit::{Change, changed, new_file};
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind};
use crate::domain::question::level::Levels;
use crate::keys::action::{Action, Caret};

/// What it is remembered as, once it was asked on this machine.
const WORD: &str = "first questions";

/// The company of an interview of which only the day is known.
const SOMEBODY: &str = "Next interview";

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WelcomeRow {
    /// The level.
    Level,
    /// The day of the next interview.
    Day,
}

/// The two things, being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// Which row takes the keys.
    pub at: WelcomeRow,
    /// The level; none: not said.
    level: Option<Levels>,
    /// The day, as it is typed.
    pub day: Field,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// What came of a key.
pub(super) enum Came {
    /// It is still asked.
    Asking,
    /// It is left, and nothing begins.
    Left,
    /// The questions begin, after this is done.
    Begins(Requests),
}

impl Welcome {
    /// Asks for both, unless that was done on this machine.
    pub(super) fn first(cx: &Context) -> Option<Welcome> {
        let asked = cx.workspace.used.iter().any(|word| word == WORD);
        (!asked).then(|| Welcome {
            at: WelcomeRow::Level,
            level: cx.workspace.settings.level,
            day: Field::default(),
            wrong: None,
        })
    }

    /// The level in words.
    pub fn level_words(&self) -> String {
        self.level.map_or("not said".to_owned(), |levels| levels.to_string())
    }

    /// The word for what Enter does.
    pub(super) fn word(&self) -> &'static str {
        match self.at {
            WelcomeRow::Level => "the next one",
            WelcomeRow::Day => "start",
        }
    }

    pub(super) fn line(&mut self) -> Option<&mut Field> {
        (self.at == WelcomeRow::Day).then_some(&mut self.day)
    }

    pub(super) fn act(&mut self, action: Action, cx: &Context) -> Came {
        match (action, self.at) {
            (Action::StopTyping, _) => return Came::Left,
            (Action::Accept | Action::Down | Action::NextField, WelcomeRow::Level) => self.at = WelcomeRow::Day,
            (Action::Down | Action::NextField | Action::Up, _) => {
                self.at = if self.at == WelcomeRow::Day {
                    WelcomeRow::Level
                } else {
                    WelcomeRow::Day
                };
            }
            (Action::More | Action::Less, WelcomeRow::Level) => {
                self.level = turned_or_none(Levels::CHOICES, self.level, action == Action::More);
            }
            (Action::More | Action::Less, WelcomeRow::Day) => {
                let to = if action == Action::More {
                    Caret::Right
                } else {
                    Caret::Left
                };
                self.day.edit(Action::Go(to));
            }
            (Action::Accept | Action::Save, _) => match self.taken(cx) {
                Ok(requests) => return Came::Begins(requests),
                Err(wrong) => {
                    self.at = WelcomeRow::Day;
                    self.wrong = Some(wrong);
                }
            },
            _ => {}
        }
        Came::Asking
    }

    /// What is asked for by what was answered.
    ///
    /// # Errors
    /// What is wrong with the day, in words.
    fn taken(&self, cx: &Context) -> Result<Requests, String> {
        let day = self.day.text().trim();
        let at = (!day.is_empty())
            .then(|| parse(day, cx.workspace.today, Tense::Future))
            .transpose()?;
        let mut requests = vec![Effect::Disk(DiskEffect::KeepUsed(WORD)).into()];
        if let Some(level) = self.level.filter(|_| self.level != cx.workspace.settings.level) {
            let mut settings = cx.workspace.settings.clone();
            settings.level = Some(level);
            requests.push(Request::Change(SettingChange {
                key: "level",
                value: level.to_string(),
                settings: Box::new(settings),
            }));
        }
        if let Some(at) = at {
            requests.push(interview(at, cx)?.into());
        }
        Ok(requests)
    }
}

/// A file for the interview of that day.
fn interview(at: EventTime, cx: &Context) -> Result<Effect, String> {
    let said = format!(
        "An interview on {} is in Interviews, where you give it its name",
        at.day.strftime("%-d %b")
    );
    let changes = vec![Change::AddRound(Round::planned(RoundKind::Onsite, Some(at)))];
    let text = changed(&new_file(SOMEBODY), &changes).map_err(|error| error.to_string())?;
    Ok(Effect::Disk(DiskEffect::SaveInterview {
        changes,
        path: None,
        company: SOMEBODY.to_owned(),
        today: cx.workspace.today,
        base: "".into(),
        text,
        said,
    }))
}
