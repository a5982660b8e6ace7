//! A home out of one document: what is not here yet is written, what is here is never changed.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::document::{Document, VERSION};
use super::shape::inside;
use crate::domain::problem::Problem;
use crate::store::answers;
use crate::store::files::atomic::write_new;
use crate::store::files::limits::problem;
use crate::store::files::places::Places;
use crate::store::files::rewrite::alone;
use crate::store::import::Made;
use crate::store::import::undo::{Watch, keep};
use crate::store::recovery::backup::snapshot;

/// Files of one document at most.
const MOST: usize = 200_000;

/// What a document brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Files that are new.
    pub new: Vec<String>,
    /// Files that were here with these bytes.
    pub same: usize,
    /// Files that are here with other bytes: they stay as they are.
    pub differ: Vec<String>,
    /// What was not in the document when it was made.
    pub missing: Vec<String>,
}

/// A file of the document, and where it goes.
struct NewFile {
    inside: PathBuf,
    bytes: Vec<u8>,
}

/// What a document would bring.
///
/// # Errors
/// The problem with the document, or with the home.
pub fn compare(places: &Places, name: &str, bytes: &[u8]) -> Result<Arrived, Problem> {
    plan(places, name, bytes).map(|(brought, _)| brought)
}

/// Brings the files of a document that are not here; what is here is never changed. What it made can be taken back as any
/// import.
///
/// # Errors
/// The problem with the document, found before anything is written, or with a file; what was written before it stays.
pub fn bring(places: &Places, name: &str, bytes: &[u8], now: Timestamp) -> Result<Arrived, Problem> {
    let alone = alone(places);
    let (brought, steps) = plan(places, name, bytes)?;
    snapshot(places, now).map_err(|error| problem("backups", &error))?;
    let mut watch = Watch::begin_at(places, &folders(&steps));
    let written = steps.iter().try_for_each(|step| {
        let path = places.home.join(&step.inside);
        write_new(&path, &step.bytes).map_err(|error| problem(&step.inside.display().to_string(), &error))?;
        watch.made(places, &path);
        Ok(())
    });
    let mut made = Made::default();
    made.and(watch.end(places));
    keep(places, &made)?;
    drop(alone);
    written.map(|()| brought)
}

/// What a document brings, and the files to write for it.
fn plan(places: &Places, name: &str, bytes: &[u8]) -> Result<(Arrived, Vec<NewFile>), Problem> {
    let document = read(name, bytes)?;
    let mut brought = Arrived {
        missing: document.missing.into_iter().map(|missing| missing.path).collect(),
        ..Arrived::default()
    };
    let ids = ids(places);
    let mut steps: Vec<NewFile> = Vec::new();
    let mut seen: HashSet<PathBuf> = HashSet::new();
    for entry in document.files {
        let shown = entry.path.clone();
        let wrong = |what: &str| Problem::file(name, format!("{shown}: {what}"), REMEDY);
        let path = inside(&shown).ok_or_else(|| wrong("it is no path of a home"))?;
        let bytes = entry.bytes().ok_or_else(|| wrong("its text is not what it says"))?;
        if !seen.insert(path.clone()) {
            return Err(wrong("it stands there twice"));
        }
        match here(places, &path, &bytes, &ids)? {
            Found::Same => brought.same += 1,
            Found::Other => brought.differ.push(shown),
            Found::Not(inside) => {
                brought.new.push(inside.display().to_string());
                steps.push(NewFile { inside, bytes });
            }
        }
    }
    Ok((brought, steps))
}

const REMEDY: &str = "Make it again with `greenroom export json`";

/// The document in some bytes.
fn read(name: &str, bytes: &[u8]) -> Result<Document, Problem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let document: Document = serde_json::from_slice(bytes).map_err(|error| {
        let what = format!("it is no whole document of a home: {error}");
        Problem::line(name, error.line().max(1), what, REMEDY)
    })?;
    if document.greenroom_home != VERSION {
        let what = format!("it is of version {}", document.greenroom_home);
        return Err(Problem::file(name, what, "Bring it with a later greenroom"));
    }
    if document.files.len() > MOST {
        let what = format!("it has more than the {MOST} files a home may have");
        return Err(Problem::file(name, what, REMEDY));
    }
    Ok(document)
}

/// How a file of the document is here.
enum Found {
    /// With the same bytes.
    Same,
    /// With other bytes, or under another name with other bytes.
    Other,
    /// Not at all; it goes here.
    Not(PathBuf),
}

fn here(places: &Places, path: &Path, bytes: &[u8], ids: &HashMap<String, PathBuf>) -> Result<Found, Problem> {
    let there = |path: &Path| match fs::read(places.home.join(path)) {
        Ok(there) => Ok(Some(there)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(problem(&path.display().to_string(), &error)),
    };
    let same = |there: &[u8]| if there == bytes { Found::Same } else { Found::Other };
    if let Some(there) = there(path)? {
        // Runs are added to and never changed: another text of one is kept beside it, and the history is that of both.
        return match same(&there) {
            Found::Other if path.starts_with("log") => beside(places, path, bytes),
            found => Ok(found),
        };
    }
    let renamed = path
        .starts_with("answers")
        .then(|| id_of(bytes, path))
        .flatten()
        .and_then(|id| ids.get(&id));
    match renamed {
        Some(other) => Ok(there(other)?.map_or(Found::Not(path.to_owned()), |there| same(&there))),
        None => Ok(Found::Not(path.to_owned())),
    }
}

/// Where another text of a run goes: under the next free name, unless it stands there already.
fn beside(places: &Places, path: &Path, bytes: &[u8]) -> Result<Found, Problem> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for number in 2..1000 {
        let other = path.with_file_name(format!("{stem}-{number}.jsonl"));
        match fs::read(places.home.join(&other)) {
            Ok(there) if there == bytes => return Ok(Found::Same),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Not(other)),
            Err(error) => return Err(problem(&other.display().to_string(), &error)),
        }
    }
    Ok(Found::Other)
}

/// The answers of the home by their ids.
fn ids(places: &Places) -> HashMap<String, PathBuf> {
    let (answers, _) = answers::load_folder(&places.answers(), "answers");
    let answers = answers.into_iter();
    answers
        .map(|answer| (answer.id.as_str().to_owned(), PathBuf::from(answer.path)))
        .collect()
}

fn id_of(bytes: &[u8], path: &Path) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (answer, _) = answers::parse(text, &path.display().to_string()).ok()?;
    Some(answer.id.as_str().to_owned())
}

/// The folders of the files, the outermost first.
fn folders(steps: &[NewFile]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut seen: HashSet<&Path> = HashSet::new();
    for step in steps {
        let mut above: Vec<&Path> = step.inside.ancestors().skip(1).collect();
        above.reverse();
        above.retain(|folder| seen.insert(folder));
        found.extend(above.iter().map(|folder| folder.display().to_string()));
    }
    found
}
