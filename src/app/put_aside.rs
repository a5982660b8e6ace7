//! What is put away and brought back: questions hidden, files in the trash.

use super::effect::{DiskEffect, Effect, TerminalEffect};
use super::hit::SearchHit;
use super::state::App;
use super::workspace::UndoEntry;
use crate::domain::clock::Moment;
use crate::domain::id::QuestionId;
use crate::domain::saved_file::Trashed;
use crate::markup::scalar::Value;

impl App {
    /// Asks a question no more, or again. The figures of other screens follow when they are in front again.
    pub(super) fn hide(&mut self, id: QuestionId, hidden: bool) -> Effect {
        let settings = &mut self.workspace.settings;
        self.workspace
            .put_aside
            .retain(|put| *put != UndoEntry::Hidden(id.clone()));
        if hidden {
            settings.hide_questions.insert(id.clone());
            self.workspace.put_aside.push(UndoEntry::Hidden(id));
        } else {
            settings.hide_questions.remove(&id);
        }
        let ids: Vec<String> = settings.hide_questions.iter().map(ToString::to_string).collect();
        let (key, value) = ("hide_questions", Value::list(&ids).as_str().to_owned());
        Effect::Disk(DiskEffect::SaveSetting { key, value })
    }

    /// Brings back what was put away last, in an earlier run even.
    pub(super) fn bring_back(&mut self, now: Moment) -> Effect {
        match self.workspace.put_aside.pop() {
            Some(UndoEntry::Hidden(id)) => {
                let effect = self.hide(id.clone(), false);
                self.notify("It is asked again");
                self.refresh(now);
                self.select_in_front(&SearchHit::Question(id), now);
                effect
            }
            Some(UndoEntry::Trashed(trashed)) => Effect::Disk(DiskEffect::Restore(trashed)),
            None => Effect::Disk(DiskEffect::Untrash),
        }
    }

    /// Puts a file into the trash; the workbench it is open in is left.
    pub(super) fn put_into_trash(&mut self, path: String) -> Vec<Effect> {
        let mut effects = match self.workbench() {
            Some(_) => self.pop_screen(),
            None => Vec::new(),
        };
        let quit = Effect::Terminal(TerminalEffect::Quit);
        let quits = effects.iter().position(|effect| *effect == quit);
        effects.insert(quits.unwrap_or(effects.len()), Effect::Disk(DiskEffect::Trash { path }));
        effects
    }

    /// A file is in the trash.
    pub(super) fn trashed(&mut self, trashed: Trashed) {
        self.notify(format!("{} is in the trash; u brings it back", trashed.path));
        self.workspace.put_aside.push(UndoEntry::Trashed(trashed));
    }

    /// A file is back.
    pub(super) fn restored(&mut self, path: &str, name: &str) {
        let same = |put: &UndoEntry| matches!(put, UndoEntry::Trashed(trashed) if trashed.name == name);
        self.workspace.put_aside.retain(|put| !same(put));
        self.notify(format!("{path} is back"));
    }
}
