//! Taking the last import back: what it made goes, what it added to is as it was, and the home holds the same bytes again.
//!
//! Each import leaves a list of what it made in the state folder. What somebody changed since is left where it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::rules::RULES;
use crate::domain::problem::Problem;
use crate::store::answers::fingerprint;
use crate::store::files::atomic::{replace, write_new};
use crate::store::files::limits::problem;
use crate::store::files::places::Places;
use crate::store::files::rewrite::alone;
use crate::store::recovery::backup::snapshot;

/// What one import made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// New files, by their path in the home, with the fingerprint of their bytes.
    files: Vec<(String, String)>,
    /// Folders that were not there before, the outermost first.
    folders: Vec<String>,
    /// The bank of the person's own questions: what it was, if it was there, and the fingerprint of what it became.
    own: Option<Grown>,
    /// The rules that corrections made, in the same way.
    #[serde(default)]
    rules: Option<Grown>,
}

/// A file that is added to: what it was, if it was there, and the fingerprint of what it became.
type Grown = (Option<String>, String);

/// What was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Files that are gone.
    pub files: usize,
    /// Files that were changed since and stay.
    pub kept: Vec<String>,
}

/// Notes what an import makes, from before it begins.
pub(in crate::store) struct Watch {
    made: Made,
}

const OWN: &str = "questions/own.yaml";

/// What a file that is added to was, from before it is.
fn before(places: &Places, inside: &str) -> Grown {
    (fs::read_to_string(places.home.join(inside)).ok(), String::new())
}

/// The same once it is, if it became something else.
fn became(places: &Places, inside: &str, before: Option<Grown>) -> Option<Grown> {
    let now = fs::read_to_string(places.home.join(inside)).ok()?;
    let (before, _) = before?;
    (before.as_ref() != Some(&now)).then(|| (before, fingerprint(now.as_bytes())))
}

/// Two changes of one file, one after the other.
fn in_turn(mine: Option<Grown>, other: Option<Grown>) -> Option<Grown> {
    match (mine, other) {
        (Some((before, _)), Some((_, after))) => Some((before, after)),
        (mine, other) => mine.or(other),
    }
}

impl Watch {
    /// Looks at what is there before.
    pub(super) fn begin(places: &Places) -> Watch {
        let folders = ["", "questions", "answers", "interviews", "imports"];
        Watch::begin_at(places, &folders.map(str::to_owned))
    }

    /// The same for what goes into these folders, the outermost first.
    pub(in crate::store) fn begin_at(places: &Places, folders: &[String]) -> Watch {
        let missing = folders.iter().filter(|folder| !places.home.join(folder).exists());
        Watch {
            made: Made {
                folders: missing.cloned().collect(),
                own: Some(before(places, OWN)),
                rules: Some(before(places, RULES)),
                files: Vec::new(),
            },
        }
    }

    /// Notes a new file.
    pub(in crate::store) fn made(&mut self, places: &Places, path: &Path) {
        if let (Ok(bytes), Ok(inside)) = (fs::read(path), path.strip_prefix(&places.home)) {
            let inside = inside.to_string_lossy().into_owned();
            self.made.files.push((inside, fingerprint(&bytes)));
        }
    }

    /// What was made, once all is.
    pub(in crate::store) fn end(mut self, places: &Places) -> Made {
        self.made.own = became(places, OWN, self.made.own.take());
        self.made.rules = became(places, RULES, self.made.rules.take());
        self.made.folders.retain(|folder| places.home.join(folder).exists());
        self.made
    }
}

impl Made {
    /// Takes what another import of the same command made as well.
    pub fn and(&mut self, other: Made) {
        self.files.extend(other.files);
        let new = other
            .folders
            .into_iter()
            .filter(|folder| !self.folders.contains(folder));
        let new: Vec<String> = new.collect();
        self.folders.extend(new);
        self.own = in_turn(self.own.take(), other.own);
        self.rules = in_turn(self.rules.take(), other.rules);
    }

    /// Whether nothing was made.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.own.is_none() && self.rules.is_none()
    }
}

fn list(places: &Places) -> PathBuf {
    places.state.join("last-import.json")
}

/// Keeps the list of what the last import made, in place of the one before; an import that made nothing changes nothing.
/// Answers with what finds that import again.
///
/// # Errors
/// The problem with the state folder.
pub(in crate::store) fn keep(places: &Places, made: &Made) -> Result<Option<String>, Problem> {
    if made.is_empty() {
        return Ok(None);
    }
    let text = serde_json::to_vec(made).unwrap_or_default();
    let path = list(places);
    let kept = if path.exists() {
        replace(&path, &text)
    } else {
        write_new(&path, &text)
    };
    kept.map_err(|error| problem("last-import.json", &error))?;
    Ok(Some(fingerprint(&text)))
}

/// Takes the last import back; with a receipt, only if the last one is the one that was given it.
///
/// # Errors
/// The problem where there is none to take back, another came after it, or something cannot be removed; what was removed
/// before stays so.
pub fn undo(places: &Places, receipt: Option<&str>, now: Timestamp) -> Result<Undone, Problem> {
    let none = || {
        Problem::file(
            "",
            "there is no import to take back",
            "Only the last one can be, and only once",
        )
    };
    let text = fs::read(list(places)).map_err(|_| none())?;
    if receipt.is_some_and(|receipt| receipt != fingerprint(&text)) {
        return Err(Problem::file(
            "",
            "another import came after this one",
            "`greenroom import --undo` takes that one back",
        ));
    }
    let made: Made = serde_json::from_slice(&text).map_err(|_| none())?;
    let alone = alone(places);
    snapshot(places, now).map_err(|error| problem("backups", &error))?;
    let mut undone = Undone::default();
    for (inside, print) in made.files.iter().rev() {
        let path = places.home.join(inside);
        match fs::read(&path) {
            Ok(bytes) if fingerprint(&bytes) == *print => {
                fs::remove_file(&path).map_err(|error| problem(inside, &error))?;
                undone.files += 1;
            }
            Ok(_) => undone.kept.push(inside.clone()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(problem(inside, &error)),
        }
    }
    for (inside, grown) in [(OWN, &made.own), (RULES, &made.rules)] {
        if let Some(grown) = grown {
            shrink(places, inside, grown, &mut undone)?;
        }
    }
    drop(alone);
    // Only folders that the import made, and only empty ones.
    for folder in made.folders.iter().rev() {
        drop(fs::remove_dir(places.home.join(folder)));
    }
    fs::remove_file(list(places)).map_err(|error| problem("last-import.json", &error))?;
    Ok(undone)
}

/// Makes a file that was added to what it was, if nobody changed it since.
fn shrink(places: &Places, inside: &str, (before, after): &Grown, undone: &mut Undone) -> Result<(), Problem> {
    let path = places.home.join(inside);
    let there = fs::read(&path).map(|bytes| fingerprint(&bytes)).ok();
    if there.as_ref() != Some(after) {
        undone.kept.extend(there.map(|_| inside.to_owned()));
        return Ok(());
    }
    let done = match before {
        Some(before) => replace(&path, before.as_bytes()),
        None => fs::remove_file(&path),
    };
    done.map_err(|error| problem(inside, &error))?;
    undone.files += 1;
    Ok(())
}
