//! A home into one document.

use std::fs::DirEntry;
use std::path::{Path, PathBuf};

use super::document::{Document, HomeFile, Missing, VERSION};
use super::shape::{DEPTH, FOLDERS, at_the_top};
use crate::domain::problem::{Problem, Unread};
use crate::store::files::folders::{entries, hidden};
use crate::store::files::limits::{DRAFT_BYTES, read_up_to};
use crate::store::files::places::Places;

/// A home as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The document.
    pub text: String,
    /// What could not be read, and so is not in it.
    pub missing: Vec<Problem>,
}

/// Whether there is nothing to take.
pub fn is_empty(places: &Places) -> bool {
    let (paths, missing) = paths(places);
    paths.is_empty() && missing.is_empty()
}

/// The files of a home, by path, and what cannot be looked into.
fn paths(places: &Places) -> (Vec<PathBuf>, Vec<Problem>) {
    let (entries, mut missing) = entries(&places.home, "");
    let ours = |entry: &&DirEntry| entry.file_name().to_str().is_some_and(at_the_top);
    let mut paths: Vec<PathBuf> = entries.iter().filter(ours).map(DirEntry::path).collect();
    for folder in FOLDERS {
        walk(places, &places.home.join(folder), DEPTH - 1, &mut paths, &mut missing);
    }
    paths.sort();
    (paths, missing)
}

/// Every file of a home as one document: settings, banks, answers, interviews, the log, imports. Hidden files, recordings
/// and what only this machine keeps are no part of it.
pub fn take(places: &Places) -> Taken {
    let (paths, mut missing) = paths(places);
    let mut files = Vec::new();
    for path in paths {
        let shown = places.shown(&path);
        if path.to_str().is_none() {
            let what = "its name is not text";
            missing.push(Problem::file(shown, what, "Give it another name").leaves(Unread::Whole));
            continue;
        }
        match read_up_to(DRAFT_BYTES, &path, &shown) {
            Ok(bytes) => files.push(HomeFile::of(shown, bytes)),
            Err(problem) => missing.push(problem),
        }
    }
    let said = |problem: &Problem| Missing {
        path: problem.path.clone(),
        what: problem.what.clone(),
    };
    let document = Document {
        greenroom_home: VERSION,
        files,
        missing: missing.iter().map(said).collect(),
    };
    let text = serde_json::to_string_pretty(&document).unwrap_or_default();
    Taken {
        text: text + "\n",
        missing,
    }
}

/// Whether a folder has the name of a file of a home, and so stands in its place.
fn named_as_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["md", "yaml", "yml", "jsonl"].contains(&ending))
}

/// The files below a folder; a folder that cannot be looked into is missing.
fn walk(places: &Places, folder: &Path, depth: usize, found: &mut Vec<PathBuf>, missing: &mut Vec<Problem>) {
    let shown = places.shown(folder);
    if depth == 0 {
        let what = "it lies deeper than a home goes";
        missing.push(Problem::file(shown, what, "Move it up, or out of your folder").leaves(Unread::Whole));
        return;
    }
    let (entries, problems) = entries(folder, &shown);
    missing.extend(problems);
    for entry in entries.iter().filter(|entry| !hidden(entry)) {
        let path = entry.path();
        if path.is_dir() && !named_as_file(&path) {
            walk(places, &path, depth - 1, found, missing);
        } else {
            found.push(path);
        }
    }
}
