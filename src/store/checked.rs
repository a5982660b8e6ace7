//! What `greenroom check` looks at: banks, lenses and answers, in files and folders, or in a text that came by itself.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::banks::checked as banks;
use super::files::folders::files;
use super::files::limits::read_text;
use super::files::originals::without_conflicts;
use super::files::places::Places;
use super::{answers, interviews, settings};
use crate::check::bank::Bank;
use crate::domain::answer::Answer;
use crate::domain::home_data::HomeData;
use crate::domain::problem::{Problem, Unread};
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
    /// How many interviews were looked at.
    pub interviews: usize,
    /// Whether settings were looked at.
    pub settings: bool,
    /// What could not be read or used.
    pub problems: Vec<Problem>,
}

impl From<banks::Checked> for ToCheck {
    fn from(read: banks::Checked) -> ToCheck {
        ToCheck {
            banks: read.banks,
            lenses: read.lenses,
            answers: Vec::new(),
            interviews: 0,
            settings: false,
            problems: read.problems,
        }
    }
}

/// What is checked of a whole home: its banks and lenses as they are written, its answers as they are read, and all that is
/// wrong. Copies are named and not checked.
///
/// # Errors
/// The problem of a folder that cannot be looked into.
pub fn whole(places: &Places, home: &mut HomeData, shipped: &[Question]) -> Result<ToCheck, Problem> {
    let mut read = ToCheck::from(banks::own(places, shipped)?);
    read.answers = home.library.answers().to_vec();
    read.interviews = home.interviews.len();
    read.settings = places.settings().exists();
    let copies: HashSet<String> = home
        .problems
        .iter()
        .filter(|problem| problem.unread == Unread::Copy)
        .map(|problem| problem.path.clone())
        .collect();
    read.banks.retain(|bank| !copies.contains(&bank.path));
    let mut read = read.with(std::mem::take(&mut home.problems));
    read.problems
        .retain(|problem| problem.unread == Unread::Copy || !copies.contains(&problem.path));
    Ok(read)
}

/// Whether a folder is a home, by what is in it.
pub fn is_home(folder: &Path) -> bool {
    ["greenroom.yaml", "answers", "questions", "interviews"]
        .iter()
        .any(|name| folder.join(name).symlink_metadata().is_ok())
}

/// Reads files and folders: banks and lenses end in `.yaml`, answers in `.md`. Of a home its answers and banks are read.
///
/// # Errors
/// The problem, when one of the paths is not there or is neither.
pub fn read(paths: &[PathBuf], shipped: &[Question], shown: impl Fn(&Path) -> String) -> Result<ToCheck, Problem> {
    let mut banks = Vec::new();
    let mut texts = Vec::new();
    let mut problems = Vec::new();
    let mut settings_too = false;
    for path in paths {
        if !path.is_dir() {
            if let Some(home) = home_of_settings(path) {
                settings_too = true;
                let own = home.shown(&home.settings());
                let named = settings::load(&home)
                    .1
                    .into_iter()
                    .filter(|problem| problem.path == own);
                problems.extend(named.map(|problem| Problem {
                    path: shown(path),
                    ..problem
                }));
                continue;
            }
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
            problems.extend(more);
            let (found, more) = without_conflicts(found, "answer", &shown);
            texts.extend(found.into_iter().map(|(path, _)| path));
            problems.extend(more);
            banks.push(folder);
        }
    }
    let mut checked = ToCheck::from(banks::read(&banks, shipped, &shown)?);
    checked.problems.extend(problems);
    checked.settings = settings_too;
    for path in texts {
        let shown = shown(&path);
        match read_text(&path, &shown) {
            Ok(text) if is_interview(&path) => checked.take_interview(&text, &shown),
            Ok(text) => checked.take(&text, &shown),
            Err(problem) => checked.problems.push(problem),
        }
    }
    Ok(checked.with(Vec::new()))
}

/// Whether a text is that of an interview, by the folder it is in.
fn is_interview(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|name| name == "interviews")
}

/// The home whose settings a file is; none where it is another file.
fn home_of_settings(path: &Path) -> Option<Places> {
    let home = path.parent()?.to_owned();
    let places = Places {
        state: home.clone(),
        home,
    };
    (places.settings() == path && path.symlink_metadata().is_ok()).then_some(places)
}

/// Reads an answer that came by itself, under a name to be shown.
pub fn text(text: &str, shown: &str) -> ToCheck {
    let mut checked = ToCheck::default();
    checked.take(text, shown);
    checked
}

impl ToCheck {
    /// The same with more that is wrong.
    #[must_use]
    pub fn with(mut self, problems: Vec<Problem>) -> ToCheck {
        self.problems.extend(problems);
        self.problems.sort();
        self.problems.dedup();
        self
    }

    /// The same, its paths told from where the folder is that it was read from.
    #[must_use]
    pub fn under(mut self, folder: &Path) -> ToCheck {
        let answers = self.answers.iter_mut().map(|answer| &mut answer.path);
        let banks = self.banks.iter_mut().map(|bank| &mut bank.path);
        let problems = self.problems.iter_mut().map(|problem| &mut problem.path);
        for path in answers.chain(banks).chain(problems) {
            *path = folder.join(path.as_str()).display().to_string();
        }
        self
    }

    /// Whether there was nothing, and nothing is wrong.
    pub fn is_empty(&self) -> bool {
        let none = self.answers.is_empty() && self.banks.is_empty() && self.problems.is_empty();
        none && self.lenses == 0 && self.interviews == 0 && !self.settings
    }

    fn take_interview(&mut self, text: &str, shown: &str) {
        match interviews::parse(text, shown) {
            Ok((_, odd)) => self.problems.extend(odd),
            Err(problem) => self.problems.push(problem),
        }
        self.interviews += 1;
    }

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
