//! What a form changes in the file of an interview.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Entered, EntryOf};
use crate::domain::days::day_near;
use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::interview::edit::Change;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind, RoundState, minutes};
use crate::domain::interview::sections::{Line, Section, Tie};
use crate::domain::interview::{Interview, Outcome, Person, Promise};

impl Entered {
    fn at(&self, name: &str, today: Date, lies: Tense) -> Result<Option<EventTime>, String> {
        self.some(name).map(|words| parse(&words, today, lies)).transpose()
    }

    /// What it changes; the sentence said of it comes with it.
    pub(super) fn changes(
        &self,
        one: Option<&Interview>,
        (today, zone): (Date, &TimeZone),
    ) -> Result<(Vec<Change>, String), String> {
        let company = one.map_or("", |one| one.company.as_str());
        let day = |at: Option<EventTime>| at.map(|at| at.day);
        Ok(match &self.of {
            EntryOf::New | EntryOf::About => {
                if self.text("company").is_empty() {
                    return Err("The company is missing".to_owned());
                }
                let mut changes = Vec::new();
                let about = self.of == EntryOf::About;
                if about && self.text("company") != company {
                    changes.push(Change::Company(self.text("company").to_owned()));
                }
                // What a new interview leaves empty says nothing of the one it is a round of.
                let told = |name, before: Option<&String>| {
                    let now = self.some(name);
                    now.as_ref() != before && (about || now.is_some())
                };
                if told("role", one.and_then(|one| one.role.as_ref())) {
                    changes.push(Change::Role(self.some("role")));
                }
                if told("via", one.and_then(|one| one.via.as_ref())) {
                    changes.push(Change::Via(self.some("via")));
                }
                let applied = day(self.at("applied", today, Tense::Past)?);
                if applied != one.and_then(|one| one.applied) && (about || applied.is_some()) {
                    changes.push(Change::Applied(applied));
                }
                if about {
                    return Ok((changes, "Saved".to_owned()));
                }
                let round = self.round(&Round::planned(RoundKind::Recruiter, None), (today, zone))?;
                is_new(one, &round)?;
                let said = one.map(|one| format!("{}: one more round, {}", one.company, round.kind.label()));
                changes.push(Change::AddRound(round));
                (
                    changes,
                    said.unwrap_or_else(|| "Added; n writes down what happens".to_owned()),
                )
            }
            EntryOf::Promise => {
                let by = self
                    .at("by when", today, Tense::Future)?
                    .ok_or("Write the day they named")?;
                let promise = Promise {
                    by: by.day,
                    who: self.some("who"),
                };
                let said = format!("Kept: they promised an answer by {}", day_near(by.day, today));
                (vec![Change::Promised(Some(promise))], said)
            }
            EntryOf::Round(place) => {
                let before = place.and_then(|place| one?.rounds.get(place)).cloned();
                let before = before.unwrap_or_else(|| Round::planned(RoundKind::Other, None));
                let round = self.round(&before, (today, zone))?;
                let change = if let Some(place) = place {
                    Change::SetRound(*place, Box::new((before, round)))
                } else {
                    is_new(one, &round)?;
                    Change::AddRound(round)
                };
                (vec![change], "Saved".to_owned())
            }
            EntryOf::Ended => {
                let outcome = Outcome::from_id(self.text("outcome")).unwrap_or_default();
                let closed = day(self.at("when", today, Tense::Past)?);
                let closed = closed.filter(|_| outcome != Outcome::Open);
                (vec![Change::Outcome(outcome, closed)], "Saved".to_owned())
            }
            EntryOf::Person => {
                let name = self.some("name").ok_or("The name is missing")?;
                let role = self.some("role");
                (vec![Change::AddPerson(Person { name, role })], "Saved".to_owned())
            }
            EntryOf::Line(section) => {
                let words = self.some("line").ok_or("Nothing is written yet")?;
                let dated = matches!(section, Section::Good | Section::Improve | Section::Notes);
                let ties = if dated { vec![Tie::Day(today)] } else { Vec::new() };
                (
                    vec![Change::AddLine(Line::new(*section, &words, ties))],
                    "Saved".to_owned(),
                )
            }
        })
    }

    /// The round as the form has it. A time that was typed is meant in the local zone, and says so in the file; one that
    /// stood there stays as it is.
    fn round(&self, before: &Round, (today, zone): (Date, &TimeZone)) -> Result<Round, String> {
        let length = self.some("minutes");
        let length = length.map(|text| minutes(&text).ok_or("Write how long it takes like 90, or 1h 30m"));
        let minutes = length.transpose()?;
        let kind = RoundKind::ALL
            .into_iter()
            .find(|kind| kind.label() == self.text("round"));
        let at = self.at("when", today, Tense::Future)?;
        let at = if at == before.at {
            at
        } else {
            at.map(|at| at.in_zone(zone))
        };
        if self.of == EntryOf::New {
            let kind = kind.unwrap_or(before.kind);
            return Ok(Round::planned(kind, at));
        }
        Ok(Round {
            kind: kind.unwrap_or(before.kind),
            at,
            minutes,
            state: RoundState::from_id(self.text("state")).unwrap_or(before.state),
            with: self.some("with"),
            id: before.id.clone(),
        })
    }
}

/// That a round is not there already.
fn is_new(one: Option<&Interview>, round: &Round) -> Result<(), String> {
    match one.filter(|one| one.has_round(round)) {
        Some(one) => Err(format!("{} has that round already", one.company)),
        None => Ok(()),
    }
}
