//! Answers: one Markdown file each, with front matter that keeps whatever else stands in it.

pub mod front_matter;
mod ids;
pub mod naming;
pub mod save;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::files::head::opened;
use super::files::limits::{ANSWERS, blank, empty, read_text};
use super::files::originals::originals;
use super::files::yaml::{Page, keyed};
use crate::check::codes::find;
use crate::domain::answer::{Answer, Kind};
use crate::domain::category::Category;
use crate::domain::history::bounds::{ID, fits_as_id};
use crate::domain::id::meant;
use crate::domain::new_ids::spelled;
use crate::domain::problem::{Problem, Unread};
use crate::markup::lines::contents;
use crate::markup::markdown::heading;
pub use crate::markup::scalar::quoted;
use crate::text::nearest::did_you_mean;

/// The sample answers that ship.
static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/answers");

keyed! {
    /// The front matter as it is read.
    struct AnswerFront {
        id: text -> Option<String>,
        title: text -> Option<String>,
        kind: text -> Option<String>,
        category: text -> Option<String>,
        questions: words -> Vec<String>,
        tags: tags -> Vec<String>,
        source: text -> Option<String>,
        allow: words -> Vec<String>,
        sample: switch -> Option<bool>,
    }
}

/// The version of a text: its fingerprint.
pub fn version(text: &str) -> String {
    fingerprint(text.as_bytes())
}

/// The first 16 hexadecimal digits of the SHA-256 of these bytes.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The files of the sample answers that ship: name and text.
pub fn samples() -> impl Iterator<Item = (&'static str, &'static str)> {
    SAMPLES
        .files()
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
}

/// The samples as answers, read once.
pub fn shipped() -> &'static [Answer] {
    static READ: OnceLock<Vec<Answer>> = OnceLock::new();
    let read = || {
        let each = samples().filter_map(|(name, text)| parse(text, name).ok());
        each.map(|(answer, _)| answer).collect()
    };
    READ.get_or_init(read)
}

/// All answers of a folder, by file name. A file that cannot be read is a problem and the rest is loaded.
pub fn load_folder(folder: &Path, shown: &str) -> (Vec<Answer>, Vec<Problem>) {
    let mut answers = Vec::new();
    let mut more = Vec::new();
    let mut problems = each_text(folder, shown, "answer", |path, shown, text| {
        let (mut answer, odd) = parse(text, shown)?;
        answer.modified = modified(path);
        answers.push(answer);
        more.extend(odd);
        Ok(())
    });
    problems.extend(more);
    let (answers, more) = ids::settled(answers);
    problems.extend(more);
    (answers, problems)
}

/// Goes through the Markdown files of a folder by name, and says what is wrong: conflict copies, what cannot be read, and
/// more files than are read. `noun` is what one of them holds.
pub(super) fn each_text(
    folder: &Path,
    shown: &str,
    noun: &str,
    mut take: impl FnMut(&Path, &str, &str) -> Result<(), Problem>,
) -> Vec<Problem> {
    let (paths, mut problems) = originals(folder, shown, &["md"], noun, "");
    let mut taken = 0;
    for (path, file) in paths {
        if taken >= ANSWERS {
            let what = format!("more than {ANSWERS} {noun}s; the rest is left out");
            problems.push(Problem::file(shown, what, "Move some out of the folder").leaves(Unread::Part));
            break;
        }
        match read_text(&path, &file).and_then(|text| take(&path, &file, &text)) {
            Ok(()) => taken += 1,
            Err(problem) => problems.push(problem),
        }
    }
    problems
}

/// When a file last changed, in seconds since 1970; 0 where that is not known.
pub(super) fn modified(path: &Path) -> i64 {
    let time = std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    time.and_then(|time| jiff::Timestamp::try_from(time).ok())
        .map_or(0, jiff::Timestamp::as_second)
}

/// Reads one answer from its text; what is odd in it is listed.
///
/// # Errors
/// The problem that makes it unreadable.
pub fn parse(text: &str, shown: &str) -> Result<(Answer, Vec<Problem>), Problem> {
    let (matter, body_start) = opened(text, shown)?;
    let (inner, line) = matter.map_or(("", 1), |matter| (matter.inner, matter.first_line()));
    let mut page = Page::read(inner, shown, line)?;
    let front = AnswerFront::of(page.fields());
    let mut problems = page.problems_among(AnswerFront::KEYS);
    let stem = Path::new(shown).file_stem().unwrap_or_default().to_string_lossy();
    if blank(text) {
        problems.push(empty(shown).leaves(Unread::Nothing));
    }
    let mut odd = Odd {
        page: &page,
        shown,
        problems,
    };
    let kind = odd.kind(front.kind.as_deref());
    let category = odd.category(front.category.as_deref());
    let id = odd.id(front.id);
    odd.codes(&front.allow);
    let problems = odd.problems;
    let title = front
        .title
        .or_else(|| {
            let mut lines = contents(&text[body_start..]);
            lines.find_map(|line| heading(line).map(str::to_owned))
        })
        .unwrap_or_else(|| stem.replace('-', " "));
    let answer = Answer {
        id: id.unwrap_or_else(|| stem.clone().into_owned()).into(),
        title: title.trim().to_owned(),
        kind,
        category,
        questions: front.questions.into_iter().map(Into::into).collect(),
        tags: front.tags,
        source: front.source,
        allow: front.allow,
        sample: front.sample.unwrap_or(false),
        path: shown.to_owned(),
        version: version(text).into(),
        modified: 0,
        text: Arc::from(text),
        body_start,
    };
    Ok((answer, problems))
}

/// What is odd in the front matter of an answer: it is said, and the answer is read all the same.
struct Odd<'a> {
    page: &'a Page,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl Odd<'_> {
    fn say(&mut self, path: &str, what: String, remedy: &str) {
        let problem = Problem::line(self.shown, self.page.line_of_path(path), what, remedy);
        let key = path.split('.').next().unwrap_or(path);
        self.problems.push(problem.leaves(Unread::Nothing).about(key));
    }

    fn kind(&mut self, word: Option<&str>) -> Kind {
        let Some(word) = word else { return Kind::Story };
        meant(word, Kind::from_id).unwrap_or_else(|| {
            let what = format!("kind \"{word}\" is not known; taken as a story");
            let remedy = did_you_mean(word, Kind::ALL.map(Kind::id), "Write story or point");
            self.say("kind", what, &remedy);
            Kind::Story
        })
    }

    fn category(&mut self, id: Option<&str>) -> Option<Category> {
        let id = id?;
        let category = meant(id, Category::from_id);
        if category.is_none() {
            let what = format!("\"{id}\" is no category");
            let known = Category::ALL.iter().map(|category| category.id());
            let remedy = did_you_mean(id, known, "Use one that `greenroom list categories` prints");
            self.say("category", what, &remedy);
        }
        category
    }

    /// The id that is written, unless it is too long to be one.
    fn id(&mut self, id: Option<String>) -> Option<String> {
        let id = id?;
        if fits_as_id(&id) {
            return Some(id);
        }
        let what = format!("an id of more than {ID} letters is too long; the name of the file is taken");
        self.say("id", what, "Give it a shorter one");
        None
    }

    fn codes(&mut self, codes: &[String]) {
        for (n, code) in codes.iter().enumerate().filter(|(_, code)| find(code).is_none()) {
            let what = format!("\"{code}\" is no code");
            let remedy = "Use one that `greenroom check --codes` prints";
            self.say(&format!("allow.{n}"), what, remedy);
        }
    }
}

/// The front matter of a new answer, followed by its body.
pub fn render(id: &str, title: &str, kind: Kind, more: &[(&str, String)], body: &str) -> String {
    let mut text = format!("---\nid: {id}\ntitle: {}\nkind: {}\n", quoted(title), kind.id());
    for (key, value) in more {
        text.push_str(&format!("{key}: {value}\n"));
    }
    text.push_str("---\n");
    text.push_str(body);
    text
}

/// A file name for a title: lower case letters and digits with hyphens between, at most 60.
pub fn slug(title: &str) -> String {
    slug_or(title, "answer")
}

/// The same; a title without any letter or digit gets `otherwise`.
pub(super) fn slug_or(title: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for c in title.nfc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if is_combining_mark(c) {
            // It belongs to the letter before it.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        otherwise.to_owned()
    } else {
        slug.to_owned()
    }
}

/// A new answer id, by chance.
pub fn new_id() -> String {
    spelled(uuid::Uuid::new_v4().as_u128() >> 8)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn every_sample_loads_without_a_problem_and_names_questions_that_exist() {
        let questions = super::super::banks::shipped();
        let mut count = 0;
        for (name, text) in samples() {
            let (answer, problems) = parse(text, name).unwrap();
            assert_eq!(problems, [], "{name}");
            assert!(answer.sample, "{name}");
            for id in &answer.questions {
                assert!(questions.iter().any(|question| question.id == *id), "{name}: {id}");
            }
            count += 1;
        }
        assert_eq!(count, 12);
    }

    #[test]
    fn byte_marks_line_ends_and_missing_front_matter_are_no_hindrance() {
        let (answer, _) = parse("\u{feff}---\r\nid: abc\r\ntitle: A\r\n---\r\nBody\r\n", "answers/x.md").unwrap();
        assert_eq!((answer.id.as_str(), answer.body()), ("abc", "Body\r\n"));
        let (answer, _) = parse("# My story\ntext", "answers/my-story.md").unwrap();
        assert_eq!((answer.id.as_str(), answer.title.as_str()), ("my-story", "My story"));
    }

    #[test]
    fn broken_front_matter_has_its_line() {
        let problem = parse("---\nid: a\nquestions: [\n---\n", "x.md").unwrap_err();
        assert!(problem.line.unwrap() >= 3, "{problem:?}");
        assert_eq!(parse("a\n<<<<<<< HEAD\n", "x.md").unwrap_err().line, Some(2));
    }

    #[test]
    fn what_is_rendered_is_read_back() {
        for title in [
            "Plain title",
            "no",
            "A: b #c",
            "\"quoted\"",
            "12",
            "ends ",
            "面接",
            "Q&A: *why* [&c]",
        ] {
            let text = render(
                "abcdef",
                title,
                Kind::Point,
                &[("questions", "[a, b]".into())],
                "Body\n",
            );
            let (answer, problems) = parse(&text, "x.md").unwrap();
            assert_eq!(problems, []);
            assert_eq!((answer.title.as_str(), answer.kind), (title.trim(), Kind::Point));
            assert_eq!(answer.questions.len(), 2);
        }
        assert_eq!(slug("The queue: that could, wait!"), "the-queue-that-could-wait");
        assert_eq!(slug("…"), "answer");
        assert_eq!(slug("Zu\u{308}rich"), slug("Zürich"));
        assert_eq!(new_id().len(), 6);
    }
}
