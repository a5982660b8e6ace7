//! The trash of this machine: files of the home that were put away, and can be brought back.

use std::fs;
use std::io;
use std::path::{Component, Path};

use jiff::Timestamp;

use super::limits::{reason, remedy};
use super::places::Places;
use super::save::{make_folder, write_new};
use crate::domain::problem::Problem;

/// The folders whose files can be put away.
const FROM: [&str; 2] = ["answers", "imports"];

/// Moves a file of the home to the trash; answers with the name it has there.
///
/// # Errors
/// The problem; the file is then still where it was.
pub fn put_away(places: &Places, path: &str, now: Timestamp) -> Result<String, Problem> {
    let from = inside(places, path)?;
    let time = now.strftime("%Y%m%dT%H%M%S%.3fZ").to_string();
    let refused = |error: &io::Error| Problem::file(path, reason(error), remedy(error));
    from.symlink_metadata().map_err(|error| refused(&error))?;
    for number in 1..1_000 {
        let folder = if number == 1 {
            time.clone()
        } else {
            format!("{time}-{number}")
        };
        let name = format!("{folder}/{path}");
        let to = places.state.join("trash").join(&name);
        match relocate(&from, &to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(&error)),
            Ok(()) => return Ok(name),
        }
    }
    Err(Problem::file(path, "the trash has too many of this name", "Empty it"))
}

/// Moves a file from the trash back to where it was; a file that took its place is left alone.
///
/// # Errors
/// The problem; the file is then still in the trash.
pub fn bring_back(places: &Places, path: &str, name: &str) -> Result<(), Problem> {
    let to = inside(places, path)?;
    let from = places.state.join("trash").join(name);
    relocate(&from, &to).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Problem::file(
            path,
            "another file has this name now",
            format!("Rename that one; yours is {}", from.display()),
        ),
        _ => Problem::file(from.display().to_string(), reason(&error), remedy(&error)),
    })
}

fn inside(places: &Places, path: &str) -> Result<std::path::PathBuf, Problem> {
    let relative = Path::new(path);
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    if plain && FROM.iter().any(|folder| relative.starts_with(folder)) {
        return Ok(places.home.join(relative));
    }
    Err(Problem::file(
        path,
        "only answers and notes can be put away",
        "Move it yourself",
    ))
}

/// Moves a file without ever taking the place of another, to another disk if need be.
fn relocate(from: &Path, to: &Path) -> io::Result<()> {
    make_folder(to.parent().unwrap_or(Path::new(".")))?;
    match fs::hard_link(from, to) {
        Ok(()) => {}
        Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) => {
            return Err(error);
        }
        Err(_) => write_new(to, &fs::read(from)?)?,
    }
    fs::remove_file(from).inspect_err(|_| {
        let undone = fs::remove_file(to);
        drop(undone);
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_away_comes_back_and_never_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let path = places.answers().join("a.md");
        write_new(&path, b"one").unwrap();
        let first = put_away(&places, "answers/a.md", Timestamp::UNIX_EPOCH).unwrap();
        assert!(!path.exists());
        write_new(&path, b"two").unwrap();
        let problem = bring_back(&places, "answers/a.md", &first).unwrap_err();
        assert_eq!(problem.what, "another file has this name now");
        let second = put_away(&places, "answers/a.md", Timestamp::UNIX_EPOCH).unwrap();
        assert_ne!(first, second);
        bring_back(&places, "answers/a.md", &first).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert!(put_away(&places, "answers/b.md", Timestamp::UNIX_EPOCH).is_err());
    }

    #[test]
    fn nothing_outside_answers_and_notes_is_put_away() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        for path in ["greenroom.yaml", "answers/../greenroom.yaml", "/etc/passwd", ""] {
            assert!(put_away(&places, path, Timestamp::UNIX_EPOCH).is_err(), "{path}");
        }
    }
}
