//! Other words people look for an action by, and which actions are not worth listing.

use super::action::Action;
use super::place::Place;

impl Action {
    /// Other words it is found by, in lower case.
    pub fn synonyms(self) -> &'static str {
        match self {
            Action::Settings => {
                "options preferences configure theme colours colors mouse bell level minutes holidays values midnight"
            }
            Action::Import => "import bring notes load paste file",
            Action::Help => "help keys commands actions",
            Action::Find => "search look for",
            Action::Problems => "errors warnings broken wrong",
            Action::TakeBack | Action::UndoText => "undo restore revert bring back",
            Action::RedoText => "redo",
            Action::InTrash => "deleted removed restore undo",
            Action::LeaveOut => "delete remove hide archive skip next trash",
            Action::Retitle | Action::Form => "rename name title link tags details",
            Action::Link => "connect rename",
            Action::GoTo(Place::Today) => "home start first",
            Action::GoTo(Place::Library) => "browse questions answers notes list",
            Action::GoTo(Place::Progress) => {
                "stats statistics review report plan progress practise next weak history coverage gaps matrix log told"
            }
            Action::GoTo(Place::Interviews) => "companies rounds applications",
            Action::New => "add create write note",
            Action::AddQuestion => "add create new",
            Action::NewInterview => "add create company new",
            Action::Drill => "drill practise tell train set up session",
            Action::Sprint => "quick recall match game",
            Action::Feedback => "lessons notes said",
            Action::Debrief => "notes log after",
            Action::Message => "mail email follow-up thank",
            Action::Copy => "clipboard yank",
            Action::External => "editor vim open edit",
            Action::Edit => "edit change write type",
            Action::Versions => "history diff compare undo",
            Action::Leave | Action::Quit => "exit close quit",
            Action::Suspend => "shell background",
            Action::Redraw => "refresh repaint clear",
            Action::Filter => "narrow only show",
            Action::Sort => "order",
            Action::Save => "write store",
            Action::Toggle => "pause stop clock tick",
            Action::Back | Action::Decline => "cancel leave escape",
            _ => "",
        }
    }

    /// Whether it only moves, in a list or a text: known from everywhere, and no use by name.
    pub fn only_moves(self) -> bool {
        matches!(
            self,
            Action::Up
                | Action::Down
                | Action::First
                | Action::Last
                | Action::PageUp
                | Action::PageDown
                | Action::Go(_)
                | Action::Select(_)
                | Action::Delete(_)
                | Action::NewLine
        )
    }
}
