//! One sitting: questions thought about, spoken, rated. Pure; time comes in as moments.

mod clock;
pub mod phase;
pub mod plan;
pub mod probe;
pub mod sprint;
pub mod turn;

pub use self::phase::{Cue, Hold, Phase};
pub use self::plan::Plan;
pub use self::turn::Telling;
use self::{probe::PROBE_SECONDS, turn::round};
use super::clock::{Moment, Stopwatch};
use super::history::attempt::ProbeAsked;
use super::id::QuestionId;
use super::question::Parts;

/// A drill under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Drill {
    /// What it was to be.
    pub plan: Plan,
    /// The questions told or skipped.
    pub told: Vec<Telling>,
    /// The one being told; none in the summary.
    pub now: Option<Telling>,
    /// What is still to come, the next first.
    pub ahead: Vec<Telling>,
    /// Where in the question it is.
    pub phase: Phase,
    /// A question put aside half-way, while an earlier rating is open again.
    pub aside: Option<Box<Telling>>,
    clock: Stopwatch,
    hold: Hold,
    seen: Moment,
    rang: bool,
    probe: String,
}

impl Drill {
    /// Starts a drill at once with its first question. `tellings` are the plan's questions, not begun.
    pub fn start(plan: Plan, tellings: Vec<Telling>, now: Moment) -> Drill {
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
        };
        drill.next(now);
        drill
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

    /// Leaves the question without a rating, or the rating as it is, and goes on.
    pub fn next(&mut self, now: Moment) {
        if let Some(mut telling) = self.now.take() {
            telling.skipped = !telling.rated();
            self.told.push(telling);
        }
        if let Some(aside) = self.aside.take() {
            self.now = Some(*aside);
        } else if self.ahead.is_empty() {
            self.enter(Phase::Summary, now);
            return;
        } else {
            self.now = Some(self.ahead.remove(0));
        }
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
                Box::new(Telling {
                    note: telling.note,
                    guess: telling.guess,
                    ..Telling::new(telling.question, telling.target, telling.parts)
                })
            });
            self.now = Some(earlier);
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

    /// Puts the question at the end of the drill once more, or takes that back.
    pub fn toggle_again(&mut self) {
        let Some(telling) = self.now.as_mut() else {
            return;
        };
        telling.again = !telling.again;
        if telling.again {
            self.ahead
                .push(Telling::new(telling.question.clone(), telling.target, telling.parts));
        } else if let Some(place) = self.ahead.iter().rposition(|ahead| ahead.question == telling.question) {
            self.ahead.remove(place);
        }
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
        self.told.iter().chain(self.now.as_ref()).any(Telling::rated)
    }

    /// Ends the drill where it is: what was told goes to the summary.
    pub fn end(&mut self, now: Moment) {
        if let Some(telling) = self.now.take()
            && telling.rated()
        {
            self.told.push(telling);
        }
        self.ahead.clear();
        self.aside = None;
        self.enter(Phase::Summary, now);
    }

    fn enter(&mut self, phase: Phase, now: Moment) {
        self.phase = phase;
        self.clock = Stopwatch::default();
        self.rang = false;
        self.hold = Hold::Running;
        self.seen = now;
        self.settle(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::attempt::Pick;
    use std::time::Duration;

    fn at(seconds: f64) -> Moment {
        Moment {
            elapsed: Duration::from_secs_f64(seconds),
            wall: jiff::Timestamp::from_millisecond((seconds * 1000.0) as i64).unwrap_or_default(),
        }
    }

    fn drill(questions: &[&str]) -> Drill {
        let plan = Plan {
            id: "d".into(),
            name: "standard".into(),
            questions: questions.iter().map(Into::into).collect(),
            think: 30,
            speak: 120,
            speak_asked: false,
            probes: 0,
            pick: Some(Pick::Random),
            seed: 7,
            resumes: None,
        };
        let tellings = questions
            .iter()
            .map(|q| Telling::new(q.into(), 120, Parts::Star))
            .collect();
        Drill::start(plan, tellings, at(0.0))
    }

    fn watch(drill: &mut Drill, from: u32, to: u32) -> Vec<Cue> {
        (from..=to)
            .filter_map(|second| drill.advance(at(f64::from(second))))
            .collect()
    }

    #[test]
    fn thinking_runs_out_and_speaking_begins_by_itself() {
        let mut drill = drill(&["a"]);
        assert_eq!(watch(&mut drill, 1, 30), [Cue::SpeakNow]);
        assert_eq!(drill.phase, Phase::Speak);
        assert_eq!(drill.seconds(at(31.5)), 1);
    }

    #[test]
    fn tab_splits_the_time_and_is_taken_back() {
        let mut drill = drill(&["a"]);
        drill.forward(None, at(1.0));
        assert!(drill.next_part(at(11.0)));
        assert!(drill.next_part(at(16.0)));
        assert!(drill.next_part(at(17.0)));
        assert!(drill.part_back());
        drill.forward(None, at(41.0));
        let split = drill.now.as_ref().and_then(Telling::split).unwrap_or_default();
        assert_eq!(split.0, [Some(10.0), Some(5.0), Some(25.0), None, None]);
        assert_eq!(drill.phase, Phase::Rate);
    }

    #[test]
    fn a_pause_rests_the_clock_and_is_counted() {
        let mut drill = drill(&["a"]);
        drill.forward(None, at(0.0));
        drill.set_hold(Hold::Paused, at(3.0));
        drill.set_hold(Hold::Covered, at(5.0));
        drill.set_hold(Hold::Running, at(10.0));
        assert_eq!(drill.seconds(at(12.0)), 5);
        drill.forward(None, at(12.0));
        let stopped = drill.now.as_ref().map(|telling| telling.stopped.read(at(12.0)));
        assert_eq!(stopped, Some(Duration::from_secs(7)));
    }

    #[test]
    fn a_gap_pauses_where_the_clock_was_last_seen() {
        let mut drill = drill(&["a"]);
        drill.forward(None, at(0.0));
        assert_eq!(watch(&mut drill, 1, 4), []);
        assert_eq!(drill.advance(at(700.0)), Some(Cue::Gap(Duration::from_secs(696))));
        assert_eq!(drill.hold(), Hold::Paused);
        drill.set_hold(Hold::Running, at(710.0));
        assert_eq!(drill.seconds(at(711.0)), 5);
        let rested = drill.now.as_ref().map(|telling| telling.stopped.read(at(711.0)));
        assert_eq!(rested, Some(Duration::from_secs(10)));
    }

    #[test]
    fn a_stop_is_a_gap_from_one_second_on_and_never_counts() {
        let mut drill = drill(&["a"]);
        drill.forward(None, at(0.0));
        drill.advance(at(1.0));
        assert_eq!(drill.resumed(at(1.5)), None);
        assert_eq!((drill.hold(), drill.seconds(at(2.5))), (Hold::Running, 2));
        drill.advance(at(2.5));
        assert_eq!(drill.resumed(at(4.0)), Some(Duration::from_millis(1500)));
        assert_eq!((drill.hold(), drill.seconds(at(9.0))), (Hold::Paused, 2));
    }

    #[test]
    fn once_more_puts_the_question_last_and_can_be_taken_back() {
        let mut drill = drill(&["a", "b"]);
        drill.toggle_again();
        assert_eq!(drill.len(), 3);
        drill.toggle_again();
        assert_eq!(drill.len(), 2);
    }

    #[test]
    fn a_rating_opens_again_and_the_question_put_aside_begins_anew() {
        let mut drill = drill(&["a", "b"]);
        drill.forward(None, at(0.0));
        drill.forward(None, at(9.0));
        if let Some(telling) = drill.now.as_mut() {
            telling.attempt = Some("x".into());
        }
        drill.next(at(10.0));
        drill.forward(None, at(12.0));
        assert!(drill.reopen(at(13.0)));
        assert_eq!((drill.phase, drill.number(), drill.len()), (Phase::Rate, 1, 2));
        drill.next(at(14.0));
        assert_eq!((drill.phase, drill.number(), drill.len()), (Phase::Think, 2, 2));
        assert_eq!(drill.now.as_ref().map(|t| t.question.as_str()), Some("b"));
    }

    #[test]
    fn ending_leaves_what_was_not_told() {
        let mut drill = drill(&["a", "b", "c"]);
        drill.next(at(1.0));
        assert_eq!(drill.left().len(), 2);
        drill.end(at(2.0));
        assert_eq!(drill.phase, Phase::Summary);
        assert!(!drill.rated());
    }
}
