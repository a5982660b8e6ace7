//! Imports into real homes: what is brought, what is found again, what is left over.

mod again;
mod kept;
mod sources;
mod stopped;
mod together;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::*;
use crate::domain::import_summary::{Take, Written};
use crate::domain::question::Origin;
use crate::store::files::places::Places;
use crate::store::load::home;

/// A folder with a home, a state and the notes that are brought.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn places(&self) -> Places {
        Places {
            home: self.path().join("h"),
            state: self.path().join("s"),
        }
    }

    /// Writes notes without bringing them.
    fn notes(&self, name: &str, text: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn bring(&self, name: &str, text: impl AsRef<[u8]>) -> Written {
        let path = self.notes(name, text.as_ref());
        write(
            &self.places(),
            &Source::File(path),
            None,
            &Take::All.into(),
            Timestamp::UNIX_EPOCH,
        )
        .unwrap()
    }

    /// Every file of the home with its text, by its name.
    fn files(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for folder in ["questions", "answers", "interviews", "imports"] {
            let entries = fs::read_dir(self.places().home.join(folder));
            for entry in entries.into_iter().flatten() {
                let path = entry.unwrap().path();
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                found.push((self.places().shown(&path), text));
            }
        }
        found.sort();
        found
    }

    /// What the remainders say, their own headings and comments left out.
    fn rest(&self) -> Vec<String> {
        let rests = self.files().into_iter().filter(|(name, _)| name.ends_with(".rest.md"));
        let comment = |line: &str| line.starts_with("<!-- line") && line.ends_with("-->");
        let heads = [
            "# What had no place, from ",
            "# Questions that were here already, from ",
        ];
        let head = |line: &str| heads.iter().any(|head| line.starts_with(head));
        let own = |line: &&str| !(line.trim().is_empty() || comment(line.trim()) || head(line));
        rests
            .flat_map(|(_, text)| text.lines().filter(own).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    /// The person's own questions: what they ask, then their probes.
    fn asked(&self) -> Vec<Vec<String>> {
        let all = home(&self.places());
        let own = all
            .library
            .questions()
            .iter()
            .filter(|one| one.origin != Origin::BuiltIn);
        own.map(|one| {
            let probes = one.probes.iter().map(|probe| probe.ask.clone());
            std::iter::once(one.ask.clone()).chain(probes).collect()
        })
        .collect()
    }

    /// The answers: title and text.
    fn answers(&self) -> Vec<(String, String)> {
        let all = home(&self.places());
        assert_eq!(all.problems, []);
        let answers = all.library.answers().iter();
        answers
            .map(|answer| (answer.title.clone(), answer.body().to_owned()))
            .collect()
    }
}

const NOTES: &str = "Conflict with a colleague\n-------------------------\n- The two of us disagreed about the release, so I measured both ways.\n- In the end we shipped on a Tuesday and nobody was paged.\n\nMentoring\n---------\n- I sit beside the new person for a week and we write the setup page together.\n\nWhat is your favorite broken thing?\n";

#[test]
fn a_second_import_adds_nothing_and_the_copy_is_identical() {
    let desk = Desk::new();
    assert_eq!(desk.bring("notes.txt", NOTES).answers, 2);
    let copy = fs::read(desk.places().imports().join("notes.txt")).unwrap();
    assert_eq!(copy, NOTES.as_bytes());
    let before = desk.files();
    let second = desk.bring("notes.txt", NOTES);
    assert_eq!((second.answers, second.questions, second.known), (0, 0, 3));
    assert_eq!(desk.files(), before);
    for (_, body) in desk.answers() {
        assert!(NOTES.contains(&body), "{body}");
    }
}

#[test]
fn lines_in_notes_are_kept_and_not_placed() {
    let desk = Desk::new();
    let path = desk.notes(
        "knots.txt",
        b"1. Knots\nThe bowline holds.\n\n2. Splices\nFive tucks.\n",
    );
    let (intake, _) = look(&desk.places(), &Source::File(path.clone()), &Take::All.into()).unwrap();
    assert_eq!((intake.items.len(), intake.nonblank, intake.placed), (0, 4, 0));
    assert_eq!(intake.remainder, [(1, 5)]);
}

#[test]
fn notes_are_written_only_if_they_are_those_that_were_looked_at() {
    let desk = Desk::new();
    let path = desk.notes("notes.txt", NOTES.as_bytes());
    assert!(
        write(
            &desk.places(),
            &Source::File(path.clone()),
            Some("other"),
            &Take::All.into(),
            Timestamp::UNIX_EPOCH
        )
        .is_err()
    );
    assert_eq!(desk.files(), []);
}

#[test]
fn nothing_is_written_while_it_is_not_known_what_is_here_or_the_home_is_only_read() {
    let broken = "---\ntitle: [\n---\n## Situation\n";
    for (file, text) in [
        ("answers/a.md", broken),
        ("interviews/2026-01-01-a.md", broken),
        ("questions/mine.yaml", "questions: ["),
        ("greenroom.yaml", "format: 9\n"),
    ] {
        let desk = Desk::new();
        let path = desk.places().home.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let notes = desk.notes("notes.txt", NOTES.as_bytes());
        let (_, prepared) = look(&desk.places(), &Source::File(notes.clone()), &Take::All.into()).unwrap();
        assert_eq!(prepared.hindrance().unwrap().path, file);
        let refused = write(
            &desk.places(),
            &Source::File(notes.clone()),
            None,
            &Take::All.into(),
            Timestamp::UNIX_EPOCH,
        )
        .unwrap_err();
        assert_eq!(refused.path, file);
        assert!(!desk.places().imports().exists(), "{file}");
    }
}
