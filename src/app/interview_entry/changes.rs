//! What a form changes in the file of an interview.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Entered, EntryField, EntryOf};
use crate::domain::days::day_near;
use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::interview::edit::Change;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind, RoundState, minutes};
use crate::domain::interview::sections::{Line, Section, Tie};
use crate::domain::interview::{Interview, Outcome, Person, Promise};

/// Changes, and the sentence said of them; or what could not be understood.
type Changes = Result<(Vec<Change>, String), String>;

impl Entered {
    /// What it changes; the sentence said of it comes with it.
    pub(super) fn changes(&self, one: Option<&Interview>, (today, zone): (Date, &TimeZone)) -> Changes {
        let changes = match &self.of {
            EntryOf::New => return self.new_round(one, (today, zone)),
            EntryOf::Promise => return self.promise(today),
            EntryOf::About => self.job(one, today)?,
            EntryOf::Round(place) => vec![self.changed_round(*place, one, (today, zone))?],
            EntryOf::Ended => {
                let outcome = Outcome::from_id(self.text(EntryField::Outcome)).unwrap_or_default();
                let closed = self.day(EntryField::When, today)?;
                vec![Change::Outcome(outcome, closed.filter(|_| outcome != Outcome::Open))]
            }
            EntryOf::Person => {
                let name = self.some(EntryField::Name).ok_or("The name is missing")?;
                let role = self.some(EntryField::Role);
                vec![Change::AddPerson(Person { name, role })]
            }
            EntryOf::Line(section) => {
                let words = self.some(EntryField::Line).ok_or("Nothing is written yet")?;
                let dated = matches!(section, Section::Good | Section::Improve | Section::Notes);
                let ties = if dated { vec![Tie::Day(today)] } else { Vec::new() };
                vec![Change::AddLine(Line::new(*section, &words, ties))]
            }
        };
        Ok((changes, "Saved".to_owned()))
    }

    /// A new interview, or one more round of one that goes on.
    fn new_round(&self, one: Option<&Interview>, (today, zone): (Date, &TimeZone)) -> Changes {
        let mut changes = self.job(one, today)?;
        let round = self.round(&Round::planned(RoundKind::Recruiter, None), (today, zone))?;
        is_new(one, &round)?;
        let said = one.map(|one| format!("{}: one more round, {}", one.company, round.kind.label()));
        changes.push(Change::AddRound(round));
        let said = said.unwrap_or_else(|| "Added; n writes down what happens".to_owned());
        Ok((changes, said))
    }

    /// The company and the job. What a new interview leaves empty says nothing of the one it is a round of.
    fn job(&self, one: Option<&Interview>, today: Date) -> Result<Vec<Change>, String> {
        let company = self.some(EntryField::Company).ok_or("The company is missing")?;
        let about = self.of == EntryOf::About;
        let mut changes = Vec::new();
        if about && one.is_none_or(|one| one.company != company) {
            changes.push(Change::Company(company));
        }
        let (role, via) = (self.some(EntryField::Role), self.some(EntryField::Via));
        if role.as_ref() != one.and_then(|one| one.role.as_ref()) && (about || role.is_some()) {
            changes.push(Change::Role(role));
        }
        if via.as_ref() != one.and_then(|one| one.via.as_ref()) && (about || via.is_some()) {
            changes.push(Change::Via(via));
        }
        let applied = self.day(EntryField::Applied, today)?;
        if applied != one.and_then(|one| one.applied) && (about || applied.is_some()) {
            changes.push(Change::Applied(applied));
        }
        Ok(changes)
    }

    fn promise(&self, today: Date) -> Changes {
        let by = self.at(EntryField::ByWhen, today, Tense::Future)?;
        let by = by.ok_or("Write the day they named")?.day;
        let who = self.some(EntryField::Who);
        let said = format!("Kept: they promised an answer by {}", day_near(by, today));
        Ok((vec![Change::Promised(Some(Promise { by, who }))], said))
    }

    fn changed_round(
        &self,
        place: Option<usize>,
        one: Option<&Interview>,
        when: (Date, &TimeZone),
    ) -> Result<Change, String> {
        let before = place.and_then(|place| one?.rounds.get(place)).cloned();
        let before = before.unwrap_or_else(|| Round::planned(RoundKind::Other, None));
        let round = self.round(&before, when)?;
        if let Some(place) = place {
            return Ok(Change::SetRound(place, Box::new((before, round))));
        }
        is_new(one, &round)?;
        Ok(Change::AddRound(round))
    }

    /// The round as the form has it. A time that was typed is meant in the local zone, and says so in the file; one that
    /// stood there stays as it is.
    fn round(&self, before: &Round, (today, zone): (Date, &TimeZone)) -> Result<Round, String> {
        let length = self.some(EntryField::Minutes);
        let length = length.map(|text| minutes(&text).ok_or("Write how long it takes like 90, or 1h 30m"));
        let minutes = length.transpose()?;
        let kind = RoundKind::ALL
            .into_iter()
            .find(|kind| kind.label() == self.text(EntryField::Round));
        let at = self.at(EntryField::When, today, Tense::Future)?;
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
            state: RoundState::from_id(self.text(EntryField::State)).unwrap_or(before.state),
            with: self.some(EntryField::With),
            id: before.id.clone(),
        })
    }

    fn at(&self, field: EntryField, today: Date, lies: Tense) -> Result<Option<EventTime>, String> {
        self.some(field).map(|words| parse(&words, today, lies)).transpose()
    }

    /// A day that has been.
    fn day(&self, field: EntryField, today: Date) -> Result<Option<Date>, String> {
        Ok(self.at(field, today, Tense::Past)?.map(|at| at.day))
    }
}

/// That a round is not there already.
fn is_new(one: Option<&Interview>, round: &Round) -> Result<(), String> {
    match one.filter(|one| one.has_round(round)) {
        Some(one) => Err(format!("{} has that round already", one.company)),
        None => Ok(()),
    }
}
