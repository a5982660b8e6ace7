//! One sitting: questions thought about, spoken, rated. Pure; time comes in as moments.

mod clock;
pub mod event;
pub mod phase;
pub mod plan;
pub mod probe;
pub mod sprint;
pub mod turn;

pub use self::event::DrillEvent;
pub use self::phase::{Cue, Hold, Phase};
pub use self::plan::DrillPlan;
pub use self::turn::Turn;
use self::{probe::PROBE_SECONDS, turn::round};
use super::clock::{Moment, Stopwatch};
use super::history::attempt::ProbeAsked;
use super::id::{EventId, QuestionId};
use super::question::Parts;
use super::rating::Rating;

/// A drill under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Drill {
    /// What it was to be.
    pub plan: DrillPlan,
    /// The questions told or skipped.
    pub told: Vec<Turn>,
    /// The one being told; none in the summary.
    pub now: Option<Turn>,
    /// What is still to come, the next first.
    pub ahead: Vec<Turn>,
    /// Where in the question it is.
    pub phase: Phase,
    /// A question put aside half-way, while an earlier rating is open again.
    pub aside: Option<Box<Turn>>,
    clock: Stopwatch,
    hold: Hold,
    seen: Moment,
    rang: bool,
    probe: String,
    ended: bool,
    /// The phase whose clock was said to run.
    ran: Option<Phase>,
    events: Vec<DrillEvent>,
}

impl Drill {
    /// Starts a drill at once with its first question. `tellings` are the plan's questions, not begun.
    pub fn start(plan: DrillPlan, tellings: Vec<Turn>, now: Moment) -> Drill {
        let mut drill = Drill {
            plan,
            told: Vec::new(),
            now: None,
            ahead: tellings,
            phase: Phase::Summary,
            aside: None,
            clock: Stopwatch::default(),
            hold: Hold::Running,
            seen: now,
            rang: false,
            probe: String::new(),
            ended: false,
            ran: None,
            events: Vec::new(),
        };
        drill.next(now);
        drill
    }

    /// What happened since this was last asked for.
    #[must_use]
    pub fn events(&mut self) -> Vec<DrillEvent> {
        std::mem::take(&mut self.events)
    }

    /// How many questions there are in all.
    pub fn len(&self) -> usize {
        self.told.len() + usize::from(self.now.is_some()) + self.ahead.len() + usize::from(self.aside.is_some())
    }

    /// Whether it asks nothing at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Which question this is, from 1.
    pub fn number(&self) -> usize {
        (self.told.len() + 1).min(self.len())
    }

    /// The probe being asked.
    pub fn probe(&self) -> &str {
        &self.probe
    }

    /// Whether the person stopped the clock.
    pub fn hold(&self) -> Hold {
        self.hold
    }

    /// The seconds this phase is meant to take.
    pub fn target(&self) -> u32 {
        match self.phase {
            Phase::Think => self.plan.think,
            Phase::Probe => PROBE_SECONDS,
            _ => self.now.as_ref().map_or(self.plan.speak, |telling| telling.target),
        }
    }

    /// Enter in Think, Speak and Probe. The caller chooses the next probe, if one is to be asked.
    pub fn forward(&mut self, probe: Option<String>, now: Moment) {
        let read = self.clock.read(now);
        let Some(telling) = self.now.as_mut() else {
            return;
        };
        match self.phase {
            Phase::Think => {
                telling.thought = read;
                return self.enter(Phase::Speak, now);
            }
            Phase::Speak => {
                telling.spoken = read;
                telling.stopped.rest(now);
            }
            Phase::Probe => telling.probes.push(ProbeAsked {
                ask: std::mem::take(&mut self.probe),
                seconds: round(read),
            }),
            Phase::Rate | Phase::Summary => return,
        }
        match probe {
            Some(probe) => {
                self.probe = probe;
                self.enter(Phase::Probe, now);
            }
            None => self.enter(Phase::Rate, now),
        }
    }

    /// Leaves a probe out and goes on to the rating.
    pub fn skip_probe(&mut self, now: Moment) {
        self.probe.clear();
        self.enter(Phase::Rate, now);
    }

    /// Says how the present question went. The first time, it takes an id for its attempt.
    pub fn rate(&mut self, rating: Rating, id: impl FnOnce() -> EventId) {
        let Some(telling) = self.now.as_mut() else {
            return;
        };
        let taken_back = telling.rating.is_none();
        telling.rating = Some(rating);
        if telling.attempt.is_none() {
            telling.attempt = Some(id());
            self.events.push(DrillEvent::Rated(telling.clone()));
        } else if taken_back {
            self.events.push(DrillEvent::Changed(telling.clone()));
        }
    }

    /// Takes the rating of the present question back.
    pub fn take_back(&mut self) {
        if let Some(telling) = self.now.as_mut() {
            telling.rating = None;
            self.events.push(DrillEvent::Changed(telling.clone()));
        }
    }

    /// What is known of the present question is to be kept as it is now.
    pub fn keep(&mut self) {
        self.events.extend(self.now.clone().map(DrillEvent::Kept));
    }

    /// Leaves the question without a rating, or the rating as it is, and goes on.
    pub fn next(&mut self, now: Moment) {
        self.keep();
        if let Some(mut telling) = self.now.take() {
            telling.skipped = !telling.rated();
            self.told.push(telling);
        }
        if let Some(aside) = self.aside.take() {
            self.now = Some(*aside);
        } else if self.ahead.is_empty() {
            return self.finish(Vec::new(), now);
        } else {
            self.now = Some(self.ahead.remove(0));
        }
        self.asked();
        self.enter(
            if self.plan.think == 0 {
                Phase::Speak
            } else {
                Phase::Think
            },
            now,
        );
    }

    /// Opens the rating of the question before again; the present one waits, and begins anew after it.
    pub fn reopen(&mut self, now: Moment) -> bool {
        let Some(place) = self.told.iter().rposition(|telling| telling.attempt.is_some()) else {
            return false;
        };
        if place + 1 != self.told.len() {
            return false;
        }
        if let (Some(earlier), None) = (self.told.pop(), &self.aside) {
            self.aside = self.now.take().map(|telling| {
                Box::new(Turn {
                    note: telling.note,
                    guess: telling.guess,
                    ..Turn::new(telling.question, telling.target, telling.parts)
                })
            });
            self.now = Some(earlier);
            self.asked();
            self.enter(Phase::Rate, now);
        }
        true
    }

    /// Marks that the next part begins. Does nothing without parts, outside Speak, or in the last part.
    pub fn next_part(&mut self, now: Moment) -> bool {
        let read = self.clock.read(now);
        match self.now.as_mut() {
            Some(telling)
                if self.phase == Phase::Speak && telling.parts == Parts::Star && telling.reached.len() < 4 =>
            {
                telling.reached.push(read);
                true
            }
            _ => false,
        }
    }

    /// Takes the last mark back.
    pub fn part_back(&mut self) -> bool {
        self.phase == Phase::Speak && self.now.as_mut().is_some_and(|telling| telling.reached.pop().is_some())
    }

    /// Stops the clock or lets it run.
    pub fn set_hold(&mut self, hold: Hold, now: Moment) {
        if self.hold == Hold::Paused && hold == Hold::Covered {
            return;
        }
        self.hold = hold;
        self.settle(now);
    }

    /// Begins the present step anew, as if it had just been reached.
    pub fn start_over(&mut self, now: Moment) {
        if let Some(telling) = self.now.as_mut() {
            telling.stopped = Stopwatch::default();
            telling.reached.clear();
        }
        self.enter(self.phase, now);
    }

    /// The questions not told yet, the present one among them.
    pub fn left(&self) -> Vec<QuestionId> {
        let present = self.now.as_ref().filter(|telling| !telling.rated());
        present
            .into_iter()
            .chain(self.aside.as_deref())
            .chain(&self.ahead)
            .map(|telling| telling.question.clone())
            .collect()
    }

    /// Whether anything was rated.
    pub fn rated(&self) -> bool {
        self.told.iter().chain(self.now.as_ref()).any(Turn::rated)
    }

    /// Ends the drill where it is: what was told goes to the summary.
    pub fn end(&mut self, now: Moment) {
        self.keep();
        let left = self.left();
        if let Some(telling) = self.now.take()
            && telling.rated()
        {
            self.told.push(telling);
        }
        self.ahead.clear();
        self.aside = None;
        self.finish(left, now);
    }

    fn asked(&mut self) {
        let question = self.now.as_ref().map(|telling| telling.question.clone());
        self.events.extend(question.map(DrillEvent::Asked));
    }

    /// On to the summary. A rating opened again from there leads back to it, and the drill has ended once.
    fn finish(&mut self, left: Vec<QuestionId>, now: Moment) {
        self.enter(Phase::Summary, now);
        if !std::mem::replace(&mut self.ended, true) {
            self.events.push(DrillEvent::Ended(left));
        }
    }

    fn enter(&mut self, phase: Phase, now: Moment) {
        self.phase = phase;
        self.clock = Stopwatch::default();
        self.rang = false;
        self.hold = Hold::Running;
        self.seen = now;
        self.events.push(DrillEvent::Entered(phase));
        self.settle(now);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
