//! What the world says to the program.

use crate::domain::history::History;
use crate::domain::home_data::HomeData;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::import_review::LookedThrough;
use crate::domain::import_summary::{Intake, Written};
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, InTrash, LeftDraft, Trashed, Version};
use crate::keys::action::Action;
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
    /// The terminal has the focus again.
    Focused,
    /// Another program may have changed files of the home, but not the log.
    FilesChanged,
    /// Another run or another machine wrote to the log.
    LogChanged,
    /// Time may have passed.
    Tick,
    /// The program is about to be stopped.
    Stopping,
    /// The program ends, whether or not anybody asked for it.
    Leaving,
    /// The program was stopped and goes on.
    Resumed,
    /// An action, from a front end without keys.
    Act(Action),
    /// Something asked for was done, or failed.
    Did(Outcome),
}

/// Why the person's editor did not do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindered {
    /// What went wrong.
    pub cause: String,
    /// What to do, or what holds now.
    pub hint: String,
}

impl Hindered {
    /// What came of what was asked for.
    pub fn outcome(self) -> Outcome {
        Outcome::Failed {
            doing: "Your editor failed".to_owned(),
            cause: self.cause,
            hint: self.hint,
        }
    }
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
    Home(HomeData),
    /// A question was added.
    Added(QuestionId),
    /// A file is back from the trash.
    Restored {
        /// Its path, relative to the home.
        path: String,
        /// The name it had in the trash.
        name: String,
    },
    /// A file is in the trash.
    Trashed(Trashed),
    /// What is in the trash, the newest first.
    InTrash(Vec<InTrash>),
    /// The log was read.
    History(History, Vec<Problem>),
    /// An answer is on the disk.
    AnswerSaved {
        /// Which.
        id: AnswerId,
        /// Its file.
        path: String,
        /// Its text.
        text: String,
    },
    /// An answer was not saved: the file is not as it was.
    AnswerMet {
        /// Which.
        id: AnswerId,
        /// What the disk has.
        theirs: String,
    },
    /// An answer could not be saved.
    AnswerRefused {
        /// Which.
        id: AnswerId,
        /// Path and reason.
        reason: String,
    },
    /// An interview is on the disk.
    InterviewSaved {
        /// Its file.
        path: String,
        /// What to say.
        said: String,
    },
    /// The debrief of an interview is on the disk: the program's own word for what was saved.
    Debriefed {
        /// The interview's file.
        path: String,
    },
    /// A new interview is on the disk.
    InterviewAdded {
        /// Its file.
        path: String,
        /// What to say.
        said: String,
    },
    /// An interview was not saved: the file is not as it was.
    InterviewMet {
        /// Its file.
        path: String,
        /// The file as it was read.
        base: String,
        /// The file as it was to be.
        mine: String,
        /// What the disk has.
        theirs: String,
    },
    /// The editor was closed over a file of the home.
    EditorClosed {
        /// The file, relative to the home.
        path: String,
        /// What went wrong.
        hindered: Option<Hindered>,
    },
    /// The editor was closed over a message.
    MessageEdited {
        /// What it is kept under.
        name: String,
        /// Its text; none where nothing in it was changed.
        text: Option<String>,
    },
    /// The versions of an answer.
    Versions(Vec<Version>),
    /// The texts of earlier versions.
    VersionTexts {
        /// The answer.
        id: AnswerId,
        /// When each was kept, in words, and its text; the older first.
        sides: Vec<(String, String)>,
    },
    /// A change of a file is done or refused, whatever came of it; the files that were read since are as it left them.
    Settled,
    /// Typed text could not be kept as a draft.
    NotDrafted {
        /// What it is for.
        of: DraftOf,
        /// Place and reason.
        reason: String,
    },
    /// Texts that were typed and never saved.
    Drafts(Vec<LeftDraft>, Vec<Problem>),
    /// What was used once on this machine.
    Used(Vec<String>),
    /// How a path could go on.
    Completed(Vec<String>),
    /// What a file would bring, and the file looked through.
    Looked(Intake, LookedThrough),
    /// What was written of it.
    Wrote(Written),
    /// The last import is taken back: what is said of it.
    TookNotesBack(String),
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
