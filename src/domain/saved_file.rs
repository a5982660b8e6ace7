//! What comes of opening and saving an answer, in values a screen can show.

use jiff::Timestamp;

use super::problem::Problem;

/// A file's text as it was read: the base of a later change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its path, relative to the home.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The hash of the text, as in `Answer::version`.
    pub hash: String,
    /// When the file last changed, in seconds since 1970; 0 where that is not known.
    pub modified: i64,
}

/// A file that holds the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What it holds: the base of the next change.
    pub opened: Opened,
    /// Why the earlier text could not be kept as a version, where it could not.
    pub not_kept: Option<Problem>,
}

/// Why a text is not in its file; the file is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The file changed since it was read, to this.
    Changed(Box<Opened>),
    /// There is no file any more; it can be written anew.
    Vanished,
    /// It cannot be read or written.
    Failed(Problem),
}

/// An earlier text of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its hash, as attempts name it.
    pub hash: String,
    /// When it was last in use.
    pub time: Timestamp,
    /// The words of its body.
    pub words: usize,
}

/// What typed text is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DraftOf {
    /// An answer with a file: its path, relative to the home.
    Answer(String),
    /// A new answer without one: its id.
    New(String),
    /// A form that was not taken.
    Form {
        /// Which one.
        name: String,
        /// The file, answer or attempt it is about; empty where that is nothing there is.
        about: String,
    },
}

/// Typed text that a run of the program left behind without saving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftDraft {
    /// What it is for.
    pub of: DraftOf,
    /// The text the typing began from; empty for a new answer.
    pub base: String,
    /// The whole text as it was typed.
    pub text: String,
    /// When it was last written.
    pub time: Timestamp,
    /// What the store finds it by.
    pub name: String,
}

/// Something in the trash, with what a person knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTrash {
    /// The file.
    pub file: Trashed,
    /// The title of an answer, else the name of the file.
    pub title: String,
    /// When it was thrown away.
    pub time: Timestamp,
}

/// An answer file in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// Its path before, relative to the home.
    pub path: String,
    /// Its name in the trash.
    pub name: String,
}
