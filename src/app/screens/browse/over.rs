//! What can lie over the Library.

use crate::app::hit::SearchHit;
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::form::{FieldKey, Form};

/// What the Library asks for.
#[derive(Debug)]
pub enum BrowseDialog {
    /// A form.
    Form(BrowseForm),
    /// What the selected row is linked to.
    Link(Link),
}

listed! {
    /// What a row of a form over the Library asks for.
    pub enum BrowseRow {
        /// Its name in drafts.
        name,
    }
    /// The prompt of a question of one's own.
    Ask => "ask";
    /// The category of that question.
    Category => "category";
    /// The title of an answer.
    Title => "title";
}

impl FieldKey for BrowseRow {
    fn name(self) -> &'static str {
        self.name()
    }
}

/// A question of one's own with its category, row after row, or the title of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowseForm {
    /// The answer whose title it is, by its file; none: it is a question.
    pub path: Option<String>,
    /// Its rows.
    pub form: Form<BrowseRow>,
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
