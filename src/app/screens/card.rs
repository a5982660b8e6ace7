//! One question or one answer, to read.

use super::Screen;
use crate::app::context::Context;
use crate::app::effect::{Effect, TerminalEffect, edit_outside};
use crate::app::planning::Order;
use crate::app::request::{Request, Requests};
use crate::app::route::{Intent, Route};
use crate::app::widgets::list::moved;
use crate::domain::id::{AnswerId, QuestionId};
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A question with what belongs to it.
    Question(QuestionId),
    /// An answer as it stands.
    Answer(AnswerId),
}

impl Shows {
    /// Where it is edited: the answer, or the answers to the question.
    pub(in crate::app) fn route(&self, intent: Intent) -> Route {
        match self {
            Shows::Question(id) => Route::AnswersTo(id.clone(), intent),
            Shows::Answer(id) => Route::EditAnswer(id.clone(), intent),
        }
    }

    /// Opens the file of the answer, or of the one to the question, in the person's editor.
    pub(in crate::app) fn edit_outside(&self, cx: &Context) -> Requests {
        let library = &cx.workspace.library;
        let answer = match self {
            Shows::Answer(id) => library.answer(id.as_str()),
            Shows::Question(id) => library.answer_for(id, &cx.workspace.history),
        };
        match answer {
            Some(answer) => edit_outside(&answer.id, &answer.path, &answer.text)
                .map(Request::Perform)
                .into(),
            None => vec![Request::say("There is no answer yet; e writes one")],
        }
    }
}

/// A card on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it shows.
    pub shows: Shows,
    /// The first row shown.
    pub scroll: usize,
}

impl Card {
    /// Shows something from its top.
    pub(in crate::app) fn open(shows: Shows) -> Card {
        Card { shows, scroll: 0 }
    }

    fn question(&self, cx: &Context) -> Option<QuestionId> {
        match &self.shows {
            Shows::Question(id) => Some(id.clone()),
            Shows::Answer(id) => cx.workspace.library.answer(id.as_str())?.questions.first().cloned(),
        }
    }

    fn text(&self, cx: &Context) -> Option<String> {
        let library = &cx.workspace.library;
        match &self.shows {
            Shows::Question(id) => library.question(id.as_str()).map(|question| question.ask.clone()),
            Shows::Answer(id) => library.answer(id.as_str()).map(|answer| answer.body().to_owned()),
        }
    }
}

impl Screen for Card {
    fn contexts(&self, _: &Context) -> &'static [At] {
        on_screen![Card]
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Back => vec![Request::Close],
            Action::DrillThis => match self.question(cx) {
                Some(question) => vec![Route::Drill(Order::one(question)).into()],
                None => vec![Request::say(
                    "This answer names no question yet; add one to its questions with e",
                )],
            },
            Action::EditAnswer => vec![self.shows.route(Intent::Write).into()],
            Action::NewAnswer => vec![Route::NewAnswer(self.question(cx)).into()],
            Action::Copy => {
                let copy = self
                    .text(cx)
                    .map(|text| Effect::Terminal(TerminalEffect::Copy(text)).into());
                let said = Request::say("Copied, where the terminal allows it");
                [said].into_iter().chain(copy).collect()
            }
            Action::External => self.shows.edit_outside(cx),
            action => {
                let past = cx.viewport.of.saturating_sub(cx.viewport.rows) + 1;
                self.scroll = moved(self.scroll, past, cx.viewport.rows, action);
                Requests::new()
            }
        }
    }

    fn label(&self, action: Action, usual: &'static str, cx: &Context) -> Option<&'static str> {
        let answered = match &self.shows {
            Shows::Question(id) => cx.workspace.library.answers_to(id).next().is_some(),
            Shows::Answer(_) => true,
        };
        match action {
            Action::DrillThis if self.question(cx).is_none() => None,
            Action::EditAnswer if !answered => None,
            _ => Some(usual),
        }
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
    fn a_question_without_an_answer_is_drilled_and_answered_from_its_card() {
        let home = Fixture::new(Library::new(vec![question("q", Category::ALL[1])], Vec::new()));
        let mut card = Card::open(Shows::Question("q".into()));
        assert_eq!(card.label(Action::EditAnswer, "edit", &home.at(0)), None);
        let drill = card.act(Action::DrillThis, &home.at(0));
        assert_eq!(drill, [Route::Drill(Order::one("q".into())).into()]);
        let answer = card.act(Action::NewAnswer, &home.at(0));
        assert_eq!(answer, [Route::NewAnswer(Some("q".into())).into()]);
    }
}
