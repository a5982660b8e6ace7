//! The settings that travel with the home.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::answer::length::Length;
use super::calendar::Holidays;
use super::category::Category;
use super::colours::Colours;
use super::days::DayStart;
use super::drill::probe::PROBE_SECONDS;
use super::id::QuestionId;
use super::part::Band;
use super::question::Question;
use super::question::level::Levels;

listed! {
    /// Which colours the screen uses.
    pub enum ThemeChoice {
        /// The word used in files and on the command line.
        id,
    }
    /// By what the terminal says of itself.
    Auto => "auto";
    /// For a dark background.
    Dark => "dark";
    /// For a light background.
    Light => "light";
    /// No colour.
    Mono => "mono";
}

/// Off unless asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switch {
    /// Off.
    #[default]
    Off,
    /// On.
    On,
}

impl Switch {
    /// Whether it is on.
    pub fn is_on(self) -> bool {
        self == Switch::On
    }

    /// The other position.
    #[must_use]
    pub fn flipped(self) -> Switch {
        if self.is_on() { Switch::Off } else { Switch::On }
    }

    /// The word used in files.
    pub fn id(self) -> &'static str {
        if self.is_on() { "on" } else { "off" }
    }
}

/// The settings in force. Times are seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Time to think; 0 leaves thinking out.
    pub think: u32,
    /// Time to speak.
    pub speak: u32,
    /// Probes after each question of a standard drill.
    pub probes: usize,
    /// The share of each part.
    pub band: Band,
    /// Words a minute; none until the person's own is known.
    pub pace: Option<u32>,
    /// Questions of other levels are not picked, counted, or weak; none until it is known.
    pub level: Option<Levels>,
    /// Questions of these categories are not picked, counted, or weak.
    pub hide: Vec<Category>,
    /// These questions are not picked, counted, or weak.
    pub hide_questions: BTreeSet<QuestionId>,
    /// The company values in force, by the lens's id.
    pub lens: Option<String>,
    /// Colours.
    pub theme: ThemeChoice,
    /// A bell when the time is up.
    pub bell: Switch,
    /// Clicks and the wheel; off leaves the mouse to the terminal.
    pub mouse: Switch,
    /// Minutes to practise a day.
    pub minutes: u32,
    /// Days without practice: the plan gives what they would hold to the others.
    pub days_off: BTreeSet<Date>,
    /// Foretell the rating before speaking.
    pub predict: Switch,
    /// Words and names that no page for others shows.
    pub private_words: Vec<String>,
    /// The codes of `greenroom check` that are not looked for.
    pub allow: Vec<String>,
    /// Colours of one's own, from a file beside the settings.
    pub colours: Colours,
    /// Days nobody answers on, beside weekends.
    pub holidays: Holidays,
    /// When a day begins for the person.
    pub day_starts: DayStart,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            think: 30,
            speak: 120,
            probes: 0,
            band: Band::default(),
            pace: None,
            level: None,
            hide: Vec::new(),
            hide_questions: BTreeSet::new(),
            lens: None,
            theme: ThemeChoice::Auto,
            bell: Switch::Off,
            mouse: Switch::On,
            minutes: 20,
            days_off: BTreeSet::new(),
            predict: Switch::Off,
            private_words: Vec::new(),
            allow: Vec::new(),
            colours: Colours::default(),
            holidays: Holidays::default(),
            day_starts: DayStart::default(),
        }
    }
}

/// Seconds a rating takes, for the length of a drill.
const RATE_SECONDS: u32 = 30;

impl Settings {
    /// Seconds one question takes from thinking to rating.
    pub fn seconds_each(&self) -> usize {
        (self.think + self.speak + PROBE_SECONDS * self.probes as u32 + RATE_SECONDS) as usize
    }

    /// Words a minute until the person's own pace is known.
    pub const PACE: u32 = 140;

    /// Seconds a text takes to say, at the person's own pace where that is known.
    pub fn seconds_to_say(&self, length: Length) -> u64 {
        length.seconds(self.pace.unwrap_or(Settings::PACE))
    }

    /// Whether a question is picked and counted under these settings.
    pub fn admits(&self, question: &Question) -> bool {
        self.admits_as(question, self.level)
    }

    /// The same for somebody of other levels.
    pub fn admits_as(&self, question: &Question, level: Option<Levels>) -> bool {
        question.scored && question.suits(level) && !self.hide.contains(&question.category) && !self.hides(&question.id)
    }

    /// Whether a question was hidden by itself.
    pub fn hides(&self, question: &QuestionId) -> bool {
        !self.hide_questions.is_empty() && self.hide_questions.contains(question)
    }
}
