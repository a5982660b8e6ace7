//! What lies over a screen: what can be done, find, problems, settings, and questions to say yes or no to.

pub mod actions;
pub mod conflict;
pub(super) mod find;
pub mod settings;
pub mod trash;

use self::actions::Actions;
use self::conflict::MergeConflict;
use self::settings::SettingRow;
use self::trash::Trash;
pub use super::confirmation::Confirmation;
use super::effect::{DiskEffect, Effect, TerminalEffect};
pub use super::hit::SearchHit;
use super::screens::home::Home;
use super::state::{AnyScreen, App};
pub use super::widgets::filter_list::Search;
use super::widgets::list::{clamped, move_cursor};
use super::writes::Then;
use crate::domain::clock::Moment;
use crate::keys::action::Action;

/// Something over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// What can be done here.
    Actions(Actions),
    /// Questions and answers.
    Find(Search<SearchHit>),
    /// What is wrong in files.
    Problems {
        /// The selected row.
        row: usize,
    },
    /// The settings.
    Settings {
        /// The selected row.
        row: usize,
    },
    /// Yes or no.
    Confirm(Confirmation),
    /// A file that changed while it was edited here.
    Conflict(MergeConflict),
    /// What is in the trash.
    Trash(Trash),
}

impl App {
    /// An action while something lies over the screen.
    pub(super) fn overlay_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let problems = self.workspace.problems().count();
        match (self.overlay.as_mut(), action) {
            (Some(Overlay::Actions(_)), action) => self.actions_action(action, now),
            (_, Action::Help) => {
                self.open_actions();
                Vec::new()
            }
            (Some(Overlay::Confirm(asked)), Action::Accept) => {
                let asked = asked.clone();
                self.close_overlay(now);
                self.agreed(asked, now)
            }
            (Some(Overlay::Conflict(_)), action) => self.conflict_action(action, now),
            (_, Action::Back | Action::Decline | Action::StopTyping) => {
                self.close_overlay(now);
                Vec::new()
            }
            (Some(Overlay::Trash(_)), action) => self.trash_action(action, now),
            (Some(Overlay::Find(search)), Action::Open) => {
                let chosen = search.selected().cloned();
                self.close_overlay(now);
                if let Some(hit) = chosen {
                    self.open_hit(&hit, now);
                }
                Vec::new()
            }
            (Some(Overlay::Find(search)), action) => {
                search.act(action);
                Vec::new()
            }
            (Some(Overlay::Problems { row }), Action::Open) => {
                let row = clamped(*row, problems);
                self.workspace
                    .problems()
                    .nth(row)
                    .map(|problem| {
                        Effect::Terminal(TerminalEffect::EditFile {
                            path: problem.path.clone(),
                            line: problem.line.unwrap_or(1),
                        })
                    })
                    .into_iter()
                    .collect()
            }
            (Some(Overlay::Problems { row }), action) => {
                *row = move_cursor(clamped(*row, problems), problems, page, action);
                Vec::new()
            }
            (Some(Overlay::Settings { row }), action) => {
                *row = move_cursor(*row, SettingRow::all().len(), page, action);
                let row = SettingRow::all().get(*row).copied();
                match (row, action) {
                    (Some(row), Action::Less | Action::More | Action::Open) => {
                        let up = action != Action::Less;
                        self.change_setting(row, up, now)
                    }
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    /// Yes to what was asked.
    fn agreed(&mut self, asked: Confirmation, now: Moment) -> Vec<Effect> {
        match asked {
            // Whoever asked is told.
            Confirmation::EndDrill => self
                .ask_screen(now, |screen, cx| screen.act(Action::Accept, cx))
                .unwrap_or_default(),
            Confirmation::QuitUnsaved => vec![Effect::Terminal(TerminalEffect::Quit)],
            asked @ Confirmation::LeaveUnsaved => {
                let agreed = self.ask_screen(now, |screen, cx| screen.agreed(&asked, cx));
                agreed.unwrap_or_default()
            }
            Confirmation::Trash { path, .. } => self.put_into_trash(path),
            Confirmation::Draft { name, .. } => self.take_offered(&name, now),
        }
    }

    fn change_setting(&mut self, row: SettingRow, up: bool, now: Moment) -> Vec<Effect> {
        let (key, value) = settings::change(&mut self.workspace.settings, row, self.workspace.library.lenses(), up);
        self.refresh(now);
        vec![Effect::Disk(DiskEffect::SaveSetting { key, value })]
    }

    pub(super) fn close_overlay(&mut self, now: Moment) {
        self.overlay = None;
        self.cover(now);
    }

    /// Leaves the screen in front; from the last one, the program. What was typed there and is in no draft as it is now
    /// is brought into one, or the draft taken back.
    pub(super) fn pop_screen(&mut self) -> Vec<Effect> {
        if self.screens.len() > 1 {
            let mut left = self.screens.pop();
            self.returned = true;
            return left
                .as_mut()
                .map_or_else(Vec::new, |screen| screen.own_mut().drafts(&|_| true));
        }
        self.quit()
    }

    /// Quits, unless something is not saved: then it asks. What is on its way to the disk is waited for.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.outbox.not_saved().is_some() {
            self.overlay = Some(Overlay::Confirm(Confirmation::QuitUnsaved));
            if self.screens.is_empty() {
                self.screens.push(AnyScreen::Home(Home::default()));
            }
            return Vec::new();
        }
        if self.writes.busy() {
            self.writes.then(Then::Quit);
            return Vec::new();
        }
        self.forms.give_up();
        vec![Effect::Terminal(TerminalEffect::Quit)]
    }
}
