//! Rating: the digit writes the attempt, what changes after it is one correction.

use std::sync::Arc;

use super::{DrillScreen, RateFocus};
use crate::app::effect::{DiskEffect, Effect};
use crate::app::state::App;
use crate::domain::clock::Moment;
use crate::domain::drill::turn::round;
use crate::domain::history::attempt::{Attempt, Change};
use crate::domain::history::event::{DrillBegun, What};
use crate::domain::rating::{Dimension, Rating};
use crate::keys::action::Action;

impl App {
    pub(in crate::app) fn rate_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
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
            (Action::External, _) => return self.open_told_externally(now),
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
        let told = attempt
            .answer
            .as_ref()
            .and_then(|id| self.workspace.library.answer(id.as_str()));
        let version = told.map(|answer| {
            Effect::Disk(DiskEffect::KeepVersion {
                id: answer.id.clone(),
                text: answer.text.clone(),
            })
        });
        effects.extend(self.write_down(id.clone(), What::Attempt(Box::new(attempt)), now));
        effects.extend(version);
        let written = self.workspace.history.attempt(&id).cloned();
        if let Some(screen) = self.drill_mut() {
            screen.written = written;
            if let Some(telling) = screen.drill.now.as_mut() {
                telling.attempt = Some(id);
            }
        }
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
        let question = self.workspace.library.question(telling.question.as_str())?;
        let answer = telling
            .answer
            .as_ref()
            .and_then(|id| self.workspace.library.answer(id.as_str()));
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
    pub(in crate::app) fn write_changes(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill() else {
            return Vec::new();
        };
        let Some(written) = screen.written.clone() else {
            return Vec::new();
        };
        let Some(mut present) = self.attempt_now(screen, written.id.clone(), now) else {
            return Vec::new();
        };
        let shortened = present.bound();
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
        self.tell_shortened(shortened);
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
        let Some(question) = self.workspace.library.question(telling.question.as_str()) else {
            return;
        };
        // Whatever was told can be named, what fits first.
        let mut fitting = self.workspace.library.fitting(question);
        let others = self
            .workspace
            .library
            .answers()
            .iter()
            .filter(|answer| !fitting.contains(answer));
        let others: Vec<_> = others.collect();
        fitting.extend(others);
        let at = fitting
            .iter()
            .position(|answer| Some(&answer.id) == telling.answer.as_ref());
        let next = fitting.get(at.map_or(0, |at| at + 1));
        let (id, beats) = (
            next.map(|answer| answer.id.clone()),
            next.map(|answer| answer.beats()).unwrap_or_default(),
        );
        if fitting.is_empty() {
            self.say("There is no answer yet; e writes one");
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
