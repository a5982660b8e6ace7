//! Which column of a table, or key of a bank, holds what.

use super::record::{Field, field};
use crate::domain::import_review::Holds;
use crate::domain::part::Part;

/// Which column or key holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Columns {
    /// The prompt.
    pub(in crate::import) question: Option<usize>,
    /// The title of a story.
    pub(in crate::import) title: Option<usize>,
    /// The answer's text.
    pub(in crate::import) answer: Option<usize>,
    /// A story: its title or its text.
    pub(in crate::import) story: Option<usize>,
    /// The category.
    pub(in crate::import) category: Option<usize>,
    /// The parts.
    pub(in crate::import) parts: Vec<(Part, usize)>,
    /// Whether the answers are examples by their name.
    pub(in crate::import) sample: bool,
    /// Whether the names were given, not guessed.
    pub(in crate::import) named: bool,
}

impl Columns {
    /// What a column holds.
    pub(in crate::import) fn holds(&self, at: usize) -> Holds {
        let part = || self.parts.iter().find(|(_, place)| *place == at);
        let is = |place: Option<usize>| place == Some(at);
        match part() {
            Some((part, _)) => Holds::Part(*part),
            None if is(self.question) => Holds::Question,
            None if is(self.title) => Holds::Title,
            None if is(self.answer) => Holds::Answer,
            None if is(self.story) => Holds::Story,
            None if is(self.category) => Holds::Category,
            None => Holds::Nothing,
        }
    }

    /// A person says what a column holds; another that held it holds nothing then.
    pub(in crate::import) fn say(&mut self, at: usize, holds: Holds) {
        let places = [
            &mut self.question,
            &mut self.title,
            &mut self.answer,
            &mut self.story,
            &mut self.category,
        ];
        for place in places {
            *place = place.filter(|place| *place != at);
        }
        self.parts
            .retain(|(part, place)| *place != at && Holds::Part(*part) != holds);
        match holds {
            Holds::Question => self.question = Some(at),
            Holds::Title => self.title = Some(at),
            Holds::Answer => (self.answer, self.sample) = (Some(at), false),
            Holds::Story => self.story = Some(at),
            Holds::Category => self.category = Some(at),
            Holds::Part(part) => self.parts.push((part, at)),
            Holds::Nothing => {}
        }
    }

    /// Notes what a column holds; the first of a kind counts.
    pub(in crate::import) fn name(&mut self, name: &str, at: usize) {
        match field(name) {
            Some(Field::Question) => self.question = self.question.or(Some(at)),
            Some(Field::Title) => self.title = self.title.or(Some(at)),
            Some(Field::Answer) => self.answer = self.answer.or(Some(at)),
            Some(Field::Sample) if self.answer.is_none() => (self.answer, self.sample) = (Some(at), true),
            Some(Field::Story) => self.story = self.story.or(Some(at)),
            Some(Field::Category) => self.category = self.category.or(Some(at)),
            Some(Field::Part(part)) => self.parts.push((part, at)),
            _ => {}
        }
    }
}
