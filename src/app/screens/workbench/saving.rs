//! Saving from the workbench, and leaving it.

use super::Workbench;
use super::buffer::{AnswerBuffer, SaveState};
use crate::app::confirmation::Confirmation;
use crate::app::deed::{Deed, Then};
use crate::app::request::{Request, Requests};

impl Workbench {
    /// Saves the answer that takes the keys, else the other.
    pub(super) fn save(&self) -> Requests {
        let request = match self.at_hand() {
            None => Request::notify("There is no answer in this pane"),
            Some(buffer) if buffer.kept != SaveState::Clean => Request::Write(Deed::Answer(buffer.id.clone())),
            Some(buffer) if buffer.path.is_some() => Request::notify("Saved already"),
            Some(_) => Request::notify("There is nothing to save yet"),
        };
        vec![request]
    }

    /// Esc: with something not saved it asks; what is on its way to the disk is waited for.
    pub(super) fn back(&mut self) -> Requests {
        if self.buffers().any(|buffer| buffer.kept == SaveState::Saving) {
            return vec![Request::Then(Then::Back)];
        }
        if self.unsaved() {
            return vec![Request::Ask(Confirmation::LeaveUnsaved)];
        }
        if self.put_comparison_away() {
            return Requests::new();
        }
        vec![Request::Close]
    }

    /// Leaves what is not saved: it is given up, and so are its drafts.
    pub(super) fn give_up(&mut self) -> Requests {
        let given_up = self.buffers_mut().map(|buffer| AnswerBuffer::give_up(buffer).into());
        given_up.chain([Request::Close]).collect()
    }

    /// Asks whether the answer in front goes into the trash: a letter alone throws nothing away.
    pub(super) fn ask_about_trash(&self) -> Requests {
        let buffer = self.buffer();
        let request = match buffer.map(|buffer| (&buffer.kept, &buffer.path, buffer.title())) {
            Some((SaveState::Clean, Some(path), title)) => {
                let path = path.clone();
                Request::Ask(Confirmation::Trash { path, title })
            }
            Some((_, Some(_), _)) => Request::notify("Save this with ctrl-s first"),
            _ => Request::notify("There is no saved answer in this pane"),
        };
        vec![request]
    }
}
