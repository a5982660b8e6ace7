//! Where in a question a drill is, and what is said of its clock.

use std::time::Duration;

/// Where in a question the drill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Thinking, with the time running down.
    Think,
    /// Speaking, with the time running up.
    Speak,
    /// Answering a probe.
    Probe,
    /// Saying how it went.
    Rate,
    /// All told.
    Summary,
}

/// What the person must be told about the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Thinking is over and speaking began.
    SpeakNow,
    /// The time to speak is up.
    TimeUp,
    /// The clock stood still for this long and the drill is paused.
    Gap(Duration),
}

/// Whether the person has stopped the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It runs.
    Running,
    /// The person stopped it, or a gap did.
    Paused,
    /// Something lies over the drill.
    Covered,
}
