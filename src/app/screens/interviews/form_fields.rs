//! What each form about an interview asks for, and what stands in it at first.

use jiff::civil::Date;

use super::form::{Slip, SlipOf, SlipRow, SlipValue};
use crate::app::forms::{Filled, as_text, value};
use crate::app::widgets::field::Field;
use crate::domain::interview::event_time::At;
use crate::domain::interview::round::{Round, RoundKind, RoundState};
use crate::domain::interview::sections::Section;
use crate::domain::interview::{Interview, Outcome};

const WHEN: &str = "next tue 14:00 · in 3 days · 30 nov 10:00 Europe/Berlin";

fn text(name: &'static str, value: &str, hint: &'static str) -> SlipRow {
    SlipRow {
        name,
        value: SlipValue::Text(Field::new(value)),
        hint,
    }
}

/// A text that stands there as long as nobody types another.
fn guess(name: &'static str, value: &str, hint: &'static str) -> SlipRow {
    SlipRow {
        value: SlipValue::Text(Field::guess(value)),
        ..text(name, "", hint)
    }
}

fn choice<T: Copy + PartialEq>(
    name: &'static str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
    now: T,
    hint: &'static str,
) -> SlipRow {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    SlipRow {
        name,
        value: SlipValue::Choice(all.iter().map(|one| word(*one)).collect(), at),
        hint,
    }
}

impl SlipOf {
    /// What its draft is known by.
    fn name(&self) -> String {
        match self {
            SlipOf::New => "new interview".to_owned(),
            SlipOf::About => "interview".to_owned(),
            SlipOf::Promise => "promise".to_owned(),
            SlipOf::Round(None) => "new round".to_owned(),
            SlipOf::Round(Some(place)) => format!("round {place}"),
            SlipOf::Ended => "end".to_owned(),
            SlipOf::Person => "person".to_owned(),
            SlipOf::Line(section) => format!("line of {}", section.title()),
        }
    }

    /// What it is about, in words.
    pub(in crate::app) fn words(&self) -> String {
        match self {
            SlipOf::New => "a new interview".to_owned(),
            SlipOf::About => "company and job".to_owned(),
            SlipOf::Promise => "what they promised".to_owned(),
            SlipOf::Round(None) => "one more round".to_owned(),
            SlipOf::Round(Some(_)) => "a round".to_owned(),
            SlipOf::Ended => "how it ended".to_owned(),
            SlipOf::Person => "somebody there".to_owned(),
            SlipOf::Line(section) => section.title().to_lowercase(),
        }
    }

    /// What a draft of this name is of.
    pub(in crate::app) fn named(name: &str) -> Option<SlipOf> {
        let round = name.strip_prefix("round ").and_then(|place| place.parse().ok());
        let line = name.strip_prefix("line of ").and_then(Section::from_heading);
        let plain = [
            SlipOf::New,
            SlipOf::About,
            SlipOf::Promise,
            SlipOf::Round(None),
            SlipOf::Ended,
            SlipOf::Person,
        ];
        let plain = plain.into_iter().find(|of| of.name() == name);
        plain
            .or(round.map(|place| SlipOf::Round(Some(place))))
            .or(line.map(SlipOf::Line))
    }
}

impl Slip {
    /// The form as text, beside another as it is at first.
    pub(super) fn filled(&self, fresh: &Slip) -> Filled {
        let rows = |slip: &Slip| {
            let rows = slip.rows.iter().map(|row| (row.name, slip.text(row.name)));
            as_text(rows)
        };
        let about = self.path.as_deref().unwrap_or_default();
        Filled::new(&self.of.name(), about, rows(fresh), rows(self))
    }

    /// Fills the form with what was typed into it before; the last row that was changed is selected.
    pub(super) fn fill(&mut self, text: &str) {
        for (place, row) in self.rows.iter_mut().enumerate() {
            let Some(before) = value(text, row.name) else {
                continue;
            };
            match &mut row.value {
                SlipValue::Text(field) if field.text().trim() != before => {
                    *field = Field::new(before);
                    self.row = place;
                }
                SlipValue::Text(_) => {}
                SlipValue::Choice(words, at) => *at = words.iter().position(|word| *word == before).unwrap_or(*at),
            }
        }
    }

    /// The form for one thing about an interview, or for a new one.
    pub(super) fn about(of: SlipOf, one: Option<&Interview>, today: Date) -> Slip {
        let path = one.map(|one| one.path.as_str());
        let company = one.map_or("", |one| one.company.as_str());
        let kinds = |now| choice("round", &RoundKind::ALL, RoundKind::label, now, "");
        let rows = match &of {
            SlipOf::New => vec![
                text("company", "", ""),
                text("role", "", "the job, if you know it"),
                kinds(RoundKind::Recruiter),
                text("when", "", WHEN),
                text("via", "", "how you came to it: a friend, their page, a recruiter"),
                text("applied", "", "the day you applied, if you did: 2 nov · yesterday"),
            ],
            SlipOf::About => vec![
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
            SlipOf::Promise => {
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
            SlipOf::Round(place) => {
                let round = place.and_then(|place| one?.rounds.get(place)).cloned();
                let round = round.unwrap_or_else(|| Round::planned(RoundKind::Onsite, None));
                let minutes = round.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
                let at = round.at.as_ref().map(At::to_string).unwrap_or_default();
                vec![
                    kinds(round.kind),
                    text("when", &at, WHEN),
                    text("minutes", &minutes, "60 if nothing stands here"),
                    text("with", round.with.as_deref().unwrap_or(""), "who it is with"),
                    choice("state", &RoundState::ALL, RoundState::id, round.state, ""),
                ]
            }
            SlipOf::Ended => vec![
                choice(
                    "outcome",
                    &Outcome::ALL,
                    Outcome::id,
                    one.map_or(Outcome::Open, |one| one.outcome),
                    "",
                ),
                guess("when", "today", "the day you heard"),
            ],
            SlipOf::Person => vec![text("name", "", ""), guess("role", "recruiter", "what they do there")],
            SlipOf::Line(_) => vec![text("line", "", "")],
        };
        let title = match &of {
            SlipOf::New => "A real interview".to_owned(),
            SlipOf::About => company.to_owned(),
            SlipOf::Promise => format!("{company}: an answer is promised"),
            SlipOf::Round(Some(_)) => format!("{company}: the round"),
            SlipOf::Round(None) => format!("{company}: one more round"),
            SlipOf::Ended => format!("{company}: how it ended"),
            SlipOf::Person => format!("{company}: somebody there"),
            SlipOf::Line(section) => format!("{company}: {}", section.title().to_lowercase()),
        };
        Slip::new(of, path, &title, rows)
    }
}

fn day_text(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
