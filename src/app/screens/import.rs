//! Bringing notes: name a file, look at what it would bring, write it.

use crate::app::message::Effect;
use crate::app::state::{App, Screen};
use crate::app::widgets::field::Field;
use crate::domain::import_summary::{Intake, Written};
use crate::keys::action::Action;

/// How far the import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A path is typed; below it how it could go on.
    Path {
        /// The path.
        field: Field,
        /// How it could go on.
        hints: Vec<String>,
    },
    /// The file is read.
    Reading,
    /// What it would bring.
    Summary(Intake),
    /// It is written.
    Done(Written),
}

/// The import on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportScreen {
    /// How far it is.
    pub stage: Stage,
    /// The path that was named.
    pub path: String,
    /// The first row shown.
    pub scroll: usize,
}

impl App {
    pub(in crate::app) fn bring_notes(&mut self) -> Vec<Effect> {
        self.screens.push(Screen::Import(ImportScreen {
            stage: Stage::Path {
                field: Field::default(),
                hints: Vec::new(),
            },
            path: String::new(),
            scroll: 0,
        }));
        vec![Effect::CompletePath(String::new())]
    }

    fn import_mut(&mut self) -> Option<&mut ImportScreen> {
        match self.screens.last_mut() {
            Some(Screen::Import(import)) => Some(import),
            _ => None,
        }
    }

    pub(in crate::app) fn import_field(&mut self) -> Option<&mut Field> {
        match &mut self.import_mut()?.stage {
            Stage::Path { field, .. } => Some(field),
            _ => None,
        }
    }

    /// What was typed is completed while typing; Tab takes the longest beginning that all hints share.
    pub(in crate::app) fn path_typed(&mut self) -> Vec<Effect> {
        let path = self.import_field().map(|field| field.text().to_owned());
        path.map(Effect::CompletePath).into_iter().collect()
    }

    pub(in crate::app) fn path_action(&mut self, action: Action) -> Vec<Effect> {
        let Some(import) = self.import_mut() else {
            return Vec::new();
        };
        let Stage::Path { field, hints } = &mut import.stage else {
            return Vec::new();
        };
        match action {
            Action::NextField => {
                let shared = common_beginning(hints);
                if shared.len() > field.text().len() {
                    *field = Field::new(&shared);
                }
                self.path_typed()
            }
            Action::Accept if !field.text().trim().is_empty() => {
                import.path = field.text().trim().to_owned();
                import.stage = Stage::Reading;
                vec![Effect::LookAtNotes(import.path.clone())]
            }
            _ => Vec::new(),
        }
    }

    pub(in crate::app) fn looked(&mut self, intake: Intake) {
        if let Some(import) = self.import_mut() {
            import.scroll = 0;
            import.stage = Stage::Summary(intake);
        }
    }

    pub(in crate::app) fn completed(&mut self, found: Vec<String>) {
        if let Some(ImportScreen {
            stage: Stage::Path { hints, .. },
            ..
        }) = self.import_mut()
        {
            *hints = found;
        }
    }

    /// The file could not be read: the path can be mended.
    pub(in crate::app) fn import_failed(&mut self) {
        if let Some(import) = self.import_mut() {
            import.stage = Stage::Path {
                field: Field::new(&import.path),
                hints: Vec::new(),
            };
        }
    }

    pub(in crate::app) fn accept_import(&mut self) -> Vec<Effect> {
        let Some(import) = self.import_mut() else {
            return Vec::new();
        };
        match &import.stage {
            Stage::Summary(intake) => {
                let effect = Effect::WriteNotes {
                    path: import.path.clone(),
                    version: intake.version.clone(),
                };
                import.stage = Stage::Reading;
                vec![effect]
            }
            Stage::Done(_) => self.pop_screen(),
            Stage::Path { .. } | Stage::Reading => Vec::new(),
        }
    }

    pub(in crate::app) fn wrote(&mut self, written: Written) {
        if let Some(import) = self.import_mut() {
            import.stage = Stage::Done(written);
        }
    }
}

fn common_beginning(hints: &[String]) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_takes_what_all_hints_share() {
        let hints = ["notes/äb.txt".to_owned(), "notes/äc.txt".to_owned()];
        assert_eq!(common_beginning(&hints), "notes/ä");
        assert_eq!(common_beginning(&[]), "");
    }
}
