//! What each form about an interview asks for, and what stands in it at first.

use jiff::civil::Date;

use super::form::{FieldValue, FormField, InterviewForm};
use crate::app::interview_entry::EntryOf;
use crate::app::widgets::field::Field;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind, RoundState};
use crate::domain::interview::{Interview, Outcome};

const WHEN: &str = "next tue 14:00 · in 3 days · 30 nov 10:00 Europe/Berlin";

fn text(name: &'static str, value: &str, hint: &'static str) -> FormField {
    FormField {
        name,
        value: FieldValue::Text(Field::new(value)),
        hint,
    }
}

/// A text that stands there as long as nobody types another.
fn guess(name: &'static str, value: &str, hint: &'static str) -> FormField {
    FormField {
        value: FieldValue::Text(Field::guess(value)),
        ..text(name, "", hint)
    }
}

fn choice<T: Copy + PartialEq>(
    name: &'static str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
    now: T,
    hint: &'static str,
) -> FormField {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    FormField {
        name,
        value: FieldValue::Choice(all.iter().map(|one| word(*one)).collect(), at),
        hint,
    }
}

impl InterviewForm {
    /// The form for one thing about an interview, or for a new one.
    pub(super) fn about(of: EntryOf, one: Option<&Interview>, today: Date) -> InterviewForm {
        let company = one.map_or("", |one| one.company.as_str());
        let kinds = |now| choice("round", &RoundKind::ALL, RoundKind::label, now, "");
        let rows = match &of {
            EntryOf::New => vec![
                text("company", "", ""),
                text("role", "", "the job, if you know it"),
                kinds(RoundKind::Recruiter),
                text("when", "", WHEN),
                text("via", "", "how you came to it: a friend, their page, a recruiter"),
                text("applied", "", "the day you applied, if you did: 2 nov · yesterday"),
            ],
            EntryOf::About => vec![
                text("company", company, ""),
                text("role", one.and_then(|one| one.role.as_deref()).unwrap_or(""), "the job"),
                text(
                    "via",
                    one.and_then(|one| one.via.as_deref()).unwrap_or(""),
                    "how you came to it",
                ),
                text(
                    "applied",
                    &day_text(one.and_then(|one| one.applied)),
                    "the day you applied",
                ),
            ],
            EntryOf::Promise => {
                let promised = one.and_then(|one| one.promised.as_ref());
                let who = promised
                    .and_then(|promise| promise.who.as_deref())
                    .unwrap_or("recruiter");
                vec![
                    // A day that passed is no beginning of a new one.
                    text(
                        "by when",
                        &day_text(promised.map(|promise| promise.by).filter(|by| *by >= today)),
                        "fri · in 2 weeks · 30 nov",
                    ),
                    guess("who", who, "who said so: a name or a role"),
                ]
            }
            EntryOf::Round(place) => {
                let round = place.and_then(|place| one?.rounds.get(place)).cloned();
                let round = round.unwrap_or_else(|| Round::planned(RoundKind::Onsite, None));
                let minutes = round.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
                let at = round.at.as_ref().map(EventTime::to_string).unwrap_or_default();
                vec![
                    kinds(round.kind),
                    text("when", &at, WHEN),
                    text("minutes", &minutes, "60 if nothing stands here"),
                    text("with", round.with.as_deref().unwrap_or(""), "who it is with"),
                    choice("state", &RoundState::ALL, RoundState::id, round.state, ""),
                ]
            }
            EntryOf::Ended => vec![
                choice(
                    "outcome",
                    &Outcome::ALL,
                    Outcome::id,
                    one.map_or(Outcome::Open, |one| one.outcome),
                    "",
                ),
                guess("when", "today", "the day you heard"),
            ],
            EntryOf::Person => vec![text("name", "", ""), guess("role", "recruiter", "what they do there")],
            EntryOf::Line(_) => vec![text("line", "", "")],
        };
        let title = match &of {
            EntryOf::New => "A real interview".to_owned(),
            EntryOf::About => company.to_owned(),
            EntryOf::Promise => format!("{company}: an answer is promised"),
            EntryOf::Round(Some(_)) => format!("{company}: the round"),
            EntryOf::Round(None) => format!("{company}: one more round"),
            EntryOf::Ended => format!("{company}: how it ended"),
            EntryOf::Person => format!("{company}: somebody there"),
            EntryOf::Line(section) => format!("{company}: {}", section.title().to_lowercase()),
        };
        InterviewForm {
            path: one.map(|one| one.path.clone()),
            of,
            title,
            rows,
            row: 0,
            wrong: None,
            note: String::new(),
        }
    }
}

fn day_text(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
