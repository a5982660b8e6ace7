//! What the program asks of the world: effects as data, named for what they are for.

use std::sync::Arc;

use jiff::civil::Date;

use super::message::Hindered;
use crate::domain::category::Category;
use crate::domain::history::event::Event;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::import_review::Correction;
use crate::domain::interview::debrief::Debrief;
use crate::domain::interview::edit::Change;
use crate::domain::saved_file::{DraftOf, LeftDraft, Trashed};

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
    EditMessage {
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
    /// Read a file of notes, put right so far, and say what it would bring.
    LookAtNotes {
        /// The path.
        path: String,
        /// What was said of its lines.
        corrections: Vec<Correction>,
    },
    /// Write what a file of notes brings, if it is still as it was looked at.
    WriteNotes {
        /// The path.
        path: String,
        /// The version looked at.
        version: String,
        /// What was said of its lines.
        corrections: Vec<Correction>,
    },
    /// Take an import back, if no other came after it.
    TakeNotesBack {
        /// What it was given when it was written.
        receipt: String,
    },
    /// Save an answer, if the disk has it as it was when it was opened; without a path, under a new name.
    SaveAnswer(AnswerSave),
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
    Link(LinkSave),
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
    KeepDebrief(Box<DebriefSave>),
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
    /// Read the log again.
    ReadLog,
    /// The same after an editor was closed over a file, and say how that file is.
    ReadEdited {
        /// The file, relative to the home.
        path: String,
        /// What went wrong.
        hindered: Option<Hindered>,
    },
}

/// An answer to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerSave {
    /// Which.
    pub id: AnswerId,
    /// Its file, relative to the home.
    pub path: Option<String>,
    /// Its title, for a new file's name.
    pub title: String,
    /// The file as it was when it was opened.
    pub base: String,
    /// The file as it is to be.
    pub text: String,
}

/// A link of an answer to be made or taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkSave {
    /// The answer's path, relative to the home.
    pub path: String,
    /// Its whole file as it was read.
    pub base: Arc<str>,
    /// Its title.
    pub title: String,
    /// The question.
    pub question: QuestionId,
    /// Whether they are to be linked.
    pub link: bool,
}

/// A debrief to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct DebriefSave {
    /// The interview's file, relative to the home.
    pub path: String,
    /// The file as it was read.
    pub base: Arc<str>,
    /// What is written.
    pub written: Debrief,
    /// The day of the round.
    pub day: Date,
}

impl DiskEffect {
    /// Whether it changes a file that must hold what it was made from. These are done one at a time, and the last that
    /// comes of each is [`Outcome::Settled`](crate::app::message::Outcome::Settled).
    pub fn changes_a_file(&self) -> bool {
        matches!(
            self,
            DiskEffect::SaveAnswer(_)
                | DiskEffect::SaveInterview { .. }
                | DiskEffect::KeepDebrief(_)
                | DiskEffect::Retitle { .. }
                | DiskEffect::Link(_)
        )
    }

    /// Whether it writes into the person's folder. What is kept in the state folder is not, so that what is typed is kept
    /// where the folder may only be read; nor is what an editor of the person's own writes.
    pub fn writes_to_the_home(&self) -> bool {
        match self {
            DiskEffect::Log(_)
            | DiskEffect::SaveSetting { .. }
            | DiskEffect::WriteNotes { .. }
            | DiskEffect::TakeNotesBack { .. }
            | DiskEffect::SaveAnswer(_)
            | DiskEffect::AddQuestion { .. }
            | DiskEffect::Retitle { .. }
            | DiskEffect::Link(_)
            | DiskEffect::SaveInterview { .. }
            | DiskEffect::KeepDebrief(_)
            | DiskEffect::KeepBoth { .. }
            | DiskEffect::Trash { .. }
            | DiskEffect::Untrash
            | DiskEffect::Restore(_) => true,
            DiskEffect::CompletePath(_)
            | DiskEffect::LookAtNotes { .. }
            | DiskEffect::KeepDraft { .. }
            | DiskEffect::DropDraft(_)
            | DiskEffect::TakeOver { .. }
            | DiskEffect::KeepVersion { .. }
            | DiskEffect::KeepUsed(_)
            | DiskEffect::ListVersions(_)
            | DiskEffect::ReadVersions { .. }
            | DiskEffect::ListTrash
            | DiskEffect::ReadAgain
            | DiskEffect::ReadLog
            | DiskEffect::ReadEdited { .. } => false,
        }
    }
}

impl Effect {
    /// Whether the program ends, rests or waits for another with it: what is typed must be in a draft before.
    pub fn parts_from_the_keys(&self) -> bool {
        matches!(
            self,
            Effect::Terminal(
                TerminalEffect::EditFile { .. }
                    | TerminalEffect::EditMessage { .. }
                    | TerminalEffect::Suspend
                    | TerminalEffect::Quit
            )
        )
    }
}

/// Opens the file of an answer in the person's own editor; the text before it is kept.
pub(in crate::app) fn edit_outside(id: &AnswerId, path: &str, text: &str) -> [Effect; 2] {
    let keep = DiskEffect::KeepVersion {
        id: id.clone(),
        text: text.into(),
    };
    let edit = TerminalEffect::EditFile {
        path: path.to_owned(),
        line: 1,
    };
    [keep.into(), edit.into()]
}

/// One earlier version of an answer, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Its hash.
    pub hash: String,
    /// When it was kept, in words.
    pub when: String,
    /// Its words.
    pub words: usize,
    /// How it went when it was told: the attempts spoken from it.
    pub told: String,
}
