//! Where notes come from: a file, a folder of files, what is piped in, or a path as a terminal types it when it is dropped.

use std::path::{Path, PathBuf};

use crate::domain::problem::Problem;
use crate::store::files::folders::entries;
use crate::store::files::limits::read_notes;

/// Endings of files in a folder that are looked into.
const ENDINGS: [&str; 17] = [
    "md", "markdown", "txt", "text", "org", "csv", "tsv", "tab", "json", "jsonl", "ndjson", "yaml", "yml", "docx",
    "odt", "xlsx", "ods",
];

/// Files of one folder at most.
const FILES: usize = 500;

/// How deep folders are looked into.
const DEPTH: usize = 4;

/// Notes to be brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Bytes that were piped in.
    Piped(Vec<u8>),
}

impl Source {
    /// The folder of a file, by its whole path.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        match self {
            Source::File(path) => std::path::absolute(path).ok()?.parent().map(Path::to_path_buf),
            Source::Piped(_) => None,
        }
    }

    /// How it is shown, the name its copy gets, and its bytes.
    ///
    /// # Errors
    /// The problem with the file.
    pub(super) fn read(&self) -> Result<(String, String, Vec<u8>), Problem> {
        match self {
            Source::File(path) => {
                let shown = path.display().to_string();
                let bytes = read_notes(path, &shown)?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                Ok((shown, name, bytes))
            }
            Source::Piped(bytes) => {
                let json = bytes
                    .iter()
                    .find(|byte| !byte.is_ascii_whitespace())
                    .is_some_and(|byte| matches!(byte, b'{' | b'['));
                let name = if json { "piped.json" } else { "piped.txt" };
                Ok((name.to_owned(), name.to_owned(), bytes.clone()))
            }
        }
    }
}

/// The path a person means by what a terminal types when a file is dropped on it: quoted, escaped or as an address.
pub fn dropped(typed: &str) -> PathBuf {
    let text = typed.trim();
    let quoted = ['\'', '"']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    if let Some(address) = quoted.unwrap_or(text).strip_prefix("file://") {
        return PathBuf::from(decoded(address.strip_prefix("localhost").unwrap_or(address)));
    }
    match quoted {
        Some(path) => PathBuf::from(path.replace("'\\''", "'")),
        None if Path::new(text).exists() => PathBuf::from(text),
        None => PathBuf::from(unescaped(text)),
    }
}

/// A text without the backslashes in front of its characters.
fn unescaped(text: &str) -> String {
    let mut found = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        found.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    found
}

/// A path of an address: `%20` is a blank. What is no such sign stays.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        if let Some(byte) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            found.push(byte);
            at += 3;
        } else {
            found.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&found).into_owned()
}

/// The files a path stands for: itself, or those in the folder that can be notes, by name.
///
/// # Errors
/// The problem with a folder that cannot be looked into, or in which there is nothing to bring.
pub fn files_of(path: &Path) -> Result<Vec<Source>, Problem> {
    if !path.is_dir() {
        return Ok(vec![Source::File(path.to_owned())]);
    }
    let mut found = Vec::new();
    walk(path, DEPTH, &mut found)?;
    found.sort_unstable();
    if found.is_empty() {
        return Err(Problem::file(
            path.display().to_string(),
            "there is no file of notes in this folder",
            "Bring text, Markdown, org, a document, a table or JSON",
        ));
    }
    found.truncate(FILES);
    Ok(found.into_iter().map(Source::File).collect())
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Problem> {
    let (entries, problems) = entries(folder, &folder.display().to_string());
    if let Some(problem) = problems.into_iter().next() {
        return Err(problem);
    }
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden || entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            continue;
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if path.is_dir() && depth > 0 {
            walk(&path, depth - 1, found)?;
        } else if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_path_is_understood_however_the_terminal_writes_it() {
        for typed in [
            "'/sea/my notes.txt' ",
            "\"/sea/my notes.txt\"",
            "/sea/my\\ notes.txt",
            "file:///sea/my%20notes.txt",
            " file://localhost/sea/my%20notes.txt",
            "/sea/my notes.txt",
        ] {
            assert_eq!(dropped(typed), Path::new("/sea/my notes.txt"), "{typed}");
        }
        assert_eq!(dropped("'/sea/it'\\''s.txt'"), Path::new("/sea/it's.txt"));
        assert_eq!(dropped("file:///sea/100%.txt"), Path::new("/sea/100%.txt"));
    }

    #[test]
    fn a_folder_stands_for_the_notes_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let sea = folder.path().join("sea");
        std::fs::create_dir(&sea).unwrap();
        for name in ["b.md", "a.TXT", "boat.png", ".hidden.md"] {
            std::fs::write(sea.join(name), "x").unwrap();
        }
        let found = files_of(folder.path()).unwrap();
        assert_eq!(found, [Source::File(sea.join("a.TXT")), Source::File(sea.join("b.md"))]);
        std::fs::remove_file(sea.join("a.TXT")).unwrap();
        std::fs::remove_file(sea.join("b.md")).unwrap();
        assert!(files_of(folder.path()).unwrap_err().what.contains("no file of notes"));
    }

    #[test]
    fn what_is_piped_in_is_json_where_it_begins_so() {
        let name = |bytes: &[u8]| Source::Piped(bytes.to_vec()).read().unwrap().1;
        assert_eq!(name(b" {\"a\": 1}"), "piped.json");
        assert_eq!(name(b"Why boats?"), "piped.txt");
    }
}
