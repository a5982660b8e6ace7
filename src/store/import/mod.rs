//! Bringing a file of notes home: what it would bring, and writing it so that a second time adds nothing.

pub(super) mod notes;
pub(super) mod plan;

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::plan::{Planner, Step};
use super::answers::naming::save_new;
use super::answers::{new_id, quoted, render, version};
use super::banks::own;
use super::banks::own::NewQuestion;
use super::files::atomic::write_new;
use super::files::folders::entries;
use super::files::limits::{read_bytes, reason, remedy};
use super::files::places::Places;
use super::interviews;
use super::load::shelf;
use super::recovery::backup::snapshot;
use crate::domain::category::Category;
use crate::domain::import_summary::{Brings, Intake, IntakeItem, Written};
use crate::domain::problem::Problem;
use crate::import;
use crate::import::{Body, ItemKind, Reading};

/// The ending of the file that holds notes and remainder.
pub(super) const REST: &str = ".rest.md";

/// A file made ready to be written.
#[derive(Clone, Debug)]
pub struct Prepared {
    name: String,
    bytes: Vec<u8>,
    reading: Reading,
    steps: Vec<Step>,
    copied: bool,
}

impl Prepared {
    /// What was read, for measuring and for `--json`.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }
}

/// Reads a file and says what it would bring.
///
/// # Errors
/// The problem with the file.
pub fn look(places: &Places, path: &Path) -> Result<(Intake, Prepared), Problem> {
    let shown = path.display().to_string();
    let bytes = read_bytes(path, &shown)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reading = import::read(&name, &bytes);
    if reading.items.is_empty()
        && let Some(problem) = reading.problems.first()
    {
        return Err(Problem {
            path: shown,
            ..problem.clone()
        });
    }
    let shelf = shelf(places);
    let earlier = earlier_imports(places)?;
    let copied = earlier.iter().any(|(_, copy, _)| *copy == bytes);
    let steps = Planner::new((&shelf.library, &shelf.interviews), &reading, &earlier, copied).steps();
    let intake = intake(&shown, &bytes, &reading, &steps);
    let prepared = Prepared {
        name,
        bytes,
        reading,
        steps,
        copied,
    };
    Ok((intake, prepared))
}

/// Writes what a file brings; with a version, only if the file is still the one that was looked at.
///
/// Questions and answers come first and the copy of the file last, so that an interrupted import is taken up again by
/// the next one.
///
/// # Errors
/// The first problem; what was written before it stays.
pub fn write(places: &Places, path: &Path, seen: Option<&str>, now: Timestamp) -> Result<Written, Problem> {
    let (intake, prepared) = look(places, path)?;
    if seen.is_some_and(|seen| seen != intake.version) {
        return Err(Problem::file(
            intake.file,
            "the file has changed since you looked at it",
            "Look at it again",
        ));
    }
    let mut written = Written {
        known: intake.known(),
        ..Written::default()
    };
    let refused = |path: String| move |error: io::Error| Problem::file(path, reason(&error), remedy(&error));
    snapshot(places, now).map_err(refused("backups".to_owned()))?;
    let questions: Vec<NewQuestion> = prepared
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Question(question) => Some(question.clone()),
            _ => None,
        })
        .collect();
    own::append(places, &questions)?;
    written.questions = questions.len();
    for step in &prepared.steps {
        if let Some((title, text)) = answer_file(step) {
            save_new(places, title, text.as_bytes()).map_err(refused("answers".to_owned()))?;
            written.answers += 1;
        }
        if let Step::Interview(entry, body) = step {
            let today = now.to_zoned(TimeZone::UTC).date();
            interviews::add(places, &entry.clone().as_of(today), body, today)?;
            written.interviews += 1;
        }
    }
    if !prepared.copied {
        let copy = copy_path(places, &prepared.name);
        if let Some(rest) = rest(&prepared) {
            let name = copy.file_name().unwrap_or_default().to_string_lossy();
            let notes = copy.with_file_name(format!("{name}{REST}"));
            write_new(&notes, rest.as_bytes()).map_err(refused(places.shown(&notes)))?;
            written.notes = Some(places.shown(&notes));
        }
        write_new(&copy, &prepared.bytes).map_err(refused(places.shown(&copy)))?;
    }
    Ok(written)
}

fn answer_file(step: &Step) -> Option<(&str, String)> {
    let Step::Answer {
        title,
        kind,
        category,
        questions,
        source,
        sample,
        body,
    } = step
    else {
        return None;
    };
    let mut more = Vec::new();
    if *category != Category::Unsorted {
        more.push(("category", category.id().to_owned()));
    }
    let ids: Vec<String> = questions.iter().map(|id| quoted(id.as_str())).collect();
    if !ids.is_empty() {
        more.push(("questions", format!("[{}]", ids.join(", "))));
    }
    more.push(("source", quoted(source)));
    if *sample {
        more.push(("sample", "true".to_owned()));
    }
    Some((title, render(&new_id(), title, *kind, &more, body)))
}

fn copy_path(places: &Places, name: &str) -> PathBuf {
    let (stem, ending) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let taken = |name: &str| {
        let path = places.imports().join(name);
        path.symlink_metadata().is_ok()
            || places
                .imports()
                .join(format!("{name}{REST}"))
                .symlink_metadata()
                .is_ok()
    };
    let mut copy = name.to_owned();
    let mut number = 2;
    while taken(&copy) {
        copy = format!("{stem}-{number}{ending}");
        number += 1;
    }
    places.imports().join(copy)
}

/// Copies of earlier imports: name, bytes, text.
///
/// # Errors
/// The problem of a folder that cannot be looked into: what it holds would be brought once more.
fn earlier_imports(places: &Places) -> Result<Vec<(String, Vec<u8>, String)>, Problem> {
    let folder = places.imports();
    let (entries, problems) = entries(&folder, &places.shown(&folder));
    if let Some(problem) = problems.into_iter().next() {
        return Err(problem);
    }
    Ok(entries
        .into_iter()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(REST) {
                return None;
            }
            let bytes = read_bytes(&entry.path(), &name).ok()?;
            let text = String::from_utf8(bytes.clone()).unwrap_or_else(|_| import::read(&name, &bytes).text);
            Some((name, bytes, text))
        })
        .collect())
}

/// Notes, remainder and the text of unanswered questions, with the lines they stood on.
fn rest(prepared: &Prepared) -> Option<String> {
    let reading = &prepared.reading;
    let mut runs: Vec<(usize, usize)> = reading.coverage.remainder.clone();
    for (item, step) in reading.items.iter().zip(&prepared.steps) {
        match (step, &item.body) {
            (Step::Rest, _) => runs.push(item.lines),
            (Step::Question(_) | Step::Known, Body::Lines(lines)) if item.answered != Some(true) => runs.extend(lines),
            _ => {}
        }
    }
    runs.sort_unstable();
    runs.dedup();
    let mut text = String::new();
    let mut done = 0;
    for (first, last) in runs {
        let first = first.max(done + 1);
        if first > last {
            continue;
        }
        done = last;
        let span = reading.span((first, last));
        if span.trim().is_empty() {
            continue;
        }
        let lines = if first == last {
            format!("line {first}")
        } else {
            format!("lines {first}-{last}")
        };
        text.push_str(&format!(
            "<!-- {lines} -->\n{}\n\n",
            span.trim_end_matches(['\n', '\r'])
        ));
    }
    (!text.is_empty()).then(|| format!("# What had no place, from {}\n\n{text}", prepared.name))
}

fn intake(shown: &str, bytes: &[u8], reading: &Reading, steps: &[Step]) -> Intake {
    let lines: Vec<&str> = reading.text.lines().collect();
    let items = reading
        .items
        .iter()
        .zip(steps)
        .filter(|(_, step)| !matches!(step, Step::Rest))
        .map(|(item, step)| IntakeItem {
            kind: match item.kind {
                ItemKind::Story => Brings::Story,
                ItemKind::Point => Brings::Point,
                ItemKind::Interview => Brings::Interview,
                _ => Brings::Question,
            },
            title: match (step, &item.title) {
                (Step::Answer { title, .. }, _) | (_, Some(title)) => title.clone(),
                _ => String::new(),
            },
            lines: item.lines,
            category: if item.kind == ItemKind::AskThem {
                Category::AskThem
            } else {
                item.category
            },
            unfinished: item.unfinished.clone(),
            known: matches!(step, Step::Known),
        })
        .collect();
    let mut unfinished: Vec<usize> = reading.items.iter().flat_map(|item| item.unfinished.clone()).collect();
    unfinished.sort_unstable();
    unfinished.dedup();
    let brought = reading
        .items
        .iter()
        .zip(steps)
        .filter(|(_, step)| !matches!(step, Step::Rest));
    let coverage = reading.coverage_of(brought.map(|(item, _)| item));
    Intake {
        file: shown.to_owned(),
        version: version(&String::from_utf8_lossy(bytes)),
        items,
        nonblank: coverage.nonblank,
        placed: coverage.placed,
        remainder: coverage.remainder,
        unfinished: unfinished
            .into_iter()
            .map(|line| (line, lines.get(line - 1).copied().unwrap_or_default().to_owned()))
            .collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use std::fs;

    const NOTES: &str = "Conflict with a colleague\n-------------------------\n- The two of us disagreed about the release, so I measured both ways.\n- In the end we shipped on a Tuesday and nobody was paged.\n\nMentoring\n---------\n- I sit beside the new person for a week and we write the setup page together.\n\nWhat is your favorite broken thing?\n";

    fn places(folder: &Path) -> Places {
        Places {
            home: folder.join("h"),
            state: folder.join("s"),
        }
    }

    #[test]
    fn a_second_import_adds_nothing_and_the_copy_is_identical() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(folder.path());
        let path = folder.path().join("notes.txt");
        fs::write(&path, NOTES).unwrap();
        let first = write(&places, &path, None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(first.answers, 2);
        assert_eq!(fs::read(places.imports().join("notes.txt")).unwrap(), NOTES.as_bytes());
        let second = write(&places, &path, None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!((second.answers, second.questions), (0, 0));
        let shelf = shelf(&places);
        assert_eq!(shelf.problems, []);
        for answer in shelf.library.answers() {
            assert!(NOTES.contains(answer.body()), "{}", answer.body());
        }
    }

    #[test]
    fn lines_in_notes_are_kept_and_not_placed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("knots.txt");
        fs::write(&path, "1. Knots\nThe bowline holds.\n\n2. Splices\nFive tucks.\n").unwrap();
        let (intake, _) = look(&places(folder.path()), &path).unwrap();
        assert_eq!((intake.items.len(), intake.nonblank, intake.placed), (0, 4, 0));
        assert_eq!(intake.remainder, [(1, 5)]);
    }

    #[test]
    fn a_longer_file_brings_only_what_is_new_even_if_an_answer_was_edited() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(folder.path());
        let path = folder.path().join("notes.txt");
        fs::write(&path, NOTES).unwrap();
        write(&places, &path, None, Timestamp::UNIX_EPOCH).unwrap();
        let answer = fs::read_dir(places.answers()).unwrap().next().unwrap().unwrap().path();
        let edited = format!("{}more\n", fs::read_to_string(&answer).unwrap());
        fs::write(&answer, edited).unwrap();
        let longer = format!(
            "{NOTES}\nBiggest failure\n---------------\n- I deleted the wrong table and restored it from the copy within the hour.\n"
        );
        fs::write(&path, longer).unwrap();
        let written = write(&places, &path, None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!((written.answers, written.questions), (1, 0));
        assert!(places.imports().join("notes-2.txt").exists());
        assert!(write(&places, &path, Some("other"), Timestamp::UNIX_EPOCH).is_err());
    }
}
