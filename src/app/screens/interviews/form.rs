//! Small forms over an interview: a new one, what was promised, a round, how it ended, a line for one of its sections.

use jiff::civil::Date;

use crate::app::context::Context;
use crate::app::forms::{Filled, as_text, value};
use crate::app::interview_entry::{Entered, EntryField, EntryOf};
use crate::app::widgets::field::Field;
use crate::app::widgets::form::{FieldValue, Form, FormField};
use crate::domain::interview::date_input::{Tense, parse};
use crate::keys::action::Action;

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
    pub form: Form<EntryField>,
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

    /// A form with what was typed into it before; the last line that was changed is selected.
    pub(super) fn filled_with(of: EntryOf, path: Option<&str>, text: &str, cx: &Context) -> InterviewForm {
        let mut slip = InterviewForm::fresh(of, path, cx);
        let keys: Vec<EntryField> = slip.form.rows.iter().map(|row| row.key).collect();
        for (place, key) in keys.into_iter().enumerate() {
            if value(text, key.name()).is_some_and(|before| slip.form.fill(key, before)) {
                slip.form.row = place;
            }
        }
        slip
    }

    /// The form as text, beside what stands in it at first.
    pub(super) fn filled(&self, cx: &Context) -> Filled {
        let rows = |slip: &InterviewForm| as_text(slip.form.rows.iter().map(|row| (row.key.name(), row.word())));
        let fresh = InterviewForm::fresh(self.of.clone(), self.path.as_deref(), cx);
        let about = self.path.as_deref().unwrap_or_default();
        Filled::new(&self.of.name(), about, rows(&fresh), rows(self))
    }

    /// What is typed into it.
    pub(super) fn entry(&self) -> Entered {
        let rows = self.form.rows.iter();
        Entered {
            of: self.of.clone(),
            path: self.path.clone(),
            values: rows.map(|row| (row.key, row.word().to_owned())).collect(),
        }
    }

    /// The field that is typed in now.
    pub(super) fn field(&mut self) -> Option<&mut Field> {
        self.form.line()
    }

    /// Says what saving it comes to.
    pub(super) fn note_it(&mut self, cx: &Context) {
        self.note = cx.workspace.note(&self.entry());
    }

    /// Says what could not be understood, with the row it is about selected.
    pub(super) fn point_at(&mut self, wrong: String, today: Date) {
        let odd = |row: &FormField<EntryField>| match &row.value {
            FieldValue::Text(_) if row.hint.is_empty() => row.word().is_empty(),
            FieldValue::Text(field) => parse(field.text(), today, Tense::Future).is_err_and(|error| error == wrong),
            FieldValue::Choice(..) => false,
        };
        if let Some(place) = self.form.rows.iter().position(odd) {
            self.form.row = place;
        }
        self.wrong = Some(wrong);
    }

    pub(super) fn act(&mut self, action: Action) {
        self.form.act(action);
        self.wrong = None;
    }
}
