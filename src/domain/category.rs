//! The fixed list of categories a question can test.

use std::fmt;

/// What a question tests. The ids never change: history and banks refer to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// About you, why us, why leave, what you look for.
    Motivation,
    /// The work you would show first.
    Proudest,
    /// Disagreements and how they ended.
    Conflict,
    /// What went wrong and what you made of it.
    Failure,
    /// Deadlines, pressure and incidents.
    Deadline,
    /// What you did first, and what you left.
    Prioritization,
    /// Work with much unknown.
    Ambiguity,
    /// Seeing a thing through.
    Ownership,
    /// Depth in what you built.
    Technical,
    /// Decisions and what they cost.
    Decisions,
    /// Learning, feedback and growth.
    Growth,
    /// Mentoring and onboarding.
    Mentoring,
    /// Moving people without authority.
    Influence,
    /// Customers and quality.
    Customer,
    /// Changing and simplifying how work is done.
    Change,
    /// Managing people.
    People,
    /// Pay, notice, visa, timeline. Never drilled for a rating.
    Logistics,
    /// Questions for the interviewer. Never drilled for a rating.
    AskThem,
    /// What fits none of the others.
    Unsorted,
}

impl Category {
    /// The eighteen categories in their fixed order; *unsorted* is not one of them.
    pub const ALL: [Category; 18] = [
        Category::Motivation,
        Category::Proudest,
        Category::Conflict,
        Category::Failure,
        Category::Deadline,
        Category::Prioritization,
        Category::Ambiguity,
        Category::Ownership,
        Category::Technical,
        Category::Decisions,
        Category::Growth,
        Category::Mentoring,
        Category::Influence,
        Category::Customer,
        Category::Change,
        Category::People,
        Category::Logistics,
        Category::AskThem,
    ];

    /// The id as it stands in files and lists.
    pub fn id(self) -> &'static str {
        match self {
            Category::Motivation => "motivation",
            Category::Proudest => "proudest",
            Category::Conflict => "conflict",
            Category::Failure => "failure",
            Category::Deadline => "deadline",
            Category::Prioritization => "prioritization",
            Category::Ambiguity => "ambiguity",
            Category::Ownership => "ownership",
            Category::Technical => "technical",
            Category::Decisions => "decisions",
            Category::Growth => "growth",
            Category::Mentoring => "mentoring",
            Category::Influence => "influence",
            Category::Customer => "customer",
            Category::Change => "change",
            Category::People => "people",
            Category::Logistics => "logistics",
            Category::AskThem => "ask-them",
            Category::Unsorted => "unsorted",
        }
    }

    /// The name a person reads where there is room.
    pub fn title(self) -> &'static str {
        match self {
            Category::Motivation => "Motivation and fit",
            Category::Proudest => "Proudest work",
            Category::Conflict => "Conflict and disagreement",
            Category::Failure => "Failure and mistakes",
            Category::Deadline => "Deadlines, pressure and incidents",
            Category::Prioritization => "Prioritization",
            Category::Ambiguity => "Ambiguity",
            Category::Ownership => "Ownership",
            Category::Technical => "Technical depth",
            Category::Decisions => "Decisions and trade-offs",
            Category::Growth => "Learning, feedback and growth",
            Category::Mentoring => "Mentoring and onboarding",
            Category::Influence => "Influence without authority",
            Category::Customer => "Customer and quality",
            Category::Change => "Change and simplification",
            Category::People => "People management",
            Category::Logistics => "Logistics",
            Category::AskThem => "Questions for them",
            Category::Unsorted => "Unsorted",
        }
    }

    /// Whether its questions are drilled for a rating.
    pub fn scored(self) -> bool {
        !matches!(self, Category::Logistics | Category::AskThem)
    }

    /// The category with this id, *unsorted* among them.
    pub fn from_id(id: &str) -> Option<Category> {
        Category::ALL
            .into_iter()
            .chain([Category::Unsorted])
            .find(|category| category.id() == id)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_leads_back_to_its_category() {
        for category in Category::ALL {
            assert_eq!(Category::from_id(category.id()), Some(category));
        }
        assert_eq!(Category::from_id("unsorted"), Some(Category::Unsorted));
        assert_eq!(Category::from_id("Conflict"), None);
    }
}
