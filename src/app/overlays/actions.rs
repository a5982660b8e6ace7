//! What can be done at this moment: every action with its keys, narrowed by typing, done with Enter. Where find can be
//! opened, what is typed finds questions too, by their wordings.

use crate::app::hit::SearchHit;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::finder::Finder;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::keys::action::Action;
use crate::text::search::Index;

/// Something that is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// An action, with its key here.
    Do(Action, String),
    /// A question.
    Question(QuestionId),
}

impl Offer {
    /// Actions stand before questions.
    fn group(&self) -> usize {
        usize::from(matches!(self, Offer::Question(_)))
    }
}

/// The list over whatever it was opened over.
#[derive(Debug)]
pub struct Actions {
    /// What can be done, and what is typed to narrow it.
    pub search: Search<Offer>,
}

/// An action that can be done where the list is opened, with what says so.
#[derive(Debug)]
pub(in crate::app) struct Possible {
    /// The action.
    pub(in crate::app) action: Action,
    /// Its key here, where it has one.
    pub(in crate::app) key: String,
    /// What it does here, in words.
    pub(in crate::app) says: &'static str,
}

impl Actions {
    /// Lists what can be done; questions too, where find could be opened.
    pub(in crate::app) fn open(possible: Vec<Possible>, finds: bool, library: &Library) -> Actions {
        let lines = possible.iter().map(|one| one.says.to_owned());
        let words = possible.iter().map(|one| one.action.synonyms());
        let questions = library.questions().iter().filter(|_| finds);
        let (count, asks) = (possible.len(), questions.clone().map(|question| question.ask.clone()));
        let index = Index::new(lines.chain(asks).collect());
        let words = words.chain(questions.clone().map(|_| "")).collect();
        let placed = questions.clone().enumerate();
        let placed = placed.map(|(n, question)| (count + n, &question.id));
        let finder = Finder::new(index.labelled(words)).asking(library, placed);
        let asked = questions.map(|question| Offer::Question(question.id.clone()));
        let done = possible.into_iter().map(|one| Offer::Do(one.action, one.key));
        let mut list = Actions {
            search: Search::over(done.chain(asked).collect(), finder, Offer::group),
        };
        list.typed();
        list
    }

    /// Follows what is typed. Questions are listed only for what is typed.
    pub(super) fn typed(&mut self) {
        self.search.typed();
        if self.search.field.text().trim().is_empty() {
            let items = &self.search.items;
            let action = |place: usize| items.get(place).is_some_and(|offer| offer.group() == 0);
            self.search.found.retain(|found| action(found.place));
        }
    }

    /// Does what a key asks for: Enter does what is selected, where the list was opened.
    pub(super) fn act(mut self, action: Action) -> (Option<Actions>, Requests) {
        let chosen = match action {
            Action::Open => match self.search.selected().cloned() {
                None => return (Some(self), Requests::new()),
                chosen => chosen,
            },
            Action::Back | Action::Help | Action::StopTyping => None,
            action => {
                self.search.act(action);
                return (Some(self), Requests::new());
            }
        };
        let asked = chosen.map(|offer| match offer {
            Offer::Do(action, _) => Request::Act(action),
            Offer::Question(id) => Route::Found(SearchHit::Question(id)).into(),
        });
        (None, asked.into_iter().collect())
    }
}
