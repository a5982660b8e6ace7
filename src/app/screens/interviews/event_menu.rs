//! What happened, in one key and a choice: promised, thanked, asked, ended, one more round, a line for the file.

use crate::app::context::Context;
use crate::app::interview_entry::EntryOf;
use crate::app::request::Request;
use crate::app::writes::Deed;
use crate::domain::interview::SentKind;
use crate::domain::interview::edit::Change;
use crate::domain::interview::event_time::At;
use crate::domain::interview::sections::Section;

/// Something that can have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// A round is over.
    Over,
    /// They named a day.
    Promised,
    /// The person said thanks.
    Thanked,
    /// The person asked for news.
    Nudged,
    /// There will be one more round.
    Round,
    /// Something was good.
    Good,
    /// Something is to be done better.
    Improve,
    /// Somebody there.
    Person,
    /// Anything else.
    Note,
    /// It ended.
    Ended,
}

impl Happened {
    /// All of them, as they are listed.
    pub const ALL: [Happened; 10] = [
        Happened::Over,
        Happened::Promised,
        Happened::Thanked,
        Happened::Nudged,
        Happened::Round,
        Happened::Good,
        Happened::Improve,
        Happened::Person,
        Happened::Note,
        Happened::Ended,
    ];

    /// As it is listed.
    pub fn words(self) -> &'static str {
        match self {
            Happened::Over => "a round is over: write down how it went",
            Happened::Promised => "they named a day for their answer",
            Happened::Thanked => "you thanked them",
            Happened::Nudged => "you asked for news",
            Happened::Round => "one more round",
            Happened::Good => "something was good",
            Happened::Improve => "something to do better",
            Happened::Person => "somebody there",
            Happened::Note => "a note",
            Happened::Ended => "it ended: offer, no, withdrawn, cold",
        }
    }
}

/// The list of what can have happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// The file it is about.
    pub path: String,
    /// The company.
    pub company: String,
    /// What can have happened; without a round to write down, none is over.
    pub list: Vec<Happened>,
    /// The selected row.
    pub row: usize,
}

impl Log {
    /// Asks what happened with an interview.
    pub(super) fn of(path: &str, cx: &Context) -> Log {
        let company = cx.workspace.interview(path).map(|one| one.company.clone());
        let row = cx.overview.meetings.row(path);
        let over = row.is_some_and(|row| row.to_debrief.is_some()) || cx.forms.debrief(path).is_some();
        let can = |what: &Happened| over || *what != Happened::Over;
        Log {
            path: path.to_owned(),
            company: company.unwrap_or_default(),
            list: Happened::ALL.into_iter().filter(can).collect(),
            row: 0,
        }
    }

    /// What is selected.
    pub(super) fn selected(&self) -> Option<Happened> {
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

impl Happened {
    pub(super) fn follows(self) -> Follows {
        Follows::Form(match self {
            Happened::Over => return Follows::Debrief,
            Happened::Thanked => return Follows::Sent(SentKind::ThankYou),
            Happened::Nudged => return Follows::Sent(SentKind::Nudge),
            Happened::Promised => EntryOf::Promise,
            Happened::Round => EntryOf::Round(None),
            Happened::Good => EntryOf::Line(Section::Good),
            Happened::Improve => EntryOf::Line(Section::Improve),
            Happened::Person => EntryOf::Person,
            Happened::Note => EntryOf::Line(Section::Notes),
            Happened::Ended => EntryOf::Ended,
        })
    }
}

/// A message was sent, now; what follows from it is worked out from then on.
pub(super) fn sent(path: &str, what: SentKind, cx: &Context) -> Request {
    let at = At::moment(cx.now.wall, &cx.workspace.zone);
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
