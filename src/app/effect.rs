//! What the loop and the state must know of an effect before it is carried out.

use super::message::{DiskEffect, Effect, TerminalEffect};

impl DiskEffect {
    /// Whether it changes a file that must hold what it was made from. These are done one at a time, and the last that
    /// comes of each is [`Outcome::Settled`](crate::app::message::Outcome::Settled).
    pub fn changes_a_file(&self) -> bool {
        matches!(
            self,
            DiskEffect::SaveAnswer { .. }
                | DiskEffect::SaveInterview { .. }
                | DiskEffect::KeepDebrief { .. }
                | DiskEffect::Retitle { .. }
                | DiskEffect::Link { .. }
        )
    }

    /// Whether it writes into the person's folder. What is kept in the state folder is not, so that what is typed is kept
    /// where the folder may only be read; nor is what an editor of the person's own writes.
    pub fn writes_to_the_home(&self) -> bool {
        match self {
            DiskEffect::Log(_)
            | DiskEffect::SaveSetting { .. }
            | DiskEffect::WriteNotes { .. }
            | DiskEffect::SaveAnswer { .. }
            | DiskEffect::AddQuestion { .. }
            | DiskEffect::Retitle { .. }
            | DiskEffect::Link { .. }
            | DiskEffect::SaveInterview { .. }
            | DiskEffect::KeepDebrief { .. }
            | DiskEffect::KeepBoth { .. }
            | DiskEffect::Trash { .. }
            | DiskEffect::Untrash
            | DiskEffect::Restore(_) => true,
            DiskEffect::CompletePath(_)
            | DiskEffect::LookAtNotes(_)
            | DiskEffect::KeepDraft { .. }
            | DiskEffect::DropDraft(_)
            | DiskEffect::TakeOver { .. }
            | DiskEffect::KeepVersion { .. }
            | DiskEffect::KeepUsed(_)
            | DiskEffect::ListVersions(_)
            | DiskEffect::ReadVersions { .. }
            | DiskEffect::ListTrash
            | DiskEffect::ReadAgain => false,
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
                    | TerminalEffect::EditLetter { .. }
                    | TerminalEffect::Suspend
                    | TerminalEffect::Quit
            )
        )
    }
}
