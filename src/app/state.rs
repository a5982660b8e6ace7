//! Everything the program knows while it runs.

use super::widgets::viewport::Viewport;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;

use super::context::Context;
use super::forms::Forms;
use super::outbox::Outbox;
use super::overlays::Overlay;
use super::overlays::conflict::Conflicts;
use super::overview::Overview;
use super::screens::Screen;
use super::screens::attempt::AttemptScreen;
use super::screens::browse::Browse;
use super::screens::drill::DrillScreen;
use super::screens::drill_setup::SetUp;
use super::screens::home::Home;
use super::screens::import::Import;
use super::screens::interviews::Interviews;
use super::screens::interviews::debrief::Debrief;
use super::screens::interviews::detail::Detail;
use super::screens::interviews::feedback::Feedback;
use super::screens::interviews::message::FollowUpMessage;
use super::screens::review::Review;
use super::screens::sprint::SprintScreen;
use super::screens::workbench::Workbench;
use super::screens::workbench::buffer::DRAFT;
use super::workspace::Workspace;
use super::writes::Writes;
use crate::domain::clock::Moment;
use crate::domain::history::attempt::Attempt;
use crate::domain::library::Library;

/// What the program is born with: all that it cannot find out by itself.
#[derive(Clone, Debug)]
pub struct Startup {
    /// The home, as it is shown.
    pub home: String,
    /// Which device this is.
    pub device: Arc<str>,
    /// Which run this is.
    pub run: Arc<str>,
    /// The seed of its drills.
    pub seed: u64,
    /// The local time zone.
    pub zone: TimeZone,
    /// The moment of its birth.
    pub now: Moment,
    /// The throw-away home of the demo.
    pub demo: bool,
}

/// What is on the screen, with its state: a drill exists only while drilling.
#[derive(Debug)]
pub enum AnyScreen {
    /// The first screen.
    Home(Home),
    /// Choosing a drill.
    SetUp(SetUp),
    /// Drilling.
    Drill(Box<DrillScreen>),
    /// Which answer would you tell, against a short clock.
    Sprint(Box<SprintScreen>),
    /// Bringing notes.
    Import(Import),
    /// All questions, answers and notes.
    Browse(Box<Browse>),
    /// All real interviews.
    Interviews(Interviews),
    /// One interview.
    Interview(Detail),
    /// A message to be sent.
    Message(FollowUpMessage),
    /// All feedback.
    Feedback(Feedback),
    /// How a round went, being written down.
    Debrief(Box<Debrief>),
    /// Where one is weak, what is covered, what was told.
    Review(Box<Review>),
    /// One attempt, whole.
    Attempt(AttemptScreen),
    /// Two panes to read and edit in.
    Workbench(Box<Workbench>),
}

impl AnyScreen {
    /// What it does as a screen.
    pub fn own(&self) -> &dyn Screen {
        match self {
            AnyScreen::Home(screen) => screen,
            AnyScreen::Import(screen) => screen,
            AnyScreen::SetUp(screen) => screen,
            AnyScreen::Drill(screen) => &**screen,
            AnyScreen::Sprint(screen) => &**screen,
            AnyScreen::Review(screen) => &**screen,
            AnyScreen::Attempt(screen) => screen,
            AnyScreen::Browse(screen) => &**screen,
            AnyScreen::Workbench(screen) => &**screen,
            AnyScreen::Interviews(screen) => screen,
            AnyScreen::Interview(screen) => screen,
            AnyScreen::Message(screen) => screen,
            AnyScreen::Feedback(screen) => screen,
            AnyScreen::Debrief(screen) => &**screen,
        }
    }

    /// The same, to be changed.
    pub(super) fn own_mut(&mut self) -> &mut dyn Screen {
        match self {
            AnyScreen::Home(screen) => screen,
            AnyScreen::Import(screen) => screen,
            AnyScreen::SetUp(screen) => screen,
            AnyScreen::Drill(screen) => &mut **screen,
            AnyScreen::Sprint(screen) => &mut **screen,
            AnyScreen::Review(screen) => &mut **screen,
            AnyScreen::Attempt(screen) => screen,
            AnyScreen::Browse(screen) => &mut **screen,
            AnyScreen::Workbench(screen) => &mut **screen,
            AnyScreen::Interviews(screen) => screen,
            AnyScreen::Interview(screen) => screen,
            AnyScreen::Message(screen) => screen,
            AnyScreen::Feedback(screen) => screen,
            AnyScreen::Debrief(screen) => &mut **screen,
        }
    }
}

/// What Today's drill is of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Share {
    /// What there is to do.
    #[default]
    Planned,
    /// That is done: this is more.
    More,
    /// The day of an interview: a light warm-up, or nothing more.
    WarmUp,
    /// A day off: this is for whoever practises all the same.
    Off,
}

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Calm,
    /// Something went wrong.
    Bad,
}

/// One line said to the person until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: String,
    /// How loud.
    pub tone: Tone,
}

/// The program's whole state.
#[derive(Debug)]
pub struct App {
    /// What it was born with.
    pub startup: Startup,
    /// What is read from the home.
    pub workspace: Workspace,
    /// The screens, the one in front last; never empty while the program runs.
    pub screens: Vec<AnyScreen>,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// What is said.
    pub notice: Option<Notice>,
    /// What the last frame could show.
    pub viewport: Viewport,
    /// What follows from library and history.
    pub overview: Overview,
    /// Whether something was practised since; see [`App::practising`].
    pub(super) stale: bool,
    /// Events on their way to the disk.
    pub outbox: Outbox,
    /// How many drills were begun in this run.
    pub drills: u64,
    /// Forms that were left, and those in drafts.
    pub(super) forms: Forms,
    /// Changes of files on their way to the disk.
    pub(super) writes: Writes,
    /// Changes that met others and are still to be asked about.
    pub conflicts: Conflicts,
    /// A screen was left: the answer of a drill below may have changed.
    pub(super) returned: bool,
}

impl App {
    /// A program with the built-in banks or whatever is read already, on Home.
    pub fn new(startup: Startup, library: Library) -> App {
        let mut app = App {
            workspace: Workspace::new(library, startup.zone.clone(), startup.now),
            outbox: Outbox::new(startup.device.clone(), startup.run.clone()),
            screens: vec![AnyScreen::Home(Home::default())],
            overlay: None,
            notice: None,
            viewport: Viewport::default(),
            overview: Overview::default(),
            stale: false,
            drills: 0,
            forms: Forms::default(),
            writes: Writes::default(),
            conflicts: Conflicts::default(),
            returned: false,
            startup,
        };
        app.refresh(app.startup.now);
        app
    }

    /// The screen in front.
    pub fn screen(&self) -> Option<&AnyScreen> {
        self.screens.last()
    }

    /// The drill in front, if there is one.
    pub fn drill(&self) -> Option<&DrillScreen> {
        match self.screens.last() {
            Some(AnyScreen::Drill(drill)) => Some(drill),
            _ => None,
        }
    }

    /// The same, for a front end that lets the clock run by other means than keys.
    pub fn drill_mut(&mut self) -> Option<&mut DrillScreen> {
        match self.screens.last_mut() {
            Some(AnyScreen::Drill(drill)) => Some(drill),
            _ => None,
        }
    }

    /// The sprint in front, if there is one.
    pub fn sprint(&self) -> Option<&SprintScreen> {
        match self.screens.last() {
            Some(AnyScreen::Sprint(sprint)) => Some(sprint),
            _ => None,
        }
    }

    /// The attempt in front, if one is.
    pub fn attempt_shown(&self) -> Option<&Attempt> {
        match self.screens.last() {
            Some(AnyScreen::Attempt(screen)) => self.workspace.history.attempt(&screen.id),
            _ => None,
        }
    }

    /// Whether a clock is what matters now: no drill and no sprint shows the figures.
    pub(super) fn practising(&self) -> bool {
        self.drill().is_some() || self.sprint().is_some()
    }

    /// The screen in front, where it owns itself.
    pub(super) fn own_screen(&self) -> Option<&dyn Screen> {
        self.screens.last().map(AnyScreen::own)
    }

    /// Whether a dialog lies over the screen in front, of its own or of the program.
    pub fn covered(&self) -> bool {
        self.overlay.is_some() || self.own_screen().is_some_and(|screen| screen.over().is_some())
    }

    /// Browse, if it is in front.
    pub fn browse(&self) -> Option<&Browse> {
        match self.screens.last() {
            Some(AnyScreen::Browse(browse)) => Some(browse),
            _ => None,
        }
    }

    /// The workbench in front.
    pub fn workbench(&self) -> Option<&Workbench> {
        match self.screens.last() {
            Some(AnyScreen::Workbench(bench)) => Some(bench),
            _ => None,
        }
    }

    pub(super) fn workbench_mut(&mut self) -> Option<&mut Workbench> {
        match self.screens.last_mut() {
            Some(AnyScreen::Workbench(bench)) => Some(bench),
            _ => None,
        }
    }

    /// What a screen may read now.
    pub fn context(&self) -> Context<'_> {
        context!(self, self.workspace.now)
    }

    /// Tells the state what the last frame could show.
    pub fn saw(&mut self, viewport: Viewport) {
        self.viewport = viewport;
    }

    /// How long nothing need be looked at; none: until something happens.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        let outbox = self.outbox.wake_in(now);
        let draft = self.screens.iter().filter_map(|screen| screen.own().undrafted());
        let draft = draft
            .chain(self.forms.undrafted())
            .min()
            .map(|at| (at + DRAFT).saturating_sub(now.elapsed));
        let keys = self.conflicts.keys_rest_in(now).filter(|_| !self.covered());
        let own = self.own_screen().and_then(|screen| screen.wake_in(now));
        [outbox, draft, keys, own].into_iter().flatten().min()
    }

    pub(super) fn notify(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            tone: Tone::Calm,
        });
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            tone: Tone::Bad,
        });
    }
}
