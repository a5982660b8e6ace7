use std::collections::HashMap;

use super::terms::number;
use super::*;
use crate::domain::answer::tests::finished;
use crate::domain::history::History;
use crate::domain::history::event::{Event, EventKind};
use crate::domain::history::tests::{attempt, event};
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::progress::selection::tests::question;
use crate::domain::progress::standing::standings;
use crate::domain::question::Question;
use crate::domain::rating::Rating;
use crate::domain::settings::Settings;
use jiff::Timestamp;
use jiff::civil::Date;

mod laws;

const DAY: i64 = 86_400;
/// The day every test begins at: 2026-11-21.
const TODAY: i64 = 20_778;

fn day(number: i64) -> Date {
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(number))
}

fn terms(today: i64, date: Option<i64>, minutes: u32) -> Constraints {
    Constraints {
        off: 0,
        today: day(today),
        date: date.map(day),
        minutes,
        each: 180,
        told: 0,
    }
}

/// Twelve questions in each of so many categories, the first two of each common.
fn questions(categories: usize) -> Vec<Question> {
    let one = |n: usize| Question {
        common: n % 12 < 2,
        ..question(&format!("q{n:03}"), Category::ALL[n / 12])
    };
    (0..12 * categories).map(one).collect()
}

fn library(categories: usize) -> Library {
    Library::new(questions(categories), Vec::new())
}

fn told(n: u64, day: i64, question: &str, category: Category, rating: Rating) -> Event {
    let t = day * DAY + 36_000 + n as i64 % 1000;
    let attempt = attempt(&format!("a{n}"), t, question, category, rating);
    event(n, t, EventKind::Attempt(Box::new(attempt)))
}

/// One telling: days ago, the place of the question, the rating.
type Turn = (i64, usize, Rating);

fn history(tellings: &[Turn]) -> History {
    let one = |(n, (ago, place, rating)): (usize, &Turn)| {
        told(
            n as u64,
            TODAY - ago,
            &format!("q{place:03}"),
            Category::ALL[place / 12],
            *rating,
        )
    };
    History::fold(tellings.iter().enumerate().map(one).collect())
}

fn planned(library: &Library, history: &History, terms: Constraints) -> Schedule {
    let practice = Evidence {
        library,
        history,
        settings: &Settings::default(),
        lessons: &[],
        next: None,
        now: Timestamp::from_second(i64::from(number(terms.today)) * DAY + 36_000).unwrap_or_default(),
        zone: &crate::domain::days::Local::UTC,
    };
    let standings = standings(&practice);
    let schedule = schedule(&practice, &standings, terms);
    assert_eq!(schedule.days.first(), Some(&todays(&practice, &standings, terms)));
    schedule
}

fn counts(schedule: &Schedule) -> Vec<usize> {
    schedule.days.iter().map(|day| day.questions.len()).collect()
}

/// The days, counted from today, on which a question is asked.
fn days_of(schedule: &Schedule, place: usize) -> Vec<usize> {
    let id = QuestionId::from(format!("q{place:03}"));
    let days = schedule.days.iter().enumerate();
    days.filter(|(_, day)| day.questions.contains(&id))
        .map(|(n, _)| n)
        .collect()
}

#[test]
fn nine_days_of_twenty_minutes_come_back_to_every_category() {
    let schedule = planned(&library(8), &History::default(), terms(TODAY, Some(TODAY + 9), 20));
    assert_eq!(counts(&schedule), [6, 6, 6, 6, 6, 6, 6, 6, 2, 2]);
    assert_eq!(schedule.does_not_fit(&library(8)), None);
    for category in &schedule.order {
        let days: Vec<usize> = (0..9)
            .filter(|n| schedule.days[*n].categories.iter().any(|(one, _)| one == category))
            .collect();
        assert!(days[0] <= 1 && days.len() >= 4, "{category}: {days:?}");
        assert!(
            days.windows(2).all(|pair| pair[1] - pair[0] <= 3),
            "{category}: {days:?}"
        );
    }
}

#[test]
fn what_everybody_is_asked_is_told_first() {
    let schedule = planned(&library(8), &History::default(), terms(TODAY, Some(TODAY + 9), 20));
    let first: HashSet<&QuestionId> = schedule.days[..2].iter().flat_map(|day| &day.questions).collect();
    assert_eq!(first.len(), 12);
    let library = library(8);
    assert!(
        first
            .iter()
            .all(|id| library.question(id.as_str()).is_some_and(|question| question.common))
    );
}

#[test]
fn a_day_spreads_over_the_categories_and_neighbours_differ() {
    for date in [None, Some(TODAY + 3), Some(TODAY + 9), Some(TODAY + 30)] {
        for (categories, most) in [(8, 1), (6, 1), (4, 2), (2, 3)] {
            let schedule = planned(&library(categories), &History::default(), terms(TODAY, date, 20));
            for day in schedule.days.iter().filter(|day| day.kind == DayKind::Practice) {
                let counts: Vec<usize> = day.categories.iter().map(|(_, count)| *count).collect();
                assert!(
                    counts.iter().all(|count| *count <= most),
                    "{date:?}, {categories}: {counts:?}"
                );
                let order = |id: &QuestionId| id.as_str()[1..].parse::<usize>().unwrap_or(0) / 12;
                let differ = day.questions.windows(2).all(|pair| order(&pair[0]) != order(&pair[1]));
                assert!(differ, "{:?}", day.questions);
            }
        }
    }
}

#[test]
fn a_day_off_holds_nothing_and_the_others_take_its_share() {
    let (library, busy) = (library(8), terms(TODAY, Some(TODAY + 4), 20));
    let told: Vec<Turn> = (0..3).map(|n| (1, n * 12, Rating::Froze)).collect();
    let free = Constraints { off: 0b1_0010, ..busy };
    let [all, without] = [busy, free].map(|terms| planned(&library, &history(&told), terms));
    assert_eq!(
        counts(&without),
        [6, 0, 6, 2, 2],
        "the day of the interview is never off"
    );
    assert_eq!(
        (without.days[1].kind, without.days[3].kind),
        (DayKind::Off, DayKind::Eve)
    );
    assert_eq!(without.days[1].holds(), "a day off");
    assert_eq!(counts(&all)[1], 6);
    let first = |schedule: &Schedule| (0..3).map(|n| days_of(schedule, n * 12)[0]).max();
    assert_eq!(
        (first(&all), first(&without)),
        (Some(1), Some(2)),
        "what froze comes back when it can"
    );
}

#[test]
fn what_has_no_place_is_named() {
    let schedule = planned(&library(10), &History::default(), terms(TODAY, Some(TODAY + 2), 3));
    assert_eq!(counts(&schedule), [1, 0, 1]);
    assert_eq!(schedule.without_room.len(), 9);
    assert!(
        schedule
            .does_not_fit(&library(10))
            .is_some_and(|said| said.starts_with("no place in these days: "))
    );
}

#[test]
fn what_was_told_well_or_may_come_later_is_not_said_to_have_no_place() {
    // Every question of one category was told strong yesterday: there is nothing in it to practise before the date.
    let tellings: Vec<Turn> = (0..12).map(|place| (1, place, Rating::Strong)).collect();
    let history = history(&tellings);
    let schedule = planned(&library(1), &history, terms(TODAY, Some(TODAY + 2), 3));
    assert_eq!((counts(&schedule)[0], schedule.without_room.len()), (0, 0));
    // Told today already.
    let told = self::history(&[(0, 0, Rating::Solid)]);
    let done = Constraints {
        told: 1,
        ..terms(TODAY, Some(TODAY + 2), 3)
    };
    assert_eq!(planned(&library(2), &told, done).without_room, [Category::ALL[1]]);
    // One question told well a while ago: another category is lacking more.
    let told = self::history(&[(9, 12, Rating::Solid), (9, 24, Rating::Rough)]);
    let named = planned(&library(10), &told, terms(TODAY, Some(TODAY + 2), 3)).without_room;
    assert!(!named.contains(&Category::ALL[1]) && named.len() >= 7, "{named:?}");
    // A month away, days that are not planned yet have room; on the evening before nothing new is wanted.
    for left in [1, 30] {
        let schedule = planned(&library(10), &History::default(), terms(TODAY, Some(TODAY + left), 3));
        assert_eq!(schedule.does_not_fit(&library(10)), None);
    }
}

#[test]
fn a_finished_answer_that_no_day_has_room_for_is_named() {
    let answers = (0..3)
        .map(|n| finished(&format!("a{n}"), &[&format!("q{n:03}")]))
        .collect();
    let library = Library::new(questions(1), answers);
    let schedule = planned(&library, &History::default(), terms(TODAY, Some(TODAY + 1), 9));
    assert_eq!(schedule.untold.len(), 2, "the evening before has room for one");
    let said = schedule.does_not_fit(&library).unwrap_or_default();
    assert!(said.starts_with("not told before the date: \""), "{said}");
    let week = planned(&library, &History::default(), terms(TODAY, None, 0));
    assert_eq!(week.untold, [], "without a date there is time");
}

#[test]
fn without_a_date_it_is_the_week_ahead_and_none_of_it_is_half_a_day() {
    for date in [None, Some(TODAY - 3)] {
        let schedule = planned(&library(8), &History::default(), terms(TODAY, date, 20));
        assert_eq!(counts(&schedule), [6; 7]);
    }
}

#[test]
fn the_evening_before_has_nothing_new_the_worst_two_and_answers_of_ones_own() {
    use Rating::{Rough, Solid, Strong};
    let tellings = [
        (9, 0, Strong),
        (8, 12, Rough),
        (7, 24, Solid),
        (6, 36, Strong),
        (6, 37, Strong),
        (5, 48, Strong),
    ];
    let library = Library::new(questions(8), vec![finished("a", &["q036"])]);
    let eve = planned(&library, &history(&tellings), terms(TODAY, Some(TODAY + 1), 20)).days[0].clone();
    let asked: Vec<&str> = eve.questions.iter().map(QuestionId::as_str).collect();
    assert_eq!((eve.kind, asked), (DayKind::Eve, vec!["q012", "q024", "q036"]));
    let nothing_told = planned(
        &self::library(8),
        &History::default(),
        terms(TODAY, Some(TODAY + 1), 20),
    );
    assert_eq!(counts(&nothing_told), [2, 2]);
}

#[test]
fn the_day_itself_has_two_of_the_strongest_and_no_more() {
    use Rating::{Rough, Solid, Strong};
    let tellings = [
        (3, 0, Strong),
        (3, 1, Strong),
        (2, 12, Rough),
        (2, 24, Solid),
        (1, 36, Solid),
    ];
    let on_the_day = terms(TODAY, Some(TODAY), 20);
    let schedule = planned(&library(8), &history(&tellings), on_the_day);
    assert_eq!((schedule.days.len(), schedule.days[0].kind), (1, DayKind::Interview));
    let asked: Vec<&str> = schedule.days[0].questions.iter().map(QuestionId::as_str).collect();
    assert_eq!(asked, ["q000", "q036"]);
    let done = Constraints { told: 2, ..on_the_day };
    assert_eq!(counts(&planned(&library(8), &history(&tellings), done)), [0]);
    assert_eq!(counts(&planned(&library(8), &History::default(), on_the_day)), [0]);
}

#[test]
fn what_was_told_today_is_done() {
    let so_far = Constraints {
        told: 4,
        ..terms(TODAY, None, 20)
    };
    assert_eq!(counts(&planned(&library(8), &History::default(), so_far))[..2], [2, 6]);
    let more = Constraints { told: 9, ..so_far };
    assert_eq!(counts(&planned(&library(8), &History::default(), more))[..2], [0, 6]);
}

#[test]
fn a_plan_that_is_followed_touches_everything() {
    let library = library(8);
    let mut history = History::default();
    let mut n = 0;
    let mut touched = HashSet::new();
    for today in 0..9 {
        let schedule = planned(&library, &history, terms(TODAY + today, Some(TODAY + 9), 20));
        assert_eq!(schedule.days.len() as i64, 10 - today);
        let first = &schedule.days[0];
        assert_eq!(first.questions.len(), if today == 8 { 2 } else { 6 });
        for id in &first.questions {
            let asked = library.question(id.as_str());
            let category = asked.map_or(Category::Unsorted, |question| question.category);
            n += 1;
            touched.insert(category);
            history.add(told(n, TODAY + today, id.as_str(), category, Rating::Strong));
        }
        if today == 1 {
            assert_eq!(touched.len(), 8);
        }
    }
    let now = Timestamp::from_second((TODAY + 9) * DAY).unwrap_or_default();
    assert!(history.remembered().count() >= 24, "{}", history.remembered().count());
    assert!(history.remembered().all(|(id, _)| history.recall(id, now) > 0.8));
    let common = library.questions().iter().filter(|question| question.common);
    assert!(
        common
            .into_iter()
            .all(|question| history.recall(&question.id, now) > 0.85)
    );
}

#[test]
fn a_plan_that_is_not_followed_begins_anew_each_day_and_asks_no_more() {
    let library = library(8);
    let some: Vec<Turn> = (0..6).map(|n| (3, n * 12, Rating::Rough)).collect();
    let history = history(&some);
    let first = planned(&library, &history, terms(TODAY, Some(TODAY + 9), 20)).days[0].clone();
    for today in 1..8 {
        let schedule = planned(&library, &history, terms(TODAY + today, Some(TODAY + 9), 20));
        let mut expected = vec![6; 8 - today as usize];
        expected.extend([2, 2]);
        assert_eq!(counts(&schedule), expected);
        assert_eq!(schedule.days[0].date, day(TODAY + today));
        let set = |day: &Day| day.questions.iter().cloned().collect::<HashSet<QuestionId>>();
        assert_eq!(set(&schedule.days[0]), set(&first));
    }
}

#[test]
fn the_recall_worth_having_rises_as_the_date_nears() {
    let (library, history, settings) = (library(1), History::default(), Settings::default());
    let practice = Evidence {
        library: &library,
        history: &history,
        settings: &settings,
        lessons: &[],
        next: None,
        now: Timestamp::UNIX_EPOCH,
        zone: &crate::domain::days::Local::UTC,
    };
    let model = fsrs::FSRS::default();
    let worth = |left: i64| Ahead::new(&practice, &model, terms(0, Some(left), 20), 0).retention();
    assert!((1..20).all(|left| worth(left) >= worth(left + 1)));
    assert!(worth(1) > 0.93 && (worth(14) - 0.8).abs() < 1e-9);
}
