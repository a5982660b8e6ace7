//! How a partner rated an attempt: a name first, then the rating.

use crate::app::context::Context;
use crate::app::forms::{Filled, as_text};
use crate::app::request::{Request, Requests};
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::history::event::EventKind;
use crate::domain::id::EventId;
use crate::domain::rating::Rating;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;

/// A partner's rating of an attempt, being written down.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerRating {
    attempt: EventId,
    /// How far it is.
    pub step: PartnerStep,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum PartnerStep {
    /// Who heard it.
    Name {
        /// The name.
        name: Field,
        /// Who heard the last one, for whom Enter alone stands.
        last: Option<String>,
    },
    /// How they rated it.
    Rating {
        /// The name.
        name: String,
        /// The selected rating, by its place.
        row: usize,
    },
}

/// Whether it is still asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    GoesOn,
    Done,
}

impl PartnerRating {
    /// Asks for the name, with what was typed of it before; without one, it is whoever heard the last.
    pub(super) fn of(attempt: EventId, typed: &str, cx: &Context) -> PartnerRating {
        PartnerRating {
            attempt,
            step: PartnerStep::Name {
                name: Field::new(typed),
                last: cx.workspace.history.last_partner().map(str::to_owned),
            },
        }
    }

    pub(super) fn contexts(&self) -> &'static [At] {
        match self.step {
            PartnerStep::Name { .. } => At::LINE,
            PartnerStep::Rating { .. } => At::CHOOSING,
        }
    }

    pub(super) fn line(&mut self) -> Option<&mut Field> {
        match &mut self.step {
            PartnerStep::Name { name, .. } => Some(name),
            PartnerStep::Rating { .. } => None,
        }
    }

    /// The name that is typed, as text.
    pub(super) fn filled(&self) -> Filled {
        let name = match &self.step {
            PartnerStep::Name { name, .. } => name.text(),
            PartnerStep::Rating { name, .. } => name.as_str(),
        };
        let row = |name: &str| as_text([("name", name)]);
        Filled::new("partner", self.attempt.as_str(), row(""), row(name))
    }

    pub(super) fn act(&mut self, action: Action, cx: &Context) -> (Asking, Requests) {
        match (&mut self.step, action) {
            (PartnerStep::Rating { name, .. }, Action::Back) => {
                let name = Field::new(name);
                self.step = PartnerStep::Name { name, last: None };
            }
            (_, Action::Back | Action::StopTyping) => return (Asking::Done, Requests::new()),
            (PartnerStep::Rating { row, .. }, Action::Choose(number)) => {
                *row = usize::from(number.saturating_sub(1));
                return self.take(cx);
            }
            (_, Action::Accept | Action::Open | Action::NextField) => return self.take(cx),
            (PartnerStep::Rating { row, .. }, action) => {
                *row = move_cursor(*row, Rating::ALL.len(), cx.viewport.rows, action);
            }
            (PartnerStep::Name { .. }, _) => {}
        }
        (Asking::GoesOn, Requests::new())
    }

    /// Takes the name, then the rating, which is written down.
    fn take(&mut self, cx: &Context) -> (Asking, Requests) {
        match &self.step {
            PartnerStep::Name { name, last } => {
                let typed = Some(name.text().trim()).filter(|name| !name.is_empty());
                let Some(name) = typed.map(str::to_owned).or_else(|| last.clone()) else {
                    let says = "Nothing written down: a partner's rating needs their name";
                    return (Asking::Done, vec![Request::notify(says)]);
                };
                let row = usize::from(self.before(&name, cx).number()) - 1;
                self.step = PartnerStep::Rating { name, row };
                (Asking::GoesOn, Requests::new())
            }
            PartnerStep::Rating { name, row } => {
                let rating = Rating::ALL[(*row).min(Rating::ALL.len() - 1)];
                let says = format!("Written down: {name} heard it as {}", rating.word());
                let heard = EventKind::Heard {
                    target: self.attempt.clone(),
                    by: name.clone(),
                    rating,
                };
                (Asking::Done, vec![Request::notify(says), Request::WriteDown(heard)])
            }
        }
    }

    /// What somebody said of it before; else the rating to begin with.
    fn before(&self, name: &str, cx: &Context) -> Rating {
        let heard = cx.workspace.history.heard(&self.attempt);
        let before = heard.iter().find(|heard| heard.by == name);
        before.map_or(Rating::Solid, |heard| heard.rating)
    }

    pub(super) fn label(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        Some(match (&self.step, action) {
            (PartnerStep::Name { name, last: None }, Action::Accept) if name.text().trim().is_empty() => return None,
            (PartnerStep::Name { .. }, Action::Accept) => "how they rated it",
            (PartnerStep::Rating { .. }, Action::Open) => "write it down",
            (PartnerStep::Rating { .. }, Action::Back) => "back to the name",
            (_, Action::Back | Action::StopTyping) => "leave it",
            _ => return usual,
        })
    }
}
