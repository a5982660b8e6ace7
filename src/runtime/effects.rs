//! Effects carried out: some by the terminal at once, the rest by the worker.

use std::io;
use std::path::Path;

use super::disk::{Job, Jobs, Worker, failed, shelf_outcome};
use super::editor;
use super::host::Stage;
use crate::app::{Effect, Outcome, TerminalEffect};
use crate::store::files::limits::read_bytes;
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
        Effect::Terminal(TerminalEffect::Quit) => return Ok(Next::Quit),
        Effect::Terminal(TerminalEffect::Suspend) => return Ok(Next::Suspend),
        Effect::Terminal(TerminalEffect::Redraw) => stage.redraw()?,
        Effect::Terminal(TerminalEffect::Bell) => stage.bell()?,
        Effect::Terminal(TerminalEffect::Copy(text)) => stage.copy(&without_controls(&text))?,
        Effect::Terminal(TerminalEffect::EditFile { path, line: _ }) => {
            let file = places.home.join(&path);
            let bytes = || read_bytes(&file, &path).ok();
            let before = bytes();
            let hindered = edit(stage, &file)?;
            outcomes.push(shelf_outcome(shelf(places)));
            // Said after the home is read again, which takes the change for somebody else's.
            let changed = || bytes() != before;
            outcomes.extend(hindered.or_else(|| {
                let said = format!("{path} is as your editor left it");
                changed().then_some(Outcome::Edited { said })
            }));
        }
        Effect::Terminal(TerminalEffect::EditLetter { name, text, fresh }) => {
            match letter(stage, places, &name, (&text, &fresh))? {
                Ok(text) => outcomes.push(Outcome::LetterEdited { name, text }),
                Err(hindered) => outcomes.push(hindered),
            }
        }
        Effect::Disk(effect) => match disk {
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
) -> io::Result<Result<Option<String>, Outcome>> {
    let as_it_was = |problem| failed("The message is as it was", problem);
    let laid_out = match LaidOut::new(places, name, text) {
        Ok(laid_out) => laid_out,
        Err(problem) => return Ok(Err(as_it_was(problem))),
    };
    let hindered = edit(stage, laid_out.path())?;
    let left = laid_out.read(fresh).map_err(as_it_was);
    Ok(hindered.map_or(left, Err))
}

/// Opens a file in the editor and waits; answers with what went wrong, that first.
fn edit(stage: &mut dyn Stage, path: &Path) -> io::Result<Option<Outcome>> {
    let mut hint = editor::SET;
    let done = match editor::words(|name| std::env::var(name).ok()) {
        Ok(words) => stage.hand_over(&mut || {
            let opened = editor::open(&words, path);
            opened.map_err(|hindered| {
                hint = hindered.hint;
                hindered.cause
            })
        })?,
        Err(cause) => Err(cause),
    };
    Ok(done.err().map(|cause| Outcome::Failed {
        doing: "Your editor failed".to_owned(),
        cause,
        hint: hint.to_owned(),
    }))
}
