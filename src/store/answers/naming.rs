//! New files: a name made from a title, never one that is taken.

use std::io;
use std::path::{Path, PathBuf};

use super::slug;
use crate::store::files::atomic::{numbered, write_under};
use crate::store::files::limits::small_enough;
use crate::store::files::places::Places;

/// Writes a new answer file under a name made from its title, with a number where that name is taken.
///
/// # Errors
/// What the system said.
pub fn save_new(places: &Places, title: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    save_under(&places.answers(), &slug(title), bytes)
}

/// Writes a new Markdown file into a folder under a name, with a number where that name is taken.
///
/// # Errors
/// What the system said, or that it is larger than what is read.
pub(in crate::store) fn save_under(folder: &Path, stem: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    small_enough(bytes)?;
    let names = (1..10_000).map(|n| format!("{stem}{}.md", numbered('-', n)));
    match write_under(folder, names, bytes) {
        Ok(name) => Ok(folder.join(name)),
        Err((_, error)) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(io::Error::new(error.kind(), "too many files have this name"))
        }
        Err((_, error)) => Err(error),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let first = save_new(&places, "The queue", b"1").unwrap();
        let second = save_new(&places, "The queue!", b"2").unwrap();
        assert_eq!(first, places.answers().join("the-queue.md"));
        assert_eq!(second, places.answers().join("the-queue-2.md"));
        assert_eq!(std::fs::read(first).unwrap(), b"1");
        let large = vec![b'x'; (8 << 20) + 1];
        assert!(
            save_new(&places, "Large", &large).is_err(),
            "it would not be read again"
        );
        assert!(save_new(&places, "Large", &large[1..]).is_ok());
        assert_eq!(std::fs::read_dir(places.answers()).unwrap().count(), 3);
    }
}
