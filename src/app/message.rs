//! What the world says to the program, and what the program asks of the world.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::screens::workbench::versions::VersionRow;
use crate::domain::answer::imported_note::Leftover;
use crate::domain::category::Category;
use crate::domain::history::History;
use crate::domain::history::event::Event;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::import_summary::{Intake, Written};
use crate::domain::interview::Interview;
use crate::domain::interview::debrief::Debrief;
use crate::domain::interview::edit::Change;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, InTrash, LeftDraft, Trashed, Version};
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
    /// The terminal has the focus again.
    Focused,
    /// Time may have passed.
    Tick,
    /// The program is about to be stopped.
    Stopping,
    /// The program ends, whether or not anybody asked for it.
    Leaving,
    /// The program was stopped and goes on.
    Resumed,
    /// Something asked for was done, or failed.
    Did(Outcome),
}

/// What is asked of the world, named for what it is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The terminal does it, at once, in the loop.
    Terminal(TerminalEffect),
    /// The disk does it, in order.
    Disk(DiskEffect),
}

impl From<TerminalEffect> for Effect {
    fn from(effect: TerminalEffect) -> Effect {
        Effect::Terminal(effect)
    }
}

impl From<DiskEffect> for Effect {
    fn from(effect: DiskEffect) -> Effect {
        Effect::Disk(effect)
    }
}

/// What the terminal is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum TerminalEffect {
    /// Open a file of the home in the person's editor, then read the home again.
    EditFile {
        /// The path, relative to the home.
        path: String,
        /// The line to begin at.
        line: usize,
    },
    /// Open a message in the person's editor.
    EditLetter {
        /// What it is kept under.
        name: String,
        /// Its text.
        text: String,
        /// The text it has where nobody changed it.
        fresh: String,
    },
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

/// What the disk is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskEffect {
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
    /// Save an answer, if the disk has it as it was when it was opened; without a path, under a new name.
    SaveAnswer {
        /// Which.
        id: AnswerId,
        /// Its file, relative to the home.
        path: Option<String>,
        /// Its title, for a new file's name.
        title: String,
        /// The file as it was when it was opened.
        base: String,
        /// The file as it is to be.
        text: String,
    },
    /// Add a question of the person's own, then read the home again.
    AddQuestion {
        /// The prompt.
        ask: String,
        /// Its category.
        category: Category,
    },
    /// Give an answer another title, if the disk has it as it was read, then read the home again.
    Retitle {
        /// Its path, relative to the home.
        path: String,
        /// Its whole file as it was read.
        base: Arc<str>,
        /// The title.
        title: String,
    },
    /// Link an answer to a question or take the link out, if the disk has the answer as it was read, then read the home
    /// again.
    Link {
        /// The answer's path, relative to the home.
        path: String,
        /// Its whole file as it was read.
        base: Arc<str>,
        /// Its title.
        title: String,
        /// The question.
        question: QuestionId,
        /// Whether they are to be linked.
        link: bool,
    },
    /// Save an interview, if the disk has it as it was read; without a path, as a new file. Then read the home again.
    SaveInterview {
        /// What is changed, which must be in what is read of the text; none where it is saved as it was shown.
        changes: Vec<Change>,
        /// Its file, relative to the home.
        path: Option<String>,
        /// The company, for a new file's name.
        company: String,
        /// The local day, for a new file's name.
        today: Date,
        /// The file as it was read.
        base: Arc<str>,
        /// The file as it is to be.
        text: String,
        /// What to say when it is saved.
        said: String,
    },
    /// Write a debrief into the file of its interview, its new questions into the person's own, then read the home again.
    KeepDebrief {
        /// The interview's file, relative to the home.
        path: String,
        /// The file as it was read.
        base: Arc<str>,
        /// What is written.
        written: Box<Debrief>,
        /// The day of the round.
        day: Date,
    },
    /// Keep a text beside a file that somebody else changed.
    KeepBoth {
        /// The file.
        path: String,
        /// The text.
        text: String,
    },
    /// Keep typed text where a crash leaves it; where it is as the disk has it, forget the draft.
    KeepDraft {
        /// What it is for.
        of: DraftOf,
        /// The file as it was when it was opened.
        base: String,
        /// The file as it is typed.
        text: String,
    },
    /// Forget a draft of this run: its text was given up.
    DropDraft(DraftOf),
    /// Keep what another run left behind as a draft of this one, and only then forget the other.
    TakeOver {
        /// The draft that was left.
        left: LeftDraft,
        /// The file as it was when the typing began.
        base: String,
    },
    /// Keep the text an attempt was spoken from.
    KeepVersion {
        /// The answer.
        id: AnswerId,
        /// Its whole file.
        text: Arc<str>,
    },
    /// Keep on this machine that something was used once.
    KeepUsed(&'static str),
    /// List the earlier versions of an answer.
    ListVersions(AnswerId),
    /// Read earlier versions.
    ReadVersions {
        /// The answer.
        id: AnswerId,
        /// Which, the older first.
        sides: Vec<VersionRow>,
    },
    /// Put an answer or a note into the trash.
    Trash {
        /// Its file, relative to the home.
        path: String,
    },
    /// Bring back what was put into the trash last.
    Untrash,
    /// List what is in the trash.
    ListTrash,
    /// Bring this back from the trash.
    Restore(Trashed),
    /// Read banks, answers and settings again.
    ReadAgain,
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
        /// Real interviews.
        interviews: Vec<Interview>,
        /// Messages changed in the editor, by their names.
        letters: BTreeMap<String, String>,
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
    /// The editor was closed over a message.
    LetterEdited {
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
