//! The fixed list of categories a question can test.

use std::fmt;

listed! {
    /// What a question tests. The ids never change: history and banks refer to them.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Category {
        /// The id as it stands in files and lists.
        id,
        /// The name a person reads where there is room.
        title,
    }
    /// About you, why us, why leave, what you look for.
    Motivation => "motivation", "Motivation and fit";
    /// The work you would show first.
    Proudest => "proudest", "Proudest work";
    /// Disagreements and how they ended.
    Conflict => "conflict", "Conflict and disagreement";
    /// What went wrong and what you made of it.
    Failure => "failure", "Failure and mistakes";
    /// Deadlines, pressure and incidents.
    Deadline => "deadline", "Deadlines, pressure and incidents";
    /// What you did first, and what you left.
    Prioritization => "prioritization", "Prioritization";
    /// Work with much unknown.
    Ambiguity => "ambiguity", "Ambiguity";
    /// Seeing a thing through.
    Ownership => "ownership", "Ownership";
    /// Depth in what you built.
    Technical => "technical", "Technical depth";
    /// Decisions and what they cost.
    Decisions => "decisions", "Decisions and trade-offs";
    /// Learning, feedback and growth.
    Growth => "growth", "Learning, feedback and growth";
    /// Mentoring and onboarding.
    Mentoring => "mentoring", "Mentoring and onboarding";
    /// Moving people without authority.
    Influence => "influence", "Influence without authority";
    /// Customers and quality.
    Customer => "customer", "Customer and quality";
    /// Changing and simplifying how work is done.
    Change => "change", "Change and simplification";
    /// Managing people.
    People => "people", "People management";
    /// Pay, notice, visa, timeline. Never drilled for a rating.
    Logistics => "logistics", "Logistics";
    /// Questions for the interviewer. Never drilled for a rating.
    AskThem => "ask-them", "Questions for them";
    {
        /// What fits none of the others.
        Unsorted => "unsorted", "Unsorted";
    }
}

impl Category {
    /// Whether its questions are drilled for a rating.
    pub fn scored(self) -> bool {
        !matches!(self, Category::Logistics | Category::AskThem)
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
