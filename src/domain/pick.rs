//! Choosing the questions of a drill: seeded, and the same on every machine and in every version.

use std::collections::{HashMap, HashSet};

use rand::Rng;
use rand_pcg::Pcg32;

use super::attempt::Pick;
use super::category::Category;
use super::id::AnswerId;
use super::library::Library;
use super::need::{recall, standings};
use super::practice::Practice;
use super::question::Question;

/// The stream of the generator, PCG XSH RR 64/32, that drills are drawn from. Changing it changes every seeded drill.
const STREAM: u64 = 0x6772_6565_6e72_6f6f;

/// The weight that keeps a question possible whose need or forgetting is nil.
const LEAST_WEIGHT: f64 = 0.01;

/// The seeded generator of a drill.
pub struct Chance(Pcg32);

impl Chance {
    /// The generator for a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(Pcg32::new(seed, STREAM))
    }

    /// A number from 0 to below 1, of 53 bits.
    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below this one.
    pub(super) fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count.saturating_sub(1))
    }
}

/// What a drill may ask and how it chooses.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// Only these categories; empty: all.
    pub categories: &'a [Category],
    /// Only questions with one of these tags; empty: all.
    pub tags: &'a [String],
    /// How many.
    pub count: usize,
    /// How they are chosen.
    pub pick: Pick,
}

/// The questions of a drill: none twice, no answer needed twice while another question fits, neighbours of different
/// categories where possible.
///
/// `random` does not look at the log, so the same seed over the same files asks the same on a fresh home.
pub fn pick<'a>(practice: &Practice<'a>, wish: &Wish, chance: &mut Chance) -> Vec<&'a Question> {
    let library = practice.library;
    let mut pool = candidates(practice, wish);
    if wish.pick == Pick::New {
        pool.retain(|question| practice.history.of_question(&question.id).next().is_none());
    }
    let mut weights = weights(practice, &pool, wish.pick);
    let mut chosen: Vec<&Question> = Vec::new();
    let mut used: HashSet<&AnswerId> = HashSet::new();
    while chosen.len() < wish.count && !pool.is_empty() {
        let last = chosen.last().map(|question| question.category);
        let fresh: Vec<bool> = pool
            .iter()
            .map(|question| has_fresh_answer(library, question, &used))
            .collect();
        let allowed = narrowed(&pool, &fresh, last);
        let place = draw(&weights, &allowed, chance);
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

fn candidates<'a>(practice: &Practice<'a>, wish: &Wish) -> Vec<&'a Question> {
    let named = !wish.categories.is_empty();
    let settings = practice.settings;
    practice
        .library
        .questions()
        .iter()
        .filter(|question| {
            let shown = settings.admits(question)
                || named && question.suits(settings.level) && wish.categories.contains(&question.category);
            shown
                && !settings.hides(&question.id)
                && (!named || wish.categories.contains(&question.category))
                && (wish.tags.is_empty() || question.tags.iter().any(|tag| wish.tags.contains(tag)))
        })
        .collect()
}

fn weights(practice: &Practice, pool: &[&Question], pick: Pick) -> Vec<f64> {
    if pick != Pick::Weak {
        return vec![1.0; pool.len()];
    }
    let needs: HashMap<Category, f64> = standings(practice)
        .into_iter()
        .map(|standing| (standing.category, standing.need.unwrap_or(1.0)))
        .collect();
    pool.iter()
        .map(|question| {
            let kept = practice
                .history
                .of_question(&question.id)
                .next_back()
                .map_or(0.0, |attempt| recall(attempt.t, attempt.rating, practice.now));
            let need = needs.get(&question.category).copied().unwrap_or(1.0);
            (need * (1.0 - kept)).max(LEAST_WEIGHT)
        })
        .collect()
}

/// Whether telling it needs no answer told before in this drill: it has none, or another one.
fn has_fresh_answer(library: &Library, question: &Question, used: &HashSet<&AnswerId>) -> bool {
    let mut answers = library.answers_to(&question.id).peekable();
    answers.peek().is_none() || answers.any(|answer| !used.contains(&answer.id))
}

/// Where to draw from: another category and a fresh answer, else one of the two, else anything.
fn narrowed(pool: &[&Question], fresh: &[bool], last: Option<Category>) -> Vec<bool> {
    let other: Vec<bool> = pool.iter().map(|question| Some(question.category) != last).collect();
    let both: Vec<bool> = fresh.iter().zip(&other).map(|(a, b)| *a && *b).collect();
    [both, other, fresh.to_vec()]
        .into_iter()
        .find(|allowed| allowed.contains(&true))
        .unwrap_or_else(|| vec![true; pool.len()])
}

fn draw(weights: &[f64], allowed: &[bool], chance: &mut Chance) -> usize {
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
fn apart(mut questions: Vec<&Question>) -> Vec<&Question> {
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
pub(crate) mod tests {
    use super::*;
    use crate::domain::history::History;
    use crate::domain::question::{Level, Origin, Parts};
    use crate::domain::settings::Settings;
    use jiff::Timestamp;

    pub(crate) fn question(id: &str, category: Category) -> Question {
        Question {
            id: id.into(),
            ask: id.into(),
            category,
            levels: Level::ALL.to_vec(),
            tags: Vec::new(),
            speak: None,
            parts: Parts::Star,
            scored: true,
            probes: Vec::new(),
            listen_for: Vec::new(),
            origin: Origin::BuiltIn,
        }
    }

    fn library() -> Library {
        let questions = (0..24)
            .map(|n| question(&format!("q{n:02}"), Category::ALL[n % 4]))
            .collect();
        Library::new(questions, Vec::new())
    }

    fn ids(seed: u64, count: usize) -> Vec<String> {
        let library = library();
        let wish = Wish {
            categories: &[],
            tags: &[],
            count,
            pick: Pick::Random,
        };
        let practice = Practice {
            library: &library,
            history: &History::default(),
            settings: &Settings::default(),
            lessons: &[],
            now: Timestamp::UNIX_EPOCH,
        };
        pick(&practice, &wish, &mut Chance::new(seed))
            .iter()
            .map(|question| question.id.to_string())
            .collect()
    }

    #[test]
    fn a_seed_asks_the_same_in_every_version() {
        assert_eq!(ids(7, 6), ["q03", "q21", "q10", "q05", "q23", "q17"]);
        assert_ne!(ids(7, 6), ids(8, 6));
    }

    #[test]
    fn no_question_comes_twice_and_neighbours_differ() {
        for seed in 0..200 {
            let drawn = ids(seed, 24);
            let distinct: HashSet<&String> = drawn.iter().collect();
            assert_eq!(distinct.len(), 24);
            let category = |id: &str| id[1..].parse::<usize>().map_or(0, |n| n % 4);
            assert!(
                drawn.windows(2).all(|pair| category(&pair[0]) != category(&pair[1])),
                "seed {seed}"
            );
        }
    }

    #[test]
    fn the_most_frequent_category_is_spread() {
        let (a, b) = (Category::Conflict, Category::Failure);
        let made: Vec<Question> = [("1", b), ("2", a), ("3", a), ("4", b), ("5", a)]
            .iter()
            .map(|(id, category)| question(id, *category))
            .collect();
        let ordered = apart(made.iter().collect());
        assert!(
            ordered
                .windows(2)
                .filter(|pair| pair[0].category == pair[1].category)
                .count()
                <= 1
        );
        assert_eq!(ordered[0].id.as_str(), "1");
    }
}
