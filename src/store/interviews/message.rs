//! Messages a person changed in their editor, in the state folder: `messages/<name>.txt`. The editor works on that very
//! file, so that what it wrote is there however the program ends.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::problem::Problem;
use crate::store::files::atomic::{make_folder, replace};
use crate::store::files::folders::files;
use crate::store::files::limits::{problem, read_text};
use crate::store::files::places::Places;

/// The changed messages by their names, and those that cannot be read.
pub fn load(places: &Places) -> (BTreeMap<String, String>, Vec<Problem>) {
    let mut messages = BTreeMap::new();
    let folder = folder(places);
    let (paths, mut problems) = files(&folder, &folder.display().to_string(), &["txt"]);
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match read_text(&path, &path.display().to_string()) {
            Ok(text) => {
                messages.insert(name, text);
            }
            Err(problem) => problems.push(problem),
        }
    }
    (messages, problems)
}

/// A message as a file for the editor.
#[derive(Debug)]
pub struct MessageFile {
    path: PathBuf,
}

impl MessageFile {
    /// Writes the text into its file.
    ///
    /// # Errors
    /// The problem that hinders it.
    pub fn new(places: &Places, name: &str, text: &str) -> Result<MessageFile, Problem> {
        let path = folder(places).join(format!("{name}.txt"));
        make_folder(&folder(places))
            .and_then(|()| replace(&path, text.as_bytes()))
            .map_err(|error| problem(&path.display().to_string(), &error))?;
        Ok(MessageFile { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds now; none where nothing of the person's is in it, and then the file goes.
    ///
    /// # Errors
    /// The problem that makes it unreadable, or keeps it from going.
    pub fn read(&self, fresh: &str) -> Result<Option<String>, Problem> {
        let text = read_text(&self.path, &self.path.display().to_string())?;
        if text.trim() != fresh.trim() && !text.trim().is_empty() {
            return Ok(Some(text));
        }
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(problem(&self.path.display().to_string(), &error))
            }
            _ => Ok(None),
        }
    }
}

fn folder(places: &Places) -> PathBuf {
    places.state.join("messages")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_message_stays_as_the_editor_left_it_unless_nothing_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        assert_eq!(load(&places), (BTreeMap::new(), Vec::new()));
        let file = MessageFile::new(&places, "2026-11-02-acme-first", "Hello,\n").unwrap();
        fs::remove_file(file.path()).unwrap();
        fs::write(file.path(), "Hello Mara,\n").unwrap();
        assert_eq!(file.read("Hello,\n").unwrap().as_deref(), Some("Hello Mara,\n"));
        let kept = BTreeMap::from([("2026-11-02-acme-first".to_owned(), "Hello Mara,\n".to_owned())]);
        assert_eq!(load(&places).0, kept);
        for same in ["Hello,\n\n", " \n"] {
            fs::write(file.path(), same).unwrap();
            assert_eq!(file.read("Hello,\n").unwrap(), None);
            assert!(!file.path().exists());
        }
        fs::write(file.path(), [0xff, 0xfe, 0x00]).unwrap();
        assert_eq!(load(&places).1.len(), 1);
    }
}
