//! The log: one file of JSON lines a run, only ever added to by the run that owns it.

pub(super) mod interner;
pub(super) mod line;
pub(super) mod line_pieces;

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use self::interner::Interner;
use super::files::atomic::make_folder;
use super::files::limits::{LINE_BYTES, reason, remedy};
use super::files::places::Places;
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
    let files = files(places);
    if files.len() < MANY {
        let (events, problems) = read_files(places, &files);
        return (fold(places, events), problems);
    }
    let (early, late) = files.split_at(files.len() / 2);
    let (events, problems) = thread::scope(|scope| {
        let late = scope.spawn(|| read_files(places, late));
        let (mut events, mut problems) = read_files(places, early);
        let (more, also) = late.join().unwrap_or_else(|panic| resume_unwind(panic));
        events.extend(more);
        problems.extend(also);
        (events, problems)
    });
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
            problems.push(Problem::file(shown(), reason(&error), remedy(&error)));
        }
    }
    (events, problems)
}

/// Whether there are so many files that reading them takes longer than a first frame may.
pub(super) fn long(places: &Places) -> bool {
    walk(places, MANY).len() == MANY
}

/// The files of the log, the oldest run first.
fn files(places: &Places) -> Vec<PathBuf> {
    let mut found = walk(places, usize::MAX);
    found.sort_by_cached_key(|path| path.file_name().map(ToOwned::to_owned));
    found
}

/// Files of the log as they come, so many at the most.
fn walk(places: &Places, most: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![(places.log(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            let path = entry.path();
            if kind.is_dir() && depth < DEPTH {
                folders.push((path, depth + 1));
            } else if !kind.is_dir() && path.extension().is_some_and(|extension| extension == "jsonl") {
                found.push(path);
            }
            if found.len() == most {
                return found;
            }
        }
    }
    found
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
            Err(_) if !whole => problems.push(
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

/// The file of this run, made with the first event.
pub struct LogWriter {
    places: Places,
    device: String,
    path: PathBuf,
    file: Option<File>,
    length: u64,
    /// What a failed write left behind could not be cut off.
    torn: bool,
    written: HashSet<String>,
}

impl LogWriter {
    /// A writer for a run on a device; nothing is created yet.
    pub fn new(places: &Places, device: &str, run: &str) -> LogWriter {
        LogWriter {
            places: places.clone(),
            device: device.to_owned(),
            path: places.log().join(device).join(format!("{run}.jsonl")),
            file: None,
            length: 0,
            torn: false,
            written: HashSet::new(),
        }
    }

    /// The file it writes to.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds events: one write, then on the disk. When it fails the file is as it was before. Events written before
    /// are left out.
    ///
    /// # Errors
    /// What the system said.
    pub fn append(&mut self, events: &[Event]) -> io::Result<()> {
        let fresh: Vec<&Event> = events
            .iter()
            .filter(|event| !self.written.contains(event.stamp.id.as_str()))
            .collect();
        let mut text: String = fresh.iter().map(|event| line::write(event)).collect();
        if text.is_empty() {
            return Ok(());
        }
        self.open()?;
        let Some(file) = self.file.as_mut() else {
            return Ok(());
        };
        if self.torn {
            match file.set_len(self.length) {
                Ok(()) => self.torn = false,
                // What is left of the failed write stays a line of its own.
                Err(_) => text.insert(0, '\n'),
            }
        }
        if let Err(error) = file.write_all(text.as_bytes()).and_then(|()| file.sync_data()) {
            self.torn = file.set_len(self.length).is_err();
            return Err(error);
        }
        self.torn = false;
        self.length = file
            .metadata()
            .map_or(self.length + text.len() as u64, |meta| meta.len());
        self.written
            .extend(fresh.iter().map(|event| event.stamp.id.as_str().to_owned()));
        Ok(())
    }

    fn open(&mut self) -> io::Result<()> {
        if self.file.is_some() {
            return Ok(());
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        make_folder(folder)?;
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&self.path)?;
        self.length = file.metadata()?.len();
        File::open(folder)?.sync_all()?;
        self.places.keep_device(&self.device);
        self.file = Some(file);
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
