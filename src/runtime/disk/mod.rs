//! What needs the disk, done in order: on a thread of its own, or at once in tests.

pub(super) mod answers;
mod drafts;
pub(super) mod interviews;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

use self::answers::Keeper;
use super::clock::Clock;
use super::fail_point::{mishap, slow_disk};
use crate::app::{Effect, Outcome};
use crate::domain::problem::Problem;
use crate::store::files::complete::complete;
use crate::store::files::limits::reason;
use crate::store::files::places::Places;
use crate::store::import;
use crate::store::load;
use crate::store::load::{Shelf, shelf};
use crate::store::log::LogWriter;
use crate::store::settings;

/// Does what needs the disk.
pub struct Worker {
    places: Places,
    log: LogWriter,
    keeper: Keeper,
    clock: Clock,
}

/// The outcome of a shelf that was read.
pub fn shelf_outcome(shelf: Shelf) -> Outcome {
    Outcome::Shelf {
        library: shelf.library,
        notes: shelf.notes,
        interviews: shelf.interviews,
        letters: shelf.letters,
        settings: shelf.settings,
        problems: shelf.problems,
    }
}

impl Worker {
    /// A worker for one home and one run.
    pub fn new(places: Places, device: &str, run: &str, clock: Clock) -> Worker {
        Worker {
            log: LogWriter::new(&places, device, run),
            keeper: Keeper::new(&places, run),
            places,
            clock,
        }
    }

    /// What earlier runs left on this machine: what was used once, and what was typed and never saved.
    pub fn left(&self) -> [Outcome; 2] {
        [Outcome::Used(self.places.used()), self.keeper.left()]
    }

    /// The places it works on.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Does one thing, and tells what comes of it as it comes; effects that need no disk are none of its business. Behind
    /// a change of a file come the files as they are now, and then that it is settled.
    pub fn perform(&mut self, effect: Effect, tell: &mut dyn FnMut(Outcome)) {
        let changes = effect.changes_a_file();
        for outcome in self.done(effect) {
            let saved = matches!(outcome, Outcome::AnswerSaved { .. });
            tell(outcome);
            if saved {
                tell(shelf_outcome(shelf(&self.places)));
            }
        }
        if changes {
            tell(Outcome::Settled);
        }
    }

    fn done(&mut self, effect: Effect) -> Vec<Outcome> {
        if effect.writes_to_the_home()
            && let Err(problem) = settings::writable(&self.places)
        {
            return vec![refused(effect, problem)];
        }
        match effect {
            Effect::Log(events) => {
                mishap("writer");
                let ids = events.iter().map(|event| event.stamp.id.clone()).collect();
                vec![match self.log.append(&events) {
                    Ok(()) => Outcome::Logged(ids),
                    Err(error) => Outcome::NotLogged { reason: reason(&error) },
                }]
            }
            Effect::SaveSetting { key, value } => {
                let done = settings::change(&self.places, key, &value);
                done.err().map(setting_not_saved).into_iter().collect()
            }
            Effect::CompletePath(path) => vec![Outcome::Completed(complete(&path))],
            Effect::LookAtNotes(path) => vec![match import::look(&self.places, &expand(&path)) {
                Ok((intake, _)) => Outcome::Looked(intake),
                Err(problem) => failed("That file cannot be brought in", problem),
            }],
            Effect::WriteNotes { path, version } => self.write_notes(&path, &version),
            Effect::KeepUsed(word) => {
                self.places.keep_used(word);
                Vec::new()
            }
            Effect::ReadAgain => vec![shelf_outcome(shelf(&self.places))],
            effect => self.keeper.perform(effect, self.clock.now().wall),
        }
    }

    fn write_notes(&self, path: &str, version: &str) -> Vec<Outcome> {
        let now = self.clock.now().wall;
        match import::write(&self.places, &expand(path), Some(version), now) {
            Ok(written) => vec![shelf_outcome(shelf(&self.places)), Outcome::Wrote(written)],
            Err(problem) => vec![
                shelf_outcome(shelf(&self.places)),
                failed("The import stopped; what is there stays", problem),
            ],
        }
    }
}

/// `~` at the beginning of a path is the person's home folder.
fn expand(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => PathBuf::from(path),
    }
}

/// What comes of an effect where nothing may be written.
fn refused(effect: Effect, problem: Problem) -> Outcome {
    match effect {
        Effect::Log(_) => Outcome::NotLogged { reason: problem.what },
        Effect::SaveSetting { .. } => setting_not_saved(problem),
        Effect::SaveAnswer { id, .. } => Outcome::AnswerRefused {
            id,
            reason: problem.what,
        },
        _ => failed("Nothing is written", problem),
    }
}

fn setting_not_saved(problem: Problem) -> Outcome {
    failed("The setting holds for now and is not saved", problem)
}

pub(super) fn failed(doing: &str, problem: Problem) -> Outcome {
    Outcome::Failed {
        doing: doing.to_owned(),
        cause: format!("{}: {}", problem.place(), problem.what),
        hint: problem.remedy,
    }
}

/// What is asked of the worker on its own thread.
#[derive(Debug)]
pub enum Job {
    /// Carry this out.
    Do(Effect),
    /// Let go of this when all that was asked before is done.
    Done(Sender<()>),
}

/// Works until nobody asks any more. Reads the home first, then the log.
pub(super) fn work(mut worker: Worker, jobs: &Receiver<Job>, send: impl Fn(Outcome) -> bool) {
    if !worker.left().into_iter().all(&send) {
        return;
    }
    for job in jobs {
        let Job::Do(effect) = job else {
            continue;
        };
        slow_disk();
        let mut heard = true;
        worker.perform(effect, &mut |outcome| heard &= send(outcome));
        if !heard {
            return;
        }
    }
}

/// Reads the home, then the log, and tells both. A long log takes every processor there is, so it waits for leave.
pub(super) fn read_home(places: &Places, leave: Receiver<()>, send: impl Fn(Outcome)) {
    // Nobody left to give leave means nobody left to tell.
    let wait = move || {
        leave.recv().ok();
    };
    let ((), (history, problems)) = load::everything(places, wait, |shelf| send(shelf_outcome(shelf)));
    send(Outcome::History(history, problems));
}

/// The sending half of a worker on its own thread.
pub(super) type Jobs = Sender<Job>;
