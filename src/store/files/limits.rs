//! What a file may be, looked at before any parser sees it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::said::Said;
use crate::domain::problem::{Problem, Unread};

/// The largest file that is read, in bytes.
pub const FILE_BYTES: u64 = 8 << 20;
/// The largest draft that is written or read, in bytes: two of the largest texts, one of them as JSON writes it.
pub const DRAFT_BYTES: u64 = 8 * FILE_BYTES;
/// The longest line of a log that is written or read, in bytes.
pub const LINE_BYTES: usize = 64 << 10;
/// Questions read in all.
pub const QUESTIONS: usize = 100_000;
/// Answers read in all.
pub const ANSWERS: usize = 10_000;

/// Reads a file as text within the limits. `shown` is the path as people read it.
///
/// # Errors
/// The problem: not there, no permission, not a file, too large, not UTF-8 (with the line).
pub fn read_text(path: &Path, shown: &str) -> Result<String, Problem> {
    as_text(read_bytes(path, shown)?, shown)
}

/// Reads a draft, which holds a text and the one it began from, as text within its own limit.
///
/// # Errors
/// The problem, as of [`read_text`].
pub(in crate::store) fn read_draft(path: &Path, shown: &str) -> Result<String, Problem> {
    as_text(read_up_to(DRAFT_BYTES, path, shown)?, shown)
}

fn as_text(bytes: Vec<u8>, shown: &str) -> Result<String, Problem> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count() + 1;
        Problem::line(
            shown,
            line,
            "the text is not valid UTF-8",
            "Save it as UTF-8 in your editor",
        )
        .leaves(Unread::Whole)
    })?;
    // What a machine that lost its power leaves of a file that was about to be written.
    let end = text.trim_end_matches(|c: char| c == '\0' || c.is_whitespace());
    if text[end.len()..].contains('\0') {
        let what = "the file ends in zero bytes, so it was not written to its end";
        return Err(Problem::file(
            shown,
            what,
            "Bring it back from a backup, or take them out",
        ));
    }
    Ok(text)
}

/// Whether nothing is written in a text.
pub(in crate::store) fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{feff}')
}

/// The problem of a file in which nothing is written, though it may have been something.
pub(in crate::store) fn empty(shown: &str) -> Problem {
    Problem::file(shown, "the file is empty", "Bring it back from a backup, or delete it")
}

/// Reads a file as text within the limits; none where there is no file of that name. A link that leads nowhere is one.
///
/// # Errors
/// The problem, as of [`read_text`].
pub fn read_if_there(path: &Path, shown: &str) -> Result<Option<String>, Problem> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        _ => read_text(path, shown).map(Some),
    }
}

/// Reads a file's bytes within the limits.
///
/// # Errors
/// The problem: not there, no permission, not a file, too large.
pub fn read_bytes(path: &Path, shown: &str) -> Result<Vec<u8>, Problem> {
    read_up_to(FILE_BYTES, path, shown)
}

/// Reads notes that are brought in, which may be longer than any file of the home.
///
/// # Errors
/// The problem, as of [`read_bytes`].
pub(in crate::store) fn read_notes(path: &Path, shown: &str) -> Result<Vec<u8>, Problem> {
    read_up_to(crate::import::LIMIT as u64, path, shown)
}

/// The bytes of a regular file of at most so many.
///
/// # Errors
/// The problem with it.
pub(in crate::store) fn read_up_to(most: u64, path: &Path, shown: &str) -> Result<Vec<u8>, Problem> {
    let unreadable = |error: &io::Error| Problem::file(shown, reason(error), remedy(error));
    let meta = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !meta.is_file() {
        return Err(Problem::file(
            shown,
            "it is not a regular file",
            "Put a plain file in its place",
        ));
    }
    if meta.len() > most {
        return Err(too_large(most, shown, meta.len()));
    }
    let mut bytes = Vec::with_capacity(meta.len() as usize + 1);
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > most {
        return Err(too_large(most, shown, bytes.len() as u64));
    }
    Ok(bytes)
}

fn too_large(most: u64, shown: &str, bytes: u64) -> Problem {
    let (bytes, most) = (bytes >> 20, most >> 20);
    Problem::file(
        shown,
        format!("the file is too large, {bytes} MB; at most {most} MB are read"),
        "Split it, or move it out of the folder",
    )
}

/// What an error of the system means, in words.
pub fn reason(error: &io::Error) -> String {
    if let Some(Said(what)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        return what.clone();
    }
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::FileTooLarge => "a limit on file size was reached".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::QuotaExceeded => "your disk quota is used up".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_lowercase()
        }
    }
}

/// What to do about an error of the system.
pub fn remedy(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "Check the path",
        io::ErrorKind::AlreadyExists => "Choose another name, or move that away",
        io::ErrorKind::PermissionDenied => "Give yourself permission to it, for instance with chmod u+rw",
        io::ErrorKind::StorageFull | io::ErrorKind::FileTooLarge | io::ErrorKind::QuotaExceeded => {
            "Make room on the disk, then try again"
        }
        _ => "Check the disk and the path",
    }
    .to_owned()
}

/// Refuses what would be written and not read again.
///
/// # Errors
/// Of a file that is larger than what is read.
pub(in crate::store) fn small_enough(bytes: &[u8]) -> io::Result<()> {
    if bytes.len() as u64 <= FILE_BYTES {
        return Ok(());
    }
    let what = "it is larger than 8 MB and could not be read again; split it in two".to_owned();
    Err(io::Error::new(io::ErrorKind::InvalidInput, Said(what)))
}

/// What the system said of a file, as a problem with its path.
pub(in crate::store) fn problem(path: &str, error: &io::Error) -> Problem {
    Problem::file(path, reason(error), remedy(error))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_not_utf8_is_named_with_its_line_and_one_that_was_not_written_to_its_end_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, b"one\ntwo \xff\n").unwrap();
        assert_eq!(read_text(&path, "a").unwrap_err().line, Some(2));
        for (bytes, good) in [
            (&b"\0\0\0\0"[..], false),
            (b"a: b\n\0\0\n", false),
            (b"a: b\0\n\n", false),
            (b"a: \0 b\n", true),
            (b"", true),
        ] {
            fs::write(&path, bytes).unwrap();
            let read = read_text(&path, "a").map_err(|problem| problem.unread);
            assert_eq!(read.is_ok(), good, "{bytes:?}");
            assert!(good || read == Err(Unread::Whole), "{bytes:?}");
        }
        assert_eq!(
            read_text(folder.path(), "x").unwrap_err().what,
            "it is not a regular file"
        );
    }
}
