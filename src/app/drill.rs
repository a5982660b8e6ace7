//! Drilling: keys to the drill, ratings to the log.

use std::sync::Arc;
use std::time::Duration;

use super::field::Field;
use super::message::Effect;
use super::overlay::{Asked, Overlay};
use super::plan::Order;
use super::state::App;
use crate::domain::attempt::{Attempt, Change};
use crate::domain::drill::{Cue, Drill, Hold, Phase, Telling, round};
use crate::domain::event::{DrillBegun, What};
use crate::domain::id::QuestionId;
use crate::domain::moment::Moment;
use crate::domain::probe::next_probe;
use crate::domain::question::Parts;
use crate::domain::rating::{Dimension, Rating};
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
    written: Option<Attempt>,
    /// When something changed that is not written down yet.
    changed: Option<Duration>,
    /// The note of the unrated question as it is written down.
    kept: String,
    /// The drill itself is written down.
    begun: bool,
    /// Its end is written down.
    ended: bool,
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

    fn touch(&mut self, now: Moment) {
        self.changed = Some(now.elapsed);
    }

    fn arrive(&mut self, written: Option<Attempt>) {
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
    pub(super) fn cover_drill(&mut self, now: Moment) {
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
    pub(super) fn watch_drill(&mut self, now: Moment) -> Vec<Effect> {
        let bell = self.settings.bell.is_on();
        let mut effects = Vec::new();
        let cue = self.drill_mut().and_then(|screen| screen.drill.advance(now));
        match cue {
            Some(Cue::Gap(gap)) => self.say_gap(gap),
            Some(Cue::TimeUp) if bell => effects.push(Effect::Bell),
            Some(Cue::SpeakNow | Cue::TimeUp) | None => {}
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
    pub(super) fn resume_drill(&mut self, now: Moment) {
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

    pub(super) fn drill_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        match (screen.drill.phase, action) {
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
            told.probes.push(crate::domain::attempt::ProbeAsked {
                ask: screen.drill.probe().to_owned(),
                seconds: 0.0,
            });
        }
        next_probe(self.library.question(telling.question.as_str())?, &told)
    }

    fn arrive_at_rating(&mut self) {
        if let Some(screen) = self.drill_mut()
            && screen.drill.phase == Phase::Rate
        {
            screen.arrive(None);
        }
    }

    /// Writes down what is open and goes to the next question, or to the summary.
    fn go_on_to_next(&mut self, now: Moment) -> Vec<Effect> {
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

    /// A note on a question that is left without a rating is kept by itself.
    pub(super) fn keep_note(&mut self, now: Moment) -> Option<Effect> {
        let screen = self.drill_mut()?;
        screen.changed = None;
        let telling = screen.drill.now.as_ref()?;
        if telling.rated() || telling.note == screen.kept {
            return None;
        }
        screen.kept.clone_from(&telling.note);
        let what = What::Note {
            drill: screen.drill.plan.id.clone(),
            question: telling.question.clone(),
            text: telling.note.clone(),
        };
        self.note_down(what, now)
    }

    fn reopen_rating(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        if !screen.drill.reopen(now) {
            return Vec::new();
        }
        let id = screen.drill.now.as_ref().and_then(|telling| telling.attempt.clone());
        let written = id.and_then(|id| self.history.attempt(&id).cloned());
        if let Some(screen) = self.drill_mut() {
            screen.arrive(written);
        }
        Vec::new()
    }

    fn rate_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        let focus = screen.focus;
        let Some(telling) = screen.drill.now.as_mut() else {
            return Vec::new();
        };
        match (action, focus) {
            (Action::Rate(rating), RateFocus::Dimension(row)) => {
                telling.dimensions[row] = Some(rating);
                screen.focus = if row + 1 < Dimension::ALL.len() {
                    RateFocus::Dimension(row + 1)
                } else {
                    RateFocus::Points
                };
                screen.touch(now);
            }
            (Action::Rate(rating), RateFocus::Points) => return self.rate(rating, now),
            (Action::Dimensions, RateFocus::Points) => screen.focus = RateFocus::Dimension(0),
            (Action::Dimensions, RateFocus::Dimension(_)) => screen.focus = RateFocus::Points,
            (Action::Down, RateFocus::Dimension(row)) => {
                screen.focus = RateFocus::Dimension((row + 1).min(Dimension::ALL.len() - 1));
            }
            (Action::Up, RateFocus::Dimension(row)) => screen.focus = RateFocus::Dimension(row.saturating_sub(1)),
            (Action::Down, RateFocus::Points) => {
                screen.beat = (screen.beat + 1).min(telling.beats.len().saturating_sub(1));
            }
            (Action::Up, RateFocus::Points) => screen.beat = screen.beat.saturating_sub(1),
            (Action::SaidIt, RateFocus::Points) if !telling.beats.is_empty() => {
                let said = telling.said.get_or_insert_default();
                if !said.remove(&screen.beat) {
                    said.insert(screen.beat);
                }
                screen.beat = (screen.beat + 1).min(telling.beats.len() - 1);
                screen.touch(now);
            }
            (Action::OnceMore, _) => screen.drill.toggle_again(),
            (Action::OtherPane, _) => screen.pane = 1 - screen.pane,
            (Action::OtherAnswer, _) => self.other_answer(now),
            (Action::EditAnswer, _) => return self.edit_told_answer(now),
            (Action::TakeBack, _) if telling.rated() => {
                telling.rating = None;
                let effects = self.write_changes(now);
                self.say("Taken back; it counts nowhere");
                return effects;
            }
            (Action::Skip, _) => {
                telling.rating = None;
                return self.go_on_to_next(now);
            }
            (Action::Forward, _) if telling.rated() => return self.go_on_to_next(now),
            (Action::Forward, _) => self.say("1 to 4 says how it went; x leaves it without a rating"),
            _ => {}
        }
        Vec::new()
    }

    /// The digit writes the attempt with what is known now; another digit corrects it.
    fn rate(&mut self, rating: Rating, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        let Some(telling) = screen.drill.now.as_mut() else {
            return Vec::new();
        };
        let taken_back = telling.attempt.is_some() && telling.rating.is_none();
        telling.rating = Some(rating);
        if telling.attempt.is_some() {
            screen.touch(now);
            return if taken_back {
                self.write_changes(now)
            } else {
                Vec::new()
            };
        }
        screen.changed = None;
        let mut effects: Vec<Effect> = self.write_beginning(now).into_iter().collect();
        let id = self.record.new_id(now);
        let Some(attempt) = self
            .drill()
            .and_then(|screen| self.attempt_now(screen, id.clone(), now))
        else {
            return effects;
        };
        if let Some(screen) = self.drill_mut() {
            screen.written = Some(attempt.clone());
            if let Some(telling) = screen.drill.now.as_mut() {
                telling.attempt = Some(id.clone());
            }
        }
        effects.extend(self.write_down(id, What::Attempt(Box::new(attempt)), now));
        effects
    }

    fn write_beginning(&mut self, now: Moment) -> Option<Effect> {
        let screen = self.drill_mut()?;
        if std::mem::replace(&mut screen.begun, true) {
            return None;
        }
        let plan = &screen.drill.plan;
        let begun = DrillBegun {
            drill: plan.id.clone(),
            name: plan.name.clone(),
            questions: plan.questions.clone(),
            think: f64::from(plan.think),
            speak: f64::from(plan.speak),
            probes: plan.probes,
            resumes: plan.resumes.clone(),
        };
        self.note_down(What::Drill(begun), now)
    }

    /// The present telling as an attempt.
    fn attempt_now(&self, screen: &DrillScreen, id: crate::domain::id::EventId, now: Moment) -> Option<Attempt> {
        let telling = screen.drill.now.as_ref()?;
        let plan = &screen.drill.plan;
        let question = self.library.question(telling.question.as_str())?;
        let answer = telling.answer.as_ref().and_then(|id| self.library.answer(id.as_str()));
        Some(Attempt {
            id,
            t: now.wall,
            question: telling.question.clone(),
            wording: wording(&question.ask),
            category: question.category,
            answer: answer.map(|answer| answer.id.clone()),
            version: answer.map(|answer| answer.version.clone()),
            rating: telling
                .rating
                .or(screen.written.as_ref().map(|attempt| attempt.rating))?,
            think: round(telling.thought),
            speak: round(telling.spoken),
            over: telling.over(),
            split: telling.split(),
            paused: round(telling.stopped.read(now)),
            gaps: telling.gaps.clone(),
            guess: telling.guess,
            dimensions: telling.dimensions,
            beats: telling.beats_told(),
            probes: telling.probes.clone(),
            note: telling.note.clone(),
            pick: plan.pick,
            seed: plan.seed,
            drill: plan.id.clone(),
            taken_back: telling.rating.is_none(),
        })
    }

    /// One correction for all that changed since the attempt was written.
    pub(super) fn write_changes(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill() else {
            return Vec::new();
        };
        let Some(written) = screen.written.clone() else {
            return Vec::new();
        };
        let Some(present) = self.attempt_now(screen, written.id.clone(), now) else {
            return Vec::new();
        };
        let change: Change = written.change_to(&present);
        if let Some(screen) = self.drill_mut() {
            screen.changed = None;
            let mut folded = written.clone();
            folded.correct(&change);
            screen.written = Some(folded);
        }
        if change.is_empty() {
            return Vec::new();
        }
        let what = What::Correction {
            target: written.id,
            change,
        };
        self.note_down(what, now).into_iter().collect()
    }

    /// The next answer that fits the question, in turn; after the last one, none.
    fn other_answer(&mut self, now: Moment) {
        let Some(telling) = self.drill().and_then(|screen| screen.drill.now.as_ref()) else {
            return;
        };
        let Some(question) = self.library.question(telling.question.as_str()) else {
            return;
        };
        let fitting = self.library.fitting(question);
        let at = fitting
            .iter()
            .position(|answer| Some(&answer.id) == telling.answer.as_ref());
        let next = fitting.get(at.map_or(0, |at| at + 1));
        let (id, beats) = (
            next.map(|answer| answer.id.clone()),
            next.map(|answer| answer.beats()).unwrap_or_default(),
        );
        if fitting.is_empty() {
            self.say("There is no other answer for this yet; e writes one");
            return;
        }
        if let Some(screen) = self.drill_mut() {
            screen.beat = 0;
            screen.touch(now);
            if let Some(telling) = screen.drill.now.as_mut() {
                telling.answer = id;
                telling.beats = beats;
                telling.said = None;
            }
        }
    }

    fn edit_told_answer(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = self.write_changes(now);
        let telling = match self.drill().map(|screen| &screen.drill) {
            Some(drill) if drill.phase == Phase::Summary => {
                drill.told.get(self.drill().map_or(0, |screen| screen.row)).cloned()
            }
            Some(drill) => drill.now.clone(),
            None => None,
        };
        effects.extend(telling.map(|telling| self.edit_or_write(&telling)));
        effects
    }

    fn edit_or_write(&self, telling: &Telling) -> Effect {
        match telling.answer.as_ref().and_then(|id| self.library.answer(id.as_str())) {
            Some(answer) => Effect::EditFile {
                path: answer.path.clone(),
                line: 1,
            },
            None => Effect::WriteAnswer {
                question: Some(telling.question.clone()),
            },
        }
    }

    /// After the home was read again: the answer being told may have changed, or may be there now.
    pub(super) fn answer_changed(&mut self, now: Moment) {
        let Some(telling) = self.drill().and_then(|screen| screen.drill.now.as_ref()) else {
            return;
        };
        let told = telling.answer.as_ref().and_then(|id| self.library.answer(id.as_str()));
        let answer = told.or_else(|| self.library.answer_for(&telling.question, &self.history));
        let (id, beats) = (
            answer.map(|answer| answer.id.clone()),
            answer.map(crate::domain::answer::Answer::beats).unwrap_or_default(),
        );
        if let Some(screen) = self.drill_mut()
            && let Some(telling) = screen.drill.now.as_mut()
            && (telling.answer != id || telling.beats != beats)
        {
            let said: Vec<String> = telling.beats_told().map(|told| told.hit).unwrap_or_default();
            telling.answer = id;
            telling.beats = beats;
            telling.said = telling.said.as_ref().map(|_| {
                let places = telling.beats.iter().enumerate();
                places
                    .filter(|(_, beat)| said.contains(&beat.text))
                    .map(|(place, _)| place)
                    .collect()
            });
            screen.beat = 0;
            screen.changed = screen.written.as_ref().map(|_| now.elapsed);
        }
    }

    fn summary_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        match action {
            Action::Down => screen.row = (screen.row + 1).min(screen.drill.told.len().saturating_sub(1)),
            Action::Up => screen.row = screen.row.saturating_sub(1),
            Action::Forward => return self.leave_drill(),
            Action::EditAnswer => return self.edit_told_answer(now),
            Action::DrillThis => {
                let questions = rough(&screen.drill);
                if questions.is_empty() {
                    self.say("Nothing was rough this time");
                    return Vec::new();
                }
                let plan = screen.drill.plan.clone();
                self.screens.pop();
                let order = Order {
                    name: plan.name,
                    questions,
                    think: Some(plan.think),
                    speak: plan.speak_asked.then_some(plan.speak),
                    probes: Some(plan.probes),
                    ..Order::default()
                };
                return self.begin(&order, now);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Esc: from the summary it leaves; before, it asks.
    pub(super) fn back_from_drill(&mut self, now: Moment) -> Vec<Effect> {
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
    pub(super) fn end_drill(&mut self, now: Moment) -> Vec<Effect> {
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

    fn leave_drill(&mut self) -> Vec<Effect> {
        self.pop_screen()
    }

    /// The drill in front, for a front end without keys.
    pub fn drill_in_front(&mut self) -> Option<&mut DrillScreen> {
        self.drill_mut()
    }

    /// Ends the drill early, for a front end without keys.
    pub fn end_early(&mut self, now: Moment) -> Vec<Effect> {
        self.end_drill(now)
    }

    /// Takes the note as it is and closes it, for a front end without keys.
    pub fn take_note(&mut self, now: Moment) {
        self.note_typed(now);
        if let Some(screen) = self.drill_mut() {
            screen.note = None;
        }
    }

    /// Takes what is typed into the note so far; it is written down when the typing rests.
    pub(super) fn note_typed(&mut self, now: Moment) {
        if let Some(screen) = self.drill_mut()
            && let Some(field) = &screen.note
            && let Some(telling) = screen.drill.now.as_mut()
            && telling.note != field.text().trim()
        {
            field.text().trim().clone_into(&mut telling.note);
            screen.changed.get_or_insert(now.elapsed);
        }
    }
}

/// The questions that were rated rough or worse, in the order they were told.
fn rough(drill: &Drill) -> Vec<QuestionId> {
    let mut questions: Vec<QuestionId> = Vec::new();
    for telling in &drill.told {
        let bad = telling.rating.is_some_and(|rating| rating <= Rating::Rough);
        questions.retain(|id| *id != telling.question);
        if bad {
            questions.push(telling.question.clone());
        }
    }
    questions
}

/// The hash of a question's wording: FNV-1a, 64 bits, of its words in lower case.
pub fn wording(ask: &str) -> Arc<str> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in ask.to_lowercase().split_whitespace() {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}").into()
}

/// Whether parts are shown for a telling.
pub fn shows_parts(telling: &Telling) -> bool {
    telling.parts == Parts::Star
}
