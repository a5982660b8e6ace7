//! Answers that are typed, wherever they are open: what the disk says of them.

use super::overlays::conflict::Meeting;
use super::screens::workbench::buffer::{AnswerBuffer, SaveState};
use super::state::{AnyScreen, App};
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::library::Library;

impl App {
    /// The disk has the text.
    pub(in crate::app) fn answer_saved(&mut self, id: &AnswerId, path: &str, text: &str, now: Moment) {
        self.writes.came_out();
        let mut unlinked = false;
        if let Some(buffer) = self.buffer_of(id) {
            unlinked = buffer.path.is_none() && buffer.list("questions").is_empty();
            buffer.saved(path, text, now);
        }
        let link = if unlinked {
            "; to link it to a question: esc, then ?link"
        } else {
            ""
        };
        self.notify(format!("Saved as {path}{link}"));
    }

    /// The disk refused; the text stays here and in the drafts.
    pub(in crate::app) fn answer_refused(&mut self, id: &AnswerId, reason: &str, now: Moment) {
        if let Some(buffer) = self.buffer_of(id) {
            buffer.not_saved(SaveState::Failed(reason.to_owned()), now);
        }
        self.warn(format!("Not saved: {reason}. Your text stays here; ctrl-s tries again"));
    }

    /// The file is not as it was when it was opened.
    pub(in crate::app) fn answer_met(&mut self, id: AnswerId, theirs: String, now: Moment) {
        if let Some(buffer) = self.buffer_of(&id) {
            buffer.not_saved(SaveState::Dirty, now);
            self.writes.stays();
            self.conflicts.add(Meeting::Answer { id, theirs });
        }
    }

    /// The home was read again: buffers nobody typed in follow the disk; that somebody else changed a file is said.
    pub(in crate::app) fn buffers_follow(&mut self, before: &Library) {
        let has = |library: &Library, id: &AnswerId, text: &str| {
            library.answer(id.as_str()).is_some_and(|answer| *answer.text == *text)
        };
        let known: Vec<(AnswerId, String)> = self
            .buffers_mut()
            .into_iter()
            .map(|buffer| (buffer.id.clone(), buffer.base.clone()))
            .collect();
        let mut outside = false;
        for (id, base) in &known {
            let Some(answer) = self.workspace.library.answer(id.as_str()).cloned() else {
                continue;
            };
            if *answer.text == **base {
                continue;
            }
            let ours = known.iter().any(|(other, base)| other == id && *answer.text == **base);
            outside |= !ours && !has(before, id, &answer.text);
            let mut buffers = self.buffers_mut().into_iter();
            let same = |buffer: &&mut AnswerBuffer| {
                buffer.id == *id && buffer.base == *base && buffer.kept == SaveState::Clean
            };
            if let Some(buffer) = buffers.find(same) {
                buffer.follow(&answer);
            }
        }
        if outside {
            self.notify("The file has changed outside; what nobody typed in here shows it as it is now");
        }
        if let Some(bench) = self.workbench_mut() {
            bench.turn_to(bench.focus);
        }
    }

    /// Every buffer there is, those in front first.
    pub(in crate::app) fn buffers_mut(&mut self) -> Vec<&mut AnswerBuffer> {
        let benches = self.screens.iter_mut().rev().filter_map(|screen| match screen {
            AnyScreen::Workbench(bench) => Some(bench),
            _ => None,
        });
        benches.flat_map(|bench| bench.buffers_mut()).collect()
    }

    /// The buffer of an answer, the one in front first.
    pub(in crate::app) fn buffer_of(&mut self, id: &AnswerId) -> Option<&mut AnswerBuffer> {
        self.buffers_mut().into_iter().find(|buffer| buffer.id == *id)
    }
}
