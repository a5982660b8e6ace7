//! Earlier texts of answers, each under the hash of its text: `<state>/versions/<answer id>/<hash>`.
//!
//! Bounded: the newest 50 of an answer, and 20 MB in all, the oldest going first. The time of a version is the time of
//! its file, which is set when it is kept.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;

use crate::domain::answer::words_in;
use crate::domain::problem::Problem;
use crate::domain::saved_file::Version;
use crate::markup::document::front_matter;
use crate::store::answers::version;
use crate::store::files::atomic::write_new;
use crate::store::files::folders::entries;
use crate::store::files::limits::{problem, read_text, reason, remedy};
use crate::store::files::places::Places;

/// Versions kept of one answer.
const OF_ONE: usize = 50;
/// Bytes kept in all.
const BYTES: u64 = 20 << 20;

/// Keeps a text of an answer; one that is kept already becomes the newest.
///
/// # Errors
/// The problem, with the place.
pub fn keep(places: &Places, id: &str, text: &str, now: Timestamp) -> Result<(), Problem> {
    let folder = folder(places, id);
    let path = folder.join(version(text));
    keep_at(&path, text, now).map_err(|error| {
        let remedy = remedy(&error);
        Problem::file(path.display().to_string(), reason(&error), remedy)
    })?;
    prune(&places.state.join("versions"), &folder);
    Ok(())
}

/// The versions kept of an answer, the newest first, and what hinders to list more of them.
pub fn list(places: &Places, id: &str) -> (Vec<Version>, Vec<Problem>) {
    let (kept, mut problems) = kept(&folder(places, id));
    let mut versions = Vec::new();
    for kept in kept.into_iter().rev() {
        match version_of(&kept) {
            Ok(version) => versions.extend(version),
            Err(problem) => problems.push(problem),
        }
    }
    (versions, problems)
}

fn version_of(kept: &VersionFile) -> Result<Option<Version>, Problem> {
    let text = read_text(&kept.path, &kept.path.display().to_string())?;
    let (_, body) = front_matter(&text);
    let (Some(hash), Ok(time)) = (kept.path.file_name(), Timestamp::try_from(kept.time)) else {
        return Ok(None);
    };
    Ok(Some(Version {
        hash: hash.to_string_lossy().into_owned(),
        time,
        words: words_in(&text[body..]),
    }))
}

/// The text of a version.
///
/// # Errors
/// The problem: it is not kept any more, or it is not what its name says.
pub fn read(places: &Places, id: &str, hash: &str) -> Result<String, Problem> {
    let path = folder(places, id).join(hash);
    let shown = path.display().to_string();
    let gone = |error: io::Error| error.kind() == io::ErrorKind::NotFound;
    if !is_hash(hash) || path.symlink_metadata().is_err_and(gone) {
        let remedy =
            "Versions are kept up to 50 an answer and 20 MB in all; this one is older, or from another machine";
        return Err(Problem::file(shown, "this version is not kept here", remedy));
    }
    let text = read_text(&path, &shown)?;
    if version(&text) == hash {
        Ok(text)
    } else {
        Err(Problem::file(shown, "this version is damaged", "Delete the file"))
    }
}

/// The folder of an answer's versions; an id that would not do as a name goes by its hash.
fn folder(places: &Places, id: &str) -> PathBuf {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fits = (1..=64).contains(&id.len()) && id.chars().all(plain);
    let name = if fits {
        id.to_owned()
    } else {
        format!("id_{}", version(id))
    };
    places.state.join("versions").join(name)
}

fn is_hash(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn keep_at(path: &Path, text: &str, now: Timestamp) -> io::Result<()> {
    match write_new(path, text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        done => done?,
    }
    let time = SystemTime::UNIX_EPOCH + Duration::try_from(now.as_duration()).unwrap_or_default();
    File::options().write(true).open(path)?.set_modified(time)
}

/// A version's file.
struct VersionFile {
    time: SystemTime,
    path: PathBuf,
    bytes: u64,
}

/// The versions of a folder, the oldest first, and what hinders to find more.
fn kept(folder: &Path) -> (Vec<VersionFile>, Vec<Problem>) {
    let (entries, mut problems) = entries(folder, &folder.display().to_string());
    let mut kept = Vec::new();
    for entry in entries {
        let meta = entry.metadata().and_then(|meta| Ok((meta.modified()?, meta.len())));
        match meta {
            _ if !entry.file_name().to_str().is_some_and(is_hash) => {}
            Ok((time, bytes)) => kept.push(VersionFile {
                time,
                path: entry.path(),
                bytes,
            }),
            Err(error) => problems.push(problem(&entry.path().display().to_string(), &error)),
        }
    }
    kept.sort_by(|a, b| (a.time, &a.path).cmp(&(b.time, &b.path)));
    (kept, problems)
}

fn prune(all: &Path, folder: &Path) {
    // What cannot be looked into is left alone.
    let (own, _) = kept(folder);
    remove(&own[..own.len().saturating_sub(OF_ONE)]);
    let (folders, _) = entries(all, "");
    let mut every: Vec<VersionFile> = folders.iter().flat_map(|entry| kept(&entry.path()).0).collect();
    every.sort_by_key(|kept| kept.time);
    let mut bytes: u64 = every.iter().map(|kept| kept.bytes).sum();
    let spare = every.iter().take_while(|kept| {
        let over = bytes > BYTES;
        bytes -= if over { kept.bytes } else { 0 };
        over
    });
    let spare = spare.count();
    remove(&every[..spare]);
}

fn remove(versions: &[VersionFile]) {
    for kept in versions {
        fs::remove_file(&kept.path).ok();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    fn places(folder: &tempfile::TempDir) -> Places {
        Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_kept_text_is_found_again_by_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        for id in ["k7m2qx", "file:answers/../x.md", "UPPER", ".."] {
            keep(&places, id, "---\nid: a\n---\n## Action\none two\n", at(10)).unwrap();
            keep(&places, id, "other", at(20)).unwrap();
            keep(&places, id, "---\nid: a\n---\n## Action\none two\n", at(30)).unwrap();
            let (versions, _) = list(&places, id);
            let seen: Vec<_> = versions.iter().map(|v| (v.time.as_second(), v.words)).collect();
            assert_eq!(seen, [(30, 2), (20, 1)]);
            assert_eq!(read(&places, id, &versions[1].hash), Ok("other".to_owned()));
        }
        assert_eq!(fs::read_dir(places.state.join("versions")).unwrap().count(), 4);
        assert!(read(&places, "k7m2qx", "../../../etc/pass").is_err());
        let path = places.state.join("versions/k7m2qx").join(version("other"));
        fs::write(&path, "altered").unwrap();
        assert_eq!(
            read(&places, "k7m2qx", &version("other")).unwrap_err().what,
            "this version is damaged"
        );
    }

    #[test]
    fn old_versions_go_first_and_there_is_a_bound() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(&folder);
        for n in 0..60 {
            keep(&places, "many", &format!("text {n}"), at(n)).unwrap();
        }
        let (versions, _) = list(&places, "many");
        assert_eq!((versions.len(), versions[49].time), (OF_ONE, at(10)));
        for n in 0..4 {
            let large = format!("{n}").repeat(6 << 20);
            keep(&places, &format!("large{n}"), &large, at(100 + n)).unwrap();
        }
        let left: Vec<usize> = (0..4).map(|n| list(&places, &format!("large{n}")).0.len()).collect();
        assert_eq!((left, list(&places, "many").0.len()), (vec![0, 1, 1, 1], 0));
    }
}
