//! Drilling: keys to the drill, ratings to the log.

pub(in crate::app) mod note;
pub mod rating;
pub(in crate::app) mod summary;

use std::time::Duration;

use crate::app::effect::{Effect, TerminalEffect};
use crate::app::overlays::{Asked, Overlay};
use crate::app::state::App;
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::field::Field;
use crate::domain::clock::Moment;
use crate::domain::drill::probe::next_probe;
use crate::domain::drill::{Cue, Drill, Hold, Phase, Telling};
use crate::domain::history::attempt::Attempt;
use crate::domain::history::event::What;
use crate::domain::id::QuestionId;
use crate::domain::question::Parts;
use crate::keys::action::Action;
use crate::text::time::clock;

/// How long after the last change a correction is written.
const SETTLE: Duration = Duration::from_secs(2);

/// What of the rating screen takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateFocus {
    /// The four ratings and the key points.
    Points,
    /// A row of the five dimensions.
    Dimension(usize),
}

/// A drill on the screen.
#[derive(Debug)]
pub struct DrillScreen {
    /// The drill.
    pub drill: Drill,
    /// The note while it is typed.
    pub note: Option<Field>,
    /// The key point selected in Rate.
    pub beat: usize,
    /// What takes the keys in Rate.
    pub focus: RateFocus,
    /// Which pane shows when there is room for one.
    pub pane: usize,
    /// The row selected in the summary.
    pub row: usize,
    /// The attempt of the present question as it is written down.
    pub(in crate::app) written: Option<Attempt>,
    /// When speaking began by itself, since the time to think was over.
    pub(in crate::app) began: ByItself,
    /// When something changed that is not written down yet.
    pub(in crate::app) changed: Option<Duration>,
    /// The note of the unrated question as it is written down.
    pub(in crate::app) kept: String,
    /// The drill itself is written down.
    pub(in crate::app) begun: bool,
    /// Its end is written down.
    pub(in crate::app) ended: bool,
}

impl DrillScreen {
    /// A drill about to begin.
    pub fn new(drill: Drill) -> DrillScreen {
        DrillScreen {
            drill,
            note: None,
            beat: 0,
            focus: RateFocus::Points,
            pane: 0,
            row: 0,
            began: ByItself::default(),
            written: None,
            changed: None,
            kept: String::new(),
            begun: false,
            ended: false,
        }
    }

    /// How long nothing need be looked at.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        let settle = self.changed.map(|at| (at + SETTLE).saturating_sub(now.elapsed));
        [self.drill.wake_in(now), settle].into_iter().flatten().min()
    }

    /// Whether what is on the screen of the present rating is on its way or written.
    pub fn settled(&self) -> bool {
        self.changed.is_none()
    }

    /// The selected row of the summary, of what is told by now.
    pub fn told_row(&self) -> usize {
        self.row.min(self.drill.told.len().saturating_sub(1))
    }

    pub(in crate::app) fn touch(&mut self, now: Moment) {
        self.changed = Some(now.elapsed);
    }

    pub(in crate::app) fn arrive(&mut self, written: Option<Attempt>) {
        self.written = written;
        self.beat = 0;
        self.pane = 0;
        self.focus = RateFocus::Points;
        self.changed = None;
        self.kept.clear();
        self.note = None;
    }
}

impl App {
    /// Lets the clock rest while something lies over the drill, and run again after.
    pub(in crate::app) fn cover_drill(&mut self, now: Moment) {
        let covered = self.overlay.is_some();
        if let Some(screen) = self.drill_mut() {
            match (covered, screen.drill.hold()) {
                (true, Hold::Running) => screen.drill.set_hold(Hold::Covered, now),
                (false, Hold::Covered) => screen.drill.set_hold(Hold::Running, now),
                _ => {}
            }
        }
    }

    /// Looks at the clock of the drill.
    pub(in crate::app) fn watch_drill(&mut self, now: Moment) -> Vec<Effect> {
        let bell = self.workspace.settings.bell.is_on();
        let mut effects = Vec::new();
        let cue = self.drill_mut().and_then(|screen| screen.drill.advance(now));
        match cue {
            Some(Cue::Gap(gap)) => self.say_gap(gap),
            Some(Cue::TimeUp) if bell => effects.push(Effect::Terminal(TerminalEffect::Bell)),
            Some(Cue::SpeakNow) => {
                if let Some(screen) = self.drill_mut() {
                    screen.began = ByItself::opens(now);
                }
            }
            Some(Cue::TimeUp) | None => {}
        }
        let due = self
            .drill()
            .and_then(|screen| screen.changed)
            .is_some_and(|at| now.elapsed >= at + SETTLE);
        if due {
            effects.extend(self.write_changes(now));
            effects.extend(self.keep_note(now));
        }
        effects
    }

    /// The program was stopped and goes on.
    pub(in crate::app) fn resume_drill(&mut self, now: Moment) {
        let gap = self.drill_mut().and_then(|screen| screen.drill.resumed(now));
        if let Some(gap) = gap {
            self.say_gap(gap);
        }
    }

    fn say_gap(&mut self, gap: Duration) {
        let length = clock(gap.as_secs());
        self.say(format!(
            "The clock stood still for {length} and rests now; space goes on"
        ));
    }

    pub(in crate::app) fn drill_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        match (screen.drill.phase, action) {
            // It was pressed to begin, just when speaking began by itself.
            (Phase::Speak, Action::Forward) if screen.began.deaf_for(now).is_some() => Vec::new(),
            (Phase::Think | Phase::Speak | Phase::Probe, Action::Forward) => self.go_forward(now),
            (_, Action::Pause) => {
                let hold = match screen.drill.hold() {
                    Hold::Running => Hold::Paused,
                    Hold::Paused | Hold::Covered => Hold::Running,
                };
                screen.drill.set_hold(hold, now);
                Vec::new()
            }
            (_, Action::Note) => {
                let text = screen.drill.now.as_ref().map_or("", |telling| telling.note.as_str());
                screen.note = Some(Field::new(text));
                Vec::new()
            }
            (Phase::Think, Action::Guess(rating)) => {
                if let Some(telling) = screen.drill.now.as_mut() {
                    telling.guess = (telling.guess != Some(rating)).then_some(rating);
                }
                Vec::new()
            }
            (Phase::Speak, Action::NextPart) => {
                screen.drill.next_part(now);
                Vec::new()
            }
            (Phase::Speak, Action::PartBack) => {
                screen.drill.part_back();
                Vec::new()
            }
            (Phase::Probe, Action::Skip) => {
                screen.drill.skip_probe(now);
                self.arrive_at_rating();
                Vec::new()
            }
            (Phase::Think | Phase::Speak, Action::Skip) => self.go_on_to_next(now),
            (Phase::Think | Phase::Summary, Action::Reopen) => self.reopen_rating(now),
            (Phase::Rate, action) => self.rate_action(action, now),
            (Phase::Summary, action) => self.summary_action(action, now),
            _ => Vec::new(),
        }
    }

    fn go_forward(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill() else {
            return Vec::new();
        };
        let probe = self.probe_to_ask(screen, now);
        if let Some(screen) = self.drill_mut() {
            screen.drill.forward(probe, now);
        }
        self.arrive_at_rating();
        Vec::new()
    }

    fn probe_to_ask(&self, screen: &DrillScreen, now: Moment) -> Option<String> {
        let telling = screen.drill.now.as_ref()?;
        let asked = telling.probes.len() + usize::from(screen.drill.phase == Phase::Probe);
        if screen.drill.phase == Phase::Think || asked >= screen.drill.plan.probes {
            return None;
        }
        let mut told = telling.clone();
        if screen.drill.phase == Phase::Speak {
            told.spoken = screen.drill.read(now);
        } else {
            told.probes.push(crate::domain::history::attempt::ProbeAsked {
                ask: screen.drill.probe().to_owned(),
                seconds: 0.0,
            });
        }
        next_probe(self.workspace.library.question(telling.question.as_str())?, &told)
    }

    pub(in crate::app) fn arrive_at_rating(&mut self) {
        if let Some(screen) = self.drill_mut()
            && screen.drill.phase == Phase::Rate
        {
            screen.arrive(None);
        }
    }

    /// Writes down what is open and goes to the next question, or to the summary.
    pub(in crate::app) fn go_on_to_next(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = self.write_changes(now);
        effects.extend(self.keep_note(now));
        let Some(screen) = self.drill_mut() else {
            return effects;
        };
        screen.drill.next(now);
        screen.arrive(None);
        effects.extend(self.close_if_over(now));
        effects
    }

    /// In the summary: the end is written down; with nothing rated there is no summary.
    fn close_if_over(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        if screen.drill.phase != Phase::Summary {
            return Vec::new();
        }
        if !screen.drill.rated() {
            return self.leave_drill();
        }
        if screen.ended {
            return Vec::new();
        }
        screen.ended = true;
        let drill = screen.drill.plan.id.clone();
        let left = Vec::new();
        self.note_down(What::DrillEnded { drill, left }, now)
            .into_iter()
            .collect()
    }

    /// Esc: from the summary it leaves; before, it asks.
    pub(in crate::app) fn back_from_drill(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        if screen.drill.phase == Phase::Summary {
            return self.leave_drill();
        }
        if screen.drill.phase == Phase::Rate && screen.focus != RateFocus::Points {
            screen.focus = RateFocus::Points;
            return Vec::new();
        }
        let effects = self.write_changes(now);
        self.overlay = Some(Overlay::Asked(Asked::EndDrill));
        effects
    }

    /// Ends the drill early: what is left can be gone on with today.
    pub(in crate::app) fn end_drill(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = self.write_changes(now);
        effects.extend(self.keep_note(now));
        let Some(screen) = self.drill_mut() else {
            return effects;
        };
        let left: Vec<QuestionId> = screen.drill.left();
        let rated = screen.drill.rated();
        screen.drill.end(now);
        screen.arrive(None);
        if !rated {
            effects.extend(self.leave_drill());
            return effects;
        }
        screen.ended = true;
        let drill = screen.drill.plan.id.clone();
        effects.extend(self.note_down(What::DrillEnded { drill, left }, now));
        effects
    }

    pub(in crate::app) fn leave_drill(&mut self) -> Vec<Effect> {
        self.pop_screen()
    }
}

/// Whether parts are shown for a telling.
pub fn shows_parts(telling: &Telling) -> bool {
    telling.parts == Parts::Star
}
