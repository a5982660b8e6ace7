//! The message that fits now: whom to write to, what to ask, and a text to copy or edit. Nothing is sent from here.

use super::actions;
use crate::app::context::Context;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::request::{Request, Requests};
use crate::app::screens::Screen;
use crate::app::widgets::list::move_cursor;
use crate::keys::action::Action;

/// A message on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpMessage {
    /// The interview it is about.
    pub path: String,
    /// What it is kept under where the person changes it.
    pub name: String,
    /// Its text where nobody changed it.
    pub fresh: String,
    /// The first row shown.
    pub scroll: usize,
    /// It was copied: the next is to say that it was sent.
    pub copied: bool,
}

impl FollowUpMessage {
    /// The message that fits now; none where there is nothing to write.
    pub(in crate::app) fn open(path: &str, cx: &Context) -> Option<FollowUpMessage> {
        let (name, fresh) = actions::message_fitting(path, cx)?;
        Some(FollowUpMessage {
            path: path.to_owned(),
            name,
            fresh,
            scroll: 0,
            copied: false,
        })
    }

    /// Its text: as the person left it, where it was changed.
    pub fn text<'a>(&'a self, cx: &Context<'a>) -> &'a str {
        cx.workspace.messages.get(&self.name).unwrap_or(&self.fresh)
    }
}

impl Screen for FollowUpMessage {
    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Back => vec![Request::Close],
            Action::Open if self.copied => vec![actions::message_sent(&self.path, cx), Request::Close],
            Action::Open | Action::Copy => {
                self.copied = true;
                vec![
                    Request::notify("Copied, where the terminal allows it; enter again says that you sent it"),
                    Effect::Terminal(TerminalEffect::Copy(self.text(cx).to_owned())).into(),
                ]
            }
            Action::Edit | Action::External => vec![Request::Perform(Effect::Terminal(TerminalEffect::EditMessage {
                name: self.name.clone(),
                text: self.text(cx).to_owned(),
                fresh: self.fresh.clone(),
            }))],
            Action::Sent => vec![actions::message_sent(&self.path, cx), Request::Close],
            action => {
                let page = cx.viewport.rows;
                let past = cx.viewport.of.saturating_sub(page) + 1;
                self.scroll = move_cursor(self.scroll, past, page, action);
                Requests::new()
            }
        }
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        match action {
            Action::Open if self.copied => Some("it is sent"),
            Action::Open => Some("copy the message"),
            Action::Edit => Some("change it"),
            _ => usual,
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        &[(Action::Sent, "say that you sent it")]
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        actions::why_not(Some(&self.path), action, cx)
    }
}
