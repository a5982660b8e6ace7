//! What the program begins with.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::domain::clock::Moment;

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
