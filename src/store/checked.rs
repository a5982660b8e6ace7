//! What `greenroom check` looks at: banks, lenses and answers, in files and folders, or in a text that came by itself.

use std::path::{Path, PathBuf};

use super::answers;
use super::banks::checked as banks;
use super::files::copied::conflict_copy;
use super::files::folders::files;
use super::files::limits::read_text;
use super::files::places::Places;
use crate::check::bank::Bank;
use crate::domain::answer::Answer;
use crate::domain::problem::Problem;
use crate::domain::question::Question;

/// What is read to be checked.
#[derive(Debug, Default)]
pub struct ToCheck {
    /// The banks.
    pub banks: Vec<Bank>,
    /// How many lenses were looked at.
    pub lenses: usize,
    /// The answers.
    pub answers: Vec<Answer>,
    /// What could not be read or used.
    pub problems: Vec<Problem>,
}

impl From<banks::Checked> for ToCheck {
    fn from(read: banks::Checked) -> ToCheck {
        ToCheck {
            banks: read.banks,
            lenses: read.lenses,
            answers: Vec::new(),
            problems: read.problems,
        }
    }
}

/// Reads the person's own banks and lenses. The answers and what else is wrong come with the shelf.
///
/// # Errors
/// The problem of a folder that cannot be looked into.
pub fn own(places: &Places, shipped: &[Question]) -> Result<ToCheck, Problem> {
    banks::own(places, shipped).map(ToCheck::from)
}

/// Reads files and folders: banks and lenses end in `.yaml`, answers in `.md`. Of a home its answers and banks are read.
///
/// # Errors
/// The problem, when one of the paths is not there or is neither.
pub fn read(paths: &[PathBuf], shipped: &[Question], shown: impl Fn(&Path) -> String) -> Result<ToCheck, Problem> {
    let mut banks = Vec::new();
    let mut texts = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        if !path.is_dir() {
            let text = path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("md"));
            let to = if text { &mut texts } else { &mut banks };
            to.push(path.clone());
            continue;
        }
        let inner: Vec<PathBuf> = ["answers", "questions"]
            .map(|name| path.join(name))
            .into_iter()
            .filter(|path| path.is_dir())
            .collect();
        for folder in if inner.is_empty() { vec![path.clone()] } else { inner } {
            let (found, more) = files(&folder, &shown(&folder), &["md"]);
            texts.extend(found.into_iter().filter(|path| !conflict_copy(&name(path))));
            problems.extend(more);
            banks.push(folder);
        }
    }
    let mut checked = ToCheck::from(banks::read(&banks, shipped, &shown)?);
    checked.problems.extend(problems);
    for path in texts {
        let shown = shown(&path);
        match read_text(&path, &shown) {
            Ok(text) => checked.take(&text, &shown),
            Err(problem) => checked.problems.push(problem),
        }
    }
    checked.problems.sort();
    checked.problems.dedup();
    Ok(checked)
}

/// Reads an answer that came by itself, under a name to be shown.
pub fn text(text: &str, shown: &str) -> ToCheck {
    let mut checked = ToCheck::default();
    checked.take(text, shown);
    checked
}

impl ToCheck {
    fn take(&mut self, text: &str, shown: &str) {
        match answers::parse(text, shown) {
            Ok((answer, odd)) => {
                self.answers.push(answer);
                self.problems.extend(odd);
            }
            Err(problem) => self.problems.push(problem),
        }
    }
}

/// The text of a file of the home, or of a path as it was named; nothing where it cannot be read.
pub fn source(places: &Places, shown: &str) -> Option<String> {
    let path = Path::new(shown);
    [places.home.join(path), path.to_owned()]
        .into_iter()
        .find_map(|path| read_text(&path, shown).ok())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
