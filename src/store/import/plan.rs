//! What an import would write for each item of the notes: a new answer, a new question, or nothing.

use std::collections::{HashMap, HashSet};

use crate::domain::answer::Kind;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::interview::Interview;
use crate::domain::library::Library;
use crate::import::formats::journal::{Entry, entry, file_body, held};
use crate::import::link::{Index, Linked};
use crate::import::{Item, ItemKind, Reading};
use crate::store::answers::slug;
use crate::store::banks::own::NewQuestion;

/// A text at least this long that an earlier import held is known, even if the answer made of it was changed since.
const TELLING: usize = 40;

/// What would be written for one item.
#[derive(Clone, Debug)]
pub(in crate::store) enum Step {
    Answer {
        title: String,
        kind: Kind,
        category: Category,
        questions: Vec<QuestionId>,
        source: String,
        sample: bool,
        body: String,
    },
    Question(NewQuestion),
    /// A new interview: what its section says, and that section word for word.
    Interview(Entry, String),
    Known,
    Rest,
}

/// Decides for each item what would be written.
pub(in crate::store) struct Planner<'a> {
    reading: &'a Reading,
    library: &'a Library,
    interviews: &'a [Interview],
    earlier: &'a [(String, Vec<u8>, String)],
    copied: bool,
    index: Index<'a>,
    taken: HashSet<String>,
    /// The last number given to each id that was taken already.
    numbers: HashMap<String, usize>,
}

impl<'a> Planner<'a> {
    pub(in crate::store) fn new(
        (library, interviews): (&'a Library, &'a [Interview]),
        reading: &'a Reading,
        earlier: &'a [(String, Vec<u8>, String)],
        copied: bool,
    ) -> Planner<'a> {
        let bank: Vec<(&QuestionId, &str, Category)> = library
            .questions()
            .iter()
            .map(|question| (&question.id, question.ask.as_str(), question.category))
            .collect();
        Planner {
            reading,
            library,
            interviews,
            earlier,
            copied,
            index: Index::new(&bank),
            taken: library
                .questions()
                .iter()
                .map(|question| question.id.to_string())
                .collect(),
            numbers: HashMap::new(),
        }
    }

    pub(in crate::store) fn steps(mut self) -> Vec<Step> {
        let asked: Vec<Option<(QuestionId, Step)>> =
            self.reading.items.iter().map(|item| self.question(item)).collect();
        let items = self.reading.items.iter().enumerate();
        items
            .map(|(n, item)| match (&asked[n], item.kind) {
                (Some((_, step)), _) => step.clone(),
                (None, ItemKind::Story | ItemKind::Point) => self.answer(item, &asked),
                (None, ItemKind::Interview) => self.interview(item),
                _ => Step::Rest,
            })
            .collect()
    }

    fn interview(&self, item: &Item) -> Step {
        let body = self.reading.body(item);
        let body = file_body(&body, self.reading.file.to_lowercase().ends_with(".org"));
        if self.copied || self.interviews.iter().any(|one| held(one, &body)) {
            return Step::Known;
        }
        Step::Interview(entry(item.title.as_deref().unwrap_or_default(), &body), body)
    }

    /// A question of the notes: one of the bank, or one of the person's own.
    fn question(&mut self, item: &Item) -> Option<(QuestionId, Step)> {
        if !matches!(item.kind, ItemKind::Question | ItemKind::AskThem) {
            return None;
        }
        let ask = item.title.as_deref()?;
        let category = if item.kind == ItemKind::AskThem {
            Category::AskThem
        } else {
            item.category
        };
        if let Linked::Same(id) = self.index.link(ask, category) {
            return Some((id, Step::Known));
        }
        let id = self.new_question_id(ask);
        let question = NewQuestion {
            id: id.clone(),
            ask: ask.to_owned(),
            category,
            probes: Vec::new(),
        };
        let step = if self.copied {
            Step::Known
        } else {
            Step::Question(question)
        };
        Some((id.into(), step))
    }

    fn new_question_id(&mut self, ask: &str) -> String {
        let slug: String = slug(ask).chars().take(40).collect();
        let base = format!("own-{}", slug.trim_end_matches('-'));
        if self.taken.insert(base.clone()) {
            return base;
        }
        // The last number is kept, since one question may stand in a file thousands of times.
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let id = format!("{base}-{number}");
            if self.taken.insert(id.clone()) {
                self.numbers.insert(base, number);
                return id;
            }
        }
    }

    fn answer(&self, item: &Item, asked: &[Option<(QuestionId, Step)>]) -> Step {
        let body = self.reading.body(item);
        if self.copied || self.known(&body) {
            return Step::Known;
        }
        let titles = || {
            item.answers
                .iter()
                .filter_map(|n| self.reading.items.get(*n)?.title.clone())
        };
        let title = item
            .title
            .clone()
            .or_else(|| titles().next())
            .unwrap_or_else(|| format!("{}, line {}", self.reading.file, item.lines.0));
        let mut questions: Vec<QuestionId> = item
            .answers
            .iter()
            .filter_map(|n| asked.get(*n)?.as_ref().map(|(id, _)| id.clone()))
            .collect();
        if questions.is_empty() {
            questions = match self.index.link(&title, item.category) {
                Linked::Same(id) => vec![id],
                Linked::Serves(ids) => ids,
            };
        }
        Step::Answer {
            title,
            kind: if item.kind == ItemKind::Story {
                Kind::Story
            } else {
                Kind::Point
            },
            category: item.category,
            questions,
            source: format!("{}:{}-{}", self.reading.file, item.lines.0, item.lines.1),
            sample: item.sample,
            body,
        }
    }

    /// Whether an answer has this text already, or an earlier import held it.
    fn known(&self, body: &str) -> bool {
        let text = body.trim();
        self.library.answers().iter().any(|answer| answer.body().trim() == text)
            || text.chars().count() >= TELLING && self.earlier.iter().any(|(_, _, copy)| copy.contains(text))
    }
}
