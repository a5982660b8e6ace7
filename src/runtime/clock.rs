//! The only place that asks the time.

use std::time::Instant;

use jiff::Timestamp;

use crate::domain::clock::Moment;

/// Both clocks, read together.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Instant,
    fixed: Option<Timestamp>,
}

impl Clock {
    /// Starts the monotonic clock; with a fixed start, the civil clock runs on from there.
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn start(fixed: Option<Timestamp>) -> Clock {
        Clock {
            start: Instant::now(),
            fixed,
        }
    }

    /// Now.
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn now(&self) -> Moment {
        let elapsed = self.start.elapsed();
        let wall = match self.fixed {
            Some(start) => start.checked_add(elapsed).unwrap_or(start),
            None => Timestamp::now(),
        };
        Moment { elapsed, wall }
    }
}
