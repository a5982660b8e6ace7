//! What can lie over the Library.

use crate::app::hit::SearchHit;
use crate::app::widgets::field::Field;
use crate::app::widgets::filter_list::Search;

/// What the Library asks for.
#[derive(Debug)]
pub enum BrowseDialog {
    /// A line or a choice.
    Form(BrowseForm),
    /// What the selected row is linked to.
    Link(Link),
}

/// A line or a choice that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrowseForm {
    /// The prompt of a question of one's own.
    Prompt(Field),
    /// The category of that question.
    Category {
        /// The prompt.
        ask: String,
        /// The category, by its place among those that can be chosen.
        at: usize,
    },
    /// The title of an answer.
    Title {
        /// Its file.
        path: String,
        /// The title.
        field: Field,
    },
}

/// What can be linked to the selected row.
#[derive(Debug)]
pub struct Link {
    /// The question or answer.
    pub of: SearchHit,
    /// Its prompt or title.
    pub title: String,
    /// The other side, what is linked first, then what fits.
    pub search: Search<Side>,
}

/// A row that can be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The question or answer.
    pub hit: SearchHit,
    /// Whether it is linked.
    pub linked: bool,
}
