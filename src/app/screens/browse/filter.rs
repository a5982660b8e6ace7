//! What can be chosen in the Library: a section, which of its rows are listed, and in which order.

use super::facts::{Answered, KnownQuestion};
use crate::domain::category::Category;
use crate::domain::question::level::Level;

/// What the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// Every question.
    All,
    /// Every answer.
    Answers,
    /// The questions of a category.
    Of(Category),
    /// What imports could not place.
    Notes,
}

impl SectionKind {
    /// The sections from the top.
    pub(super) fn all() -> Vec<SectionKind> {
        let categories = Category::ALL.into_iter().chain([Category::Unsorted]);
        [SectionKind::All, SectionKind::Answers]
            .into_iter()
            .chain(categories.map(SectionKind::Of))
            .chain([SectionKind::Notes])
            .collect()
    }

    /// Its name beside the list, and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            SectionKind::All => "all",
            SectionKind::Answers => "answers",
            SectionKind::Of(category) => category.id(),
            SectionKind::Notes => "notes",
        }
    }

    /// Its name above the list.
    pub fn title(self) -> &'static str {
        match self {
            SectionKind::All => "All questions",
            SectionKind::Answers => "Your answers",
            SectionKind::Of(category) => category.title(),
            SectionKind::Notes => "What imports could not place",
        }
    }

    /// Whether it holds questions.
    pub fn of_questions(self) -> bool {
        matches!(self, SectionKind::All | SectionKind::Of(_))
    }
}

/// Which rows are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All but the hidden ones.
    #[default]
    Everything,
    /// Whose answers have places to finish.
    Unfinished,
    /// Answers in which something is found that a listener would notice.
    Found,
    /// Without an answer.
    Unanswered,
    /// Answers that name no question there is.
    Unlinked,
    /// Never told.
    Untold,
    /// Hidden by themselves.
    Hidden,
    /// For somebody at this level.
    Level(Level),
    /// With these words, in the question or in the title of an answer to it; or tagged so, or testing a value called so.
    Words(String),
}

impl Filter {
    /// The word on the command line that lists answers without a question.
    pub(super) const UNLINKED: &'static str = "unlinked";

    /// Those that can be turned to in a section, in their order; the words in force stand last.
    pub(super) fn of_section(kind: SectionKind, now: &Filter) -> Vec<Filter> {
        use Filter::{Everything, Found, Hidden, Unanswered, Unfinished, Unlinked, Untold};
        let plain: &[Filter] = match kind {
            SectionKind::All | SectionKind::Of(_) => &[Everything, Unfinished, Unanswered, Untold, Hidden],
            SectionKind::Answers => &[Everything, Unfinished, Found, Unlinked, Untold],
            SectionKind::Notes => &[Everything],
        };
        let levels = Level::ALL.map(Filter::Level);
        let levels = levels.into_iter().filter(|_| kind.of_questions());
        let words = matches!(now, Filter::Words(_)).then(|| now.clone());
        plain.iter().cloned().chain(levels).chain(words).collect()
    }

    /// Whether it lists a question, by what is known of it alone; none where that takes a search.
    pub(super) fn lists(&self, known: &KnownQuestion) -> Option<bool> {
        Some(match self {
            Filter::Hidden => known.hidden,
            Filter::Words(_) => return None,
            _ if known.hidden => false,
            Filter::Everything => true,
            Filter::Unanswered => known.answered == Answered::No,
            Filter::Unfinished => known.answered == Answered::Unfinished,
            Filter::Unlinked | Filter::Found => false,
            Filter::Untold => known.told.is_none(),
            Filter::Level(level) => known.suits(*level),
        })
    }

    /// Its word on the screen.
    pub fn name(&self) -> String {
        match self {
            Filter::Everything => "all".to_owned(),
            Filter::Unfinished => "to finish".to_owned(),
            Filter::Found => "findings".to_owned(),
            Filter::Unanswered => "no answer".to_owned(),
            Filter::Unlinked => "no question".to_owned(),
            Filter::Untold => "never told".to_owned(),
            Filter::Hidden => "put away".to_owned(),
            Filter::Level(level) => level.id().to_owned(),
            Filter::Words(words) => format!("\"{words}\""),
        }
    }
}

listed! {
    /// In which order.
    #[derive(Default)]
    pub enum Sort {
        /// Its name on the screen.
        name,
    }
    /// What wants practice first.
    #[default]
    Need => "neediest first";
    /// What was told last first.
    Told => "last told first";
    /// By its first letters.
    Name => "by name";
    /// What fits the words best first.
    Best => "best fit first";
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
}
