//! Files half written, made beside what they are to become. One that a run left there which did not live to give it its
//! name is swept a day later; younger ones may belong to a run that is writing.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use tempfile::{Builder, NamedTempFile};

use super::folders::entries;

/// What their names begin with; six letters and digits follow.
const PREFIX: &str = ".greenroom-";

/// How old one is before it is swept.
const LEFT: Duration = Duration::from_secs(24 * 60 * 60);

/// The folders this run has swept: once is enough, and an import writes thousands of files into one folder.
static SWEPT: Mutex<Option<HashSet<PathBuf>>> = Mutex::new(None);

/// A new file half written in a folder, readable only by its owner; it goes when it is dropped.
///
/// # Errors
/// What the system said.
pub(in crate::store) fn half_written(folder: &Path) -> io::Result<NamedTempFile> {
    let made = Builder::new().prefix(PREFIX).tempfile_in(folder)?;
    let first = {
        let mut swept = SWEPT.lock().unwrap_or_else(PoisonError::into_inner);
        swept.get_or_insert_default().insert(folder.to_owned())
    };
    if first && let Ok(now) = made.as_file().metadata().and_then(|meta| meta.modified()) {
        sweep(folder, now);
    }
    Ok(made)
}

/// A copy of a file's earlier text, under a name that is never swept and says what it is: `<name>.kept-XXXXXX`.
///
/// # Errors
/// What the system said.
pub(in crate::store) fn kept(of: &Path) -> io::Result<NamedTempFile> {
    let name = of.file_name().unwrap_or_default().to_string_lossy();
    let folder = of.parent().unwrap_or(Path::new("."));
    Builder::new().prefix(&format!("{name}.kept-")).tempfile_in(folder)
}

/// Takes out what was left half written in a folder a day before now, by the clock of its file system. What cannot be
/// taken out stays: nobody asked for it.
fn sweep(folder: &Path, now: SystemTime) {
    let (entries, _) = entries(folder, "");
    let old = |entry: &fs::DirEntry| {
        let modified = entry.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?;
        (modified + LEFT <= now).then_some(())
    };
    for entry in entries
        .iter()
        .filter(|entry| ours(&entry.file_name().to_string_lossy()))
    {
        if old(entry).is_some() {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Whether a name is one of those given here.
pub(in crate::store) fn ours(name: &str) -> bool {
    let rest = name.strip_prefix(PREFIX);
    rest.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use std::fs::File;

    #[test]
    fn what_was_left_half_written_is_swept_a_day_later_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::UNIX_EPOCH + 1_000 * LEFT;
        let made = |name: &str, age: Duration| {
            let path = folder.path().join(name);
            fs::write(&path, "text").unwrap();
            let file = File::options().write(true).open(&path).unwrap();
            file.set_modified(now - age).unwrap();
        };
        let hour = Duration::from_secs(3600);
        made(".greenroom-aB3x9Z", LEFT);
        made(".greenroom-young1", 23 * hour);
        made(".greenroom-notes-of-mine", 9 * LEFT);
        made(".greenroom-", 9 * LEFT);
        made("a.md.kept-aB3x9Z", 9 * LEFT);
        made("a.md", 9 * LEFT);
        fs::create_dir(folder.path().join(".greenroom-folder")).unwrap();
        sweep(folder.path(), now);
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let stay = [
            ".greenroom-",
            ".greenroom-folder",
            ".greenroom-notes-of-mine",
            ".greenroom-young1",
            "a.md",
            "a.md.kept-aB3x9Z",
        ];
        assert_eq!(left, stay);
    }

    #[test]
    fn the_first_file_written_in_a_folder_sweeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".greenroom-aB3x9Z");
        fs::write(&left, "text").unwrap();
        let file = File::options().write(true).open(&left).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        crate::store::files::atomic::replace(&folder.path().join("a.md"), b"text").unwrap();
        assert!(!left.exists());
    }
}
