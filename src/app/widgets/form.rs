//! A form of a few rows: lines that are typed, and words that arrows choose.

use super::field::Field;
use super::stepper::turned_place;
use crate::keys::action::{Action, Caret};

/// What a row of a form asks for.
pub trait FieldKey: Copy + PartialEq {
    /// Its name, on the screen and in drafts.
    fn name(self) -> &'static str;
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Typed.
    Text(Field),
    /// One of several words.
    Choice(Vec<&'static str>, usize),
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField<K> {
    /// What it asks for.
    pub key: K,
    /// What stands there.
    pub value: FieldValue,
    /// What can be written there.
    pub hint: &'static str,
}

impl<K> FormField<K> {
    /// A line with a text to begin with.
    pub(in crate::app) fn text(key: K, value: &str, hint: &'static str) -> FormField<K> {
        let value = FieldValue::Text(Field::new(value));
        FormField { key, value, hint }
    }

    /// A text that stands there as long as nobody types another.
    pub(in crate::app) fn guess(key: K, value: &str, hint: &'static str) -> FormField<K> {
        let value = FieldValue::Text(Field::guess(value));
        FormField { key, value, hint }
    }

    /// One of several words; the first where what is so now is none of them.
    pub(in crate::app) fn choice<T: Copy + PartialEq>(
        key: K,
        all: &[T],
        word: impl Fn(T) -> &'static str,
        now: T,
    ) -> FormField<K> {
        let at = all.iter().position(|one| *one == now).unwrap_or(0);
        let value = FieldValue::Choice(all.iter().map(|one| word(*one)).collect(), at);
        FormField { key, value, hint: "" }
    }

    /// What stands there, in words.
    pub fn word(&self) -> &str {
        match &self.value {
            FieldValue::Text(field) => field.text().trim(),
            FieldValue::Choice(words, at) => words.get(*at).copied().unwrap_or_default(),
        }
    }
}

/// The rows of a form, with what stands in them so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form<K> {
    /// From the top.
    pub rows: Vec<FormField<K>>,
    /// The selected one.
    pub row: usize,
}

impl<K: FieldKey> Form<K> {
    /// A form with the first row selected.
    pub(in crate::app) fn new(rows: Vec<FormField<K>>) -> Form<K> {
        Form { rows, row: 0 }
    }

    /// What the selected row asks for.
    pub fn selected(&self) -> Option<K> {
        self.rows.get(self.row).map(|row| row.key)
    }

    /// What stands in a row; nothing where the form has no such row.
    pub fn word(&self, key: K) -> &str {
        let row = self.rows.iter().find(|row| row.key == key);
        row.map_or("", FormField::word)
    }

    /// The place of what is chosen in a row.
    pub(in crate::app) fn chosen(&self, key: K) -> usize {
        let row = self.rows.iter().find(|row| row.key == key);
        row.map_or(0, |row| match &row.value {
            FieldValue::Choice(_, at) => *at,
            FieldValue::Text(_) => 0,
        })
    }

    /// Chooses a word of a row by its place.
    pub(in crate::app) fn choose(&mut self, key: K, place: usize) {
        let row = self.rows.iter_mut().find(|row| row.key == key);
        if let Some(FieldValue::Choice(_, at)) = row.map(|row| &mut row.value) {
            *at = place;
        }
    }

    /// The line that is typed in now.
    pub(in crate::app) fn line(&mut self) -> Option<&mut Field> {
        match &mut self.rows.get_mut(self.row)?.value {
            FieldValue::Text(field) => Some(field),
            FieldValue::Choice(..) => None,
        }
    }

    /// Puts a text or one of the words into a row; whether it was another text before.
    pub(in crate::app) fn fill(&mut self, key: K, text: &str) -> bool {
        let row = self.rows.iter_mut().find(|row| row.key == key);
        match row.map(|row| &mut row.value) {
            Some(FieldValue::Text(field)) if field.text().trim() != text => *field = Field::new(text),
            Some(FieldValue::Choice(words, at)) => {
                *at = words.iter().position(|word| *word == text).unwrap_or(*at);
                return false;
            }
            Some(FieldValue::Text(_)) | None => return false,
        }
        true
    }

    /// Another row, another of the words, or the caret of a line.
    pub(in crate::app) fn act(&mut self, action: Action) {
        let more = action == Action::More;
        match action {
            Action::Down | Action::NextField => self.row = turned_place(self.row, self.rows.len(), true),
            Action::Up => self.row = turned_place(self.row, self.rows.len(), false),
            Action::More | Action::Less => match self.rows.get_mut(self.row).map(|row| &mut row.value) {
                Some(FieldValue::Choice(words, at)) => *at = turned_place(*at, words.len(), more),
                Some(FieldValue::Text(field)) => {
                    field.edit(Action::Go(if more { Caret::Right } else { Caret::Left }));
                }
                None => {}
            },
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl FieldKey for &'static str {
        fn name(self) -> &'static str {
            self
        }
    }

    #[test]
    fn rows_go_around_words_are_turned_and_lines_are_filled() {
        let words = FormField::choice("boat", &["sloop", "yawl"], |word| word, "yawl");
        let mut form = Form::new(vec![FormField::text("name", "Wren", ""), words]);
        form.act(Action::Up);
        assert_eq!(form.selected(), Some("boat"));
        form.act(Action::More);
        assert_eq!((form.word("boat"), form.chosen("boat")), ("sloop", 0));
        assert!(form.line().is_none());
        form.act(Action::NextField);
        assert_eq!(
            form.line().map(|field| field.text().to_owned()),
            Some("Wren".to_owned())
        );
        assert!(form.fill("name", "Tern") && !form.fill("name", "Tern") && !form.fill("boat", "yawl"));
        assert_eq!(
            (form.word("name"), form.word("boat"), form.word("port")),
            ("Tern", "yawl", "")
        );
    }
}
