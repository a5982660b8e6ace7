use super::*;
use crate::domain::history::History;
use crate::domain::history::event::{Event, What};
use crate::domain::history::tests::{attempt, event};
use crate::domain::library::Library;
use crate::domain::memory::forgetting::Pace;
use crate::domain::progress::selection::tests::question;
use crate::domain::settings::Settings;
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
    event(n as u64, t, What::Attempt(Box::new(attempt)))
}

fn all_told(seeds: &[Seed]) -> Vec<Event> {
    seeds.iter().enumerate().map(|(n, seed)| told(n, *seed)).collect()
}

fn a_library(answers: usize) -> Library {
    let questions = (0..8).map(|n| question(&format!("q{n}"), Category::Failure)).collect();
    let answers = (0..answers).map(|n| crate::domain::answer::tests::finished(&format!("a{n}"), &["q1"]));
    Library::new(questions, answers.collect())
}

fn stand(history: &History, answers: usize, lessons: &[Lesson], now: i64) -> Standing {
    let practice = Practice {
        library: &a_library(answers),
        history,
        settings: &Settings::default(),
        lessons,
        now: Timestamp::from_second(now).unwrap_or_default(),
        zone: &jiff::tz::TimeZone::UTC,
    };
    let mut all = standings(&practice);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn need_at(history: &History, answers: usize, now: i64) -> f64 {
    stand(history, answers, &[], now).need.unwrap_or(f64::NAN)
}

/// The paces the laws are tried at: the usual one, and two that were fitted.
fn pace(which: usize) -> Pace {
    use crate::domain::memory::forgetting::tests::{forgetful, learner};
    static FITTED: std::sync::OnceLock<Vec<Pace>> = std::sync::OnceLock::new();
    let fitted = FITTED.get_or_init(|| {
        let fit = |seed| crate::domain::memory::forgetting::Training::of(&learner(&forgetful(), 300, 80, seed))?.fit();
        std::iter::once(Pace::usual()).chain((0..6).filter_map(fit)).collect()
    });
    assert!(fitted.len() > 2);
    fitted[which % fitted.len()].clone()
}

fn folded(events: Vec<Event>, which: usize) -> History {
    History::fold_at(events, |_| pace(which))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn raising_one_rating_never_raises_need(
        seeds in seeds(),
        at in any::<prop::sample::Index>(),
        answers in 0..4_usize,
        which in 0..3_usize,
    ) {
        let mut better = seeds.clone();
        let one = &mut better[at.index(seeds.len())];
        one.1 = (one.1 + 1).min(3);
        let [before, after] = [seeds, better].map(|seeds| need_at(&folded(all_told(&seeds), which), answers, 100 * DAY));
        prop_assert!(after <= before + 1e-6, "{after} > {before}");
    }

    #[test]
    fn a_later_strong_attempt_never_raises_need(
        seeds in seeds(),
        question in 0..8_u8,
        day in 90..99_i64,
        answers in 0..4_usize,
        which in 0..3_usize,
    ) {
        let mut history = folded(all_told(&seeds), which);
        let before = need_at(&history, answers, 100 * DAY);
        history.add(told(seeds.len(), (day, 3, question)));
        let after = need_at(&history, answers, 100 * DAY);
        prop_assert!(after <= before + 1e-6, "{after} > {before}");
    }

    #[test]
    fn one_more_answer_never_raises_need(seeds in seeds(), answers in 0..4_usize) {
        let history = folded(all_told(&seeds), 0);
        prop_assert!(need_at(&history, answers + 1, 100 * DAY) <= need_at(&history, answers, 100 * DAY));
    }

    #[test]
    fn order_repetition_and_devices_change_no_standing(seeds in seeds(), shuffle in any::<u64>()) {
        let events = all_told(&seeds);
        let mut other: Vec<Event> = events.iter().chain(&events).cloned().collect();
        let len = other.len();
        for n in 0..len {
            other.swap(n, (shuffle as usize).wrapping_mul(n + 7) % len);
        }
        let (half, mut rest) = events.split_at(seeds.len() / 2);
        let mut devices = rest.to_vec();
        devices.extend_from_slice(half);
        rest = &devices;
        let whole = stand(&History::fold(events.clone()), 1, &[], 100 * DAY);
        prop_assert_eq!(&stand(&History::fold(other), 1, &[], 100 * DAY), &whole);
        prop_assert_eq!(&stand(&History::fold(rest.to_vec()), 1, &[], 100 * DAY), &whole);
    }

    #[test]
    fn a_hundred_years_of_clock_nonsense_gives_a_need(
        seeds in proptest::collection::vec((-36_500..36_500_i64, 0..4_u8, 0..6_u8), 1..20),
        now in -36_500..36_500_i64,
    ) {
        let standing = stand(&History::fold(all_told(&seeds)), 1, &[], now * DAY);
        prop_assert!(standing.need.is_some_and(|need| (0.0..=1.0).contains(&need)));
        prop_assert!(standing.rating.is_some_and(|rating| (1.0..=4.0).contains(&rating)));
        prop_assert!((0.0..=1.0).contains(&standing.recall));
        prop_assert!(standing.spread.is_none_or(|spread| (0.0..=1.5 + 1e-9).contains(&spread)));
    }
}

#[test]
fn a_lesson_raises_need_and_is_the_reason() {
    let history = History::fold(all_told(&[(98, 2, 0), (99, 3, 1)]));
    let lesson = Lesson {
        category: Category::Failure,
        words: "Northwind: say sooner what you did yourself".to_owned(),
        weight: 0.5,
    };
    let before = need_at(&history, 2, 100 * DAY);
    let after = stand(&history, 2, std::slice::from_ref(&lesson), 100 * DAY);
    let need = after.need.unwrap_or(f64::NAN);
    assert!(before < 1.0 && (need - (before + (1.0 - before) / 2.0)).abs() < 1e-12);
    assert_eq!(after.reason(), lesson.words);
}

#[test]
fn a_question_told_twice_is_one_told() {
    let twice: Vec<Event> = (0..2).map(|n| told(n, (9, 3, 0))).collect();
    assert_eq!(
        stand(&History::fold(twice), 2, &[], 10 * DAY).reason(),
        "1 of 8 questions told"
    );
}

#[test]
fn where_all_went_well_the_questions_not_told_are_the_reason() {
    let few: Vec<Event> = (0..2).map(|n| told(n, (9, 3, n as u8))).collect();
    let standing = stand(&History::fold(few), 2, &[], 10 * DAY);
    assert_eq!(standing.reason(), "2 of 8 questions told");
    let enough: Vec<Event> = (0..5).map(|n| told(n, (9, 3, n as u8))).collect();
    assert_eq!(stand(&History::fold(enough), 2, &[], 10 * DAY).reason(), "");
}

#[test]
fn need_is_what_is_missing_of_rating_recall_and_answers() {
    let five: Vec<Seed> = (0..5).map(|question| (100, 3, question)).collect();
    let strong = stand(&History::fold(all_told(&five)), 2, &[], 100 * DAY + 2000);
    let rating = strong.rating.unwrap_or_default();
    assert!((rating - (5.0 * 4.0 + 2.0 * 2.0) / 7.0).abs() < 0.01);
    assert!(strong.recall > 0.99);
    let quality = (rating - 1.0) / 3.0;
    assert!((strong.need.unwrap_or_default() - (1.0 - quality * strong.recall)).abs() < 1e-12);
    assert_eq!(strong.spread, Some(0.0));
    let untried = stand(&History::default(), 2, &[], 0);
    assert_eq!((untried.need, untried.rating, untried.spread), (None, None, None));
}
