//! What the rules look at, bundled, so that each of them takes one thing.

use jiff::Timestamp;
use jiff::civil::Date;

use super::feedback_signal::FeedbackSignal;
use crate::domain::days::{Local, day_of};
use crate::domain::history::History;
use crate::domain::library::Library;
use crate::domain::question::lens::Lens;
use crate::domain::settings::Settings;

/// The round that practice leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming<'a> {
    /// The company.
    pub company: &'a str,
    /// The local day.
    pub day: Date,
}

/// One person's practice at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// Questions and answers.
    pub library: &'a Library,
    /// What was practised.
    pub history: &'a History,
    /// The settings in force.
    pub settings: &'a Settings,
    /// What real interviews taught and is still open.
    pub lessons: &'a [FeedbackSignal],
    /// The next round that has a day.
    pub next: Option<Upcoming<'a>>,
    /// The moment.
    pub now: Timestamp,
    /// The zone whose days count.
    pub zone: &'a Local,
}

impl<'a> Evidence<'a> {
    /// The day it is for whoever practises.
    pub fn today(&self) -> Date {
        day_of(self.now, self.zone)
    }

    /// The values that count: those of the company of the next round where a lens is named like it, else the chosen ones.
    pub fn lens(&self) -> Option<&'a Lens> {
        let named = |lens: &&Lens| {
            let same = |name: &str| {
                self.next
                    .is_some_and(|next| next.company.to_lowercase() == name.to_lowercase())
            };
            same(&lens.id) || same(&lens.title)
        };
        let chosen = || self.library.lens(self.settings.lens.as_deref()?);
        self.library.lenses().iter().find(named).or_else(chosen)
    }
}
