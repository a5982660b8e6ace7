//! Small forms over an interview: a new one, what was promised, a round, how it ended, a line for one of its sections.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::{Filled, Why};
use crate::app::overlays::Overlay;
use crate::app::state::App;
use crate::app::widgets::field::Field;
use crate::app::writes::Deed;
use crate::domain::days::day_near;
use crate::domain::interview::date_input::{Lies, parse};
use crate::domain::interview::edit::{Change, changed, new_file};
use crate::domain::interview::event_time::At;
use crate::domain::interview::round::{Round, RoundKind, RoundState, minutes};
use crate::domain::interview::sections::{Line, Section, Tie};
use crate::domain::interview::{Interview, Outcome, Person, Promise};
use crate::keys::action::{Action, Caret};

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlipOf {
    /// A new interview.
    New,
    /// The company and the job.
    About,
    /// What was promised by when.
    Promise,
    /// A round, by its place; none: one more.
    Round(Option<usize>),
    /// How it ended.
    Ended,
    /// Somebody there.
    Person,
    /// A line of a section.
    Line(Section),
}

/// The value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlipValue {
    /// Typed.
    Text(Field),
    /// One of several words.
    Choice(Vec<&'static str>, usize),
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipRow {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: SlipValue,
    /// What can be written there.
    pub hint: &'static str,
}

/// A form with what is typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What it is for.
    pub of: SlipOf,
    /// The file it is about; none for a new one.
    pub path: Option<String>,
    /// Its heading.
    pub title: String,
    /// Its rows.
    pub rows: Vec<SlipRow>,
    /// The selected row.
    pub row: usize,
    /// What could not be understood.
    pub wrong: Option<String>,
    /// What saving it comes to, where that is not plain; empty where it is.
    pub note: String,
}

impl Slip {
    pub(super) fn new(of: SlipOf, path: Option<&str>, title: &str, rows: Vec<SlipRow>) -> Slip {
        Slip {
            of,
            path: path.map(str::to_owned),
            title: title.to_owned(),
            rows,
            row: 0,
            wrong: None,
            note: String::new(),
        }
    }

    /// The field that is typed in now.
    pub(in crate::app) fn field(&mut self) -> Option<&mut Field> {
        match &mut self.rows.get_mut(self.row)?.value {
            SlipValue::Text(field) => Some(field),
            SlipValue::Choice(..) => None,
        }
    }

    /// What stands in a row.
    pub(super) fn text(&self, name: &str) -> &str {
        let row = self.rows.iter().find(|row| row.name == name);
        row.map_or("", |row| match &row.value {
            SlipValue::Text(field) => field.text().trim(),
            SlipValue::Choice(words, at) => words.get(*at).copied().unwrap_or(""),
        })
    }

    fn some(&self, name: &str) -> Option<String> {
        Some(self.text(name).to_owned()).filter(|text| !text.is_empty())
    }

    fn at(&self, name: &str, today: Date, lies: Lies) -> Result<Option<At>, String> {
        self.some(name).map(|words| parse(&words, today, lies)).transpose()
    }

    /// Says what could not be understood, with the row it is about selected.
    fn point_at(&mut self, wrong: String, today: Date) {
        let odd = |row: &SlipRow| match &row.value {
            SlipValue::Text(field) if row.hint.is_empty() => field.text().trim().is_empty(),
            SlipValue::Text(field) => parse(field.text(), today, Lies::Ahead).is_err_and(|error| error == wrong),
            SlipValue::Choice(..) => false,
        };
        if let Some(place) = self.rows.iter().position(odd) {
            self.row = place;
        }
        self.wrong = Some(wrong);
    }

    fn act(&mut self, action: Action) {
        let rows = self.rows.len();
        match action {
            Action::Down | Action::NextField => self.row = (self.row + 1) % rows,
            Action::Up => self.row = (self.row + rows - 1) % rows,
            Action::More | Action::Less => match self.rows.get_mut(self.row).map(|row| &mut row.value) {
                Some(SlipValue::Choice(words, at)) => {
                    let step = if action == Action::More { 1 } else { words.len() - 1 };
                    *at = (*at + step) % words.len();
                }
                Some(SlipValue::Text(field)) => {
                    let more = action == Action::More;
                    field.edit(Action::Go(if more { Caret::Right } else { Caret::Left }));
                }
                None => {}
            },
            _ => {}
        }
        self.wrong = None;
    }

    /// What it changes; the sentence said of it comes with it.
    fn changes(
        &self,
        one: Option<&Interview>,
        (today, zone): (Date, &TimeZone),
    ) -> Result<(Vec<Change>, String), String> {
        let company = one.map_or("", |one| one.company.as_str());
        let day = |at: Option<At>| at.map(|at| at.day);
        Ok(match &self.of {
            SlipOf::New | SlipOf::About => {
                if self.text("company").is_empty() {
                    return Err("The company is missing".to_owned());
                }
                let mut changes = Vec::new();
                let about = self.of == SlipOf::About;
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
                let applied = day(self.at("applied", today, Lies::Behind)?);
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
                    said.unwrap_or_else(|| "Added; l writes down what happens".to_owned()),
                )
            }
            SlipOf::Promise => {
                let by = self
                    .at("by when", today, Lies::Ahead)?
                    .ok_or("Write the day they named")?;
                let promise = Promise {
                    by: by.day,
                    who: self.some("who"),
                };
                let said = format!("Kept: they promised an answer by {}", day_near(by.day, today));
                (vec![Change::Promised(Some(promise))], said)
            }
            SlipOf::Round(place) => {
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
            SlipOf::Ended => {
                let outcome = Outcome::from_id(self.text("outcome")).unwrap_or_default();
                let closed = day(self.at("when", today, Lies::Behind)?);
                let closed = closed.filter(|_| outcome != Outcome::Open);
                (vec![Change::Outcome(outcome, closed)], "Saved".to_owned())
            }
            SlipOf::Person => {
                let name = self.some("name").ok_or("The name is missing")?;
                let role = self.some("role");
                (vec![Change::AddPerson(Person { name, role })], "Saved".to_owned())
            }
            SlipOf::Line(section) => {
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
        let at = self.at("when", today, Lies::Ahead)?;
        let at = if at == before.at {
            at
        } else {
            at.map(|at| at.in_zone(zone))
        };
        if self.of == SlipOf::New {
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

impl App {
    /// Asks for one thing about an interview; what was typed there and left is there again.
    pub(in crate::app) fn ask_slip(&mut self, of: SlipOf, path: Option<&str>) {
        let fresh = self.fresh_slip(of, path);
        match self.forms.take(&fresh.filled(&fresh).of) {
            Some(left) => self.ask_slip_with(fresh.of, path, &left),
            None => self.show_slip(fresh),
        }
    }

    /// Asks for it with what was typed into the form before.
    pub(in crate::app) fn ask_slip_with(&mut self, of: SlipOf, path: Option<&str>, text: &str) {
        let mut slip = self.fresh_slip(of, path);
        slip.fill(text);
        self.show_slip(slip);
    }

    fn fresh_slip(&self, of: SlipOf, path: Option<&str>) -> Slip {
        let one = path.and_then(|path| self.interview(path));
        Slip::about(of, one, self.workspace.today)
    }

    /// A form with what stands in it, beside what stands in it at first.
    pub(in crate::app) fn slip_filled(&self, slip: &Slip) -> Filled {
        slip.filled(&self.fresh_slip(slip.of.clone(), slip.path.as_deref()))
    }

    /// A line of the form was typed in.
    pub(in crate::app) fn slip_typed(&mut self) {
        if let Some(Overlay::Slip(mut slip)) = self.overlay.take() {
            slip.wrong = None;
            self.show_slip(slip);
        }
    }

    fn show_slip(&mut self, mut slip: Slip) {
        slip.note = self.note(&slip);
        self.overlay = Some(Overlay::Slip(slip));
    }

    /// An action while a form lies over the screen.
    pub(in crate::app) fn slip_action(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Slip(mut slip)) = self.overlay.take() else {
            return Vec::new();
        };
        match action {
            Action::StopTyping | Action::Back => {
                self.forms.leave(self.slip_filled(&slip), Why::Left);
                return Vec::new();
            }
            Action::Accept | Action::Save => match self.slip_taken(&slip) {
                Ok(_) => return self.write(Deed::Slip(slip)),
                Err(wrong) => slip.point_at(wrong, self.workspace.today),
            },
            action => slip.act(action),
        }
        self.show_slip(slip);
        Vec::new()
    }

    /// What taking a form changes.
    ///
    /// # Errors
    /// What could not be understood, or why the file cannot be changed.
    pub(in crate::app) fn slip_taken(&mut self, slip: &Slip) -> Result<Effect, String> {
        let joined = self.joined(slip).map(|one| one.path.clone());
        let path = slip.path.clone().or(joined);
        let one = path.as_deref().and_then(|path| self.interview(path));
        let (changes, said) = slip.changes(one, (self.workspace.today, &self.workspace.zone))?;
        if let Some(path) = path {
            self.select_interview(&path);
            return self.interview_changed(&path, &changes, &said);
        }
        let company = slip.text("company").to_owned();
        let text = changed(&new_file(&company), &changes).map_err(|error| error.to_string())?;
        Ok(Effect::Disk(DiskEffect::SaveInterview {
            changes,
            path: None,
            company,
            today: self.workspace.today,
            base: "".into(),
            text,
            said,
        }))
    }
}
