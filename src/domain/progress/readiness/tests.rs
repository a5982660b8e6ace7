use super::*;
use crate::domain::days::Local;
use crate::domain::history::History;
use crate::domain::history::event::{Event, EventKind};
use crate::domain::history::tests::{attempt, event};
use crate::domain::memory::forgetting::ForgettingCurve;
use crate::domain::progress::feedback_signal::FeedbackSignal;
use crate::domain::progress::selection::tests::question;
use crate::domain::progress::standing::{CategoryStatus, standings};
use crate::domain::settings::Settings;
use jiff::Timestamp;
use proptest::prelude::*;

const DAY: i64 = 86_400;

/// One attempt: the day, the rating, the question.
type Seed = (i64, u8, u8);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    proptest::collection::vec((0..90_i64, 0..4_u8, 0..6_u8), 1..20)
}

fn told(n: usize, (day, rating, question): Seed) -> Event {
    let t = day * DAY + 500 * n as i64;
    let rating = Rating::ALL[usize::from(rating)];
    let attempt = attempt(&format!("a{n}"), t, &format!("q{question}"), Category::Failure, rating);
    event(n as u64, t, EventKind::Attempt(Box::new(attempt)))
}

fn all_told(seeds: &[Seed]) -> Vec<Event> {
    seeds.iter().enumerate().map(|(n, seed)| told(n, *seed)).collect()
}

/// Eight questions, the first three of them common, and answers to the first few.
fn a_library(answers: usize) -> Library {
    let questions = (0..8).map(|n| Question {
        common: n < 3,
        ..question(&format!("q{n}"), Category::Failure)
    });
    let answer = |n: usize| crate::domain::answer::tests::finished(&format!("a{n}"), &[&format!("q{n}")]);
    Library::new(questions.collect(), (0..answers).map(answer).collect())
}

fn stand(history: &History, answers: usize, lessons: &[FeedbackSignal], now: i64) -> CategoryStatus {
    let mut all = standings(&Evidence {
        library: &a_library(answers),
        history,
        settings: &Settings::default(),
        lessons,
        next: None,
        now: Timestamp::from_second(now).unwrap_or_default(),
        zone: &Local::UTC,
    });
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn ready(history: &History, answers: usize, now: i64) -> f64 {
    stand(history, answers, &[], now).ready
}

/// The paces the laws are tried at: the usual one, and two that were fitted.
fn pace(which: usize) -> ForgettingCurve {
    use crate::domain::memory::forgetting::tests::{forgetful, learner};
    static FITTED: std::sync::OnceLock<Vec<ForgettingCurve>> = std::sync::OnceLock::new();
    let fitted = FITTED.get_or_init(|| {
        let fit = |seed| crate::domain::memory::forgetting::Training::of(&learner(&forgetful(), 300, 80, seed))?.fit();
        std::iter::once(ForgettingCurve::usual())
            .chain((0..6).filter_map(fit))
            .collect()
    });
    assert!(fitted.len() > 2);
    fitted[which % fitted.len()].clone()
}

fn folded(events: Vec<Event>, which: usize) -> History {
    History::fold_at(events, |_| pace(which))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_better_rating_never_lowers_it(
        seeds in seeds(),
        at in any::<prop::sample::Index>(),
        answers in 0..4_usize,
        which in 0..3_usize,
    ) {
        let mut better = seeds.clone();
        let one = &mut better[at.index(seeds.len())];
        one.1 = (one.1 + 1).min(3);
        let [before, after] = [seeds, better].map(|seeds| ready(&folded(all_told(&seeds), which), answers, 100 * DAY));
        prop_assert!(after >= before - 1e-6, "{after} < {before}");
    }

    #[test]
    fn a_later_strong_telling_never_lowers_it(
        seeds in seeds(),
        question in 0..8_u8,
        day in 90..99_i64,
        answers in 0..4_usize,
        which in 0..3_usize,
    ) {
        let mut history = folded(all_told(&seeds), which);
        let before = ready(&history, answers, 100 * DAY);
        history.add(told(seeds.len(), (day, 3, question)));
        let after = ready(&history, answers, 100 * DAY);
        prop_assert!(after >= before - 1e-6, "{after} < {before}");
    }

    #[test]
    fn a_finished_answer_never_lowers_it(seeds in seeds(), answers in 0..7_usize) {
        let history = folded(all_told(&seeds), 0);
        prop_assert!(ready(&history, answers + 1, 100 * DAY) >= ready(&history, answers, 100 * DAY));
    }

    #[test]
    fn a_ticked_lesson_never_lowers_it_and_never_makes_more_wanted(seeds in seeds(), weights in proptest::collection::vec(0.0..1.0, 1..4)) {
        let history = folded(all_told(&seeds), 0);
        let lesson = |weight: &f64| FeedbackSignal { category: Category::Failure, words: "a".to_owned(), weight: *weight };
        let lessons: Vec<FeedbackSignal> = weights.iter().map(lesson).collect();
        let (open, ticked) = (stand(&history, 1, &lessons, 100 * DAY), stand(&history, 1, &lessons[1..], 100 * DAY));
        prop_assert!(ticked.ready >= open.ready && ticked.wanted() <= open.wanted());
    }

    #[test]
    fn forgetting_never_raises_it(seeds in seeds(), later in 100..4000_i64, more in 0..4000_i64, answers in 0..4_usize, which in 0..3_usize) {
        let history = folded(all_told(&seeds), which);
        let (before, after) = (ready(&history, answers, later * DAY), ready(&history, answers, (later + more) * DAY));
        prop_assert!(after <= before + 1e-12, "{after} > {before}");
    }

    #[test]
    fn froze_last_stands_below_solid_last_with_as_many_tellings(
        days in proptest::collection::vec((0..90_i64, 0..6_u8), 1..20),
        some in proptest::collection::vec((0..4_u8, 0..4_u8), 20),
        strong in any::<bool>(),
        now in 90..4000_i64,
        answers in 0..4_usize,
        which in 0..3_usize,
    ) {
        let mut days = days;
        days.sort_unstable();
        let last = days.len() - 1;
        let of = |rating: &dyn Fn(usize) -> u8| -> Vec<Seed> {
            days.iter().enumerate().map(|(n, (day, question))| (*day, rating(n), *question)).collect()
        };
        let froze = of(&|n| if n == last { 0 } else { some[n].0 });
        let solid = of(&|n| if n == last { 2 + u8::from(strong) } else { some[n].1 });
        let [froze, solid] = [froze, solid].map(|seeds| ready(&folded(all_told(&seeds), which), answers, now * DAY));
        prop_assert!(froze < solid, "{froze} >= {solid}");
    }

    #[test]
    fn a_hundred_years_of_clock_nonsense_gives_a_chance(
        seeds in proptest::collection::vec((-36_500..36_500_i64, 0..4_u8, 0..6_u8), 1..20),
        now in -36_500..36_500_i64,
    ) {
        let standing = stand(&History::fold(all_told(&seeds)), 1, &[], now * DAY);
        prop_assert!((0.0..=1.0).contains(&standing.ready));
        prop_assert!(standing.wanted() >= 0.0 && standing.wanted().is_finite());
        prop_assert!(standing.rating.is_some_and(|rating| (1.0..=4.0).contains(&rating)));
        prop_assert!((0.0..=1.0).contains(&standing.recall));
        prop_assert!(standing.spread.is_none_or(|spread| (0.0..=1.5 + 1e-9).contains(&spread)));
    }
}

#[test]
fn froze_last_stands_below_solid_last_where_all_before_was_the_contrary() {
    let of = |before: u8, last: u8| {
        let mut seeds: Vec<Seed> = (0..60).map(|n| (n, before, (n % 6) as u8)).collect();
        seeds.push((60, last, 0));
        ready(&History::fold(all_told(&seeds)), 8, 61 * DAY)
    };
    assert!(of(3, 0) < of(0, 2), "{} {}", of(3, 0), of(0, 2));
}

#[test]
fn the_rule_is_the_one_that_is_written_down() {
    let library = a_library(1);
    let history = History::fold(all_told(&[(99, 2, 4)]));
    let practice = Evidence {
        library: &library,
        history: &history,
        settings: &Settings::default(),
        lessons: &[],
        next: None,
        now: Timestamp::from_second(99 * DAY).unwrap_or_default(),
        zone: &Local::UTC,
    };
    let readiness = Readiness::of(&practice, Method::Whole);
    // One telling, solid where 1 in 4 was expected.
    let chance = |odds: f64| 1.0 / (1.0 + (-odds).exp());
    let told = |odds: f64, share: f64| odds + share * (0.95 - chance(odds));
    let person = told((1.0_f64 / 3.0).ln(), 0.3);
    let level = told(person, 0.6);
    let own = told(level, 0.5);
    let of = |place: usize| readiness.of_question(&library.questions()[place]);
    assert!((of(7) - chance(level)).abs() < 1e-12, "never told, no answer");
    let written = chance(level + 0.7 * 8.0_f64.ln());
    assert!((of(0) - written).abs() < 1e-12, "never told, a finished answer");
    let remembered = chance(0.7 * level + 0.3 * own + 8.0_f64.ln());
    assert!((of(4) - remembered).abs() < 1e-3, "told a moment ago");
    let questions: Vec<&Question> = library.questions().iter().collect();
    let drawn = (4.0 * (of(0) + of(1) + of(2)) + of(3) + of(4) + of(5) + of(6) + of(7)) / 17.0;
    let ready = readiness.of_category(Category::Failure, &questions);
    assert!(ready.is_some_and(|ready| (ready - (0.475 + 0.5 * drawn)).abs() < 1e-12));
    let plain = Readiness::of(&practice, Method::Plain);
    assert!((plain.of_question(&library.questions()[0]) - (3.0 * 0.45 + 0.95) / 4.0).abs() < 1e-12);
}

#[test]
fn a_chance_is_said_in_tenths() {
    let said: Vec<String> = [0.0, 0.04, 0.12, 0.44, 0.86, 0.95, 1.0].map(in_words).to_vec();
    assert_eq!(
        said,
        [
            "less than 1 in 10",
            "less than 1 in 10",
            "about 1 in 10",
            "about 4 in 10",
            "about 9 in 10",
            "more than 9 in 10",
            "more than 9 in 10"
        ]
    );
}
