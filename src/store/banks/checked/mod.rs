//! Bank files as the checker reads them: what they say, with the line of every word.

use std::io;
use std::path::{Path, PathBuf};

use super::file::{BankFile, QuestionEntry};
use super::lenses;
use super::lenses::Tags;
use super::{KEYS, own};
use crate::check::bank::{Bank, Entry, Listed, Probe, Words};
use crate::domain::problem::Problem;
use crate::domain::question::Question;
use crate::store::files::folders::files;
use crate::store::files::limits::{read_text, reason, remedy};
use crate::store::files::originals::without_conflicts;
use crate::store::files::places::Places;
use crate::store::files::yaml::{Page, Step};

#[cfg(test)]
mod tests;

/// The name of the folder in which lenses stand beside banks.
const LENSES: &str = "lenses";

/// What is read to be checked.
#[derive(Debug, Default)]
pub struct Checked {
    /// The banks.
    pub banks: Vec<Bank>,
    /// How many lenses were looked at.
    pub lenses: usize,
    /// What could not be read or used.
    pub problems: Vec<Problem>,
}

/// Reads the person's own banks and lenses to be checked; without any there is nothing.
///
/// # Errors
/// The problem of a folder that cannot be looked into.
pub fn own(places: &Places, shipped: &[Question]) -> Result<Checked, Problem> {
    let folder = places.questions();
    let there = !matches!(folder.symlink_metadata(), Err(error) if error.kind() == io::ErrorKind::NotFound);
    let paths = if there { vec![folder] } else { Vec::new() };
    read(&paths, shipped, |path| places.shown(path))
}

/// Reads files, and folders with the lenses in them, to be checked. `shown` says a path as people read it.
///
/// # Errors
/// The problem, when one of the paths is not there or is no YAML file.
pub fn read(paths: &[PathBuf], shipped: &[Question], shown: impl Fn(&Path) -> String) -> Result<Checked, Problem> {
    let mut checked = Checked::default();
    let mut lens_files = Vec::new();
    let mut all = Vec::new();
    for path in paths {
        let (files, problems) = found(path, &shown)?;
        all.extend(files);
        checked.problems.extend(problems);
    }
    for path in all {
        let shown = shown(&path);
        match read_text(&path, &shown) {
            Ok(text) if is_lens(&text) => lens_files.push((path, shown)),
            Ok(text) => checked.take_bank(text, &shown),
            Err(problem) => checked.problems.push(problem),
        }
    }
    checked.lenses = lens_files.len();
    let of_banks = checked.banks.iter().flat_map(tags).map(|words| words.text.as_str());
    let tags = Tags::of(shipped).with(of_banks);
    let problems: Vec<Problem> = lens_files
        .iter()
        .flat_map(|(path, shown)| lenses::load(path, shown, &tags).1)
        .collect();
    checked.problems.extend(problems);
    Ok(checked)
}

/// The files a path stands for, and what hinders to find more.
fn found(path: &Path, shown: impl Fn(&Path) -> String) -> Result<(Vec<PathBuf>, Vec<Problem>), Problem> {
    let meta = std::fs::metadata(path).map_err(|error| Problem::file(shown(path), reason(&error), remedy(&error)))?;
    let yaml = |path: &Path| path.extension().is_some_and(|found| found == "yaml" || found == "yml");
    if meta.is_dir() {
        let inside = |folder: &Path| files(folder, &shown(folder), &["yaml", "yml"]);
        let (mut all, mut problems) = inside(path);
        let (lenses, more) = inside(&path.join(LENSES));
        all.extend(lenses);
        problems.extend(more);
        let (all, more) = without_conflicts(all, "bank", &shown);
        problems.extend(more);
        return Ok((all.into_iter().map(|(path, _)| path).collect(), problems));
    }
    if !yaml(path) {
        return Err(Problem::file(
            shown(path),
            "it is no YAML file, so it is no bank",
            "Name files that end in .yaml, or a folder with such files",
        ));
    }
    Ok((vec![path.to_owned()], Vec::new()))
}

fn is_lens(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().any(|line| line.starts_with("lens:"))
}

fn tags(bank: &Bank) -> impl Iterator<Item = &Words> {
    bank.tags
        .iter()
        .chain(bank.questions.iter().flat_map(|entry| &entry.tags))
}

impl Checked {
    fn take_bank(&mut self, text: String, shown: &str) {
        match Page::read_list(&text, shown, "questions") {
            Ok(mut page) => {
                let file = BankFile::of(page.fields());
                self.problems.extend(page.problems_among(&KEYS));
                self.banks.push(bank(file, &page, text, shown));
            }
            Err(problem) => self.problems.push(problem),
        }
    }
}

/// A bank file with the lines of its words.
fn bank(file: BankFile, page: &Page, source: String, shown: &str) -> Bank {
    let top = EntryPlace {
        page,
        steps: Vec::new(),
    };
    let questions = top.at("questions");
    let entries = file.questions.into_iter().enumerate();
    Bank {
        path: shown.to_owned(),
        added_to: Path::new(shown).ends_with(own::FILE),
        category: top.one("category", file.category),
        heading: top
            .one("title", file.title)
            .into_iter()
            .chain(top.one("about", file.about))
            .collect(),
        scored: file.scored,
        parts: top.one("parts", file.parts),
        tags: top.many("tags", file.tags),
        questions: entries
            .map(|(n, question)| entry(&questions.item(n), question))
            .collect(),
        source,
    }
}

fn entry(place: &EntryPlace, question: QuestionEntry) -> Entry {
    let probes = place.at("probes");
    let also = place.at("also");
    let listen_for = place.at("listen_for");
    Entry {
        line: place.line(),
        id: place.one("id", question.id),
        ask: place.one("ask", question.ask),
        also: Listed {
            line: also.line(),
            entries: place.many("also", question.also),
        },
        common: question.common.unwrap_or(false),
        category: place.one("category", question.category),
        levels: place.many("levels", question.levels),
        tags: place.many("tags", question.tags),
        speak: place.one("speak", question.speak),
        probes: Listed {
            line: probes.line(),
            entries: question
                .probes
                .into_iter()
                .enumerate()
                .map(|(n, probe)| Probe {
                    ask: probes.item(n).at("ask").words(probe.ask),
                    when: probes.item(n).one("when", probe.when),
                })
                .collect(),
        },
        listen_for: Listed {
            line: listen_for.line(),
            entries: place.many("listen_for", question.listen_for),
        },
    }
}

/// A place in a file.
struct EntryPlace<'a> {
    page: &'a Page,
    steps: Vec<Step<'a>>,
}

impl<'a> EntryPlace<'a> {
    fn step(&self, step: Step<'a>) -> EntryPlace<'a> {
        let mut steps = self.steps.clone();
        steps.push(step);
        EntryPlace { page: self.page, steps }
    }

    fn at(&self, key: &'a str) -> EntryPlace<'a> {
        self.step(Step::Key(key))
    }

    fn item(&self, place: usize) -> EntryPlace<'a> {
        self.step(Step::Item(place))
    }

    fn line(&self) -> usize {
        self.page.line_of(&self.steps)
    }

    fn words(&self, text: String) -> Words {
        Words {
            text,
            line: self.line(),
        }
    }

    fn one(&self, key: &'a str, text: Option<String>) -> Option<Words> {
        text.map(|text| self.at(key).words(text))
    }

    fn many(&self, key: &'a str, texts: Vec<String>) -> Vec<Words> {
        let list = self.at(key);
        texts
            .into_iter()
            .enumerate()
            .map(|(n, text)| list.item(n).words(text))
            .collect()
    }
}
