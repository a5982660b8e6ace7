//! What lies over a screen: help, palette, find, problems, settings, and questions to say yes or no to.

pub mod conflict;
pub(super) mod find;
pub mod palette;
pub mod settings;
pub mod trash;

use self::conflict::Met;
use self::palette::Reach;
use self::settings::SettingRow;
use self::trash::Trash;
pub use super::confirmation::Asked;
use super::effect::{DiskEffect, Effect, TerminalEffect};
pub use super::hit::Hit;
use super::screens::interviews::event_menu::Log;
use super::screens::interviews::form::Slip;
use super::screens::review::dialogs::ReviewForm;
use super::state::{AnyScreen, App};
pub use super::widgets::filter_list::Search;
use super::widgets::list::{clamped, moved};
use super::writes::Then;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::keys::action::Action;

/// Something over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// The keys of what lies below.
    Help {
        /// The first row shown.
        scroll: usize,
        /// What it lies over, where that is not the screen.
        over: Option<Box<Overlay>>,
    },
    /// Every action by name, and the questions by what they ask.
    Palette(Search<Reach>),
    /// Questions and answers.
    Find(Search<Hit>),
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
    Asked(Asked),
    /// What Review asks for.
    Review(ReviewForm),
    /// A small form about an interview.
    Slip(Slip),
    /// What happened, to choose from.
    Log(Log),
    /// The answers that may be prepared for an interview, and whether they were told there.
    Prepare(Search<(AnswerId, bool)>),
    /// A file that changed while it was edited here.
    Met(Met),
    /// What is in the trash.
    Trash(Trash),
}

impl App {
    pub(super) fn open_palette(&mut self) {
        self.overlay = Some(Overlay::Palette(palette::search(self)));
    }

    /// Opens help over whatever is in front, and puts it away again.
    pub(super) fn open_help(&mut self) {
        let over = self.overlay.take().map(Box::new);
        self.overlay = Some(Overlay::Help { scroll: 0, over });
    }

    fn help_action(&mut self, action: Action) -> Vec<Effect> {
        let (page, of) = (self.viewport.rows, self.viewport.of);
        if let Some(Overlay::Help { scroll, over }) = &mut self.overlay {
            if matches!(action, Action::Back | Action::Help) {
                self.overlay = over.take().map(|over| *over);
            } else {
                *scroll = moved(*scroll, of.saturating_sub(page) + 1, page, action);
            }
        }
        Vec::new()
    }

    /// An action while something lies over the screen.
    pub(super) fn overlay_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let problems = self.workspace.problems().count();
        match (self.overlay.as_mut(), action) {
            (Some(Overlay::Help { .. }), action) => self.help_action(action),
            (_, Action::Help) => {
                self.open_help();
                Vec::new()
            }
            (Some(Overlay::Asked(asked)), Action::Accept) => {
                let asked = asked.clone();
                self.close_overlay(now);
                self.agreed(asked, now)
            }
            (Some(Overlay::Review(_)), action) => self.review_form_action(action, now),
            (Some(Overlay::Met(_)), action) => self.met_action(action, now),
            (Some(Overlay::Slip(_)), action) => self.slip_action(action),
            (_, Action::Back | Action::Decline | Action::StopTyping) => {
                self.close_overlay(now);
                Vec::new()
            }
            (Some(Overlay::Trash(_)), action) => self.trash_action(action, now),
            (Some(Overlay::Log(_)), action) => self.log_action(action, now),
            (Some(Overlay::Prepare(_)), Action::Open) => self.take_prepared(),
            (Some(Overlay::Prepare(search)), action) => {
                search.act(action);
                Vec::new()
            }
            (Some(Overlay::Palette(search)), Action::Open) => {
                let chosen = search.selected().cloned();
                self.close_overlay(now);
                chosen.map_or_else(Vec::new, |reach| palette::reach(self, reach, now))
            }
            (Some(Overlay::Find(search)), Action::Open) => {
                let chosen = search.selected().cloned();
                self.close_overlay(now);
                if let Some(hit) = chosen {
                    self.open_hit(&hit, now);
                }
                Vec::new()
            }
            (Some(Overlay::Palette(search)), action) => {
                search.act(action);
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
                *row = moved(clamped(*row, problems), problems, page, action);
                Vec::new()
            }
            (Some(Overlay::Settings { row }), action) => {
                *row = moved(*row, SettingRow::all().len(), page, action);
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
    fn agreed(&mut self, asked: Asked, now: Moment) -> Vec<Effect> {
        match asked {
            // Whoever asked is told.
            Asked::EndDrill => self
                .ask_screen(now, |screen, cx| screen.act(Action::Accept, cx))
                .unwrap_or_default(),
            Asked::QuitUnsaved => vec![Effect::Terminal(TerminalEffect::Quit)],
            asked @ Asked::LeaveUnsaved => {
                let agreed = self.ask_screen(now, |screen, cx| screen.agreed(&asked, cx));
                agreed.unwrap_or_default()
            }
            Asked::Trash { path, .. } => self.put_into_trash(path),
            Asked::Draft { name, .. } => self.take_offered(&name, now),
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
                .and_then(AnyScreen::own_mut)
                .map_or_else(Vec::new, |screen| screen.drafts(&|_| true));
        }
        self.quit()
    }

    /// Quits, unless something is not saved: then it asks. What is on its way to the disk is waited for.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.record.not_saved().is_some() {
            self.overlay = Some(Overlay::Asked(Asked::QuitUnsaved));
            if self.screens.is_empty() {
                self.screens
                    .push(AnyScreen::Home(super::screens::home::Home::default()));
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
