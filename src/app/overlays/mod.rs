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
use super::effect::{DiskEffect, Effect, TerminalEffect};
use super::screens::browse::dialogs::BrowseForm;
use super::screens::browse::link_picker::Link;
use super::screens::interviews::event_menu::Log;
use super::screens::interviews::form::Slip;
use super::screens::review::dialogs::ReviewForm;
use super::screens::workbench::pane_picker::Beside;
use super::screens::workbench::versions::Versions;
use super::state::{AnyScreen, App};
use super::widgets::field::Field;
use super::widgets::list::{clamped, moved};
use super::writes::Then;
use crate::app::widgets::finder::Finder;
use crate::domain::clock::Moment;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::keys::action::Action;
use crate::text::search::{Found, Index};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// End the drill?
    EndDrill,
    /// Quit although something is not saved?
    QuitUnsaved,
    /// Leave an answer although it is not saved?
    LeaveUnsaved,
    /// Go on with what was typed into the answer in front and never saved?
    Draft {
        /// What the store finds it by.
        name: String,
        /// What it was typed into.
        what: String,
        /// When.
        when: String,
    },
    /// Put a file into the trash?
    Trash {
        /// Its path, relative to the home.
        path: String,
        /// What it is called.
        title: String,
    },
}

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
    /// What else a pane of the workbench can show.
    Beside(Search<Beside>),
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
    /// What Browse asks for.
    Browse(BrowseForm),
    /// What Review asks for.
    Review(ReviewForm),
    /// What the selected row of Browse can be linked to.
    Link(Link),
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
    /// The earlier versions of an answer.
    Versions(Versions),
}

/// Something find can find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A question.
    Question(QuestionId),
    /// An answer.
    Answer(AnswerId),
    /// An interview, by its file.
    Interview(String),
    /// What an import could not place, by its file.
    Note(String),
    /// Something told.
    Attempt(EventId),
}

/// A list narrowed by typing.
#[derive(Debug)]
pub struct Search<T> {
    /// What is typed.
    pub field: Field,
    /// What can be found, in step with the lines.
    pub items: Vec<T>,
    /// Their lines.
    pub finder: Finder,
    /// What is found.
    pub found: Vec<Found>,
    /// The selected row of what is found.
    pub row: usize,
    /// Which of them stand together.
    group: fn(&T) -> usize,
}

/// Groups that finds may stand in.
const GROUPS: usize = 5;

impl<T> Search<T> {
    pub(super) fn new(items: Vec<T>, lines: Vec<String>) -> Search<T> {
        Search::over(items, Finder::new(Index::new(lines)), |_| 0)
    }

    /// A search whose finds stand together by group: those with a whole find first, then by the group's number.
    pub(super) fn over(items: Vec<T>, finder: Finder, group: fn(&T) -> usize) -> Search<T> {
        Search {
            field: Field::default(),
            items,
            found: finder.find(""),
            finder,
            group,
            row: 0,
        }
    }

    /// Finds what fits the line that is typed now.
    pub(super) fn typed(&mut self) {
        let mut found = self.finder.find(self.field.text());
        let group = |found: &Found| self.items.get(found.place).map_or(0, self.group).min(GROUPS - 1);
        let mut whole = [false; GROUPS];
        for one in found.iter().filter(|found| found.whole) {
            whole[group(one)] = true;
        }
        found.sort_by_key(|found| (!whole[group(found)], group(found)));
        self.found = found;
        self.row = 0;
    }

    /// Moves the row.
    pub(super) fn act(&mut self, action: Action) {
        self.row = moved(self.row, self.found.len(), 10, action);
    }

    /// Finds all again.
    pub(super) fn clear(&mut self) {
        self.field = Field::default();
        self.typed();
    }

    /// Selects something, where it is found.
    pub(super) fn select(&mut self, item: Option<&T>)
    where
        T: PartialEq,
    {
        let same = |found: &Found| self.items.get(found.place) == item;
        self.row = self.found.iter().position(same).unwrap_or(0);
    }

    /// What is selected.
    pub fn selected(&self) -> Option<&T> {
        self.found.get(self.row).and_then(|found| self.items.get(found.place))
    }
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
            (Some(Overlay::Browse(_)), action) => self.browse_form_action(action, now),
            (Some(Overlay::Review(_)), action) => self.review_form_action(action, now),
            (Some(Overlay::Met(_)), action) => self.met_action(action, now),
            (Some(Overlay::Slip(_)), action) => self.slip_action(action),
            (_, Action::Back | Action::Decline | Action::StopTyping) => {
                self.close_overlay(now);
                Vec::new()
            }
            (Some(Overlay::Trash(_)), action) => self.trash_action(action, now),
            (Some(Overlay::Versions(_)), action) => self.versions_action(action, now),
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
            (Some(Overlay::Beside(search)), Action::Open) => {
                let chosen = search.selected().cloned();
                self.close_overlay(now);
                if let Some(row) = chosen {
                    self.show_beside(row);
                }
                Vec::new()
            }
            (Some(Overlay::Link(_)), Action::Open) => self.take_link(),
            (Some(Overlay::Link(link)), action) => {
                link.search.act(action);
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
            (Some(Overlay::Beside(search)), action) => {
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
            Asked::LeaveUnsaved => self.leave_bench(),
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
            let left = self.screens.pop();
            self.returned = true;
            return match left {
                Some(AnyScreen::Workbench(mut bench)) => bench
                    .sheets_mut()
                    .filter_map(|sheet| sheet.draft_due(|_| true))
                    .collect(),
                _ => Vec::new(),
            };
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
