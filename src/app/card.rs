//! One question or one answer, to read.

use super::message::Effect;
use super::plan::Order;
use super::state::{App, Screen};
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::moment::Moment;

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A question with what belongs to it.
    Question(QuestionId),
    /// An answer as it stands.
    Answer(AnswerId),
}

/// A card on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it shows.
    pub shows: Shows,
    /// The first row shown.
    pub scroll: usize,
}

impl App {
    pub(super) fn open_card(&mut self, shows: Shows) {
        self.screens.push(Screen::Card(Card { shows, scroll: 0 }));
    }

    fn card_question(&self) -> Option<QuestionId> {
        let Some(Screen::Card(card)) = self.screens.last() else {
            return None;
        };
        match &card.shows {
            Shows::Question(id) => Some(id.clone()),
            Shows::Answer(id) => self.library.answer(id.as_str())?.questions.first().cloned(),
        }
    }

    pub(super) fn drill_card(&mut self, now: Moment) -> Vec<Effect> {
        let Some(question) = self.card_question() else {
            self.say("This answer names no question yet; add one to its questions with e");
            return Vec::new();
        };
        self.drill_one(question, now)
    }

    /// A drill of one question.
    pub(super) fn drill_one(&mut self, question: QuestionId, now: Moment) -> Vec<Effect> {
        let order = Order {
            name: "one".to_owned(),
            questions: vec![question],
            ..Order::default()
        };
        self.begin(&order, now)
    }

    pub(super) fn edit_card(&mut self) -> Vec<Effect> {
        let Some(Screen::Card(card)) = self.screens.last() else {
            return Vec::new();
        };
        self.edit_shown(&card.shows)
    }

    /// Edits an answer, or the one to a question; where there is none, a new one is begun.
    pub(super) fn edit_shown(&self, shows: &Shows) -> Vec<Effect> {
        let answer = match shows {
            Shows::Answer(id) => self.library.answer(id.as_str()),
            Shows::Question(id) => self.library.answer_for(id, &self.history),
        };
        match (answer, shows) {
            (Some(answer), _) => vec![Effect::EditFile {
                path: answer.path.clone(),
                line: 1,
            }],
            (None, Shows::Question(id)) => vec![Effect::WriteAnswer {
                question: Some(id.clone()),
            }],
            (None, Shows::Answer(_)) => Vec::new(),
        }
    }

    pub(super) fn answer_for_card(&self) -> Vec<Effect> {
        vec![Effect::WriteAnswer {
            question: self.card_question(),
        }]
    }
}
