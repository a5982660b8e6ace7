//! Effects carried out: some by the terminal at once, the rest by the worker.

use std::io;
use std::path::Path;

use super::disk::{Job, Jobs, Worker, failed, shelf_outcome};
use super::editor;
use super::host::Stage;
use crate::app::{Effect, Outcome};
use crate::domain::problem::Problem;
use crate::store::files::places::Places;
use crate::store::interviews::message::LaidOut;
use crate::store::load::shelf;
use crate::text::shown::without_controls;

/// Who carries out what needs the disk.
pub enum Disk {
    /// A worker on its own thread; outcomes come back as messages.
    Thread(Jobs),
    /// At once, for tests.
    Here(Box<Worker>),
}

/// What the loop must do itself.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing more.
    Done,
    /// Go to the shell and come back.
    Suspend,
    /// Leave.
    Quit,
}

/// Carries out one effect. Outcomes that are known at once are added to `outcomes`.
///
/// # Errors
/// When the terminal is gone.
pub fn perform(
    effect: Effect,
    stage: &mut dyn Stage,
    disk: &mut Disk,
    places: &Places,
    outcomes: &mut Vec<Outcome>,
) -> io::Result<Next> {
    match effect {
        Effect::Quit => return Ok(Next::Quit),
        Effect::Suspend => return Ok(Next::Suspend),
        Effect::Redraw => stage.redraw()?,
        Effect::Bell => stage.bell()?,
        Effect::Copy(text) => stage.copy(&without_controls(&text))?,
        Effect::EditFile { path, line: _ } => {
            let path = places.home.join(path);
            if let Some(problem) = edit(stage, places, &path)? {
                outcomes.push(shelf_outcome(shelf(places)));
                outcomes.push(failed("The file is as the editor left it", problem));
            } else {
                outcomes.push(shelf_outcome(shelf(places)));
            }
        }
        Effect::EditLetter { name, text, fresh } => match letter(stage, places, &name, (&text, &fresh))? {
            Ok(text) => outcomes.push(Outcome::LetterEdited { name, text }),
            Err(problem) => outcomes.push(failed("The message is as it was", problem)),
        },
        effect => match disk {
            Disk::Thread(jobs) => {
                jobs.send(Job::Do(effect)).ok();
            }
            Disk::Here(worker) => worker.perform(effect, &mut |outcome| outcomes.push(outcome)),
        },
    }
    Ok(Next::Done)
}

/// Opens the file of a message in the editor, and reads it back.
fn letter(
    stage: &mut dyn Stage,
    places: &Places,
    name: &str,
    (text, fresh): (&str, &str),
) -> io::Result<Result<Option<String>, Problem>> {
    let laid_out = match LaidOut::new(places, name, text) {
        Ok(laid_out) => laid_out,
        Err(problem) => return Ok(Err(problem)),
    };
    let hindered = edit(stage, places, laid_out.path())?;
    let left = laid_out.read(fresh);
    // Where its file is says nothing to anybody, and leaves no room for what went wrong.
    let hindered = hindered.map(|problem| Problem::file("your editor", problem.what, problem.remedy));
    Ok(hindered.map_or(left, Err))
}

fn edit(stage: &mut dyn Stage, places: &Places, path: &Path) -> io::Result<Option<Problem>> {
    let done = match editor::words(|name| std::env::var(name).ok()) {
        Ok(words) => stage.hand_over(&mut || editor::open(&words, path))?,
        Err(what) => Err(what),
    };
    Ok(done.err().map(|what| {
        Problem::file(
            places.shown(path),
            what,
            "Set $VISUAL or $EDITOR to your editor, for instance EDITOR=nano",
        )
    }))
}
