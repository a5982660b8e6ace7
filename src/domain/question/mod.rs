//! A question an interviewer may ask, with its probes and what they listen for.

pub mod lens;
pub mod level;
pub mod tag;
pub mod wording;

use std::borrow::Cow;

use super::category::Category;
use super::id::QuestionId;
use super::part::Part;
use level::Levels;

/// What they may ask next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The words of the probe.
    pub ask: String,
    /// Asked first when this part was never reached; none: any time.
    pub when: Option<Part>,
}

listed! {
    /// Whether an answer to a question is told in the five parts.
    pub enum Parts {
        /// The word used in files.
        id,
    }
    /// Situation, task, action, result, reflection.
    Star => "star";
    /// No parts: a motivation, a fact, a question for them.
    None => "none";
}

impl Parts {
    /// How answers of a category are told where its bank says nothing.
    pub fn usual(category: Category) -> Parts {
        match category {
            Category::Motivation | Category::Logistics | Category::AskThem => Parts::None,
            _ => Parts::Star,
        }
    }
}

/// Where a question comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It ships with the program.
    BuiltIn,
    /// It stands in this file of the person's.
    Own(std::sync::Arc<str>),
}

/// Other wordings of a prompt. They are one text, a line each, so that those that ship cost nothing until they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Also(Cow<'static, str>);

impl Also {
    /// The lines of a text that is part of the program.
    pub const fn lines_of(text: &'static str) -> Also {
        Also(Cow::Borrowed(text))
    }

    /// The wordings.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

impl<T: AsRef<str>> FromIterator<T> for Also {
    /// Line ends and blanks inside a wording are one blank each; empty wordings are none.
    fn from_iter<I: IntoIterator<Item = T>>(wordings: I) -> Also {
        let mut text = String::new();
        for wording in wordings {
            for (n, word) in wording.as_ref().split_whitespace().enumerate() {
                if !text.is_empty() {
                    text.push(if n == 0 { '\n' } else { ' ' });
                }
                text.push_str(word);
            }
        }
        Also(Cow::Owned(text))
    }
}

/// One prompt an interviewer may ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id; history hangs on it.
    pub id: QuestionId,
    /// The prompt.
    pub ask: String,
    /// Other wordings people know it by.
    pub also: Also,
    /// Whether everybody is asked it.
    pub common: bool,
    /// What it tests.
    pub category: Category,
    /// Whom it suits; all four where the bank says nothing.
    pub levels: Levels,
    /// Competencies that cross categories.
    pub tags: Vec<String>,
    /// Seconds to speak, where the drill's default does not fit.
    pub speak: Option<u32>,
    /// Whether it is told in parts.
    pub parts: Parts,
    /// Whether it is drilled for a rating.
    pub scored: bool,
    /// What they may ask next.
    pub probes: Vec<Probe>,
    /// What a strong answer shows.
    pub listen_for: Vec<String>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Question {
    /// The prompt, then its other wordings.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.ask.as_str()).chain(self.also.iter())
    }

    /// Whether somebody of one of these levels is asked it; none: the level is not known.
    pub fn suits(&self, levels: Option<Levels>) -> bool {
        let asked = levels.unwrap_or(Levels::UNTIL_KNOWN);
        self.levels.any_of(asked)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn question(id: &str, category: Category, tags: &[&str]) -> Question {
        Question {
            id: id.into(),
            ask: format!("What of {id}?"),
            also: Also::default(),
            common: false,
            category,
            levels: Levels::ALL,
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            speak: None,
            parts: Parts::usual(category),
            scored: category.scored(),
            probes: Vec::new(),
            listen_for: Vec::new(),
            origin: Origin::BuiltIn,
        }
    }
}
