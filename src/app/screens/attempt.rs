//! One attempt, whole: how it was told, what was said about it, and how each text of its answer went.

use super::Screen;
use crate::app::context::Context;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::planning::Order;
use crate::app::request::{Request, Requests};
use crate::app::route::{Intent, Route};
use crate::app::widgets::list::moved;
use crate::domain::answer::Answer;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::progress::versions_told::{VersionTold, versions_told};
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

/// An attempt on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptScreen {
    /// Which.
    pub id: EventId,
    /// The texts of its answer that were told, the oldest first.
    pub versions: Vec<VersionTold>,
    /// The first row shown.
    pub scroll: usize,
}

impl AttemptScreen {
    /// Shows an attempt whole.
    pub(in crate::app) fn open(id: EventId, cx: &Context) -> AttemptScreen {
        let mut screen = AttemptScreen {
            id,
            versions: Vec::new(),
            scroll: 0,
        };
        screen.refresh(cx);
        screen
    }

    /// The attempt, where it is still there.
    pub fn attempt<'a>(&self, cx: &Context<'a>) -> Option<&'a Attempt> {
        cx.workspace.history.attempt(&self.id)
    }

    /// The answer that was told, where it is still there.
    fn answer<'a>(&self, cx: &Context<'a>) -> Option<&'a Answer> {
        cx.workspace.library.answer(self.attempt(cx)?.answer.as_ref()?.as_str())
    }

    /// The question, where it is still in the banks.
    fn question<'a>(&self, cx: &Context<'a>) -> Option<&'a QuestionId> {
        let question = self.attempt(cx)?.question.as_str();
        cx.workspace.library.question(question).map(|question| &question.id)
    }
}

impl Screen for AttemptScreen {
    fn contexts(&self, _: &Context) -> &'static [At] {
        on_screen![Attempt]
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        let question = self.question(cx);
        let request: Request = match action {
            Action::Back => Request::Close,
            Action::DrillThis => match question {
                Some(question) => Route::Drill(Order::one(question.clone())).into(),
                None => Request::say("The question is no longer in the banks"),
            },
            Action::EditAnswer => match (self.answer(cx), question) {
                (Some(answer), _) => Route::EditAnswer(answer.id.clone(), Intent::Read).into(),
                (None, Some(question)) => Route::NewAnswer(Some(question.clone())).into(),
                (None, None) => Request::say("Neither the question nor an answer is there any more"),
            },
            Action::Heard => Route::Heard(self.id.clone()).into(),
            Action::Copy => {
                let asked = self.attempt(cx).map(|attempt| cx.workspace.asked(attempt).to_owned());
                let copy = asked.map(|asked| Effect::Terminal(TerminalEffect::Copy(asked)).into());
                let said = Request::say("Copied, where the terminal allows it");
                return [said].into_iter().chain(copy).collect();
            }
            action => {
                let past = cx.viewport.of.saturating_sub(cx.viewport.rows) + 1;
                self.scroll = moved(self.scroll, past, cx.viewport.rows, action);
                return Requests::new();
            }
        };
        vec![request]
    }

    fn label(&self, action: Action, usual: &'static str, cx: &Context) -> Option<&'static str> {
        let question = self.question(cx);
        match action {
            Action::DrillThis if question.is_none() => None,
            Action::EditAnswer if self.answer(cx).is_none() => question.map(|_| "write an answer"),
            _ => Some(usual),
        }
    }

    fn refresh(&mut self, cx: &Context) {
        let answer = self.attempt(cx).and_then(|attempt| attempt.answer.as_ref());
        self.versions = answer
            .map(|id| versions_told(&cx.workspace.history, id))
            .unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::context::tests::Fixture;
    use crate::domain::category::Category;
    use crate::domain::library::Library;
    use crate::domain::progress::selection::tests::question;

    #[test]
    fn an_attempt_that_is_gone_can_only_be_left() {
        let home = Fixture::new(Library::new(vec![question("q", Category::ALL[1])], Vec::new()));
        let mut screen = AttemptScreen::open("gone".into(), &home.at(0));
        for action in [Action::DrillThis, Action::EditAnswer] {
            assert_eq!(screen.label(action, "", &home.at(0)), None);
            let asked = screen.act(action, &home.at(0));
            assert!(matches!(&asked[..], [Request::Notify(_)]), "{asked:?}");
        }
        assert_eq!(screen.act(Action::Back, &home.at(0)), [Request::Close]);
    }
}
