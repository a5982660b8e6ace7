//! What silence after an interview asks of the person: the state it is in, since when, and who to write to.
//!
//! Days are local days of the person; a wait is counted in business days. The numbers are rules of courtesy, not of law:
//! they leave the other side a week before the first question and a week between any two.

pub mod message;
pub mod words;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::round::{Round, RoundKind};
use super::{Interview, Outcome, SentKind};
use crate::domain::calendar::Holidays;
use crate::domain::days::{self, Local};
use crate::text::fold::fold;

/// Thanks are late when this long has passed since the end of the round.
pub const THANKS_LATE: SignedDuration = SignedDuration::from_hours(24);
/// Thanks are not owed any more when this long has passed.
pub const THANKS_GONE: SignedDuration = SignedDuration::from_hours(72);
/// Without a promised date, the business day after the round on which to ask.
pub const ASK_AFTER: u32 = 6;
/// Business days after an application on which it is owed a look: two weeks, in which most are answered.
pub const LOOK_AFTER: u32 = 10;
/// Business days from the first question to the second.
pub const NUDGE_AFTER: u32 = 5;
/// Business days from the second question, sent or not, to giving it up.
pub const COLD_AFTER: u32 = 5;
/// Business days a first question stays owed; after that it may still be sent, and nobody is reminded.
pub const OWED_FOR: u32 = 20;

listed! {
    /// Where an interview stands.
    #[derive(Hash)]
    pub enum State {
        /// The word in lists.
        id,
    }
    /// A round is to come, or none was there yet.
    Coming => "coming";
    /// Thanks are owed for a round.
    ThankYou => "thank-you";
    /// They are deciding, and nothing is owed.
    Deciding => "deciding";
    /// The time to ask is there.
    AskNow => "ask-now";
    /// The person asked, and the answer has its time.
    Asked => "asked";
    /// So long a silence is a no more often than not.
    LikelyNo => "likely-no";
    /// Asked twice, and no answer came.
    Cold => "cold";
    /// It has an outcome.
    Closed => "closed";
}

impl State {
    /// Whether something is to be done now.
    pub fn owed(self) -> bool {
        matches!(self, State::ThankYou | State::AskNow)
    }
}

/// Where one interview stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The state.
    pub state: State,
    /// The day from which something is owed; where nothing is, the day on which the state changes by itself.
    pub due: Option<Date>,
    /// Days since the day it was due, by the calendar; 0 where nothing is owed, and for thanks in the first 24 hours after
    /// the round.
    pub days_late: i64,
    /// Whom to write to: a name, or a role where no name is known.
    pub whom: Option<String>,
    /// How often the person asked since the wait began.
    pub nudges: usize,
    /// The day of the last question.
    pub asked_on: Option<Date>,
    /// The promised day that counts, if one does.
    pub promised: Option<Date>,
    /// The day of the round the wait began with; none where it began with an application or a promise.
    pub round_day: Option<Date>,
    /// The day these are the figures of.
    pub today: Date,
}

/// The moment and the calendar a state is worked out by.
#[derive(Clone, Copy, Debug)]
pub struct FollowUpCalendar<'a> {
    /// The moment.
    pub now: Timestamp,
    /// The person's zone.
    pub zone: &'a Local,
    /// Days nobody works.
    pub holidays: &'a Holidays,
}

impl FollowUpCalendar<'_> {
    /// The local day.
    pub fn today(&self) -> Date {
        self.day_of(self.now)
    }

    fn day_of(&self, t: Timestamp) -> Date {
        days::day_of(t, self.zone)
    }
}

/// Where an interview stands.
pub fn follow_up(interview: &Interview, when: &FollowUpCalendar) -> FollowUp {
    let mut found = FollowUp {
        state: State::Closed,
        due: None,
        days_late: 0,
        whom: whom(interview, when),
        nudges: 0,
        asked_on: None,
        promised: None,
        round_day: None,
        today: when.today(),
    };
    let wait = wait(interview, when);
    if let Some(wait) = &wait {
        found.nudges = wait.nudges;
        found.asked_on = wait.asked_on;
        found.promised = wait.promised;
        found.round_day = (wait.for_what == Awaited::Round).then_some(wait.begun);
    }
    match interview.outcome {
        Outcome::Open => {}
        Outcome::Cold => {
            found.state = State::Cold;
            return found;
        }
        _ => return found,
    }
    if let Some((due, days_late, round)) = thanks(interview, when) {
        found.state = State::ThankYou;
        found.due = Some(due);
        found.round_day = Some(due);
        found.days_late = days_late;
        // Who one spoke with is thanked; where that has no name, a hiring manager still is not the recruiter.
        let manager = || (round.kind == RoundKind::HiringManager).then(|| named(interview, "hiring manager"));
        found.whom = round.with.clone().or_else(manager).or(found.whom);
        return found;
    }
    let comes = interview
        .next_round(when.now, when.zone)
        .and_then(|round| round.at.as_ref());
    match (comes, wait) {
        (Some(at), _) => {
            found.state = State::Coming;
            found.due = Some(at.local_day(when.zone));
        }
        (None, None) => found.state = State::Coming,
        (None, Some(wait)) => {
            let (state, due) = wait.state(when);
            found.state = state;
            found.due = due;
            if state.owed() {
                found.days_late = due.map_or(0, |due| days::between(due, when.today()).max(0));
            }
        }
    }
    found
}

/// The thanks that are owed: since which day, how many days late, and for which round.
fn thanks<'a>(interview: &'a Interview, when: &FollowUpCalendar) -> Option<(Date, i64, &'a Round)> {
    let round = interview
        .over(when.now, when.zone)
        .filter(|round| !matches!(round.kind, RoundKind::TakeHome | RoundKind::Mock))
        .max_by_key(|round| round.ends(when.zone))?;
    let end = round.ends(when.zone)?;
    let since = when.now.duration_since(end);
    let begun = round.begins(when.zone)?;
    let sent = |sent: &super::Sent| sent.what == SentKind::ThankYou && sent.at.ends(when.zone) >= begun;
    if since < SignedDuration::ZERO || since >= THANKS_GONE || interview.sent.iter().any(sent) {
        return None;
    }
    // A day without a time is over at midnight: what is due is due on that day, not on the next.
    let due = round.at.as_ref().map_or(when.day_of(end), |at| match at.time {
        Some(_) => when.day_of(end),
        None => at.day,
    });
    // Hours say whether it is late, the calendar how many days; at least one, on the long day when a clock goes back.
    let late = if since < THANKS_LATE {
        0
    } else {
        days::between(due, when.today()).max(1)
    };
    Some((due, late, round))
}

/// What an answer is awaited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Awaited {
    Round,
    /// What they said, before any round.
    Promise,
    /// An application.
    Application,
}

/// A wait for an answer.
struct Wait {
    for_what: Awaited,
    /// The day it began.
    begun: Date,
    promised: Option<Date>,
    nudges: usize,
    asked_on: Option<Date>,
}

/// The wait an interview is in: it begins with the last round by which something is decided; before any, with the
/// application, or with what they promised.
///
/// A promised day before that round is kept: the round was the answer. A promised day renews the wait, so questions up to
/// that day do not count.
fn wait(interview: &Interview, when: &FollowUpCalendar) -> Option<Wait> {
    let rounds = interview.over(when.now, when.zone).filter(|round| round.kind.decides());
    let days = rounds.map(|round| match &round.at {
        Some(at) if at.time.is_some() => round.ends(when.zone).map(|end| when.day_of(end)),
        at => at.as_ref().map(|at| at.day),
    });
    let promise = interview.promised.as_ref().map(|promise| promise.by);
    let (for_what, begun) = match (days.flatten().max(), interview.applied, promise) {
        (Some(round), _, _) => (Awaited::Round, round),
        // When they promised is not known; whatever was sent before their day is no question after it.
        (None, applied, Some(by)) => (Awaited::Promise, applied.filter(|day| *day <= by).unwrap_or(by)),
        (None, Some(applied), None) => (Awaited::Application, applied),
        (None, None, None) => return None,
    };
    let promised = promise.filter(|by| *by >= begun);
    let nudges: Vec<Date> = interview
        .sent
        .iter()
        .filter(|sent| sent.what == SentKind::Nudge)
        .map(|sent| sent.at.local_day(when.zone))
        .filter(|day| *day >= begun && promised.is_none_or(|by| *day > by))
        .collect();
    Some(Wait {
        for_what,
        begun,
        promised,
        nudges: nudges.len(),
        asked_on: nudges.into_iter().max(),
    })
}

impl Wait {
    /// The state, and the day something is owed since or the state changes.
    fn state(&self, when: &FollowUpCalendar) -> (State, Option<Date>) {
        let today = when.today();
        let after = |day, count| when.holidays.after(day, count);
        let chain: [(State, Date); 3] = match (self.nudges, self.asked_on) {
            (0, _) | (_, None) => {
                let ask = match (self.promised, self.for_what) {
                    (Some(by), _) => after(by, 1),
                    (None, Awaited::Application) => after(self.begun, LOOK_AFTER),
                    (None, _) => after(self.begun, ASK_AFTER),
                };
                let over = after(ask, OWED_FOR);
                return match today {
                    today if today < ask => (State::Deciding, Some(ask)),
                    today if today < over => (State::AskNow, Some(ask)),
                    _ => (State::LikelyNo, None),
                };
            }
            (1, Some(asked)) => {
                let again = after(asked, NUDGE_AFTER);
                let likely = after(again, COLD_AFTER);
                [
                    (State::Asked, again),
                    (State::AskNow, likely),
                    (State::LikelyNo, after(likely, COLD_AFTER)),
                ]
            }
            (_, Some(asked)) => {
                let cold = after(asked, COLD_AFTER);
                [
                    (State::LikelyNo, cold),
                    (State::LikelyNo, cold),
                    (State::LikelyNo, cold),
                ]
            }
        };
        let owed_since = chain[0].1;
        match chain.into_iter().find(|(_, until)| today < *until) {
            Some((State::AskNow, _)) => (State::AskNow, Some(owed_since)),
            Some((state, until)) => (state, Some(until)),
            None => (State::Cold, None),
        }
    }
}

/// The name of the person there whose name begins so or whose role this is, else the words themselves.
fn named(interview: &Interview, who: &str) -> String {
    let wanted = fold(who.trim());
    let person = interview.people.iter().find(|person| {
        fold(&person.name).starts_with(&wanted) || person.role.as_ref().is_some_and(|role| fold(role) == wanted)
    });
    person.map_or_else(|| who.trim().to_owned(), |person| person.name.clone())
}

/// Whom to ask: who promised, else the recruiter, else who the last round was with.
fn whom(interview: &Interview, when: &FollowUpCalendar) -> Option<String> {
    let promised = interview.promised.as_ref().and_then(|promise| promise.who.as_deref());
    let recruiter = || {
        let recruits = |role: &String| {
            let role = role.to_lowercase();
            ["recruit", "talent", "sourc"].iter().any(|word| role.contains(word))
        };
        let found = interview
            .people
            .iter()
            .find(|person| person.role.as_ref().is_some_and(recruits));
        found.map(|person| person.name.clone())
    };
    let last = || {
        let rounds = interview.over(when.now, when.zone).filter(|round| round.with.is_some());
        let last = rounds.max_by_key(|round| round.ends(when.zone))?;
        last.with.clone()
    };
    promised
        .filter(|who| !who.trim().is_empty())
        .map(|who| named(interview, who))
        .or_else(recruiter)
        .or_else(last)
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
