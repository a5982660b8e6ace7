//! Questions to say yes or no to.

use crate::keys::action::Action;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
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

impl Asked {
    /// The footer's word for yes and for no.
    pub(super) fn word(&self, action: Action) -> &'static str {
        match (self, action) {
            (Asked::Trash { .. }, Action::Accept) => "into the trash",
            (Asked::Draft { .. }, Action::Accept) => "show it",
            (Asked::Draft { .. }, _) => "the file as it is",
            (Asked::EndDrill, Action::Accept) => "end it",
            (Asked::EndDrill, _) => "go on",
            (Asked::LeaveUnsaved, Action::Accept) => "leave it",
            (Asked::QuitUnsaved, Action::Accept) => "quit all the same",
            (Asked::LeaveUnsaved | Asked::QuitUnsaved | Asked::Trash { .. }, _) => "stay",
        }
    }
}
