//! All feedback there is, from every interview: all of it, what is still to be done, or what was good.

use super::actions;
use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::overview::feedback::{FeedbackItem, printed};
use crate::app::request::{Request, Requests, copied};
use crate::app::route::Route;
use crate::app::screens::Screen;
use crate::app::widgets::list::move_cursor;
use crate::app::widgets::stepper::turned;
use crate::keys::action::Action;

listed! {
    /// Which of it is shown.
    #[derive(Default)]
    pub enum Show {
        /// Its words.
        words,
    }
    #[default]
    All => "everything";
    Open => "what is still to do";
    Good => "what was good";
}

/// All feedback on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// Which of it is shown.
    pub show: Show,
    /// What is shown.
    pub items: Vec<FeedbackItem>,
    /// The selected one.
    pub row: usize,
}

impl Feedback {
    /// The selected one.
    pub fn selected(&self) -> Option<&FeedbackItem> {
        self.items.get(self.row)
    }

    /// All of it, the newest first.
    pub(in crate::app) fn open(cx: &Context) -> Feedback {
        let mut feedback = Feedback::default();
        feedback.refresh(cx);
        feedback
    }
}

impl Screen for Feedback {
    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match (action, self.selected()) {
            (Action::Back, _) => return vec![Request::Close],
            (Action::Next | Action::Previous, _) => return vec![Request::Replace(Route::Interviews)],
            (Action::Open, Some(item)) => return vec![Route::Interview(item.path.clone()).into()],
            (Action::Toggle, Some(item)) => return vec![tick(item)],
            (Action::Filter, _) => {
                self.show = turned(&Show::ALL, self.show, true);
                self.row = 0;
                self.refresh(cx);
            }
            (Action::Copy, Some(_)) => return copied(printed(&self.items)),
            (action, _) => self.row = move_cursor(self.row, self.items.len(), cx.viewport.rows, action),
        }
        Requests::new()
    }

    fn refusal(&self, action: Action, _: &Context) -> Option<&'static str> {
        match action {
            Action::Toggle if self.selected().is_none_or(|item| item.ticked.is_none()) => Some(actions::NO_BOX),
            _ => None,
        }
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        match action {
            Action::Open => self.selected().map(|_| "its interview"),
            Action::Toggle => Some("tick it"),
            Action::Next => Some("companies"),
            Action::Filter => Some("filter"),
            Action::Copy => self.selected().map(|_| "copy all"),
            _ => usual,
        }
    }

    /// Files changed, or something else is to be shown.
    fn refresh(&mut self, cx: &Context) {
        let shown = |item: &&FeedbackItem| match self.show {
            Show::All => true,
            Show::Open => item.open,
            Show::Good => item.good,
        };
        self.items = cx.overview.feedback.iter().filter(shown).cloned().collect();
        self.row = self.row.min(self.items.len().saturating_sub(1));
    }
}

/// Ticks what is to be done better, or takes the tick back.
fn tick(item: &FeedbackItem) -> Request {
    Request::Write(Deed::Tick {
        path: item.path.clone(),
        place: item.place,
        words: item.words.clone(),
    })
}
