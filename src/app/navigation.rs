//! From a route to a screen, and what screens ask for carried out.

use super::confirmation::Confirmation;
use super::drill_request::DrillRequest;
use super::effect::{DiskEffect, Effect};
use super::footer::possible;
use super::hit::{Haystack, SearchHit};
use super::left_drafts;
use super::overlays::actions::Actions;
use super::overlays::{Overlay, Search};
use super::route::{Intent, Route};
use super::screens::attempt::AttemptScreen;
use super::screens::browse::Browse;
use super::screens::drill::DrillScreen;
use super::screens::drill_setup::SetUp;
use super::screens::import::Import;
use super::screens::interviews::Interviews;
use super::screens::interviews::debrief::Debrief;
use super::screens::interviews::detail::Detail;
use super::screens::interviews::feedback::Feedback;
use super::screens::interviews::message::FollowUpMessage;
use super::screens::review::Review;
use super::screens::sprint::SprintScreen;
use super::screens::stack::AnyScreen;
use super::screens::workbench::{Mode, Workbench};
use super::state::App;
use crate::domain::clock::Moment;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::new_ids::NewIds;
use crate::keys::action::Action;
use crate::keys::place::Place;

/// Makers of ids there can be beside the one of the outbox.
const MAKERS: u64 = (1 << 17) - 1;
/// The most times Esc is pressed to be on Home again: a screen may have a few panes to step back through.
const MOST_STEPS_BACK: usize = 16;

impl App {
    /// Begins at a place. A drill, a sprint and an answer stand alone: with them the program ends.
    pub fn begin_at(&mut self, route: Route, now: Moment) -> Vec<Effect> {
        if route.stands_alone() {
            self.screens.clear();
        }
        self.workspace.now = now;
        self.open(route, now)
    }

    /// Goes to a place. What lies over Home is left as with Esc; where that asks something first, it stays.
    pub(super) fn go(&mut self, place: Place, now: Moment) -> Vec<Effect> {
        if !self.screens.over_home() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        for _ in 0..MOST_STEPS_BACK {
            if self.screens.len() == 1 {
                break;
            }
            effects.extend(self.act(Action::Back, now));
            if self.overlay.is_some() {
                return effects;
            }
        }
        let route = match place {
            Place::Today => return effects,
            Place::Library => Route::Browse(String::new()),
            Place::Progress => Route::Review,
            Place::Interviews => Route::Interviews,
        };
        effects.extend(self.open(route, now));
        effects
    }

    /// Shows a place in front.
    pub(super) fn open(&mut self, route: Route, now: Moment) -> Vec<Effect> {
        match route {
            Route::DrillSetup(category) => {
                let setup = SetUp::for_category(&self.workspace.settings, category);
                self.screens.push(AnyScreen::SetUp(setup));
            }
            Route::Drill(order) => return self.begin(&order, now),
            Route::EndDrill => self.overlay = Some(Overlay::Confirm(Confirmation::EndDrill)),
            Route::Sprint => self.begin_sprint(now),
            Route::Browse(query) => {
                let browse = Browse::open(&query, &context!(self, now));
                self.screens.push(AnyScreen::Browse(browse));
            }
            Route::Found(hit) => self.open_hit(&hit, now),
            Route::Question(id) => self.open_library(&SearchHit::Question(id), now),
            Route::Answer(id) => self.open_library(&SearchHit::Answer(id), now),
            Route::AnswersTo(id, intent) => self.open_question(&id, hand(intent), now),
            Route::EditAnswer(id, intent) => self.open_answer(&id, hand(intent)),
            Route::NewAnswer(question) => self.new_answer(question.as_ref(), now),
            Route::Draft => return self.open_draft(0, now),
            Route::Interviews => self.open_interviews(now),
            Route::Interview(path) => self.open_interview(&path, now),
            Route::Message(path) => self.open_message(&path, now),
            Route::Debrief(path) => self.open_debrief(&path, now),
            Route::Feedback => {
                let feedback = Feedback::open(&context!(self, now));
                self.screens.push(AnyScreen::Feedback(feedback));
            }
            Route::OneOf(ids) => self.open_one_of(ids),
            Route::Review => {
                let review = Review::open(&context!(self, now));
                self.screens.push(AnyScreen::Review(review));
            }
            Route::Attempt(id) => {
                let screen = AttemptScreen::open(id, &context!(self, now));
                self.screens.push(AnyScreen::Attempt(screen));
            }
            Route::Import => {
                let (import, requests) = Import::open();
                self.screens.push(AnyScreen::Import(import));
                return self.fulfil(requests, now);
            }
            Route::Help => self.open_actions(),
        }
        Vec::new()
    }

    /// Begins a drill in front of what is there; says so when nothing fits.
    pub fn begin(&mut self, order: &DrillRequest, now: Moment) -> Vec<Effect> {
        let (seed, ids) = (self.next_seed(), self.next_ids());
        match DrillScreen::begin(order, seed, ids, &context!(self, now)) {
            Some(drill) => {
                self.sit_down(AnyScreen::Drill(drill));
                if let Some(doubt) = &order.doubt {
                    self.notify(doubt);
                }
            }
            None if self.workspace.library.questions().is_empty() => self.notify("Your files are still being read"),
            None => self.warn(order.why_nothing()),
        }
        Vec::new()
    }

    /// Begins a sprint; says what is needed where there is nothing to choose between.
    fn begin_sprint(&mut self, now: Moment) {
        let (seed, ids) = (self.next_seed(), self.next_ids());
        match SprintScreen::begin(seed, ids, &context!(self, now)) {
            Some(sprint) => self.sit_down(AnyScreen::Sprint(sprint)),
            None => self.notify(
                "A sprint asks which answer you would tell, so it needs two of yours that fit a question; n writes one",
            ),
        }
    }

    fn sit_down(&mut self, sitting: AnyScreen) {
        self.overlay = None;
        self.screens.push(sitting);
    }

    /// Ids that only the next drill makes.
    fn next_ids(&self) -> NewIds {
        NewIds::new(&self.startup.run, 1 + (self.screens.begun() % MAKERS) as u32)
    }

    /// Lists what can be done where the keys go now.
    pub(super) fn open_actions(&mut self) {
        let possible = possible(self);
        let finds = possible.iter().any(|one| one.action == Action::Find) && self.screens.drill().is_none();
        let list = Actions::open(possible, finds, &self.workspace.library);
        let over = self.overlay.take().map(Box::new);
        self.overlay = Some(Overlay::Actions(list, over));
    }

    /// Opens find: over the list in front, else over everything.
    pub(super) fn open_find(&mut self) {
        self.overlay = Some(Overlay::Find(self.find()));
    }

    /// Find over other files than it was opened over: what is typed stays.
    pub(super) fn find_anew(&mut self) {
        if let Some(Overlay::Find(before)) = self.overlay.take_if(|overlay| matches!(overlay, Overlay::Find(_))) {
            self.overlay = Some(Overlay::Find(self.find().going_on(before)));
        }
    }

    fn find(&self) -> Search<SearchHit> {
        let listed = self.own_screen().and_then(|screen| screen.hits(&self.context()));
        let all = listed.unwrap_or_else(|| Haystack::everything(&self.workspace));
        all.search(&self.workspace.library)
    }

    /// Shows what was found, in the list in front where it stands there.
    fn open_hit(&mut self, hit: &SearchHit, now: Moment) {
        match hit {
            SearchHit::Interview(path) => self.open_interview(path, now),
            SearchHit::Question(_) | SearchHit::Answer(_) | SearchHit::Note(_) => self.open_library(hit, now),
            SearchHit::Attempt(id) => {
                self.select_in_front(hit, now);
                let screen = AttemptScreen::open(id.clone(), &context!(self, now));
                self.screens.push(AnyScreen::Attempt(screen));
            }
        }
    }

    /// Shows the Library with something selected in it; where it is in front, there.
    fn open_library(&mut self, hit: &SearchHit, now: Moment) {
        if self.screens.browse().is_none() {
            let browse = Browse::open("", &context!(self, now));
            self.screens.push(AnyScreen::Browse(browse));
        }
        self.select_in_front(hit, now);
    }

    /// Selects something in the list in front.
    pub(super) fn select_in_front(&mut self, hit: &SearchHit, now: Moment) {
        let cx = context!(self, now);
        if let Some(screen) = self.screens.front_own_mut() {
            screen.select(hit, &cx);
        }
    }

    fn open_interviews(&mut self, now: Moment) {
        self.overview.follow_interviews(&self.workspace, now);
        let list = Interviews::open(&context!(self, now));
        self.screens.push(AnyScreen::Interviews(list));
    }

    fn open_interview(&mut self, path: &str, now: Moment) {
        match Detail::open(path, &context!(self, now)) {
            Some(detail) => self.screens.push(AnyScreen::Interview(detail)),
            None => self.warn("Its file is no longer there"),
        }
    }

    /// Opens the message that fits now.
    fn open_message(&mut self, path: &str, now: Moment) {
        match FollowUpMessage::open(path, &context!(self, now)) {
            Some(message) => self.screens.push(AnyScreen::Message(message)),
            None => self.notify("There is nothing to write to them now"),
        }
    }

    /// Opens the debrief of the round whose time is over, as it was left.
    fn open_debrief(&mut self, path: &str, now: Moment) {
        let left = self.unsaved.forms.take_debrief(path);
        match Debrief::open(path, left, &context!(self, now)) {
            Some(debrief) => self.screens.push(AnyScreen::Debrief(debrief)),
            None => self.notify("No round waits to be written down"),
        }
    }

    /// Lists some answers, to open one of them.
    fn open_one_of(&mut self, ids: Vec<AnswerId>) {
        let title = |id: &AnswerId| {
            let answer = self.workspace.library.answer(id);
            answer.map_or(String::new(), |answer| answer.title.clone())
        };
        let titles = ids.iter().map(title).collect();
        let hits = ids.into_iter().map(SearchHit::Answer).collect();
        self.overlay = Some(Overlay::Find(Search::new(hits, titles)));
    }

    /// Opens the answers to a question side by side; with one, the question beside it; with none, a new one.
    fn open_question(&mut self, id: &QuestionId, hand: Mode, now: Moment) {
        match Workbench::answers_to(id, hand, &self.workspace) {
            Some(bench) => self.open_bench(bench),
            None => self.new_answer(Some(id), now),
        }
    }

    /// Opens an answer beside its question, or beside what else it has.
    pub fn open_answer(&mut self, id: &AnswerId, hand: Mode) {
        match Workbench::answer(id, hand, &self.workspace) {
            Some(bench) => self.open_bench(bench),
            None => self.warn("The file of this answer is no longer there"),
        }
    }

    /// Opens a new answer; nothing is on the disk before it is saved.
    fn new_answer(&mut self, question: Option<&QuestionId>, now: Moment) {
        let id = self.outbox.new_answer_id(now);
        let bench = Workbench::new_answer(&id, question, &context!(self, now));
        self.open_bench(bench);
    }

    fn open_bench(&mut self, bench: Workbench) {
        self.overlay = None;
        self.screens.push(AnyScreen::Workbench(bench));
        self.look_again(self.workspace.now);
        let draft = self
            .screens
            .workbench()
            .and_then(|bench| self.workspace.draft_of(bench));
        self.overlay = draft.map(Overlay::Confirm);
    }

    /// Opens what another run left, by its place.
    pub(super) fn open_draft(&mut self, place: usize, now: Moment) -> Vec<Effect> {
        if place >= self.workspace.drafts.len() {
            return Vec::new();
        }
        let left = self.workspace.drafts.remove(place);
        self.overview.follow_interviews(&self.workspace, now);
        let (screen, asked, base) = left_drafts::opened(&left, &context!(self, now));
        self.screens.push(screen);
        let mut effects = self.fulfil(asked, now);
        effects.push(Effect::Disk(DiskEffect::TakeOver { left, base }));
        effects
    }
}

fn hand(intent: Intent) -> Mode {
    match intent {
        Intent::Read => Mode::Normal,
        Intent::Write => Mode::Insert,
    }
}
