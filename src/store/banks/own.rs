//! `questions/own.yaml`: the person's own questions, added at the end of the file.

use std::io;

use super::file::BankFile;
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::question::Probe;
use crate::store::answers::{quoted, slug};
use crate::store::files::atomic;
use crate::store::files::limits::read_text;
use crate::store::files::places::Places;
use crate::store::files::yaml::{Page, item_lines};

/// A question of the person's own, to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQuestion {
    /// Its id.
    pub id: String,
    /// The prompt.
    pub ask: String,
    /// Its category.
    pub category: Category,
    /// What may be asked next.
    pub probes: Vec<Probe>,
}

/// Adds one question under an id made from its words; answers with that id.
///
/// # Errors
/// The problem, as of [`append`].
pub fn add(places: &Places, library: &Library, ask: &str, category: Category) -> Result<String, Problem> {
    let slug: String = slug(ask).chars().take(40).collect();
    let base = format!("own-{}", slug.trim_end_matches('-'));
    let mut id = base.clone();
    let mut number = 2;
    while library.question(&id).is_some() {
        id = format!("{base}-{number}");
        number += 1;
    }
    let question = NewQuestion {
        id: id.clone(),
        ask: ask.to_owned(),
        category,
        probes: Vec::new(),
    };
    append(places, &[question])?;
    Ok(id)
}

/// The head of a new file.
const HEAD: &str =
    "# Your own questions. Greenroom adds at the end and changes nothing else.\ntitle: My own questions\nquestions:\n";

/// Adds questions to the end of the file; what stands there stays byte for byte.
///
/// # Errors
/// The problem, when the file cannot be read or written, or could not be read any more after the addition.
pub fn append(places: &Places, questions: &[NewQuestion]) -> Result<(), Problem> {
    if questions.is_empty() {
        return Ok(());
    }
    let path = places.questions().join("own.yaml");
    let shown = places.shown(&path);
    let old = match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        _ => Some(read_text(&path, &shown)?),
    };
    let before = match &old {
        Some(text) => counted(text, &shown)?,
        None => 0,
    };
    let text = appended(old.as_deref(), questions);
    let after = counted(&text, &shown).map_err(|problem| Problem {
        remedy: "Make questions: a plain list at the end of the file, then try again".to_owned(),
        ..problem
    })?;
    if after != before + questions.len() {
        return Err(Problem::file(
            shown,
            "the list of questions is not at the end of the file",
            "Move questions: to the end, then try again",
        ));
    }
    let write = if old.is_some() {
        atomic::replace
    } else {
        atomic::write_new
    };
    write(&path, text.as_bytes()).map_err(|error| {
        Problem::file(
            shown,
            crate::store::files::limits::reason(&error),
            crate::store::files::limits::remedy(&error),
        )
    })
}

/// How many questions a file has.
fn counted(text: &str, shown: &str) -> Result<usize, Problem> {
    let mut page = Page::read(text, shown, 1)?;
    Ok(BankFile::of(page.fields()).questions.len())
}

fn appended(old: Option<&str>, questions: &[NewQuestion]) -> String {
    let old = old.filter(|text| !text.trim().is_empty()).unwrap_or(HEAD);
    let indent = item_lines(old, "questions")
        .first()
        .and_then(|line| old.lines().nth(line - 1))
        .map_or(2, |line| line.len() - line.trim_start().len());
    let mut text = old.to_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    if !text.lines().any(|line| line.starts_with("questions:")) {
        text.push_str("questions:\n");
    }
    let pad = " ".repeat(indent);
    for question in questions {
        text.push_str(&format!("{pad}- id: {}\n", question.id));
        text.push_str(&format!("{pad}  category: {}\n", question.category));
        text.push_str(&format!("{pad}  ask: {}\n", quoted(&question.ask)));
        if !question.probes.is_empty() {
            text.push_str(&format!("{pad}  probes:\n"));
        }
        for probe in &question.probes {
            text.push_str(&format!("{pad}    - ask: {}\n", quoted(&probe.ask)));
        }
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    fn question(id: &str, ask: &str) -> NewQuestion {
        NewQuestion {
            id: id.into(),
            ask: ask.into(),
            category: Category::Conflict,
            probes: vec![Probe {
                ask: "And: then?".into(),
                when: None,
            }],
        }
    }

    #[test]
    fn what_stands_in_the_file_stays_and_the_new_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        append(&places, &[question("own-a", "Why: this # thing?")]).unwrap();
        let path = places.questions().join("own.yaml");
        let first = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, first.trim_end()).unwrap();
        append(&places, &[question("own-b", "\"No\"")]).unwrap();
        let second = std::fs::read_to_string(&path).unwrap();
        assert!(second.starts_with(first.trim_end()));
        let (questions, problems) = crate::store::banks::load(&path, "own.yaml");
        assert_eq!(problems, []);
        assert_eq!(
            questions.iter().map(|q| q.ask.as_str()).collect::<Vec<_>>(),
            ["Why: this # thing?", "\"No\""]
        );
        std::fs::write(&path, "questions: [").unwrap();
        assert!(append(&places, &[question("own-c", "C?")]).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "questions: [");
    }
}
