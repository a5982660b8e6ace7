//! What happened, in one key and a choice: promised, thanked, asked, ended, one more round, a line for the file.

use super::form::SlipOf;
use crate::app::effect::Effect;
use crate::app::overlays::Overlay;
use crate::app::state::App;
use crate::app::widgets::list::moved;
use crate::app::writes::Deed;
use crate::domain::clock::Moment;
use crate::domain::interview::SentKind;
use crate::domain::interview::edit::Change;
use crate::domain::interview::event_time::At;
use crate::domain::interview::sections::Section;
use crate::keys::action::Action;

/// Something that can have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
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
    pub const ALL: [Happened; 9] = [
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
    /// The selected row.
    pub row: usize,
}

impl App {
    pub(super) fn ask_what_happened(&mut self, path: &str) {
        let company = self.interview(path).map(|one| one.company.clone()).unwrap_or_default();
        self.overlay = Some(Overlay::Log(Log {
            path: path.to_owned(),
            company,
            row: 0,
        }));
    }

    /// An action while it is asked what happened.
    pub(in crate::app) fn log_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(Overlay::Log(log)) = &mut self.overlay else {
            return Vec::new();
        };
        if action != Action::Open {
            log.row = moved(log.row, Happened::ALL.len(), page, action);
            return Vec::new();
        }
        let (path, row) = (log.path.clone(), log.row);
        self.overlay = None;
        let of = match Happened::ALL[row.min(Happened::ALL.len() - 1)] {
            Happened::Thanked => return self.sent(&path, SentKind::ThankYou, now),
            Happened::Nudged => return self.sent(&path, SentKind::Nudge, now),
            Happened::Promised => SlipOf::Promise,
            Happened::Round => SlipOf::Round(None),
            Happened::Good => SlipOf::Line(Section::Good),
            Happened::Improve => SlipOf::Line(Section::Improve),
            Happened::Person => SlipOf::Person,
            Happened::Note => SlipOf::Line(Section::Notes),
            Happened::Ended => SlipOf::Ended,
        };
        self.ask_slip(of, Some(&path));
        Vec::new()
    }

    /// A message was sent, now; what follows from it is worked out from then on.
    pub(super) fn sent(&mut self, path: &str, what: SentKind, now: Moment) -> Vec<Effect> {
        let at = At::moment(now.wall, &self.workspace.zone);
        let said = match what {
            SentKind::ThankYou => "Kept: you thanked them",
            SentKind::Nudge => "Kept: you asked; the next step has its day now",
        };
        let deed = Deed::Interview {
            path: path.to_owned(),
            changes: vec![Change::Sent(what, at)],
            said: said.to_owned(),
        };
        self.write(deed)
    }
}
