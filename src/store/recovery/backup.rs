//! Snapshots of the hand-editable files, taken before many of them change at once.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::store::files::atomic::{make_folder, write_new};
use crate::store::files::folders::entries;
use crate::store::files::places::Places;
use crate::store::files::said::Said;

/// Snapshots that are kept; older ones go.
const KEPT: usize = 20;

/// Copies settings, banks, answers and interviews to a new folder of the state; none when there is nothing to copy.
///
/// # Errors
/// What the system said; nothing else must then be changed.
pub fn snapshot(places: &Places, now: Timestamp) -> io::Result<Option<PathBuf>> {
    let mut files = Vec::new();
    for folder in ["questions", "answers", "interviews"] {
        collect(places, &places.home.join(folder), 0, &mut files)?;
    }
    if places.settings().is_file() {
        files.push(places.settings());
    }
    if files.is_empty() {
        return Ok(None);
    }
    let backups = places.state.join("backups");
    let target = backups.join(now.strftime("%Y%m%dT%H%M%S%.3fZ").to_string());
    make_folder(&target)?;
    for file in files {
        let Ok(relative) = file.strip_prefix(&places.home) else {
            continue;
        };
        match fs::read(&file) {
            Ok(bytes) => match write_new(&target.join(relative), &bytes) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            },
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            Err(error) => return Err(error),
        }
    }
    prune(&backups);
    Ok(Some(target))
}

fn collect(places: &Places, folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let (entries, problems) = entries(folder, &places.shown(folder));
    if let Some(problem) = problems.into_iter().next() {
        let what = format!("{} cannot be copied first, {}", problem.path, problem.what);
        return Err(io::Error::other(Said(what)));
    }
    for path in entries.iter().map(fs::DirEntry::path) {
        if path.is_dir() && depth < 2 {
            collect(places, &path, depth + 1, files)?;
        } else if path
            .metadata()
            .is_ok_and(|meta| meta.is_file() && meta.len() <= crate::store::files::limits::FILE_BYTES)
        {
            files.push(path);
        }
    }
    Ok(())
}

fn prune(backups: &Path) {
    let (entries, _) = entries(backups, "");
    let mut folders: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    folders.sort();
    let spare = folders.len().saturating_sub(KEPT);
    for folder in folders.into_iter().take(spare) {
        fs::remove_dir_all(folder).ok();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_holds_every_hand_editable_file_and_old_ones_go() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        assert_eq!(snapshot(&places, Timestamp::UNIX_EPOCH).unwrap(), None);
        write_new(&places.answers().join("a.md"), b"A").unwrap();
        for second in 0..25 {
            snapshot(&places, Timestamp::from_second(second).unwrap()).unwrap();
        }
        let kept = fs::read_dir(places.state.join("backups")).unwrap().count();
        assert_eq!(kept, KEPT);
        let last = places.state.join("backups/19700101T000024.000Z/answers/a.md");
        assert_eq!(fs::read(last).unwrap(), b"A");
    }
}
