//! What is read from the home, and what follows from it at once: all that a screen may know of the person's files.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::answer::imported_note::ImportedNote;
use crate::domain::clock::Moment;
use crate::domain::days::{Local, day_of};
use crate::domain::history::History;
use crate::domain::history::attempt::Attempt;
use crate::domain::home_data::HomeData;
use crate::domain::id::QuestionId;
use crate::domain::interview::feedback_sources::FeedbackSources;
use crate::domain::interview::{Interview, upcoming};
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::progress::evidence::Evidence;
use crate::domain::progress::feedback_signal::FeedbackSignal;
use crate::domain::saved_file::{LeftDraft, Trashed};
use crate::domain::settings::Settings;

/// What is read from the home so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// Nothing yet.
    Nothing,
    /// Banks, answers and settings.
    Home,
    /// The log too.
    All,
}

/// Something that was put away in this run, and can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoEntry {
    /// A question was hidden.
    Hidden(QuestionId),
    /// A file is in the trash.
    Trashed(Trashed),
}

/// The person's files as they were last read, with what this run added.
#[derive(Debug)]
pub struct Workspace {
    /// Questions and answers.
    pub library: Library,
    /// What imports could not place.
    pub notes: Vec<ImportedNote>,
    /// Real interviews, by file name.
    pub interviews: Vec<Interview>,
    /// What they taught and is still open.
    pub lessons: Vec<FeedbackSignal>,
    /// What was practised.
    pub history: History,
    /// The settings in force.
    pub settings: Settings,
    /// What is wrong in files, from banks, answers and settings.
    pub home_problems: Vec<Problem>,
    /// What is wrong in the log.
    pub log_problems: Vec<Problem>,
    /// What is read so far.
    pub read: Loaded,
    /// Texts that were typed and never saved, from a run that ended badly.
    pub drafts: Vec<LeftDraft>,
    /// Whether such texts were looked for.
    pub looked_for_drafts: bool,
    /// What was hidden or moved to the trash in this run, the last at the end.
    pub put_aside: Vec<UndoEntry>,
    /// Messages changed in the editor, by their names.
    pub messages: BTreeMap<String, String>,
    /// What was used once on this machine, and need not be explained.
    pub used: Vec<String>,
    /// The local time zone, and when a day begins there.
    pub zone: Local,
    /// The local day the figures are for.
    pub today: Date,
    /// The moment of the last message.
    pub now: Moment,
}

impl Workspace {
    /// Nothing read but the questions there are without a home.
    pub fn new(library: Library, zone: TimeZone, now: Moment) -> Workspace {
        Workspace {
            library,
            notes: Vec::new(),
            interviews: Vec::new(),
            lessons: Vec::new(),
            history: History::default(),
            settings: Settings::default(),
            home_problems: Vec::new(),
            log_problems: Vec::new(),
            read: Loaded::Nothing,
            looked_for_drafts: false,
            drafts: Vec::new(),
            put_aside: Vec::new(),
            messages: BTreeMap::new(),
            used: Vec::new(),
            today: day_of(now.wall, &Local::new(zone.clone())),
            now,
            zone: Local::new(zone),
        }
    }

    /// The files as they are now; answers with what was read of them before.
    pub fn home_read(&mut self, home: HomeData) -> Library {
        (self.notes, self.interviews, self.messages) = (home.notes, home.interviews, home.messages);
        (self.settings, self.home_problems) = (home.settings, home.problems);
        if self.nothing_read() {
            self.read = Loaded::Home;
        }
        std::mem::replace(&mut self.library, home.library)
    }

    /// The log as it is now.
    pub fn log_read(&mut self, history: History, problems: Vec<Problem>) {
        (self.history, self.log_problems) = (history, problems);
        self.read = Loaded::All;
    }

    /// A message was changed in the editor, or its change taken back; what to say of it.
    pub(super) fn message_edited(&mut self, name: String, text: Option<String>) -> &'static str {
        if let Some(text) = text {
            self.messages.insert(name, text);
            return "Kept as you wrote it; enter copies it";
        }
        self.messages.remove(&name);
        "Nothing is changed"
    }

    /// Everything that is wrong in files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.home_problems.iter().chain(&self.log_problems)
    }

    /// The interview of a file.
    pub fn interview(&self, path: &str) -> Option<&Interview> {
        self.interviews.iter().find(|one| one.path == path)
    }

    /// What an attempt was about, in a line: what was asked, or the id of a question that is gone.
    pub fn asked<'a>(&'a self, attempt: &'a Attempt) -> &'a str {
        let question = self.library.question(&attempt.question);
        question.map_or(attempt.question.as_str(), |question| question.ask.as_str())
    }

    /// Whether all that is to be read of the home is read, the log too.
    pub fn all_read(&self) -> bool {
        self.read == Loaded::All
    }

    /// Whether nothing of the home is read yet.
    pub fn nothing_read(&self) -> bool {
        self.read == Loaded::Nothing
    }

    /// Whether nothing was ever practised or written here.
    pub fn first_run(&self) -> bool {
        self.all_read() && self.history.is_empty() && self.library.answers().is_empty()
    }

    /// The local day of a time.
    pub fn day_of(&self, t: Timestamp) -> Date {
        day_of(t, &self.zone)
    }

    /// Counts days, of today and of the past, from when they begin by the settings, and what interviews taught by them.
    pub fn count_days(&mut self, now: Timestamp) {
        self.zone.starts = self.settings.day_starts;
        self.history.begin_days(self.settings.day_starts);
        self.today = day_of(now, &self.zone);
        self.lessons = self.ground(now).lessons();
    }

    /// What the rules look at.
    pub fn practice(&self, now: Timestamp) -> Evidence<'_> {
        Evidence {
            library: &self.library,
            history: &self.history,
            settings: &self.settings,
            lessons: &self.lessons,
            next: upcoming(&self.interviews, now, &self.zone),
            now,
            zone: &self.zone,
        }
    }

    /// What lessons of real interviews are drawn from.
    pub fn ground(&self, now: Timestamp) -> FeedbackSources<'_> {
        FeedbackSources {
            interviews: &self.interviews,
            library: &self.library,
            history: &self.history,
            now,
            zone: &self.zone,
        }
    }
}
