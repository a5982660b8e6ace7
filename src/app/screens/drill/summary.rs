//! What was told: the summary, and the answer that was told.

use super::{DrillScreen, was_rough};
use crate::app::context::Context;
use crate::app::effect::edit_outside;
use crate::app::planning::Order;
use crate::app::request::{Request, Requests};
use crate::app::route::{Intent, Route};
use crate::app::widgets::list::moved;
use crate::domain::drill::{Drill, Phase};
use crate::domain::id::QuestionId;
use crate::keys::action::Action;

impl DrillScreen {
    pub(super) fn summary_action(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Down | Action::Up => self.row = moved(self.told_row(), self.drill.told.len(), 1, action),
            Action::Forward => return vec![Request::Close],
            Action::EditAnswer => return self.edit_told_answer(cx),
            Action::DrillThis => return vec![Request::Replace(Route::Drill(self.rough_again()))],
            _ => {}
        }
        Requests::new()
    }

    /// What was rough, once more, as this drill was.
    fn rough_again(&self) -> Order {
        let plan = &self.drill.plan;
        Order {
            name: plan.name.clone(),
            questions: rough(&self.drill),
            think: Some(plan.think),
            speak: plan.speak_asked.then_some(plan.speak),
            probes: Some(plan.probes),
            ..Order::default()
        }
    }

    /// Opens the answer that was told beside its question, or a new one; leaving it comes back here.
    pub(super) fn edit_told_answer(&mut self, cx: &Context) -> Requests {
        self.drill.keep();
        let telling = if self.drill.phase == Phase::Summary {
            self.drill.told.get(self.told_row())
        } else {
            self.drill.now.as_ref()
        };
        let Some(telling) = telling else {
            return Requests::new();
        };
        let told = telling.answer.as_ref();
        let there = told.filter(|id| cx.workspace.library.answer(id.as_str()).is_some());
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
        match told.and_then(|id| cx.workspace.library.answer(id.as_str())) {
            Some(answer) => edit_outside(&answer.id, &answer.path, &answer.text)
                .map(Request::Perform)
                .into(),
            None => vec![Request::say("There is no answer yet; e writes one")],
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
