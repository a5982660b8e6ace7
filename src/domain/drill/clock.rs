//! The clock of a drill: what it shows, when it stops, what is made of time that is missing.

use std::time::Duration;

use super::turn::round;
use super::{Cue, Drill, DrillEvent, Hold, Phase};
use crate::domain::clock::Moment;

/// A stop shorter than this is no gap.
const NO_GAP: Duration = Duration::from_secs(1);

impl Drill {
    /// The time on the clock of this phase.
    pub fn read(&self, now: Moment) -> Duration {
        self.clock.read(now)
    }

    /// Seconds on the clock, whole ones, as they are shown.
    pub fn seconds(&self, now: Moment) -> u64 {
        self.read(now).as_secs()
    }

    /// Whether a clock belongs to this phase.
    pub fn timed(&self) -> bool {
        matches!(self.phase, Phase::Think | Phase::Speak | Phase::Probe)
    }

    /// Whether the clock runs now.
    pub fn runs(&self) -> bool {
        self.timed() && self.hold == Hold::Running
    }

    /// Looks at the clock: thinking may be over, the time may be up, time may be missing.
    pub fn advance(&mut self, now: Moment) -> Option<Cue> {
        let last = std::mem::replace(&mut self.seen, now);
        if !self.runs() {
            return None;
        }
        if let Some(gap) = now.gap_since(last) {
            self.stand_still(gap, last, now);
            return Some(Cue::Gap(gap));
        }
        let target = Duration::from_secs(u64::from(self.target()));
        let read = self.clock.read(now);
        match self.phase {
            Phase::Think if read >= target => {
                if let Some(telling) = self.now.as_mut() {
                    telling.thought = target;
                }
                self.enter(Phase::Speak, now);
                Some(Cue::SpeakNow)
            }
            Phase::Speak if read >= target && !self.rang => {
                self.rang = true;
                Some(Cue::TimeUp)
            }
            _ => None,
        }
    }

    /// The program was stopped and goes on: the clock stands where it was last seen, and the telling is marked. After
    /// less than a second, the clock only leaves the time out and runs on.
    pub fn resumed(&mut self, now: Moment) -> Option<Duration> {
        let last = self.seen;
        let elapsed = now.elapsed.saturating_sub(last.elapsed);
        let gap = now.gap_since(last).unwrap_or(elapsed);
        if !self.runs() {
            self.seen = now;
            return None;
        }
        if gap < NO_GAP {
            self.clock.rest(last);
            self.settle(now);
            return None;
        }
        self.stand_still(gap, last, now);
        Some(gap)
    }

    fn stand_still(&mut self, gap: Duration, last: Moment, now: Moment) {
        self.clock.rest(last);
        if self.timed() {
            if let Some(telling) = self.now.as_mut() {
                telling.gaps.push(round(gap));
            }
            self.hold = Hold::Paused;
        }
        self.settle(now);
    }

    /// How long nothing need be looked at; none while no clock runs.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        self.runs().then(|| {
            let part = self.clock.read(now).subsec_nanos();
            Duration::from_nanos(1_000_000_000 - u64::from(part))
        })
    }

    pub(super) fn settle(&mut self, now: Moment) {
        self.seen = now;
        let runs = self.runs();
        let ran = std::mem::replace(&mut self.ran, runs.then_some(self.phase));
        if ran != self.ran {
            self.events.extend(ran.map(DrillEvent::Rests));
            self.events.extend(self.ran.map(DrillEvent::Runs));
        }
        if runs {
            self.clock.run(now);
        } else {
            self.clock.rest(now);
        }
        if let Some(telling) = self.now.as_mut() {
            if self.phase == Phase::Speak && !runs {
                telling.stopped.run(now);
            } else {
                telling.stopped.rest(now);
            }
        }
    }
}
