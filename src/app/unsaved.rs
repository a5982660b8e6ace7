//! What is typed, asked for or to be decided, and in no file yet.

use super::forms::Forms;
use super::overlays::conflict::{Conflicts, Meeting};
use super::writes::Writes;
use crate::domain::id::AnswerId;

/// All that would be lost if it were forgotten, beside the answers that are open.
#[derive(Debug, Default)]
pub struct Unsaved {
    /// Forms that were left, and those in drafts.
    pub(super) forms: Forms,
    /// Changes of files on their way to the disk.
    pub(super) writes: Writes,
    /// Changes that met others and are still to be asked about.
    pub conflicts: Conflicts,
}

impl Unsaved {
    /// The file of an answer is not as it was when it was opened.
    pub(super) fn answer_met(&mut self, id: AnswerId, theirs: String) {
        self.writes.stays();
        self.conflicts.add(Meeting::Answer { id, theirs });
    }

    /// The file of an interview is not as it was when it was shown.
    pub(super) fn interview_met(&mut self, path: String, base: String, mine: String, theirs: String) {
        self.writes.stays();
        self.conflicts.add(Meeting::Interview {
            debrief: self.writes.debriefs(&path),
            form: self.writes.forms().next().map(|filled| filled.of.clone()),
            path,
            base,
            mine,
            theirs,
        });
    }
}
