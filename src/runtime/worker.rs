//! What needs the disk, done in order: on a thread of its own, or at once in tests.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

use super::clock::Clock;
use crate::app::message::Trashed;
use crate::app::{Effect, Outcome};
use crate::domain::problem::Problem;
use crate::store::complete::complete;
use crate::store::drafts::Finished;
use crate::store::intake;
use crate::store::limits::{read_text, reason, remedy};
use crate::store::load::{Shelf, shelf};
use crate::store::log::{self, LogWriter};
use crate::store::places::Places;
use crate::store::retitle::retitle;
use crate::store::settings::{Access, with_setting};
use crate::store::{drafts, own, save, trash};

/// Does what needs the disk.
pub struct Worker {
    places: Places,
    log: LogWriter,
    clock: Clock,
}

/// The outcome of a shelf that was read.
pub fn shelf_outcome(shelf: Shelf) -> Outcome {
    Outcome::Shelf {
        library: shelf.library,
        notes: shelf.notes,
        settings: shelf.settings,
        problems: shelf.problems,
    }
}

impl Worker {
    /// A worker for one home and one run.
    pub fn new(places: Places, device: &str, run: &str, clock: Clock) -> Worker {
        Worker {
            log: LogWriter::new(&places, device, run),
            places,
            clock,
        }
    }

    /// The places it works on.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Does one thing; effects that need no disk are none of its business.
    pub fn perform(&mut self, effect: Effect) -> Vec<Outcome> {
        match effect {
            Effect::Log(events) => {
                let ids = events.iter().map(|event| event.stamp.id.clone()).collect();
                let done = self.writable().and_then(|()| {
                    self.log
                        .append(&events)
                        .map_err(|error| Problem::file("log", reason(&error), remedy(&error)))
                });
                vec![match done {
                    Ok(()) => Outcome::Logged(ids),
                    Err(problem) => Outcome::NotLogged { reason: problem.what },
                }]
            }
            Effect::SaveSetting { key, value } => {
                let done = self.writable().and_then(|()| self.save_setting(key, &value));
                done.err()
                    .map(|problem| failed("The setting holds for now and is not saved", problem))
                    .into_iter()
                    .collect()
            }
            Effect::CompletePath(path) => vec![Outcome::Completed(complete(&path))],
            Effect::LookAtNotes(path) => vec![match intake::look(&self.places, &expand(&path)) {
                Ok((intake, _)) => Outcome::Looked(intake),
                Err(problem) => failed("That file cannot be brought in", problem),
            }],
            Effect::WriteNotes { path, version } => self.write_notes(&path, &version),
            Effect::AddQuestion { ask, category } => {
                let library = shelf(&self.places).library;
                self.change("The question is not added", |places, _| {
                    own::add(places, &library, &ask, category).map(|id| Outcome::Added(id.into()))
                })
            }
            Effect::Retitle { path, title } => self.change("The title stays as it was", |places, _| {
                let said = format!("The title is now: {title}");
                retitle(places, &path, &title).map(|()| Outcome::Edited { said })
            }),
            Effect::Trash { path } => self.change("The file stays where it is", |places, now| {
                trash::put_away(places, &path, now).map(|name| Outcome::Trashed(Trashed { path, name }))
            }),
            Effect::Restore(Trashed { path, name }) => self.change("The file is still in the trash", |places, _| {
                trash::bring_back(places, &path, &name).map(|()| Outcome::Restored { path })
            }),
            _ => Vec::new(),
        }
    }

    fn writable(&self) -> Result<(), Problem> {
        match crate::store::settings::load(&self.places).1 {
            Access::Full => Ok(()),
            Access::ReadOnly(what) => Err(Problem::file("greenroom.yaml", what, "Install that version")),
        }
    }

    fn save_setting(&self, key: &str, value: &str) -> Result<(), Problem> {
        let path = self.places.settings();
        let shown = self.places.shown(&path);
        let there = path.symlink_metadata().is_ok();
        let text = if there {
            read_text(&path, &shown)?
        } else {
            String::new()
        };
        let text = with_setting(&text, key, value);
        let write = if there { save::replace } else { save::write_new };
        write(&path, text.as_bytes()).map_err(|error| Problem::file(shown, reason(&error), remedy(&error)))
    }

    fn write_notes(&self, path: &str, version: &str) -> Vec<Outcome> {
        let now = self.clock.now().wall;
        let done = self
            .writable()
            .and_then(|()| intake::write(&self.places, &expand(path), Some(version), now));
        match done {
            Ok(written) => vec![shelf_outcome(shelf(&self.places)), Outcome::Wrote(written)],
            Err(problem) => vec![
                shelf_outcome(shelf(&self.places)),
                failed("The import stopped; what is there stays", problem),
            ],
        }
    }

    /// Changes a file of the home, then reads the home again and tells what came of it.
    fn change(
        &self,
        doing: &str,
        change: impl FnOnce(&Places, jiff::Timestamp) -> Result<Outcome, Problem>,
    ) -> Vec<Outcome> {
        let now = self.clock.now().wall;
        let done = self.writable().and_then(|()| change(&self.places, now));
        let told = done.unwrap_or_else(|problem| failed(doing, problem));
        vec![shelf_outcome(shelf(&self.places)), told]
    }

    /// Brings a new answer home after the editor was closed.
    pub fn finish_draft(&self, draft: &drafts::Draft) -> Vec<Outcome> {
        let done = self.writable().and_then(|()| drafts::finish(&self.places, draft));
        let said = match done {
            Ok(Finished::Unchanged) => Outcome::Edited {
                said: "Nothing was written, so nothing is kept".to_owned(),
            },
            Ok(Finished::Saved(path)) => Outcome::Edited {
                said: format!("Saved as {path}"),
            },
            Err(problem) => failed("The answer is not in your folder yet", problem),
        };
        vec![shelf_outcome(shelf(&self.places)), said]
    }
}

/// `~` at the beginning of a path is the person's home folder.
fn expand(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => PathBuf::from(path),
    }
}

pub(super) fn failed(doing: &str, problem: Problem) -> Outcome {
    Outcome::Failed {
        doing: doing.to_owned(),
        cause: format!("{}: {}", problem.place(), problem.what),
        hint: problem.remedy,
    }
}

/// Works until nobody asks any more. Reads the home first, then the log.
pub(super) fn work(mut worker: Worker, jobs: &Receiver<Effect>, send: impl Fn(Outcome) -> bool) {
    for effect in jobs {
        for outcome in worker.perform(effect) {
            if !send(outcome) {
                return;
            }
        }
    }
}

/// Reads the home, then the log, and tells both.
pub(super) fn read_home(places: &Places, send: impl Fn(Outcome)) {
    send(shelf_outcome(shelf(places)));
    let (history, problems) = log::load(places);
    send(Outcome::History(history, problems));
}

/// The sending half of a worker on its own thread.
pub(super) type Jobs = Sender<Effect>;
