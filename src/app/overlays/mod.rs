//! What lies over a screen: what can be done, find, problems, settings, and questions to say yes or no to.
//!
//! As a screen does, each owns what it shows, reads a [`Context`] and asks by [`Request`]s; it names no screen.

pub mod actions;
mod conflict;
pub mod settings;
pub mod trash;

use self::actions::Actions;
use self::settings::SettingRow;
use self::trash::Trash;
pub use super::confirmation::Confirmation;
use super::context::Context;
pub use super::hit::SearchHit;
use super::merge_conflict::MergeConflict;
use super::request::{Request, Requests};
use super::route::Route;
use super::widgets::field::Field;
pub use super::widgets::filter_list::Search;
use super::widgets::list::{clamped, move_cursor};
use crate::keys::action::Action;
use crate::keys::bindings;
use crate::keys::context::over_screen;

/// Something over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// What can be done here, over the screen or what lay over it.
    Actions(Actions, Option<Box<Overlay>>),
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

impl Overlay {
    /// The contexts a key is looked up in while it lies over the screen, the nearest first.
    pub fn contexts(&self) -> &'static [bindings::Context] {
        use bindings::Context::{Anywhere, Confirm, NotTyping};
        match self {
            Overlay::Actions(..) | Overlay::Find(_) => bindings::Context::FILTER,
            Overlay::Confirm(_) => &[Confirm, NotTyping, Anywhere],
            Overlay::Conflict(_) => bindings::Context::CHOOSING,
            Overlay::Settings { .. } | Overlay::Problems { .. } | Overlay::Trash(_) => over_screen![],
        }
    }

    /// The line that is typed in.
    pub(super) fn line(&mut self) -> Option<&mut Field> {
        match self {
            Overlay::Actions(list, _) => Some(&mut list.search.field),
            Overlay::Find(search) => Some(&mut search.field),
            Overlay::Problems { .. }
            | Overlay::Settings { .. }
            | Overlay::Confirm(_)
            | Overlay::Conflict(_)
            | Overlay::Trash(_) => None,
        }
    }

    /// Follows a change of that line.
    pub(super) fn line_changed(&mut self) {
        match self {
            Overlay::Actions(list, _) => list.typed(),
            Overlay::Find(search) => search.typed(),
            _ => {}
        }
    }

    /// Does what a key asks for: what lies over the screen then, and what is asked.
    pub(super) fn act(self, action: Action, cx: &Context) -> (Option<Overlay>, Requests) {
        let page = cx.viewport.rows;
        let problems = cx.workspace.problems().count();
        match (self, action) {
            (Overlay::Actions(list, over), action) => match list.act(action) {
                (Some(list), asked) => (Some(Overlay::Actions(list, over)), asked),
                (None, asked) => (over.map(|over| *over), asked),
            },
            (over, Action::Help) => (Some(over), vec![Route::Help.into()]),
            (Overlay::Confirm(asked), Action::Accept) => (None, vec![Request::Agree(asked)]),
            (Overlay::Conflict(met), action) => {
                let (met, asked) = met.act(action, cx);
                (met.map(Overlay::Conflict), asked)
            }
            (_, Action::Back | Action::Decline | Action::StopTyping) => (None, Requests::new()),
            (Overlay::Trash(trash), action) => {
                let (trash, asked) = trash.act(action, page);
                (trash.map(Overlay::Trash), asked)
            }
            (Overlay::Find(search), Action::Open) => {
                let chosen = search.selected().cloned();
                (None, chosen.map(|hit| Route::Found(hit).into()).into_iter().collect())
            }
            (Overlay::Find(mut search), action) => {
                search.act(action);
                (Some(Overlay::Find(search)), Requests::new())
            }
            (Overlay::Problems { row }, Action::Open) => {
                let problem = cx.workspace.problems().nth(clamped(row, problems));
                let edit = problem.map(|problem| Request::edit_file(&problem.path, problem.line.unwrap_or(1)));
                (Some(Overlay::Problems { row }), edit.into_iter().collect())
            }
            (Overlay::Problems { row }, action) => {
                let row = move_cursor(clamped(row, problems), problems, page, action);
                (Some(Overlay::Problems { row }), Requests::new())
            }
            (Overlay::Settings { row }, action) => {
                let row = move_cursor(row, SettingRow::all().len(), page, action);
                (Some(Overlay::Settings { row }), settings::act(row, action, cx))
            }
            (over @ Overlay::Confirm(_), _) => (Some(over), Requests::new()),
        }
    }

    /// The footer's word for an action now; no word takes it from the footer.
    pub(super) fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        match (self, action) {
            (_, Action::Up) if self.found().is_some_and(|(row, _)| row == 0) => None,
            (_, Action::Down) if self.found().is_some_and(|(row, found)| row + 1 >= found) => None,
            (Overlay::Actions(..), Action::Help)
            | (Overlay::Conflict(MergeConflict { merged: None, .. }), Action::Open) => None,
            (Overlay::Actions(list, _), Action::Open) => list.search.selected().map(|_| "do it"),
            (Overlay::Find(search), Action::Open) => search.selected().map(|_| "open"),
            (Overlay::Problems { .. }, Action::Open) => cx.workspace.problems().next().map(|_| "edit the file"),
            (Overlay::Settings { .. }, Action::Open) => Some("change it"),
            (Overlay::Trash(_), Action::Open) => Some("bring it back"),
            (Overlay::Conflict(MergeConflict { merged: None, .. }), Action::Back) => Some("keep both files"),
            (Overlay::Conflict(_), Action::Open) => Some("keep both changes"),
            (Overlay::Conflict(_), Action::Choose(1)) => Some("yours"),
            (Overlay::Conflict(_), Action::Choose(2)) => Some("the file's"),
            (Overlay::Conflict(_), Action::Choose(3)) => Some("edit both"),
            (Overlay::Conflict(_), Action::Choose(_)) => None,
            (Overlay::Confirm(asked), Action::Accept | Action::Decline) => Some(asked.word(action)),
            _ => usual,
        }
    }

    /// The selected row of a search and how much it found; none where nothing is searched.
    fn found(&self) -> Option<(usize, usize)> {
        match self {
            Overlay::Actions(list, _) => Some((list.search.row, list.search.found.len())),
            Overlay::Find(search) => Some((search.row, search.found.len())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::context::tests::Fixture;
    use crate::app::effect::{Effect, TerminalEffect};
    use crate::domain::library::Library;
    use crate::domain::problem::Problem;

    #[test]
    fn a_problem_is_opened_at_its_line_and_the_list_stays() {
        let mut home = Fixture::new(Library::default());
        let problem = |line| Problem::line("questions/own.yaml", line, "odd", "mend it");
        home.workspace.home_problems = vec![problem(3), problem(8)];
        let (over, asked) = Overlay::Problems { row: 0 }.act(Action::Down, &home.at(0));
        assert_eq!(asked, []);
        let Some(over) = over else { unreachable!() };
        let (over, asked) = over.act(Action::Open, &home.at(0));
        assert!(matches!(over, Some(Overlay::Problems { row: 1 })));
        assert!(
            matches!(
                &asked[..],
                [Request::Perform(Effect::Terminal(TerminalEffect::EditFile {
                    line: 8,
                    ..
                }))]
            ),
            "{asked:?}"
        );
    }

    #[test]
    fn a_yes_is_handed_on_and_a_no_closes() {
        let home = Fixture::new(Library::default());
        let asks = || Overlay::Confirm(Confirmation::QuitUnsaved);
        let (over, asked) = asks().act(Action::Accept, &home.at(0));
        assert!(over.is_none() && asked == [Request::Agree(Confirmation::QuitUnsaved)]);
        let (over, asked) = asks().act(Action::Decline, &home.at(0));
        assert!(over.is_none() && asked.is_empty());
        let (over, asked) = asks().act(Action::Down, &home.at(0));
        assert!(over.is_some() && asked.is_empty());
    }
}
