//! Rating: the digit, and all that is said about a telling beside it.

use super::{DrillScreen, RateFocus};
use crate::app::context::Context;
use crate::app::request::{Request, Requests};
use crate::domain::answer::Answer;
use crate::domain::drill::Telling;
use crate::domain::rating::{Dimension, Rating};
use crate::keys::action::Action;

impl DrillScreen {
    pub(super) fn rate_action(&mut self, action: Action, cx: &Context) -> Requests {
        let now = cx.now;
        match action {
            Action::Rate(rating) => match self.focus {
                RateFocus::Dimension(row) => self.rate_dimension(row, rating, cx),
                RateFocus::Points => self.rate(rating, cx),
            },
            Action::Dimensions => {
                self.focus = match self.focus {
                    RateFocus::Points => RateFocus::Dimension(0),
                    RateFocus::Dimension(_) => RateFocus::Points,
                };
            }
            Action::Down | Action::Up => self.select(action),
            Action::SaidIt if self.focus == RateFocus::Points => self.tick_point(cx),
            Action::OnceMore => self.drill.toggle_again(),
            Action::OtherPane => self.pane = 1 - self.pane,
            Action::OtherAnswer => return self.other_answer(cx),
            Action::EditAnswer => return self.edit_told_answer(cx),
            Action::External => return self.open_told_externally(cx),
            Action::TakeBack => {
                self.drill.take_back();
                return vec![Request::say("Taken back; it counts nowhere")];
            }
            Action::Skip => {
                if let Some(telling) = self.drill.now.as_mut() {
                    telling.rating = None;
                }
                self.drill.next(now);
            }
            Action::Forward => self.drill.next(now),
            _ => {}
        }
        Requests::new()
    }

    /// The first digit makes the attempt; what another changes is written down when the hand rests.
    fn rate(&mut self, rating: Rating, cx: &Context) {
        let again = self.drill.now.as_ref().is_some_and(Telling::rated);
        let ids = &mut self.ids;
        self.drill.rate(rating, || ids.event(cx.now.wall));
        if again {
            self.touch(cx.now);
        }
    }

    fn rate_dimension(&mut self, row: usize, rating: Rating, cx: &Context) {
        if let Some(telling) = self.drill.now.as_mut() {
            telling.dimensions[row] = Some(rating);
        }
        self.focus = if row + 1 < Dimension::ALL.len() {
            RateFocus::Dimension(row + 1)
        } else {
            RateFocus::Points
        };
        self.touch(cx.now);
    }

    fn select(&mut self, action: Action) {
        let down = action == Action::Down;
        let step = |row: usize, of: usize| {
            if down {
                (row + 1).min(of.saturating_sub(1))
            } else {
                row.saturating_sub(1)
            }
        };
        let points = self.drill.now.as_ref().map_or(0, |telling| telling.beats.len());
        match &mut self.focus {
            RateFocus::Dimension(row) => *row = step(*row, Dimension::ALL.len()),
            RateFocus::Points => self.beat = step(self.beat, points),
        }
    }

    fn tick_point(&mut self, cx: &Context) {
        let Some(telling) = self.drill.now.as_mut() else {
            return;
        };
        let said = telling.said.get_or_insert_default();
        if !said.remove(&self.beat) {
            said.insert(self.beat);
        }
        self.beat = (self.beat + 1).min(telling.beats.len().saturating_sub(1));
        self.touch(cx.now);
    }

    /// The next answer that fits the question, in turn; after the last one, none.
    fn other_answer(&mut self, cx: &Context) -> Requests {
        let library = &cx.workspace.library;
        let Some(telling) = self.drill.now.as_mut() else {
            return Requests::new();
        };
        let Some(question) = library.question(telling.question.as_str()) else {
            return Requests::new();
        };
        // Whatever was told can be named, what fits first.
        let mut fitting = library.fitting(question);
        let others: Vec<&Answer> = library
            .answers()
            .iter()
            .filter(|answer| !fitting.contains(answer))
            .collect();
        fitting.extend(others);
        if fitting.is_empty() {
            return vec![Request::say("There is no answer yet; e writes one")];
        }
        let at = fitting
            .iter()
            .position(|answer| Some(&answer.id) == telling.answer.as_ref());
        let next = fitting.get(at.map_or(0, |at| at + 1));
        telling.answer = next.map(|answer| answer.id.clone());
        telling.beats = next.map(|answer| answer.beats()).unwrap_or_default();
        telling.said = None;
        self.beat = 0;
        self.touch(cx.now);
        Requests::new()
    }

    /// After the home was read again: the answer being told may have changed, or may be there now.
    pub(super) fn answer_changed(&mut self, cx: &Context) {
        let Some(telling) = self.drill.now.as_mut() else {
            return;
        };
        let library = &cx.workspace.library;
        let told = telling.answer.as_ref().and_then(|id| library.answer(id.as_str()));
        let answer = told.or_else(|| cx.answer_to_tell(&telling.question));
        let id = answer.map(|answer| answer.id.clone());
        let beats = answer.map(Answer::beats).unwrap_or_default();
        if telling.answer == id && telling.beats == beats {
            return;
        }
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
        self.beat = 0;
        self.changed = self.written.as_ref().map(|_| cx.now.elapsed);
    }
}
