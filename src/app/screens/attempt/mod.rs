//! One attempt, whole: how it was told, what was said about it, and how each text of its answer went.

pub mod heard;
#[cfg(test)]
mod tests;

use self::heard::{Asking, PartnerRating};
use super::Screen;
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::Filled;
use crate::app::request::{Request, Requests, copied};
use crate::app::route::{Intent, Route};
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::{AnswerId, EventId};
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
    /// How a partner rated it, while that is asked for.
    pub heard: Option<PartnerRating>,
}

impl AttemptScreen {
    /// An attempt, whole.
    pub(in crate::app) fn open(id: EventId, cx: &Context) -> AttemptScreen {
        let mut screen = AttemptScreen {
            id,
            versions: Vec::new(),
            scroll: 0,
            heard: None,
        };
        screen.refresh(cx);
        screen
    }

    /// Asks who heard it, with what was typed of the name before.
    pub(in crate::app) fn ask_who_heard(&mut self, typed: &str, cx: &Context) {
        self.heard = Some(PartnerRating::of(self.id.clone(), typed, cx));
    }

    fn attempt<'a>(&self, cx: &Context<'a>) -> Option<&'a Attempt> {
        cx.workspace.history.attempt(&self.id)
    }

    /// The answer it told, if that is still there.
    fn answer(&self, cx: &Context) -> Option<AnswerId> {
        let id = self.attempt(cx)?.answer.clone()?;
        cx.workspace.library.answer(&id).map(|_| id)
    }

    fn act_on(&mut self, attempt: &Attempt, action: Action, cx: &Context) -> Requests {
        let question = attempt.question.clone();
        let there = cx.workspace.library.question(&question).is_some();
        let request = match action {
            Action::Open | Action::Drill if there => Route::Drill(DrillRequest::one(question)).into(),
            Action::Open | Action::Drill => Request::notify("The question is no longer in the banks"),
            Action::Edit => match self.answer(cx) {
                Some(id) => Route::EditAnswer(id, Intent::Read).into(),
                None if there => Route::NewAnswer(Some(question)).into(),
                None => Request::notify("Neither the question nor an answer is there any more"),
            },
            Action::TakeBack => Effect::Disk(DiskEffect::Untrash).into(),
            Action::Copy => return copied(cx.workspace.asked(attempt).to_owned()),
            _ => return Requests::new(),
        };
        vec![request]
    }
}

impl Screen for AttemptScreen {
    fn contexts(&self, _: &Context) -> &'static [At] {
        self.heard.as_ref().map_or(on_screen![], PartnerRating::contexts)
    }

    fn line(&mut self) -> Option<&mut Field> {
        self.heard.as_mut()?.line()
    }

    fn filled(&self) -> Option<Filled> {
        self.heard.as_ref().map(PartnerRating::filled)
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        if let Some(heard) = &mut self.heard {
            let (asking, requests) = heard.act(action, cx);
            if asking == Asking::Done {
                self.heard = None;
            }
            return requests;
        }
        match (action, self.attempt(cx)) {
            (Action::Back, _) => return vec![Request::Close],
            (_, None) => {}
            (Action::New, Some(_)) => self.ask_who_heard("", cx),
            (Action::Open | Action::Drill | Action::Edit | Action::TakeBack | Action::Copy, Some(attempt)) => {
                return self.act_on(attempt, action, cx);
            }
            (action, Some(_)) => {
                let page = cx.viewport.rows;
                let past = cx.viewport.of.saturating_sub(page) + 1;
                self.scroll = move_cursor(self.scroll, past, page, action);
            }
        }
        Requests::new()
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        if let Some(heard) = &self.heard {
            return heard.label(action, usual);
        }
        let attempt = self.attempt(cx)?;
        let question = cx.workspace.library.question(&attempt.question).is_some();
        match action {
            Action::Open | Action::Drill => question.then_some("tell it again"),
            Action::Edit if self.answer(cx).is_none() => question.then_some("write an answer"),
            Action::Edit => Some("its answer"),
            Action::New => Some("partner's rating"),
            _ => usual,
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        match self.heard {
            Some(_) => &[],
            None => &[(Action::Copy, "copy the question")],
        }
    }

    /// The texts of the answer are counted again.
    fn refresh(&mut self, cx: &Context) {
        let answer = self.attempt(cx).and_then(|attempt| attempt.answer.as_ref());
        self.versions = answer.map_or(Vec::new(), |id| versions_told(&cx.workspace.history, id));
    }
}
