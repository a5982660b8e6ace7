//! A question an interviewer may ask, with its probes and what they listen for.

pub mod lens;
pub mod tag;

use super::category::Category;
use super::id::QuestionId;
use super::part::Part;

/// How far along the person is whom a question suits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Own work.
    Junior,
    /// The whole team.
    Senior,
    /// Two teams or more.
    Staff,
    /// Through people.
    Manager,
}

impl Level {
    /// All levels, the youngest first.
    pub const ALL: [Level; 4] = [Level::Junior, Level::Senior, Level::Staff, Level::Manager];

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Senior => "senior",
            Level::Staff => "staff",
            Level::Manager => "manager",
        }
    }

    /// The level this word names.
    pub fn from_id(id: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.id() == id)
    }
}

/// What they may ask next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The words of the probe.
    pub ask: String,
    /// Asked first when this part was never reached; none: any time.
    pub when: Option<Part>,
}

/// Whether an answer to a question is told in the five parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Situation, task, action, result, reflection.
    Star,
    /// No parts: a motivation, a fact, a question for them.
    None,
}

impl Parts {
    /// How answers of a category are told where its bank says nothing.
    pub fn usual(category: Category) -> Parts {
        match category {
            Category::Motivation | Category::Logistics | Category::AskThem => Parts::None,
            _ => Parts::Star,
        }
    }

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Parts::Star => "star",
            Parts::None => "none",
        }
    }

    /// What this word names.
    pub fn from_id(id: &str) -> Option<Parts> {
        [Parts::Star, Parts::None].into_iter().find(|parts| parts.id() == id)
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

/// One prompt an interviewer may ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id; history hangs on it.
    pub id: QuestionId,
    /// The prompt.
    pub ask: String,
    /// What it tests.
    pub category: Category,
    /// Whom it suits; all four where the bank says nothing.
    pub levels: Vec<Level>,
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
    /// Whether it is asked of somebody at this level; with no level set, every question is.
    pub fn suits(&self, level: Option<Level>) -> bool {
        level.is_none_or(|level| self.levels.contains(&level))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn question(id: &str, category: Category, tags: &[&str]) -> Question {
        Question {
            id: id.into(),
            ask: format!("What of {id}?"),
            category,
            levels: Level::ALL.to_vec(),
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
