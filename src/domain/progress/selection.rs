//! Choosing the questions of a drill: seeded, and the same on every machine and in every version.

use std::collections::{HashMap, HashSet};

use super::evidence::Evidence;
use super::readiness::{Readiness, went_well};
use super::score::method;
use super::standing::standings;
use crate::domain::category::Category;
use crate::domain::history::attempt::Pick;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::library::Library;
use crate::domain::memory::{Memory, RETENTION};
use crate::domain::question::Question;
use crate::domain::question::level::Levels;
use crate::domain::random::DrillRng;

/// The weight that keeps a question possible of which nothing is wanted.
const LEAST_WEIGHT: f64 = 0.01;

/// What else a question must be to be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// What everybody is asked.
    pub common: bool,
    /// What there is an answer of one's own for.
    pub answered: bool,
    /// What somebody of these levels is asked, instead of the level of the settings.
    pub levels: Option<Levels>,
    /// One of these.
    pub among: Option<HashSet<QuestionId>>,
}

impl Only {
    /// Whether it leaves any question out beside those of other levels.
    pub fn narrows(&self) -> bool {
        self.common || self.answered || self.among.is_some()
    }

    fn lets(&self, library: &Library, question: &Question) -> bool {
        (!self.common || question.common)
            && (!self.answered || library.answers_to(&question.id).next().is_some())
            && self.among.as_ref().is_none_or(|among| among.contains(&question.id))
    }
}

/// What a drill may ask and how it chooses.
#[derive(Clone, Debug)]
pub struct SelectionCriteria<'a> {
    /// Only these categories; empty: all.
    pub categories: &'a [Category],
    /// Only questions with one of these tags; empty: all.
    pub tags: &'a [String],
    /// Only questions that are this too.
    pub only: &'a Only,
    /// How many.
    pub count: usize,
    /// How they are chosen.
    pub pick: Pick,
    /// This one first, where it may be asked.
    pub first: Option<&'a QuestionId>,
}

/// The questions of a drill: none twice, no answer needed twice while another question fits, neighbours of different
/// categories where what may be asked allows it.
///
/// `weak` draws by what is wanted of the category, times how often the question is asked, times what is missing of it.
/// `due` takes what [`is_due`]: what went froze or rough first, then the least remembered.
/// `random` does not look at the log, so the same seed over the same files asks the same on a fresh home.
pub fn pick<'a>(practice: &Evidence<'a>, wish: &SelectionCriteria, chance: &mut DrillRng) -> Vec<&'a Question> {
    let library = practice.library;
    let mut pool = candidates(practice, wish);
    let mut weights = weights(practice, &pool, wish.pick);
    let count = wish.count.min(pool.len());
    let mut chosen: Vec<&Question> = Vec::with_capacity(count);
    let mut used: HashSet<&AnswerId> = HashSet::new();
    let mut first = wish
        .first
        .and_then(|id| pool.iter().position(|question| question.id == *id));
    while chosen.len() < count {
        let last = chosen.last().map(|question| question.category);
        let fresh: Vec<bool> = pool
            .iter()
            .map(|question| has_fresh_answer(library, question, &used))
            .collect();
        let allowed = narrowed(&pool, &fresh, last, count - chosen.len());
        let place = match (first.take(), wish.pick) {
            (Some(place), _) => place,
            (None, Pick::Due) => largest(&weights, &allowed),
            (None, Pick::Weak | Pick::Random | Pick::New) => draw(&weights, &allowed, chance),
        };
        let question = pool.remove(place);
        weights.remove(place);
        if let Some(answer) = library
            .answers_to(&question.id)
            .find(|answer| !used.contains(&answer.id))
        {
            used.insert(&answer.id);
        }
        chosen.push(question);
    }
    apart(chosen)
}

/// The questions to choose from. A category that is named is asked though it is hidden; and while the level is not known,
/// one that has only questions for staff and managers.
fn candidates<'a>(practice: &Evidence<'a>, wish: &SelectionCriteria) -> Vec<&'a Question> {
    let settings = practice.settings;
    let level = wish.only.levels.or(settings.level);
    let questions = practice.library.questions();
    let named = |question: &&Question| wish.categories.contains(&question.category);
    let of_all = questions.iter().filter(|question| question.suits(None));
    let of_all: HashSet<Category> = of_all.map(|question| question.category).collect();
    let suits = |question: &&Question| question.suits(level) || level.is_none() && !of_all.contains(&question.category);
    let shown = |question: &&Question| {
        if wish.categories.is_empty() {
            settings.admits_as(question, level)
        } else {
            named(question) && !settings.hides(&question.id) && suits(question)
        }
    };
    let tagged = |question: &&Question| wish.tags.is_empty() || question.tags.iter().any(|tag| wish.tags.contains(tag));
    let picked = |question: &&Question| match wish.pick {
        Pick::Weak | Pick::Random => true,
        Pick::New => practice.history.of_question(&question.id).next().is_none(),
        Pick::Due => is_due(practice, question),
    };
    let only = |question: &&Question| wish.only.lets(practice.library, question);
    let fits = |question: &&Question| tagged(question) && shown(question) && only(question) && picked(question);
    questions.iter().filter(fits).collect()
}

fn weights(practice: &Evidence, pool: &[&Question], pick: Pick) -> Vec<f64> {
    match pick {
        Pick::Random | Pick::New => vec![1.0; pool.len()],
        Pick::Due => {
            let forgotten = |question: &Question| 1.0 - practice.history.recall(&question.id, practice.now);
            let first = |question: &Question| f64::from(u8::from(went_poorly(practice, question)));
            pool.iter()
                .map(|question| first(question) + forgotten(question))
                .collect()
        }
        Pick::Weak => {
            let wanted: HashMap<Category, f64> = standings(practice)
                .into_iter()
                .map(|standing| (standing.category, standing.wanted()))
                .collect();
            let wanted = |question: &Question| wanted.get(&question.category).copied().unwrap_or(1.0);
            let readiness = Readiness::of(practice, method(practice.history));
            let worth = |question: &Question| readiness.drawn(question) * (1.0 - readiness.of_question(question));
            let weight = |question: &&Question| (wanted(question) * worth(question)).max(LEAST_WEIGHT);
            pool.iter().map(weight).collect()
        }
    }
}

/// Whether a question comes back now: it was told on a day before, and went froze or rough then, or is remembered less
/// than [`RETENTION`] by now.
pub fn is_due(practice: &Evidence, question: &Question) -> bool {
    let fading = |memory: &Memory| memory.recall(practice.history.pace(), practice.now) < RETENTION;
    let before = |memory: &&Memory| memory.last().date() < practice.today();
    let memory = practice.history.memory(&question.id).filter(before);
    memory.is_some_and(|memory| fading(memory) || went_poorly(practice, question))
}

fn went_poorly(practice: &Evidence, question: &Question) -> bool {
    let last = practice.history.of_question(&question.id).next_back();
    last.is_some_and(|attempt| !went_well(attempt))
}

/// Whether telling it needs no answer told before in this drill: it has none, or another one.
fn has_fresh_answer(library: &Library, question: &Question, used: &HashSet<&AnswerId>) -> bool {
    let mut answers = library.answers_to(&question.id).peekable();
    answers.peek().is_none() || answers.any(|answer| !used.contains(&answer.id))
}

/// Where to draw from: another category that leaves the rest a way to go on, and a fresh answer; else one of the two,
/// else anything.
fn narrowed(pool: &[&Question], fresh: &[bool], last: Option<Category>, count: usize) -> Vec<bool> {
    let mut left: HashMap<Category, usize> = HashMap::new();
    for question in pool {
        *left.entry(question.category).or_default() += 1;
    }
    // The first question is drawn by its weight alone.
    let open: HashSet<Category> = left
        .keys()
        .filter(|category| last.is_none() || Some(**category) != last && goes_on(&left, **category, count - 1))
        .copied()
        .collect();
    let other: Vec<bool> = pool
        .iter()
        .map(|question| {
            if open.is_empty() {
                Some(question.category) != last
            } else {
                open.contains(&question.category)
            }
        })
        .collect();
    let both: Vec<bool> = fresh.iter().zip(&other).map(|(a, b)| *a && *b).collect();
    [both, other, fresh.to_vec()]
        .into_iter()
        .find(|allowed| allowed.contains(&true))
        .unwrap_or_else(|| vec![true; pool.len()])
}

/// Whether so many more can follow a question of this category without two neighbours alike: no category can fill more
/// than every other place, and this one not the first of them.
fn goes_on(left: &HashMap<Category, usize>, taken: Category, count: usize) -> bool {
    let usable = left.iter().map(|(category, left)| {
        if *category == taken {
            (left - 1).min(count / 2)
        } else {
            (*left).min(count.div_ceil(2))
        }
    });
    usable.sum::<usize>() >= count
}

/// The allowed place with the largest weight, the first of equals.
fn largest(weights: &[f64], allowed: &[bool]) -> usize {
    let mut place = None;
    for (n, weight) in weights.iter().enumerate().filter(|(n, _)| allowed[*n]) {
        if place.is_none_or(|place: usize| weights[place] < *weight) {
            place = Some(n);
        }
    }
    place.unwrap_or(0)
}

fn draw(weights: &[f64], allowed: &[bool], chance: &mut DrillRng) -> usize {
    let open = || {
        weights
            .iter()
            .zip(allowed)
            .enumerate()
            .filter(|(_, (_, allowed))| **allowed)
    };
    let total: f64 = open().map(|(_, (weight, _))| weight).sum();
    let mut left = chance.unit() * total;
    let mut place = 0;
    for (n, (weight, _)) in open() {
        place = n;
        left -= weight;
        if left < 0.0 {
            break;
        }
    }
    place
}

/// Moves questions so that neighbours differ in category where that is possible; the first stays.
pub(super) fn apart(mut questions: Vec<&Question>) -> Vec<&Question> {
    let clash = |some: &[&Question]| {
        some.windows(2)
            .filter(|pair| pair[0].category == pair[1].category)
            .count()
    };
    if clash(&questions) == 0 {
        return questions;
    }
    let mut ordered: Vec<&Question> = Vec::with_capacity(questions.len());
    ordered.push(questions.remove(0));
    while !questions.is_empty() {
        let last = ordered.last().map(|question| question.category);
        let count = |category| {
            questions
                .iter()
                .filter(|question| question.category == category)
                .count()
        };
        let place = (0..questions.len())
            .filter(|n| Some(questions[*n].category) != last)
            .max_by_key(|n| (count(questions[*n].category), questions.len() - n))
            .unwrap_or(0);
        ordered.push(questions.remove(place));
    }
    ordered
}

#[cfg(test)]
pub(crate) mod tests;
