//! The interviews as a list, grouped by what is asked of the person, worked out when files or the day change.

use jiff::Timestamp;

use super::company_row::Said;
use crate::app::workspace::Workspace;
use crate::domain::days::{ago, ahead, day_near};
use crate::domain::interview::agenda::{AgendaItem, Group, by_what_is_asked};
use crate::domain::interview::follow_up::words::{truth, what};
use crate::domain::interview::follow_up::{FollowUp, FollowUpCalendar, State};
use crate::domain::interview::next_round;

/// One interview in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its file.
    pub path: String,
    /// The company.
    pub company: String,
    /// Where it belongs.
    pub group: Group,
    /// Where it stands.
    pub follow_up: FollowUp,
    /// The place of the round nothing is written down about yet.
    pub to_debrief: Option<usize>,
    /// What is to be done, in a sentence that goes on from the company.
    pub says: String,
    /// Where something is to be done, since when.
    pub when: String,
    /// What the list says of it.
    pub said: Said,
    /// One kind sentence, because it is true.
    pub truth: Option<&'static str>,
}

/// All interviews as they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    /// The rows, in their groups.
    pub rows: Vec<Row>,
    /// How many go on.
    pub open: usize,
    /// How many companies owe an answer that may be asked for.
    pub owed: usize,
    /// The next round: `Acme in 9 days`.
    pub next: Option<String>,
    /// How it went so far: a word and what is to be said of it.
    pub so_far: Vec<(&'static str, String)>,
}

impl Meetings {
    /// The place of an interview.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.path == path)
    }

    /// The row of an interview.
    pub fn row(&self, path: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.path == path)
    }

    /// The message that an interview asks for, in words that name who gets it, where that is known.
    pub fn message_to(&self, path: &str) -> Option<String> {
        let first = self.row(path)?.follow_up.first_name()?;
        Some(format!("the message to {first}"))
    }
}

impl Workspace {
    /// The moment and the calendar waits are counted by.
    pub fn when(&self, now: Timestamp) -> FollowUpCalendar<'_> {
        FollowUpCalendar {
            now,
            zone: &self.zone,
            holidays: &self.settings.holidays,
        }
    }

    /// The interviews, as they are listed.
    pub(super) fn listing(&self, now: Timestamp) -> Meetings {
        let asked = by_what_is_asked(&self.interviews, &self.when(now));
        let rows: Vec<Row> = asked.into_iter().map(|asked| self.row_of(asked, now)).collect();
        let next = next_round(&self.interviews, now, &self.zone);
        Meetings {
            open: self.interviews.iter().filter(|one| one.is_open()).count(),
            owed: rows.iter().filter(|row| row.follow_up.state == State::AskNow).count(),
            next: next.map(|next| format!("{} {}", next.interview.company, ahead(next.day, self.today))),
            so_far: self.so_far(now),
            rows,
        }
    }

    fn row_of(&self, asked: AgendaItem, now: Timestamp) -> Row {
        let said = self.said(&asked, now);
        let AgendaItem {
            interview: one,
            group,
            follow_up,
            to_debrief,
            ..
        } = asked;
        let when = match to_debrief.map(|place| &one.rounds[place]) {
            Some(round) => {
                let day = round.at.as_ref().map(|at| at.local_day(&self.zone));
                let ago = day.map(|day| format!(", {}", ago(day, self.today)));
                format!("{}{}", round.kind.label(), ago.unwrap_or_default())
            }
            None if follow_up.state == State::ThankYou => {
                let spoke = follow_up.round_day.map(|day| ago(day, self.today));
                spoke.map(|ago| format!("you spoke {ago}")).unwrap_or_default()
            }
            None => match (follow_up.promised, follow_up.round_day) {
                (Some(by), _) => format!("their date was {}", day_near(by, self.today)),
                (None, since) => since
                    .map(|since| format!("since {}", day_near(since, self.today)))
                    .unwrap_or_default(),
            },
        };
        Row {
            path: one.path.clone(),
            company: one.company.clone(),
            group,
            to_debrief,
            truth: truth(one, &follow_up),
            says: what(one, &follow_up),
            when,
            said,
            follow_up,
        }
    }
}
