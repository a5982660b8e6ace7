//! What was told: the summary with its next step, and the answer that was told.

use jiff::civil::Date;

use super::{DrillScreen, was_rough};
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::edit_outside;
use crate::app::request::{Request, Requests};
use crate::app::route::{Intent, Route};
use crate::app::widgets::list::move_cursor;
use crate::domain::days::later;
use crate::domain::drill::{Drill, Phase, Turn};
use crate::domain::id::QuestionId;
use crate::keys::action::Action;

/// What to do after a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// These were rough: tell them again.
    Again(Vec<QuestionId>),
    /// This was told, and there is no answer to it yet: write down what was said.
    Write(QuestionId),
    /// Nothing; the first of them comes back on a day, where that is known.
    Done(Option<Date>),
}

impl DrillScreen {
    /// What to do now.
    pub fn next_step(&self, cx: &Context) -> NextStep {
        let rough = rough(&self.drill);
        if !rough.is_empty() {
            return NextStep::Again(rough);
        }
        let library = &cx.workspace.library;
        let unwritten = |telling: &&Turn| {
            let answer = telling.answer.as_ref();
            let written = answer.is_some_and(|id| library.answer(id).is_some());
            telling.rated() && !written && library.answers_to(&telling.question).next().is_none()
        };
        match self.drill.told.iter().find(unwritten) {
            Some(telling) => NextStep::Write(telling.question.clone()),
            None => NextStep::Done(self.comes_back_on(cx)),
        }
    }

    /// The first day one of the questions comes back.
    fn comes_back_on(&self, cx: &Context) -> Option<Date> {
        let days = self
            .drill
            .told
            .iter()
            .filter(|telling| telling.rated())
            .filter_map(|telling| {
                let memory = cx.workspace.history.memory(&telling.question)?;
                Some(later(memory.last().date(), memory.days().max(1)))
            });
        days.min()
    }

    /// What Enter does in the summary.
    pub(super) fn step_word(&self, cx: &Context) -> &'static str {
        if let Some(telling) = self.told_row().and_then(|row| self.drill.told.get(row)) {
            return if telling.answer.is_some() {
                "its answer"
            } else {
                "write an answer"
            };
        }
        match self.next_step(cx) {
            NextStep::Again(questions) if questions.len() == 1 => "tell it again",
            NextStep::Again(_) => "tell them again",
            NextStep::Write(_) => "write it down",
            NextStep::Done(_) => "leave",
        }
    }

    /// What a key does in the summary, in the words of the footer.
    pub(super) fn summary_word(&self, action: Action, cx: &Context) -> Option<&'static str> {
        match action {
            Action::Open => Some(self.step_word(cx)),
            Action::Edit => self.told_row().map(|_| "edit the answer"),
            // On the row that says so Enter does it.
            Action::Drill => self.told_row().map(|_| "tell the rough ones again"),
            Action::TakeBack => Some("last rating"),
            _ => None,
        }
    }

    pub(super) fn summary_action(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Down | Action::Up => {
                let rows = self.drill.told.len() + 1;
                self.row = move_cursor(self.row.min(rows - 1), rows, 1, action);
            }
            Action::Open if self.told_row().is_some() => return self.edit_told_answer(cx),
            Action::Open => {
                return match self.next_step(cx) {
                    NextStep::Again(questions) => vec![self.again(questions)],
                    NextStep::Write(question) => vec![Route::NewAnswer(Some(question)).into()],
                    NextStep::Done(_) => vec![Request::Close],
                };
            }
            Action::Edit => return self.edit_told_answer(cx),
            Action::Drill => return vec![self.again(rough(&self.drill))],
            _ => {}
        }
        Requests::new()
    }

    /// Some of the questions once more, as this drill was.
    fn again(&self, questions: Vec<QuestionId>) -> Request {
        let plan = &self.drill.plan;
        Request::Replace(Route::Drill(DrillRequest {
            name: plan.name.clone(),
            questions,
            think: Some(plan.think),
            speak: plan.speak_asked.then_some(plan.speak),
            probes: Some(plan.probes),
            ..DrillRequest::default()
        }))
    }

    /// Opens the answer that was told beside its question, or a new one; leaving it comes back here.
    pub(super) fn edit_told_answer(&mut self, cx: &Context) -> Requests {
        self.drill.keep();
        let telling = if self.drill.phase == Phase::Summary {
            self.drill.told.get(self.told_row().unwrap_or(0))
        } else {
            self.drill.now.as_ref()
        };
        let Some(telling) = telling else {
            return Requests::new();
        };
        let told = telling.answer.as_ref();
        let there = told.filter(|id| cx.workspace.library.answer(id).is_some());
        let route = match there {
            Some(id) => Route::EditAnswer(id.clone(), Intent::Write),
            None => Route::NewAnswer(Some(telling.question.clone())),
        };
        vec![route.into()]
    }

    /// Opens the file of the answer that was told in the person's own editor.
    pub(super) fn open_told_externally(&mut self, cx: &Context) -> Requests {
        self.drill.keep();
        let told = self.drill.now.as_ref().and_then(|telling| telling.answer.as_ref());
        match told.and_then(|id| cx.workspace.library.answer(id)) {
            Some(answer) => edit_outside(&answer.id, &answer.path, &answer.text)
                .map(Request::Perform)
                .into(),
            None => vec![Request::notify("There is no answer yet; e writes one")],
        }
    }
}

/// The questions that were rated rough or worse the last time, in the order they were told.
fn rough(drill: &Drill) -> Vec<QuestionId> {
    let mut questions: Vec<QuestionId> = Vec::new();
    for telling in &drill.told {
        questions.retain(|id| *id != telling.question);
        if was_rough(telling) {
            questions.push(telling.question.clone());
        }
    }
    questions
}
