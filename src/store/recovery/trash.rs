//! Answers and notes that were thrown away, and their way back: `<state>/trash/<time>-<name>`.
//!
//! Bounded: what was thrown away more than 180 days ago goes, then the oldest of what is over 20 MB in all. It is looked
//! through when something is thrown away, and what was thrown away last always stays.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::domain::problem::Problem;
use crate::domain::saved_file::{InTrash, Trashed};
use crate::store::answers::parse;
use crate::store::files::atomic::{numbered, sync_folder, write_under};
use crate::store::files::folders::files;
use crate::store::files::limits::{problem, read_bytes, read_text};
use crate::store::files::places::Places;
use crate::store::files::said::Said;
use crate::store::import::notes::REST;

/// How long something stays in the trash.
const AGE: SignedDuration = SignedDuration::from_hours(180 * 24);
/// Bytes that stay in the trash.
const BYTES: u64 = 20 << 20;
/// The time at the beginning of a name, in UTC.
const STAMP: &str = "%Y%m%dT%H%M%S%.f";

/// Moves an answer file to the trash: its bytes are there and on the disk before the file goes. Of a link only the
/// link goes.
///
/// # Errors
/// The problem; the file is where it was.
pub fn throw_away(places: &Places, path: &str, now: Timestamp) -> Result<Trashed, Problem> {
    let file = places.home.join(path);
    let bytes = read_bytes(&file, path)?;
    let own = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    let time = now.strftime("%Y%m%dT%H%M%S%.3fZ");
    let names = (1..=100).map(|n| format!("{time}{}-{own}", numbered('.', n)));
    let trash = folder(places);
    let shown = |name: String| trash.join(name).display().to_string();
    let name = write_under(&trash, names, &bytes).map_err(|(name, error)| problem(&shown(name), &error))?;
    if let Err(error) = remove_as_read(&file, &bytes) {
        fs::remove_file(trash.join(&name)).ok();
        return Err(problem(path, &error));
    }
    prune(places, now);
    let path = path.to_owned();
    Ok(Trashed { path, name })
}

fn prune(places: &Places, now: Timestamp) {
    let (mut all, _) = thrown(places);
    all.pop();
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |meta| meta.len());
    let mut bytes: u64 = all.iter().map(size).sum();
    for path in all {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let old = time_of(&name).is_some_and(|time| now.duration_since(time) > AGE);
        if old || bytes > BYTES {
            bytes -= size(&path).min(bytes);
            fs::remove_file(&path).ok();
        }
    }
}

/// What is in the trash, the newest first, and what hinders to see more of it. One that cannot be read as an answer has
/// the name of its file.
pub fn list(places: &Places) -> (Vec<InTrash>, Vec<Problem>) {
    let (all, problems) = thrown(places);
    let listed = all.into_iter().rev().filter_map(|path| {
        let file = trashed(path.file_name()?.to_str()?)?;
        let text = read_text(&path, &file.path);
        let answer = text.and_then(|text| parse(&text, &file.path)).ok();
        let named = answer.filter(|_| !file.path.ends_with(REST));
        let own = file.path.rsplit('/').next().unwrap_or_default();
        Some(InTrash {
            title: named.map_or_else(|| own.to_owned(), |(answer, _)| answer.title),
            time: time_of(&file.name)?,
            file,
        })
    });
    (listed.collect(), problems)
}

/// The files of the trash, the oldest first.
fn thrown(places: &Places) -> (Vec<PathBuf>, Vec<Problem>) {
    let folder = folder(places);
    files(&folder, &folder.display().to_string(), &["md"])
}

/// Removes a file that still holds what was copied.
fn remove_as_read(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(file)? != bytes {
        let what = "it was changed at this moment; try again";
        return Err(io::Error::other(Said(what.to_owned())));
    }
    fs::remove_file(file)?;
    file.parent().map_or(Ok(()), sync_folder).ok();
    Ok(())
}

/// Brings an answer back from the trash, and says its path: the one it had, or with a number where that is taken.
///
/// # Errors
/// The problem; it is still in the trash.
pub fn restore(places: &Places, trashed: &Trashed) -> Result<String, Problem> {
    let copy = folder(places).join(&trashed.name);
    let bytes = read_bytes(&copy, &copy.display().to_string())?;
    let ending = if trashed.path.ends_with(REST) { REST } else { ".md" };
    let stem = trashed.path.strip_suffix(ending).unwrap_or(&trashed.path);
    let names = (2..=1_000).map(|n| format!("{stem}-{n}{ending}"));
    let names = std::iter::once(trashed.path.clone()).chain(names);
    let path = write_under(&places.home, names, &bytes).map_err(|(path, error)| problem(&path, &error))?;
    fs::remove_file(&copy).ok();
    Ok(path)
}

/// What was thrown away last and is still in the trash.
///
/// # Errors
/// The problem of a trash that cannot be looked into.
pub fn last(places: &Places) -> Result<Option<Trashed>, Problem> {
    let (mut all, problems) = thrown(places);
    match problems.into_iter().next() {
        Some(problem) => Err(problem),
        None => Ok(all.pop().and_then(|newest| trashed(newest.file_name()?.to_str()?))),
    }
}

/// What a file of the trash was.
fn trashed(name: &str) -> Option<Trashed> {
    let (_, own) = name.split_once('-')?;
    let home = if own.ends_with(REST) { "imports" } else { "answers" };
    Some(Trashed {
        path: format!("{home}/{own}"),
        name: name.to_owned(),
    })
}

/// When a file of the trash was thrown away.
fn time_of(name: &str) -> Option<Timestamp> {
    let (time, _) = name.split_once('Z')?;
    let time = DateTime::strptime(STAMP, time).ok()?;
    TimeZone::UTC.to_timestamp(time).ok()
}

fn folder(places: &Places) -> std::path::PathBuf {
    places.state.join("trash")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::store::files::atomic::write_new;

    #[test]
    fn what_was_thrown_away_comes_back_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let file = places.answers().join("a-b.md");
        let bytes = b"\xef\xbb\xbfText \xff\r\n";
        write_new(&file, bytes).unwrap();
        assert_eq!(last(&places), Ok(None));
        let trashed = throw_away(&places, "answers/a-b.md", Timestamp::UNIX_EPOCH).unwrap();
        assert!(!file.exists());
        assert_eq!(last(&places), Ok(Some(trashed.clone())));
        write_new(&file, b"another").unwrap();
        let second = throw_away(&places, "answers/a-b.md", Timestamp::UNIX_EPOCH).unwrap();
        assert_ne!(second.name, trashed.name);
        assert_eq!(last(&places).unwrap().unwrap().path, "answers/a-b.md");
        assert_eq!(restore(&places, &trashed), Ok("answers/a-b.md".to_owned()));
        assert_eq!(fs::read(&file).unwrap(), bytes);
        assert_eq!(restore(&places, &second), Ok("answers/a-b-2.md".to_owned()));
        assert!(restore(&places, &second).is_err());
        assert!(throw_away(&places, "answers/none.md", Timestamp::UNIX_EPOCH).is_err());
    }

    #[test]
    fn the_trash_is_listed_and_bounded_by_age_and_size() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let day = |n: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * n);
        let throw = |name: &str, text: &str, n: i64| {
            let path = format!("answers/{name}.md");
            write_new(&places.home.join(&path), text.as_bytes()).unwrap();
            throw_away(&places, &path, day(n)).unwrap()
        };
        let titles = || {
            list(&places)
                .0
                .into_iter()
                .map(|thrown| thrown.title)
                .collect::<Vec<_>>()
        };
        assert_eq!(list(&places), (vec![], vec![]));
        throw("a-b", "---\ntitle: The first\n---\n", 0);
        throw("odd", "---\n[\n---\n", 179);
        assert_eq!(titles(), ["odd.md", "The first"]);
        assert_eq!(list(&places).0[0].time, day(179));
        throw("c", "---\ntitle: Third\n---\n", 181);
        assert_eq!(titles(), ["Third", "odd.md"]);
        for n in 0..4 {
            throw(
                &format!("large{n}"),
                &format!("---\ntitle: L{n}\n---\n{}", "x".repeat(7 << 20)),
                190 + n,
            );
        }
        assert_eq!(titles(), ["L3", "L2", "L1"], "20 MB beside the newest");
        throw("late", "---\ntitle: Late\n---\n", 1_000);
        assert_eq!(titles(), ["Late"], "the newest stays however old it is");
        assert!(restore(&places, &last(&places).unwrap().unwrap()).is_ok());
    }

    #[test]
    fn a_note_goes_back_to_its_own_folder_and_stays_a_note() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let path = "imports/a-b.txt.rest.md";
        for text in [b"one", b"two"] {
            write_new(&places.home.join(path), text).unwrap();
            throw_away(&places, path, Timestamp::UNIX_EPOCH).unwrap();
        }
        for back in [path, "imports/a-b.txt-2.rest.md"] {
            assert_eq!(restore(&places, &last(&places).unwrap().unwrap()).unwrap(), back);
        }
        assert_eq!(last(&places), Ok(None));
    }
}
