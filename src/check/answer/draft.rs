//! What is checked of one answer, and a stretch of it in which something is found.

use std::ops::Range;

use crate::check::codes::{Rule, find};
use crate::domain::answer::{Answer, Kind};
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::settings::Settings;

/// One answer as it is checked.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// The text, front matter and all.
    pub text: &'a str,
    /// Where in it the body begins, in bytes.
    pub body: usize,
    /// Story or talking point.
    pub kind: Kind,
    /// Its category; none where nothing says it.
    pub category: Option<Category>,
    /// The other categories it serves.
    pub serves: Vec<Category>,
    /// The rules that are not looked at.
    pub allow: Vec<Rule>,
    /// The time it is told in, in seconds.
    pub speak: u32,
    /// Words a minute.
    pub pace: u32,
}

impl<'a> Draft<'a> {
    /// An answer with the categories and the time of the questions it serves.
    pub fn of(answer: &'a Answer, library: &Library, settings: &Settings) -> Draft<'a> {
        let category = library.category_of(answer);
        let questions = || answer.questions.iter().filter_map(|id| library.question(id.as_str()));
        Draft {
            text: &answer.text,
            body: answer.body_start,
            kind: answer.kind,
            category: (category != Category::Unsorted).then_some(category),
            serves: library.categories_of(answer),
            allow: rules(&answer.allow).chain(rules(&settings.allow)).collect(),
            speak: questions()
                .map(|question| question.speak.unwrap_or(settings.speak))
                .max()
                .unwrap_or(settings.speak),
            pace: settings.pace.unwrap_or(Settings::PACE),
        }
    }

    /// Whether it is told for a category.
    pub(super) fn is(&self, category: Category) -> bool {
        self.category == Some(category) || self.serves.contains(&category)
    }
}

/// The rules of codes that a file allows.
pub fn rules(codes: &[String]) -> impl Iterator<Item = Rule> {
    codes.iter().filter_map(|code| find(code)).map(|code| code.rule)
}

/// A stretch of a text in which something is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The rule.
    pub rule: Rule,
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// What is found.
    pub what: String,
    /// What to do here; none: what the table says.
    pub help: Option<String>,
}

impl Mark {
    pub(super) fn new(rule: Rule, bytes: Range<usize>, what: impl Into<String>) -> Mark {
        Mark {
            rule,
            bytes,
            what: what.into(),
            help: None,
        }
    }
}
