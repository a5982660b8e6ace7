//! Bringing notes: name a file, look through it and put it right, write it.

pub mod asking;
pub mod look;
mod naming;
mod put_right;
#[cfg(test)]
mod tests;

use std::time::Duration;

use super::Screen;
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::{Filled, Why};
use crate::app::message::Outcome;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::field::Field;
use crate::domain::clock::Moment;
use crate::domain::id::QuestionId;
use crate::domain::import_review::{Correction, script};
use crate::domain::import_summary::Written;
use crate::domain::progress::selection::Only;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

use asking::Ask;
use look::ReviewStop;

pub use look::Look;

/// How far the import is.
#[derive(Debug)]
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
#[derive(Debug)]
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
            Stage::Done(written) if !written.to_drill.is_empty() => {
                let among = written.to_drill.iter().cloned().collect();
                let request = DrillRequest {
                    count: written.to_drill.len().min(DRILLED),
                    only: Only {
                        among: Some(among),
                        ..Only::default()
                    },
                    ..DrillRequest::default()
                };
                vec![Request::Replace(Route::Drill(request))]
            }
            Stage::Done(_) => vec![Request::Close],
            Stage::Path { .. } | Stage::Reading => Requests::new(),
        }
    }

    /// What takes back what was written, where something was.
    fn receipt(&self) -> Option<&String> {
        match &self.stage {
            Stage::Done(written) => written.receipt.as_ref(),
            _ => None,
        }
    }
}

/// Questions of what came in that a drill asks at most, as one from the command line does.
const DRILLED: usize = 5;

/// The name of what is said of a file as a form; the file is what it is about.
pub(in crate::app) const REVIEW: &str = "review";

impl Import {
    /// An action while something is asked of what is looked at.
    fn act_on_ask(&mut self, action: Action) -> Requests {
        let Stage::Looking(look) = &mut self.stage else {
            return Requests::new();
        };
        match action {
            Action::Accept | Action::Open if look.answer(&mut self.corrections) => {
                let says = look.offer_parts(self.corrections.last());
                let mut asked = self.read();
                asked.extend(says.map(Request::notify));
                return asked;
            }
            Action::Accept | Action::Open | Action::Back | Action::StopTyping => look.ask = None,
            action => {
                if let Some(ask) = &mut look.ask {
                    ask.act(action);
                }
            }
        }
        Requests::new()
    }

    /// An action on what is looked at. What was said of one line is offered for those like it.
    fn look_on(&mut self, action: Action, cx: &Context) -> Requests {
        let Stage::Looking(look) = &mut self.stage else {
            return Requests::new();
        };
        if !look.act(action, &mut self.corrections, cx) {
            return match (action, look.source) {
                (Action::Split, Some(_)) => vec![Request::notify(
                    "Down to the line where the second one begins; s splits there",
                )],
                (Action::Part, Some(_)) if look.ask.is_none() => {
                    vec![Request::notify("Down to the line where a part begins; p says which")]
                }
                _ => Requests::new(),
            };
        }
        let line = look.line().filter(|_| matches!(action, Action::More | Action::Less));
        let says = line.and_then(|line| look.offer_others(line));
        let mut asked = self.read();
        asked.extend(says.map(Request::notify));
        asked
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
            Stage::Looking(look) => match look.ask {
                Some(Ask::Title(_)) => At::LINE,
                Some(Ask::Category(_) | Ask::Question(_) | Ask::Part(..)) => At::FILTER,
                None => on_screen![ImportReview],
            },
            Stage::Reading | Stage::Done(_) => on_screen![],
        }
    }

    fn line(&mut self) -> Option<&mut Field> {
        match &mut self.stage {
            Stage::Path { field, .. } => Some(field),
            Stage::Looking(look) => look.ask.as_mut().map(Ask::field),
            Stage::Reading | Stage::Done(_) => None,
        }
    }

    fn line_changed(&mut self, _: &Context) -> Requests {
        match &mut self.stage {
            Stage::Path { row, .. } => *row = None,
            Stage::Looking(look) => {
                if let Some(ask) = &mut look.ask {
                    ask.typed();
                }
            }
            Stage::Reading | Stage::Done(_) => {}
        }
        self.complete()
    }

    fn over(&self) -> Option<&'static str> {
        let Stage::Looking(look) = &self.stage else { return None };
        look.ask.as_ref().map(|ask| match ask {
            Ask::Title(_) => "Title",
            Ask::Category(_) => "Category",
            Ask::Question(_) => "Question",
            Ask::Part(..) => "Part",
        })
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
            if look.ask.is_some() {
                return self.act_on_ask(action);
            }
            let writes = look.source.is_none() && look.stop() == ReviewStop::Sure;
            return match action {
                Action::Open if writes => self.accept(),
                Action::Back if look.leave_source() => Requests::new(),
                Action::Back => self.leave(),
                action => self.look_on(action, cx),
            };
        }
        match action {
            Action::Back => vec![Request::Close],
            Action::Open => self.accept(),
            Action::TakeBack => {
                let taken = self
                    .receipt()
                    .cloned()
                    .map(|receipt| DiskEffect::TakeNotesBack { receipt });
                taken.map(|effect| Effect::Disk(effect).into()).into_iter().collect()
            }
            _ => Requests::new(),
        }
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        match action {
            Action::Open if matches!(self.stage, Stage::Reading) => Some("it is being read"),
            Action::Open if self.came.deaf_for(cx.now).is_some() => Some("look at it first"),
            Action::TakeBack if matches!(self.stage, Stage::Done(_)) && self.receipt().is_none() => {
                Some("nothing was written")
            }
            action => match &self.stage {
                Stage::Looking(look) if look.ask.is_none() => look.refusal(action, &self.corrections),
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
            (action, Stage::Looking(look)) => match &look.ask {
                Some(ask) => ask.word(action, usual),
                None => look.word(action, usual),
            },
            (Action::Open, Stage::Done(written)) if !written.to_drill.is_empty() => Some("drill what came in"),
            (Action::Open, Stage::Reading | Stage::Done(_)) => Some("back to Today"),
            (Action::TakeBack, Stage::Done(_)) => Some("take it back"),
            _ => usual,
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        match &self.stage {
            Stage::Looking(look) if look.ask.is_none() => &[
                (Action::Link, "choose the question it answers"),
                (Action::Join, "join it with what stands above"),
                (Action::TitleLine, "call it by this line of the source"),
            ],
            _ => &[],
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
                    look.renew(intake.clone(), looked.clone(), &self.corrections, cx);
                } else {
                    self.came = ByItself::opens(cx.now);
                    let look = Look::new(intake.clone(), looked.clone(), &self.corrections, cx);
                    self.stage = Stage::Looking(Box::new(look));
                }
            }
            Outcome::Wrote(written) => {
                self.came = ByItself::opens(cx.now);
                let mut written = written.clone();
                let library = &cx.workspace.library;
                let scored = |id: &QuestionId| library.question(id.as_str()).is_some_and(|question| question.scored);
                written.to_drill.retain(scored);
                let waits = written.waiting > 0;
                self.stage = Stage::Done(written);
                // What was said of it is wanted again with what waits.
                if waits {
                    return vec![Request::LeaveForm(self.form(), Why::Waiting)];
                }
            }
            Outcome::TookNotesBack(said) => return vec![Request::notify(said), Request::Close],
            // The file could not be read: the path can be mended.
            Outcome::Failed { .. } if matches!(self.stage, Stage::Reading) => {
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
