//! What the rules look at, bundled, so that each of them takes one thing.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::feedback_signal::Lesson;
use crate::domain::history::History;
use crate::domain::library::Library;
use crate::domain::settings::Settings;

/// One person's practice at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Practice<'a> {
    /// Questions and answers.
    pub library: &'a Library,
    /// What was practised.
    pub history: &'a History,
    /// The settings in force.
    pub settings: &'a Settings,
    /// What real interviews taught and is still open.
    pub lessons: &'a [Lesson],
    /// The moment.
    pub now: Timestamp,
    /// The zone whose days count.
    pub zone: &'a TimeZone,
}
