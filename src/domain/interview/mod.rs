//! Real interviews: one Markdown file a company, with its rounds, what was promised, what was asked and said.

pub mod agenda;
pub mod date_input;
pub mod debrief;
pub mod edit;
pub mod event_time;
pub mod feedback;
pub mod feedback_sources;
pub mod follow_up;
mod names;
pub mod open_item;
pub mod round;
pub mod sections;
pub mod spoken_time;
pub mod stats;
pub mod told_there;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use self::event_time::EventTime;
use self::sections::{Line, Section};
use super::progress::evidence::Upcoming;
use crate::text::fold::fold;
use round::{Round, RoundState};

listed! {
    /// How it ended, or that it did not yet.
    #[derive(Default, Hash)]
    pub enum Outcome {
        /// The word used in files and on the command line.
        id,
    }
    /// It goes on.
    #[default]
    Open => "open";
    /// They made an offer.
    Offer => "offer";
    /// They said no.
    Rejected => "rejected";
    /// The person stopped it.
    Withdrawn => "withdrawn";
    /// No answer came, and none is waited for any more.
    Cold => "cold";
}

/// Somebody there. What is written of them stays in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they do there.
    pub role: Option<String>,
}

/// What was promised: an answer by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// By when.
    pub by: Date,
    /// Who said so: a name or a role.
    pub who: Option<String>,
}

listed! {
    /// What a message was.
    #[derive(Hash)]
    pub enum SentKind {
        /// The word used in files.
        id,
    }
    /// Thanks after a round.
    ThankYou => "thank-you";
    /// A question whether there is news.
    Nudge => "nudge";
}

/// A message the person sent. The program sends none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What it was.
    pub what: SentKind,
    /// When.
    pub at: EventTime,
}

/// One company's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// Its file, relative to the home.
    pub path: String,
    /// The company.
    pub company: String,
    /// The job.
    pub role: Option<String>,
    /// How the person came to it.
    pub via: Option<String>,
    /// When the person applied.
    pub applied: Option<Date>,
    /// Who is there.
    pub people: Vec<Person>,
    /// Its rounds, as they stand in the file.
    pub rounds: Vec<Round>,
    /// What was promised last.
    pub promised: Option<Promise>,
    /// What the person sent, as it stands in the file.
    pub sent: Vec<Sent>,
    /// How it ended.
    pub outcome: Outcome,
    /// The day of the outcome.
    pub closed: Option<Date>,
    /// The lines of its sections.
    pub lines: Vec<Line>,
    /// The whole file, front matter and all.
    pub text: Arc<str>,
}

impl Interview {
    /// Its id in lists: the name of its file.
    pub fn id(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".md").unwrap_or(name)
    }

    /// Whether it goes on.
    pub fn is_open(&self) -> bool {
        self.outcome == Outcome::Open
    }

    /// The lines of one section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.section == section)
    }

    /// The round that was over last.
    pub fn last_round(&self, now: Timestamp, local: &TimeZone) -> Option<&Round> {
        self.over(now, local).max_by_key(|round| round.ends(local))
    }

    /// The rounds that are over.
    pub fn over(&self, now: Timestamp, local: &TimeZone) -> impl Iterator<Item = &Round> {
        self.rounds.iter().filter(move |round| round.over(now, local))
    }

    /// The round that comes next, or goes on now; one without a date only where no other is to come.
    pub fn next_round(&self, now: Timestamp, local: &TimeZone) -> Option<&Round> {
        let to_come = self.rounds.iter().filter(|round| round.to_come(now, local));
        to_come.min_by_key(|round| {
            let begins = round.begins(local);
            (begins.is_none(), begins)
        })
    }

    /// The place of the round whose time is over and of which nothing is written down, the latest.
    pub fn to_debrief(&self, now: Timestamp, local: &TimeZone) -> Option<usize> {
        let waiting = self
            .rounds
            .iter()
            .enumerate()
            .filter(|(_, round)| round.to_debrief(now, local));
        waiting.max_by_key(|(_, round)| round.ends(local)).map(|(n, _)| n)
    }

    /// The day a line is from: its own, else that of the last round over, else the one in the file's name.
    pub fn day_of_line(&self, line: &Line, now: Timestamp, local: &TimeZone) -> Option<Date> {
        line.day().or_else(|| {
            let last = self.last_round(now, local).and_then(|round| round.at.as_ref());
            last.map(|at| at.local_day(local)).or_else(|| self.begun())
        })
    }

    /// Whether such a round is there already: of the same kind, at the same time, and not cancelled.
    pub fn has_round(&self, round: &Round) -> bool {
        let same = |other: &&Round| other.kind == round.kind && other.at == round.at;
        self.rounds
            .iter()
            .filter(same)
            .any(|other| other.state != RoundState::Cancelled)
    }

    /// The day in the name of its file.
    pub fn begun(&self) -> Option<Date> {
        self.id().get(..10)?.parse().ok()
    }
}

/// The next round of all interviews that go on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next<'a> {
    /// Whose round it is.
    pub interview: &'a Interview,
    /// The round.
    pub round: &'a Round,
    /// Its local day.
    pub day: Date,
    /// When it begins; a day without a time begins at midnight.
    pub begins: Timestamp,
}

/// The next round with a date of all interviews that go on: what a plan leads to.
pub fn next_round<'a>(interviews: &'a [Interview], now: Timestamp, local: &TimeZone) -> Option<Next<'a>> {
    let open = interviews.iter().filter(|interview| interview.is_open());
    let dated = open.filter_map(|interview| {
        let round = interview.next_round(now, local)?;
        let at = round.at.as_ref()?;
        Some(Next {
            interview,
            round,
            day: at.local_day(local),
            begins: at.begins(local),
        })
    });
    dated.min_by_key(|next| next.begins)
}

/// What practice leads to: the round with a date that comes next of all interviews that go on, until it is to be written
/// down.
pub fn upcoming<'a>(interviews: &'a [Interview], now: Timestamp, local: &TimeZone) -> Option<Upcoming<'a>> {
    let mut coming: Vec<(Timestamp, Upcoming)> = Vec::new();
    for interview in interviews.iter().filter(|interview| interview.is_open()) {
        let rounds = interview.rounds.iter();
        for round in rounds.filter(|round| round.to_come(now, local) && !round.to_debrief(now, local)) {
            if let Some(at) = &round.at {
                let company = interview.company.as_str();
                let day = at.local_day(local);
                coming.push((at.begins(local), Upcoming { company, day }));
            }
        }
    }
    coming
        .into_iter()
        .min_by_key(|(begins, _)| *begins)
        .map(|(_, upcoming)| upcoming)
}

/// How well a file fits a name, the greatest best: an open one before a closed one, one of just this company before one
/// that begins so, then the newest, which is the one with the latest file name.
pub type Fit<'a> = (bool, bool, &'a str);

/// How well a file with this id fits a name; none where its company does not begin so. Case and accents make no difference, and an
/// empty name is nobody's.
pub fn fit<'a>(name: &str, company: &str, open: bool, id: &'a str) -> Option<Fit<'a>> {
    let (wanted, company) = (fold(name.trim()), fold(company.trim()));
    let fits = !wanted.is_empty() && company.starts_with(&wanted);
    fits.then_some((open, company == wanted, id))
}

/// The interview that fits a name best, of those whose company begins so.
pub fn named<'a>(interviews: &'a [Interview], name: &str) -> Option<&'a Interview> {
    let fits = |one: &'a Interview| Some((fit(name, &one.company, one.is_open(), one.id())?, one));
    interviews
        .iter()
        .filter_map(fits)
        .max_by_key(|(fit, _)| *fit)
        .map(|(_, one)| one)
}
