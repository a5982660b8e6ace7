//! Everything the program knows while it runs, and what it does when a screen asks for it.

use std::time::Duration;

use super::confirmation::Confirmation;
use super::context::Context;
use super::deed::Then;
use super::effect::{DiskEffect, Effect, TerminalEffect};
use super::hit::SearchHit;
use super::message::Outcome;
use super::notice::Notice;
use super::outbox::Outbox;
use super::overlays::Overlay;
use super::overview::Overview;
use super::request::{Request, Requests};
use super::screens::Screen;
use super::screens::stack::Screens;
use super::screens::workbench::buffer::DRAFT;
use super::startup::Startup;
use super::unsaved::Unsaved;
use super::widgets::viewport::Viewport;
use super::workspace::Workspace;
use crate::domain::clock::Moment;
use crate::domain::history::event::EventKind;
use crate::domain::id::EventId;
use crate::domain::library::Library;
use crate::keys::action::Action;
use crate::keys::bindings;
use crate::keys::context::on_screen;

/// The program's whole state.
#[derive(Debug)]
pub struct App {
    /// What it was born with.
    pub startup: Startup,
    /// What is read from the home.
    pub workspace: Workspace,
    /// What follows from it.
    pub overview: Overview,
    /// Events on their way to the disk.
    pub outbox: Outbox,
    /// What is typed, asked for or to be decided, and in no file yet.
    pub unsaved: Unsaved,
    /// The screens.
    pub screens: Screens,
    /// What lies over them.
    pub overlay: Option<Overlay>,
    /// What is said.
    pub notice: Option<Notice>,
    /// What the last frame could show.
    pub viewport: Viewport,
}

impl App {
    /// A program with the built-in banks or whatever is read already, on Home.
    pub fn new(startup: Startup, library: Library) -> App {
        let mut app = App {
            workspace: Workspace::new(library, startup.zone.clone(), startup.now),
            overview: Overview::default(),
            outbox: Outbox::new(startup.device.clone(), startup.run.clone()),
            unsaved: Unsaved::default(),
            screens: Screens::default(),
            overlay: None,
            notice: None,
            viewport: Viewport::default(),
            startup,
        };
        app.refresh(app.startup.now);
        app
    }

    /// The screen in front, by what it does.
    pub(super) fn own_screen(&self) -> Option<&dyn Screen> {
        self.screens.front_own()
    }

    /// Whether a dialog lies over the screen in front, of its own or of the program.
    pub fn covered(&self) -> bool {
        self.overlay.is_some() || self.own_screen().is_some_and(|screen| screen.over().is_some())
    }

    /// What a screen may read now.
    pub fn context(&self) -> Context<'_> {
        context!(self, self.workspace.now)
    }

    /// The contexts a key is looked up in, the nearest first.
    pub fn contexts(&self) -> &'static [bindings::Context] {
        if let Some(overlay) = &self.overlay {
            return overlay.contexts();
        }
        let screen: &'static [bindings::Context] = match self.own_screen() {
            Some(screen) => screen.contexts(&self.context()),
            None => on_screen![Home],
        };
        // What opened by itself is not answered yet, and covers what other keys would change.
        if self.unsaved.conflicts.shown().is_some() && !screen.contains(&bindings::Context::Editing) {
            return &[bindings::Context::Anywhere];
        }
        screen
    }

    /// Whether printable keys type text.
    pub fn typing(&self) -> bool {
        self.contexts().contains(&bindings::Context::Editing)
    }

    /// Why an action makes no sense now; none when it does.
    pub fn why_not(&self, action: Action) -> Option<&'static str> {
        let screen = self.own_screen().filter(|_| !self.covered());
        screen.and_then(|screen| screen.refusal(action, &self.context()))
    }

    /// Tells the state what the last frame could show.
    pub fn saw(&mut self, viewport: Viewport) {
        self.viewport = viewport;
    }

    /// How long nothing need be looked at; none: until something happens.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        let outbox = self.outbox.wake_in(now);
        let typed = self.screens.own().filter_map(Screen::undrafted);
        let draft = typed
            .chain(self.unsaved.forms.undrafted())
            .min()
            .map(|at| (at + DRAFT).saturating_sub(now.elapsed));
        let keys = self.unsaved.conflicts.keys_rest_in(now).filter(|_| !self.covered());
        let own = self.own_screen().and_then(|screen| screen.wake_in(now));
        [outbox, draft, keys, own].into_iter().flatten().min()
    }

    /// Works out the figures anew.
    pub fn refresh(&mut self, now: Moment) {
        self.workspace.count_days(now.wall);
        self.overview = Overview::of(&self.workspace, self.screens.len(), now);
        if self.screens.at_home() {
            (self.overview.today, self.overview.share) = self.context().todays_questions(self.next_seed());
        }
        self.look_again(now);
    }

    /// The seed of the next drill.
    pub(super) fn next_seed(&self) -> u64 {
        self.startup.seed.wrapping_add(self.screens.begun())
    }

    /// The screen in front looks again: what it shows changed, or it was covered meanwhile.
    pub(super) fn look_again(&mut self, now: Moment) {
        let cx = context!(self, now);
        if let Some(screen) = self.screens.front_own_mut() {
            screen.refresh(&cx);
        }
    }

    /// A clock in front rests while something lies over it, and runs again after.
    pub(super) fn cover(&mut self, now: Moment) {
        let covered = self.overlay.is_some();
        if let Some(screen) = self.screens.front_own_mut() {
            screen.cover(covered, now);
        }
    }

    pub(super) fn notify(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::calm(text));
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::bad(text));
    }

    /// Does what a screen, or what lies over it, asks for, in that order.
    pub(super) fn fulfil(&mut self, requests: Requests, now: Moment) -> Vec<Effect> {
        requests
            .into_iter()
            .flat_map(|request| self.fulfil_one(request, now))
            .collect()
    }

    fn fulfil_one(&mut self, request: Request, now: Moment) -> Vec<Effect> {
        match request {
            Request::Perform(effect) => return vec![effect],
            Request::Record(id, kind) => self.write_down(id, kind, now),
            Request::WriteDown(kind) => {
                let id = self.outbox.new_id(now);
                self.write_down(id, kind, now);
            }
            Request::Open(route) => return self.open(route, now),
            Request::Replace(route) => {
                let place = self.screens.len().saturating_sub(1);
                let effects = self.open(route, now);
                // What could not be opened leaves the one that asked where it is.
                if self.screens.len() > place + 1 {
                    self.screens.remove(place);
                }
                return effects;
            }
            Request::Close => return self.pop_screen(),
            Request::Quit => return self.quit(),
            Request::Notify(notice) => self.notice = Some(notice),
            Request::Change(change) => {
                self.workspace.settings = *change.settings;
                self.refresh(now);
                let (key, value) = (change.key, change.value);
                return vec![Effect::Disk(DiskEffect::SaveSetting { key, value })];
            }
            Request::Act(action) => return self.act(action, now),
            Request::Ask(asked) => self.overlay = Some(Overlay::Confirm(asked)),
            Request::Agree(asked) => return self.agreed(asked, now),
            Request::Resolve(met, how) => {
                let asked = met.resolved(how, &mut self.screens, now);
                return self.fulfil(asked, now);
            }
            Request::Write(deed) => {
                let asked = self.unsaved.write(deed, &self.workspace, &mut self.screens);
                return self.fulfil(asked, now);
            }
            Request::Then(then) => self.unsaved.writes.then(then),
            Request::LeaveForm(form, why) => self.unsaved.forms.leave(form, why),
            Request::ForgetForm(of) => drop(self.unsaved.forms.take(&of)),
            Request::LeaveDebrief(debrief) => self.unsaved.forms.leave_debrief(debrief),
            Request::Hide(question, hidden) => return vec![self.workspace.hide(question, hidden)],
            Request::BringBack => {
                let (effect, question) = self.workspace.bring_back();
                if let Some(id) = question {
                    self.notify("It is asked again");
                    self.refresh(now);
                    self.select_in_front(&SearchHit::Question(id), now);
                }
                return vec![effect];
            }
        }
        Vec::new()
    }

    /// Writes something down, as far as it fits a line of the log: it counts at once and is on its way to the disk.
    fn write_down(&mut self, id: EventId, kind: EventKind, now: Moment) {
        let off = self.workspace.zone.to_offset(now.wall).seconds();
        let (event, shortened) = self.outbox.write_down(id, kind, off, now);
        self.workspace.history.add(event);
        self.overview.stale = true;
        if let Some(shortened) = shortened {
            self.warn(shortened.sentence());
        }
    }

    /// Yes to what was asked.
    fn agreed(&mut self, asked: Confirmation, now: Moment) -> Vec<Effect> {
        match asked {
            // Whoever asked is told.
            Confirmation::EndDrill => self.ask_screen(now, |screen, cx| screen.act(Action::Accept, cx)),
            Confirmation::QuitUnsaved => vec![Effect::Terminal(TerminalEffect::Quit)],
            Confirmation::LeaveUnsaved => self.ask_screen(now, |screen, cx| screen.agreed(&asked, cx)),
            Confirmation::Trash { path, .. } => self.put_into_trash(path),
            Confirmation::Draft { name, .. } => {
                let place = self.workspace.drafts.iter().position(|left| left.name == name);
                place.map_or_else(Vec::new, |place| {
                    // It is opened in place of the answer it is of.
                    self.screens.pop();
                    self.open_draft(place, now)
                })
            }
        }
    }

    /// Puts a file into the trash; the workbench it is open in is left.
    fn put_into_trash(&mut self, path: String) -> Vec<Effect> {
        let mut effects = match self.screens.workbench() {
            Some(_) => self.pop_screen(),
            None => Vec::new(),
        };
        let quit = Effect::Terminal(TerminalEffect::Quit);
        let quits = effects.iter().position(|effect| *effect == quit);
        effects.insert(quits.unwrap_or(effects.len()), Effect::Disk(DiskEffect::Trash { path }));
        effects
    }

    /// Leaves the screen in front; from the last one, the program. What was typed there and is in no draft as it is now
    /// is brought into one, or the draft taken back.
    fn pop_screen(&mut self) -> Vec<Effect> {
        if self.screens.len() > 1 {
            let mut left = self.screens.pop();
            return left
                .as_mut()
                .map_or_else(Vec::new, |screen| screen.own_mut().drafts(&|_| true));
        }
        self.quit()
    }

    /// Quits, unless something is not saved: then it asks. What is on its way to the disk is waited for.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.outbox.not_saved().is_some() {
            self.overlay = Some(Overlay::Confirm(Confirmation::QuitUnsaved));
            self.screens.never_empty();
            return Vec::new();
        }
        if self.unsaved.writes.busy() {
            self.unsaved.writes.then(Then::Quit);
            return Vec::new();
        }
        self.unsaved.forms.give_up();
        vec![Effect::Terminal(TerminalEffect::Quit)]
    }

    /// Lets the screen in front do something.
    pub(super) fn ask_screen(
        &mut self,
        now: Moment,
        ask: impl FnOnce(&mut dyn Screen, &Context) -> Requests,
    ) -> Vec<Effect> {
        let cx = context!(self, now);
        let asked = self.screens.front_own_mut().map(|screen| ask(screen, &cx));
        self.fulfil(asked.unwrap_or_default(), now)
    }

    /// Offers what came of an effect to every screen: each takes what is its own.
    pub(super) fn deliver(&mut self, outcome: &Outcome, now: Moment) -> Vec<Effect> {
        let cx = context!(self, now);
        let own = self.screens.own_mut();
        let asked = own.flat_map(|screen| screen.receive(outcome, &cx)).collect();
        self.fulfil(asked, now)
    }
}
