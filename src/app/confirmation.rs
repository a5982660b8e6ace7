//! Questions to say yes or no to.

use crate::keys::action::Action;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// End the drill?
    EndDrill,
    /// Quit although something is not saved?
    QuitUnsaved,
    /// Leave an answer although it is not saved?
    LeaveUnsaved,
    /// Go on with what was typed into the answer in front and never saved?
    Draft {
        /// What the store finds it by.
        name: String,
        /// What it was typed into.
        what: String,
        /// When.
        when: String,
    },
    /// Put a file into the trash?
    Trash {
        /// Its path, relative to the home.
        path: String,
        /// What it is called.
        title: String,
    },
}

impl Confirmation {
    /// The footer's word for yes and for no.
    pub(super) fn word(&self, action: Action) -> &'static str {
        match (self, action) {
            (Confirmation::Trash { .. }, Action::Accept) => "into the trash",
            (Confirmation::Draft { .. }, Action::Accept) => "show it",
            (Confirmation::Draft { .. }, _) => "the file as it is",
            (Confirmation::EndDrill, Action::Accept) => "end it",
            (Confirmation::EndDrill, _) => "go on",
            (Confirmation::LeaveUnsaved, Action::Accept) => "leave it",
            (Confirmation::QuitUnsaved, Action::Accept) => "quit all the same",
            (Confirmation::LeaveUnsaved | Confirmation::QuitUnsaved | Confirmation::Trash { .. }, _) => "stay",
        }
    }
}
