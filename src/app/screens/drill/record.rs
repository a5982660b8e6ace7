//! What happens in a drill, to the log. A recorder would stand beside it: here everything that happens comes by.

use std::sync::Arc;

use super::DrillScreen;
use crate::app::context::Context;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::request::{Request, Requests};
use crate::domain::drill::turn::round;
use crate::domain::drill::{DrillEvent, DrillPlan, Phase, Turn};
use crate::domain::history::attempt::Attempt;
use crate::domain::history::event::{DrillBegun, EventKind};
use crate::domain::id::EventId;
use crate::domain::progress::readiness::expected;

impl DrillScreen {
    /// Writes down what happened since the last time.
    pub(super) fn written_down(&mut self, cx: &Context) -> Requests {
        let events = self.drill.events();
        events.into_iter().flat_map(|event| self.follow(event, cx)).collect()
    }

    fn follow(&mut self, event: DrillEvent, cx: &Context) -> Requests {
        match event {
            DrillEvent::Asked(_) | DrillEvent::Entered(Phase::Rate) => {
                self.arrive(cx);
                Requests::new()
            }
            DrillEvent::Entered(_) | DrillEvent::Runs(_) | DrillEvent::Rests(_) => Requests::new(),
            DrillEvent::Rated(telling) => self.write_attempt(&telling, cx),
            DrillEvent::Changed(telling) => self.write_changes(&telling, cx).into_iter().collect(),
            DrillEvent::Kept(telling) => {
                let changes = self.write_changes(&telling, cx);
                let note = self.write_note(&telling, cx);
                changes.into_iter().chain(note).collect()
            }
            // With nothing rated there is no summary, and nothing to write down.
            DrillEvent::Ended(_) if !self.drill.rated() => vec![Request::Close],
            DrillEvent::Ended(left) => {
                let drill = self.drill.plan.id.clone();
                vec![self.record(EventKind::DrillEnded { drill, left }, cx)]
            }
        }
    }

    fn record(&mut self, what: EventKind, cx: &Context) -> Request {
        Request::Record(self.ids.event(cx.now.wall), what)
    }

    /// The attempt with what is known now, behind the beginning of its drill; and the text of the answer as it was told.
    fn write_attempt(&mut self, telling: &Turn, cx: &Context) -> Requests {
        let library = &cx.workspace.library;
        let mut requests: Requests = self.write_beginning(cx).into_iter().collect();
        let Some(attempt) = attempt(&self.drill.plan, telling, None, cx) else {
            return requests;
        };
        let told = attempt.answer.as_ref().and_then(|id| library.answer(id));
        let version = told.map(|answer| {
            Effect::Disk(DiskEffect::KeepVersion {
                id: answer.id.clone(),
                text: answer.text.clone(),
            })
        });
        self.changed = None;
        let mut written = attempt.clone();
        written.bound();
        self.written = Some(written);
        requests.push(Request::Record(
            attempt.id.clone(),
            EventKind::Attempt(Box::new(attempt)),
        ));
        requests.extend(version.map(Request::Perform));
        requests
    }

    fn write_beginning(&mut self, cx: &Context) -> Option<Request> {
        if std::mem::replace(&mut self.begun, true) {
            return None;
        }
        let plan = &self.drill.plan;
        let begun = DrillBegun {
            drill: plan.id.clone(),
            name: plan.name.clone(),
            questions: plan.questions.clone(),
            think: f64::from(plan.think),
            speak: f64::from(plan.speak),
            probes: plan.probes,
            resumes: plan.resumes.clone(),
        };
        Some(self.record(EventKind::Drill(begun), cx))
    }

    /// One correction for all that changed since the attempt was written.
    fn write_changes(&mut self, telling: &Turn, cx: &Context) -> Option<Request> {
        let written = self
            .written
            .as_mut()
            .filter(|written| Some(&written.id) == telling.attempt.as_ref())?;
        let present = attempt(&self.drill.plan, telling, Some(written), cx)?;
        self.changed = None;
        let mut bounded = present.clone();
        bounded.bound();
        let kept = written.change_to(&bounded);
        if kept.is_empty() {
            return None;
        }
        let change = written.change_to(&present);
        let target = written.id.clone();
        written.correct(&kept);
        Some(self.record(EventKind::Correction { target, change }, cx))
    }

    /// A note on a question that is left without a rating is kept by itself.
    fn write_note(&mut self, telling: &Turn, cx: &Context) -> Option<Request> {
        self.changed = None;
        if telling.rated() || telling.note == self.kept {
            return None;
        }
        self.kept.clone_from(&telling.note);
        let note = EventKind::Note {
            drill: self.drill.plan.id.clone(),
            question: telling.question.clone(),
            text: telling.note.clone(),
        };
        Some(self.record(note, cx))
    }
}

/// A telling as an attempt. One that was taken back keeps the rating it had; none while it never had one.
fn attempt(plan: &DrillPlan, telling: &Turn, written: Option<&Attempt>, cx: &Context) -> Option<Attempt> {
    let id: EventId = telling.attempt.clone()?;
    let (library, now) = (&cx.workspace.library, cx.now);
    let question = library.question(&telling.question)?;
    let answer = telling.answer.as_ref().and_then(|id| library.answer(id));
    Some(Attempt {
        id,
        t: now.wall,
        off: cx.workspace.zone.to_offset(now.wall).seconds(),
        question: telling.question.clone(),
        wording: wording(&question.ask),
        category: question.category,
        answer: answer.map(|answer| answer.id.clone()),
        version: answer.map(|answer| answer.version.clone()),
        rating: telling.rating.or(written.map(|attempt| attempt.rating))?,
        think: round(telling.thought),
        speak: round(telling.spoken),
        over: telling.over(),
        split: telling.split(),
        paused: round(telling.stopped.read(now)),
        gaps: telling.gaps.clone(),
        guess: telling.guess,
        expected: match written {
            Some(written) => written.expected,
            None => Some(expected(&cx.workspace.practice(now.wall), question)),
        },
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

/// The hash of a question's wording: FNV-1a, 64 bits, of its words in lower case.
fn wording(ask: &str) -> Arc<str> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in ask.to_lowercase().split_whitespace() {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}").into()
}
