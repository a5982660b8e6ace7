//! The interviews as a list, grouped by what is asked of the person, worked out when files or the day change.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::workspace::Workspace;
use crate::domain::days::{ago, ahead, day_near};
use crate::domain::interview::agenda::{Asked, Group, by_what_is_asked};
use crate::domain::interview::event_time::At;
use crate::domain::interview::follow_up::words::{truth, what};
use crate::domain::interview::follow_up::{FollowUp, State, When};
use crate::domain::interview::round::Round;
use crate::domain::interview::sections::Section;
use crate::domain::interview::{Interview, Outcome, next_round};

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
    /// What is to be done, or what it is.
    pub says: String,
    /// The day that matters.
    pub when: String,
    /// What else is worth a word.
    pub right: String,
    /// One kind sentence, because it is true.
    pub truth: Option<&'static str>,
}

/// All interviews as they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
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

impl Listing {
    /// The place of an interview.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.path == path)
    }

    /// The row of an interview.
    pub fn row(&self, path: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.path == path)
    }
}

impl Workspace {
    /// The moment and the calendar waits are counted by.
    pub(in crate::app) fn when(&self, now: Timestamp) -> When<'_> {
        When {
            now,
            zone: &self.zone,
            holidays: &self.settings.holidays,
        }
    }

    /// The interviews, as they are listed.
    pub(super) fn listing(&self, now: Timestamp) -> Listing {
        let asked = by_what_is_asked(&self.interviews, &self.when(now));
        let rows: Vec<Row> = asked.into_iter().map(|asked| self.row_of(asked, now)).collect();
        let next = next_round(&self.interviews, now, &self.zone);
        Listing {
            open: self.interviews.iter().filter(|one| one.is_open()).count(),
            owed: rows.iter().filter(|row| row.follow_up.state == State::AskNow).count(),
            next: next.map(|next| format!("{} {}", next.interview.company, ahead(next.day, self.today))),
            so_far: self.so_far(now),
            rows,
        }
    }

    fn row_of(&self, asked: Asked, now: Timestamp) -> Row {
        let Asked {
            interview: one,
            group,
            follow_up,
            to_debrief,
            day: on,
        } = asked;
        let zone = &self.zone;
        let local = |round: &Round| round.at.as_ref().map(|at| at.local_day(zone));
        let (mut says, mut when, mut right) = (what(one, &follow_up), String::new(), String::new());
        match group {
            Group::Now => {
                if let Some(round) = to_debrief.map(|place| &one.rounds[place]) {
                    "write down how it went".clone_into(&mut says);
                    let ago = local(round).map(|day| format!(", {}", ago(day, self.today)));
                    when = format!("{}{}", round.kind.label(), ago.unwrap_or_default());
                } else if follow_up.state == State::ThankYou {
                    let spoke = follow_up.round_day.map(|day| ago(day, self.today));
                    when = spoke.map(|ago| format!("you spoke {ago}")).unwrap_or_default();
                } else if let Some(by) = follow_up.promised {
                    when = format!("their date was {}", day_near(by, self.today));
                } else if let Some(since) = follow_up.round_day {
                    when = format!("since {}", day_near(since, self.today));
                }
            }
            Group::Coming => {
                let round = one.next_round(now, zone);
                says = round.map_or(says, lasting);
                let at = round.and_then(|round| round.at.as_ref());
                when = at.map_or_else(|| "no date yet".to_owned(), |at| moment(at, zone, self.today));
                right = on.map(|on| ahead(on, self.today)).unwrap_or_default();
            }
            Group::Waiting => {
                let kind = one.last_round(now, zone).map(|round| round.kind.label());
                when = kind.map(str::to_owned).unwrap_or_default();
            }
            Group::Closed => {
                let last = one.last_round(now, zone);
                says = last.map_or(says, |round| round.kind.label().to_owned());
                when = on.map(|on| on.strftime("%-d %b").to_string()).unwrap_or_default();
                right = ended(one, &follow_up);
            }
        }
        Row {
            path: one.path.clone(),
            company: one.company.clone(),
            group,
            to_debrief,
            truth: truth(one, &follow_up),
            follow_up,
            says,
            when,
            right,
        }
    }
}

/// A round and how long it takes: `onsite, 4 h`.
fn lasting(round: &Round) -> String {
    let kind = round.kind.label();
    match round.minutes {
        Some(minutes) if minutes % 60 == 0 => format!("{kind}, {} h", minutes / 60),
        Some(minutes) => format!("{kind}, {minutes} min"),
        None => kind.to_owned(),
    }
}

/// A round in a few words: `onsite, 4 h, with Mara`.
pub(in crate::app) fn round_words(round: &Round) -> String {
    match &round.with {
        Some(with) => format!("{}, with {with}", lasting(round)),
        None => lasting(round),
    }
}

/// A day, with its local time where it has one: `Mon 30 Nov 10:00`.
pub(in crate::app) fn moment(at: &At, zone: &TimeZone, today: Date) -> String {
    let day = day_near(at.local_day(zone), today);
    match at.time {
        Some(_) => format!("{day} {}", at.begins(zone).to_zoned(zone.clone()).strftime("%H:%M")),
        None => day,
    }
}

/// How it ended, and what stays of it.
fn ended(one: &Interview, follow_up: &FollowUp) -> String {
    let word = match one.outcome {
        Outcome::Offer => "offer",
        Outcome::Rejected => "no",
        Outcome::Withdrawn => "withdrawn",
        Outcome::Cold | Outcome::Open => "cold",
    };
    let asked = match follow_up.nudges {
        0 => None,
        1 => Some("asked once".to_owned()),
        2 => Some("asked twice".to_owned()),
        more => Some(format!("asked {more} times")),
    };
    let asked = asked.filter(|_| matches!(one.outcome, Outcome::Cold | Outcome::Open));
    let good = one.section(Section::Good).count();
    let open = one
        .section(Section::Improve)
        .filter(|line| line.ticked == Some(false))
        .count();
    let counted = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
    let lessons: Vec<String> = [counted(good, "good"), counted(open, "to do")]
        .into_iter()
        .flatten()
        .collect();
    let words = [Some(word.to_owned()), asked, Some(lessons.join(", "))];
    let words: Vec<String> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
    words.join(" · ")
}
