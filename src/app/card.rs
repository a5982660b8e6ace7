//! One question or one answer, to read.

use super::message::Effect;
use super::plan::Order;
use super::state::{App, Screen};
use super::workbench::Hand;
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
        let order = Order {
            name: "one".to_owned(),
            questions: vec![question],
            ..Order::default()
        };
        self.begin(&order, now)
    }

    pub(super) fn edit_card(&mut self, now: Moment) {
        let Some(Screen::Card(card)) = self.screens.last() else {
            return;
        };
        let answer = match &card.shows {
            Shows::Answer(id) => self.library.answer(id.as_str()),
            Shows::Question(id) => self.library.answer_for(id, &self.history),
        };
        match (answer.map(|answer| answer.id.clone()), card.shows.clone()) {
            (Some(id), Shows::Answer(_)) => self.open_answer(&id, Hand::Typing),
            (_, Shows::Question(id)) => self.open_question(&id, Hand::Typing, now),
            (None, Shows::Answer(_)) => {}
        }
    }

    pub(super) fn open_card_externally(&mut self) -> Vec<Effect> {
        let Some(Screen::Card(card)) = self.screens.last() else {
            return Vec::new();
        };
        let answer = match &card.shows {
            Shows::Answer(id) => self.library.answer(id.as_str()),
            Shows::Question(id) => self.library.answer_for(id, &self.history),
        };
        let effect = answer.map(|answer| Effect::EditFile {
            path: answer.path.clone(),
            line: 1,
        });
        if effect.is_none() {
            self.say("There is no answer yet; e writes one");
        }
        effect.into_iter().collect()
    }

    pub(super) fn answer_for_card(&mut self, now: Moment) {
        let question = self.card_question();
        self.new_answer(question.as_ref(), now);
    }
}
