//! Rating: the digit, and all that is said about a telling beside it.

use super::{DrillScreen, RateFocus};
use crate::app::context::Context;
use crate::app::request::{Request, Requests};
use crate::domain::answer::Answer;
use crate::domain::drill::Turn;
use crate::domain::rating::{Dimension, Rating};
use crate::keys::action::Action;

impl DrillScreen {
    pub(super) fn rate_action(&mut self, action: Action, cx: &Context) -> Requests {
        let now = cx.now;
        match action {
            Action::Choose(number) => {
                if let Some(rating) = Rating::from_number(number) {
                    self.rate(rating, cx);
                }
            }
            Action::Down | Action::Up => self.select(action),
            Action::Toggle => self.tick(cx),
            Action::Next => self.pane = 1 - self.pane,
            Action::More | Action::Less => return self.other_answer(action == Action::More, cx),
            Action::Edit => return self.edit_told_answer(cx),
            Action::External => return self.open_told_externally(cx),
            Action::TakeBack => {
                self.drill.take_back();
                self.focus = RateFocus::Rating(None);
                return vec![Request::notify("Taken back; it counts nowhere")];
            }
            Action::LeaveOut => {
                if let Some(telling) = self.drill.now.as_mut() {
                    telling.rating = None;
                }
                self.drill.next(now);
            }
            Action::Open => match self.would_rate() {
                Some(rating) => self.rate(rating, cx),
                None => self.drill.next(now),
            },
            _ => {}
        }
        Requests::new()
    }

    /// What a key does while rating, in the words of the footer.
    pub(super) fn rating_word(&self, action: Action) -> Option<&'static str> {
        let answer = self.drill.now.as_ref().and_then(|telling| telling.answer.as_ref());
        Some(match action {
            Action::Open => match self.would_rate() {
                Some(Rating::Froze) => "you froze",
                Some(Rating::Rough) => "it was rough",
                Some(Rating::Solid) => "it was solid",
                Some(Rating::Strong) => "it was strong",
                None => "next",
            },
            Action::Choose(1) => "to 4 rate",
            Action::Toggle if matches!(self.focus, RateFocus::Missing(_)) => "it was missing",
            Action::Toggle => "said it",
            Action::Next if self.pane == 1 => "key points",
            Action::Next => "more",
            Action::More => "other answer",
            Action::New => "note",
            Action::Edit if answer.is_none() => "write an answer",
            Action::Edit => "edit the answer",
            Action::TakeBack => "take the rating back",
            Action::LeaveOut => "no rating",
            _ => return None,
        })
    }

    /// The first digit makes the attempt; what another changes is written down when the hand rests.
    fn rate(&mut self, rating: Rating, cx: &Context) {
        let again = self.drill.now.as_ref().is_some_and(Turn::rated);
        let ids = &mut self.ids;
        self.drill.rate(rating, || ids.event(cx.now.wall));
        if again {
            self.touch(cx.now);
        }
        // On to the key points, from wherever the ratings had the keys.
        if matches!(self.focus, RateFocus::Rating(_)) {
            self.focus = match self.drill.now.as_ref() {
                Some(telling) if !telling.beats.is_empty() => RateFocus::Point(0),
                _ => RateFocus::Rating(self.chosen()),
            };
        }
    }

    /// The rating that Enter gives: of the selected row, where that is not given already.
    pub(super) fn would_rate(&self) -> Option<Rating> {
        let RateFocus::Rating(Some(row)) = self.focus else {
            return None;
        };
        let telling = self.drill.now.as_ref()?;
        let rating = Rating::ALL.get(row).copied();
        rating.filter(|rating| !telling.rated() || telling.rating != Some(*rating))
    }

    /// The rows from the top: the ratings, the key points, what may have been missing.
    fn select(&mut self, action: Action) {
        let ratings = Rating::ALL.len();
        let points = self.drill.now.as_ref().map_or(0, |telling| telling.beats.len());
        let last = ratings + points + Dimension::ALL.len() - 1;
        let row = match self.focus {
            RateFocus::Rating(row) => row,
            RateFocus::Point(row) => Some(ratings + row),
            RateFocus::Missing(row) => Some(ratings + points + row),
        };
        let row = match (row, action) {
            (None, Action::Down) => 0,
            (None, _) => ratings - 1,
            (Some(row), Action::Down) => (row + 1).min(last),
            (Some(row), _) => row.saturating_sub(1),
        };
        self.focus = if row < ratings {
            RateFocus::Rating(Some(row))
        } else if row < ratings + points {
            RateFocus::Point(row - ratings)
        } else {
            RateFocus::Missing(row - ratings - points)
        };
    }

    /// Ticks the selected row, or takes the tick away, and goes to the next.
    fn tick(&mut self, cx: &Context) {
        let Some(telling) = self.drill.now.as_mut() else {
            return;
        };
        match self.focus {
            RateFocus::Point(row) => {
                let said = telling.said.get_or_insert_default();
                if !said.remove(&row) {
                    said.insert(row);
                }
            }
            RateFocus::Missing(row) => {
                let missing = &mut telling.dimensions[row];
                *missing = if was_missing(*missing) {
                    None
                } else {
                    Some(Rating::Rough)
                };
            }
            RateFocus::Rating(_) => return,
        }
        self.select(Action::Down);
        self.touch(cx.now);
    }

    /// The next answer that fits the question, or the one before, in turn; between the last and the first, none.
    fn other_answer(&mut self, onward: bool, cx: &Context) -> Requests {
        let library = &cx.workspace.library;
        let Some(telling) = self.drill.now.as_mut() else {
            return Requests::new();
        };
        let Some(question) = library.question(&telling.question) else {
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
            return vec![Request::notify("There is no answer yet; e writes one")];
        }
        let at = fitting
            .iter()
            .position(|answer| Some(&answer.id) == telling.answer.as_ref());
        let next = match (at, onward) {
            (None, true) => fitting.first(),
            (None, false) => fitting.last(),
            (Some(at), true) => fitting.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| fitting.get(at)),
        };
        telling.answer = next.map(|answer| answer.id.clone());
        telling.beats = next.map(|answer| answer.beats()).unwrap_or_default();
        telling.said = None;
        if !matches!(self.focus, RateFocus::Rating(_)) {
            self.focus = RateFocus::Rating(self.chosen());
        }
        self.touch(cx.now);
        Requests::new()
    }

    /// After the home was read again: the answer being told may have changed, or may be there now.
    pub(super) fn answer_changed(&mut self, cx: &Context) {
        let Some(telling) = self.drill.now.as_mut() else {
            return;
        };
        let library = &cx.workspace.library;
        let told = telling.answer.as_ref().and_then(|id| library.answer(id));
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
        if matches!(self.focus, RateFocus::Point(_)) {
            self.focus = RateFocus::Rating(self.chosen());
        }
        self.changed = self.written.as_ref().map(|_| cx.now.elapsed);
    }
}

/// Whether a side of the answer counts as missing.
pub fn was_missing(rating: Option<Rating>) -> bool {
    rating.is_some_and(|rating| rating <= Rating::Rough)
}
