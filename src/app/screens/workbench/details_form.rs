//! The front matter of an answer as a small form: title, kind, category, questions, tags.

use super::buffer::AnswerBuffer;
use crate::app::forms::{Filled, as_text, value};
use crate::app::widgets::field::Field;
use crate::app::widgets::finder::Finder;
use crate::domain::answer::Kind;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::id::{QuestionId, meant};
use crate::domain::library::Library;
use crate::keys::action::{Action, Caret};
use crate::markup::document::UnsupportedYaml;
use crate::markup::scalar::Value;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormRow {
    /// The title, typed.
    Title,
    /// Story or talking point.
    Kind,
    /// The category, or that of its questions.
    Category,
    /// Tags, typed with blanks between.
    Tags,
    /// A few letters of a question, to link it.
    Questions,
}

impl FormRow {
    /// The rows from the top.
    pub const ALL: [FormRow; 5] = [
        FormRow::Title,
        FormRow::Kind,
        FormRow::Category,
        FormRow::Tags,
        FormRow::Questions,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            FormRow::Title => "title",
            FormRow::Kind => "kind",
            FormRow::Category => "category",
            FormRow::Tags => "tags",
            FormRow::Questions => "questions",
        }
    }
}

/// The form with what is typed so far.
#[derive(Debug)]
pub struct Form {
    /// The selected row.
    pub row: usize,
    /// The title.
    pub title: Field,
    /// The kind.
    pub kind: Kind,
    /// The category.
    pub category: Option<Category>,
    /// The tags.
    pub tags: Field,
    /// The letters a question is looked for by.
    pub query: Field,
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

impl Form {
    /// The form of a buffer.
    pub fn of(buffer: &AnswerBuffer, library: &Library) -> Form {
        let linked: Vec<QuestionId> = buffer.list("questions").into_iter().map(QuestionId::from).collect();
        let mut form = Form {
            row: 0,
            title: Field::new(&buffer.title()),
            kind: kind_of(buffer),
            category: category_of(buffer),
            tags: Field::new(&buffer.list("tags").join(" ")),
            query: Field::default(),
            found: Vec::new(),
            pick: None,
            linked,
            finder: Finder::of_questions(library),
            ids: library.questions().iter().map(|question| question.id.clone()).collect(),
        };
        form.look();
        form
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
            self.title.text(),
            self.kind.id(),
            self.category.map_or("", Category::id),
            self.tags.text(),
            &linked.join(" "),
        );
        Filled::new("details", buffer.id.as_str(), base, text)
    }

    /// Fills the form with what was typed into it before.
    pub(in crate::app) fn fill(&mut self, text: &str) {
        let row = |name| value(text, name).unwrap_or_default();
        self.title = Field::new(row("title"));
        self.kind = Kind::from_id(row("kind")).unwrap_or(self.kind);
        self.category = Category::from_id(row("category"));
        self.tags = Field::new(row("tags"));
        self.linked = row("questions").split_whitespace().map(QuestionId::from).collect();
        self.look();
    }

    /// The selected row.
    pub fn selected(&self) -> FormRow {
        FormRow::ALL[self.row.min(FormRow::ALL.len() - 1)]
    }

    /// The field that is typed in now.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self.selected() {
            FormRow::Title => Some(&mut self.title),
            FormRow::Tags => Some(&mut self.tags),
            FormRow::Questions => Some(&mut self.query),
            FormRow::Kind | FormRow::Category => None,
        }
    }

    /// After letters were typed.
    pub fn typed(&mut self) {
        if self.selected() == FormRow::Questions {
            self.look();
        }
    }

    fn look(&mut self) {
        self.pick = None;
        self.found = if self.query.text().trim().is_empty() {
            self.linked.clone()
        } else {
            let found = self.finder.find(self.query.text());
            found
                .iter()
                .take(FOUND)
                .map(|found| self.ids[found.place].clone())
                .collect()
        };
    }

    /// An action other than typing; false when the form is to be closed and taken.
    pub fn act(&mut self, action: Action) -> bool {
        match (action, self.selected()) {
            (Action::Down | Action::NextField, FormRow::Questions) if self.next_pick(true) => {}
            (Action::Up, FormRow::Questions) if self.next_pick(false) => {}
            (Action::Down | Action::NextField, _) => self.row = (self.row + 1) % FormRow::ALL.len(),
            (Action::Up, _) => self.row = (self.row + FormRow::ALL.len() - 1) % FormRow::ALL.len(),
            (Action::More | Action::Less, FormRow::Kind) => {
                self.kind = if self.kind == Kind::Story {
                    Kind::Point
                } else {
                    Kind::Story
                };
            }
            (Action::More | Action::Less, FormRow::Category) => self.turn_category(action == Action::More),
            (Action::More | Action::Less, _) => {
                let caret = if action == Action::More {
                    Caret::Right
                } else {
                    Caret::Left
                };
                if let Some(field) = self.field() {
                    field.edit(Action::Go(caret));
                }
            }
            (Action::Accept, FormRow::Questions) if !self.found.is_empty() => self.toggle(),
            (Action::Accept, _) => return false,
            _ => {}
        }
        true
    }

    /// What Enter does now, in a word.
    pub fn word(&self) -> &'static str {
        let chosen = self.found.get(self.pick.unwrap_or(0));
        match chosen.filter(|_| self.selected() == FormRow::Questions) {
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
        if self.query.text().is_empty() {
            self.look();
        }
    }

    fn turn_category(&mut self, up: bool) {
        let all: Vec<Option<Category>> = [None].into_iter().chain(Category::ALL.map(Some)).collect();
        let at = all.iter().position(|category| *category == self.category).unwrap_or(0);
        self.category = all[(if up { at + 1 } else { at + all.len() - 1 }) % all.len()];
    }

    /// Writes what changed into the buffer.
    ///
    /// # Errors
    /// When the front matter is written in a way that cannot be changed by its lines.
    pub fn write(&self, buffer: &mut AnswerBuffer, now: Moment) -> Result<(), UnsupportedYaml> {
        let before = |key: &str| buffer.value(key);
        let title = self.title.text().trim();
        let mut changes: Vec<(&str, Option<Value>)> = Vec::new();
        if !title.is_empty() && before("title").as_deref() != Some(title) {
            changes.push(("title", Some(Value::text(title))));
        }
        if kind_of(buffer) != self.kind {
            changes.push(("kind", Some(Value::text(self.kind.id()))));
        }
        if category_of(buffer) != self.category {
            changes.push(("category", self.category.map(|category| Value::text(category.id()))));
        }
        let tags: Vec<String> = self
            .tags
            .text()
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
        let mut form = Form::of(&buffer, &Library::new(Vec::new(), Vec::new()));
        assert_eq!(form.title.text(), "The queue: a story # 2");
        assert_eq!(form.tags.text(), "influence teamwork");
        form.write(&mut buffer, now).unwrap();
        assert_eq!(buffer.text(), text);
        form.linked.push("two-id".into());
        form.category = Some(Category::Conflict);
        form.write(&mut buffer, now).unwrap();
        let expected = text
            .replace("Conflikt", "conflict")
            .replace("questions: one-id", "questions: [one-id, two-id]");
        assert_eq!(buffer.text(), expected);
    }
}
