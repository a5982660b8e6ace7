//! Whether a home may be written to, asked before every write.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::format::{Access, INSTALL, access};
use crate::domain::problem::Problem;
use crate::store::files::places::Places;

/// Whether this version may write to a home, looked at again only where the file of its settings was replaced.
#[derive(Debug, Default)]
pub struct Guard {
    seen: Option<(Stamp, Access)>,
}

/// When a file was last changed, its length and its place on the disk; none where there is none.
type Stamp = Option<(SystemTime, u64, u64)>;

impl Guard {
    /// The same as `settings::writable`.
    ///
    /// # Errors
    /// The problem, when the home was made by a later version.
    pub fn writable(&mut self, places: &Places) -> Result<(), Problem> {
        let path = places.settings();
        let stamp = stamp(&path);
        if self.seen.as_ref().is_none_or(|(seen, _)| *seen != stamp) {
            self.seen = Some((stamp, access(&path)));
        }
        match self.seen.as_ref().map(|(_, access)| access) {
            Some(Access::ReadOnly(what)) => Err(Problem::file(places.shown(&path), what.clone(), INSTALL)),
            Some(Access::Full) | None => Ok(()),
        }
    }
}

fn stamp(path: &Path) -> Stamp {
    let meta = fs::metadata(path).ok()?;
    Some((meta.modified().ok()?, meta.len(), inode(&meta)))
}

#[cfg(unix)]
fn inode(meta: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_later_format_is_seen_as_soon_as_the_file_says_it() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("home"),
            state: folder.path().join("state"),
        };
        let mut guard = Guard::default();
        assert!(guard.writable(&places).is_ok());
        fs::create_dir_all(&places.home).unwrap();
        fs::write(places.settings(), "format: 99\n").unwrap();
        assert!(guard.writable(&places).is_err());
        fs::write(places.settings(), "format: 1\nthink: 10s\n").unwrap();
        assert!(guard.writable(&places).is_ok());
    }
}
