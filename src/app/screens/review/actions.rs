//! What can be done with a row of Review.

use super::Tab;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::overlays::{Hit, Overlay, Search};
use crate::app::planning::Order;
use crate::app::screens::workbench::Hand;
use crate::app::state::App;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::progress::advice::ToDo;
use crate::domain::progress::coverage::{Row, Topic};
use crate::domain::question::Question;

/// Questions of a drill of one category.
const DRILLED: usize = 3;

impl App {
    pub(super) fn drill_weak_row(&mut self, now: Moment) -> Vec<Effect> {
        let Some(category) = self.review_category() else {
            return Vec::new();
        };
        let order = Order {
            name: category.id().to_owned(),
            categories: vec![category],
            count: DRILLED,
            first: self.to_do(category).and_then(|to_do| to_do.question.clone()),
            ..Order::default()
        };
        self.begin(&order, now)
    }

    /// What Weak says is to be done about a category.
    fn to_do(&self, category: Category) -> Option<&ToDo> {
        let figures = self.review()?.weak.figures.as_ref()?;
        Some(&figures.courses.get(&category)?.to_do)
    }

    /// Copies what is to be done, or what was asked.
    pub(super) fn copy_from_review(&mut self) -> Vec<Effect> {
        let category = self.review_category();
        let to_do = category.and_then(|category| Some(self.to_do(category)?.says.clone()));
        let text = match self.past_attempt() {
            Some(attempt) => Some(self.workspace.asked(attempt).to_owned()),
            None => to_do,
        };
        self.say("Copied, where the terminal allows it");
        text.map(|it| Effect::Terminal(TerminalEffect::Copy(it)))
            .into_iter()
            .collect()
    }

    /// What the selected row of the first two tabs stands for.
    fn review_topic(&self) -> Option<Topic> {
        let review = self.review()?;
        match review.tab {
            Tab::Weak => self
                .weak_rows()
                .get(review.weak.row)
                .map(|row| Topic::Category(row.category)),
            Tab::Coverage => review.cover.selected().map(|row| row.topic),
            Tab::History => None,
        }
    }

    /// The category of the selected row.
    pub(in crate::app) fn review_category(&self) -> Option<Category> {
        match self.review_topic()? {
            Topic::Category(category) => Some(category),
            Topic::Value(_) => None,
        }
    }

    /// A gap is filled, anything else shows its answers.
    pub(super) fn open_cover_row(&mut self, now: Moment) {
        let gap = self
            .review()
            .and_then(|review| review.cover.selected())
            .map(Row::is_gap);
        match gap {
            Some(true) => self.write_answer_here(now),
            Some(false) => self.open_answers_here(now),
            None => {}
        }
    }

    /// The answers to the selected row.
    pub(super) fn answers_here(&self) -> Vec<&Answer> {
        match self.review().map(|review| review.tab) {
            Some(Tab::Weak) => {
                let category = self.review_category();
                let serves = |answer: &&Answer| {
                    category.is_some_and(|one| self.workspace.library.categories_of(answer).contains(&one))
                };
                self.workspace.library.answers().iter().filter(serves).collect()
            }
            Some(Tab::Coverage) => self.covering(),
            _ => {
                let told = self.past_attempt().and_then(|attempt| attempt.answer.as_ref());
                told.and_then(|id| self.workspace.library.answer(id.as_str()))
                    .into_iter()
                    .collect()
            }
        }
    }

    /// Opens the answer to the selected row; of several, lists them; without any, a new one is begun.
    pub(super) fn open_answers_here(&mut self, now: Moment) {
        let found: Vec<(AnswerId, String)> = self
            .answers_here()
            .iter()
            .map(|answer| (answer.id.clone(), answer.title.clone()))
            .collect();
        match found.as_slice() {
            [] => self.write_answer_here(now),
            [(id, _)] => self.open_answer(&id.clone(), Hand::Reading),
            _ => {
                let (ids, titles): (Vec<AnswerId>, Vec<String>) = found.into_iter().unzip();
                let hits = ids.into_iter().map(Hit::Answer).collect();
                self.overlay = Some(Overlay::Find(Search::new(hits, titles)));
            }
        }
    }

    /// Begins an answer to a question of the selected row.
    pub(super) fn write_answer_here(&mut self, now: Moment) {
        let question = match self.review_topic() {
            Some(Topic::Category(category)) => self.unanswered(|question| question.category == category),
            Some(Topic::Value(place)) => {
                let value = self.lens_shown().and_then(|lens| lens.values.get(place));
                value.and_then(|value| self.unanswered(|question| value.fits(question)))
            }
            None => self.past_attempt().map(|attempt| attempt.question.clone()),
        };
        let there = question.filter(|id| self.workspace.library.question(id.as_str()).is_some());
        match there {
            Some(id) => self.new_answer(Some(&id), now),
            None => self.say("No question there to answer; a in Browse adds one of your own"),
        }
    }

    /// The question to answer first among those that fit: without an answer before those with one, told before untold.
    fn unanswered(&self, fits: impl Fn(&Question) -> bool) -> Option<QuestionId> {
        let questions = self.workspace.library.questions().iter();
        questions
            .filter(|question| self.workspace.settings.admits(question) && fits(question))
            .min_by_key(|question| {
                let answered = self.workspace.library.answers_to(&question.id).next().is_some();
                (
                    answered,
                    self.workspace.history.of_question(&question.id).next().is_none(),
                )
            })
            .map(|question| question.id.clone())
    }
}
