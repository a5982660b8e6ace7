//! Browse: every question, answer and note, in three columns; what can be done with them is in `verbs`.

mod actions;
pub mod dialogs;
pub mod facts;
pub mod filter;
pub mod link_picker;
pub mod list;

use self::dialogs::BrowseForm;
use self::filter::{Filter, Shelf};
use self::list::{Item, Listing, Stack};
use super::card::Shows;
use crate::app::effect::Effect;
use crate::app::overlays::find::Haystack;
use crate::app::overlays::{Hit, Overlay};
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::list::moved;
use crate::domain::answer::Answer;
use crate::domain::answer::imported_note::Leftover;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::question::Question;
use crate::keys::action::Action;

pub use self::actions::PutAway;

/// The column that takes the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The categories.
    #[default]
    Shelves,
    /// The questions.
    List,
    /// The question or answer itself.
    Preview,
}

/// Browse on the screen.
#[derive(Debug, Default)]
pub struct Browse {
    /// The column that takes the keys.
    pub column: Column,
    /// The selected row of the first column.
    pub shelf: usize,
    /// The selected row of the list.
    pub row: usize,
    /// The first row of the preview that is shown.
    pub scroll: usize,
    /// What is listed.
    pub listing: Listing,
    /// What is selected, however the list changes around it.
    chosen: Option<Hit>,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// A question.
    Question(&'a Question),
    /// An answer.
    Answer(&'a Answer),
    /// What an import could not place.
    Note(&'a Leftover),
}

impl Browse {
    /// The shelf that is open.
    pub fn stack(&self) -> Option<&Stack> {
        self.listing.stacks.get(self.shelf)
    }

    /// The rows of the list.
    pub fn rows(&self) -> &[Item] {
        self.stack().map_or(&[], |stack| &stack.rows)
    }

    /// The selected row.
    pub fn item(&self) -> Option<Item> {
        self.rows().get(self.row).copied()
    }

    fn category(&self) -> Option<Category> {
        match self.stack()?.shelf {
            Shelf::Of(category) => Some(category),
            _ => None,
        }
    }

    /// The question of the selected row, or the one above a row that is an answer to it.
    fn question_above(&self) -> Option<Item> {
        let rows = self.rows().get(..=self.row)?;
        let question = |item: &&Item| matches!(item, Item::Question(_));
        match rows.last()? {
            Item::Answer { under: false, .. } | Item::Note(_) => None,
            _ => rows.iter().rev().find(question).copied(),
        }
    }

    fn open_shelf(&mut self, which: Shelf) {
        let place = self.listing.stacks.iter().position(|stack| stack.shelf == which);
        self.shelf = place.unwrap_or(0);
        (self.row, self.scroll) = (0, 0);
    }

    /// Looks at everything anew, and finds what was selected again.
    fn renew(&mut self, app: &App, now: Moment) {
        let open = self.stack().map(|stack| stack.shelf);
        self.listing.renew(app, now.wall);
        let place = |which| self.listing.stacks.iter().position(|stack| stack.shelf == which);
        self.shelf = open.and_then(place).unwrap_or(0);
        self.find_again(app);
    }

    /// The row of what was selected, the nearest if there are several; without it, the row stays.
    fn find_again(&mut self, app: &App) {
        let chosen = self.chosen.clone();
        let same = |item: &Item| chosen.is_some() && app.hit(*item) == chosen;
        let places = self.rows().iter().enumerate().filter(|(_, item)| same(item));
        let nearest = places
            .map(|(place, _)| place)
            .min_by_key(|place| place.abs_diff(self.row));
        self.row = nearest.unwrap_or(self.row).min(self.rows().len().saturating_sub(1));
    }

    fn go(&mut self, action: Action, page: usize, past: usize) {
        match self.column {
            Column::Shelves => {
                let to = moved(self.shelf, self.listing.stacks.len(), page, action);
                if to != self.shelf {
                    (self.shelf, self.row, self.scroll) = (to, 0, 0);
                }
            }
            Column::List => {
                let row = moved(self.row, self.rows().len(), page, action);
                if row != self.row {
                    (self.row, self.scroll) = (row, 0);
                }
            }
            Column::Preview => self.scroll = moved(self.scroll, past, page, action),
        }
    }

    fn turn(&mut self, action: Action) {
        self.column = match (self.column, action) {
            (Column::Shelves | Column::List, Action::Less) => Column::Shelves,
            (Column::Shelves, _) | (Column::Preview, Action::Less) => Column::List,
            (Column::List, _) | (Column::Preview, Action::More) => Column::Preview,
            (Column::Preview, _) => Column::Shelves,
        };
    }
}

impl App {
    /// Opens Browse. Words that name a category or another shelf open it; the others leave out what does not fit them.
    pub fn open_browse(&mut self, query: &str, now: Moment) {
        let mut browse = Browse::default();
        browse.listing.renew(self, now.wall);
        let shelves: Vec<Shelf> = browse.listing.stacks.iter().map(|stack| stack.shelf).collect();
        let named = |word: &&str| shelves.iter().find(|shelf| shelf.id() == *word);
        let (ids, words): (Vec<&str>, Vec<&str>) = query.split_whitespace().partition(|word| named(word).is_some());
        if !words.is_empty() {
            browse.listing.choose(Filter::Words(words.join(" ")), self);
        }
        if let Some(shelf) = ids.first().and_then(named) {
            browse.open_shelf(*shelf);
        }
        if !query.trim().is_empty() {
            browse.column = Column::List;
        }
        browse.chosen = browse.item().and_then(|item| self.hit(item));
        self.screens.push(AnyScreen::Browse(Box::new(browse)));
    }

    /// Browse, if it is in front.
    pub fn browse(&self) -> Option<&Browse> {
        match self.screens.last() {
            Some(AnyScreen::Browse(browse)) => Some(browse),
            _ => None,
        }
    }

    /// Changes Browse, if it is in front, with the rest of the state to look at; then notes what is selected.
    fn with_browse(&mut self, change: impl FnOnce(&mut Browse, &App)) {
        match self.screens.pop() {
            Some(AnyScreen::Browse(mut browse)) => {
                change(&mut browse, self);
                browse.chosen = browse.item().and_then(|item| self.hit(item));
                self.screens.push(AnyScreen::Browse(browse));
            }
            other => self.screens.extend(other),
        }
    }

    /// Files, history or settings changed.
    pub(in crate::app) fn renew_browse(&mut self, now: Moment) {
        self.with_browse(|browse, app| browse.renew(app, now));
    }

    /// What a row stands for.
    pub fn shown(&self, item: Item) -> Option<Shown<'_>> {
        match item {
            Item::Question(place) => self
                .workspace
                .library
                .questions()
                .get(place as usize)
                .map(Shown::Question),
            Item::Answer { place, .. } => self.workspace.library.answers().get(place as usize).map(Shown::Answer),
            Item::Note(place) => self.workspace.notes.get(place as usize).map(Shown::Note),
        }
    }

    fn hit(&self, item: Item) -> Option<Hit> {
        Some(match self.shown(item)? {
            Shown::Question(question) => Hit::Question(question.id.clone()),
            Shown::Answer(answer) => Hit::Answer(answer.id.clone()),
            Shown::Note(note) => Hit::Note(note.path.clone()),
        })
    }

    /// What find looks through in Browse: the list, with each answer once.
    pub(in crate::app) fn browse_hits(&self) -> Option<Haystack> {
        let rows = self.browse()?.rows();
        let mut seen = std::collections::HashSet::new();
        let fresh = rows.iter().filter(|item| match item {
            Item::Answer { place, .. } => seen.insert(*place),
            _ => true,
        });
        let mut listed = Haystack::default();
        for (hit, shown) in fresh.filter_map(|item| Some((self.hit(*item)?, self.shown(*item)?))) {
            listed.add_shown(hit, &shown);
        }
        Some(listed)
    }

    /// Selects a row of the list; one that is not in it, in the list of everything.
    pub(in crate::app) fn select_in_browse(&mut self, hit: &Hit) {
        self.with_browse(|browse, app| {
            let there = |browse: &Browse| browse.rows().iter().any(|item| app.hit(*item).as_ref() == Some(hit));
            if !there(browse) {
                browse.open_shelf(match hit {
                    Hit::Question(_) => Shelf::All,
                    Hit::Answer(_) => Shelf::Answers,
                    Hit::Note(_) | Hit::Interview(_) => Shelf::Notes,
                    Hit::Attempt(_) => return,
                });
                if !there(browse) {
                    browse.listing.choose(Filter::Everything, app);
                }
            }
            browse.column = Column::List;
            browse.scroll = 0;
            browse.chosen = Some(hit.clone());
            browse.find_again(app);
        });
    }

    /// What a hit of find shows as a card.
    pub(in crate::app) fn open_hit(&mut self, hit: &Hit, now: Moment) {
        if let Hit::Interview(path) = hit {
            return self.open_interview(path, now);
        }
        self.select_in_browse(hit);
        match hit {
            Hit::Question(id) => self.open_card(Shows::Question(id.clone())),
            Hit::Answer(id) => self.open_card(Shows::Answer(id.clone())),
            Hit::Note(_) => self.with_browse(|browse, _| browse.column = Column::Preview),
            Hit::Interview(_) => {}
            Hit::Attempt(id) => {
                self.select_in_past(id);
                self.open_attempt(id.clone());
            }
        }
    }

    /// An action while Browse is in front.
    pub(in crate::app) fn browse_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let past = self.viewport.of.saturating_sub(page) + 1;
        match action {
            Action::Open => return self.open_browse_row(now),
            Action::DrillThis => return self.drill_browse_row(now),
            Action::EditAnswer => return self.edit_browse_row(now),
            Action::External => return self.open_row_externally(),
            Action::NewAnswer => self.answer_browse_row(now),
            Action::Copy => return self.copy_browse_row(),
            Action::PutAway => return self.put_away(),
            Action::BringBack => return self.bring_back(),
            Action::AddQuestion => self.ask_for_prompt(),
            Action::Retitle => self.ask_for_title(),
            Action::Link => self.ask_for_link(),
            Action::Filter => self.ask_for_filter(),
            Action::Sort => self.with_browse(|browse, app| {
                let sort = browse.listing.sort.next(&browse.listing.filter);
                browse.listing.order_by(sort, app);
                (browse.row, browse.scroll) = (0, 0);
            }),
            Action::Less | Action::More | Action::OtherPane => self.with_browse(|browse, _| browse.turn(action)),
            action => self.with_browse(|browse, _| browse.go(action, page, past)),
        }
        Vec::new()
    }

    fn show_form(&mut self, form: BrowseForm) {
        self.overlay = Some(Overlay::Browse(form));
    }
}
