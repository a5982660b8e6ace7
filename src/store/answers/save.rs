//! Answer files opened and saved: never over a change that was not seen, and never without keeping the earlier text.
//!
//! What a file holds is compared as text, never by its time: before anything is written, and again when the new text is
//! on the disk and only has to take the file's name. Runs of the program save one after the other.

use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;

use super::{parse, version};
use crate::domain::problem::Problem;
use crate::domain::saved_file::{NotSaved, Opened, Saved};
use crate::store::files::atomic::{Ready, numbered, prepare, write_new, write_under};
use crate::store::files::limits::{problem, read_text, small_enough};
use crate::store::files::places::Places;
use crate::store::files::rewrite::alone;
use crate::store::files::said::leads_nowhere;
use crate::store::recovery::versions;

/// Reads an answer file. `path` is relative to the home, as in `Answer::path`.
///
/// # Errors
/// The problem that makes it unreadable.
pub fn load(places: &Places, path: &str) -> Result<Opened, Problem> {
    let file = places.home.join(path);
    let text = read_text(&file, path)?;
    Ok(opened(&file, path, text))
}

/// Saves a text over the one it was made from, which is kept as a version first.
///
/// # Errors
/// Why it is not saved. The file then is as it was, and nothing is left beside it.
pub fn save(places: &Places, path: &str, base: &str, text: &str, now: Timestamp) -> Result<Saved, NotSaved> {
    let _alone = alone(places);
    let file = places.home.join(path);
    let found = look(&file, path)?;
    if found.text == text {
        return Ok(Saved {
            opened: found,
            not_kept: None,
        });
    }
    unchanged(found, base)?;
    small_enough(text.as_bytes()).map_err(failed(path))?;
    let not_kept = versions::keep(places, &id_in(base, path), base, now).err();
    let ready = prepare(&file, text.as_bytes()).map_err(failed(path))?;
    put_in_place(ready, &file, path, base)?;
    let opened = opened(&file, path, text.to_owned());
    Ok(Saved { opened, not_kept })
}

/// Compares once more, now that only the name is to be given, and gives it.
fn put_in_place(ready: Ready, file: &Path, path: &str, base: &str) -> Result<(), NotSaved> {
    unchanged(look(file, path)?, base)?;
    ready.commit().map_err(failed(path))
}

fn failed(path: &str) -> impl Fn(io::Error) -> NotSaved {
    move |error| NotSaved::Failed(problem(path, &error))
}

/// Writes a file that vanished anew.
///
/// # Errors
/// Why it is not written; a file that is there again is not touched.
pub fn write_anew(places: &Places, path: &str, text: &str) -> Result<Saved, NotSaved> {
    let file = places.home.join(path);
    small_enough(text.as_bytes()).map_err(failed(path))?;
    write_new(&file, text.as_bytes()).map_err(failed(path))?;
    Ok(Saved {
        opened: opened(&file, path, text.to_owned()),
        not_kept: None,
    })
}

/// Writes a text beside the file it cannot be merged with, as `<name>.conflict-<device>-<time>.md`, and says its path.
///
/// # Errors
/// The problem that hinders it.
pub fn keep_both(places: &Places, path: &str, text: &str, now: Timestamp) -> Result<String, Problem> {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let time = now.strftime("%Y%m%dT%H%M%SZ");
    let device = places.device();
    let names = (1..=100).map(|n| format!("{stem}.conflict-{device}-{time}{}.md", numbered('-', n)));
    write_under(&places.home, names, text.as_bytes()).map_err(|(path, error)| problem(&path, &error))
}

fn look(file: &Path, path: &str) -> Result<Opened, NotSaved> {
    match fs::metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(match fs::read_link(file) {
            Ok(to) => NotSaved::Failed(Problem::file(
                path,
                leads_nowhere(&to),
                "Bring that file back, or delete the link; your text can be written to a new file",
            )),
            Err(_) => NotSaved::Vanished,
        }),
        _ => {
            let text = read_text(file, path).map_err(NotSaved::Failed)?;
            Ok(opened(file, path, text))
        }
    }
}

fn unchanged(found: Opened, base: &str) -> Result<(), NotSaved> {
    if found.text == base {
        return Ok(());
    }
    Err(NotSaved::Changed(Box::new(found)))
}

fn opened(file: &Path, path: &str, text: String) -> Opened {
    Opened {
        path: path.to_owned(),
        hash: version(&text),
        modified: super::modified(file),
        text,
    }
}

/// The id in a text, or the one its file's name gives.
fn id_in(text: &str, path: &str) -> String {
    let stem = || Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
    parse(text, path).map_or_else(|_| stem().into_owned(), |(answer, _)| answer.id.as_str().to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
