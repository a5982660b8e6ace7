//! Bringing notes: name a file, look through it and put it right, write it.

mod look;
#[cfg(test)]
mod tests;

use std::time::Duration;

use super::Screen;
use crate::app::context::Context;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::{Filled, Why};
use crate::app::message::Outcome;
use crate::app::request::{Request, Requests};
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::field::Field;
use crate::domain::clock::Moment;
use crate::domain::import_review::{Correction, script};
use crate::domain::import_summary::Written;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

pub use look::Look;

/// How far the import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A path is typed; below it how it could go on.
    Path {
        /// The path.
        field: Field,
        /// How it could go on.
        hints: Vec<String>,
        /// The one of these that is chosen; none while what is typed is meant.
        row: Option<usize>,
    },
    /// The file is read.
    Reading,
    /// It is looked through.
    Looking(Box<Look>),
    /// It is written.
    Done(Written),
}

/// The import on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// How far it is.
    pub stage: Stage,
    /// The path that was named.
    pub path: String,
    /// What was said of its lines.
    corrections: Vec<Correction>,
    /// When what there is to look at came by itself.
    came: ByItself,
}

impl Import {
    /// Asks for a path first; what there is to name is looked up at once.
    pub(in crate::app) fn open() -> (Import, Requests) {
        let import = Import {
            stage: Stage::Path {
                field: Field::default(),
                hints: Vec::new(),
                row: None,
            },
            path: String::new(),
            corrections: Vec::new(),
            came: ByItself::default(),
        };
        (
            import,
            vec![Effect::Disk(DiskEffect::CompletePath(String::new())).into()],
        )
    }

    /// Goes on with a file that was looked through and left, with what was said of its lines.
    pub(in crate::app) fn again(path: &str, said: &str) -> (Import, Requests) {
        let mut import = Import {
            stage: Stage::Reading,
            path: path.to_owned(),
            corrections: script(said).unwrap_or_default(),
            came: ByItself::default(),
        };
        let asked = import.read();
        (import, asked)
    }

    /// How many things were said of its lines.
    pub fn said(&self) -> usize {
        self.corrections.len()
    }

    /// Has the file read, with what was said of it.
    fn read(&mut self) -> Requests {
        let look = DiskEffect::LookAtNotes {
            path: self.path.clone(),
            corrections: self.corrections.clone(),
        };
        vec![Effect::Disk(look).into()]
    }

    /// What was said of a file so far, as a form that is not taken yet.
    fn form(&self) -> Filled {
        let said: String = self.corrections.iter().map(|one| one.written() + "\n").collect();
        Filled::new(REVIEW, &self.path, String::new(), said)
    }

    /// What is typed is completed while it is typed.
    fn complete(&self) -> Requests {
        match &self.stage {
            Stage::Path { field, .. } => vec![Effect::Disk(DiskEffect::CompletePath(field.text().to_owned())).into()],
            _ => Requests::new(),
        }
    }

    /// While the path is typed. Tab takes the longest beginning that all hints share; Enter the one that is chosen, or the
    /// only one there is, and goes into it where it is a folder.
    fn type_path(&mut self, action: Action, cx: &Context) -> Requests {
        let Stage::Path { field, hints, row } = &mut self.stage else {
            return Requests::new();
        };
        match action {
            Action::Back => self.leave(),
            Action::NextField => {
                let shared = common_beginning(hints);
                if shared.len() > field.text().len() {
                    *field = Field::new(&shared);
                }
                self.complete()
            }
            Action::Down | Action::PageDown => {
                let next = row.map_or(0, |row| row + 1);
                *row = Some(next.min(hints.len().saturating_sub(1))).filter(|_| !hints.is_empty());
                Requests::new()
            }
            Action::Up | Action::PageUp => {
                *row = row.and_then(|row| row.checked_sub(1));
                Requests::new()
            }
            Action::Open => {
                let typed = field.text().trim();
                // What is listed may be of what was typed a moment ago.
                let only = hints
                    .first()
                    .filter(|hint| hints.len() == 1 && !typed.is_empty() && hint.starts_with(typed));
                let meant = row.and_then(|row| hints.get(row)).or(only).cloned();
                let path = meant.unwrap_or_else(|| typed.to_owned());
                if path.is_empty() {
                    return Requests::new();
                }
                if path.ends_with('/') && path != typed {
                    (*field, *row) = (Field::new(&path), None);
                    return self.complete();
                }
                // A file that could not be written is named again: what was said of it still holds.
                if path != self.path {
                    self.corrections.clear();
                }
                self.path = path;
                self.stage = Stage::Reading;
                let form = self.form().of;
                if let Some(said) = cx.forms.left(&form) {
                    self.corrections = script(said).unwrap_or_default();
                }
                let mut asked = self.read();
                asked.push(Request::ForgetForm(form));
                asked
            }
            _ => Requests::new(),
        }
    }

    /// Writes what was looked at; where it is written, leaves.
    fn accept(&mut self) -> Requests {
        match &self.stage {
            Stage::Looking(look) => {
                let write = Effect::Disk(DiskEffect::WriteNotes {
                    path: self.path.clone(),
                    version: look.intake.version.clone(),
                    corrections: self.corrections.clone(),
                });
                self.stage = Stage::Reading;
                vec![write.into()]
            }
            Stage::Done(_) => vec![Request::Close],
            Stage::Path { .. } | Stage::Reading => Requests::new(),
        }
    }
}

/// The name of what is said of a file as a form; the file is what it is about.
pub(in crate::app) const REVIEW: &str = "review";

impl Import {
    /// Writes it, or leaves it.
    fn leave_or_write(&mut self, action: Action) -> Requests {
        match action {
            Action::Open => self.accept(),
            _ => self.leave(),
        }
    }

    /// Leaves it: what was said of its lines waits.
    fn leave(&self) -> Requests {
        let mut asked = Vec::new();
        if !self.corrections.is_empty() {
            asked.push(Request::LeaveForm(self.form(), Why::Waiting));
            asked.push(Request::notify(
                "Kept as far as you are; naming the file again goes on from here",
            ));
        }
        asked.push(Request::Close);
        asked
    }
}

impl Screen for Import {
    fn contexts(&self, _: &Context) -> &'static [At] {
        match &self.stage {
            Stage::Path { .. } => At::FILTER,
            Stage::Looking(look) if look.title.is_some() => At::LINE,
            Stage::Looking(_) => on_screen![ImportReview],
            Stage::Reading | Stage::Done(_) => on_screen![],
        }
    }

    fn line(&mut self) -> Option<&mut Field> {
        match &mut self.stage {
            Stage::Path { field, .. } => Some(field),
            Stage::Looking(look) => look.title.as_mut(),
            Stage::Reading | Stage::Done(_) => None,
        }
    }

    fn line_changed(&mut self, _: &Context) -> Requests {
        if let Stage::Path { row, .. } = &mut self.stage {
            *row = None;
        }
        self.complete()
    }

    fn filled(&self) -> Option<Filled> {
        let open = !self.corrections.is_empty() && !matches!(self.stage, Stage::Done(_));
        open.then(|| self.form())
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        if matches!(self.stage, Stage::Path { .. }) {
            return self.type_path(action, cx);
        }
        if let Stage::Looking(look) = &mut self.stage {
            let again = match (action, &look.title) {
                (Action::Accept, Some(_)) => look.titled(&mut self.corrections),
                (Action::StopTyping, Some(_)) => {
                    look.title = None;
                    false
                }
                (Action::Open | Action::Back, None) => return self.leave_or_write(action),
                (action, _) => look.act(action, &mut self.corrections, cx.viewport.rows),
            };
            return if again { self.read() } else { Requests::new() };
        }
        match action {
            Action::Back => vec![Request::Close],
            Action::Open => self.accept(),
            _ => Requests::new(),
        }
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        match action {
            Action::Open if self.stage == Stage::Reading => Some("it is being read"),
            Action::Open if self.came.deaf_for(cx.now).is_some() => Some("look at it first"),
            action => match &self.stage {
                Stage::Looking(look) => look.refusal(action, &self.corrections),
                _ => None,
            },
        }
    }

    fn wake_in(&self, now: Moment) -> Option<Duration> {
        self.came.deaf_for(now)
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        match (action, &self.stage) {
            (Action::Open, Stage::Path { field, row: None, .. }) if field.text().trim().is_empty() => None,
            (Action::Open, Stage::Path { .. }) => Some("look at it"),
            (Action::Down, Stage::Path { hints, row, .. }) if row.map_or(0, |row| row + 1) >= hints.len() => None,
            (Action::Up, Stage::Path { row: None, .. }) => None,
            (Action::Accept, Stage::Looking(look)) if look.title.is_some() => Some("call it so"),
            (Action::StopTyping, Stage::Looking(_)) => Some("leave it"),
            (action, Stage::Looking(_)) => look::word(action).or(usual),
            (Action::Open, Stage::Reading | Stage::Done(_)) => Some("back to Today"),
            _ => usual,
        }
    }

    fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Requests {
        match outcome {
            Outcome::Completed(found) => {
                if let Stage::Path { hints, row, .. } = &mut self.stage {
                    hints.clone_from(found);
                    row.take_if(|row| *row >= hints.len());
                }
            }
            Outcome::Looked(intake, looked) => {
                if let Stage::Looking(look) = &mut self.stage {
                    look.renew(intake.clone(), looked.clone());
                } else {
                    self.came = ByItself::opens(cx.now);
                    self.stage = Stage::Looking(Box::new(Look::new(intake.clone(), looked.clone())));
                }
            }
            Outcome::Wrote(written) => {
                self.came = ByItself::opens(cx.now);
                self.stage = Stage::Done(written.clone());
            }
            // The file could not be read: the path can be mended.
            Outcome::Failed { .. } if self.stage == Stage::Reading => {
                self.stage = Stage::Path {
                    field: Field::new(&self.path),
                    hints: Vec::new(),
                    row: None,
                };
                return self.complete();
            }
            _ => {}
        }
        Requests::new()
    }
}

fn common_beginning(hints: &[String]) -> String {
    let Some(first) = hints.first() else {
        return String::new();
    };
    let mut shared = first.as_str();
    for hint in hints {
        while !hint.starts_with(shared) {
            let end = shared.char_indices().next_back().map_or(0, |(place, _)| place);
            shared = &shared[..end];
        }
    }
    shared.to_owned()
}
