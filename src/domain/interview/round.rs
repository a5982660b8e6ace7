//! One round of an interview: what it is, when, and whether it is over.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::event_time::EventTime;

listed! {
    /// What a round is.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum RoundKind {
        /// The word used in files and on the command line.
        id,
        /// The words on the screen.
        label,
        /// The word on a track of rounds.
        short,
    }
    /// A first talk with a recruiter.
    Recruiter => "recruiter", "recruiter call", "recruiter";
    /// A talk with the person one would work for.
    HiringManager => "hiring-manager", "hiring manager", "hiring manager";
    /// Work to be done at home.
    TakeHome => "take-home", "take-home", "take-home";
    /// Several people at once.
    Panel => "panel", "panel", "panel";
    /// Several talks in a row, there or by video.
    Onsite => "onsite", "onsite", "onsite";
    /// A call about how it went.
    Feedback => "feedback", "feedback call", "feedback call";
    /// A rehearsal with somebody.
    Mock => "mock", "mock interview", "mock interview";
    /// Anything else.
    Other => "other", "interview", "interview";
}

impl RoundKind {
    /// Whether there is somebody to ask, before it ends, when they decide.
    pub fn talks_of_deciding(self) -> bool {
        self.decides() && self != RoundKind::TakeHome
    }

    /// Whether the company decides something by it, so that an answer is owed after it.
    pub fn decides(self) -> bool {
        !matches!(self, RoundKind::Feedback | RoundKind::Mock)
    }
}

listed! {
    /// How far a round is.
    #[derive(Default)]
    pub enum RoundState {
        /// The word used in files.
        id,
    }
    /// It is to come, or it took place and nothing was written down yet.
    #[default]
    Planned => "planned";
    /// It took place.
    Done => "done";
    /// It did not take place.
    Cancelled => "cancelled";
}

/// One round of an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// What it is.
    pub kind: RoundKind,
    /// When it begins, where that is known.
    pub at: Option<EventTime>,
    /// How long it takes, in minutes; none: [`Round::MINUTES`].
    pub minutes: Option<u32>,
    /// How far it is.
    pub state: RoundState,
    /// Who it is with.
    pub with: Option<String>,
    /// What calendars know it by, once it was given to one.
    pub id: Option<String>,
}

impl Round {
    /// How long a round takes where nothing else is written, in minutes.
    pub const MINUTES: u32 = 60;
    /// From midnight to the evening, when one without a time will be over: no interview begins after it.
    pub const EVENING: SignedDuration = SignedDuration::from_hours(18);

    /// A round to come.
    pub fn planned(kind: RoundKind, at: Option<EventTime>) -> Round {
        Round {
            kind,
            at,
            minutes: None,
            state: RoundState::Planned,
            with: None,
            id: None,
        }
    }

    /// When it begins; a day without a time begins at midnight.
    pub fn begins(&self, local: &TimeZone) -> Option<Timestamp> {
        self.at.as_ref().map(|at| at.begins(local))
    }

    /// When it is over; a day without a time ends at midnight.
    pub fn ends(&self, local: &TimeZone) -> Option<Timestamp> {
        let at = self.at.as_ref()?;
        let minutes = SignedDuration::from_mins(i64::from(self.minutes.unwrap_or(Self::MINUTES)));
        let longer = if at.time.is_some() {
            minutes
        } else {
            SignedDuration::ZERO
        };
        let end = at.ends(local);
        Some(end.checked_add(longer).unwrap_or(end))
    }

    /// Whether it took place: its time is over, or it is marked done.
    pub fn over(&self, now: Timestamp, local: &TimeZone) -> bool {
        match self.state {
            RoundState::Done => true,
            RoundState::Cancelled => false,
            RoundState::Planned => self.ends(local).is_some_and(|end| end <= now),
        }
    }

    /// Whether it is still to come, or going on.
    pub fn to_come(&self, now: Timestamp, local: &TimeZone) -> bool {
        self.state == RoundState::Planned && !self.over(now, local)
    }

    /// Whether its time is over and nothing was written down about it yet. One without a time can be written down from
    /// the evening of its day on.
    pub fn to_debrief(&self, now: Timestamp, local: &TimeZone) -> bool {
        self.state == RoundState::Planned && (self.over(now, local) || self.in_the_evening(now, local))
    }

    fn in_the_evening(&self, now: Timestamp, local: &TimeZone) -> bool {
        let timeless = self.at.as_ref().filter(|at| at.time.is_none());
        timeless.is_some_and(|at| {
            at.begins(local)
                .checked_add(Self::EVENING)
                .is_ok_and(|evening| evening <= now)
        })
    }
}

/// The minutes a length stands for: `90`, `90 min`, `4h`, `1h30`, `1 hour 30 minutes`.
pub fn minutes(text: &str) -> Option<u32> {
    let text: String = text.to_lowercase().split_whitespace().collect();
    let mut rest = text.trim_end_matches('.');
    let mut sum: Option<u32> = None;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let unit = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        let per = match &rest[..unit] {
            "h" | "hr" | "hrs" | "hour" | "hours" => 60,
            "" if !rest.is_empty() => return None,
            "" | "m" | "min" | "mins" | "minute" | "minutes" => 1,
            _ => return None,
        };
        rest = &rest[unit..];
        sum = Some(sum.unwrap_or(0).checked_add(number.checked_mul(per)?)?);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_as_people_write_it() {
        for (text, expected) in [
            ("90", 90),
            (" 90 min ", 90),
            ("45 minutes", 45),
            ("45min.", 45),
            ("4h", 240),
            ("4 hours", 240),
            ("1h30", 90),
            ("1 hour 30 min", 90),
        ] {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        for text in ["", "an hour", "1.5 h", "90s", "h", "-5", "99999999999", "4000000000h"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
