//! One question or one answer, to read.

use super::workbench::Hand;
use super::workbench::versions::hand_over;
use crate::app::effect::Effect;
use crate::app::planning::Order;
use crate::app::state::{AnyScreen, App};
use crate::domain::clock::Moment;
use crate::domain::id::{AnswerId, QuestionId};
use crate::keys::action::Action;

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
    pub(in crate::app) fn open_card(&mut self, shows: Shows) {
        self.screens.push(AnyScreen::Card(Card { shows, scroll: 0 }));
    }

    fn card_question(&self) -> Option<QuestionId> {
        let Some(AnyScreen::Card(card)) = self.screens.last() else {
            return None;
        };
        match &card.shows {
            Shows::Question(id) => Some(id.clone()),
            Shows::Answer(id) => self.workspace.library.answer(id.as_str())?.questions.first().cloned(),
        }
    }

    pub(in crate::app) fn drill_card(&mut self, now: Moment) -> Vec<Effect> {
        let Some(question) = self.card_question() else {
            self.say("This answer names no question yet; add one to its questions with e");
            return Vec::new();
        };
        self.drill_one(question, now)
    }

    /// A drill of one question.
    pub(in crate::app) fn drill_one(&mut self, question: QuestionId, now: Moment) -> Vec<Effect> {
        let order = Order {
            name: "one".to_owned(),
            questions: vec![question],
            ..Order::default()
        };
        self.begin(&order, now)
    }

    /// The footer's word for an action on a card; no word takes it from the footer.
    pub(in crate::app) fn card_word(&self, card: &Card, action: Action, label: &'static str) -> Option<&'static str> {
        let answered = match &card.shows {
            Shows::Question(id) => self.workspace.library.answers_to(id).next().is_some(),
            Shows::Answer(_) => true,
        };
        match action {
            Action::DrillThis if self.card_question().is_none() => None,
            Action::EditAnswer if !answered => None,
            _ => Some(label),
        }
    }

    fn card_shows(&self) -> Option<Shows> {
        match self.screens.last() {
            Some(AnyScreen::Card(card)) => Some(card.shows.clone()),
            _ => None,
        }
    }

    pub(in crate::app) fn edit_card(&mut self, now: Moment) {
        if let Some(shows) = self.card_shows() {
            self.open_shown(&shows, Hand::Typing, now);
        }
    }

    /// Opens an answer in the workbench, or the answers to a question; where there is none, a new one is begun.
    pub(in crate::app) fn open_shown(&mut self, shows: &Shows, hand: Hand, now: Moment) {
        match shows {
            Shows::Answer(id) => self.open_answer(id, hand),
            Shows::Question(id) => self.open_question(id, hand, now),
        }
    }

    pub(in crate::app) fn open_card_externally(&mut self) -> Vec<Effect> {
        let shows = self.card_shows();
        shows.map_or_else(Vec::new, |shows| self.open_file_of(&shows))
    }

    /// Opens the file of an answer, or of the one to a question, in the person's editor.
    pub(in crate::app) fn open_file_of(&mut self, shows: &Shows) -> Vec<Effect> {
        let answer = match shows {
            Shows::Answer(id) => self.workspace.library.answer(id.as_str()),
            Shows::Question(id) => self.workspace.library.answer_for(id, &self.workspace.history),
        };
        let effects = answer.map(|answer| hand_over(&answer.id, &answer.path, &answer.text));
        if effects.is_none() {
            self.say("There is no answer yet; e writes one");
        }
        effects.into_iter().flatten().collect()
    }

    pub(in crate::app) fn answer_for_card(&mut self, now: Moment) {
        let question = self.card_question();
        self.new_answer(question.as_ref(), now);
    }
}
