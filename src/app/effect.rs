//! What the loop and the state must know of an effect before it is carried out.

use super::message::Effect;

impl Effect {
    /// Whether it changes a file that must hold what it was made from. These are done one at a time, and the last that
    /// comes of each is [`Outcome::Settled`](crate::app::message::Outcome::Settled).
    pub fn changes_a_file(&self) -> bool {
        matches!(
            self,
            Effect::SaveAnswer { .. }
                | Effect::SaveInterview { .. }
                | Effect::KeepDebrief { .. }
                | Effect::Retitle { .. }
                | Effect::Link { .. }
        )
    }

    /// Whether it writes into the person's folder. What is kept in the state folder is not, so that what is typed is kept
    /// where the folder may only be read; nor is what an editor of the person's own writes.
    pub fn writes_to_the_home(&self) -> bool {
        match self {
            Effect::Log(_)
            | Effect::SaveSetting { .. }
            | Effect::WriteNotes { .. }
            | Effect::SaveAnswer { .. }
            | Effect::AddQuestion { .. }
            | Effect::Retitle { .. }
            | Effect::Link { .. }
            | Effect::SaveInterview { .. }
            | Effect::KeepDebrief { .. }
            | Effect::KeepBoth { .. }
            | Effect::Trash { .. }
            | Effect::Untrash
            | Effect::Restore(_) => true,
            Effect::CompletePath(_)
            | Effect::LookAtNotes(_)
            | Effect::EditFile { .. }
            | Effect::EditLetter { .. }
            | Effect::KeepDraft { .. }
            | Effect::DropDraft(_)
            | Effect::TakeOver { .. }
            | Effect::KeepVersion { .. }
            | Effect::KeepUsed(_)
            | Effect::ListVersions(_)
            | Effect::ReadVersions { .. }
            | Effect::ListTrash
            | Effect::ReadAgain
            | Effect::Copy(_)
            | Effect::Bell
            | Effect::Suspend
            | Effect::Redraw
            | Effect::Quit => false,
        }
    }

    /// Whether it is done with the terminal, by the loop itself.
    pub fn needs_the_terminal(&self) -> bool {
        matches!(
            self,
            Effect::EditFile { .. }
                | Effect::EditLetter { .. }
                | Effect::Copy(_)
                | Effect::Bell
                | Effect::Suspend
                | Effect::Redraw
                | Effect::Quit
        )
    }

    /// Whether the program ends, rests or waits for another with it: what is typed must be in a draft before.
    pub fn parts_from_the_keys(&self) -> bool {
        matches!(
            self,
            Effect::EditFile { .. } | Effect::EditLetter { .. } | Effect::Suspend | Effect::Quit
        )
    }
}
