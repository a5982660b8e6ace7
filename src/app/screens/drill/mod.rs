//! Drilling: keys to the drill, and what happens in it to the log.

pub mod rating;
mod record;
pub mod summary;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;

use std::time::Duration;

use super::Screen;
use crate::app::context::{Context, FOLD};
use crate::app::drill_request::DrillRequest;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::field::Field;
use crate::domain::clock::Moment;
use crate::domain::drill::probe::next_probe;
use crate::domain::drill::{Cue, Drill, Hold, Phase, Turn};
use crate::domain::history::attempt::{Attempt, ProbeAsked};
use crate::domain::memory::comes_back;
use crate::domain::new_ids::NewIds;
use crate::domain::question::Parts;
use crate::domain::rating::Rating;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::over_screen;
use crate::text::time::clock;

/// How long after the last change it is written down.
const SETTLE: Duration = Duration::from_secs(2);

/// Which row of the rating screen takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateFocus {
    /// One of the four ratings, the lowest at 0; none until an arrow or a digit chooses one.
    Rating(Option<usize>),
    /// A key point of the answer.
    Point(usize),
    /// Something that may have been missing.
    Missing(usize),
}

/// A drill on the screen.
#[derive(Debug)]
pub struct DrillScreen {
    /// The drill.
    pub drill: Drill,
    /// The note while it is typed.
    pub note: Option<Field>,
    /// What takes the keys in Rate.
    pub focus: RateFocus,
    /// Which pane shows when there is room for one.
    pub pane: usize,
    /// The row selected in the summary; the first is the next step.
    pub row: usize,
    /// In how many days the question comes back after each rating, the lowest first.
    pub comes_back: [Option<i32>; 4],
    /// The attempt of the present question as it is written down.
    written: Option<Attempt>,
    /// When speaking began by itself, since the time to think was over.
    began: ByItself,
    /// When something changed that is not written down yet.
    changed: Option<Duration>,
    /// The note of the unrated question as it is written down.
    kept: String,
    /// The drill itself is written down.
    begun: bool,
    ids: NewIds,
}

impl DrillScreen {
    /// Begins what was ordered, with a seed and ids of its own; none when nothing fits.
    pub(in crate::app) fn begin(order: &DrillRequest, seed: u64, mut ids: NewIds, cx: &Context) -> Option<DrillScreen> {
        let plan = order.plan(cx, seed, ids.event(cx.now.wall))?;
        let tellings = plan.questions.iter().map(|id| cx.telling(id, &plan)).collect();
        let mut screen = DrillScreen {
            drill: Drill::start(plan, tellings, cx.now),
            note: None,
            focus: RateFocus::Rating(None),
            pane: 0,
            row: 0,
            comes_back: [None; 4],
            began: ByItself::default(),
            written: None,
            changed: None,
            kept: String::new(),
            begun: false,
            ids,
        };
        // What the beginning brings stands there already.
        screen.written_down(cx);
        Some(screen)
    }

    /// Whether what is on the screen of the present rating is on its way or written.
    pub fn settled(&self) -> bool {
        self.changed.is_none()
    }

    /// The question selected in the summary; none where the next step is.
    pub fn told_row(&self) -> Option<usize> {
        let last = self.drill.told.len().checked_sub(1)?;
        Some((self.row.checked_sub(1)?).min(last))
    }

    fn touch(&mut self, now: Moment) {
        self.changed = Some(now.elapsed);
    }

    /// A question came, or its rating: nothing is selected or typed yet.
    fn arrive(&mut self, cx: &Context) {
        let attempt = self.drill.now.as_ref().and_then(|telling| telling.attempt.as_ref());
        self.written = attempt.and_then(|id| cx.workspace.history.attempt(id)).cloned();
        self.comes_back = self.days_back(cx);
        self.pane = 0;
        self.focus = RateFocus::Rating(self.chosen());
        self.changed = None;
        self.kept.clear();
        self.note = None;
    }

    /// The row of the rating that was given.
    fn chosen(&self) -> Option<usize> {
        let rating = self.drill.now.as_ref()?.rating?;
        Some(usize::from(rating.number()) - 1)
    }

    /// When the present question comes back after each rating. Of one that is rated already it is not known any more.
    fn days_back(&self, cx: &Context) -> [Option<i32>; 4] {
        let unrated = self.drill.now.as_ref().filter(|telling| telling.attempt.is_none());
        unrated.map_or([None; 4], |telling| {
            let history = &cx.workspace.history;
            let memory = history.memory(&telling.question);
            comes_back(memory, cx.now.wall, &cx.workspace.zone, &history.pace().model())
        })
    }

    fn do_action(&mut self, action: Action, cx: &Context) -> Requests {
        let now = cx.now;
        match (self.drill.phase, action) {
            (Phase::Summary, Action::Back) => return vec![Request::Close],
            (_, Action::Back) => {
                self.drill.keep();
                return vec![Request::Open(Route::EndDrill)];
            }
            // It was asked whether to end the drill, and agreed to.
            (_, Action::Accept) => self.drill.end(now),
            // It was pressed to begin, just when speaking began by itself.
            (Phase::Speak, Action::Open) if self.began.deaf_for(now).is_some() => {}
            (Phase::Think | Phase::Speak | Phase::Probe, Action::Open) => {
                let probe = self.probe_to_ask(cx);
                self.drill.forward(probe, now);
            }
            (Phase::Think | Phase::Speak | Phase::Probe, Action::Toggle) => {
                let hold = match self.drill.hold() {
                    Hold::Running => Hold::Paused,
                    Hold::Paused | Hold::Covered => Hold::Running,
                };
                self.drill.set_hold(hold, now);
            }
            (phase, Action::New) if phase != Phase::Summary => {
                let text = self.drill.now.as_ref().map_or("", |telling| telling.note.as_str());
                self.note = Some(Field::new(text));
            }
            (Phase::Think, Action::Choose(number)) => {
                let rating = Rating::from_number(number);
                if let Some(telling) = self.drill.now.as_mut() {
                    telling.guess = rating.filter(|_| telling.guess != rating);
                }
            }
            (Phase::Speak, Action::Next) => _ = self.drill.next_part(now),
            (Phase::Speak, Action::TakeBack | Action::Previous) => _ = self.drill.part_back(),
            (Phase::Probe, Action::LeaveOut) => self.drill.skip_probe(now),
            (Phase::Think | Phase::Speak, Action::LeaveOut) => self.drill.next(now),
            (Phase::Think | Phase::Summary, Action::TakeBack) => _ = self.drill.reopen(now),
            (Phase::Rate, action) => return self.rate_action(action, cx),
            (Phase::Summary, action) => return self.summary_action(action, cx),
            _ => {}
        }
        Requests::new()
    }

    fn probe_to_ask(&self, cx: &Context) -> Option<String> {
        let telling = self.drill.now.as_ref()?;
        let asked = telling.probes.len() + usize::from(self.drill.phase == Phase::Probe);
        if self.drill.phase == Phase::Think || asked >= self.drill.plan.probes {
            return None;
        }
        let mut told = telling.clone();
        if self.drill.phase == Phase::Speak {
            told.spoken = self.drill.read(cx.now);
        } else {
            told.probes.push(ProbeAsked {
                ask: self.drill.probe().to_owned(),
                seconds: 0.0,
            });
        }
        next_probe(cx.workspace.library.question(telling.question.as_str())?, &told)
    }

    /// An action while the note is typed.
    fn type_note(&mut self, action: Action, cx: &Context) {
        if matches!(action, Action::StopTyping | Action::Accept | Action::NextField) {
            self.take_note(cx.now);
            self.note = None;
            if action == Action::Accept {
                self.drill.keep();
            }
        }
    }

    /// Takes what is typed into the note so far; it is written down when the typing rests.
    fn take_note(&mut self, now: Moment) {
        if let Some(field) = &self.note
            && let Some(telling) = self.drill.now.as_mut()
            && telling.note != field.text().trim()
        {
            field.text().trim().clone_into(&mut telling.note);
            self.changed.get_or_insert(now.elapsed);
        }
    }

    fn cued(&mut self, cue: Option<Cue>, cx: &Context) -> Requests {
        match cue {
            Some(Cue::Gap(gap)) => vec![stood_still(gap)],
            Some(Cue::TimeUp) if cx.workspace.settings.bell.is_on() => {
                vec![Effect::Terminal(TerminalEffect::Bell).into()]
            }
            Some(Cue::SpeakNow) => {
                self.began = ByItself::opens(cx.now);
                Requests::new()
            }
            Some(Cue::TimeUp) | None => Requests::new(),
        }
    }
}

fn stood_still(gap: Duration) -> Request {
    let length = clock(gap.as_secs());
    Request::notify(format!(
        "The clock stood still for {length} and rests now; space goes on"
    ))
}

impl Screen for DrillScreen {
    fn contexts(&self, _: &Context) -> &'static [At] {
        if self.note.is_some() {
            return At::LINE;
        }
        match self.drill.phase {
            Phase::Think | Phase::Rate => At::CHOOSING,
            Phase::Speak | Phase::Probe | Phase::Summary => over_screen![],
        }
    }

    fn line(&mut self) -> Option<&mut Field> {
        self.note.as_mut()
    }

    fn line_changed(&mut self, cx: &Context) -> Requests {
        self.take_note(cx.now);
        Requests::new()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        let asked = if self.note.is_some() {
            self.type_note(action, cx);
            Requests::new()
        } else {
            self.do_action(action, cx)
        };
        // What happened is written down before what is asked for.
        let mut requests = self.written_down(cx);
        requests.extend(asked);
        requests
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        let (drill, phase) = (&self.drill, self.drill.phase);
        let telling = drill.now.as_ref();
        let is = |holds: fn(&Turn) -> bool| telling.is_some_and(holds);
        match action {
            Action::Next
                if phase == Phase::Speak && is(|told| told.parts == Parts::None || told.reached.len() == 4) =>
            {
                Some("there is no next part")
            }
            Action::Choose(_) if phase == Phase::Think && !cx.workspace.settings.predict.is_on() => {
                Some("guessing is off")
            }
            Action::TakeBack => match phase {
                Phase::Speak if is(|told| told.reached.is_empty()) => Some("nothing is marked yet"),
                Phase::Think | Phase::Summary if drill.told.last().is_none_or(|told| told.attempt.is_none()) => {
                    Some("there is no rating before")
                }
                Phase::Rate if is(|told| !told.rated()) => Some("nothing is rated yet"),
                Phase::Probe => Some("a probe has no marks"),
                _ => None,
            },
            Action::Toggle if phase == Phase::Rate => match self.focus {
                RateFocus::Rating(_) if is(|told| told.beats.is_empty()) => Some("↓ goes to what was missing"),
                RateFocus::Rating(_) => Some("↓ goes to the key points"),
                RateFocus::Point(_) | RateFocus::Missing(_) => None,
            },
            Action::Next if phase == Phase::Rate && cx.viewport.columns >= FOLD => Some("everything is shown"),
            Action::Open if phase == Phase::Rate && self.would_rate().is_none() && is(|told| !told.rated()) => {
                Some("1 to 4 says how it went; x leaves it without a rating")
            }
            Action::Drill if phase == Phase::Summary && !drill.told.iter().any(was_rough) => Some("nothing was rough"),
            _ => None,
        }
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        Some(match (self.drill.phase, action) {
            (Phase::Summary, Action::Back) => "leave",
            (_, Action::Back) => "end",
            (Phase::Summary, action) => return self.summary_word(action, cx).or(usual),
            (Phase::Rate, action) => return self.rating_word(action).or(usual),
            (Phase::Think, Action::Open) => "speak",
            (Phase::Think, Action::TakeBack) => "rating before",
            (Phase::Think, Action::Choose(1)) => "to 4 guess",
            (_, Action::Open) => "done",
            (Phase::Speak, Action::Next) => "next part",
            (Phase::Speak, Action::TakeBack) => "part before",
            (_, Action::Toggle) if self.drill.hold() == Hold::Paused => "go on",
            (_, Action::Toggle) => "pause",
            (_, Action::New) => "note",
            (Phase::Probe, Action::LeaveOut) => "skip it",
            (_, Action::LeaveOut) => "skip",
            _ => return usual,
        })
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        match self.drill.phase {
            _ if self.note.is_some() => &[],
            Phase::Think => &[
                (Action::Choose(1), "guess that you freeze"),
                (Action::Choose(2), "guess that it goes rough"),
                (Action::Choose(3), "guess that it goes solid"),
                (Action::Choose(4), "guess that it goes strong"),
            ],
            Phase::Rate => &[(Action::External, "open the answer in your own editor")],
            Phase::Speak | Phase::Probe | Phase::Summary => &[],
        }
    }

    fn refresh(&mut self, cx: &Context) {
        self.answer_changed(cx);
    }

    fn tick(&mut self, cx: &Context) -> Requests {
        let cue = self.drill.advance(cx.now);
        let cued = self.cued(cue, cx);
        if self.changed.is_some_and(|at| cx.now.elapsed >= at + SETTLE) {
            self.drill.keep();
        }
        let mut requests = self.written_down(cx);
        requests.extend(cued);
        requests
    }

    fn resumed(&mut self, cx: &Context) -> Requests {
        let gap = self.drill.resumed(cx.now);
        gap.map(stood_still).into_iter().collect()
    }

    fn wake_in(&self, now: Moment) -> Option<Duration> {
        let settle = self.changed.map(|at| (at + SETTLE).saturating_sub(now.elapsed));
        [self.drill.wake_in(now), settle].into_iter().flatten().min()
    }

    fn cover(&mut self, covered: bool, now: Moment) {
        match (covered, self.drill.hold()) {
            (true, Hold::Running) => self.drill.set_hold(Hold::Covered, now),
            (false, Hold::Covered) => self.drill.set_hold(Hold::Running, now),
            _ => {}
        }
    }

    fn leaving(&mut self, cx: &Context) -> Requests {
        self.drill.keep();
        self.written_down(cx)
    }
}

/// Whether parts are shown for a telling.
pub fn shows_parts(telling: &Turn) -> bool {
    telling.parts == Parts::Star
}

/// Whether a telling was rated rough or worse.
fn was_rough(telling: &Turn) -> bool {
    telling.rating.is_some_and(|rating| rating <= Rating::Rough)
}
