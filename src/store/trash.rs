//! Answers and notes that were thrown away, and their way back: `<state>/trash/<time>-<name>`.

use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;

use super::document::problem;
use super::intake::REST;
use super::limits::read_bytes;
use super::places::{Places, files};
use super::save::{Said, sync_folder, write_new};
use crate::domain::problem::Problem;
use crate::domain::saving::Trashed;

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
    let mut number = 1;
    let name = loop {
        let more = if number == 1 {
            String::new()
        } else {
            format!(".{number}")
        };
        let name = format!("{time}{more}-{own}");
        match write_new(&folder(places).join(&name), &bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
            Err(error) => return Err(problem(&folder(places).join(&name).display().to_string(), &error)),
            Ok(()) => break name,
        }
    };
    if let Err(error) = remove_as_read(&file, &bytes) {
        let copy = fs::remove_file(folder(places).join(&name));
        drop(copy);
        return Err(problem(path, &error));
    }
    let path = path.to_owned();
    Ok(Trashed { path, name })
}

/// Removes a file that still holds what was copied.
fn remove_as_read(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(file)? != bytes {
        let what = "it was changed at this moment; try again";
        return Err(io::Error::other(Said(what.to_owned())));
    }
    fs::remove_file(file)?;
    let synced = file.parent().map_or(Ok(()), sync_folder);
    drop(synced);
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
    let mut number = 1;
    loop {
        let path = match number {
            1 => trashed.path.clone(),
            _ => format!("{stem}-{number}{ending}"),
        };
        match write_new(&places.home.join(&path), &bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1_000 => number += 1,
            Err(error) => return Err(problem(&path, &error)),
            Ok(()) => {
                let removed = fs::remove_file(&copy);
                drop(removed);
                return Ok(path);
            }
        }
    }
}

/// What was thrown away last and is still in the trash.
pub fn last(places: &Places) -> Option<Trashed> {
    let newest = files(&folder(places), "md").pop()?;
    let name = newest.file_name()?.to_str()?.to_owned();
    let (_, own) = name.split_once('-')?;
    let home = if own.ends_with(REST) { "imports" } else { "answers" };
    let path = format!("{home}/{own}");
    Some(Trashed { path, name })
}

fn folder(places: &Places) -> std::path::PathBuf {
    places.state.join("trash")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

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
        assert_eq!(last(&places), None);
        let trashed = throw_away(&places, "answers/a-b.md", Timestamp::UNIX_EPOCH).unwrap();
        assert!(!file.exists());
        assert_eq!(last(&places), Some(trashed.clone()));
        write_new(&file, b"another").unwrap();
        let second = throw_away(&places, "answers/a-b.md", Timestamp::UNIX_EPOCH).unwrap();
        assert_ne!(second.name, trashed.name);
        assert_eq!(last(&places).unwrap().path, "answers/a-b.md");
        assert_eq!(restore(&places, &trashed), Ok("answers/a-b.md".to_owned()));
        assert_eq!(fs::read(&file).unwrap(), bytes);
        assert_eq!(restore(&places, &second), Ok("answers/a-b-2.md".to_owned()));
        assert!(restore(&places, &second).is_err());
        assert!(throw_away(&places, "answers/none.md", Timestamp::UNIX_EPOCH).is_err());
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
            assert_eq!(restore(&places, &last(&places).unwrap()).unwrap(), back);
        }
        assert_eq!(last(&places), None);
    }
}
