//! A moment on both clocks, and a stopwatch that can rest.

use std::time::Duration;

use jiff::Timestamp;

/// The monotonic and the civil clock, read together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Since the program started; never runs back, and may stand still while the machine sleeps.
    pub elapsed: Duration,
    /// The civil time.
    pub wall: Timestamp,
}

impl Moment {
    /// The time nothing accounts for between two moments seen while a clock ran: the machine slept, or the program was
    /// stopped. None below [`Moment::GAP`].
    pub fn gap_since(self, earlier: Moment) -> Option<Duration> {
        let elapsed = self.elapsed.saturating_sub(earlier.elapsed);
        let wall = Duration::try_from(self.wall.duration_since(earlier.wall)).unwrap_or_default();
        let gap = elapsed.max(wall);
        (gap >= Moment::GAP).then_some(gap)
    }

    /// The shortest time between two looks at a running clock that counts as a gap; it is looked at every second.
    pub const GAP: Duration = Duration::from_secs(5);
}

/// Time that runs or rests, never a count of ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopwatch {
    before: Duration,
    since: Option<Duration>,
}

impl Stopwatch {
    /// Lets it run from now on.
    pub fn run(&mut self, now: Moment) {
        self.since.get_or_insert(now.elapsed);
    }

    /// Stops it; what ran stays.
    pub fn rest(&mut self, now: Moment) {
        self.before = self.read(now);
        self.since = None;
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// What ran so far.
    pub fn read(&self, now: Moment) -> Duration {
        self.before
            + self
                .since
                .map_or(Duration::ZERO, |since| now.elapsed.saturating_sub(since))
    }
}

/// What weights fade by: days of 24 hours, 0 where the clock was set back. What is said in days is counted by the calendar.
pub fn age_days(t: Timestamp, now: Timestamp) -> f64 {
    (now.duration_since(t).as_secs_f64() / 86_400.0).max(0.0)
}
