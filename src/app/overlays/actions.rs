//! What can be done at this moment: every action with its keys, narrowed by typing, done with Enter. Where find can be
//! opened, what is typed finds questions too, by their wordings.

use super::{Overlay, Search, SearchHit};
use crate::app::effect::Effect;
use crate::app::footer::word;
use crate::app::state::App;
use crate::app::widgets::finder::Finder;
use crate::domain::clock::Moment;
use crate::domain::id::QuestionId;
use crate::keys::action::Action;
use crate::keys::bindings::{Binding, Context};
use crate::keys::resolve::{holding, key_shown};
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
    /// What it lies over, where that is not the screen.
    pub over: Option<Box<Overlay>>,
}

impl Actions {
    /// Follows what is typed. Questions are listed only for what is typed.
    pub(in crate::app) fn typed(&mut self) {
        self.search.typed();
        if self.search.field.text().trim().is_empty() {
            let items = &self.search.items;
            let action = |place: usize| items.get(place).is_some_and(|offer| offer.group() == 0);
            self.search.found.retain(|found| action(found.place));
        }
    }
}

impl App {
    /// Lists what can be done where the keys go now.
    pub(in crate::app) fn open_actions(&mut self) {
        let actions = self.actions_here(self.contexts());
        let lines = actions.iter().map(|(action, _)| self.says(*action).to_owned());
        let words = actions.iter().map(|(action, _)| action.synonyms());
        let library = &self.workspace.library;
        let finds = actions.iter().any(|(action, _)| *action == Action::Find) && self.drill().is_none();
        let questions = library.questions().iter().filter(|_| finds);
        let (count, asks) = (actions.len(), questions.clone().map(|question| question.ask.clone()));
        let index = Index::new(lines.chain(asks).collect());
        let words = words.chain(questions.clone().map(|_| "")).collect();
        let placed = questions.clone().enumerate();
        let placed = placed.map(|(n, question)| (count + n, &question.id));
        let finder = Finder::new(index.labelled(words)).asking(library, placed);
        let asked = questions.map(|question| Offer::Question(question.id.clone()));
        let done = actions.into_iter().map(|(action, keys)| Offer::Do(action, keys));
        let mut list = Actions {
            search: Search::over(done.chain(asked).collect(), finder, Offer::group),
            over: self.overlay.take().map(Box::new),
        };
        list.typed();
        self.overlay = Some(Overlay::Actions(list));
    }

    /// What can be done in these contexts, with its key: what is about the row or the text in front comes first, then what
    /// else the screen can do, then what can be done everywhere. What only moves, and what makes no sense now, is left out.
    fn actions_here(&self, contexts: &[Context]) -> Vec<(Action, String)> {
        let near = |binding: &&Binding| !binding.context.is_everywhere();
        let words = |binding: &Binding| {
            let usual = (binding.context != Context::Verbs).then_some(binding.action.sentence());
            word(self, binding.action, binding.label.or(usual))
        };
        let offered = |binding: &&Binding| !binding.action.only_moves() && words(binding).is_some();
        let bound = |binding: &Binding| {
            let key = key_shown(binding, contexts).map_or(String::new(), |key| key.to_string());
            (binding.action, key)
        };
        let besides = self.besides().iter().map(|(action, _)| *action);
        let trash = contexts.contains(&Context::Places).then_some(Action::InTrash);
        let possible = besides.chain(trash).filter(|action| self.why_not(*action).is_none());
        let named = possible.map(|action| {
            let binding = holding(contexts).find(|binding| binding.action == action);
            binding.map_or((action, String::new()), bound)
        });
        let nearest = holding(contexts).filter(near).filter(offered).map(bound);
        let general = holding(contexts).filter(|it| !near(it)).filter(offered).map(bound);
        let mut actions: Vec<(Action, String)> = Vec::new();
        for (action, keys) in nearest.chain(named).chain(general) {
            if !actions.iter().any(|(other, _)| *other == action) {
                actions.push((action, keys));
            }
        }
        actions
    }

    /// What else the screen in front can do, with its words.
    fn besides(&self) -> &'static [(Action, &'static str)] {
        let screen = self.own_screen().filter(|_| self.overlay.is_none());
        screen.map_or(&[], |screen| screen.besides(&self.context()))
    }

    /// What an action does here, in words.
    fn says(&self, action: Action) -> &'static str {
        match action {
            Action::Choose(_) => action.sentence(),
            action => {
                let named = self.besides().iter().find(|(other, _)| *other == action);
                let usual = named.map_or(action.sentence(), |(_, words)| words);
                word(self, action, Some(usual)).unwrap_or(usual)
            }
        }
    }

    /// An action while the list is open: Enter does what is selected, where the list was opened.
    pub(in crate::app) fn actions_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(Overlay::Actions(list)) = &mut self.overlay else {
            return Vec::new();
        };
        let chosen = match action {
            Action::Open => match list.search.selected().cloned() {
                None => return Vec::new(),
                chosen => chosen,
            },
            Action::Back | Action::Help | Action::StopTyping => None,
            action => {
                list.search.act(action);
                return Vec::new();
            }
        };
        self.overlay = list.over.take().map(|over| *over);
        self.cover(now);
        match chosen {
            None => Vec::new(),
            Some(Offer::Do(action, _)) => self.act(action, now),
            Some(Offer::Question(id)) => {
                self.open_hit(&SearchHit::Question(id), now);
                Vec::new()
            }
        }
    }
}
