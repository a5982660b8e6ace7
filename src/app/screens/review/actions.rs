//! What can be done with a row of Review.

use super::{Review, Tab};
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::{DiskEffect, Effect, TerminalEffect};
use crate::app::request::{Request, Requests};
use crate::app::route::{Intent, Route};
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::progress::coverage::{Row, Topic};
use crate::domain::question::Question;

/// Questions of a drill of one category.
const DRILLED: usize = 3;

impl Review {
    /// Enter. That a tab was used is kept the first time: what it is for need not be said again.
    pub(super) fn open_row(&mut self, cx: &Context) -> Requests {
        let mut requests = Requests::new();
        if !self.tab.is_known(cx) {
            requests.push(Effect::Disk(DiskEffect::KeepUsed(self.tab.word())).into());
        }
        let route = match self.tab {
            Tab::Weak => self.drill(cx),
            Tab::Plan => self.plan.today().map(|_| Route::Drill(DrillRequest::todays(cx))),
            Tab::Coverage => match self.cover.selected().map(Row::is_gap) {
                Some(true) => return requests.into_iter().chain(self.write_answer(cx)).collect(),
                Some(false) => return requests.into_iter().chain(self.open_answers(cx)).collect(),
                None => None,
            },
            Tab::History => self.past.selected(cx).map(|attempt| Route::Attempt(attempt.id.clone())),
        };
        requests.extend(route.map(Request::Open));
        requests
    }

    /// A drill of the selected category, beginning with what is to be done about it.
    fn drill(&self, cx: &Context) -> Option<Route> {
        let category = self.category(cx)?;
        Some(Route::Drill(DrillRequest {
            name: category.id().to_owned(),
            categories: vec![category],
            count: DRILLED,
            first: self.weak.to_do(category).and_then(|to_do| to_do.question.clone()),
            ..DrillRequest::default()
        }))
    }

    /// Copies what is to be done, or what was asked.
    pub(super) fn copy(&self, cx: &Context) -> Requests {
        let to_do = || self.weak.to_do(self.category(cx)?).map(|to_do| to_do.says.clone());
        let text = match self.told(cx) {
            Some(attempt) => Some(cx.workspace.asked(attempt).to_owned()),
            None => to_do(),
        };
        let copy = text.map(|it| Effect::Terminal(TerminalEffect::Copy(it)).into());
        [Request::notify("Copied, where the terminal allows it")]
            .into_iter()
            .chain(copy)
            .collect()
    }

    /// What the selected row stands for, where it is a category or a value.
    fn topic(&self, cx: &Context) -> Option<Topic> {
        match self.tab {
            Tab::Weak => self.weak.category(cx).map(Topic::Category),
            Tab::Coverage => self.cover.selected().map(|row| row.topic),
            Tab::Plan | Tab::History => None,
        }
    }

    /// The category of the selected row.
    pub(super) fn category(&self, cx: &Context) -> Option<Category> {
        match self.topic(cx)? {
            Topic::Category(category) => Some(category),
            Topic::Value(_) => None,
        }
    }

    /// The answers to the selected row.
    pub(super) fn answers<'a>(&self, cx: &Context<'a>) -> Vec<&'a Answer> {
        let library = &cx.workspace.library;
        match self.tab {
            Tab::Weak => {
                let category = self.category(cx);
                let serves =
                    |answer: &&Answer| category.is_some_and(|one| library.categories_of(answer).contains(&one));
                library.answers().iter().filter(serves).collect()
            }
            Tab::Plan => Vec::new(),
            Tab::Coverage => self.cover.covering(cx),
            Tab::History => {
                let told = self.told(cx).and_then(|attempt| attempt.answer.as_ref());
                told.and_then(|id| library.answer(id.as_str())).into_iter().collect()
            }
        }
    }

    /// Opens the answer to the selected row; of several, lists them; without any, a new one is begun.
    pub(super) fn open_answers(&self, cx: &Context) -> Requests {
        let route = match self.answers(cx).as_slice() {
            [] => return self.write_answer(cx),
            [answer] => Route::EditAnswer(answer.id.clone(), Intent::Read),
            several => Route::OneOf(several.iter().map(|answer| answer.id.clone()).collect()),
        };
        vec![route.into()]
    }

    /// Begins an answer to a question of the selected row.
    pub(super) fn write_answer(&self, cx: &Context) -> Requests {
        let question = match self.topic(cx) {
            Some(Topic::Category(category)) => unanswered(cx, |question| question.category == category),
            Some(Topic::Value(place)) => {
                let value = self.cover.lens_shown(cx).and_then(|lens| lens.values.get(place));
                value.and_then(|value| unanswered(cx, |question| value.fits(question)))
            }
            None => self.told(cx).map(|attempt| attempt.question.clone()),
        };
        let there = question.filter(|id| cx.workspace.library.question(id.as_str()).is_some());
        vec![match there {
            Some(id) => Route::NewAnswer(Some(id)).into(),
            None => Request::notify("No question there to answer; + question in the Library adds one of your own"),
        }]
    }
}

/// The question to answer first among those that fit: without an answer before those with one, told before untold.
fn unanswered(cx: &Context, fits: impl Fn(&Question) -> bool) -> Option<QuestionId> {
    let files = cx.workspace;
    let questions = files.library.questions().iter();
    questions
        .filter(|question| files.settings.admits(question) && fits(question))
        .min_by_key(|question| {
            let answered = files.library.answers_to(&question.id).next().is_some();
            (answered, files.history.of_question(&question.id).next().is_none())
        })
        .map(|question| question.id.clone())
}
