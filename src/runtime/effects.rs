//! Effects carried out: some by the terminal at once, the rest by the worker.

use std::io;
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::disk::outcome::failed;
use super::disk::{Job, Jobs, Worker};
use super::editor;
use super::host::TerminalHost;
use crate::app::message::Hindered;
use crate::app::{DiskEffect, Outcome, TerminalEffect};
use crate::store::files::places::Places;
use crate::store::interviews::message::MessageFile;
use crate::text::shown::without_controls;

/// Who carries out what needs the disk.
pub enum Disk {
    /// A worker on its own thread; outcomes come back as messages.
    Thread(Jobs),
    /// At once, for tests.
    Here(Box<Worker>),
}

impl Disk {
    /// Has this done: behind what was asked before, or at once.
    pub fn perform(&mut self, effect: DiskEffect, told: &mut Vec<Outcome>) {
        match self {
            Disk::Thread(jobs) => {
                jobs.send(Job::Do(effect)).ok();
            }
            Disk::Here(worker) => worker.perform(effect, &mut |outcome| told.push(outcome)),
        }
    }

    /// Waits until everything is done that was asked for, but no longer than this.
    pub fn wait(&self, longest: Duration) {
        let (asked, done) = channel();
        if let Disk::Thread(jobs) = self
            && jobs.send(Job::Done(asked)).is_ok()
        {
            done.recv_timeout(longest).ok();
        }
    }
}

/// Does what is asked of the terminal; leaving and stopping are the loop's. What is known of it at once is told.
///
/// # Errors
/// When the terminal is gone.
pub fn perform(
    effect: TerminalEffect,
    host: &mut dyn TerminalHost,
    places: &Places,
    told: &mut Vec<Outcome>,
) -> io::Result<()> {
    match effect {
        TerminalEffect::Quit | TerminalEffect::Suspend => {}
        TerminalEffect::Redraw => host.redraw()?,
        TerminalEffect::Bell => host.bell()?,
        TerminalEffect::Copy(text) => host.copy(&without_controls(&text))?,
        TerminalEffect::EditFile { path, line } => {
            let hindered = edit(host, &places.home.join(&path), Some(line))?;
            told.push(Outcome::EditorClosed { path, hindered });
        }
        TerminalEffect::EditMessage { name, text, fresh } => told.push(letter(host, places, name, (&text, &fresh))?),
    }
    Ok(())
}

/// Opens the file of a message in the editor, and reads it back.
fn letter(
    host: &mut dyn TerminalHost,
    places: &Places,
    name: String,
    (text, fresh): (&str, &str),
) -> io::Result<Outcome> {
    let as_it_was = |problem| failed("The message is as it was", problem);
    let file = match MessageFile::new(places, &name, text) {
        Ok(file) => file,
        Err(problem) => return Ok(as_it_was(problem)),
    };
    if let Some(hindered) = edit(host, file.path(), None)? {
        return Ok(hindered.outcome());
    }
    let left = file.read(fresh);
    Ok(left.map_or_else(as_it_was, |text| Outcome::MessageEdited { name, text }))
}

/// Opens a file in the editor, perhaps at a line, and waits; answers with what went wrong.
fn edit(host: &mut dyn TerminalHost, path: &Path, line: Option<usize>) -> io::Result<Option<Hindered>> {
    let words = match editor::words(|name| std::env::var(name).ok()) {
        Ok(words) => words,
        Err(cause) => {
            let hint = editor::SET.to_owned();
            return Ok(Some(Hindered { cause, hint }));
        }
    };
    host.hand_over(&mut || editor::open(&words, path, line))
        .map(Result::err)
}
