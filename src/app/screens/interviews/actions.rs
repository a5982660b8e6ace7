//! What can be done with an interview wherever it is listed or shown.

use super::event_menu::sent;
use crate::app::context::Context;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::domain::interview::SentKind;
use crate::domain::interview::agenda::Group;
use crate::domain::interview::follow_up::State;
use crate::domain::interview::follow_up::message::{message, name};
use crate::keys::action::Action;

/// Why something cannot be ticked.
pub(super) const NO_BOX: &str = "only what is to be done better can be ticked";

/// An action about one interview; none where the screen itself must say what it does.
pub(super) fn about(path: &str, action: Action, cx: &Context) -> Option<Requests> {
    Some(match action {
        Action::Message => vec![Route::Message(path.to_owned()).into()],
        Action::Debrief => vec![Route::Debrief(path.to_owned()).into()],
        Action::Feedback => vec![Route::Feedback.into()],
        Action::Sent => vec![message_sent(path, cx)],
        Action::External => vec![Request::edit_file(path, 1)],
        _ => return None,
    })
}

/// What an interview asks for: its debrief, the message that fits; where it asks for nothing, to be looked at.
pub(super) fn asked(path: &str, cx: &Context) -> Requests {
    let path = path.to_owned();
    let row = cx.overview.meetings.row(&path).filter(|row| row.group == Group::Now);
    vec![Request::Open(match row.map(|row| row.to_debrief) {
        Some(Some(_)) => Route::Debrief(path),
        Some(None) => Route::Message(path),
        None => Route::Interview(path),
    })]
}

/// What that is, in a word.
pub(super) fn asked_word(path: &str, cx: &Context) -> &'static str {
    let row = cx.overview.meetings.row(path).filter(|row| row.group == Group::Now);
    match row.map(|row| row.to_debrief) {
        Some(Some(_)) => "write it down",
        Some(None) => "the message",
        None => "open",
    }
}

/// The message that fits was sent: that is written down.
pub(super) fn message_sent(path: &str, cx: &Context) -> Request {
    let row = cx.overview.meetings.row(path);
    let thanks = row.is_some_and(|row| row.follow_up.state == State::ThankYou);
    let what = if thanks { SentKind::ThankYou } else { SentKind::Nudge };
    sent(path, what, cx)
}

/// What else can be done with an interview.
pub(super) const BESIDES: &[(Action, &str)] = &[
    (Action::Debrief, "write down how a round went"),
    (Action::Message, "read the message that fits now"),
    (Action::Sent, "say that you sent it"),
    (Action::Prepare, "note an answer as prepared for it"),
    (Action::Feedback, "read all feedback you ever got"),
    (Action::NewInterview, "add an interview"),
    (Action::External, "edit its file"),
];

/// Why an action makes no sense for an interview, or without one; none when it does.
pub(super) fn why_not(path: Option<&str>, action: Action, cx: &Context) -> Option<&'static str> {
    let row = path.and_then(|path| cx.overview.meetings.row(path));
    let left = |path: &str| cx.forms.debrief(path).is_some();
    match action {
        Action::More | Action::Prepare | Action::Edit | Action::External if row.is_none() => {
            Some("this row is no company yet; enter adds one")
        }
        Action::Debrief if row.is_none_or(|row| row.to_debrief.is_none() && !left(&row.path)) => {
            Some("no round waits to be written down; one does when its time is over")
        }
        Action::Message | Action::Sent if row.is_none_or(|row| message_fitting(&row.path, cx).is_none()) => {
            Some("there is nothing to write to them now")
        }
        _ => None,
    }
}

/// The message that fits now, with the name it is kept under.
pub(super) fn message_fitting(path: &str, cx: &Context) -> Option<(String, String)> {
    let row = cx.overview.meetings.row(path)?;
    let one = cx.workspace.interview(path)?;
    Some((name(one, &row.follow_up)?, message(one, &row.follow_up)?))
}
