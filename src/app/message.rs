//! What the world says to the program, and what the program asks of the world.

use std::time::Duration;

use crate::domain::category::Category;
use crate::domain::event::Event;
use crate::domain::history::History;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::intake::{Intake, Written};
use crate::domain::leftover::Leftover;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::settings::Settings;
use crate::keys::key::Key;

/// What the world says.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse wheel was turned: rows down, or up when negative.
    Wheel(i8),
    /// The size of the terminal changed.
    Resized,
    /// Time may have passed.
    Tick,
    /// The program was stopped and goes on.
    Resumed,
    /// Something asked for was done, or failed.
    Did(Outcome),
}

/// What is asked of the world, named for what it is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write events to the log.
    Log(Vec<Event>),
    /// Change one setting in its file.
    SaveSetting {
        /// The key.
        key: &'static str,
        /// The value as YAML.
        value: String,
    },
    /// Say how a path could go on.
    CompletePath(String),
    /// Read a file of notes and say what it would bring.
    LookAtNotes(String),
    /// Write what a file of notes brings, if it is still as it was looked at.
    WriteNotes {
        /// The path.
        path: String,
        /// The version looked at.
        version: String,
    },
    /// Open a file of the home in the person's editor, then read the home again.
    EditFile {
        /// The path, relative to the home.
        path: String,
        /// The line to begin at.
        line: usize,
    },
    /// Let the person write a new answer in their editor, then read the home again.
    WriteAnswer {
        /// The question it is for.
        question: Option<QuestionId>,
    },
    /// Add a question of the person's own, then read the home again.
    AddQuestion {
        /// The prompt.
        ask: String,
        /// Its category.
        category: Category,
    },
    /// Give an answer another title, then read the home again.
    Retitle {
        /// Its path, relative to the home.
        path: String,
        /// The title.
        title: String,
    },
    /// Move an answer or a note to the trash, then read the home again.
    Trash {
        /// Its path, relative to the home.
        path: String,
    },
    /// Bring a file back from the trash, then read the home again.
    Restore(Trashed),
    /// Put text on the terminal's clipboard.
    Copy(String),
    /// Ring the bell once.
    Bell,
    /// Go to the shell and come back.
    Suspend,
    /// Draw the screen anew.
    Redraw,
    /// Leave the program.
    Quit,
}

/// What came of it. Failures are words, never errors of a library.
#[derive(Debug)]
pub enum Outcome {
    /// These events are on the disk.
    Logged(Vec<EventId>),
    /// The events could not be written.
    NotLogged {
        /// Why.
        reason: String,
    },
    /// Banks, answers and settings were read.
    Shelf {
        /// Questions and answers.
        library: Library,
        /// What imports could not place.
        notes: Vec<Leftover>,
        /// Settings.
        settings: Settings,
        /// What is wrong.
        problems: Vec<Problem>,
    },
    /// A question was added.
    Added(QuestionId),
    /// A file is back from the trash.
    Restored {
        /// Its path, relative to the home.
        path: String,
    },
    /// A file is in the trash.
    Trashed(Trashed),
    /// The log was read.
    History(History, Vec<Problem>),
    /// How a path could go on.
    Completed(Vec<String>),
    /// What a file would bring.
    Looked(Intake),
    /// What was written of it.
    Wrote(Written),
    /// The editor was closed; the answer that was written, if it was a new one.
    Edited {
        /// What to say.
        said: String,
    },
    /// Something could not be done.
    Failed {
        /// What.
        doing: String,
        /// Why.
        cause: String,
        /// What to do.
        hint: String,
    },
}

/// A file that was put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// Where it was, relative to the home.
    pub path: String,
    /// Its name in the trash.
    pub name: String,
}

/// How long until the program must look at the clock again.
pub type Wake = Option<Duration>;
