//! The log: one file of JSON lines a run, only ever added to by the run that owns it.

mod attempt_line;
pub(super) mod interner;
pub(super) mod line;
pub(super) mod line_pieces;
mod writer;

use std::fs::{self, DirEntry, File};
use std::io::{self, BufRead, BufReader};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use self::interner::Interner;
pub use self::writer::LogWriter;
use super::files::folders::{entries, hidden};
use super::files::limits::{LINE_BYTES, problem};
use super::files::passed_over::{elsewhere, not_here};
use super::files::places::{DEVICE, Places};
use super::files::said::{Said, leads_nowhere};
use super::forgetting_cache;
use crate::domain::history::History;
use crate::domain::history::event::Event;
use crate::domain::problem::{Problem, Unread};

/// How deep the folder of the log is looked through.
const DEPTH: usize = 3;

/// Files from which on they are read by two threads.
const MANY: usize = 8;

/// Everything practised, from every file of the log, read one at a time. A line that cannot be read is listed and
/// the rest is used; conflict copies and repeated lines change nothing.
pub fn load(places: &Places) -> (History, Vec<Problem>) {
    let (files, mut problems) = files(places);
    let (events, more) = if files.len() < MANY {
        read_files(places, &files)
    } else {
        let (early, late) = files.split_at(files.len() / 2);
        thread::scope(|scope| {
            let late = scope.spawn(|| read_files(places, late));
            let (mut events, mut problems) = read_files(places, early);
            let (more, also) = late.join().unwrap_or_else(|panic| resume_unwind(panic));
            events.extend(more);
            problems.extend(also);
            (events, problems)
        })
    };
    problems.extend(more);
    (fold(places, events), problems)
}

fn fold(places: &Places, events: Vec<Event>) -> History {
    History::fold_at(events, |reviews| forgetting_cache::of(places, reviews))
}

fn read_files(places: &Places, files: &[PathBuf]) -> (Vec<Event>, Vec<Problem>) {
    let mut events = Vec::new();
    let mut problems = Vec::new();
    let mut interner = Interner::default();
    for path in files {
        let shown = || places.shown(path);
        if let Err(error) = read_file(path, &shown, &mut interner, &mut events, &mut problems) {
            problems.push(problem(&shown(), &error));
        }
    }
    (events, problems)
}

/// Whether there are so many files that reading them takes longer than a first frame may.
pub(super) fn long(places: &Places) -> bool {
    walk(places, MANY).0.len() == MANY
}

/// The files of the log, the oldest run first, and what hinders to find more.
fn files(places: &Places) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut found, problems) = walk(places, usize::MAX);
    found.sort_by_cached_key(|path| path.file_name().map(ToOwned::to_owned));
    (found, problems)
}

/// Files of the log as they come, so many at the most, and what hinders to find more.
fn walk(places: &Places, most: usize) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut folders = vec![(places.log(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let (entries, more) = entries(&folder, &places.shown(&folder));
        problems.extend(more);
        for entry in entries {
            let path = entry.path();
            if let Some(name) = elsewhere(&entry).filter(|name| name.strip_suffix(".jsonl").is_some()) {
                problems.push(not_here(places.shown(&folder.join(name))));
                continue;
            }
            let run = path.extension().is_some_and(|extension| extension == "jsonl");
            match kind(&entry) {
                // A folder called like the file of a run stands in its place: reading it says so.
                Ok(_) if run => found.push(path),
                Ok(PathKind::Folder) if depth < DEPTH => folders.push((path, depth + 1)),
                Ok(PathKind::Folder) => problems.push(Problem::file(
                    places.shown(&path),
                    "a folder this deep in the log is not looked into",
                    "Move its files up, beside those of the other runs",
                )),
                Ok(PathKind::File) if depth == 0 && named_as_device(&entry) => problems.push(Problem::file(
                    places.shown(&path),
                    "a file is where a folder of the log should be",
                    "Move it away, and bring the folder back if you have it",
                )),
                Ok(_) => {}
                Err(error) => problems.push(problem(&places.shown(&path), &error)),
            }
            if found.len() == most {
                return (found, problems);
            }
        }
    }
    (found, problems)
}

/// What an entry of the log is.
enum PathKind {
    Folder,
    File,
}

/// What an entry is, through links; a hidden link to nowhere is some editor's.
fn kind(entry: &DirEntry) -> io::Result<PathKind> {
    let mut kind = entry.file_type()?;
    if kind.is_symlink() {
        kind = match fs::metadata(entry.path()) {
            Ok(meta) => meta.file_type(),
            Err(_) if hidden(entry) => kind,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let to = fs::read_link(entry.path())?;
                return Err(io::Error::new(error.kind(), Said(leads_nowhere(&to))));
            }
            Err(error) => return Err(error),
        };
    }
    Ok(if kind.is_dir() {
        PathKind::Folder
    } else {
        PathKind::File
    })
}

/// Whether an entry has the name of a folder that a run makes for its device.
fn named_as_device(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    name.len() == DEVICE && name.as_encoded_bytes().iter().all(u8::is_ascii_alphanumeric)
}

fn read_file(
    path: &Path,
    shown: &dyn Fn() -> String,
    interner: &mut Interner,
    events: &mut Vec<Event>,
    problems: &mut Vec<Problem>,
) -> io::Result<()> {
    if !fs::metadata(path)?.is_file() {
        problems.push(Problem::file(
            shown(),
            "it is not a regular file",
            "Move it out of the log",
        ));
        return Ok(());
    }
    let mut reader = BufReader::with_capacity(64 << 10, File::open(path)?);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = io::Read::take(&mut reader, LINE_BYTES as u64 + 1).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        if read > LINE_BYTES {
            problems.push(Problem::line(
                shown(),
                number,
                "a line longer than 64 KB is left out",
                "Restore the file from a backup",
            ));
            skip_line(&mut reader, &line)?;
            continue;
        }
        let whole = line.ends_with(b"\n");
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        match line::read(text, interner) {
            Ok(event) => events.extend(event),
            // It was never said to be saved, so nothing that counted is missing.
            Err(_) if !whole && !text.contains(&0) => problems.push(
                Problem::line(
                    shown(),
                    number,
                    "the last line was cut off and is left out",
                    "Nothing need be done; delete the line if you like",
                )
                .leaves(Unread::Nothing),
            ),
            Err(what) => problems.push(Problem::line(
                shown(),
                number,
                format!("the line cannot be read: {what}"),
                "It is kept and left out; restore the file from a backup if you have one",
            )),
        }
    }
    Ok(())
}

fn skip_line(reader: &mut impl BufRead, read: &[u8]) -> io::Result<()> {
    if read.ends_with(b"\n") {
        return Ok(());
    }
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |place| place + 1);
        reader.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
