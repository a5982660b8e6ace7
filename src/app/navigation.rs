//! From a route to a screen, and what screens ask for carried out.

use super::effect::{DiskEffect, Effect};
use super::forms::value;
use super::message::Outcome;
use super::overlays::{Asked, Hit, Overlay};
use super::planning::Order;
use super::request::{Request, Requests};
use super::route::{Intent, Route};
use super::screens::Screen;
use super::screens::attempt::AttemptScreen;
use super::screens::browse::Browse;
use super::screens::browse::dialogs::BrowseForm;
use super::screens::card::{Card, Shows};
use super::screens::drill::DrillScreen;
use super::screens::drill_setup::SetUp;
use super::screens::import::Import;
use super::screens::interviews::form::SlipOf;
use super::screens::sprint::SprintScreen;
use super::screens::workbench::buffer::Sheet;
use super::screens::workbench::{Hand, Pane, Workbench};
use super::state::{AnyScreen, App};
use crate::domain::clock::Moment;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::new_ids::NewIds;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::keys::action::Action;
use crate::keys::place::Place;
use crate::markup::diff::difference;

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
            Route::EndDrill => self.overlay = Some(Overlay::Asked(Asked::EndDrill)),
            Route::Sprint => self.begin_sprint(now),
            Route::Browse(query) => {
                let browse = Browse::open(&query, &context!(self, now));
                self.screens.push(AnyScreen::Browse(Box::new(browse)));
            }
            Route::Question(id) => self.open_card(Shows::Question(id)),
            Route::Answer(id) => self.open_card(Shows::Answer(id)),
            Route::AnswersTo(id, intent) => self.open_question(&id, hand(intent), now),
            Route::EditAnswer(id, intent) => self.open_answer(&id, hand(intent)),
            Route::NewAnswer(question) => self.new_answer(question.as_ref(), now),
            Route::Draft => return self.open_draft(0, now),
            Route::Interviews => self.open_interviews(now),
            Route::Interview(path) => self.open_interview(&path, now),
            Route::Message(path) => self.open_letter(&path),
            Route::Debrief(path) => self.open_debrief(&path, now),
            Route::Feedback => self.open_feedback(),
            Route::Review => self.open_review(now),
            Route::Attempt(id) => self.open_attempt(id),
            Route::Heard(_) => self.ask_who_heard(),
            Route::Import => {
                let (import, requests) = Import::open();
                self.screens.push(AnyScreen::Import(import));
                return self.fulfil(requests, now);
            }
            Route::Help => self.open_help(),
        }
        Vec::new()
    }

    /// Begins a drill in front of what is there; says so when nothing fits.
    pub fn begin(&mut self, order: &Order, now: Moment) -> Vec<Effect> {
        let (seed, ids) = (self.next_seed(), self.next_ids());
        match DrillScreen::begin(order, seed, ids, &context!(self, now)) {
            Some(drill) => self.sit_down(AnyScreen::Drill(Box::new(drill))),
            None if self.workspace.library.questions().is_empty() => self.say("Your files are still being read"),
            None => self.warn(order.why_nothing()),
        }
        Vec::new()
    }

    /// Begins a sprint; says what is needed where there is nothing to choose between.
    fn begin_sprint(&mut self, now: Moment) {
        let (seed, ids) = (self.next_seed(), self.next_ids());
        match SprintScreen::begin(seed, ids, &context!(self, now)) {
            Some(sprint) => self.sit_down(AnyScreen::Sprint(Box::new(sprint))),
            None => self.say(
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
        self.birth.seed.wrapping_add(self.drills)
    }

    /// Ids that only the next drill makes.
    fn next_ids(&self) -> NewIds {
        NewIds::new(&self.birth.run, 1 + (self.drills % MAKERS) as u32)
    }

    pub(super) fn open_card(&mut self, shows: Shows) {
        self.screens.push(AnyScreen::Card(Card::open(shows)));
    }

    pub(super) fn open_attempt(&mut self, id: EventId) {
        let attempt = AttemptScreen::open(id, &context!(self, self.workspace.now));
        self.screens.push(AnyScreen::Attempt(attempt));
    }

    /// The screen in front looks again: what it shows changed, or it was covered meanwhile.
    pub(super) fn look_again(&mut self, now: Moment) {
        let cx = context!(self, now);
        if let Some(screen) = self.screens.last_mut().and_then(AnyScreen::own_mut) {
            screen.refresh(&cx);
        }
    }

    /// A clock in front rests while something lies over it, and runs again after.
    pub(super) fn cover(&mut self, now: Moment) {
        let covered = self.overlay.is_some();
        if let Some(screen) = self.screens.last_mut().and_then(AnyScreen::own_mut) {
            screen.cover(covered, now);
        }
    }

    /// Texts that were typed and never saved, from runs that ended without a word.
    pub(super) fn drafts_found(&mut self, drafts: Vec<LeftDraft>, problems: Vec<Problem>) {
        self.workspace.drafts = drafts;
        self.workspace.looked_for_drafts = true;
        self.workspace.log_problems.extend(problems);
    }

    /// Opens what another run left: a text over the file it belongs to, the difference beside it; a form as it was.
    pub(super) fn open_draft(&mut self, place: usize, now: Moment) -> Vec<Effect> {
        if place >= self.workspace.drafts.len() {
            return Vec::new();
        }
        let left = self.workspace.drafts.remove(place);
        let base = if let DraftOf::Form { name, about } = &left.of {
            self.open_form(name, about, &left.text, now);
            left.base.clone()
        } else {
            self.open_text(&left)
        };
        vec![Effect::Disk(DiskEffect::TakeOver { left, base })]
    }

    /// Opens a typed text; says what it began from.
    fn open_text(&mut self, left: &LeftDraft) -> String {
        let library = &self.workspace.library;
        let (id, path, disk) = match &left.of {
            DraftOf::New(id) => match library.answer(id) {
                Some(answer) => (id.as_str(), Some(answer.path.clone()), answer.text.to_string()),
                None => (id.as_str(), None, String::new()),
            },
            DraftOf::Answer(path) | DraftOf::Form { about: path, .. } => {
                let answer = library.answers().iter().find(|answer| answer.path == *path);
                let id = answer.map_or(path.as_str(), |answer| answer.id.as_str());
                let text = answer.map(|answer| answer.text.to_string());
                let interview = || self.interview(path).map(|one| one.text.to_string());
                (id, Some(path.clone()), text.or_else(interview).unwrap_or_default())
            }
        };
        let base = match (&left.of, &path) {
            (DraftOf::New(_), Some(_)) => disk.clone(),
            (_, None) => String::new(),
            _ => left.base.clone(),
        };
        let mut sheet = Sheet::new(id.into(), path, &base, &left.text);
        sheet.take_over();
        let version = Pane::Version {
            title: "On the disk".to_owned(),
            sides: ["the file as it is".to_owned(), "what was typed".to_owned()],
            lines: difference(&disk, &left.text),
            scroll: 0,
        };
        let bench = Workbench::beside(version, sheet);
        self.screens.push(AnyScreen::Workbench(Box::new(bench)));
        self.say("Typed and never saved: ctrl-s saves it, esc leaves it");
        base
    }

    /// Opens a form as it was left; where what it is about is gone, its text to copy from.
    fn open_form(&mut self, name: &str, about: &str, text: &str, now: Moment) {
        let there = self.interview(about).is_some();
        let library = &self.workspace.library;
        let answer = library.answer_in(about).or_else(|| library.answer(about));
        let answer = answer.map(|answer| (answer.id.clone(), answer.path.clone()));
        let attempt = self.workspace.history.attempt(&EventId::from(about)).is_some();
        match (name, SlipOf::named(name), answer) {
            (_, Some(of), _) if there => {
                self.open_interview(about, now);
                self.ask_slip_with(of, Some(about), text);
            }
            (_, Some(of), _) if about.is_empty() => {
                self.open_interviews(now);
                self.ask_slip_with(of, None, text);
            }
            ("question", ..) => self.open_browse_form("", None, BrowseForm::left(name, about, text), now),
            ("title", _, Some((id, path))) => {
                let form = BrowseForm::left(name, &path, text);
                self.open_browse_form("answers", Some(Hit::Answer(id)), form, now);
            }
            ("details", _, Some((id, _))) => {
                self.open_answer(&id, Hand::Reading);
                self.overlay = None;
                let cx = context!(self, now);
                if let Some(AnyScreen::Workbench(bench)) = self.screens.last_mut() {
                    bench.open_details(Some(text), &cx);
                }
            }
            ("partner", ..) if attempt => {
                self.open_attempt(about.into());
                self.ask_who_heard_of(value(text, "name").unwrap_or_default());
            }
            _ => {
                let why = "What this was typed about is no longer there. y copies it.";
                let panes = [Pane::hint("It is gone", why), Pane::hint("What was typed", text)];
                self.open_bench(Workbench::opened(panes, None, Hand::Reading));
            }
        }
    }

    /// Opens Browse with a form over it.
    fn open_browse_form(&mut self, query: &str, row: Option<Hit>, form: BrowseForm, now: Moment) {
        let cx = context!(self, now);
        let mut browse = Browse::open(query, &cx);
        if let Some(row) = row {
            browse.select(&row, &cx);
        }
        browse.fill(form);
        self.screens.push(AnyScreen::Browse(Box::new(browse)));
    }

    /// Opens the answers to a question side by side; with one, the question beside it; with none, a new one.
    pub(super) fn open_question(&mut self, id: &QuestionId, hand: Hand, now: Moment) {
        match Workbench::answers_to(id, hand, &self.workspace) {
            Some(bench) => self.open_bench(bench),
            None => self.new_answer(Some(id), now),
        }
    }

    /// Opens an answer beside its question, or beside what else it has.
    pub fn open_answer(&mut self, id: &AnswerId, hand: Hand) {
        match Workbench::answer(id, hand, &self.workspace) {
            Some(bench) => self.open_bench(bench),
            None => self.warn("The file of this answer is no longer there"),
        }
    }

    /// Opens a new answer; nothing is on the disk before it is saved.
    pub fn new_answer(&mut self, question: Option<&QuestionId>, now: Moment) {
        let id = self.record.new_answer_id(now);
        let bench = Workbench::new_answer(&id, question, &context!(self, now));
        self.open_bench(bench);
    }

    fn open_bench(&mut self, bench: Workbench) {
        self.overlay = None;
        self.screens.push(AnyScreen::Workbench(Box::new(bench)));
        self.offer_draft();
    }

    /// Asks whether to go on with what was typed into an answer just opened and never saved.
    pub(super) fn offer_draft(&mut self) {
        let Some(bench) = self.workbench() else {
            return;
        };
        let of = |sheet: &Sheet, left: &LeftDraft| match &left.of {
            DraftOf::Answer(path) => sheet.path.as_ref() == Some(path),
            DraftOf::New(id) => sheet.id.as_str() == id,
            DraftOf::Form { .. } => false,
        };
        let text = |sheet: &Sheet, left: &LeftDraft| of(sheet, left) && sheet.base != left.text;
        let drafts = &self.workspace.drafts;
        let waiting = drafts.iter().find(|left| bench.sheets().any(|sheet| text(sheet, left)));
        if let Some(left) = waiting {
            let (name, what, when) = (left.name.clone(), self.drafted_what(left), self.drafted_when(left));
            self.overlay = Some(Overlay::Asked(Asked::Draft { name, what, when }));
        }
    }

    /// The draft that was offered is opened in place of the answer it is of.
    pub(super) fn take_offered(&mut self, name: &str, now: Moment) -> Vec<Effect> {
        let place = self.workspace.drafts.iter().position(|left| left.name == name);
        if let Some(place) = place {
            self.screens.pop();
            return self.open_draft(place, now);
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
                Request::Ask(asked) => self.overlay = Some(Overlay::Asked(asked)),
                Request::Write(deed) => effects.extend(self.write(deed)),
                Request::Then(then) => self.writes.then(then),
                Request::LeaveForm(form, why) => self.forms.leave(form, why),
                Request::ForgetForm(of) => drop(self.forms.take(&of)),
                Request::Hide(question, hidden) => effects.push(self.hide(question, hidden)),
                Request::BringBack => effects.push(self.bring_back(now)),
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
