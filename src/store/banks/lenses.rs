//! Lenses: the shipped ones, embedded as JSON, and the person's own YAML files.

use std::collections::HashSet;
use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ENDINGS, schema};
use crate::domain::id::well_formed;
use crate::domain::problem::{Problem, Unread};
use crate::domain::question::Question;
use crate::domain::question::lens::{Lens, Value};
use crate::store::files::limits::read_text;
use crate::store::files::originals::{drop_copies, holders, originals};
use crate::store::files::places::Places;
use crate::store::files::yaml::{Entry, Page, Step, keyed};

keyed! {
    /// A lens: a company's values mapped to tags, one YAML file in the folder questions/lenses.
    #[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(title = "Greenroom lens", deny_unknown_fields, extend("required" = ["lens", "values"]))]
    pub struct LensFile {
        /// Its id, as --lens names it: words in lower case joined by hyphens. One with a built-in id replaces that lens.
        #[schemars(schema_with = "schema::id")]
        lens: text -> Option<String>,
        /// What it is called; left out: its id.
        #[schemars(schema_with = "schema::words")]
        title: text -> Option<String>,
        /// One sentence on what it is.
        #[schemars(schema_with = "schema::words")]
        about: text -> Option<String>,
        /// The values.
        #[schemars(length(min = 1))]
        values: each -> Vec<ValueEntry>,
    }
}

keyed! {
    /// One value of a lens.
    #[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields, extend("required" = ["id", "tags"]))]
    pub struct ValueEntry {
        /// Its id, unique within the lens.
        #[schemars(schema_with = "schema::id")]
        id: text -> Option<String>,
        /// What it is called; left out: its id.
        #[schemars(schema_with = "schema::words")]
        title: text -> Option<String>,
        /// What an answer should show for it.
        #[schemars(schema_with = "schema::words")]
        about: text -> Option<String>,
        /// The tags whose questions test it.
        #[schemars(schema_with = "schema::tags")]
        tags: tags -> Vec<String>,
    }
}

impl From<Entry<'_>> for ValueEntry {
    fn from(entry: Entry) -> ValueEntry {
        match entry {
            Entry::Keys(fields) => ValueEntry::of(fields),
            Entry::Words(id) => ValueEntry {
                id: Some(id),
                ..ValueEntry::default()
            },
        }
    }
}

/// The shipped lenses as JSON, made from `questions/lenses/*.yaml` by the build.
const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/lenses.json"));

/// The shipped lenses.
pub fn shipped() -> Vec<Lens> {
    let files: Vec<LensFile> = serde_json::from_str(SHIPPED).unwrap_or_default();
    files
        .into_iter()
        .filter_map(|file| from_file(file, None, "", &Tags::default()).0)
        .collect()
}

/// All lenses: the shipped ones, then the person's own; one with a built-in id replaces that one.
pub fn all(places: &Places, questions: &[Question]) -> (Vec<Lens>, Vec<Problem>) {
    let mut lenses = shipped();
    let (own, problems) = own(places, questions);
    for lens in own {
        match lenses.iter_mut().find(|other| other.id == lens.id) {
            Some(other) => *other = lens,
            None => lenses.push(lens),
        }
    }
    (lenses, problems)
}

/// The person's own lenses, copies left out. Each has an id of its own: of files that give one twice the plainest name
/// keeps it.
fn own(places: &Places, questions: &[Question]) -> (Vec<Lens>, Vec<Problem>) {
    let folder = places.lenses();
    let (paths, mut problems) = originals(&folder, &places.shown(&folder), &ENDINGS, "lens", "");
    let tags = if paths.is_empty() {
        Tags::default()
    } else {
        Tags::of(questions)
    };
    let mut lenses: Vec<(String, Lens)> = Vec::new();
    for (path, shown) in paths {
        let (lens, more) = load(&path, &shown, &tags);
        problems.extend(more);
        lenses.extend(lens.map(|lens| (shown, lens)));
    }
    let same = |(_, one): &(String, Lens), (_, other): &(String, Lens)| one.id == other.id;
    let end = "then delete it; or give it an id of its own";
    problems.extend(drop_copies(&mut lenses, |(path, _)| path, same, end));
    let holders = holders(lenses.len(), |n| &lenses[n].0, |n| &lenses[n].1.id);
    for n in (0..lenses.len()).filter(|n| holders[*n] != *n) {
        let (path, lens) = &lenses[n];
        let what = format!(
            "the id \"{}\" is also in {}, which keeps it",
            lens.id, lenses[holders[n]].0
        );
        let remedy = "Give one of the two another id; until then the lens here is left out";
        problems.push(Problem::file(path, what, remedy));
    }
    let own = lenses.into_iter().enumerate().filter(|(n, _)| holders[*n] == *n);
    (own.map(|(_, (_, lens))| lens).collect(), problems)
}

/// The tags that questions have.
#[derive(Debug, Default)]
pub struct Tags<'a>(HashSet<&'a str>);

impl<'a> Tags<'a> {
    /// All tags of these questions.
    pub fn of(questions: &'a [Question]) -> Tags<'a> {
        let tags = questions.iter().flat_map(|question| &question.tags);
        Tags(tags.map(String::as_str).collect())
    }

    /// These and more.
    #[must_use]
    pub fn with(mut self, more: impl IntoIterator<Item = &'a str>) -> Tags<'a> {
        self.0.extend(more);
        self
    }
}

/// The lens of one file; `tags` are those that questions have.
pub fn load(path: &Path, shown: &str, tags: &Tags) -> (Option<Lens>, Vec<Problem>) {
    match read_text(path, shown).and_then(|text| Page::read_list(&text, shown, "values")) {
        Ok(mut page) => {
            let file = LensFile::of(page.fields());
            let mut problems = page.problems(|_| true);
            let (lens, more) = from_file(file, Some(&page), shown, tags);
            problems.extend(more);
            (lens, problems)
        }
        Err(problem) => (None, vec![problem]),
    }
}

/// Turns a lens file into a lens; what cannot be used is listed with its line in the page it was read from, and the rest
/// kept.
fn from_file(file: LensFile, page: Option<&Page>, shown: &str, tags: &Tags) -> (Option<Lens>, Vec<Problem>) {
    let mut reader = LensReader {
        page,
        shown,
        tags,
        problems: Vec::new(),
    };
    let lens = reader.lens(file);
    (lens, reader.problems)
}

struct LensReader<'a> {
    page: Option<&'a Page>,
    shown: &'a str,
    tags: &'a Tags<'a>,
    problems: Vec<Problem>,
}

impl LensReader<'_> {
    fn problem(&mut self, steps: &[Step], what: &str, remedy: &str) {
        let line = self.page.map_or(1, |page| page.line_of(steps));
        self.problems.push(Problem::line(self.shown, line, what, remedy));
    }

    fn lens(&mut self, file: LensFile) -> Option<Lens> {
        let Some(id) = file.lens.filter(|id| well_formed(id) && id != "all") else {
            self.problem(
                &[Step::Key("lens")],
                "the lens has no id that can be used and is left out",
                "Give it a line like lens: acme, in lower case and not all",
            );
            return None;
        };
        let values: Vec<Value> = file
            .values
            .into_iter()
            .enumerate()
            .filter_map(|(place, entry)| self.value(entry, place))
            .collect();
        if values.is_empty() {
            self.problem(
                &[Step::Key("values")],
                "the lens has no value that can be used and is left out",
                "Give it values with an id and tags",
            );
            return None;
        }
        Some(Lens {
            title: file.title.unwrap_or_else(|| id.clone()),
            about: file.about.unwrap_or_default(),
            id,
            values,
        })
    }

    fn value(&mut self, entry: ValueEntry, place: usize) -> Option<Value> {
        let here = [Step::Key("values"), Step::Item(place)];
        let id = entry.id.filter(|id| !id.trim().is_empty());
        let (Some(id), false) = (id, entry.tags.is_empty()) else {
            self.problem(&here, "a value without id or tags is left out", "Give it both");
            return None;
        };
        for (n, tag) in entry.tags.iter().enumerate() {
            if !self.shown.is_empty() && !self.tags.0.contains(tag.as_str()) {
                let steps = [here[0], here[1], Step::Key("tags"), Step::Item(n)];
                let line = self.page.map_or(1, |page| page.line_of(&steps));
                let what = format!("no question has the tag \"{tag}\"");
                let remedy = "Use a tag of your questions, or give it to one of them";
                let problem = Problem::line(self.shown, line, what, remedy);
                self.problems.push(problem.leaves(Unread::Nothing));
            }
        }
        Some(Value {
            title: entry.title.unwrap_or_else(|| id.clone()),
            about: entry.about.unwrap_or_default(),
            id,
            tags: entry.tags,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::store::banks;
    use crate::store::files::folders::files;

    #[test]
    fn the_shipped_lenses_are_what_the_yaml_says_and_use_tags_that_questions_have() {
        let questions = banks::shipped();
        let tags = Tags::of(&questions);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions/lenses");
        let mut from_yaml = Vec::new();
        for path in files(&folder, "", &["yaml"]).0 {
            let (lens, problems) = load(&path, &path.display().to_string(), &tags);
            assert_eq!(problems, []);
            from_yaml.push(lens.unwrap());
        }
        assert_eq!(shipped(), from_yaml);
        let sizes: Vec<(&str, usize)> = from_yaml
            .iter()
            .map(|lens| (lens.id.as_str(), lens.values.len()))
            .collect();
        assert_eq!(sizes, [("amazon", 16), ("google", 4), ("level", 4), ("meta", 5)]);
    }

    #[test]
    fn a_home_lens_replaces_and_adds_and_what_is_wrong_has_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        std::fs::create_dir_all(places.lenses()).unwrap();
        let write = |name: &str, text: &str| std::fs::write(places.lenses().join(name), text).unwrap();
        write(
            "acme.yaml",
            "lens: acme\ntitle: Acme\nmotto: x\nvalues:\n  - id: brave\n    tags:\n      - backbone\n      - bravery\n  - title: no id\n    tags: [ownership]\n",
        );
        write("meta.yaml", "lens: meta\nvalues:\n  - id: one\n    tags: [ownership]\n");
        write("none.yaml", "title: Nobody\n");
        write("void.yaml", "lens: void\nvalues: []\n");
        write("bad.yaml", "lens: [\n");
        let (lenses, problems) = all(&places, &banks::shipped());
        let ids: Vec<&str> = lenses.iter().map(|lens| lens.id.as_str()).collect();
        assert_eq!(ids, ["amazon", "google", "level", "meta", "acme"]);
        assert_eq!((lenses[3].title.as_str(), lenses[3].values.len()), ("meta", 1));
        let said: Vec<String> = problems.iter().map(|p| format!("{}: {}", p.place(), p.what)).collect();
        for wanted in [
            "questions/lenses/acme.yaml:3: the key \"motto\" is not known here",
            "questions/lenses/acme.yaml:8: no question has the tag \"bravery\"",
            "questions/lenses/acme.yaml:9: a value without id or tags is left out",
            "questions/lenses/none.yaml:1: the lens has no id that can be used and is left out",
            "questions/lenses/void.yaml:2: the lens has no value that can be used and is left out",
        ] {
            assert!(said.contains(&wanted.to_owned()), "{wanted}\n{said:#?}");
        }
        assert_eq!(said.len(), 6, "{said:#?}");
    }
}
