//! Looking into folders: one that is not there has nothing in it, and whatever else hinders is a problem. Nobody else
//! reads a folder, so that what cannot be read never counts as nothing.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use super::limits::problem;
use super::said::{Said, leads_nowhere};
use crate::domain::problem::Problem;

/// What is in a folder, as far as it can be had, in no order; and what hinders. `shown` is its path as people read it.
pub(in crate::store) fn entries(folder: &Path, shown: &str) -> (Vec<DirEntry>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut say = |error: &io::Error| problems.push(problem(shown, error));
    let found = match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| entry.map_err(|error| say(&error)).ok())
            .collect(),
        Err(error) => {
            if let Some(error) = hindrance(folder, error) {
                say(&error);
            }
            Vec::new()
        }
    };
    (found, problems)
}

/// The files of a folder with one of these extensions, first by extension, then by name; hidden ones are left out. Also
/// what hinders.
pub(in crate::store) fn files(folder: &Path, shown: &str, extensions: &[&str]) -> (Vec<PathBuf>, Vec<Problem>) {
    let (entries, problems) = entries(folder, shown);
    let place = |path: &Path| {
        let own = path.extension()?;
        extensions.iter().position(|extension| own == *extension)
    };
    let seen = entries.iter().filter(|entry| !hidden(entry)).map(DirEntry::path);
    let mut placed: Vec<(usize, PathBuf)> = seen.filter_map(|path| Some((place(&path)?, path))).collect();
    placed.sort();
    (placed.into_iter().map(|(_, path)| path).collect(), problems)
}

/// Whether an entry is one that people do not see.
pub(in crate::store) fn hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Why a folder could not be read; none where it is not there. A link to nowhere, or one above it, is there.
fn hindrance(folder: &Path, error: io::Error) -> Option<io::Error> {
    if error.kind() != io::ErrorKind::NotFound {
        return Some(error);
    }
    let there = folder.ancestors().find(|path| path.symlink_metadata().is_ok())?;
    let to = fs::read_link(there).ok().filter(|_| !there.is_dir())?;
    Some(io::Error::new(error.kind(), Said(leads_nowhere(&to))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn only_a_folder_that_is_not_there_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("full")).unwrap();
        for name in ["b.yml", "c.yaml", "a.yaml", ".d.yaml", "e.md"] {
            fs::write(at("full").join(name), "").unwrap();
        }
        let (found, problems) = files(&at("full"), "full", &["yaml", "yml"]);
        assert_eq!(problems, []);
        assert_eq!(found, ["a.yaml", "c.yaml", "b.yml"].map(|name| at("full").join(name)));
        for none in ["none", "none/below"] {
            assert_eq!(files(&at(none), none, &["md"]), (vec![], vec![]));
        }
        symlink(at("elsewhere"), at("link")).unwrap();
        symlink(at("loop"), at("loop")).unwrap();
        for odd in [
            "full/e.md",
            "full/e.md/below",
            "link",
            "link/below",
            "loop",
            "loop/below",
        ] {
            let (found, problems) = files(&at(odd), odd, &["md"]);
            assert_eq!((found.len(), problems.len()), (0, 1), "{odd}");
            assert_eq!(problems[0].path, odd);
        }
        fs::create_dir(at("elsewhere")).unwrap();
        fs::write(at("elsewhere/f.md"), "").unwrap();
        assert_eq!(files(&at("link"), "link", &["md"]), (vec![at("link/f.md")], vec![]));
    }
}
