//! Banks: the shipped ones, embedded as JSON, and the person's own YAML files.

pub mod checked;
pub mod lenses;
pub mod own;
pub mod schema;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::files::limits::{QUESTIONS, read_text};
use super::files::yaml;
use crate::domain::category::Category;
use crate::domain::history::bounds::{ID, fits_as_id};
use crate::domain::part::Part;
use crate::domain::problem::{Problem, Unread};
use crate::domain::question::{Level, Origin, Parts, Probe, Question};
use crate::text::time::parse_duration;

/// A bank of questions: one YAML file in the folder questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "Greenroom bank", deny_unknown_fields, extend("required" = ["questions"]))]
pub struct BankFile {
    /// The category of every question that names none of its own.
    #[serde(default)]
    #[schemars(schema_with = "schema::category")]
    pub category: Option<String>,
    /// What the bank is called.
    #[serde(default)]
    #[schemars(schema_with = "schema::words")]
    pub title: Option<String>,
    /// One sentence on what it tests.
    #[serde(default)]
    #[schemars(schema_with = "schema::words")]
    pub about: Option<String>,
    /// Whether its questions are drilled for a rating; left out: as the category is.
    #[serde(default)]
    #[schemars(schema_with = "schema::switch")]
    pub scored: Option<bool>,
    /// Whether answers are told in the five parts, star, or not, none; left out: as the category is.
    #[serde(default)]
    #[schemars(schema_with = "schema::parts")]
    pub parts: Option<String>,
    /// Tags for every question.
    #[serde(default)]
    #[schemars(schema_with = "schema::tags")]
    pub tags: Vec<String>,
    /// The questions.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub questions: Vec<QuestionEntry>,
}

/// One question an interviewer may ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, extend("required" = ["id", "ask"]))]
pub struct QuestionEntry {
    /// Unique over all banks and stable for ever, since history hangs on it: words in lower case joined by hyphens.
    #[serde(default)]
    #[schemars(schema_with = "schema::id")]
    pub id: Option<String>,
    /// The prompt: one question, under 30 words.
    #[serde(default)]
    #[schemars(schema_with = "schema::words")]
    pub ask: Option<String>,
    /// Its own category, where it is not that of the bank.
    #[serde(default)]
    #[schemars(schema_with = "schema::category")]
    pub category: Option<String>,
    /// Whom it suits; left out: everybody.
    #[serde(default)]
    #[schemars(schema_with = "schema::levels")]
    pub levels: Vec<String>,
    /// Competencies that cross categories, one to three.
    #[serde(default)]
    #[schemars(schema_with = "schema::tags")]
    pub tags: Vec<String>,
    /// How long to speak, like 90s, 2m or 1m30s; left out: the drill's time.
    #[serde(default)]
    #[schemars(schema_with = "schema::duration")]
    pub speak: Option<String>,
    /// What may be asked next, two to four.
    #[serde(default)]
    pub probes: Vec<ProbeEntry>,
    /// What a strong answer shows, two to four lines of at most 16 words.
    #[serde(default)]
    #[schemars(inner(length(min = 1)))]
    pub listen_for: Vec<String>,
}

/// What may be asked next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ProbeEntry {
    /// One question of at most 20 words.
    #[schemars(length(min = 1))]
    pub ask: String,
    /// The part of the answer whose absence calls for it; left out: any time.
    #[serde(default)]
    #[schemars(schema_with = "schema::part")]
    pub when: Option<String>,
}

/// The shipped banks as JSON, made from `questions/*.yaml` by the build.
const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/banks.json"));

/// The shipped questions, in the fixed order of the categories.
pub fn shipped() -> Vec<Question> {
    let banks: Vec<BankFile> = serde_json::from_str(SHIPPED).unwrap_or_default();
    let mut questions: Vec<Question> = banks
        .into_iter()
        .flat_map(|bank| from_file(bank, &Origin::BuiltIn, "", "").0)
        .collect();
    questions.sort_by_key(|question| question.category);
    questions
}

/// The questions of one file of the person's.
pub fn load(path: &Path, shown: &str) -> (Vec<Question>, Vec<Problem>) {
    let read = read_text(path, shown).and_then(|text| {
        let (bank, problems) = yaml::parse::<BankFile>(&text, shown, 1)?;
        Ok((text, bank, problems))
    });
    match read {
        Ok((text, bank, mut problems)) => {
            let origin = Origin::Own(Arc::from(shown));
            let (questions, more) = from_file(bank, &origin, &text, shown);
            problems.extend(more);
            (questions, problems)
        }
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

/// Keeps within the number of questions that are read, and lists ids given twice by the person's own banks.
pub fn bounded(mut questions: Vec<Question>) -> (Vec<Question>, Vec<Problem>) {
    let mut problems = Vec::new();
    if questions.len() > QUESTIONS {
        let what = format!("more than {QUESTIONS} questions; the rest is left out");
        problems.push(Problem::file("questions", what, "Move some banks out of the folder").leaves(Unread::Part));
        questions.truncate(QUESTIONS);
    }
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for question in &questions {
        if let Origin::Own(file) = &question.origin
            && let Some(other) = seen.insert(question.id.as_str(), file)
        {
            let what = format!("the id \"{}\" is also in {other}", question.id);
            let remedy = "Give one of the two another id; the later one is used";
            problems.push(Problem::file(&**file, what, remedy).leaves(Unread::Nothing));
        }
    }
    (questions, problems)
}

/// Turns a bank file into questions; what cannot be used is listed with its line and the rest kept.
pub fn from_file(bank: BankFile, origin: &Origin, text: &str, shown: &str) -> (Vec<Question>, Vec<Problem>) {
    let mut reader = Reader {
        lines: if text.is_empty() {
            Vec::new()
        } else {
            yaml::item_lines(text, "questions")
        },
        shown,
        problems: Vec::new(),
    };
    let category = bank.category.as_deref().map(|id| reader.category(id, 1));
    let parts = reader.parts(bank.parts.as_deref());
    let questions = bank
        .questions
        .into_iter()
        .enumerate()
        .filter_map(|(index, entry)| {
            let line = reader.lines.get(index).copied().unwrap_or(1);
            let own = entry.category.as_deref().map(|id| reader.category(id, line));
            let category = own.or(category).unwrap_or(Category::Unsorted);
            let base = Base {
                category,
                parts: parts.unwrap_or(Parts::usual(category)),
                scored: bank.scored.unwrap_or(category.scored()),
                tags: &bank.tags,
                origin,
            };
            reader.question(entry, &base, line)
        })
        .collect();
    (questions, reader.problems)
}

struct Base<'a> {
    category: Category,
    parts: Parts,
    scored: bool,
    tags: &'a [String],
    origin: &'a Origin,
}

struct Reader<'a> {
    lines: Vec<usize>,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// A value that is not known; what it says is left out, the question is not.
    fn problem(&mut self, line: usize, what: String, remedy: &str) {
        let problem = Problem::line(self.shown, line, what, remedy);
        self.problems.push(problem.leaves(Unread::Nothing));
    }

    fn category(&mut self, id: &str, line: usize) -> Category {
        Category::from_id(id).unwrap_or_else(|| {
            let what = format!("\"{id}\" is no category; its questions are unsorted");
            self.problem(line, what, "Use one that `greenroom list categories` prints");
            Category::Unsorted
        })
    }

    fn parts(&mut self, word: Option<&str>) -> Option<Parts> {
        let word = word?;
        let parts = Parts::from_id(word);
        if parts.is_none() {
            self.problem(1, format!("parts \"{word}\" is not known"), "Write star or none");
        }
        parts
    }

    fn question(&mut self, entry: QuestionEntry, base: &Base, line: usize) -> Option<Question> {
        let (Some(id), Some(ask)) = (entry.id.filter(|id| !id.trim().is_empty()), entry.ask) else {
            let what = "a question without id or ask is left out";
            self.problems
                .push(Problem::line(self.shown, line, what, "Give it both"));
            return None;
        };
        if !fits_as_id(&id) {
            let what = format!("an id of more than {ID} letters is too long; the question is left out");
            self.problem(line, what, "Give it a shorter one");
            return None;
        }
        let mut tags = base.tags.to_vec();
        tags.extend(entry.tags.into_iter().filter(|tag| !base.tags.contains(tag)));
        Some(Question {
            id: id.into(),
            ask: ask.trim().to_owned(),
            category: base.category,
            levels: self.levels(&entry.levels, line),
            tags,
            speak: entry.speak.and_then(|text| self.speak(&text, line)),
            parts: base.parts,
            scored: base.scored,
            probes: entry.probes.into_iter().map(|probe| self.probe(probe, line)).collect(),
            listen_for: entry.listen_for,
            origin: base.origin.clone(),
        })
    }

    fn levels(&mut self, words: &[String], line: usize) -> Vec<Level> {
        let mut levels = Vec::new();
        for word in words {
            match Level::from_id(word) {
                Some(level) => levels.push(level),
                None => self.problem(
                    line,
                    format!("\"{word}\" is no level"),
                    "Write junior, senior, staff or manager",
                ),
            }
        }
        if levels.is_empty() { Level::ALL.to_vec() } else { levels }
    }

    fn speak(&mut self, text: &str, line: usize) -> Option<u32> {
        match parse_duration(text) {
            Ok(seconds) if seconds > 0 => Some(seconds),
            Ok(_) => None,
            Err(what) => {
                self.problem(line, what, "Mend it; until then the drill's time is used");
                None
            }
        }
    }

    fn probe(&mut self, entry: ProbeEntry, line: usize) -> Probe {
        let when = entry.when.and_then(|word| {
            let part = Part::from_id(&word);
            if part.is_none() {
                self.problem(
                    line,
                    format!("\"{word}\" is no part"),
                    "Write situation, task, action, result or reflection",
                );
            }
            part
        });
        Probe { ask: entry.ask, when }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_json_is_what_the_yaml_says() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions");
        let mut from_yaml = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                let (questions, problems) = load(&path, &path.display().to_string());
                assert_eq!(problems, []);
                from_yaml.extend(questions);
            }
        }
        for question in &mut from_yaml {
            question.origin = Origin::BuiltIn;
        }
        from_yaml.sort_by(|a, b| a.id.cmp(&b.id));
        let mut embedded = shipped();
        embedded.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(embedded, from_yaml);
        assert!(embedded.len() >= 170);
    }

    #[test]
    fn one_bad_entry_leaves_the_others() {
        let text = "category: conflict\nquestions:\n  - id: a\n    ask: One?\n    levels: [wizard]\n  - ask: Two?\n  - id: c\n    ask: Three?\n    speak: soon\n    category: nowhere\n";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.yaml");
        std::fs::write(&path, text).unwrap();
        let (questions, problems) = load(&path, "b.yaml");
        assert_eq!(questions.len(), 2);
        assert_eq!(questions[1].category, Category::Unsorted);
        let lines: Vec<_> = problems.iter().map(|problem| problem.line.unwrap()).collect();
        assert_eq!(lines, [3, 6, 7, 7]);
    }
}
