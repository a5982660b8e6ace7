//! What can be chosen in Browse: a shelf, which questions are listed, and in which order.

use super::facts::{Answered, KnownQuestion};
use crate::domain::category::Category;
use crate::domain::question::level::Level;

/// A row of the first column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Every question.
    All,
    /// Every answer.
    Answers,
    /// The questions of a category.
    Of(Category),
    /// Answers that name no question there is.
    Unlinked,
    /// What imports could not place.
    Notes,
}

impl Shelf {
    /// The shelves from the top.
    pub(super) fn all() -> Vec<Shelf> {
        let categories = Category::ALL.into_iter().chain([Category::Unsorted]);
        [Shelf::All, Shelf::Answers]
            .into_iter()
            .chain(categories.map(Shelf::Of))
            .chain([Shelf::Unlinked, Shelf::Notes])
            .collect()
    }

    /// Its name in the first column, and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Shelf::All => "all",
            Shelf::Answers => "answers",
            Shelf::Of(category) => category.id(),
            Shelf::Unlinked => "unlinked",
            Shelf::Notes => "notes",
        }
    }

    /// Its name above the list.
    pub fn title(self) -> &'static str {
        match self {
            Shelf::All => "All questions",
            Shelf::Answers => "Your answers",
            Shelf::Of(category) => category.title(),
            Shelf::Unlinked => "Answers without a question",
            Shelf::Notes => "What imports could not place",
        }
    }
}

/// Which questions are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All but the hidden ones.
    #[default]
    Everything,
    /// Without an answer.
    Unanswered,
    /// With an answer.
    Answered,
    /// Whose answers have places to finish.
    Unfinished,
    /// Never told.
    Untold,
    /// Hidden by themselves.
    Hidden,
    /// For somebody at this level.
    Level(Level),
    /// With this tag.
    Tag(String),
    /// That test a value of a lens, by any of its tags.
    Value {
        /// The lens and the value, as they are called.
        name: String,
        /// Its tags.
        tags: Vec<String>,
    },
    /// With these words, in the question or in the title of an answer to it.
    Words(String),
}

impl Filter {
    /// Those that are neither a level nor a tag nor words.
    pub(super) const PLAIN: [Filter; 6] = [
        Filter::Everything,
        Filter::Unanswered,
        Filter::Answered,
        Filter::Unfinished,
        Filter::Untold,
        Filter::Hidden,
    ];

    /// Whether it lists a question, by what is known of it alone; none where that takes a search.
    pub(super) fn lists(&self, known: &KnownQuestion) -> Option<bool> {
        Some(match self {
            Filter::Hidden => known.hidden,
            Filter::Tag(_) | Filter::Value { .. } | Filter::Words(_) => return None,
            _ if known.hidden => false,
            Filter::Everything => true,
            Filter::Unanswered => known.answered == Answered::No,
            Filter::Answered => known.answered != Answered::No,
            Filter::Unfinished => known.answered == Answered::Unfinished,
            Filter::Untold => known.told.is_none(),
            Filter::Level(level) => known.suits(*level),
        })
    }

    /// Its name on the screen; none for everything.
    pub fn name(&self) -> Option<String> {
        Some(match self {
            Filter::Everything => return None,
            Filter::Unanswered => "unanswered".to_owned(),
            Filter::Answered => "answered".to_owned(),
            Filter::Unfinished => "to finish".to_owned(),
            Filter::Untold => "never told".to_owned(),
            Filter::Hidden => "hidden".to_owned(),
            Filter::Level(level) => level.id().to_owned(),
            Filter::Tag(tag) => format!("#{tag}"),
            Filter::Value { name, .. } => name.clone(),
            Filter::Words(words) => format!("\"{words}\""),
        })
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What wants practice first.
    #[default]
    Need,
    /// What was told last first.
    Told,
    /// By its first letters.
    Name,
    /// What fits the words best first.
    Best,
}

impl Sort {
    /// The next order; the best fit is one only while there are words.
    #[must_use]
    pub(super) fn next(self, filter: &Filter) -> Sort {
        match self {
            Sort::Need => Sort::Told,
            Sort::Told => Sort::Name,
            Sort::Name if matches!(filter, Filter::Words(_)) => Sort::Best,
            Sort::Name | Sort::Best => Sort::Need,
        }
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Need => "by need",
            Sort::Told => "last told first",
            Sort::Name => "by name",
            Sort::Best => "best fit first",
        }
    }
}
