//! The front matter of an answer as a small form: title, kind, category, questions, tags.

use super::buffer::AnswerBuffer;
use crate::app::forms::{Filled, as_text, value};
use crate::app::widgets::field::Field;
use crate::app::widgets::finder::Finder;
use crate::app::widgets::form::{FieldKey, Form, FormField};
use crate::domain::answer::Kind;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::id::{QuestionId, meant};
use crate::domain::library::Library;
use crate::keys::action::Action;
use crate::markup::document::UnsupportedYaml;
use crate::markup::scalar::Value;

listed! {
    /// A row of the form.
    pub enum FormRow {
        /// Its name, on the screen and in drafts.
        name,
    }
    /// The title, typed.
    Title => "title";
    /// Story or talking point.
    Kind => "kind";
    /// The category, or that of its questions.
    Category => "category";
    /// Tags, typed with blanks between.
    Tags => "tags";
    /// A few letters of a question, to link it.
    Questions => "questions";
}

impl FieldKey for FormRow {
    fn name(self) -> &'static str {
        self.name()
    }
}

/// The kinds that can be chosen, with their words.
const KINDS: [(Kind, &str); 2] = [(Kind::Story, "story"), (Kind::Point, "talking point")];

/// The form with what is typed so far.
#[derive(Debug)]
pub struct DetailsForm {
    /// Its rows; the last takes the letters a question is looked for by.
    pub form: Form<FormRow>,
    /// The questions linked.
    pub linked: Vec<QuestionId>,
    /// What the letters find, the best first; without letters, what is linked.
    pub found: Vec<QuestionId>,
    /// The selected one of these; none while the letters are typed.
    pub pick: Option<usize>,
    finder: Finder,
    ids: Vec<QuestionId>,
}

/// Questions shown for the letters typed.
const FOUND: usize = 8;

impl DetailsForm {
    /// The form of a buffer.
    pub fn of(buffer: &AnswerBuffer, library: &Library) -> DetailsForm {
        let linked: Vec<QuestionId> = buffer.list("questions").into_iter().map(QuestionId::from).collect();
        let categories: Vec<Option<Category>> = [None].into_iter().chain(Category::ALL.map(Some)).collect();
        let kinds = KINDS.map(|(kind, _)| kind);
        let rows = vec![
            FormField::text(FormRow::Title, &buffer.title(), ""),
            FormField::choice(FormRow::Kind, &kinds, kind_word, kind_of(buffer)),
            FormField::choice(FormRow::Category, &categories, category_word, category_of(buffer)),
            FormField::text(FormRow::Tags, &buffer.list("tags").join(" "), ""),
            FormField::text(FormRow::Questions, "", ""),
        ];
        let mut form = DetailsForm {
            form: Form::new(rows),
            found: Vec::new(),
            pick: None,
            linked,
            finder: Finder::of_questions(library),
            ids: library.questions().iter().map(|question| question.id.clone()).collect(),
        };
        form.look();
        form
    }

    fn kind(&self) -> Kind {
        KINDS[self.form.chosen(FormRow::Kind)].0
    }

    fn category(&self) -> Option<Category> {
        let place = self.form.chosen(FormRow::Category).checked_sub(1)?;
        Category::ALL.get(place).copied()
    }

    /// The form as text, beside what the answer says.
    pub(in crate::app) fn filled(&self, buffer: &AnswerBuffer) -> Filled {
        let linked: Vec<String> = self.linked.iter().map(ToString::to_string).collect();
        let kind = buffer.value("kind").unwrap_or_else(|| Kind::Story.id().to_owned());
        let rows = |title: &str, kind: &str, category: &str, tags: &str, questions: &str| {
            as_text([
                ("title", title),
                ("kind", kind),
                ("category", category),
                ("tags", tags),
                ("questions", questions),
            ])
        };
        let base = rows(
            &buffer.title(),
            &kind,
            &buffer.value("category").unwrap_or_default(),
            &buffer.list("tags").join(" "),
            &buffer.list("questions").join(" "),
        );
        let text = rows(
            self.form.word(FormRow::Title),
            self.kind().id(),
            self.category().map_or("", Category::id),
            self.form.word(FormRow::Tags),
            &linked.join(" "),
        );
        Filled::new("details", buffer.id.as_str(), base, text)
    }

    /// Fills the form with what was typed into it before.
    pub(in crate::app) fn fill(&mut self, text: &str) {
        let row = |row: FormRow| value(text, row.name()).unwrap_or_default();
        self.form.fill(FormRow::Title, row(FormRow::Title));
        self.form.fill(FormRow::Tags, row(FormRow::Tags));
        if let Some(kind) = Kind::from_id(row(FormRow::Kind)) {
            self.form.fill(FormRow::Kind, kind_word(kind));
        }
        let category = Category::from_id(row(FormRow::Category));
        self.form.fill(FormRow::Category, category_word(category));
        self.linked = row(FormRow::Questions)
            .split_whitespace()
            .map(QuestionId::from)
            .collect();
        self.look();
    }

    /// Whether questions are looked for.
    pub fn linking(&self) -> bool {
        self.form.selected() == Some(FormRow::Questions)
    }

    /// The line that is typed in now.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.form.line()
    }

    /// After letters were typed.
    pub fn typed(&mut self) {
        if self.linking() {
            self.look();
        }
    }

    fn look(&mut self) {
        self.pick = None;
        let letters = self.form.word(FormRow::Questions);
        self.found = if letters.is_empty() {
            self.linked.clone()
        } else {
            let found = self.finder.find(letters);
            found
                .iter()
                .take(FOUND)
                .map(|found| self.ids[found.place].clone())
                .collect()
        };
    }

    /// An action other than typing; false when the form is to be closed and taken.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Down | Action::NextField if self.linking() && self.next_pick(true) => {}
            Action::Up if self.linking() && self.next_pick(false) => {}
            Action::Accept if self.linking() && !self.found.is_empty() => self.toggle(),
            Action::Accept => return false,
            action => self.form.act(action),
        }
        true
    }

    /// What Enter does now, in a word.
    pub fn word(&self) -> &'static str {
        let chosen = self.found.get(self.pick.unwrap_or(0));
        match chosen.filter(|_| self.linking()) {
            Some(id) if self.linked.contains(id) => "take the link out",
            Some(_) => "link",
            None => "save",
        }
    }

    fn next_pick(&mut self, down: bool) -> bool {
        let last = self.found.len().checked_sub(1);
        let next = match (self.pick, last, down) {
            (None, Some(_), true) => Some(0),
            (Some(at), Some(last), true) if at < last => Some(at + 1),
            (Some(at), Some(_), false) if at > 0 => Some(at - 1),
            (Some(0), _, false) => None,
            _ => return false,
        };
        self.pick = next;
        true
    }

    /// Links the question, or takes the link away.
    fn toggle(&mut self) {
        let Some(id) = self.found.get(self.pick.unwrap_or(0)).cloned() else {
            return;
        };
        if let Some(place) = self.linked.iter().position(|linked| *linked == id) {
            self.linked.remove(place);
        } else {
            self.linked.push(id);
        }
        if self.form.word(FormRow::Questions).is_empty() {
            self.look();
        }
    }

    /// Writes what changed into the buffer.
    ///
    /// # Errors
    /// When the front matter is written in a way that cannot be changed by its lines.
    pub fn write(&self, buffer: &mut AnswerBuffer, now: Moment) -> Result<(), UnsupportedYaml> {
        let before = |key: &str| buffer.value(key);
        let title = self.form.word(FormRow::Title);
        let (kind, category) = (self.kind(), self.category());
        let mut changes: Vec<(&str, Option<Value>)> = Vec::new();
        if !title.is_empty() && before("title").as_deref() != Some(title) {
            changes.push(("title", Some(Value::text(title))));
        }
        if kind_of(buffer) != kind {
            changes.push(("kind", Some(Value::text(kind.id()))));
        }
        if category_of(buffer) != category {
            changes.push(("category", category.map(|category| Value::text(category.id()))));
        }
        let tags: Vec<String> = self
            .form
            .word(FormRow::Tags)
            .split([' ', ','])
            .filter(|tag| !tag.is_empty())
            .map(str::to_owned)
            .collect();
        if buffer.list("tags") != tags {
            changes.push(("tags", list(&tags)));
        }
        let linked: Vec<String> = self.linked.iter().map(ToString::to_string).collect();
        if buffer.list("questions") != linked {
            changes.push(("questions", list(&linked)));
        }
        for (key, value) in changes {
            buffer.set_key(key, value.as_ref(), now)?;
        }
        Ok(())
    }
}

fn kind_word(kind: Kind) -> &'static str {
    let known = KINDS.into_iter().find(|(other, _)| *other == kind);
    known.map_or("", |(_, word)| word)
}

fn category_word(category: Option<Category>) -> &'static str {
    category.map_or("as its questions", Category::id)
}

/// The kind of an answer; what is not known is a story.
pub(super) fn kind_of(buffer: &AnswerBuffer) -> Kind {
    let word = buffer.value("kind");
    word.and_then(|word| meant(&word, Kind::from_id)).unwrap_or(Kind::Story)
}

/// The category of an answer, where it names one that is known.
pub(super) fn category_of(buffer: &AnswerBuffer) -> Option<Category> {
    meant(&buffer.value("category")?, Category::from_id)
}

/// A list on one line; none when it is empty.
fn list(items: &[String]) -> Option<Value> {
    (!items.is_empty()).then(|| Value::list(items))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_the_form_could_not_read_stays_until_it_is_changed_and_words_are_a_list() {
        let text = "---\ntitle: The queue: a story # 2\nkind: Tale\ncategory: Conflikt\ntags: influence, teamwork\nquestions: one-id\n---\nWords\n";
        let now = Moment {
            elapsed: Duration::ZERO,
            wall: jiff::Timestamp::UNIX_EPOCH,
        };
        let mut buffer = AnswerBuffer::new("a".into(), None, text, text);
        let mut form = DetailsForm::of(&buffer, &Library::new(Vec::new(), Vec::new()));
        assert_eq!(form.form.word(FormRow::Title), "The queue: a story # 2");
        assert_eq!(form.form.word(FormRow::Tags), "influence teamwork");
        form.write(&mut buffer, now).unwrap();
        assert_eq!(buffer.text(), text);
        form.linked.push("two-id".into());
        form.form.fill(FormRow::Category, "conflict");
        form.write(&mut buffer, now).unwrap();
        let expected = text
            .replace("Conflikt", "conflict")
            .replace("questions: one-id", "questions: [one-id, two-id]");
        assert_eq!(buffer.text(), expected);
    }
}
