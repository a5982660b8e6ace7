//! Everything the program knows while it runs.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::outbox::Record;
use super::overlays::Overlay;
use super::overlays::conflict::Conflicts;
use super::overview::Figures;
use super::screens::attempt::AttemptScreen;
use super::screens::browse::{Browse, PutAway};
use super::screens::card::Card;
use super::screens::drill::DrillScreen;
use super::screens::drill_setup::SetUp;
use super::screens::home::Home;
use super::screens::import::ImportScreen;
use super::screens::interviews::Interviews;
use super::screens::interviews::debrief::Debrief;
use super::screens::interviews::detail::Detail;
use super::screens::interviews::feedback::Feedback;
use super::screens::interviews::form::Slip;
use super::screens::interviews::message::Letter;
use super::screens::review::Review;
use super::screens::sprint::SprintScreen;
use super::screens::workbench::Workbench;
use super::screens::workbench::buffer::DRAFT;
use super::writes::Writes;
use crate::domain::answer::imported_note::Leftover;
use crate::domain::clock::Moment;
use crate::domain::history::History;
use crate::domain::interview::Interview;
use crate::domain::interview::feedback_sources::Ground;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::progress::evidence::Practice;
use crate::domain::progress::feedback_signal::Lesson;
use crate::domain::saved_file::LeftDraft;
use crate::domain::settings::Settings;

/// What the program is born with: all that it cannot find out by itself.
#[derive(Clone, Debug)]
pub struct Birth {
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
pub enum Screen {
    /// The first screen.
    Home(Home),
    /// Choosing a drill.
    SetUp(SetUp),
    /// Drilling.
    Drill(Box<DrillScreen>),
    /// Which answer would you tell, against a short clock.
    Sprint(Box<SprintScreen>),
    /// Bringing notes.
    Import(ImportScreen),
    /// All questions, answers and notes.
    Browse(Box<Browse>),
    /// One question or answer.
    Card(Card),
    /// All real interviews.
    Interviews(Interviews),
    /// One interview.
    Interview(Detail),
    /// A message to be sent.
    Letter(Letter),
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

/// What is read from the home so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing yet.
    Nothing,
    /// Banks, answers and settings.
    Shelf,
    /// The log too.
    All,
}

/// What Today's drill is of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Share {
    /// What there is to do.
    #[default]
    Planned,
    /// That is done: this is more.
    More,
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

/// How much of the screen the last frame could show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// Rows of the list or text in front.
    pub rows: usize,
    /// Rows that list or text has in all.
    pub of: usize,
    /// Columns of the terminal.
    pub columns: usize,
}

/// The program's whole state.
#[derive(Debug)]
pub struct App {
    /// What it was born with.
    pub birth: Birth,
    /// Questions and answers.
    pub library: Library,
    /// What imports could not place.
    pub notes: Vec<Leftover>,
    /// Real interviews, by file name.
    pub interviews: Vec<Interview>,
    /// What they taught and is still open.
    pub lessons: Vec<Lesson>,
    /// What was practised.
    pub history: History,
    /// The settings in force.
    pub settings: Settings,
    /// What is wrong in files, from banks, answers and settings.
    pub shelf_problems: Vec<Problem>,
    /// What is wrong in the log.
    pub log_problems: Vec<Problem>,
    /// What is read so far.
    pub read: Read,
    /// The screens, the one in front last; never empty while the program runs.
    pub screens: Vec<Screen>,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// What is said.
    pub notice: Option<Notice>,
    /// What the last frame could show.
    pub viewport: Viewport,
    /// What follows from library and history.
    pub figures: Figures,
    /// Whether something was practised since; see [`App::practising`].
    pub(super) stale: bool,
    /// Events on their way to the disk.
    pub record: Record,
    /// How many drills were begun in this run.
    pub drills: u64,
    /// What was hidden or moved to the trash in this run, the last at the end.
    pub put_aside: Vec<PutAway>,
    /// Texts that were typed and never saved, from a run that ended badly.
    pub drafts: Vec<LeftDraft>,
    /// Debriefs that were left and not finished.
    pub debriefs: Vec<Box<Debrief>>,
    /// Messages changed in the editor, by their names.
    pub letters: BTreeMap<String, String>,
    /// The form that was left last.
    pub(super) left_slip: Option<Slip>,
    /// Changes of files on their way to the disk.
    pub(super) writes: Writes,
    /// Changes that met others and are still to be asked about.
    pub conflicts: Conflicts,
    /// Which tabs of Review were used once on this machine.
    pub reviewed: [bool; 3],
    /// The day the figures are for.
    pub today: Date,
    /// A screen was left: the answer of a drill below may have changed.
    pub(super) returned: bool,
}

impl App {
    /// A program with the built-in banks or whatever is read already, on Home.
    pub fn new(birth: Birth, library: Library) -> App {
        let today = birth.now.wall.to_zoned(birth.zone.clone()).date();
        let mut app = App {
            record: Record::new(birth.device.clone(), birth.run.clone()),
            library,
            notes: Vec::new(),
            interviews: Vec::new(),
            lessons: Vec::new(),
            history: History::default(),
            settings: Settings::default(),
            shelf_problems: Vec::new(),
            log_problems: Vec::new(),
            read: Read::Nothing,
            screens: vec![Screen::Home(Home::default())],
            overlay: None,
            notice: None,
            viewport: Viewport::default(),
            figures: Figures::default(),
            stale: false,
            drills: 0,
            put_aside: Vec::new(),
            drafts: Vec::new(),
            debriefs: Vec::new(),
            letters: BTreeMap::new(),
            left_slip: None,
            writes: Writes::default(),
            conflicts: Conflicts::default(),
            reviewed: [false; 3],
            returned: false,
            today,
            birth,
        };
        app.refresh(app.birth.now);
        app
    }

    /// The screen in front.
    pub fn screen(&self) -> Option<&Screen> {
        self.screens.last()
    }

    /// The drill in front, if there is one.
    pub fn drill(&self) -> Option<&DrillScreen> {
        match self.screens.last() {
            Some(Screen::Drill(drill)) => Some(drill),
            _ => None,
        }
    }

    pub(super) fn drill_mut(&mut self) -> Option<&mut DrillScreen> {
        match self.screens.last_mut() {
            Some(Screen::Drill(drill)) => Some(drill),
            _ => None,
        }
    }

    /// Whether a clock is what matters now: no drill and no sprint shows the figures.
    pub(super) fn practising(&self) -> bool {
        self.drill().is_some() || self.sprint().is_some()
    }

    /// Everything that is wrong in files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.shelf_problems.iter().chain(&self.log_problems)
    }

    /// Whether nothing was ever practised or written here.
    pub fn first_run(&self) -> bool {
        self.read == Read::All && self.history.is_empty() && self.library.answers().is_empty()
    }

    /// The local day of a time.
    pub fn day_of(&self, t: Timestamp) -> Date {
        t.to_zoned(self.birth.zone.clone()).date()
    }

    /// Tells the state what the last frame could show.
    pub fn saw(&mut self, viewport: Viewport) {
        self.viewport = viewport;
    }

    /// What the rules look at.
    pub fn practice(&self, now: Timestamp) -> Practice<'_> {
        Practice {
            library: &self.library,
            history: &self.history,
            settings: &self.settings,
            lessons: &self.lessons,
            now,
        }
    }

    /// What lessons of real interviews are drawn from.
    pub fn ground(&self, now: Timestamp) -> Ground<'_> {
        Ground {
            interviews: &self.interviews,
            library: &self.library,
            history: &self.history,
            now,
            zone: &self.birth.zone,
        }
    }

    /// How long nothing need be looked at; none: until something happens.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        let drill = self.drill().and_then(|drill| drill.wake_in(now));
        let sprint = self.sprint().and_then(|screen| screen.sprint.wake_in(now));
        let record = self.record.wake_in(now);
        let draft = self.screens.iter().filter_map(|screen| match screen {
            Screen::Workbench(bench) => bench.sheets().filter_map(|sheet| sheet.undrafted).min(),
            Screen::Debrief(debrief) => debrief.undrafted,
            _ => None,
        });
        let draft = draft.min().map(|at| (at + DRAFT).saturating_sub(now.elapsed));
        let keys = self.conflicts.keys_rest_in(now).filter(|_| self.overlay.is_none());
        [drill, sprint, record, draft, keys].into_iter().flatten().min()
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
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
