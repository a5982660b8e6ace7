use super::*;
use crate::domain::answer::Answer;
use crate::domain::answer::tests::answer;
use crate::domain::history::History;
use crate::domain::history::event::What;
use crate::domain::history::tests::{attempt, event};
use crate::domain::question::level::{Level, Levels};
use crate::domain::question::{Origin, Parts};
use crate::domain::settings::Settings;
use jiff::Timestamp;
use proptest::prelude::*;

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
    assert_eq!(of(Pick::Weak), "q03 q20 q10 q05 q22 q16");
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

fn of_level(id: &str, category: Category, levels: &[Level]) -> Question {
    let levels = levels.iter().copied().map(Levels::one).reduce(Levels::and);
    Question {
        levels: levels.unwrap_or(Levels::ALL),
        ..question(id, category)
    }
}

fn of_levels() -> Library {
    let questions = vec![
        of_level("anybody", Category::Failure, &[]),
        of_level("senior", Category::Failure, &[Level::Senior, Level::Staff]),
        of_level("staff", Category::Failure, &[Level::Staff, Level::Manager]),
        of_level("manager", Category::People, &[Level::Manager]),
    ];
    Library::new(questions, Vec::new())
}

/// All that may be asked, by id.
fn all_asked(library: &Library, level: Option<Levels>, only: &Only, categories: &[Category]) -> Vec<String> {
    let settings = Settings {
        level,
        ..Settings::default()
    };
    let (history, wish) = (
        History::default(),
        SelectionCriteria {
            categories,
            only,
            count: 9,
            ..EVERYTHING
        },
    );
    let practice = practice(library, &history, &settings);
    let asked = super::pick(&practice, &wish, &mut DrillRng::new(1));
    let mut ids: Vec<String> = asked.iter().map(|question| question.id.to_string()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn nothing_comes_that_only_others_are_asked_and_a_category_of_theirs_only_by_its_name() {
    let library = of_levels();
    let asked = |level: &[Level], categories: &[Category]| {
        let level = level.iter().copied().map(Levels::one).reduce(Levels::and);
        all_asked(&library, level, &NOTHING_MORE, categories)
    };
    assert_eq!(asked(&[], &[]), ["anybody", "senior"]);
    assert_eq!(asked(&[Level::Junior], &[]), ["anybody"]);
    assert_eq!(
        asked(&[Level::Junior, Level::Manager], &[]),
        ["anybody", "manager", "staff"]
    );
    assert_eq!(asked(&Level::ALL, &[]).len(), 4);
    assert_eq!(asked(&[], &[Category::Failure]), ["anybody", "senior"]);
    assert_eq!(asked(&[], &[Category::People]), ["manager"]);
    assert_eq!(asked(&[Level::Junior], &[Category::People]), [""; 0]);
}

#[test]
fn a_drill_keeps_to_what_everybody_is_asked_to_what_has_an_answer_and_to_a_list() {
    let common = |id: &str, common| Question {
        common,
        ..question(id, Category::Failure)
    };
    let questions = vec![
        common("all", true),
        common("told", true),
        common("own", false),
        common("rest", false),
    ];
    let answer = Answer {
        questions: vec!["told".into(), "own".into()],
        ..answer("## Action\n- did it\n")
    };
    let library = Library::new(questions, vec![answer]);
    let asked = |common, answered, among: &[&str]| {
        let among = (!among.is_empty()).then(|| among.iter().map(|id| QuestionId::from(*id)).collect());
        let only = Only {
            common,
            answered,
            levels: None,
            among,
        };
        all_asked(&library, None, &only, &[])
    };
    assert_eq!(asked(true, false, &[]), ["all", "told"]);
    assert_eq!(asked(false, true, &[]), ["own", "told"]);
    assert_eq!(asked(true, true, &[]), ["told"]);
    assert_eq!(asked(false, false, &["own", "all"]), ["all", "own"]);
    assert_eq!(asked(false, true, &["own", "all"]), ["own"]);
    assert_eq!(asked(true, true, &["own", "all"]), [""; 0]);
    assert_eq!(asked(false, false, &[]).len(), 4);
}

#[test]
fn a_level_that_is_said_for_a_drill_stands_before_that_of_the_settings() {
    let library = of_levels();
    let at = |level: &[Level], categories: &[Category]| {
        let levels = level.iter().copied().map(Levels::one).reduce(Levels::and);
        let only = Only {
            levels,
            ..Only::default()
        };
        all_asked(&library, Some(Levels::one(Level::Junior)), &only, categories)
    };
    assert_eq!(at(&[], &[]), ["anybody"]);
    assert_eq!(at(&[Level::Manager], &[]), ["anybody", "manager", "staff"]);
    assert_eq!(at(&[], &[Category::People]), [""; 0]);
    assert_eq!(at(&[Level::Manager], &[Category::People]), ["manager"]);
}
