//! Banks: the shipped ones, embedded as JSON, and the person's own YAML files.

pub mod checked;
mod file;
pub mod lenses;
pub mod own;
pub mod schema;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use super::files::limits::{QUESTIONS, blank, empty, read_text};
use super::files::originals::{drop_copies, holders, originals};
use super::files::places::Places;
use super::files::yaml::{Page, Step};
use crate::domain::category::Category;
use crate::domain::history::bounds::{ID, fits_as_id};
use crate::domain::id::meant;
use crate::domain::part::Part;
use crate::domain::problem::{Problem, Unread};
use crate::domain::question::level::{Level, Levels};
use crate::domain::question::{Also, Origin, Parts, Probe, Question};
use crate::text::nearest::did_you_mean;
use crate::text::time::parse_duration;
use file::{BankFile, ProbeEntry, QuestionEntry};

/// The shipped banks as JSON, made from `questions/*.yaml` by the build.
const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/banks.json"));

/// The other wordings of the shipped questions, a page (ended by a form feed) for each question of [`SHIPPED`] in the same
/// order, so that only who looks for a wording reads them.
const ALSO: &str = include_str!(concat!(env!("OUT_DIR"), "/also.txt"));

/// The shipped questions, in the fixed order of the categories.
pub fn shipped() -> Vec<Question> {
    let banks: Vec<BankFile> = serde_json::from_str(SHIPPED).unwrap_or_default();
    let mut questions: Vec<Question> = banks
        .into_iter()
        .flat_map(|bank| from_file(bank, &Origin::BuiltIn, None, "").0)
        .collect();
    for (question, also) in questions.iter_mut().zip(ALSO.split('\x0c')) {
        question.also = Also::lines_of(also);
    }
    questions.sort_by_key(|question| question.category);
    questions
}

/// The keys of a bank, its questions and their probes.
pub(super) const KEYS: [&str; 15] = [
    "category",
    "title",
    "about",
    "scored",
    "parts",
    "tags",
    "questions",
    "id",
    "ask",
    "also",
    "common",
    "levels",
    "speak",
    "probes",
    "listen_for",
];

/// The endings of banks and lenses.
const ENDINGS: [&str; 2] = ["yaml", "yml"];

/// The questions of one file of the person's.
pub fn load(path: &Path, shown: &str) -> (Vec<Question>, Vec<Problem>) {
    match read_text(path, shown).and_then(|text| Ok((blank(&text), Page::read_list(&text, shown, "questions")?))) {
        Ok((true, _)) => (Vec::new(), vec![empty(shown).leaves(Unread::Nothing)]),
        Ok((false, mut page)) => {
            let bank = BankFile::of(page.fields());
            let mut problems = page.problems_among(&KEYS);
            let (questions, more) = from_file(bank, &Origin::Own(Arc::from(shown)), Some(&page), shown);
            problems.extend(more);
            (questions, problems)
        }
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

/// The questions of all banks of the person's, copies of banks left out. Each has an id of its own: of banks that give one
/// twice the plainest name keeps it.
pub fn own_files(places: &Places) -> (Vec<Question>, Vec<Problem>) {
    let folder = places.questions();
    let shown = places.shown(&folder);
    let (paths, mut problems) = originals(&folder, &shown, &ENDINGS, "bank", "lenses");
    let mut banks: Vec<(String, Vec<Question>)> = Vec::new();
    for (path, shown) in paths {
        let (questions, more) = load(&path, &shown);
        problems.extend(more);
        banks.push((shown, questions));
    }
    let end = "then delete it; or give its questions ids of their own";
    problems.extend(drop_copies(&mut banks, |(path, _)| path, share_an_id, end));
    let (questions, more) = bounded(banks.into_iter().flat_map(|(_, questions)| questions).collect());
    problems.extend(more);
    (questions, problems)
}

/// Whether two banks have a question of one id.
fn share_an_id((_, one): &(String, Vec<Question>), (_, other): &(String, Vec<Question>)) -> bool {
    let there: HashSet<&str> = other.iter().map(|question| question.id.as_str()).collect();
    one.iter().any(|question| there.contains(question.id.as_str()))
}

/// Keeps within the number of questions that are read, and leaves each id to the bank with the plainest name.
fn bounded(mut questions: Vec<Question>) -> (Vec<Question>, Vec<Problem>) {
    let mut problems = Vec::new();
    if questions.len() > QUESTIONS {
        let what = format!("more than {QUESTIONS} questions; the rest is left out");
        problems.push(Problem::file("questions", what, "Move some banks out of the folder").leaves(Unread::Part));
        questions.truncate(QUESTIONS);
    }
    let file = |n: usize| match &questions[n].origin {
        Origin::Own(file) => &**file,
        Origin::BuiltIn => "",
    };
    let holders = holders(questions.len(), file, |n| questions[n].id.as_str());
    for n in (0..questions.len()).filter(|n| holders[*n] != *n) {
        let id = &questions[n].id;
        let what = format!("the id \"{id}\" is also in {}, which keeps it", file(holders[n]));
        let remedy = "Give one of the two another id; until then the question here is left out";
        problems.push(Problem::file(file(n), what, remedy).leaves(Unread::Nothing));
    }
    let mut keeps = holders.into_iter().enumerate().map(|(n, holder)| n == holder);
    questions.retain(|_| keeps.next().unwrap_or(true));
    (questions, problems)
}

/// Turns a bank file into questions; what cannot be used is listed with its line in the page it was read from, and the
/// rest kept.
pub fn from_file(bank: BankFile, origin: &Origin, page: Option<&Page>, shown: &str) -> (Vec<Question>, Vec<Problem>) {
    let mut reader = BankReader {
        page,
        shown,
        problems: Vec::new(),
    };
    let category = bank
        .category
        .as_deref()
        .map(|id| reader.category(id, &[Step::Key("category")]));
    let parts = reader.parts(bank.parts.as_deref());
    let questions = bank
        .questions
        .into_iter()
        .enumerate()
        .filter_map(|(index, entry)| {
            let place = [Step::Key("questions"), Step::Item(index)];
            let own = entry
                .category
                .as_deref()
                .map(|id| reader.category(id, &[place[0], place[1], Step::Key("category")]));
            let category = own.or(category).unwrap_or(Category::Unsorted);
            let base = Base {
                category,
                parts: parts.unwrap_or(Parts::usual(category)),
                scored: bank.scored.unwrap_or(category.scored()),
                tags: &bank.tags,
                origin,
            };
            reader.question(entry, &base, place)
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

/// Where a question stands.
type QuestionSteps = [Step<'static>; 2];

struct BankReader<'a> {
    page: Option<&'a Page>,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl BankReader<'_> {
    /// A value that is not known; what it says is left out, the question is not.
    fn problem(&mut self, steps: &[Step], what: String, remedy: &str) {
        let problem = Problem::line(self.shown, self.line(steps), what, remedy);
        self.problems.push(problem.leaves(Unread::Nothing));
    }

    /// An entry that is left out.
    fn left_out(&mut self, steps: &[Step], what: &str, remedy: &str) {
        let problem = Problem::line(self.shown, self.line(steps), what, remedy);
        self.problems.push(problem);
    }

    fn line(&self, steps: &[Step]) -> usize {
        self.page.map_or(1, |page| page.line_of(steps))
    }

    fn category(&mut self, id: &str, steps: &[Step]) -> Category {
        meant(id, Category::from_id).unwrap_or_else(|| {
            let what = format!("\"{id}\" is no category; its questions are unsorted");
            let known = Category::ALL.iter().map(|category| category.id());
            let remedy = did_you_mean(id, known, "Use one that `greenroom list categories` prints");
            self.problem(steps, what, &remedy);
            Category::Unsorted
        })
    }

    fn parts(&mut self, word: Option<&str>) -> Option<Parts> {
        let word = word?;
        let parts = meant(word, Parts::from_id);
        if parts.is_none() {
            let what = format!("parts \"{word}\" is not known");
            self.problem(&[Step::Key("parts")], what, "Write star or none");
        }
        parts
    }

    fn question(&mut self, entry: QuestionEntry, base: &Base, place: QuestionSteps) -> Option<Question> {
        let written = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let (Some(id), Some(ask)) = (written(entry.id), written(entry.ask)) else {
            self.left_out(&place, "a question without id or ask is left out", "Give it both");
            return None;
        };
        if !fits_as_id(&id) {
            let what = format!("an id of more than {ID} letters is too long; the question is left out");
            self.left_out(&place, &what, "Give it a shorter one");
            return None;
        }
        let mut tags = base.tags.to_vec();
        tags.extend(entry.tags.into_iter().filter(|tag| !base.tags.contains(tag)));
        Some(Question {
            id: id.into(),
            ask: ask.trim().to_owned(),
            also: entry.also.iter().collect(),
            common: entry.common.unwrap_or(false),
            category: base.category,
            levels: self.levels(&entry.levels, place),
            tags,
            speak: entry.speak.and_then(|text| self.speak(&text, place)),
            parts: base.parts,
            scored: base.scored,
            probes: self.probes(entry.probes, place),
            listen_for: entry.listen_for,
            origin: base.origin.clone(),
        })
    }

    fn levels(&mut self, words: &[String], place: QuestionSteps) -> Levels {
        let mut levels = Vec::new();
        for (n, word) in words.iter().enumerate() {
            let level = meant(word, Level::from_id);
            if level.is_none() {
                let steps = [place[0], place[1], Step::Key("levels"), Step::Item(n)];
                let what = format!("\"{word}\" is no level");
                self.problem(&steps, what, "Write junior, senior, staff or manager");
            }
            levels.extend(level);
        }
        levels
            .into_iter()
            .map(Levels::one)
            .reduce(Levels::and)
            .unwrap_or(Levels::ALL)
    }

    fn speak(&mut self, text: &str, place: QuestionSteps) -> Option<u32> {
        match parse_duration(text) {
            Ok(seconds) if seconds > 0 => Some(seconds),
            Ok(_) => None,
            Err(what) => {
                let steps = [place[0], place[1], Step::Key("speak")];
                self.problem(&steps, what, "Mend it; until then the drill's time is used");
                None
            }
        }
    }

    fn probes(&mut self, entries: Vec<ProbeEntry>, place: QuestionSteps) -> Vec<Probe> {
        let mut probes = Vec::new();
        for (n, entry) in entries.into_iter().enumerate() {
            let at = [place[0], place[1], Step::Key("probes"), Step::Item(n)];
            if entry.ask.trim().is_empty() {
                self.left_out(&at, "a probe without ask is left out", "Write it like ask: What then?");
                continue;
            }
            let when = entry.when.and_then(|word| {
                let part = meant(&word, Part::from_id);
                if part.is_none() {
                    let steps = [at[0], at[1], at[2], at[3], Step::Key("when")];
                    let what = format!("\"{word}\" is no part");
                    self.problem(&steps, what, "Write situation, task, action, result or reflection");
                }
                part
            });
            probes.push(Probe { ask: entry.ask, when });
        }
        probes
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
        let mut lines: Vec<_> = problems.iter().map(|problem| problem.line.unwrap()).collect();
        lines.sort_unstable();
        assert_eq!(lines, [5, 6, 9, 10]);
    }
}
