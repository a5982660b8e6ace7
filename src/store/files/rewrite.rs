//! Files of which the program writes some lines and the person the rest: read, changed and put in place by one run at a
//! time, and only over the text that was read.

use std::path::Path;

use super::atomic::{prepare, write_new};
use super::limits::{problem, read_if_there};
use super::lock::Lock;
use super::places::Places;
use crate::domain::problem::Problem;

/// How often a file that changed meanwhile is read again.
const TIMES: usize = 5;

/// Held while a file is saved, so that two runs on one machine do not save at the same moment. Where it cannot be had,
/// the comparison just before the file is replaced must do.
pub(in crate::store) struct Alone {
    _lock: Option<Lock>,
}

/// Waits until no other run saves. Whoever is alone must not ask for it again.
pub(in crate::store) fn alone(places: &Places) -> Alone {
    let lock = Lock::take(&places.state.join("lock")).ok();
    Alone { _lock: lock }
}

/// Puts the text that follows from a file's text in its place; a file that is not there is made.
///
/// # Errors
/// The problem, of reading, of `make`, or of writing; the file then is as it was.
pub(in crate::store) fn rewrite(
    places: &Places,
    path: &Path,
    make: impl Fn(Option<&str>) -> Result<String, Problem>,
) -> Result<(), Problem> {
    rewrite_alone(&alone(places), places, path, make)
}

/// The same for who is alone already.
///
/// # Errors
/// What `make` says, or the problem of reading or of writing; the file then is as it was.
pub(in crate::store) fn rewrite_alone<E: From<Problem>>(
    _alone: &Alone,
    places: &Places,
    path: &Path,
    make: impl Fn(Option<&str>) -> Result<String, E>,
) -> Result<(), E> {
    let shown = places.shown(path);
    let failed = |error: std::io::Error| E::from(problem(&shown, &error));
    for _ in 0..TIMES {
        let old = read_if_there(path, &shown)?;
        let new = make(old.as_deref())?;
        let Some(old) = old else {
            match write_new(path, new.as_bytes()) {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => continue,
                done => return done.map_err(failed),
            }
        };
        if new == old {
            return Ok(());
        }
        let ready = prepare(path, new.as_bytes()).map_err(failed)?;
        if read_if_there(path, &shown)?.as_ref() == Some(&old) {
            return ready.commit().map_err(failed);
        }
    }
    let problem = Problem::file(shown, "the file changes all the time", "Try again when it rests");
    Err(problem.into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::fs;

    #[test]
    fn what_somebody_else_wrote_meanwhile_is_read_again_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let path = places.home.join("a.yaml");
        let times = Cell::new(0);
        let add = |old: Option<&str>| {
            times.set(times.get() + 1);
            if times.get() < 3 {
                fs::create_dir_all(&places.home).unwrap();
                fs::write(&path, format!("theirs {}\n", times.get())).unwrap();
            }
            Ok(format!("{}mine\n", old.unwrap_or_default()))
        };
        rewrite(&places, &path, add).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs 2\nmine\n");
        assert_eq!(times.get(), 3);
        let refuse = |_: Option<&str>| Err(Problem::file("a.yaml", "no", ""));
        assert_eq!(rewrite(&places, &path, refuse).unwrap_err().what, "no");
        let change = |old: Option<&str>| {
            fs::write(&path, format!("{}.", old.unwrap())).unwrap();
            Ok("mine".to_owned())
        };
        assert!(rewrite(&places, &path, change).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs 2\nmine\n.....");
        assert_eq!(fs::read_dir(&places.home).unwrap().count(), 1);
    }

    #[test]
    fn runs_at_the_same_time_each_add_their_line() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let path = places.home.join("a.yaml");
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..10 {
                        let add = |old: Option<&str>| Ok(format!("{}x\n", old.unwrap_or_default()));
                        rewrite(&places, &path, add).unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&path).unwrap(), "x\n".repeat(40));
    }
}
