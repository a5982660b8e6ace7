//! From a route to a screen, and what screens ask for carried out.

use super::message::{Effect, Outcome};
use super::overlays::Overlay;
use super::request::{Request, Requests};
use super::route::{Intent, Route};
use super::screens::Screen;
use super::screens::card::Shows;
use super::screens::drill_setup::SetUp;
use super::screens::import::Import;
use super::screens::workbench::Hand;
use super::state::{AnyScreen, App};
use crate::domain::clock::Moment;

impl App {
    /// Shows a place in front.
    pub(super) fn open(&mut self, route: Route, now: Moment) -> Vec<Effect> {
        match route {
            Route::DrillSetup(category) => {
                let setup = SetUp::for_category(&self.workspace.settings, category);
                self.screens.push(AnyScreen::SetUp(setup));
            }
            Route::Drill(order) => return self.begin(&order, now),
            Route::Sprint => return self.begin_sprint(now),
            Route::Browse(query) => self.open_browse(&query, now),
            Route::Question(id) => self.open_card(Shows::Question(id)),
            Route::Answer(id) => self.open_card(Shows::Answer(id)),
            Route::AnswersTo(id, intent) => self.open_question(&id, hand(intent), now),
            Route::EditAnswer(id, intent) => self.open_answer(&id, hand(intent)),
            Route::NewAnswer(question) => self.new_answer(question.as_ref(), now),
            Route::Draft => return self.open_draft(),
            Route::Interviews => self.open_interviews(now),
            Route::Interview(path) => self.open_interview(&path, now),
            Route::Message(path) => self.open_letter(&path),
            Route::Debrief(path) => self.open_debrief(&path, now),
            Route::Feedback => self.open_feedback(),
            Route::Review => self.open_review(now),
            Route::Attempt(id) => self.open_attempt(id),
            Route::Import => {
                let (import, requests) = Import::open();
                self.screens.push(AnyScreen::Import(import));
                return self.fulfil(requests, now);
            }
            Route::Help => self.overlay = Some(Overlay::Help { scroll: 0 }),
        }
        Vec::new()
    }

    /// Does what the screen in front asks for, in that order.
    pub(super) fn fulfil(&mut self, requests: Requests, now: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        for request in requests {
            match request {
                Request::Perform(effect) => effects.push(effect),
                Request::Record(id, what) => effects.extend(self.write_down(id, what, now)),
                Request::Open(route) => effects.extend(self.open(route, now)),
                Request::Replace(route) => {
                    let place = self.screens.len().saturating_sub(1);
                    effects.extend(self.open(route, now));
                    // What could not be opened leaves the one that asked where it is.
                    if self.screens.len() > place + 1 {
                        self.screens.remove(place);
                    }
                }
                Request::Close => effects.extend(self.pop_screen()),
                Request::Quit => effects.extend(self.quit()),
                Request::Notify(notice) => self.notice = Some(notice),
                Request::Act(action) => effects.extend(self.act(action, now)),
            }
        }
        effects
    }

    /// Lets the screen in front do something, where it owns itself; none where it does not.
    pub(super) fn ask_screen(
        &mut self,
        now: Moment,
        ask: impl FnOnce(&mut dyn Screen, &super::context::Context) -> Requests,
    ) -> Option<Vec<Effect>> {
        let cx = context!(self, now);
        let requests = ask(self.screens.last_mut()?.own_mut()?, &cx);
        Some(self.fulfil(requests, now))
    }

    /// Offers what came of an effect to every screen: each takes what is its own.
    pub(super) fn deliver(&mut self, outcome: &Outcome, now: Moment) -> Vec<Effect> {
        let cx = context!(self, now);
        let own = self.screens.iter_mut().filter_map(AnyScreen::own_mut);
        let requests = own.flat_map(|screen| screen.receive(outcome, &cx)).collect();
        self.fulfil(requests, now)
    }
}

fn hand(intent: Intent) -> Hand {
    match intent {
        Intent::Read => Hand::Reading,
        Intent::Write => Hand::Typing,
    }
}
