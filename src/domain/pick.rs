//! Choosing the questions of a drill: seeded, and the same on every machine and in every version.

use std::collections::{HashMap, HashSet};

use rand::Rng;
use rand_pcg::Pcg32;

use super::attempt::Pick;
use super::category::Category;
use super::id::{AnswerId, QuestionId};
use super::library::Library;
use super::need::standings;
use super::practice::Practice;
use super::question::Question;
use super::recall::RETENTION;

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
    pub(super) fn unit(&mut self) -> f64 {
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
    /// This one first, where it may be asked.
    pub first: Option<&'a QuestionId>,
}

/// The questions of a drill: none twice, no answer needed twice while another question fits, neighbours of different
/// categories where what may be asked allows it.
///
/// `weak` draws by need x (1 - recall), need that of the category (1 where it was never tried) and recall that of the
/// question. `due` takes what was told and is now remembered less than [`RETENTION`], the least remembered first.
/// `random` does not look at the log, so the same seed over the same files asks the same on a fresh home.
pub fn pick<'a>(practice: &Practice<'a>, wish: &Wish, chance: &mut Chance) -> Vec<&'a Question> {
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
                && match wish.pick {
                    Pick::Weak | Pick::Random => true,
                    Pick::New => practice.history.of_question(&question.id).next().is_none(),
                    Pick::Due => practice
                        .history
                        .memory(&question.id)
                        .is_some_and(|memory| memory.recall(practice.history.pace(), practice.now) < RETENTION),
                }
        })
        .collect()
}

fn weights(practice: &Practice, pool: &[&Question], pick: Pick) -> Vec<f64> {
    let forgotten = |question: &Question| 1.0 - practice.history.recall(&question.id, practice.now);
    match pick {
        Pick::Random | Pick::New => vec![1.0; pool.len()],
        Pick::Due => pool.iter().map(|question| forgotten(question)).collect(),
        Pick::Weak => {
            let needs: HashMap<Category, f64> = standings(practice)
                .into_iter()
                .map(|standing| (standing.category, standing.need.unwrap_or(1.0)))
                .collect();
            let need = |question: &Question| needs.get(&question.category).copied().unwrap_or(1.0);
            pool.iter()
                .map(|question| (need(question) * forgotten(question)).max(LEAST_WEIGHT))
                .collect()
        }
    }
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
pub(crate) mod tests {
    use super::*;
    use crate::domain::event::What;
    use crate::domain::history::History;
    use crate::domain::history::tests::{attempt, event};
    use crate::domain::question::{Level, Origin, Parts};
    use crate::domain::settings::Settings;
    use jiff::Timestamp;
    use proptest::prelude::*;

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

    fn drawn(library: &Library, history: &History, pick: Pick, seed: u64, count: usize) -> Vec<String> {
        drawn_with(library, history, (pick, None), seed, count)
    }

    fn drawn_with(
        library: &Library,
        history: &History,
        (pick, first): (Pick, Option<&QuestionId>),
        seed: u64,
        count: usize,
    ) -> Vec<String> {
        let wish = Wish {
            categories: &[],
            tags: &[],
            count,
            pick,
            first,
        };
        let practice = Practice {
            library,
            history,
            settings: &Settings::default(),
            lessons: &[],
            now: Timestamp::from_second(40 * DAY).unwrap_or_default(),
        };
        let asked = super::pick(&practice, &wish, &mut Chance::new(seed));
        asked.iter().map(|question| question.id.to_string()).collect()
    }

    fn ids(seed: u64, count: usize) -> Vec<String> {
        drawn(&library(), &History::default(), Pick::Random, seed, count)
    }

    const DAY: i64 = 86_400;

    /// Half of the questions told, some of them badly, over five weeks.
    fn history() -> History {
        let told = (0..30_u64).map(|n| {
            let (question, day) = (n * 7 % 12 * 2, n as i64);
            let category = Category::ALL[question as usize % 4];
            let rating = crate::domain::rating::Rating::ALL[(n * n) as usize % 4];
            let attempt = attempt(
                &format!("a{n}"),
                day * DAY,
                &format!("q{question:02}"),
                category,
                rating,
            );
            event(n, day * DAY, What::Attempt(Box::new(attempt)))
        });
        History::fold(told.collect())
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

    #[test]
    fn a_seed_over_a_history_asks_the_same_in_every_version() {
        let (library, history) = (library(), history());
        let of = |pick| drawn(&library, &history, pick, 7, 6).join(" ");
        assert_eq!(of(Pick::Random), "q03 q21 q10 q05 q23 q17");
        assert_eq!(of(Pick::Weak), "q03 q21 q11 q04 q23 q16");
        assert_eq!(of(Pick::Due), "q12 q02 q00 q06 q16 q10");
        assert_eq!(of(Pick::New), "q03 q21 q11 q05 q23 q17");
    }

    #[test]
    fn the_one_to_begin_with_is_asked_first_and_once_where_it_may_be_asked() {
        let (library, history) = (library(), history());
        let of = |first: &str, pick| drawn_with(&library, &history, (pick, Some(&first.into())), 7, 24);
        for pick in [Pick::Random, Pick::Weak, Pick::Due] {
            let asked = of("q12", pick);
            assert_eq!(asked[0], "q12");
            assert_eq!(asked.iter().filter(|id| *id == "q12").count(), 1);
        }
        assert_eq!(of("q99", Pick::Weak), drawn(&library, &history, Pick::Weak, 7, 24));
    }

    #[test]
    fn what_is_due_was_told_and_is_fading_the_most_faded_first() {
        let (library, history) = (library(), history());
        let now = Timestamp::from_second(40 * DAY).unwrap_or_default();
        let asked = drawn(&library, &history, Pick::Due, 1, 24);
        assert!(asked.len() > 3 && asked.len() < 12, "{asked:?}");
        let recall = |id: &str| history.recall(&id.into(), now);
        assert!(asked.iter().all(|id| recall(id) > 0.0 && recall(id) < RETENTION));
        assert!(asked.iter().all(|id| recall(id) >= recall(&asked[0])));
        assert_eq!(
            drawn(&library, &History::default(), Pick::Due, 1, 5),
            Vec::<String>::new()
        );
    }

    /// The chance of a chi-square value at least so large, by the cube root of Wilson and Hilferty.
    fn chance_of(chi_square: f64, freedom: f64) -> f64 {
        let spread = 2.0 / (9.0 * freedom);
        let z = ((chi_square / freedom).cbrt() - (1.0 - spread)) / spread.sqrt();
        // The upper tail of the normal distribution (Abramowitz and Stegun 26.2.17).
        let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
        let series = [
            0.319_381_530,
            -0.356_563_782,
            1.781_477_937,
            -1.821_255_978,
            1.330_274_429,
        ];
        let sum: f64 = series.iter().rev().fold(0.0, |sum, term| (sum + term) * t);
        let tail = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() * sum;
        if z < 0.0 { 1.0 - tail } else { tail }
    }

    #[test]
    fn the_first_question_comes_as_often_as_it_weighs() {
        let (library, history) = (library(), history());
        assert!((chance_of(23.685, 14.0) - 0.05).abs() < 0.002);
        for pick in [Pick::Weak, Pick::Random] {
            let practice = Practice {
                library: &library,
                history: &history,
                settings: &Settings::default(),
                lessons: &[],
                now: Timestamp::from_second(40 * DAY).unwrap_or_default(),
            };
            let pool: Vec<&Question> = library.questions().iter().collect();
            let weights = weights(&practice, &pool, pick);
            let total: f64 = weights.iter().sum();
            let mut counts = vec![0_u32; pool.len()];
            for seed in 0..10_000 {
                let first = &drawn(&library, &history, pick, seed, 3)[0];
                counts[first[1..].parse::<usize>().unwrap_or_default()] += 1;
            }
            let chi_square: f64 = weights
                .iter()
                .zip(&counts)
                .map(|(weight, count)| {
                    let expected = 10_000.0 * weight / total;
                    (f64::from(*count) - expected).powi(2) / expected
                })
                .sum();
            let chance = chance_of(chi_square, (pool.len() - 1) as f64);
            assert!(chance > 0.001, "{pick:?}: chi-square {chi_square}, p {chance}");
        }
    }

    /// Whether so many questions can follow one of a category with no two neighbours alike, by trying everything.
    fn can_follow(left: &mut [usize; 4], last: usize, count: usize) -> bool {
        count == 0
            || (0..4).any(|next| {
                if next == last || left[next] == 0 {
                    return false;
                }
                left[next] -= 1;
                let can = can_follow(left, next, count - 1);
                left[next] += 1;
                can
            })
    }

    proptest! {
        #[test]
        fn no_question_twice_and_neighbours_differ_whenever_that_is_possible(
            sizes in proptest::array::uniform4(0..5_usize),
            count in 1..9_usize,
            seed in any::<u64>(),
            pick in prop::sample::select(vec![Pick::Weak, Pick::Random, Pick::New]),
        ) {
            let questions = (0..4).flat_map(|category| {
                (0..sizes[category]).map(move |n| question(&format!("q{category}{n}"), Category::ALL[category]))
            });
            let library = Library::new(questions.collect(), Vec::new());
            let asked = drawn(&library, &History::default(), pick, seed, count);
            prop_assert_eq!(asked.len(), count.min(sizes.iter().sum()));
            prop_assert_eq!(asked.iter().collect::<HashSet<_>>().len(), asked.len());
            let categories: Vec<&str> = asked.iter().map(|id| &id[1..2]).collect();
            if let Some(first) = categories.first().and_then(|first| first.parse::<usize>().ok()) {
                let mut left = sizes;
                left[first] -= 1;
                let possible = can_follow(&mut left, first, asked.len() - 1);
                let differ = categories.windows(2).all(|pair| pair[0] != pair[1]);
                prop_assert_eq!(differ, possible, "{:?}", asked);
            }
        }
    }
}
