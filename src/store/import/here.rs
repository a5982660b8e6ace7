//! What of a file is here already: judged by the answers, questions and interviews the home has, never by the copies of
//! what was imported before. A copy only says what an answer was made of, so that one the person changed is known again.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::copies::Copies;
use crate::domain::answer::Answer;
use crate::domain::id::QuestionId;
use crate::domain::interview::Interview;
use crate::domain::library::Library;
use crate::domain::question::Origin;
use crate::import::account::{Held, same_words, words_of};
use crate::import::formats::journal::{Entry, held};
use crate::import::{Item, ItemKind, Reading};
use crate::text::fold::reads_alike;
use crate::text::line_ends::even;
use unicode_normalization::UnicodeNormalization;

/// Words from which on a text that is nearly another one is that one changed, whatever file it is from.
const SAID: usize = 20;

/// A text of at least this many characters is known by itself, a shorter one only under the same title.
const TELLING: usize = 40;

/// How an item is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// All of it, or what the person made of it.
    Whole,
    /// What of it stands in this text.
    Within(String),
    /// An answer of this title was made of an earlier text of the same file, most of which is the same.
    Changed(String),
}

/// What the home has, and how much of it was found in the file already: each answer stands for one item, and so does each
/// question.
pub(super) struct Here<'a> {
    pub(super) library: &'a Library,
    interviews: &'a [Interview],
    copies: &'a Copies,
    /// Questions of the home that stand for an item.
    stood_for: HashSet<QuestionId>,
    /// Questions there are, and those the file brings further up, by their words.
    by_words: HashMap<Vec<u64>, QuestionId>,
}

impl<'a> Here<'a> {
    pub(super) fn new(library: &'a Library, interviews: &'a [Interview], copies: &'a Copies) -> Here<'a> {
        // Of several in the same words the first counts.
        let questions = library.questions().iter().rev();
        let questions = questions.map(|question| (words_of(&question.ask), question.id.clone()));
        Here {
            library,
            interviews,
            copies,
            stood_for: HashSet::new(),
            by_words: questions.collect(),
        }
    }

    /// The question in these words.
    pub(super) fn asked(&self, ask: &str) -> Option<QuestionId> {
        self.by_words.get(&words_of(ask)).cloned()
    }

    /// Notes a question the file brings.
    pub(super) fn bring(&mut self, ask: &str, id: QuestionId) {
        self.by_words.insert(words_of(ask), id);
    }

    /// A question that is here: what of it has a place, and whether its own words do. One of the home in the same words
    /// stands for it, once, with the probes it has.
    pub(super) fn question(&mut self, item: &Item, id: &QuestionId) -> (Held<'static>, bool) {
        let ask = item.title.as_deref().unwrap_or_default();
        let own = self
            .library
            .question(id.as_str())
            .filter(|question| question.origin != Origin::BuiltIn && same_words(&question.ask, ask));
        let stands = own.filter(|_| self.stood_for.insert(id.clone()));
        let has = |probe: &&String| {
            stands.is_some_and(|question| question.probes.iter().any(|one| same_words(&one.ask, probe)))
        };
        let mut texts = vec![ask.to_owned().into()];
        texts.extend(item.probes.iter().filter(has).map(|probe| probe.clone().into()));
        let held = Held {
            texts,
            ..Held::default()
        };
        (held, stands.is_some())
    }

    /// The interview a section is in: word for word, or one of the same company that began on the same day.
    pub(super) fn interview(&self, entry: &Entry, body: &str) -> Option<Known> {
        if self.interviews.iter().any(|one| held(one, body)) {
            return Some(Known::Whole);
        }
        let same = |one: &&Interview| reads_alike(&one.company, &entry.company) && begun(one) == entry.begun();
        let same = self.interviews.iter().find(same);
        same.map(|one| Known::Within(format!("{}\n{}", one.company, one.text)))
    }

    /// For each item how it is here as an answer: first by its text, then by what an answer was made of.
    pub(super) fn answers(&self, reading: &Reading) -> Vec<Option<Known>> {
        let told = |item: &&Item| matches!(item.kind, ItemKind::Story | ItemKind::Point);
        let mut found: Vec<Option<Known>> = vec![None; reading.items.len()];
        if self.library.answers().is_empty() || !reading.items.iter().any(|item| told(&item)) {
            return found;
        }
        let mut unused = Unused::new(self.library.answers());
        for (item, kept) in reading.items.iter().zip(&mut found).filter(|(item, _)| told(item)) {
            *kept = unused.by_text(item, &reading.body(item));
        }
        let missing = |(item, kept): &(&Item, &mut Option<Known>)| told(item) && kept.is_none();
        if reading.items.iter().zip(&mut found).any(|pair| missing(&pair)) {
            let origins = unused.origins(self.copies);
            for (item, kept) in reading.items.iter().zip(&mut found).filter(missing) {
                *kept = unused.by_origin(item, reading, &origins);
            }
            for (item, kept) in reading.items.iter().zip(&mut found).filter(missing) {
                *kept = unused.by_likeness(item, reading);
            }
        }
        found
    }
}

/// When an interview began: when the person applied, or the first round.
fn begun(interview: &Interview) -> Option<jiff::civil::Date> {
    let rounds = interview
        .rounds
        .iter()
        .filter_map(|round| round.at.as_ref().map(|at| at.day));
    interview.applied.into_iter().chain(rounds).min()
}

/// The answers that stand for no item yet.
struct Unused<'a> {
    answers: &'a [Answer],
    free: Vec<bool>,
    by_text: HashMap<u64, Vec<usize>>,
}

/// Answers by the passage they were made of.
type Origins = HashMap<u64, Vec<usize>>;

impl<'a> Unused<'a> {
    fn new(answers: &'a [Answer]) -> Unused<'a> {
        let mut by_text: HashMap<u64, Vec<usize>> = HashMap::new();
        for (n, answer) in answers.iter().enumerate() {
            by_text.entry(evened(answer.body())).or_default().push(n);
        }
        Unused {
            answers,
            free: vec![true; answers.len()],
            by_text,
        }
    }

    /// An answer of the same text; where there are several, the one of the same title.
    fn by_text(&mut self, item: &Item, body: &str) -> Option<Known> {
        let there = self.by_text.get(&evened(body))?;
        let free = || there.iter().copied().filter(|n| self.free[*n]);
        let short = body.trim().chars().count() < TELLING;
        let found = free().find(|n| titled(item, &self.answers[*n]));
        let found = found.or_else(|| free().next().filter(|_| !short))?;
        self.free[found] = false;
        let answer = &self.answers[found];
        Some(if titled(item, answer) {
            Known::Whole
        } else {
            Known::Within(format!("{}\n{}", answer.title, answer.body()))
        })
    }

    /// An answer that says most of the same words, four in five: one made of a file of this name, or of any where there
    /// are so many that nobody says them twice by chance.
    fn by_likeness(&mut self, item: &Item, reading: &Reading) -> Option<Known> {
        let body = words_of(&reading.body(item));
        if body.len() < TELLING / 4 {
            return None;
        }
        let from = |answer: &Answer| {
            answer
                .source
                .as_deref()
                .and_then(origin)
                .is_some_and(|(file, _)| file == reading.file)
        };
        let surely = body.len() >= SAID;
        let free = (0..self.answers.len()).filter(|n| self.free[*n] && (surely || from(&self.answers[*n])));
        let like = |n: &usize| alike(&body, &words_of(self.answers[*n].body()));
        let (found, like) = free.map(|n| (n, like(&n))).max_by_key(|(_, like)| *like)?;
        if like < 80 {
            return None;
        }
        self.free[found] = false;
        Some(Known::Changed(self.answers[found].title.clone()))
    }

    /// The free answers by the passage of a copy that they say they come from.
    fn origins(&self, copies: &Copies) -> Origins {
        let mut origins = Origins::new();
        let mut read: HashMap<&str, Option<Reading>> = HashMap::new();
        for (n, answer) in self.answers.iter().enumerate().filter(|(n, _)| self.free[*n]) {
            let Some((file, lines)) = answer.source.as_deref().and_then(origin) else {
                continue;
            };
            for name in copies.of(file) {
                let copy = read.entry(name).or_insert_with(|| copies.read(name));
                let passage = copy.as_ref().map_or("", |copy| copy.span(lines));
                if !passage.trim().is_empty() {
                    origins.entry(evened(passage)).or_default().push(n);
                }
            }
        }
        origins
    }

    /// An answer made of the very passage an item stands in; where more than one item stands there, of its title too.
    fn by_origin(&mut self, item: &Item, reading: &Reading, origins: &Origins) -> Option<Known> {
        let there = origins.get(&evened(reading.span(item.lines)))?;
        let free = || there.iter().copied().filter(|n| self.free[*n]);
        let others = reading.items.iter().filter(|one| one.lines == item.lines);
        let alone = others
            .filter(|one| matches!(one.kind, ItemKind::Story | ItemKind::Point))
            .count()
            == 1;
        let found = free().find(|n| titled(item, &self.answers[*n]));
        let found = found.or_else(|| free().next().filter(|_| alone))?;
        self.free[found] = false;
        Some(Known::Whole)
    }
}

/// How alike two texts are, in percent of the words they share.
fn alike(one: &[u64], other: &[u64]) -> usize {
    let mut counts: HashMap<u64, i64> = HashMap::new();
    for word in one {
        *counts.entry(*word).or_default() += 1;
    }
    let mut shared = 0;
    for word in other {
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    200 * shared / (one.len() + other.len()).max(1)
}

/// Whether an answer has an item's title; one without a title of its own is not known by it.
fn titled(item: &Item, answer: &Answer) -> bool {
    item.title
        .as_deref()
        .is_none_or(|title| same_words(title, &answer.title))
}

/// The file and the lines in `source: file:first-last`.
fn origin(source: &str) -> Option<(&str, (usize, usize))> {
    let (file, lines) = source.rsplit_once(':')?;
    let (first, last) = lines.split_once('-')?;
    Some((file, (first.parse().ok()?, last.parse().ok()?)))
}

/// What a text is compared by: its lines, whatever ends them, whatever blanks stand at their ends and however its letters
/// are composed.
fn evened(text: &str) -> u64 {
    let mut hash = DefaultHasher::new();
    let text: String = even(text, "\n").nfc().collect();
    for line in text.trim().lines() {
        line.trim_end().hash(&mut hash);
    }
    hash.finish()
}
