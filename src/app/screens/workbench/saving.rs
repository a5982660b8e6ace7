//! Saving from the workbench, and leaving it.

use super::Workbench;
use super::buffer::{AnswerBuffer, SaveState};
use crate::app::confirmation::Asked;
use crate::app::request::{Request, Requests};
use crate::app::writes::{Deed, Then};

impl Workbench {
    /// Saves the answer that takes the keys, else the other.
    pub(super) fn save(&self) -> Requests {
        let request = match self.at_hand() {
            None => Request::say("There is no answer in this pane"),
            Some(sheet) if sheet.kept != SaveState::Clean => Request::Write(Deed::Sheet(sheet.id.clone())),
            Some(sheet) if sheet.path.is_some() => Request::say("Saved already"),
            Some(_) => Request::say("There is nothing to save yet"),
        };
        vec![request]
    }

    /// Esc: with something not saved it asks; what is on its way to the disk is waited for.
    pub(super) fn back(&mut self) -> Requests {
        if self.sheets().any(|sheet| sheet.kept == SaveState::Saving) {
            return vec![Request::Then(Then::Back)];
        }
        if self.unsaved() {
            return vec![Request::Ask(Asked::LeaveUnsaved)];
        }
        if self.put_comparison_away() {
            return Requests::new();
        }
        vec![Request::Close]
    }

    /// Leaves what is not saved: it is given up, and so are its drafts.
    pub(super) fn give_up(&mut self) -> Requests {
        let given_up = self.sheets_mut().map(|sheet| AnswerBuffer::give_up(sheet).into());
        given_up.chain([Request::Close]).collect()
    }

    /// Asks whether the answer in front goes into the trash: a letter alone throws nothing away.
    pub(super) fn ask_about_trash(&self) -> Requests {
        let sheet = self.sheet();
        let request = match sheet.map(|sheet| (&sheet.kept, &sheet.path, sheet.title())) {
            Some((SaveState::Clean, Some(path), title)) => {
                let path = path.clone();
                Request::Ask(Asked::Trash { path, title })
            }
            Some((_, Some(_), _)) => Request::say("Save this with ctrl-s first"),
            _ => Request::say("There is no saved answer in this pane"),
        };
        vec![request]
    }
}
