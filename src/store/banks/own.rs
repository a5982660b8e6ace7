//! `questions/own.yaml`: the person's own questions, added at the end of the file.

use std::collections::HashSet;

use super::file::{BankFile, QuestionEntry};
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::question::Probe;
use crate::markup::lines::{content, ending, split, usual_ending};
use crate::store::answers::{quoted, slug};
use crate::store::files::limits::FILE_BYTES;
use crate::store::files::places::Places;
use crate::store::files::rewrite::{Alone, alone, rewrite_alone};
use crate::store::files::yaml::{Page, item_lines};

/// The file's name, below the home.
pub(in crate::store) const FILE: &str = "questions/own.yaml";

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

/// A probe that may be asked any time.
pub(in crate::store) fn probe(ask: &str) -> Probe {
    Probe {
        ask: ask.to_owned(),
        when: None,
    }
}

/// The id a prompt gets where no other has it.
pub(in crate::store) fn id_of(ask: &str) -> String {
    let slug: String = slug(ask).chars().take(40).collect();
    format!("own-{}", slug.trim_end_matches('-'))
}

/// Adds one question under an id made from its words; answers with that id.
///
/// # Errors
/// The problem, as of `append`.
pub fn add(places: &Places, library: &Library, ask: &str, category: Category) -> Result<String, Problem> {
    let alone = alone(places);
    let base = id_of(ask);
    let ids = (2..).map(|number| format!("{base}-{number}"));
    for id in std::iter::once(base.clone()).chain(ids) {
        if library.question(&id).is_some() {
            continue;
        }
        let question = NewQuestion {
            id: id.clone(),
            ask: ask.to_owned(),
            category,
            probes: Vec::new(),
        };
        match append(places, &alone, &[question]) {
            Err(NotAdded::Taken) => {}
            Err(NotAdded::Failed(problem)) => return Err(problem),
            Ok(()) => return Ok(id),
        }
    }
    Ok(base)
}

/// The head of a new file.
const HEAD: &str =
    "# Your own questions. Greenroom adds at the end and changes nothing else.\ntitle: My own questions\nquestions:\n";

/// Why questions are not added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum NotAdded {
    /// The file has one of the ids already: somebody else added it meanwhile.
    Taken,
    /// The file cannot be read or written, or could not be read any more after the addition.
    Failed(Problem),
}

impl From<Problem> for NotAdded {
    fn from(problem: Problem) -> NotAdded {
        NotAdded::Failed(problem)
    }
}

/// Adds questions to the end of the file; what stands there stays byte for byte. It is added to what the file holds just
/// before it is replaced, so that nothing is lost where somebody else adds at the same time.
///
/// # Errors
/// Why they are not added; the file is as it was.
pub(in crate::store) fn append(places: &Places, alone: &Alone, questions: &[NewQuestion]) -> Result<(), NotAdded> {
    if questions.is_empty() {
        return Ok(());
    }
    let path = places.home.join(FILE);
    let shown = places.shown(&path);
    rewrite_alone(alone, places, &path, |old| with(old, questions, &shown))
}

/// The text of the file with the questions at its end, read back and looked at.
fn with(old: Option<&str>, questions: &[NewQuestion], shown: &str) -> Result<String, NotAdded> {
    let before = match old {
        Some(text) => read(text, shown)?.questions,
        None => Vec::new(),
    };
    let ids: HashSet<&str> = before.iter().filter_map(|question| question.id.as_deref()).collect();
    if questions.iter().any(|question| ids.contains(question.id.as_str())) {
        return Err(NotAdded::Taken);
    }
    let text = appended(old, questions);
    if text.len() as u64 > FILE_BYTES {
        let what = "with these questions it would be larger than 8 MB and could not be read any more";
        return Err(Problem::file(shown, what, "Move some of its questions into a bank beside it").into());
    }
    let after = read(&text, shown).map_err(|problem| Problem {
        remedy: "Make questions: a plain list at the end of the file, then try again".to_owned(),
        ..problem
    })?;
    if after.questions.len() != before.len() + questions.len() {
        let what = "the list of questions is not at the end of the file";
        return Err(Problem::file(shown, what, "Move questions: to the end, then try again").into());
    }
    Ok(text)
}

/// Whether questions are read back from a bank as they are.
pub(in crate::store) fn reads_back(questions: &[NewQuestion]) -> bool {
    let Ok(bank) = read(&appended(None, questions), "") else {
        return false;
    };
    let same = |(read, new): (&QuestionEntry, &NewQuestion)| {
        let probes = read.probes.iter().map(|probe| &probe.ask);
        read.ask.as_ref() == Some(&new.ask) && probes.eq(new.probes.iter().map(|probe| &probe.ask))
    };
    bank.questions.len() == questions.len() && bank.questions.iter().zip(questions).all(same)
}

/// The bank a file is.
fn read(text: &str, shown: &str) -> Result<BankFile, Problem> {
    let mut page = Page::read(text, shown, 1)?;
    Ok(BankFile::of(page.fields()))
}

/// The text with the questions at its end, in lines that end as its own do.
fn appended(old: Option<&str>, questions: &[NewQuestion]) -> String {
    let old = old
        .filter(|text| !text.trim_matches('\u{feff}').trim().is_empty())
        .unwrap_or(HEAD);
    let line_end = usual_ending(old);
    let mut lines = split(old).map(content);
    let listed = lines
        .clone()
        .any(|line| line.trim_start_matches('\u{feff}').starts_with("questions:"));
    let indent = item_lines(old, "questions")
        .first()
        .and_then(|line| lines.nth(line - 1))
        .map_or(2, |line| line.len() - line.trim_start().len());
    let mut more = String::new();
    if ending(old).is_empty() {
        more.push('\n');
    }
    if !listed {
        more.push_str("questions:\n");
    }
    let pad = " ".repeat(indent);
    for question in questions {
        more.push_str(&format!("{pad}- id: {}\n", question.id));
        more.push_str(&format!("{pad}  category: {}\n", question.category));
        more.push_str(&format!("{pad}  ask: {}\n", quoted(&question.ask)));
        if !question.probes.is_empty() {
            more.push_str(&format!("{pad}  probes:\n"));
        }
        for probe in &question.probes {
            more.push_str(&format!("{pad}    - ask: {}\n", quoted(&probe.ask)));
        }
    }
    old.to_owned() + &more.replace('\n', line_end)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    fn add(places: &Places, questions: &[NewQuestion]) -> Result<(), NotAdded> {
        append(places, &alone(places), questions)
    }

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
        add(&places, &[question("own-a", "Why: this # thing?")]).unwrap();
        let path = places.home.join(FILE);
        let first = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, first.trim_end()).unwrap();
        add(&places, &[question("own-b", "\"No\"")]).unwrap();
        let second = std::fs::read_to_string(&path).unwrap();
        assert!(second.starts_with(first.trim_end()));
        let (questions, problems) = crate::store::banks::load(&path, "own.yaml");
        assert_eq!(problems, []);
        assert_eq!(
            questions.iter().map(|q| q.ask.as_str()).collect::<Vec<_>>(),
            ["Why: this # thing?", "\"No\""]
        );
        std::fs::write(&path, "questions: [").unwrap();
        assert!(add(&places, &[question("own-c", "C?")]).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "questions: [");
    }
    #[test]
    fn questions_are_added_behind_any_mark_and_with_the_line_ends_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let path = places.questions().join("own.yaml");
        std::fs::create_dir_all(places.questions()).unwrap();
        let plain = "# mine\nquestions:\n- id: a\n  category: failure\n  ask: One?\n";
        for mark in ["", "\u{feff}"] {
            for line_end in ["\n", "\r\n", "\r"] {
                for text in [plain, plain.trim_end(), "", "title: Mine\n", "questions:\n"] {
                    let before = format!("{mark}{}", text.replace('\n', line_end));
                    std::fs::write(&path, &before).unwrap();
                    add(&places, &[question("own-b", "Two?")]).unwrap();
                    let after = std::fs::read_to_string(&path).unwrap();
                    assert!(after.starts_with(&before) || text.is_empty(), "{after:?}");
                    let rest = after.replace(line_end, "");
                    assert!(text.is_empty() || !rest.contains(['\r', '\n']), "{after:?}");
                    let (questions, problems) = crate::store::banks::load(&path, "own.yaml");
                    assert_eq!(problems, []);
                    assert_eq!(questions.len(), if text.contains("id: a") { 2 } else { 1 }, "{after:?}");
                }
            }
        }
    }
}
