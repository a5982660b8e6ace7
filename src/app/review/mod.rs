//! Review: where one is weak, which answers cover what, and what was told. One tab each; what is asked for in a small
//! pane is in `form`.

pub mod cover;
pub mod form;
pub mod past;
pub mod weak;

use self::cover::Cover;
use self::past::Past;
use self::weak::Weak;
use super::message::Effect;
use super::overlay::{Hit, Overlay, Search};
use super::plan::Order;
use super::state::{App, Screen};
use super::workbench::Hand;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::coverage::{Row, Topic};
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::Question;
use crate::keys::action::Action;

/// One of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Where one is weak, and why.
    #[default]
    Weak,
    /// Which answers cover what.
    Coverage,
    /// What was told.
    History,
}

impl Tab {
    /// From left to right.
    pub const ALL: [Tab; 3] = [Tab::Weak, Tab::Coverage, Tab::History];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Tab::Weak => "Weak",
            Tab::Coverage => "Coverage",
            Tab::History => "History",
        }
    }

    /// What it is for, said until it was used once.
    pub fn purpose(self) -> &'static str {
        match self {
            Tab::Weak => "Where you are weak and why, the neediest first. Enter drills exactly that.",
            Tab::Coverage => "Which of your answers serves what, the gaps first. Enter fills one.",
            Tab::History => "All you have told, the last first. Enter shows how it went.",
        }
    }
}

/// Review on the screen. What a tab shows is worked out when it is first shown, and again when something changed.
#[derive(Debug, Default)]
pub struct Review {
    /// The tab in front.
    pub tab: Tab,
    /// The first tab.
    pub weak: Weak,
    /// The second.
    pub cover: Cover,
    /// The third.
    pub past: Past,
}

/// Questions of a drill of one category.
const DRILLED: usize = 3;

impl App {
    /// Opens Review.
    pub fn open_review(&mut self, now: Moment) {
        self.screens.push(Screen::Review(Box::default()));
        self.show_tab(Tab::Weak, now);
    }

    /// Review, if it is in front.
    pub fn review(&self) -> Option<&Review> {
        match self.screens.last() {
            Some(Screen::Review(review)) => Some(review),
            _ => None,
        }
    }

    /// Changes Review, if it is in front, with the rest of the state to look at.
    fn with_review(&mut self, change: impl FnOnce(&mut Review, &App)) {
        match self.screens.pop() {
            Some(Screen::Review(mut review)) => {
                change(&mut review, self);
                self.screens.push(Screen::Review(review));
            }
            other => self.screens.extend(other),
        }
    }

    /// Files, history or settings changed.
    pub(super) fn renew_review(&mut self, now: Moment) {
        self.with_review(|review, app| {
            review.weak.forget();
            review.cover.forget();
            review.past.forget();
            review.work_out(app, now);
        });
    }

    fn show_tab(&mut self, tab: Tab, now: Moment) {
        self.with_review(|review, app| {
            review.tab = tab;
            review.work_out(app, now);
        });
    }

    /// An action while Review is in front.
    pub(super) fn review_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(tab) = self.review().map(|review| review.tab) else {
            return Vec::new();
        };
        let step = |steps: usize| Tab::ALL[(tab as usize + steps) % Tab::ALL.len()];
        match action {
            Action::NextTab => self.show_tab(step(1), now),
            Action::TabBefore => self.show_tab(step(2), now),
            Action::Weak => self.show_tab(Tab::Weak, now),
            Action::Coverage => self.show_tab(Tab::Coverage, now),
            Action::History => self.show_tab(Tab::History, now),
            Action::Values => self.turn_values(now),
            Action::Filter => {
                self.show_tab(Tab::History, now);
                self.ask_what_to_keep();
            }
            Action::Open => {
                self.reviewed[tab as usize] = true;
                return match tab {
                    Tab::Weak => self.drill_weak_row(now),
                    Tab::Coverage => {
                        self.open_cover_row(now);
                        Vec::new()
                    }
                    Tab::History => {
                        self.open_past_row();
                        Vec::new()
                    }
                };
            }
            Action::EditAnswer => self.open_answers_here(now),
            Action::NewAnswer => self.write_answer_here(now),
            action => self.go_in_review(action),
        }
        Vec::new()
    }

    fn go_in_review(&mut self, action: Action) {
        let (page, columns) = (self.viewport.rows, self.viewport.columns);
        self.with_review(|review, app| match review.tab {
            Tab::Weak => review.weak.go(action, page, app),
            Tab::Coverage => review.cover.go(action, page, columns),
            Tab::History => review.past.go(action, page, app),
        });
    }

    fn drill_weak_row(&mut self, now: Moment) -> Vec<Effect> {
        let Some(category) = self.review_category() else {
            return Vec::new();
        };
        let order = Order {
            name: category.id().to_owned(),
            categories: vec![category],
            count: DRILLED,
            ..Order::default()
        };
        self.begin(&order, now)
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
    pub(super) fn review_category(&self) -> Option<Category> {
        match self.review_topic()? {
            Topic::Category(category) => Some(category),
            Topic::Value(_) => None,
        }
    }

    /// A gap is filled, anything else shows its answers.
    fn open_cover_row(&mut self, now: Moment) {
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

    /// Opens the answer to the selected row; of several, lists them; without any, a new one is begun.
    fn open_answers_here(&mut self, now: Moment) {
        let answers: Vec<&Answer> = match self.review().map(|review| review.tab) {
            Some(Tab::Weak) => {
                let category = self.review_category();
                let serves =
                    |answer: &&Answer| category.is_some_and(|one| self.library.categories_of(answer).contains(&one));
                self.library.answers().iter().filter(serves).collect()
            }
            Some(Tab::Coverage) => self.covering(),
            _ => {
                let told = self.past_attempt().and_then(|attempt| attempt.answer.as_ref());
                told.and_then(|id| self.library.answer(id.as_str()))
                    .into_iter()
                    .collect()
            }
        };
        let found: Vec<(AnswerId, String)> = answers
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
    fn write_answer_here(&mut self, now: Moment) {
        let question = match self.review_topic() {
            Some(Topic::Category(category)) => self.unanswered(|question| question.category == category),
            Some(Topic::Value(place)) => {
                let value = self.lens_shown().and_then(|lens| lens.values.get(place));
                value.and_then(|value| self.unanswered(|question| value.fits(question)))
            }
            None => self.past_attempt().map(|attempt| attempt.question.clone()),
        };
        let there = question.filter(|id| self.library.question(id.as_str()).is_some());
        match there {
            Some(id) => self.new_answer(Some(&id), now),
            None => self.say("No question there to answer; a in Browse adds one of your own"),
        }
    }

    /// The question to answer first among those that fit: without an answer before those with one, told before untold.
    fn unanswered(&self, fits: impl Fn(&Question) -> bool) -> Option<QuestionId> {
        let questions = self.library.questions().iter();
        questions
            .filter(|question| self.settings.admits(question) && fits(question))
            .min_by_key(|question| {
                let answered = self.library.answers_to(&question.id).next().is_some();
                (answered, self.history.of_question(&question.id).next().is_none())
            })
            .map(|question| question.id.clone())
    }

    /// Why an action makes no sense in Review now; none when it does.
    pub(super) fn why_not_in_review(&self, action: Action) -> Option<&'static str> {
        let review = self.review()?;
        match action {
            Action::Values if self.library.lenses().is_empty() => Some("there are no company values"),
            Action::Values if review.tab != Tab::Coverage => Some("company values are on the second tab"),
            Action::Filter if self.figures.attempts == 0 => Some("nothing was told yet"),
            Action::Filter if review.tab != Tab::History => Some("only what was told can be filtered"),
            Action::Open | Action::EditAnswer if review.tab == Tab::History && self.past_attempt().is_none() => {
                Some("there is nothing in this list")
            }
            _ => None,
        }
    }

    /// The footer's word for an action in Review; no word takes it from the footer.
    pub(super) fn review_word(&self, action: Action, label: &'static str) -> Option<&'static str> {
        let Some(review) = self.review() else {
            return Some(label);
        };
        let gap = review.tab == Tab::Coverage && review.cover.selected().is_some_and(Row::is_gap);
        Some(match (action, review.tab) {
            (Action::EditAnswer, Tab::Coverage) => return None,
            (Action::Open, Tab::Weak) => "drill it",
            (Action::Open, Tab::Coverage) if gap => "write an answer",
            (Action::Open, Tab::Coverage) => "its answers",
            (Action::EditAnswer, Tab::History) => "answer",
            (Action::NextTab, Tab::Weak) => "coverage",
            (Action::NextTab, Tab::Coverage) => "history",
            (Action::NextTab, Tab::History) => "weak",
            _ => label,
        })
    }
}

impl Review {
    /// Works out what the tab in front shows, unless it is there.
    fn work_out(&mut self, app: &App, now: Moment) {
        match self.tab {
            Tab::Weak => self.weak.work_out(app, now),
            Tab::Coverage => self.cover.work_out(app),
            Tab::History => self.past.work_out(app),
        }
    }
}
