//! A message laid out as a file for the person's editor, in the state folder; the file goes when it was read back.

use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::limits::read_text;
use super::places::Places;
use super::save::make_folder;
use crate::domain::problem::Problem;

/// A message as a file; dropping it deletes the file.
#[derive(Debug)]
pub struct LaidOut {
    file: NamedTempFile,
}

impl LaidOut {
    /// Writes the text into a new file.
    ///
    /// # Errors
    /// What the system said.
    pub fn new(places: &Places, text: &str) -> io::Result<LaidOut> {
        make_folder(&places.state)?;
        let mut file = Builder::new()
            .prefix("message-")
            .suffix(".txt")
            .tempfile_in(&places.state)?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        Ok(LaidOut { file })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// What it holds now; an editor may have put another file in its place.
    ///
    /// # Errors
    /// The problem that makes it unreadable.
    pub fn read(&self) -> Result<String, Problem> {
        read_text(self.path(), "message")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_back_as_the_editor_left_it_and_the_file_goes() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let laid_out = LaidOut::new(&places, "Hello\n").unwrap();
        assert_eq!(laid_out.read().unwrap(), "Hello\n");
        let path = laid_out.path().to_owned();
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "Hello Mara\n").unwrap();
        assert_eq!(laid_out.read().unwrap(), "Hello Mara\n");
        drop(laid_out);
        assert!(!path.exists());
    }
}
