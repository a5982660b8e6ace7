//! Events into a history: any union of them, in any order, gives the same.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};

use super::event::{Event, EventKind, EventMeta};
use super::{Heard, History, NoteKept};
use crate::domain::days::DayStart;
use crate::domain::id::QuestionId;
use crate::domain::memory::Memory;
use crate::domain::memory::forgetting::ForgettingCurve;
use crate::domain::memory::review::Review;
use crate::domain::memory::review::counted;

impl History {
    /// Folds events, in whatever order and however often they come, at the usual pace of forgetting.
    pub fn fold(events: Vec<Event>) -> History {
        History::fold_at(events, |_| ForgettingCurve::usual())
    }

    /// The same at a pace that follows from what was reviewed: the reviews that count, question by question.
    pub fn fold_at(events: Vec<Event>, pace: impl FnOnce(&[Vec<Review>]) -> ForgettingCurve) -> History {
        let mut history = History::gathered(events);
        let mut ids: Vec<QuestionId> = history.told.keys().cloned().collect();
        ids.sort();
        let reviews: Vec<Vec<Review>> = ids.iter().map(|id| history.reviews(id)).collect();
        history.pace = pace(&reviews);
        let model = history.pace.model();
        for (id, reviews) in ids.iter().zip(&reviews) {
            if let Some(told) = history.told.get_mut(id) {
                told.memory = Memory::of(reviews, &model);
            }
        }
        history
    }

    /// Counts days from when they begin for this person. The pace stays: it follows from the log alone.
    pub fn begin_days(&mut self, starts: DayStart) {
        if self.starts == starts {
            return;
        }
        self.starts = starts;
        let days = self
            .attempts
            .iter()
            .map(|attempt| starts.number(attempt.t, attempt.off));
        self.days = days.collect();
        let model = self.pace.model();
        let ids: Vec<QuestionId> = self.told.keys().cloned().collect();
        for id in ids {
            if let Some(told) = self.told.get_mut(&id) {
                for (review, off) in &mut told.sprints {
                    review.day = starts.number(review.t, *off);
                }
            }
            let memory = Memory::of(&self.reviews(&id), &model);
            if let Some(told) = self.told.get_mut(&id) {
                told.memory = memory;
            }
        }
    }

    fn gathered(mut events: Vec<Event>) -> History {
        events.sort_by(|a, b| a.meta.cmp(&b.meta));
        events.dedup_by(|a, b| a.meta == b.meta);
        let mut history = History {
            attempts: Vec::with_capacity(events.len()),
            place: HashMap::with_capacity(events.len()),
            ..History::default()
        };
        let mut corrections = Vec::new();
        for event in events {
            match event.kind {
                EventKind::Correction { .. } => corrections.push(event),
                _ => drop(history.take(event)),
            }
        }
        for event in corrections {
            drop(history.take(event));
        }
        history.attempts.shrink_to_fit();
        history.days.shrink_to_fit();
        history
    }

    /// Adds one event that is later than all others.
    pub fn add(&mut self, event: Event) {
        let model = self.pace.model();
        if let Some(question) = self.take(event) {
            let memory = Memory::of(&self.reviews(&question), &model);
            if let Some(told) = self.told.get_mut(&question) {
                told.memory = memory;
            }
        }
    }

    /// Takes an event in; answers with the question it says something new about.
    fn take(&mut self, event: Event) -> Option<QuestionId> {
        let EventMeta { t, id, off, .. } = event.meta;
        match event.kind {
            EventKind::Attempt(attempt) => {
                if let Entry::Vacant(free) = self.place.entry(id) {
                    let place = self.attempts.len();
                    let question = attempt.question.clone();
                    free.insert(place);
                    self.told.entry(question.clone()).or_default().places.push(place);
                    self.days.push(self.starts.number(attempt.t, off));
                    self.attempts.push(attempt);
                    return Some(question);
                }
            }
            EventKind::Correction { target, change } => {
                if let Some(place) = self.place.get(&target) {
                    let attempt = &mut self.attempts[*place];
                    attempt.correct(&change);
                    return Some(attempt.question.clone());
                }
            }
            EventKind::Drill(begun) => self.drills.push((t, off, begun)),
            EventKind::DrillEnded { drill, left } => {
                self.ended.insert(drill, left);
            }
            EventKind::Heard { target, by, rating } => {
                let heard = self.heard.entry(target).or_default();
                heard.retain(|one| one.by != by);
                self.partner = Some(by.clone());
                heard.push(Heard { by, rating, t });
            }
            EventKind::Sprint(taken) => {
                let question = taken.question.clone();
                let told = self.told.entry(question.clone()).or_default();
                told.sprints.push((Review::on(self.starts, t, off, taken.grade()), off));
                self.sprints.push(*taken);
                return Some(question);
            }
            EventKind::Note { drill, question, text } => {
                self.notes
                    .retain(|note| note.drill != drill || note.question != question);
                self.notes.push(NoteKept {
                    t,
                    drill,
                    question,
                    text,
                });
            }
        }
        None
    }

    /// The reviews of a question that count, the oldest first.
    fn reviews(&self, question: &QuestionId) -> Vec<Review> {
        let Some(told) = self.told.get(question) else {
            return Vec::new();
        };
        let attempts = told.places.iter().filter(|place| !self.attempts[**place].taken_back);
        let attempts = attempts.map(|place| Review {
            t: self.attempts[*place].t,
            day: self.days[*place],
            grade: self.attempts[*place].rating.into(),
        });
        counted(attempts.chain(told.sprints.iter().map(|(review, _)| *review)).collect())
    }
}
