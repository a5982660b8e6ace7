//! The path of the file is typed, or chosen among those there are.

use super::{Import, Stage};
use crate::app::context::Context;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::request::{Request, Requests};
use crate::app::widgets::field::Field;
use crate::domain::import_review::script;
use crate::keys::action::Action;

impl Import {
    /// What is typed is completed while it is typed.
    pub(super) fn complete(&self) -> Requests {
        match &self.stage {
            Stage::Path { field, .. } => vec![Effect::Disk(DiskEffect::CompletePath(field.text().to_owned())).into()],
            _ => Requests::new(),
        }
    }

    /// While the path is typed. Tab takes the longest beginning that all hints share; Enter the one that is chosen, or the
    /// only one there is, and goes into it where it is a folder.
    pub(super) fn type_path(&mut self, action: Action, cx: &Context) -> Requests {
        let Stage::Path { field, hints, row } = &mut self.stage else {
            return Requests::new();
        };
        match action {
            Action::Back => self.leave(),
            Action::NextField => {
                let shared = common_beginning(hints);
                if shared.len() > field.text().len() {
                    *field = Field::new(&shared);
                }
                self.complete()
            }
            Action::Down | Action::PageDown => {
                let next = row.map_or(0, |row| row + 1);
                *row = Some(next.min(hints.len().saturating_sub(1))).filter(|_| !hints.is_empty());
                Requests::new()
            }
            Action::Up | Action::PageUp => {
                *row = row.and_then(|row| row.checked_sub(1));
                Requests::new()
            }
            Action::Open => {
                let typed = field.text().trim();
                // What is listed may be of what was typed a moment ago.
                let only = hints
                    .first()
                    .filter(|hint| hints.len() == 1 && !typed.is_empty() && hint.starts_with(typed));
                let meant = row.and_then(|row| hints.get(row)).or(only).cloned();
                let path = meant.unwrap_or_else(|| typed.to_owned());
                if path.is_empty() {
                    return Requests::new();
                }
                if path.ends_with('/') && path != typed {
                    (*field, *row) = (Field::new(&path), None);
                    return self.complete();
                }
                // A file that could not be written is named again: what was said of it still holds.
                if path != self.path {
                    self.corrections.clear();
                }
                self.path = path;
                self.stage = Stage::Reading;
                let form = self.form().of;
                if let Some(said) = cx.forms.left(&form) {
                    self.corrections = script(said).unwrap_or_default();
                }
                let mut asked = self.read();
                asked.push(Request::ForgetForm(form));
                asked
            }
            _ => Requests::new(),
        }
    }
}

/// What all of them begin with.
pub(super) fn common_beginning(hints: &[String]) -> String {
    let Some(first) = hints.first() else {
        return String::new();
    };
    let mut shared = first.as_str();
    for hint in hints {
        while !hint.starts_with(shared) {
            let end = shared.char_indices().next_back().map_or(0, |(place, _)| place);
            shared = &shared[..end];
        }
    }
    shared.to_owned()
}
