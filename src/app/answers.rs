//! Answers that are typed, wherever they are open: what the disk says of them.

use super::screens::stack::Screens;
use super::screens::workbench::buffer::{AnswerBuffer, SaveState};
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::library::Library;

impl Screens {
    /// The disk has the text; what to say of it.
    pub(super) fn answer_saved(&mut self, id: &AnswerId, path: &str, text: &str, now: Moment) -> String {
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
        format!("Saved as {path}{link}")
    }

    /// The disk does not have the text, for this reason; it stays here and in the drafts. Whether it is open still.
    pub(super) fn answer_not_saved(&mut self, id: &AnswerId, why: SaveState, now: Moment) -> bool {
        let buffer = self.buffer_of(id);
        buffer.map(|buffer| buffer.not_saved(why, now)).is_some()
    }

    /// The home was read again: buffers nobody typed in follow the disk. Whether somebody else changed a file.
    pub(super) fn buffers_follow(&mut self, before: &Library, library: &Library) -> bool {
        let has = |library: &Library, id: &AnswerId, text: &str| {
            library.answer(id).is_some_and(|answer| *answer.text == *text)
        };
        let known: Vec<(AnswerId, String)> = self
            .buffers_mut()
            .map(|buffer| (buffer.id.clone(), buffer.base.clone()))
            .collect();
        let mut outside = false;
        for (id, base) in &known {
            let Some(answer) = library.answer(id) else {
                continue;
            };
            if *answer.text == **base {
                continue;
            }
            let ours = known.iter().any(|(other, base)| other == id && *answer.text == **base);
            outside |= !ours && !has(before, id, &answer.text);
            let same = |buffer: &&mut AnswerBuffer| {
                buffer.id == *id && buffer.base == *base && buffer.kept == SaveState::Clean
            };
            if let Some(buffer) = self.buffers_mut().find(same) {
                buffer.follow(answer);
            }
        }
        if let Some(bench) = self.workbench_mut() {
            bench.turn_to(bench.focus);
        }
        outside
    }
}
