use super::*;
use crate::domain::answer::Answer;
use crate::domain::answer::tests::answer;
use crate::domain::history::History;
use crate::domain::history::event::EventKind;
use crate::domain::history::tests::{attempt, event};
use crate::domain::question::level::{Level, Levels};
use crate::domain::question::{Origin, Parts};
use crate::domain::settings::Settings;
use jiff::Timestamp;
use proptest::prelude::*;

mod levels;

pub(crate) fn question(id: &str, category: Category) -> Question {
    Question {
        id: id.into(),
        ask: id.into(),
        also: crate::domain::question::Also::default(),
        common: false,
        category,
        levels: Levels::ALL,
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

static NOTHING_MORE: Only = Only {
    common: false,
    answered: false,
    levels: None,
    among: None,
};

const EVERYTHING: SelectionCriteria = SelectionCriteria {
    categories: &[],
    tags: &[],
    only: &NOTHING_MORE,
    count: 0,
    pick: Pick::Random,
    first: None,
};

static ZONE: crate::domain::days::Local = crate::domain::days::Local::UTC;

fn practice<'a>(library: &'a Library, history: &'a History, settings: &'a Settings) -> Evidence<'a> {
    Evidence {
        library,
        history,
        settings,
        lessons: &[],
        next: None,
        now: Timestamp::from_second(40 * DAY).unwrap_or_default(),
        zone: &ZONE,
    }
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
    let wish = SelectionCriteria {
        count,
        pick,
        first,
        ..EVERYTHING
    };
    let settings = Settings::default();
    let asked = super::pick(&practice(library, history, &settings), &wish, &mut DrillRng::new(seed));
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
        event(n, day * DAY, EventKind::Attempt(Box::new(attempt)))
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
    assert_eq!(of(Pick::Weak), "q03 q20 q10 q05 q23 q17");
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
fn what_is_due_was_told_and_went_badly_or_is_fading_the_most_faded_of_the_bad_first() {
    let (library, history) = (library(), history());
    let now = Timestamp::from_second(40 * DAY).unwrap_or_default();
    let recall = |id: &str| history.recall(&id.into(), now);
    let poor = |id: &str| {
        history
            .of_question(&id.into())
            .next_back()
            .is_some_and(|last| !went_well(last))
    };
    let due = |id: &str| recall(id) > 0.0 && (recall(id) < RETENTION || poor(id));
    let asked = drawn(&library, &history, Pick::Due, 1, 24);
    let all = (0..24).map(|n| format!("q{n:02}"));
    assert_eq!(asked.len(), all.filter(|id| due(id)).count());
    assert!(asked.len() > 3 && asked.iter().all(|id| due(id)), "{asked:?}");
    assert!(poor(&asked[0]));
    let bad = asked.iter().filter(|id| poor(id));
    assert!(bad.into_iter().all(|id| recall(id) >= recall(&asked[0])));
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
        let practice = Evidence {
            library: &library,
            history: &history,
            settings: &Settings::default(),
            lessons: &[],
            next: None,
            now: Timestamp::from_second(40 * DAY).unwrap_or_default(),
            zone: &crate::domain::days::Local::UTC,
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
