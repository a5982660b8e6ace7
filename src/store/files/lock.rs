//! Lock files: each is held by a run of the program until it lets go or ends, however it ends.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use super::atomic::{make_folder, open_own};

/// A lock that is held.
pub(in crate::store) struct Lock {
    pub(in crate::store) file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits for the lock on the file at a path, and takes it; the file and its folder are made where they are not
    /// there. It is a lock only on the file that is at the path: another run may just have taken that away. Where the
    /// file system knows no locks it goes without.
    ///
    /// # Errors
    /// What the system said.
    pub(in crate::store) fn take(path: &Path) -> io::Result<Lock> {
        loop {
            make_folder(path.parent().unwrap_or(Path::new(".")))?;
            let file = match open_own(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                opened => opened?,
            };
            let unknown = flock(&file, FlockOperation::LockExclusive).is_err();
            if unknown || is_at(&file, path) {
                let path = path.to_owned();
                return Ok(Lock { file, path });
            }
        }
    }

    /// Whether its file is still the one at its path; if not, it keeps nobody out.
    pub(in crate::store) fn holds(&self) -> bool {
        is_at(&self.file, &self.path)
    }
}

/// Whether an open file is the one at a path now.
pub(in crate::store) fn is_at(file: &File, path: &Path) -> bool {
    let place = |meta: fs::Metadata| (meta.dev(), meta.ino());
    let there = fs::metadata(path).map(place);
    there.is_ok_and(|there| file.metadata().is_ok_and(|meta| place(meta) == there))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_lock_whose_file_was_taken_away_or_replaced_holds_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/lock");
        let lock = Lock::take(&path).unwrap();
        assert!(lock.holds());
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
        assert!(!lock.holds());
        let other = Lock::take(&path).unwrap();
        assert!(other.holds() && !lock.holds());
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    }
}
