//! What happened, in one key and a choice: promised, thanked, asked, ended, one more round, a line for the file.

use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::interview_entry::EntryOf;
use crate::app::request::Request;
use crate::domain::interview::SentKind;
use crate::domain::interview::edit::Change;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::sections::Section;

listed! {
    /// Something that can have happened.
    pub enum InterviewEvent {
        /// As it is listed.
        words,
    }
    Over => "a round is over: write down how it went";
    Promised => "they named a day for their answer";
    Thanked => "you thanked them";
    Nudged => "you asked for news";
    Round => "one more round";
    Good => "something was good";
    Improve => "something to do better";
    Person => "somebody there";
    Note => "a note";
    Ended => "it ended: offer, no, withdrawn, cold";
}

/// The list of what can have happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// The file it is about.
    pub path: String,
    /// The company.
    pub company: String,
    /// What can have happened; without a round to write down, none is over.
    pub list: Vec<InterviewEvent>,
    /// The selected row.
    pub row: usize,
}

impl Log {
    /// Asks what happened with an interview.
    pub(super) fn of(path: &str, cx: &Context) -> Log {
        let company = cx.workspace.interview(path).map(|one| one.company.clone());
        let row = cx.overview.meetings.row(path);
        let over = row.is_some_and(|row| row.to_debrief.is_some()) || cx.forms.debrief(path).is_some();
        let can = |what: &InterviewEvent| over || *what != InterviewEvent::Over;
        Log {
            path: path.to_owned(),
            company: company.unwrap_or_default(),
            list: InterviewEvent::ALL.into_iter().filter(can).collect(),
            row: 0,
        }
    }

    /// What is selected.
    pub(super) fn selected(&self) -> Option<InterviewEvent> {
        self.list.get(self.row).copied()
    }
}

/// What follows from it.
pub(super) enum Follows {
    /// It is written down.
    Debrief,
    /// A message was sent, now.
    Sent(SentKind),
    /// More is asked for.
    Form(EntryOf),
}

impl InterviewEvent {
    pub(super) fn follows(self) -> Follows {
        Follows::Form(match self {
            InterviewEvent::Over => return Follows::Debrief,
            InterviewEvent::Thanked => return Follows::Sent(SentKind::ThankYou),
            InterviewEvent::Nudged => return Follows::Sent(SentKind::Nudge),
            InterviewEvent::Promised => EntryOf::Promise,
            InterviewEvent::Round => EntryOf::Round(None),
            InterviewEvent::Good => EntryOf::Line(Section::Good),
            InterviewEvent::Improve => EntryOf::Line(Section::Improve),
            InterviewEvent::Person => EntryOf::Person,
            InterviewEvent::Note => EntryOf::Line(Section::Notes),
            InterviewEvent::Ended => EntryOf::Ended,
        })
    }
}

/// A message was sent, now; what follows from it is worked out from then on.
pub(super) fn sent(path: &str, what: SentKind, cx: &Context) -> Request {
    let at = EventTime::moment(cx.now.wall, &cx.workspace.zone);
    let said = match what {
        SentKind::ThankYou => "Kept: you thanked them",
        SentKind::Nudge => "Kept: you asked; the next step has its day now",
    };
    Request::Write(Deed::Interview {
        path: path.to_owned(),
        changes: vec![Change::Sent(what, at)],
        said: said.to_owned(),
    })
}
