//! What is put away and brought back: questions hidden, files in the trash.

use super::effect::{DiskEffect, Effect};
use super::workspace::{UndoEntry, Workspace};
use crate::domain::id::QuestionId;
use crate::domain::saved_file::Trashed;
use crate::markup::scalar::Value;

impl Workspace {
    /// Asks a question no more, or again. The figures of other screens follow when they are in front again.
    pub(super) fn hide(&mut self, id: QuestionId, hidden: bool) -> Effect {
        let settings = &mut self.settings;
        self.put_aside.retain(|put| *put != UndoEntry::Hidden(id.clone()));
        if hidden {
            settings.hide_questions.insert(id.clone());
            self.put_aside.push(UndoEntry::Hidden(id));
        } else {
            settings.hide_questions.remove(&id);
        }
        let ids: Vec<String> = settings.hide_questions.iter().map(ToString::to_string).collect();
        let (key, value) = ("hide_questions", Value::list(&ids).as_str().to_owned());
        Effect::Disk(DiskEffect::SaveSetting { key, value })
    }

    /// Brings back what was put away last, in an earlier run even; the question that is asked again, if it was one.
    pub(super) fn bring_back(&mut self) -> (Effect, Option<QuestionId>) {
        match self.put_aside.pop() {
            Some(UndoEntry::Hidden(id)) => (self.hide(id.clone(), false), Some(id)),
            Some(UndoEntry::Trashed(trashed)) => (Effect::Disk(DiskEffect::Restore(trashed)), None),
            None => (Effect::Disk(DiskEffect::Untrash), None),
        }
    }

    /// A file is in the trash; what to say of it.
    pub(super) fn trashed(&mut self, trashed: Trashed) -> String {
        let said = format!("{} is in the trash; u brings it back", trashed.path);
        self.put_aside.push(UndoEntry::Trashed(trashed));
        said
    }

    /// A file is back; what to say of it.
    pub(super) fn restored(&mut self, path: &str, name: &str) -> String {
        let same = |put: &UndoEntry| matches!(put, UndoEntry::Trashed(trashed) if trashed.name == name);
        self.put_aside.retain(|put| !same(put));
        format!("{path} is back")
    }
}
