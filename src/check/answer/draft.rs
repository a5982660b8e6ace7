//! What is checked of one answer, and a stretch of it in which something is found.

use std::ops::Range;

use crate::check::codes::{Rule, find};
use crate::domain::answer::{Answer, Kind};
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::question::Question;
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
    /// An answer as it is on the disk.
    pub fn of(answer: &'a Answer, library: &Library, settings: &Settings) -> Draft<'a> {
        let questions: Vec<&Question> = answer.questions.iter().filter_map(|id| library.question(id)).collect();
        let draft = Draft::plain(&answer.text, answer.body_start, settings);
        let draft = Draft {
            kind: answer.kind,
            category: answer.category,
            ..draft
        };
        draft.allowing(&answer.allow).told_for(&questions, settings)
    }

    /// A story that says nothing of itself: `body` is where its body begins, in bytes.
    pub fn plain(text: &'a str, body: usize, settings: &Settings) -> Draft<'a> {
        Draft {
            text,
            body,
            kind: Kind::Story,
            category: None,
            serves: Vec::new(),
            allow: rules(&settings.allow).collect(),
            speak: settings.speak,
            pace: settings.pace.unwrap_or(Settings::PACE),
        }
    }

    /// With the codes its file allows.
    #[must_use]
    pub fn allowing(mut self, codes: &[String]) -> Draft<'a> {
        self.allow.extend(rules(codes));
        self
    }

    /// With the categories of the questions it serves, and the longest of their times.
    #[must_use]
    pub fn told_for(mut self, questions: &[&Question], settings: &Settings) -> Draft<'a> {
        let categories = || questions.iter().map(|question| question.category);
        self.category = self.category.or_else(|| categories().next());
        self.category.take_if(|category| *category == Category::Unsorted);
        self.serves = categories().collect();
        let times = questions
            .iter()
            .map(|question| question.speak.unwrap_or(settings.speak));
        self.speak = times.max().unwrap_or(settings.speak);
        self
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
