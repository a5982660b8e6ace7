//! What the list says of one interview: what is to be done or what it is, on which day, how far away, and how far it came.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::workspace::Workspace;
use crate::domain::days::{ago, ahead, day_near};
use crate::domain::interview::agenda::{AgendaItem, Group};
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::follow_up::words::what;
use crate::domain::interview::follow_up::{FollowUp, State};
use crate::domain::interview::round::{Round, RoundState};
use crate::domain::interview::sections::{Line, Section};
use crate::domain::interview::{Interview, Outcome};
use crate::text::time::count;
use crate::text::words::capital;

/// How far a stop of the way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Behind.
    Done,
    /// It comes next.
    Next,
    /// It comes later.
    Later,
    /// An answer that is awaited.
    Awaited,
}

/// What the list says of one interview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What is to be done, or what it is: `Ask Mara Ilves when they decide`.
    pub says: String,
    /// The day that matters, or since when: `since Thu 26 Nov`.
    pub on: String,
    /// Whether the day ends the sentence, and is said wherever there is room for it.
    pub reads_on: bool,
    /// How far away the day is: `in 9 days`, `2 days late`.
    pub away: String,
    /// Whether something is late or owed.
    pub late: bool,
    /// The way so far and what is known to come, a word each; empty where it is over.
    pub track: Vec<(Stop, &'static str)>,
    /// What is prepared for the round that comes.
    pub prepared: Option<String>,
}

impl Workspace {
    /// What the list says of an interview.
    pub(super) fn said(&self, asked: &AgendaItem, now: Timestamp) -> Said {
        let said = match asked.group {
            Group::Now => self.to_do(asked),
            Group::Coming => self.coming(asked, now),
            Group::Waiting => self.waiting(asked),
            Group::Closed => return self.closed(asked, now),
        };
        Said {
            track: self.track(asked, now),
            ..said
        }
    }

    fn to_do(&self, asked: &AgendaItem) -> Said {
        let (one, follow_up) = (asked.interview, &asked.follow_up);
        let said = |says: String, on: Option<Date>, since: &str| Said {
            says,
            on: on
                .map(|day| format!("{since}{}", day_near(day, self.today)))
                .unwrap_or_default(),
            away: on.map(|day| ago(day, self.today)).unwrap_or_default(),
            ..Said::default()
        };
        if let Some(round) = asked.to_debrief.and_then(|place| one.rounds.get(place)) {
            let day = round.at.as_ref().map(|at| at.local_day(&self.zone));
            return said(format!("Write down how the {} went", round.kind.label()), day, "");
        }
        let thanks = follow_up.state == State::ThankYou;
        let day = if thanks {
            follow_up.round_day
        } else {
            follow_up.promised.or(follow_up.round_day)
        };
        let since = if thanks { "you spoke " } else { "since " };
        let mut said = said(capital(&what(one, follow_up)), day, since);
        said.late = !thanks || follow_up.days_late > 0;
        if follow_up.days_late > 0 {
            said.away = format!("{} late", count(follow_up.days_late as usize, "day"));
        }
        said
    }

    fn coming(&self, asked: &AgendaItem, now: Timestamp) -> Said {
        let one = asked.interview;
        let Some(round) = one.next_round(now, &self.zone) else {
            return Said {
                says: capital(&what(one, &asked.follow_up)),
                ..Said::default()
            };
        };
        let at = round.at.as_ref().map(|at| moment(at, &self.zone, self.today));
        Said {
            says: capital(&round_words(round)),
            on: at.unwrap_or_else(|| "no date yet".to_owned()),
            reads_on: true,
            away: asked.day.map(|day| ahead(day, self.today)).unwrap_or_default(),
            prepared: self.prepared_for(one),
            ..Said::default()
        }
    }

    /// What is prepared, and what it is about: `2 answers prepared: conflict, failure`.
    fn prepared_for(&self, one: &Interview) -> Option<String> {
        let lines: Vec<&Line> = one.section(Section::Prepared).collect();
        let answers = lines
            .iter()
            .filter_map(|line| self.library.answer(line.answer()?.as_str()));
        let mut about: Vec<&str> = answers.map(|answer| self.library.category_of(answer).id()).collect();
        about.dedup();
        let about = if about.is_empty() {
            String::new()
        } else {
            format!(": {}", about.join(", "))
        };
        (!lines.is_empty()).then(|| format!("{} prepared{about}", count(lines.len(), "answer")))
    }

    fn waiting(&self, asked: &AgendaItem) -> Said {
        let FollowUp {
            state, promised, due, ..
        } = asked.follow_up;
        let (says, day) = match (state, promised, due) {
            (State::Deciding, Some(by), _) => ("They decide by", by),
            (State::Deciding, None, Some(due)) => ("Wait until", due),
            (State::Asked, _, Some(due)) => ("Asked, leave them until", due),
            _ => {
                let since = asked.follow_up.round_day;
                return Said {
                    says: capital(&what(asked.interview, &asked.follow_up)),
                    on: since
                        .map(|day| format!("since {}", day_near(day, self.today)))
                        .unwrap_or_default(),
                    away: since.map(|day| ago(day, self.today)).unwrap_or_default(),
                    ..Said::default()
                };
            }
        };
        Said {
            says: says.to_owned(),
            on: day_near(day, self.today),
            reads_on: true,
            away: ahead(day, self.today),
            ..Said::default()
        }
    }

    fn closed(&self, asked: &AgendaItem, now: Timestamp) -> Said {
        let one = asked.interview;
        let word = match one.outcome {
            Outcome::Offer => "An offer",
            Outcome::Rejected => "No",
            Outcome::Withdrawn => "Withdrawn",
            Outcome::Cold | Outcome::Open => "No answer",
        };
        let silent = matches!(one.outcome, Outcome::Cold | Outcome::Open);
        let nudges = match asked.follow_up.nudges {
            1 => ", asked once".to_owned(),
            2 => ", asked twice".to_owned(),
            more => format!(", asked {more} times"),
        };
        let nudges = if silent && asked.follow_up.nudges > 0 {
            nudges
        } else {
            String::new()
        };
        let last = one.over(now, &self.zone).filter(|round| round.kind.decides());
        let last = last.max_by_key(|round| round.ends(&self.zone));
        let after = last.map(|round| format!(", after the {}", round.kind.label()));
        Said {
            says: format!("{word}{nudges}{}{}", after.unwrap_or_default(), lessons(one)),
            on: asked.day.map(|day| day_near(day, self.today)).unwrap_or_default(),
            away: asked.day.map(|day| ago(day, self.today)).unwrap_or_default(),
            ..Said::default()
        }
    }

    /// The way of an interview: the application, the rounds by which they decide, the answer that is awaited.
    fn track(&self, asked: &AgendaItem, now: Timestamp) -> Vec<(Stop, &'static str)> {
        let one = asked.interview;
        let mut stops: Vec<(Stop, &'static str)> = one.applied.map(|_| (Stop::Done, "applied")).into_iter().collect();
        let counts = |round: &&Round| round.state != RoundState::Cancelled && round.kind.decides();
        let mut rounds: Vec<&Round> = one.rounds.iter().filter(counts).collect();
        let over = |round: &Round| round.over(now, &self.zone);
        rounds.sort_by_key(|round| {
            (
                !over(round),
                round.begins(&self.zone).is_none(),
                round.begins(&self.zone),
            )
        });
        let mut next = Stop::Next;
        for round in rounds {
            let stop = if over(round) {
                Stop::Done
            } else {
                std::mem::replace(&mut next, Stop::Later)
            };
            stops.push((stop, round.kind.short()));
        }
        if next == Stop::Next && !stops.is_empty() {
            stops.push((Stop::Awaited, "answer"));
        }
        stops
    }
}

/// What stays of one that is over: `: 3 good, 2 to do`.
fn lessons(one: &Interview) -> String {
    let good = one.section(Section::Good).count();
    let open = one
        .section(Section::Improve)
        .filter(|line| line.ticked == Some(false))
        .count();
    let counted = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
    let counted: Vec<String> = [counted(good, "good"), counted(open, "to do")]
        .into_iter()
        .flatten()
        .collect();
    if counted.is_empty() {
        return String::new();
    }
    format!(": {}", counted.join(", "))
}

/// A round, how long it takes and who it is with: `onsite, 4 hours, with Mara`.
pub(in crate::app) fn round_words(round: &Round) -> String {
    let minutes = round.minutes.map(|minutes| match minutes {
        minutes if minutes % 60 == 0 => count(minutes as usize / 60, "hour"),
        minutes => format!("{minutes} min"),
    });
    let with = round.with.as_ref().map(|with| format!("with {with}"));
    let words = [Some(round.kind.label().to_owned()), minutes, with];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A day, with its local time where it has one: `Mon 30 Nov 10:00`.
pub(in crate::app) fn moment(at: &EventTime, zone: &TimeZone, today: Date) -> String {
    let day = day_near(at.local_day(zone), today);
    match at.time {
        Some(_) => format!("{day} {}", at.begins(zone).to_zoned(zone.clone()).strftime("%H:%M")),
        None => day,
    }
}
