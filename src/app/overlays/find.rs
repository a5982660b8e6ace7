//! Find: questions, answers with their text, interviews and notes, by a few letters.

use super::Overlay;
use crate::app::hit::{Haystack, SearchHit, Subject};
use crate::app::screens::attempt::AttemptScreen;
use crate::app::state::{AnyScreen, App};
use crate::domain::clock::Moment;

impl App {
    /// Find over other files than it was opened over: what is typed stays.
    pub(in crate::app) fn find_anew(&mut self) {
        if let Some(Overlay::Find(before)) = self.overlay.take_if(|overlay| matches!(overlay, Overlay::Find(_))) {
            self.open_find();
            if let Some(Overlay::Find(search)) = &mut self.overlay {
                let chosen = before.selected().cloned();
                search.field = before.field;
                search.typed();
                search.select(chosen.as_ref());
            }
        }
    }

    /// Opens find: over the list in front, else over everything.
    pub(in crate::app) fn open_find(&mut self) {
        let own = self.own_screen().and_then(|screen| screen.hits(&self.context()));
        let listed = own.or_else(|| self.told_hits());
        let search = listed
            .unwrap_or_else(|| self.everything())
            .search(&self.workspace.library);
        self.overlay = Some(Overlay::Find(search));
    }

    /// What Review lists of what was told, if that is in front.
    fn told_hits(&self) -> Option<Haystack> {
        let Some(AnyScreen::Review(review)) = self.screens.last() else {
            return None;
        };
        review.told_hits(&self.context())
    }

    fn everything(&self) -> Haystack {
        let mut all = Haystack::default();
        for answer in self.workspace.library.answers() {
            all.add_shown(&Subject::Answer(answer));
        }
        for one in &self.workspace.interviews {
            let line = match &one.role {
                Some(role) => format!("{}, {role}", one.company),
                None => one.company.clone(),
            };
            all.add(SearchHit::Interview(one.path.clone()), line, "interview");
        }
        for question in self.workspace.library.questions() {
            all.add_shown(&Subject::Question(question));
        }
        all
    }

    /// Shows what was found, in the list in front where it stands there.
    pub(in crate::app) fn open_hit(&mut self, hit: &SearchHit, now: Moment) {
        if let SearchHit::Interview(path) = hit {
            return self.open_interview(path, now);
        }
        match hit {
            SearchHit::Interview(_) => {}
            SearchHit::Question(_) | SearchHit::Answer(_) | SearchHit::Note(_) => self.open_library(hit, now),
            SearchHit::Attempt(id) => {
                let cx = context!(self, now);
                if let Some(AnyScreen::Review(review)) = self.screens.last_mut() {
                    review.select_told(id, &cx);
                }
                let screen = AttemptScreen::open(id.clone(), &cx);
                self.screens.push(AnyScreen::Attempt(screen));
            }
        }
    }

    /// Selects something in the list in front.
    pub(in crate::app) fn select_in_front(&mut self, hit: &SearchHit, now: Moment) {
        let cx = context!(self, now);
        if let Some(screen) = self.screens.last_mut().map(AnyScreen::own_mut) {
            screen.select(hit, &cx);
        }
    }
}
