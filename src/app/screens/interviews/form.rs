//! Small forms over an interview: a new one, what was promised, a round, how it ended, a line for one of its sections.

use jiff::civil::Date;

use crate::app::context::Context;
use crate::app::forms::{Filled, as_text, value};
use crate::app::interview_entry::{Entered, EntryOf};
use crate::app::widgets::field::Field;
use crate::domain::interview::date_input::{Tense, parse};
use crate::keys::action::{Action, Caret};

/// The value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Typed.
    Text(Field),
    /// One of several words.
    Choice(Vec<&'static str>, usize),
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: FieldValue,
    /// What can be written there.
    pub hint: &'static str,
}

/// A form with what is typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterviewForm {
    /// What it is for.
    pub of: EntryOf,
    /// The file it is about; none for a new one.
    pub path: Option<String>,
    /// Its heading.
    pub title: String,
    /// Its rows.
    pub rows: Vec<FormField>,
    /// The selected row.
    pub row: usize,
    /// What could not be understood.
    pub wrong: Option<String>,
    /// What saving it comes to, where that is not plain; empty where it is.
    pub note: String,
}

impl InterviewForm {
    /// A form as it is at first.
    pub(super) fn fresh(of: EntryOf, path: Option<&str>, cx: &Context) -> InterviewForm {
        let one = path.and_then(|path| cx.workspace.interview(path));
        InterviewForm::about(of, one, cx.workspace.today)
    }

    /// A form with what was typed into it before; the last row that was changed is selected.
    pub(super) fn filled_with(of: EntryOf, path: Option<&str>, text: &str, cx: &Context) -> InterviewForm {
        let mut slip = InterviewForm::fresh(of, path, cx);
        for (place, row) in slip.rows.iter_mut().enumerate() {
            let Some(before) = value(text, row.name) else {
                continue;
            };
            match &mut row.value {
                FieldValue::Text(field) if field.text().trim() != before => {
                    *field = Field::new(before);
                    slip.row = place;
                }
                FieldValue::Text(_) => {}
                FieldValue::Choice(words, at) => *at = words.iter().position(|word| *word == before).unwrap_or(*at),
            }
        }
        slip
    }

    /// The form as text, beside what stands in it at first.
    pub(super) fn filled(&self, cx: &Context) -> Filled {
        let rows = |slip: &InterviewForm| {
            let entry = slip.entry();
            as_text(entry.values.iter().map(|(name, value)| (*name, value.as_str())))
        };
        let fresh = InterviewForm::fresh(self.of.clone(), self.path.as_deref(), cx);
        let about = self.path.as_deref().unwrap_or_default();
        Filled::new(&self.of.name(), about, rows(&fresh), rows(self))
    }

    /// What is typed into it.
    pub(super) fn entry(&self) -> Entered {
        let value = |row: &FormField| match &row.value {
            FieldValue::Text(field) => field.text().trim().to_owned(),
            FieldValue::Choice(words, at) => words.get(*at).copied().unwrap_or("").to_owned(),
        };
        Entered {
            of: self.of.clone(),
            path: self.path.clone(),
            values: self.rows.iter().map(|row| (row.name, value(row))).collect(),
        }
    }

    /// The field that is typed in now.
    pub(super) fn field(&mut self) -> Option<&mut Field> {
        match &mut self.rows.get_mut(self.row)?.value {
            FieldValue::Text(field) => Some(field),
            FieldValue::Choice(..) => None,
        }
    }

    /// Says what saving it comes to.
    pub(super) fn note_it(&mut self, cx: &Context) {
        self.note = cx.workspace.note(&self.entry());
    }

    /// Says what could not be understood, with the row it is about selected.
    pub(super) fn point_at(&mut self, wrong: String, today: Date) {
        let odd = |row: &FormField| match &row.value {
            FieldValue::Text(field) if row.hint.is_empty() => field.text().trim().is_empty(),
            FieldValue::Text(field) => parse(field.text(), today, Tense::Future).is_err_and(|error| error == wrong),
            FieldValue::Choice(..) => false,
        };
        if let Some(place) = self.rows.iter().position(odd) {
            self.row = place;
        }
        self.wrong = Some(wrong);
    }

    pub(super) fn act(&mut self, action: Action) {
        let rows = self.rows.len();
        match action {
            Action::Down | Action::NextField => self.row = (self.row + 1) % rows,
            Action::Up => self.row = (self.row + rows - 1) % rows,
            Action::More | Action::Less => match self.rows.get_mut(self.row).map(|row| &mut row.value) {
                Some(FieldValue::Choice(words, at)) => {
                    let step = if action == Action::More { 1 } else { words.len() - 1 };
                    *at = (*at + step) % words.len();
                }
                Some(FieldValue::Text(field)) => {
                    let more = action == Action::More;
                    field.edit(Action::Go(if more { Caret::Right } else { Caret::Left }));
                }
                None => {}
            },
            _ => {}
        }
        self.wrong = None;
    }
}
