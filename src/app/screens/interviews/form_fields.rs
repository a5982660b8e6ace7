//! What each form about an interview asks for, and what stands in it at first.

use jiff::civil::Date;

use super::form::InterviewForm;
use crate::app::interview_entry::{EntryField, EntryOf};
use crate::app::widgets::form::{Form, FormField};
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind, RoundState};
use crate::domain::interview::{Interview, Outcome};

const WHEN: &str = "next tue 14:00 · in 3 days · 30 nov 10:00 Europe/Berlin";

type EntryRow = FormField<EntryField>;

impl InterviewForm {
    /// The form for one thing about an interview, or for a new one.
    pub(super) fn about(of: EntryOf, one: Option<&Interview>, today: Date) -> InterviewForm {
        InterviewForm {
            path: one.map(|one| one.path.clone()),
            title: title(&of, one.map_or("", |one| one.company.as_str())),
            form: Form::new(rows(&of, one, today)),
            of,
            wrong: None,
            note: String::new(),
        }
    }
}

fn title(of: &EntryOf, company: &str) -> String {
    match of {
        EntryOf::New => "A real interview".to_owned(),
        EntryOf::About => company.to_owned(),
        EntryOf::Promise => format!("{company}: an answer is promised"),
        EntryOf::Round(Some(_)) => format!("{company}: the round"),
        EntryOf::Round(None) => format!("{company}: one more round"),
        EntryOf::Ended => format!("{company}: how it ended"),
        EntryOf::Person => format!("{company}: somebody there"),
        EntryOf::Line(section) => format!("{company}: {}", section.title().to_lowercase()),
    }
}

fn rows(of: &EntryOf, one: Option<&Interview>, today: Date) -> Vec<EntryRow> {
    match of {
        EntryOf::New => vec![
            EntryRow::text(EntryField::Company, "", ""),
            EntryRow::text(EntryField::Role, "", "the job, if you know it"),
            kinds(RoundKind::Recruiter),
            EntryRow::text(EntryField::When, "", WHEN),
            EntryRow::text(
                EntryField::Via,
                "",
                "how you came to it: a friend, their page, a recruiter",
            ),
            EntryRow::text(
                EntryField::Applied,
                "",
                "the day you applied, if you did: 2 nov · yesterday",
            ),
        ],
        EntryOf::About => {
            let company = one.map_or("", |one| one.company.as_str());
            let role = one.and_then(|one| one.role.as_deref()).unwrap_or("");
            let via = one.and_then(|one| one.via.as_deref()).unwrap_or("");
            let applied = day_text(one.and_then(|one| one.applied));
            vec![
                EntryRow::text(EntryField::Company, company, ""),
                EntryRow::text(EntryField::Role, role, "the job"),
                EntryRow::text(EntryField::Via, via, "how you came to it"),
                EntryRow::text(EntryField::Applied, &applied, "the day you applied"),
            ]
        }
        EntryOf::Promise => {
            let promised = one.and_then(|one| one.promised.as_ref());
            let who = promised.and_then(|promise| promise.who.as_deref());
            // A day that passed is no beginning of a new one.
            let by = promised.map(|promise| promise.by).filter(|by| *by >= today);
            vec![
                EntryRow::text(EntryField::ByWhen, &day_text(by), "fri · in 2 weeks · 30 nov"),
                EntryRow::guess(
                    EntryField::Who,
                    who.unwrap_or("recruiter"),
                    "who said so: a name or a role",
                ),
            ]
        }
        EntryOf::Round(place) => round(place.and_then(|place| one?.rounds.get(place))),
        EntryOf::Ended => {
            let outcome = one.map_or(Outcome::Open, |one| one.outcome);
            vec![
                EntryRow::choice(EntryField::Outcome, &Outcome::ALL, Outcome::id, outcome),
                EntryRow::guess(EntryField::When, "today", "the day you heard"),
            ]
        }
        EntryOf::Person => vec![
            EntryRow::text(EntryField::Name, "", ""),
            EntryRow::guess(EntryField::Role, "recruiter", "what they do there"),
        ],
        EntryOf::Line(_) => vec![EntryRow::text(EntryField::Line, "", "")],
    }
}

fn round(round: Option<&Round>) -> Vec<EntryRow> {
    let round = round.cloned();
    let round = round.unwrap_or_else(|| Round::planned(RoundKind::Onsite, None));
    let minutes = round.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    let at = round.at.as_ref().map(EventTime::to_string).unwrap_or_default();
    let with = round.with.as_deref().unwrap_or("");
    vec![
        kinds(round.kind),
        EntryRow::text(EntryField::When, &at, WHEN),
        EntryRow::text(EntryField::Minutes, &minutes, "60 if nothing stands here"),
        EntryRow::text(EntryField::With, with, "who it is with"),
        EntryRow::choice(EntryField::State, &RoundState::ALL, RoundState::id, round.state),
    ]
}

fn kinds(now: RoundKind) -> EntryRow {
    EntryRow::choice(EntryField::Round, &RoundKind::ALL, RoundKind::label, now)
}

fn day_text(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
