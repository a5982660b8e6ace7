//! Answers being written in an editor: kept in the state until they are saved in the home.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::answers::{new_id, parse, quoted, render, slug};
use super::limits::{read_text, reason, remedy};
use super::places::{Places, files};
use super::save::{make_folder, write_new};
use crate::domain::answer::Kind;
use crate::domain::part::Part;
use crate::domain::problem::Problem;
use crate::domain::question::{Parts, Question};

/// A new answer's file, not yet in the home.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Where it is.
    pub path: PathBuf,
    template: String,
}

/// Begins an answer, perhaps for a question: the five headings, or a free talking point.
///
/// # Errors
/// What the system said.
pub fn begin(places: &Places, question: Option<&Question>) -> io::Result<Draft> {
    let id = new_id();
    let kind = match question {
        Some(question) if question.parts == Parts::None => Kind::Point,
        _ => Kind::Story,
    };
    let title = question.map_or("Untitled", |question| question.ask.as_str());
    let more: Vec<(&str, String)> = question
        .iter()
        .flat_map(|question| {
            [
                ("category", question.category.id().to_owned()),
                ("questions", format!("[{}]", quoted(question.id.as_str()))),
            ]
        })
        .collect();
    let body: String = match kind {
        Kind::Story => Part::ALL
            .iter()
            .map(|part| format!("## {}\n\n", part.title()))
            .collect(),
        Kind::Point => "\n".to_owned(),
    };
    let template = render(&id, title, kind, &more, body.trim_end_matches('\n'));
    let template = format!("{template}\n");
    let folder = places.state.join("drafts");
    make_folder(&folder)?;
    let path = folder.join(format!("new-{id}.md"));
    write_new(&path, template.as_bytes())?;
    Ok(Draft { path, template })
}

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finished {
    /// Nothing was written, so nothing is kept.
    Unchanged,
    /// It is in the home, at this path.
    Saved(String),
}

/// Brings a draft into the home under its title; an unchanged one is dropped.
///
/// # Errors
/// The problem; the draft is still where it was.
pub fn finish(places: &Places, draft: &Draft) -> Result<Finished, Problem> {
    let shown = draft.path.display().to_string();
    let text = read_text(&draft.path, &shown)?;
    if text == draft.template {
        let removed = fs::remove_file(&draft.path);
        drop(removed);
        return Ok(Finished::Unchanged);
    }
    let title = parse(&text, &shown).map_or_else(|_| "answer".to_owned(), |(answer, _)| answer.title);
    let path = save_new(places, &title, text.as_bytes()).map_err(|error| {
        Problem::file(
            shown,
            reason(&error),
            format!("{}; your text is still there", remedy(&error)),
        )
    })?;
    let removed = fs::remove_file(&draft.path);
    drop(removed);
    Ok(Finished::Saved(places.shown(&path)))
}

/// Writes a new answer file under a name made from its title, with a number where that name is taken.
///
/// # Errors
/// What the system said.
pub fn save_new(places: &Places, title: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let slug = slug(title);
    for number in 1..10_000 {
        let name = if number == 1 {
            format!("{slug}.md")
        } else {
            format!("{slug}-{number}.md")
        };
        let path = places.answers().join(name);
        match write_new(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(()) => return Ok(path),
        }
    }
    Err(io::Error::new(
        io::ErrorKind::AlreadyExists,
        "too many answers have this title",
    ))
}

/// Drafts left behind by a crash, as problems that say where they are.
pub fn left_behind(places: &Places) -> Vec<Problem> {
    files(&places.state.join("drafts"), "md")
        .iter()
        .map(|path: &PathBuf| {
            Problem::file(
                Path::new(path).display().to_string(),
                "an answer that was being written and never came home",
                "Move it to the answers folder, or delete it",
            )
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_home_under_its_title_or_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let draft = begin(&places, None).unwrap();
        assert_eq!(finish(&places, &draft), Ok(Finished::Unchanged));
        assert!(!places.answers().exists());
        let draft = begin(&places, None).unwrap();
        let text = fs::read_to_string(&draft.path)
            .unwrap()
            .replace("Untitled", "The queue");
        fs::write(&draft.path, &text).unwrap();
        assert_eq!(left_behind(&places).len(), 1);
        assert_eq!(
            finish(&places, &draft),
            Ok(Finished::Saved("answers/the-queue.md".into()))
        );
        assert_eq!(fs::read_to_string(places.answers().join("the-queue.md")).unwrap(), text);
        assert_eq!(left_behind(&places), []);
    }
}
