//! What Review asks for in a small pane: which attempts to list, and how a partner rated one.

use std::collections::HashMap;

use super::history::Keep;
use crate::app::effect::Effect;
use crate::app::forms::{Filled, as_text};
use crate::app::overlays::Overlay;
use crate::app::state::App;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::moved;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::history::event::What;
use crate::domain::id::{AnswerId, EventId};
use crate::domain::rating::Rating;
use crate::keys::action::Action;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewForm {
    /// Which attempts are listed.
    Keep {
        /// What can be chosen, its name, and how many attempts each lists.
        rows: Vec<(Keep, String, usize)>,
        /// The selected row.
        row: usize,
    },
    /// Who heard an attempt.
    Partner {
        /// Which attempt.
        attempt: EventId,
        /// The name.
        name: Field,
        /// Who heard the last one, for whom Enter alone stands.
        last: Option<String>,
    },
    /// How they rated it.
    Rating {
        /// Which attempt.
        attempt: EventId,
        /// The name.
        name: String,
        /// The selected rating, by its place.
        row: usize,
    },
}

impl ReviewForm {
    /// The name that is typed, as text.
    pub(in crate::app) fn filled(&self) -> Option<Filled> {
        let (attempt, name) = match self {
            ReviewForm::Partner { attempt, name, .. } => (attempt, name.text()),
            ReviewForm::Rating { attempt, name, .. } => (attempt, name.as_str()),
            ReviewForm::Keep { .. } => return None,
        };
        let row = |name: &str| as_text([("name", name)]);
        Some(Filled::new("partner", attempt.as_str(), row(""), row(name)))
    }

    /// The line being typed.
    pub(in crate::app) fn field(&mut self) -> Option<&mut Field> {
        match self {
            ReviewForm::Partner { name, .. } => Some(name),
            ReviewForm::Keep { .. } | ReviewForm::Rating { .. } => None,
        }
    }
}

impl App {
    pub(super) fn ask_what_to_keep(&mut self) {
        let Some(now) = self.review().map(|review| review.past.keep.clone()) else {
            return;
        };
        let rows = self.kinds_told();
        let row = rows.iter().position(|(keep, ..)| *keep == now).unwrap_or(0);
        self.overlay = Some(Overlay::Review(ReviewForm::Keep { rows, row }));
    }

    /// All that can be chosen from what was told, with how often it was.
    fn kinds_told(&self) -> Vec<(Keep, String, usize)> {
        let mut categories: HashMap<Category, usize> = HashMap::new();
        let mut answers: HashMap<&AnswerId, usize> = HashMap::new();
        let mut ratings = [0; 4];
        for attempt in self.workspace.history.attempts() {
            *categories.entry(attempt.category).or_default() += 1;
            ratings[usize::from(attempt.rating.number()) - 1] += 1;
            if let Some(id) = &attempt.answer {
                *answers.entry(id).or_default() += 1;
            }
        }
        let everything = (Keep::Everything, "everything".to_owned(), ratings.iter().sum());
        let rated = Rating::ALL.into_iter().zip(ratings);
        let rated = rated.map(|(rating, count)| (Keep::Rating(rating), rating.word().to_owned(), count));
        let all = Category::ALL.into_iter().chain([Category::Unsorted]);
        let about = all.filter_map(|category| {
            let count = *categories.get(&category)?;
            Some((Keep::Category(category), category.id().to_owned(), count))
        });
        let told = self.workspace.library.answers().iter().filter_map(|answer| {
            let count = *answers.get(&answer.id)?;
            Some((Keep::Answer(answer.id.clone()), format!("\"{}\"", answer.title), count))
        });
        let rows = [everything].into_iter().chain(rated).chain(about).chain(told);
        rows.filter(|(keep, _, count)| *count > 0 || *keep == Keep::Everything)
            .collect()
    }

    /// Asks for the name of whoever heard the attempt in front; without one, it is whoever heard the last.
    pub(in crate::app) fn ask_who_heard(&mut self) {
        self.ask_who_heard_of("");
    }

    /// Asks for it with a name that was typed before.
    pub(in crate::app) fn ask_who_heard_of(&mut self, name: &str) {
        if let Some(attempt) = self.attempt_shown().map(|attempt| attempt.id.clone()) {
            let last = self.workspace.history.last_partner().map(str::to_owned);
            let name = Field::new(name);
            self.overlay = Some(Overlay::Review(ReviewForm::Partner { attempt, name, last }));
        }
    }

    /// An action while Review asks for something.
    pub(in crate::app) fn review_form_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(Overlay::Review(form)) = &mut self.overlay else {
            return Vec::new();
        };
        match (form, action) {
            (ReviewForm::Rating { attempt, name, .. }, Action::Back) => {
                let (attempt, name, last) = (attempt.clone(), Field::new(name), None);
                self.overlay = Some(Overlay::Review(ReviewForm::Partner { attempt, name, last }));
            }
            (_, Action::Back | Action::StopTyping) => self.close_overlay(now),
            (ReviewForm::Rating { row, .. }, Action::Rate(rating)) => {
                *row = usize::from(rating.number()) - 1;
                return self.take_review_form(now);
            }
            (_, Action::Accept | Action::Open | Action::NextField) => return self.take_review_form(now),
            (ReviewForm::Keep { rows, row }, action) => *row = moved(*row, rows.len(), page, action),
            (ReviewForm::Rating { row, .. }, action) => *row = moved(*row, Rating::ALL.len(), page, action),
            (ReviewForm::Partner { .. }, _) => {}
        }
        Vec::new()
    }

    fn take_review_form(&mut self, now: Moment) -> Vec<Effect> {
        let Some(Overlay::Review(form)) = self.overlay.take() else {
            return Vec::new();
        };
        match form {
            ReviewForm::Keep { rows, row } => {
                if let Some((keep, ..)) = rows.into_iter().nth(row) {
                    self.with_review(|review, app| {
                        review.past.choose(keep);
                        review.work_out(app, now);
                    });
                }
            }
            ReviewForm::Partner { attempt, name, last } => {
                let typed = Some(name.text().trim()).filter(|name| !name.is_empty());
                match typed.map(str::to_owned).or(last) {
                    Some(name) => self.ask_how_it_was(attempt, name),
                    None => self.say("Nothing written down: a partner's rating needs their name"),
                }
            }
            ReviewForm::Rating { attempt, name, row } => {
                let rating = Rating::ALL[row.min(Rating::ALL.len() - 1)];
                self.say(format!("Written down: {name} heard it as {}", rating.word()));
                let what = What::Heard {
                    target: attempt,
                    by: name,
                    rating,
                };
                return self.note_down(what, now).into_iter().collect();
            }
        }
        Vec::new()
    }

    fn ask_how_it_was(&mut self, attempt: EventId, name: String) {
        let before = self
            .workspace
            .history
            .heard(&attempt)
            .iter()
            .find(|heard| heard.by == name);
        let rating = before.map_or(Rating::Solid, |heard| heard.rating);
        let row = usize::from(rating.number()) - 1;
        self.overlay = Some(Overlay::Review(ReviewForm::Rating { attempt, name, row }));
    }

    /// The footer's word for an action while Review asks for something; no word takes it from the footer.
    pub(in crate::app) fn review_form_word(
        form: &ReviewForm,
        action: Action,
        label: &'static str,
    ) -> Option<&'static str> {
        Some(match (form, action) {
            (ReviewForm::Keep { .. }, Action::Open) => "list these",
            (ReviewForm::Partner { name, last: None, .. }, Action::Accept) if name.text().trim().is_empty() => {
                return None;
            }
            (ReviewForm::Partner { .. }, Action::Accept) => "how they rated it",
            (ReviewForm::Rating { .. }, Action::Open) => "write it down",
            (ReviewForm::Rating { .. }, Action::Back) => "back to the name",
            (_, Action::Back | Action::StopTyping) => "leave it",
            _ => label,
        })
    }
}
