//! A bank as the checker sees it: what its file says, word for word, each with its line.

use crate::domain::category::Category;
use crate::domain::question::Parts;

/// Words of a file and the line they stand on, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their line.
    pub line: usize,
}

/// A bank file.
#[derive(Clone, Debug, Default)]
pub struct Bank {
    /// The file, as it is shown.
    pub path: String,
    /// The whole text of the file.
    pub source: String,
    /// Whether it is the bank that forms and imports add to.
    pub added_to: bool,
    /// The category of every question that names none.
    pub category: Option<Words>,
    /// Title and about.
    pub heading: Vec<Words>,
    /// Whether its questions are drilled for a rating.
    pub scored: Option<bool>,
    /// How its answers are told.
    pub parts: Option<Words>,
    /// Tags for every question.
    pub tags: Vec<Words>,
    /// The questions.
    pub questions: Vec<Entry>,
}

/// One question of a bank file.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The line it begins on.
    pub line: usize,
    /// Its id.
    pub id: Option<Words>,
    /// The prompt.
    pub ask: Option<Words>,
    /// Its other wordings.
    pub also: Listed<Words>,
    /// Whether everybody is asked it.
    pub common: bool,
    /// Its own category.
    pub category: Option<Words>,
    /// Whom it suits.
    pub levels: Vec<Words>,
    /// Its tags.
    pub tags: Vec<Words>,
    /// How long to speak.
    pub speak: Option<Words>,
    /// What may be asked next.
    pub probes: Listed<Probe>,
    /// What a strong answer shows.
    pub listen_for: Listed<Words>,
}

/// A list with the line of its key, or of the question where there is no such key.
#[derive(Clone, Debug, Default)]
pub struct Listed<T> {
    /// The line.
    pub line: usize,
    /// The entries.
    pub entries: Vec<T>,
}

/// One probe.
#[derive(Clone, Debug, Default)]
pub struct Probe {
    /// Its words.
    pub ask: Words,
    /// The part whose absence calls for it.
    pub when: Option<Words>,
}

impl Bank {
    /// The category a question has in the end.
    pub fn category_of(&self, entry: &Entry) -> Category {
        let known = |words: &Option<Words>| words.as_ref().and_then(|words| Category::from_id(&words.text));
        known(&entry.category)
            .or_else(|| known(&self.category))
            .unwrap_or(Category::Unsorted)
    }

    /// Whether a question is drilled for a rating.
    pub fn scores(&self, entry: &Entry) -> bool {
        self.scored.unwrap_or_else(|| self.category_of(entry).scored())
    }

    /// How a question is told.
    pub fn parts_of(&self, entry: &Entry) -> Parts {
        let named = self.parts.as_ref().and_then(|words| Parts::from_id(&words.text));
        named.unwrap_or_else(|| Parts::usual(self.category_of(entry)))
    }

    /// Everything the file says, in no order.
    pub fn all_words(&self) -> impl Iterator<Item = &Words> {
        let own = self
            .category
            .iter()
            .chain(&self.heading)
            .chain(&self.parts)
            .chain(&self.tags);
        own.chain(self.questions.iter().flat_map(Entry::all_words))
    }
}

impl Entry {
    /// Its id, or nothing.
    pub fn id(&self) -> &str {
        self.id.as_ref().map_or("", |words| words.text.trim())
    }

    fn all_words(&self) -> impl Iterator<Item = &Words> {
        let probes = self.probes.entries.iter();
        self.id
            .iter()
            .chain(&self.ask)
            .chain(&self.also.entries)
            .chain(&self.category)
            .chain(&self.levels)
            .chain(&self.tags)
            .chain(&self.speak)
            .chain(probes.flat_map(|probe| std::iter::once(&probe.ask).chain(&probe.when)))
            .chain(&self.listen_for.entries)
    }
}
