//! A short message for a follow-up, its gaps filled from the file. Nothing is sent: it is copied, or opened in an editor.

use jiff::civil::Date;

use super::{FollowUp, State};
use crate::domain::interview::{Interview, Outcome};

listed! {
    /// What a message is for.
    pub enum About {
        /// What it is kept under.
        id,
    }
    /// Thanks after a round.
    Thanks => "thanks";
    /// How it stands.
    First => "first";
    /// How it stands, once more.
    Again => "again";
    /// The end of a long silence.
    Farewell => "farewell";
    /// What could have been better: after a no the one message that still helps.
    Feedback => "feedback";
}

impl About {
    /// What a message is for now; none where there is nothing to write.
    pub fn now(interview: &Interview, follow_up: &FollowUp) -> Option<About> {
        Some(match follow_up.state {
            State::ThankYou => About::Thanks,
            State::LikelyNo if follow_up.nudges > 1 => return None,
            State::AskNow | State::LikelyNo if follow_up.nudges > 0 => About::Again,
            State::AskNow | State::LikelyNo => About::First,
            State::Cold => About::Farewell,
            State::Closed if interview.outcome == Outcome::Rejected => About::Feedback,
            _ => return None,
        })
    }
}

/// What a message the person changed is kept under: its interview, what it is for, and the round it follows, so that it
/// never stands in the place of another.
pub fn name(interview: &Interview, follow_up: &FollowUp) -> Option<String> {
    let about = About::now(interview, follow_up)?.id();
    let round = follow_up.round_day.map(|day| format!("-{day}")).unwrap_or_default();
    Some(format!("{}-{about}{round}", interview.id()))
}

/// The message that fits; none where there is nothing to write.
pub fn message(interview: &Interview, follow_up: &FollowUp) -> Option<String> {
    let body = match About::now(interview, follow_up)? {
        About::Thanks => thanks(interview, follow_up),
        About::First => first(interview, follow_up),
        About::Again => again(interview, follow_up),
        About::Farewell => farewell(interview),
        About::Feedback => feedback(interview),
    };
    Some(format!("{}\n\n{body}\n\nKind regards\n", greeting(follow_up)))
}

fn greeting(follow_up: &FollowUp) -> String {
    follow_up
        .first_name()
        .map_or("Hello,".to_owned(), |first| format!("Hello {first},"))
}

impl FollowUp {
    /// The first name of whom to write to. A role is nobody's name.
    pub fn first_name(&self) -> Option<&str> {
        const ROLES: [&str; 6] = ["recruiter", "manager", "lead", "team", "talent", "hr"];
        let whom = self.whom.as_deref()?;
        let role = whom.to_lowercase().split_whitespace().any(|word| ROLES.contains(&word));
        let first = whom.split_whitespace().next()?;
        (!role && first.starts_with(char::is_uppercase)).then_some(first)
    }
}

fn day(date: Date) -> String {
    date.strftime("%A, %-d %B").to_string()
}

fn job(interview: &Interview) -> String {
    match interview.role.as_deref().map(str::trim) {
        Some(role) if !role.is_empty() => format!("the {role} position"),
        _ => format!("the position at {}", interview.company),
    }
}

fn on(date: Option<Date>) -> String {
    date.map_or(String::new(), |date| format!(" on {}", day(date)))
}

fn thanks(interview: &Interview, follow_up: &FollowUp) -> String {
    let late = follow_up.days_late > 0;
    let opening = if late {
        "I meant to write sooner: thank"
    } else {
        "Thank"
    };
    format!(
        "{opening} you for the conversation{}, and for the time you took. It gave me a clearer picture of {}. If anything \
         is still open from your side, I am glad to answer it.",
        on(follow_up.round_day),
        job(interview)
    )
}

fn first(interview: &Interview, follow_up: &FollowUp) -> String {
    let job = job(interview);
    match follow_up.promised {
        Some(by) => format!(
            "You hoped to have an answer about {job} by {}. I am still interested, and would like to ask how it stands. Is \
             there a new date by which you expect to decide?",
            day(by)
        ),
        None if follow_up.round_day.is_none() => format!(
            "I applied for {job}{}, and am still interested. Could you tell me whether you have had a look at it, and what \
             happens next?",
            on(interview.applied)
        ),
        None => format!(
            "I am writing about {job}, after our conversation{}. I am still interested. Could you tell me what happens \
             next, and by when you hope to decide?",
            on(follow_up.round_day)
        ),
    }
}

fn again(interview: &Interview, follow_up: &FollowUp) -> String {
    format!(
        "I wrote{} about {}, and know that these things take time. Is there a day by which you expect to decide? If you \
         have chosen somebody else, a short word helps me too.",
        on(follow_up.asked_on),
        job(interview)
    )
}

fn farewell(interview: &Interview) -> String {
    format!(
        "I have heard nothing about {} for a while and take it that you have gone on with others. Thank you for the time \
         you gave me. If there is one thing I could have done better, I would be glad to hear it.",
        job(interview)
    )
}

fn feedback(interview: &Interview) -> String {
    format!(
        "Thank you for letting me know about {}, and for the time you all took. I would like to learn from it: if you can \
         name one or two things I could have done better, I would be glad to hear them, in writing or in a short call.",
        job(interview)
    )
}
