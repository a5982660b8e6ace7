//! What is said of each state: what to do, and one sentence that is kind because it is true.
//!
//! Silence is often the process; a first candidate may be deciding; several attempts are normal; and companies choose for
//! many reasons that are neither knowledge nor skill.

use jiff::civil::Date;

use super::{FollowUp, State};
use crate::domain::days::day_near;
use crate::domain::interview::sections::Section;
use crate::domain::interview::{Interview, Outcome};

/// Somebody in a sentence: a name as it is, a role with its article.
pub fn called(who: &str) -> String {
    if who.starts_with(char::is_lowercase) && !who.starts_with("the ") {
        return format!("the {who}");
    }
    who.to_owned()
}

/// What to do, or what is going on, in a few words.
pub fn what(interview: &Interview, follow_up: &FollowUp) -> String {
    let whom = follow_up.whom.as_deref().map_or("them".to_owned(), called);
    let day = |date: Date| day_near(date, follow_up.today);
    match follow_up.state {
        State::Coming => match follow_up.due {
            Some(due) => format!("the next round is on {}", day(due)),
            None => "no round has a date yet".to_owned(),
        },
        State::ThankYou if follow_up.days_late > 0 => format!("thank {whom}, it is not too late"),
        State::ThankYou => format!("thank {whom} for the talk"),
        State::Deciding => match (follow_up.promised, follow_up.due) {
            (Some(by), _) => format!("they said by {}", day(by)),
            (None, Some(due)) => format!("wait until {}", day(due)),
            (None, None) => "wait".to_owned(),
        },
        State::AskNow if follow_up.nudges > 0 => format!("ask {whom} once more"),
        State::AskNow if follow_up.round_day.is_none() && follow_up.promised.is_none() => {
            format!("ask {whom} whether they saw your application")
        }
        State::AskNow => format!("ask {whom} when they decide"),
        State::Asked => match follow_up.due {
            Some(due) => format!("asked, leave them until {}", day(due)),
            None => "asked".to_owned(),
        },
        State::LikelyNo if follow_up.nudges > 1 => "asked, go on with others meanwhile".to_owned(),
        State::LikelyNo => "most likely a no, asking is still fine".to_owned(),
        State::Cold => match follow_up.nudges {
            0 => "no answer came".to_owned(),
            1 => "no answer came, asked once".to_owned(),
            2 => "no answer came, asked twice".to_owned(),
            more => format!("no answer came, asked {more} times"),
        },
        State::Closed => match interview.outcome {
            Outcome::Offer => "they made an offer".to_owned(),
            Outcome::Rejected => "they said no".to_owned(),
            _ => "you withdrew".to_owned(),
        },
    }
}

/// The kind truth about a state, one sentence; none where there is nothing to bear.
pub fn truth(interview: &Interview, follow_up: &FollowUp) -> Option<&'static str> {
    match follow_up.state {
        State::Coming => None,
        State::ThankYou => Some("Two sentences are enough, and a day's delay does no harm."),
        State::Deciding => {
            Some("A quiet week says nothing yet: often others are still to be seen, and calendars are full.")
        }
        State::AskNow if follow_up.nudges > 0 => {
            Some("A first candidate may still be deciding. A second short question is normal.")
        }
        State::AskNow if follow_up.promised.is_some() => {
            Some("A date that slips is not a no. Asking after it is expected, not rude.")
        }
        State::AskNow => Some("Silence at this stage is often the process, not you. Asking is normal."),
        State::Asked => Some("You have done your part. An answer often waits for one person to come back."),
        State::LikelyNo => {
            Some("An answer may still come. If it is a no, it may be for reasons you could neither see nor change.")
        }
        State::Cold => Some("Their silence is about how they work; it is no verdict on what you know or can do."),
        State::Closed => match interview.outcome {
            Outcome::Offer => Some("You earned this. Take the time you were given to decide."),
            Outcome::Rejected => Some(
                "Companies choose for many reasons that are neither knowledge nor skill, and several attempts are normal.",
            ),
            _ => Some("That was yours to decide, and it leaves room for what fits better."),
        },
    }
}

/// Questions that fit a state, by their ids in the bank of questions for them: at most three.
pub fn questions(follow_up: &FollowUp) -> &'static [&'static str] {
    match follow_up.state {
        State::ThankYou if follow_up.promised.is_none() => &["ask-them-decision-date", "ask-them-what-next"],
        State::ThankYou => &["ask-them-what-next", "ask-them-contact"],
        State::AskNow if follow_up.nudges > 0 => &["ask-them-decision-date", "ask-them-doubts", "ask-them-contact"],
        State::AskNow if follow_up.promised.is_some() => &["ask-them-decision-date", "ask-them-contact"],
        State::AskNow => &["ask-them-review-day", "ask-them-decision-date", "ask-them-contact"],
        _ => &[],
    }
}

/// What to ask before leaving a round, by id: then there is a date to wait for.
pub const BEFORE_YOU_LEAVE: [&str; 2] = ["ask-them-review-day", "ask-them-decision-date"];

/// What stays of an interview that ended without an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farewell<'a> {
    /// One kind line.
    pub line: &'static str,
    /// What was good, in the person's words.
    pub good: Vec<&'a str>,
    /// What is still to do from it, in the person's words.
    pub improve: Vec<&'a str>,
}

/// What to say when it ended with a no, or with nothing. What comes next is the next round, or a drill.
pub fn farewell<'a>(interview: &'a Interview, follow_up: &FollowUp) -> Option<Farewell<'a>> {
    let ended = follow_up.state == State::Cold || interview.outcome == Outcome::Rejected;
    let line = truth(interview, follow_up).filter(|_| ended)?;
    let improve = interview.section(Section::Improve);
    Some(Farewell {
        line,
        good: interview
            .section(Section::Good)
            .map(|line| line.text.as_str())
            .collect(),
        improve: improve
            .filter(|line| line.ticked == Some(false))
            .map(|line| line.text.as_str())
            .collect(),
    })
}
