//! Writing the log: each run of the program adds to a file of its own, and to no other.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::line;
use crate::domain::history::event::Event;
use crate::domain::id::EventId;
use crate::store::files::atomic::{make_folder, open_new, sync_folder};
use crate::store::files::limits::read_bytes;
use crate::store::files::lock::is_at;
use crate::store::files::places::Places;
use crate::store::files::said::Said;

/// How often events are written anew that went into a file which meanwhile was taken away.
const TIMES: usize = 5;

/// The file of this run, made with the first event. Where that file is not at its path any more, the run goes on in a
/// new one, and brings along what the file at the path lacks.
pub struct LogWriter {
    places: Places,
    device: String,
    run: String,
    /// Files opened so far.
    files: usize,
    open: Option<Open>,
    written: HashSet<EventId>,
    /// The lines of what was written.
    lines: Vec<String>,
    /// Those of them that went with the file before this one, and are not written again yet.
    lacking: String,
}

/// The file that is added to.
struct Open {
    path: PathBuf,
    file: File,
    length: u64,
    /// What a failed write left behind could not be cut off.
    torn: bool,
}

impl LogWriter {
    /// A writer for a run on a device; nothing is created yet.
    pub fn new(places: &Places, device: &str, run: &str) -> LogWriter {
        LogWriter {
            places: places.clone(),
            device: device.to_owned(),
            run: run.to_owned(),
            files: 0,
            open: None,
            written: HashSet::new(),
            lines: Vec::new(),
            lacking: String::new(),
        }
    }

    /// Adds events: one write, then on the disk, in the file that is at the path then. When it fails the file is as it
    /// was before. Events written before are left out.
    ///
    /// # Errors
    /// What the system said, or that an event is longer than what is read.
    pub fn append(&mut self, events: &[Event]) -> io::Result<()> {
        let fresh = events.iter().filter(|event| !self.written.contains(&event.meta.id));
        let (ids, lines): (Vec<EventId>, Vec<String>) = fresh
            .map(|event| Ok((event.meta.id.clone(), line::write(event)?)))
            .collect::<io::Result<_>>()?;
        if lines.is_empty() {
            return Ok(());
        }
        for _ in 0..TIMES {
            if self.write(&lines)? {
                self.written.extend(ids);
                self.lines.extend(lines);
                return Ok(());
            }
        }
        Err(io::Error::other(Said(
            "the file is taken away each time it is written".to_owned(),
        )))
    }

    /// Writes lines, behind those that are lacking, to the file at the path; whether it still is there afterwards.
    fn write(&mut self, lines: &[String]) -> io::Result<bool> {
        if !self.open.as_ref().is_some_and(Open::in_place) {
            if let Some(was) = self.open.take() {
                self.lacking = self.lacking(&was.path);
            }
            self.open = Some(self.new_file()?);
        }
        let Some(open) = self.open.as_mut() else {
            return Ok(false);
        };
        open.write(format!("{}{}", self.lacking, lines.concat()))?;
        self.lacking.clear();
        Ok(open.in_place())
    }

    /// The lines written so far that are not in the file at a path.
    fn lacking(&self, path: &Path) -> String {
        let there = read_bytes(path, "").unwrap_or_default();
        let there: HashSet<&[u8]> = there.split_inclusive(|byte| *byte == b'\n').collect();
        let lacking = self.lines.iter().filter(|line| !there.contains(line.as_bytes()));
        lacking.map(String::as_str).collect()
    }

    /// A new file, never one that is there: another run or another machine may have written it.
    fn new_file(&mut self) -> io::Result<Open> {
        let folder = self.places.log().join(&self.device);
        make_folder(&folder)?;
        let (path, file) = loop {
            self.files += 1;
            let name = match self.files {
                1 => format!("{}.jsonl", self.run),
                n => format!("{}-{n}.jsonl", self.run),
            };
            let path = folder.join(name);
            match open_new(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                opened => break (path, opened?),
            }
        };
        sync_folder(&folder)?;
        self.places.keep_device(&self.device);
        Ok(Open {
            path,
            file,
            length: 0,
            torn: false,
        })
    }
}

impl Open {
    /// Whether it is the file at its path, with all that was written.
    fn in_place(&self) -> bool {
        is_at(&self.file, &self.path) && fs::metadata(&self.path).is_ok_and(|meta| meta.len() >= self.length)
    }

    /// Adds a text; when it fails the file is as it was.
    fn write(&mut self, mut text: String) -> io::Result<()> {
        if self.torn {
            match self.file.set_len(self.length) {
                Ok(()) => self.torn = false,
                // What is left of the failed write stays a line of its own.
                Err(_) => text.insert(0, '\n'),
            }
        }
        let written = self.file.write_all(text.as_bytes());
        if let Err(error) = written.and_then(|()| self.file.sync_data()) {
            self.torn = self.file.set_len(self.length).is_err();
            return Err(error);
        }
        self.torn = false;
        let length = self.length + text.len() as u64;
        self.length = self.file.metadata().map_or(length, |meta| meta.len());
        Ok(())
    }
}

#[cfg(test)]
impl LogWriter {
    /// The file it writes to.
    pub(super) fn path(&self) -> &Path {
        self.open.as_ref().map_or(Path::new(""), |open| &open.path)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
