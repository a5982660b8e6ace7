use super::*;
use crate::domain::history::History;
use crate::domain::history::event::{Event, What};
use crate::domain::history::tests::{attempt, event};
use crate::domain::library::Library;
use crate::domain::progress::need::standings;
use crate::domain::progress::selection::tests::question;
use crate::domain::settings::Settings;
use proptest::prelude::*;

const DAY: i64 = 86_400;
/// The day every test begins at: 2026-11-21.
const TODAY: i64 = 20_778;

fn day(number: i64) -> Date {
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(number))
}

fn terms(today: i64, date: Option<i64>, minutes: u32) -> Terms {
    Terms {
        today: day(today),
        date: date.map(day),
        minutes,
        each: 180,
        told: 0,
    }
}

/// Twelve questions in each of so many categories.
fn library(categories: usize) -> Library {
    let questions = (0..12 * categories).map(|n| question(&format!("q{n:03}"), Category::ALL[n / 12]));
    Library::new(questions.collect(), Vec::new())
}

fn told(n: u64, day: i64, question: &str, category: Category, rating: Rating) -> Event {
    let t = day * DAY + 36_000 + n as i64 % 1000;
    let attempt = attempt(&format!("a{n}"), t, question, category, rating);
    event(n, t, What::Attempt(Box::new(attempt)))
}

fn planned(library: &Library, history: &History, terms: Terms) -> Schedule {
    let practice = Practice {
        library,
        history,
        settings: &Settings::default(),
        lessons: &[],
        now: Timestamp::from_second(i64::from(number(terms.today)) * DAY + 36_000).unwrap_or_default(),
        zone: &jiff::tz::TimeZone::UTC,
    };
    let standings = standings(&practice);
    let schedule = schedule(&practice, &standings, terms);
    assert_eq!(schedule.days.first(), Some(&todays(&practice, &standings, terms)));
    schedule
}

fn counts(schedule: &Schedule) -> Vec<usize> {
    schedule.days.iter().map(|day| day.questions.len()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_day_is_never_too_long_and_every_weak_category_is_touched_or_named(
        seeds in proptest::collection::vec((1..60_i64, 0..96_usize, 0..4_usize), 0..60),
        left in 1..30_i64,
        minutes in 0..60_u32,
    ) {
        let library = library(8);
        let events = seeds.iter().enumerate().map(|(n, (ago, place, rating))| {
            told(n as u64, TODAY - ago, &format!("q{place:03}"), Category::ALL[place / 12], Rating::ALL[*rating])
        });
        let terms = terms(TODAY, Some(TODAY + left), minutes);
        let schedule = planned(&library, &History::fold(events.collect()), terms);
        prop_assert_eq!(schedule.days.len() as i64, left.min(14));
        for (n, day) in schedule.days.iter().enumerate() {
            let cap = if n as i64 + 1 == left { minutes / 2 } else { minutes };
            prop_assert!(day.minutes <= cap as usize, "{} > {cap} on day {n}", day.minutes);
            let distinct: HashSet<&QuestionId> = day.questions.iter().collect();
            prop_assert_eq!(distinct.len(), day.questions.len());
        }
        let said = schedule.does_not_fit().join(" ");
        for category in &schedule.weak {
            let touched = schedule.days.iter().any(|day| day.categories.iter().any(|(one, _)| one == category));
            prop_assert!(touched || said.contains(category.id()), "{category}: {said}");
        }
        prop_assert!(schedule.weak.len() <= 8);
    }

    #[test]
    fn a_question_waits_for_a_fifth_of_the_days_left(left in 2..14_i64, minutes in 5..60_u32) {
        let schedule = planned(&library(3), &History::default(), terms(TODAY, Some(TODAY + left), minutes));
        let mut last: std::collections::HashMap<&QuestionId, i64> = std::collections::HashMap::new();
        for (n, day) in schedule.days.iter().enumerate() {
            for id in &day.questions {
                if let Some(before) = last.insert(id, n as i64) {
                    let gap = n as i64 - before;
                    prop_assert!(gap >= 1 && gap as f64 >= (0.2 * (left - before) as f64).floor(), "{id} after {gap}");
                }
            }
        }
    }

    #[test]
    fn a_hundred_years_of_clock_nonsense_gives_a_plan(
        seeds in proptest::collection::vec((-36_500..36_500_i64, 0..36_usize, 0..4_usize), 0..20),
        today in -36_500..36_500_i64,
        date in proptest::option::of(-36_500..36_500_i64),
    ) {
        let events = seeds.iter().enumerate().map(|(n, (day, place, rating))| {
            told(n as u64, *day, &format!("q{place:03}"), Category::ALL[place / 12], Rating::ALL[*rating])
        });
        let schedule = planned(&library(3), &History::fold(events.collect()), terms(today, date, 20));
        prop_assert!(counts(&schedule).iter().all(|count| *count <= 6));
    }
}

#[test]
fn nine_days_of_twenty_minutes_come_back_to_every_category() {
    let schedule = planned(&library(8), &History::default(), terms(TODAY, Some(TODAY + 9), 20));
    assert_eq!(counts(&schedule), [6, 6, 6, 6, 6, 6, 6, 6, 3]);
    assert_eq!(schedule.weak.len(), 8);
    assert_eq!(schedule.does_not_fit(), Vec::<String>::new());
    for category in &schedule.weak {
        let days: Vec<usize> = (0..9)
            .filter(|n| schedule.days[*n].categories.iter().any(|(one, _)| one == category))
            .collect();
        assert!(days[0] <= 1 && days.len() >= 3, "{category}: {days:?}");
        // It comes back after two fifths of the days that were left, or on the day after where that one was full.
        assert!(
            days.windows(2)
                .all(|pair| pair[1] - pair[0] <= (9 - pair[0]) * 2 / 5 + 2),
            "{category}: {days:?}"
        );
    }
}

#[test]
fn a_day_spreads_over_the_weak_categories_and_neighbours_differ() {
    for date in [None, Some(TODAY + 3), Some(TODAY + 9), Some(TODAY + 30)] {
        for (categories, most) in [(8, 1), (6, 1), (4, 2), (2, 3)] {
            let schedule = planned(&library(categories), &History::default(), terms(TODAY, date, 20));
            for day in schedule.days.iter().filter(|day| !day.questions.is_empty()) {
                let counts: Vec<usize> = day.categories.iter().map(|(_, count)| *count).collect();
                assert!(
                    counts.iter().all(|count| *count <= most),
                    "{date:?}, {categories}: {counts:?}"
                );
                let order = |id: &QuestionId| id.as_str()[1..].parse::<usize>().unwrap_or(0) / 12;
                assert!(
                    day.questions.windows(2).all(|pair| order(&pair[0]) != order(&pair[1])),
                    "{:?}",
                    day.questions
                );
            }
        }
    }
}

#[test]
fn what_is_beyond_eight_is_named_and_what_has_no_place() {
    let schedule = planned(&library(10), &History::default(), terms(TODAY, Some(TODAY + 2), 3));
    assert_eq!(counts(&schedule), [1, 0]);
    assert_eq!((schedule.without_room.len(), schedule.later.len()), (7, 2));
    let said = schedule.does_not_fit();
    assert!(
        said[0].starts_with("no place in these days: ") && said[1].starts_with("weak too, once these are better: ")
    );
}

#[test]
fn without_a_date_it_is_the_week_ahead_and_none_of_it_is_half_a_day() {
    for date in [None, Some(TODAY - 3), Some(TODAY)] {
        let schedule = planned(&library(8), &History::default(), terms(TODAY, date, 20));
        assert_eq!(counts(&schedule), [6; 7]);
    }
}

#[test]
fn what_was_told_today_is_done() {
    let so_far = Terms {
        told: 4,
        ..terms(TODAY, None, 20)
    };
    assert_eq!(counts(&planned(&library(8), &History::default(), so_far))[..2], [2, 6]);
    let more = Terms { told: 9, ..so_far };
    assert_eq!(counts(&planned(&library(8), &History::default(), more))[..2], [0, 6]);
}

#[test]
fn a_plan_that_is_followed_touches_everything_and_ends_with_less_need() {
    let library = library(8);
    let mut history = History::default();
    let mut n = 0;
    let mut touched = HashSet::new();
    for today in 0..9 {
        let schedule = planned(&library, &history, terms(TODAY + today, Some(TODAY + 9), 20));
        assert_eq!(schedule.days.len() as i64, 9 - today);
        let first = &schedule.days[0];
        assert_eq!(first.questions.len(), if today == 8 { 3 } else { 6 });
        for id in &first.questions {
            let category = library
                .question(id.as_str())
                .map_or(Category::Unsorted, |question| question.category);
            n += 1;
            touched.insert(category);
            history.add(told(n, TODAY + today, id.as_str(), category, Rating::Strong));
        }
        if today == 1 {
            assert_eq!(touched.len(), 8);
        }
    }
    let now = Timestamp::from_second((TODAY + 9) * DAY).unwrap_or_default();
    assert!(
        history.remembered().count() >= 40,
        "five of each of the eight categories"
    );
    assert!(history.remembered().all(|(id, _)| history.recall(id, now) > 0.8));
}

#[test]
fn a_plan_that_is_not_followed_begins_anew_each_day_and_asks_no_more() {
    let library = library(8);
    let some = (0..6).map(|n| {
        told(
            n,
            TODAY - 3,
            &format!("q{:03}", n * 12),
            Category::ALL[n as usize],
            Rating::Rough,
        )
    });
    let history = History::fold(some.collect());
    let first = planned(&library, &history, terms(TODAY, Some(TODAY + 9), 20)).days[0].clone();
    for today in 1..9 {
        let schedule = planned(&library, &history, terms(TODAY + today, Some(TODAY + 9), 20));
        let mut expected = vec![6; 9 - today as usize];
        expected[8 - today as usize] = 3;
        assert_eq!(counts(&schedule), expected);
        assert_eq!(schedule.days[0].date, day(TODAY + today));
        if today == 1 {
            assert_eq!(schedule.days[0].questions, first.questions);
        }
    }
}

#[test]
fn the_recall_worth_having_rises_as_the_date_nears() {
    let (library, history, settings) = (library(1), History::default(), Settings::default());
    let practice = Practice {
        library: &library,
        history: &history,
        settings: &settings,
        lessons: &[],
        now: Timestamp::UNIX_EPOCH,
        zone: &jiff::tz::TimeZone::UTC,
    };
    let model = FSRS::default();
    let worth = |left: i64| Ahead::new(&practice, &model, terms(0, Some(left), 20), 0).retention();
    assert!((1..20).all(|left| worth(left) >= worth(left + 1)));
    assert!(worth(1) > 0.93 && (worth(14) - 0.8).abs() < 1e-9);
}
