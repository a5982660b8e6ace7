//! What needs the disk, done in order: on a thread of its own, or at once in tests.

pub(super) mod answers;
mod drafts;
pub(super) mod interviews;
pub mod outcome;

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender};

use self::answers::AnswerJobs;
use self::outcome::{failed, home_outcome};
use super::clock::Clock;
use super::fail_point::{fail_at, slow_disk};
use crate::app::message::Hindered;
use crate::app::{DiskEffect, Outcome};
use crate::domain::history::event::Event;
use crate::domain::import_review::{Choice, Correction};
use crate::domain::import_summary::Take;
use crate::domain::problem::{Problem, Unread};
use crate::store::files::complete::complete;
use crate::store::files::limits::reason;
use crate::store::files::places::Places;
use crate::store::import;
use crate::store::import::Source;
use crate::store::load;
use crate::store::load::home;
use crate::store::log;
use crate::store::log::LogWriter;
use crate::store::settings;
use crate::store::settings::guard::Guard;
use crate::text::time::count;

/// What came of a file that the person's editor worked on.
fn left_by_editor(places: &Places, path: &str, problems: &[Problem]) -> Outcome {
    let failed = |cause: String, hint: &str| Outcome::Failed {
        doing: format!("{path} is not read any more"),
        cause,
        hint: hint.to_owned(),
    };
    let unread = |problem: &&Problem| problem.path == path && problem.unread == Unread::Whole;
    let gone = places.home.join(path).symlink_metadata();
    if gone.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        let hint = "Bring it back; what is open here is kept until you close it";
        return failed("your editor took it away, or gave it another name".to_owned(), hint);
    }
    match problems.iter().find(unread) {
        Some(problem) => {
            let line = problem.line.map(|line| format!("line {line}, ")).unwrap_or_default();
            failed(format!("{line}{}", problem.what), &problem.remedy)
        }
        None => Outcome::Edited {
            said: format!("{path} is as your editor left it"),
        },
    }
}

/// Does what needs the disk.
pub struct Worker {
    places: Places,
    log: LogWriter,
    keeper: AnswerJobs,
    guard: Guard,
    clock: Clock,
}

impl Worker {
    /// A worker for one home and one run.
    pub fn new(places: Places, device: &str, run: &str, clock: Clock) -> Worker {
        Worker {
            log: LogWriter::new(&places, device, run),
            keeper: AnswerJobs::new(&places, run),
            guard: Guard::default(),
            places,
            clock,
        }
    }

    /// What earlier runs left on this machine: what was used once, and what was typed and never saved.
    pub fn left(&self) -> [Outcome; 2] {
        [Outcome::Used(self.places.used()), self.keeper.drafts.left()]
    }

    /// The places it works on.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Does one thing, and tells what comes of it as it comes; effects that need no disk are none of its business. Behind
    /// a change of a file come the files as they are now, and then that it is settled.
    pub fn perform(&mut self, effect: DiskEffect, tell: &mut dyn FnMut(Outcome)) {
        let changes = effect.changes_a_file();
        for outcome in self.done(effect) {
            let saved = matches!(outcome, Outcome::AnswerSaved { .. });
            tell(outcome);
            if saved {
                tell(home_outcome(home(&self.places)));
            }
        }
        if changes {
            tell(Outcome::Settled);
        }
    }

    fn done(&mut self, effect: DiskEffect) -> Vec<Outcome> {
        if effect.writes_to_the_home()
            && let Err(problem) = self.guard.writable(&self.places)
        {
            return vec![refused(effect, problem)];
        }
        let (now, keeper) = (self.clock.now().wall, &mut self.keeper);
        match effect {
            DiskEffect::Log(events) => vec![self.append(&events)],
            DiskEffect::SaveSetting { key, value } => self.save_setting(key, &value),
            DiskEffect::CompletePath(path) => vec![completed(&path)],
            DiskEffect::LookAtNotes { path, corrections } => vec![self.look_at_notes(&path, corrections)],
            DiskEffect::WriteNotes {
                path,
                version,
                corrections,
            } => self.write_notes(&path, &version, corrections),
            DiskEffect::TakeNotesBack { receipt } => self.take_notes_back(&receipt),
            DiskEffect::KeepUsed(word) => vec![self.keep_used(word)],
            DiskEffect::ReadAgain => vec![home_outcome(home(&self.places))],
            DiskEffect::ReadLog => vec![self.read_log()],
            DiskEffect::ReadEdited { path, hindered } => self.read_edited(&path, hindered),
            DiskEffect::SaveAnswer(save) => keeper.save_answer(save, now),
            DiskEffect::KeepBoth { path, text } => keeper.keep_both(&path, &text, now),
            DiskEffect::KeepDraft { of, base, text } => keeper.drafts.keep(of, &base, &text, now),
            DiskEffect::DropDraft(of) => keeper.drafts.forget(&of),
            DiskEffect::TakeOver { left, base } => keeper.drafts.take_over(left, &base, now),
            DiskEffect::KeepVersion { id, text } => keeper.keep_version(&id, &text, now),
            DiskEffect::ListVersions(id) => keeper.list_versions(&id),
            DiskEffect::ReadVersions { id, sides } => vec![keeper.read_versions(id, sides)],
            DiskEffect::Trash { path } => keeper.throw_away(&path, now),
            DiskEffect::ListTrash => keeper.list_trash(),
            DiskEffect::Untrash => keeper.restore_last(),
            DiskEffect::Restore(trashed) => keeper.restore(&trashed),
            DiskEffect::Retitle { path, base, title } => keeper.retitle(&path, &base, &title, now),
            DiskEffect::Link(link) => keeper.link(&link, now),
            DiskEffect::AddQuestion { ask, category } => keeper.add_question(&ask, category),
            DiskEffect::SaveInterview {
                changes,
                path,
                company,
                today,
                base,
                text,
                said,
            } => match path {
                Some(path) => keeper.change_interview((&path, &base), text, &changes, said, now),
                None => keeper.add_interview((&company, today), &text, &changes, said),
            },
            DiskEffect::KeepDebrief(debrief) => keeper.keep_debrief(*debrief, now),
        }
    }

    fn save_setting(&self, key: &str, value: &str) -> Vec<Outcome> {
        let done = settings::change(&self.places, key, value);
        done.err().map(setting_not_saved).into_iter().collect()
    }

    fn keep_used(&self, word: &str) -> Outcome {
        self.places.keep_used(word);
        Outcome::Used(vec![word.to_owned()])
    }

    fn read_log(&self) -> Outcome {
        let (history, problems) = log::load(&self.places);
        Outcome::History(history, problems)
    }

    fn read_edited(&self, path: &str, hindered: Option<Hindered>) -> Vec<Outcome> {
        let read = home(&self.places);
        let left = || left_by_editor(&self.places, path, &read.problems);
        let left = hindered.map_or_else(left, Hindered::outcome);
        vec![home_outcome(read), left]
    }

    fn append(&mut self, events: &[Event]) -> Outcome {
        fail_at("writer");
        match self.log.append(events) {
            Ok(()) => Outcome::Logged(events.iter().map(|event| event.meta.id.clone()).collect()),
            Err(error) => Outcome::NotLogged { reason: reason(&error) },
        }
    }

    fn look_at_notes(&self, path: &str, corrections: Vec<Correction>) -> Outcome {
        match import::look(&self.places, &Source::File(expand(path)), &sure_with(corrections)) {
            Ok((intake, prepared)) => Outcome::Looked(intake, import::looked_through(&prepared)),
            Err(problem) => failed("That file cannot be brought in", problem),
        }
    }

    fn take_notes_back(&self, receipt: &str) -> Vec<Outcome> {
        let done = match import::undo(&self.places, Some(receipt), self.clock.now().wall) {
            Ok(undone) => Outcome::TookNotesBack(taken_back(&undone)),
            Err(problem) => failed("The import is not taken back", problem),
        };
        vec![home_outcome(home(&self.places)), done]
    }

    fn write_notes(&self, path: &str, version: &str, corrections: Vec<Correction>) -> Vec<Outcome> {
        let now = self.clock.now().wall;
        let (source, choice) = (Source::File(expand(path)), sure_with(corrections));
        let done = match import::write(&self.places, &source, Some(version), &choice, now) {
            Ok(written) => Outcome::Wrote(written),
            Err(problem) => failed("The import stopped; what is there stays", problem),
        };
        vec![home_outcome(home(&self.places)), done]
    }
}

/// How a path could go on.
fn completed(path: &str) -> Outcome {
    Outcome::Completed(complete(&import::dropped(path).to_string_lossy()))
}

/// What is said of an import that was taken back.
fn taken_back(undone: &import::Undone) -> String {
    let gone = format!("Taken back: {}", count(undone.files, "file"));
    match undone.kept.as_slice() {
        [] => gone,
        [one] => format!("{gone}. {one} was changed since, and stays"),
        several => format!("{gone}. {} were changed since, and stay", count(several.len(), "file")),
    }
}

/// `~` at the beginning of a path is the person's home folder.
fn expand(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => import::dropped(path),
    }
}

/// What comes of an effect where nothing may be written.
fn refused(effect: DiskEffect, problem: Problem) -> Outcome {
    match effect {
        DiskEffect::Log(_) => Outcome::NotLogged { reason: problem.what },
        DiskEffect::SaveSetting { .. } => setting_not_saved(problem),
        DiskEffect::SaveAnswer(save) => Outcome::AnswerRefused {
            id: save.id,
            reason: problem.what,
        },
        _ => failed("Nothing is written", problem),
    }
}

fn setting_not_saved(problem: Problem) -> Outcome {
    failed("The setting holds for now and is not saved", problem)
}

/// What is asked of the worker on its own thread.
#[derive(Debug)]
pub enum Job {
    /// Carry this out.
    Do(DiskEffect),
    /// Let go of this when all that was asked before is done.
    Done(Sender<()>),
}

/// Works until nobody asks any more; says when it wrote into the home.
pub(super) fn work(mut worker: Worker, jobs: &Receiver<Job>, wrote: impl Fn(), send: impl Fn(Outcome) -> bool) {
    if !worker.left().into_iter().all(&send) {
        return;
    }
    for job in jobs {
        let Job::Do(effect) = job else {
            continue;
        };
        slow_disk();
        let mut heard = true;
        let writes = effect.writes_to_the_home();
        worker.perform(effect, &mut |outcome| heard &= send(outcome));
        if writes {
            wrote();
        }
        if !heard {
            return;
        }
    }
}

/// Reads the home, then the log, and tells both; then makes ready what is wanted next. A long log and that take a
/// processor for themselves, so they wait for leave.
pub(super) fn read_home(places: &Places, leave: Receiver<()>, send: impl Fn(Outcome)) {
    let leave = Mutex::new(leave);
    let wait = || {
        // Nobody left to give leave means nobody left to tell.
        if let Ok(leave) = leave.lock() {
            leave.recv().ok();
        }
    };
    let (wordings, (history, problems)) = load::everything(places, wait, |home| {
        let wordings = home.library.wordings_later();
        send(home_outcome(home));
        wordings
    });
    send(Outcome::History(history, problems));
    wait();
    // Find and debriefs look questions up by them.
    wordings.wordings();
}

/// The sending half of a worker on its own thread.
pub(super) type Jobs = Sender<Job>;

/// What is beyond doubt of a file, as it was put right.
fn sure_with(corrections: Vec<Correction>) -> Choice {
    Choice {
        take: Take::Sure,
        corrections,
    }
}
