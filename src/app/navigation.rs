//! From a route to a screen, and what screens ask for carried out.

use super::effect::{DiskEffect, Effect};
use super::interview_entry::EntryOf;
use super::message::Outcome;
use super::overlays::{Confirmation, Overlay, Search, SearchHit};
use super::planning::DrillRequest;
use super::request::{Request, Requests};
use super::route::{Intent, Route};
use super::screens::Screen;
use super::screens::attempt::AttemptScreen;
use super::screens::browse::Browse;
use super::screens::browse::dialogs::BrowseForm;
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
use super::screens::workbench::{Mode, Workbench};
use super::state::{AnyScreen, App};
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
        if !matches!(self.screens.first(), Some(AnyScreen::Home(_))) {
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
                self.screens.push(AnyScreen::Browse(Box::new(browse)));
            }
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
                self.screens.push(AnyScreen::Review(Box::new(review)));
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
            Some(drill) => self.sit_down(AnyScreen::Drill(Box::new(drill))),
            None if self.workspace.library.questions().is_empty() => self.notify("Your files are still being read"),
            None => self.warn(order.why_nothing()),
        }
        Vec::new()
    }

    /// Begins a sprint; says what is needed where there is nothing to choose between.
    fn begin_sprint(&mut self, now: Moment) {
        let (seed, ids) = (self.next_seed(), self.next_ids());
        match SprintScreen::begin(seed, ids, &context!(self, now)) {
            Some(sprint) => self.sit_down(AnyScreen::Sprint(Box::new(sprint))),
            None => self.notify(
                "A sprint asks which answer you would tell, so it needs two of yours that fit a question; n writes one",
            ),
        }
    }

    fn sit_down(&mut self, sitting: AnyScreen) {
        self.drills += 1;
        self.overlay = None;
        self.screens.push(sitting);
    }

    /// The seed of the next drill.
    pub(super) fn next_seed(&self) -> u64 {
        self.startup.seed.wrapping_add(self.drills)
    }

    /// Ids that only the next drill makes.
    fn next_ids(&self) -> NewIds {
        NewIds::new(&self.startup.run, 1 + (self.drills % MAKERS) as u32)
    }

    /// Shows the Library with something selected in it; where it is in front, there.
    pub(super) fn open_library(&mut self, hit: &SearchHit, now: Moment) {
        if !matches!(self.screens.last(), Some(AnyScreen::Browse(_))) {
            let browse = Browse::open("", &context!(self, now));
            self.screens.push(AnyScreen::Browse(Box::new(browse)));
        }
        self.select_in_front(hit, now);
    }

    fn open_interviews(&mut self, now: Moment) {
        self.overview.follow_interviews(&self.workspace, now);
        let list = Interviews::open(&context!(self, now));
        self.screens.push(AnyScreen::Interviews(list));
    }

    pub(super) fn open_interview(&mut self, path: &str, now: Moment) {
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
        let left = self.forms.take_debrief(path);
        match Debrief::open(path, left, &context!(self, now)) {
            Some(debrief) => self.screens.push(AnyScreen::Debrief(Box::new(debrief))),
            None => self.notify("No round waits to be written down"),
        }
    }

    /// Opens an interview, or all of them, with a form over it as it was left.
    pub(super) fn open_interview_form(&mut self, of: EntryOf, about: &str, text: &str, now: Moment) {
        if about.is_empty() {
            self.open_interviews(now);
        } else {
            self.open_interview(about, now);
        }
        let cx = context!(self, now);
        match self.screens.last_mut() {
            Some(AnyScreen::Interview(detail)) => detail.fill(of, text, &cx),
            Some(AnyScreen::Interviews(list)) => list.fill(of, text, &cx),
            _ => {}
        }
    }

    /// The screen in front looks again: what it shows changed, or it was covered meanwhile.
    pub(super) fn look_again(&mut self, now: Moment) {
        let cx = context!(self, now);
        if let Some(screen) = self.screens.last_mut().map(AnyScreen::own_mut) {
            screen.refresh(&cx);
        }
    }

    /// A clock in front rests while something lies over it, and runs again after.
    pub(super) fn cover(&mut self, now: Moment) {
        let covered = self.overlay.is_some();
        if let Some(screen) = self.screens.last_mut().map(AnyScreen::own_mut) {
            screen.cover(covered, now);
        }
    }

    /// Lists some answers, to open one of them.
    fn open_one_of(&mut self, ids: Vec<AnswerId>) {
        let title = |id: &AnswerId| {
            let answer = self.workspace.library.answer(id.as_str());
            answer.map_or(String::new(), |answer| answer.title.clone())
        };
        let titles = ids.iter().map(title).collect();
        let hits = ids.into_iter().map(SearchHit::Answer).collect();
        self.overlay = Some(Overlay::Find(Search::new(hits, titles)));
    }

    /// Opens Browse with a form over it.
    pub(super) fn open_browse_form(&mut self, query: &str, row: Option<SearchHit>, form: BrowseForm, now: Moment) {
        let cx = context!(self, now);
        let mut browse = Browse::open(query, &cx);
        if let Some(row) = row {
            browse.select(&row, &cx);
        }
        browse.fill(form);
        self.screens.push(AnyScreen::Browse(Box::new(browse)));
    }

    /// Opens the answers to a question side by side; with one, the question beside it; with none, a new one.
    pub(super) fn open_question(&mut self, id: &QuestionId, hand: Mode, now: Moment) {
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
    pub fn new_answer(&mut self, question: Option<&QuestionId>, now: Moment) {
        let id = self.outbox.new_answer_id(now);
        let bench = Workbench::new_answer(&id, question, &context!(self, now));
        self.open_bench(bench);
    }

    pub(super) fn open_bench(&mut self, bench: Workbench) {
        self.overlay = None;
        self.screens.push(AnyScreen::Workbench(Box::new(bench)));
        self.look_again(self.workspace.now);
        self.offer_draft();
    }

    /// Does what the screen in front asks for, in that order.
    pub(super) fn fulfil(&mut self, requests: Requests, now: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        for request in requests {
            match request {
                Request::Perform(effect) => effects.push(effect),
                Request::Record(id, what) => effects.extend(self.write_down(id, what, now)),
                Request::WriteDown(what) => effects.extend(self.note_down(what, now)),
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
                Request::Change(change) => {
                    self.workspace.settings = *change.settings;
                    self.refresh(now);
                    let (key, value) = (change.key, change.value);
                    effects.push(Effect::Disk(DiskEffect::SaveSetting { key, value }));
                }
                Request::Act(action) => effects.extend(self.act(action, now)),
                Request::Ask(asked) => self.overlay = Some(Overlay::Confirm(asked)),
                Request::Write(deed) => effects.extend(self.write(deed)),
                Request::Then(then) => self.writes.then(then),
                Request::LeaveForm(form, why) => self.forms.leave(form, why),
                Request::ForgetForm(of) => drop(self.forms.take(&of)),
                Request::LeaveDebrief(debrief) => self.forms.leave_debrief(debrief),
                Request::Hide(question, hidden) => effects.push(self.hide(question, hidden)),
                Request::BringBack => effects.push(self.bring_back(now)),
            }
        }
        effects
    }

    /// Lets the screen in front do something; none where there is none.
    pub(super) fn ask_screen(
        &mut self,
        now: Moment,
        ask: impl FnOnce(&mut dyn Screen, &super::context::Context) -> Requests,
    ) -> Option<Vec<Effect>> {
        let cx = context!(self, now);
        let requests = ask(self.screens.last_mut()?.own_mut(), &cx);
        Some(self.fulfil(requests, now))
    }

    /// Offers what came of an effect to every screen: each takes what is its own.
    pub(super) fn deliver(&mut self, outcome: &Outcome, now: Moment) -> Vec<Effect> {
        let cx = context!(self, now);
        let own = self.screens.iter_mut().map(AnyScreen::own_mut);
        let requests = own.flat_map(|screen| screen.receive(outcome, &cx)).collect();
        self.fulfil(requests, now)
    }
}

fn hand(intent: Intent) -> Mode {
    match intent {
        Intent::Read => Mode::Normal,
        Intent::Write => Mode::Insert,
    }
}
