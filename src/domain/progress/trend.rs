//! How a category went over the last weeks: its ratings week by week, where the time went, and what to do about it;
//! and the days practised on.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::advice::{ToDo, what_to_do};
use super::shares::TimeShares;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::days::{self, Local, day_of};
use crate::domain::history::History;
use crate::domain::history::attempt::Attempt;
use crate::domain::library::Library;
use crate::domain::question::Question;
use crate::domain::rating::Rating;
use crate::domain::settings::Settings;

/// Weeks of ratings: this one and seven before.
pub const WEEKS: usize = 8;

/// Weeks of days practised on: this one and eleven before.
pub const CALENDAR_WEEKS: usize = 12;

/// The ratings of one week, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Attempts.
    pub told: usize,
    /// Their mean rating, 1 to 4.
    pub mean: f64,
    /// The lowest of them.
    pub lowest: Rating,
    /// The highest of them.
    pub highest: Rating,
}

/// How one category went.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryTrend {
    /// The Monday the first week begins on.
    pub begins: Date,
    /// The last [`WEEKS`] weeks, this one last; none where nothing was told.
    pub weeks: Vec<Option<Week>>,
    /// Where the time goes; none where parts were never marked.
    pub shares: Option<TimeShares>,
    /// One thing to do.
    pub to_do: ToDo,
}

impl CategoryTrend {
    /// The course of one category, from its attempts (the oldest first) and the answers that serve it.
    pub fn of(
        category: Category,
        attempts: &[&Attempt],
        serving: &[&Answer],
        library: &Library,
        settings: &Settings,
        (now, zone): (Timestamp, &Local),
    ) -> CategoryTrend {
        let shares = TimeShares::of(attempts, settings.band);
        let this_week = monday(day_of(now, zone));
        let asked = |question: &Question| settings.admits(question);
        let not_asked = |attempt: &&Attempt| library.question(&attempt.question).is_some_and(|one| !asked(one));
        let told: Vec<&Attempt> = attempts.iter().copied().filter(|attempt| !not_asked(attempt)).collect();
        let to_do = what_to_do(category, &told, shares, serving, (library, &asked), (now, zone));
        CategoryTrend {
            begins: weeks_before(this_week, WEEKS - 1),
            weeks: weeks(attempts, this_week, zone),
            shares,
            to_do,
        }
    }

    /// The course of every scored category, whether something was told in it or not.
    pub fn by_category(
        library: &Library,
        history: &History,
        settings: &Settings,
        (now, zone): (Timestamp, &Local),
    ) -> HashMap<Category, CategoryTrend> {
        let mut told: HashMap<Category, Vec<&Attempt>> = HashMap::new();
        for attempt in history.attempts() {
            told.entry(attempt.category).or_default().push(attempt);
        }
        let mut serving: HashMap<Category, Vec<&Answer>> = HashMap::new();
        for answer in library.answers() {
            for category in library.categories_of(answer) {
                serving.entry(category).or_default().push(answer);
            }
        }
        Category::ALL
            .into_iter()
            .chain([Category::Unsorted])
            .filter(|category| category.scored())
            .map(|category| {
                let attempts = told.get(&category).map_or(&[][..], Vec::as_slice);
                let serving = serving.get(&category).map_or(&[][..], Vec::as_slice);
                let course = CategoryTrend::of(category, attempts, serving, library, settings, (now, zone));
                (category, course)
            })
            .collect()
    }
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).unwrap_or(day)
}

fn weeks_before(monday: Date, weeks: usize) -> Date {
    let back = i64::try_from(weeks).unwrap_or(0);
    monday.checked_sub(back.weeks()).unwrap_or(monday)
}

fn weeks(attempts: &[&Attempt], this_week: Date, zone: &Local) -> Vec<Option<Week>> {
    let mut weeks: Vec<Option<Week>> = vec![None; WEEKS];
    for attempt in attempts {
        let ago = days::between(monday(attempt.day(zone)), this_week);
        let Ok(back) = usize::try_from(ago / 7) else {
            continue;
        };
        if back >= WEEKS {
            continue;
        }
        let number = f64::from(attempt.rating.number());
        let week = weeks[WEEKS - 1 - back].get_or_insert(Week {
            told: 0,
            mean: 0.0,
            lowest: attempt.rating,
            highest: attempt.rating,
        });
        week.told += 1;
        week.mean += (number - week.mean) / week.told as f64;
        week.lowest = week.lowest.min(attempt.rating);
        week.highest = week.highest.max(attempt.rating);
    }
    weeks
}

/// The days of the last [`CALENDAR_WEEKS`] weeks, from their first Monday to today: attempts on each.
pub fn calendar(history: &History, today: Date, zone: &Local) -> Vec<usize> {
    let this_week = usize::from(today.weekday().to_monday_zero_offset().unsigned_abs()) + 1;
    history.by_day(today, (CALENDAR_WEEKS - 1) * 7 + this_week, zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::attempt::Split;
    use crate::domain::history::event::EventKind;
    use crate::domain::history::tests::{attempt, event};
    use jiff::civil::date;
    use proptest::prelude::*;

    const DAY: i64 = 86_400;

    fn at(day: Date) -> Timestamp {
        day.at(12, 0, 0, 0)
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map(|zoned| zoned.timestamp())
            .unwrap_or_default()
    }

    fn told(day: Date, rating: Rating) -> Attempt {
        attempt(&day.to_string(), at(day).as_second(), "q", Category::Failure, rating)
    }

    fn course(attempts: &[Attempt], today: Date) -> CategoryTrend {
        let refs: Vec<&Attempt> = attempts.iter().collect();
        let (library, settings) = (Library::default(), Settings::default());
        CategoryTrend::of(
            Category::Failure,
            &refs,
            &[],
            &library,
            &settings,
            (at(today), &Local::UTC),
        )
    }

    #[test]
    fn weeks_run_from_monday_and_this_one_is_last() {
        let today = date(2026, 11, 21);
        let attempts = [
            told(date(2026, 9, 27), Rating::Strong),
            told(date(2026, 9, 28), Rating::Froze),
            told(date(2026, 11, 15), Rating::Rough),
            told(date(2026, 11, 16), Rating::Rough),
            told(date(2026, 11, 20), Rating::Strong),
            told(date(2026, 11, 24), Rating::Froze),
        ];
        let course = course(&attempts, today);
        assert_eq!(course.begins, date(2026, 9, 28), "the Sunday before is out");
        assert_eq!(course.weeks.len(), WEEKS);
        let means: Vec<Option<f64>> = course.weeks.iter().map(|week| week.map(|week| week.mean)).collect();
        assert_eq!(means, [Some(1.0), None, None, None, None, None, Some(2.0), Some(3.0)]);
        let last = course.weeks[7].map(|week| (week.lowest, week.highest, week.told));
        assert_eq!(last, Some((Rating::Rough, Rating::Strong, 2)));
    }

    #[test]
    fn reflection_counts_into_the_result_and_each_attempt_counts_the_same() {
        let split = |seconds: [Option<f64>; 5]| Attempt {
            split: Some(Split(seconds)),
            ..told(date(2026, 11, 20), Rating::Solid)
        };
        let attempts = [
            split([Some(10.0), Some(10.0), Some(60.0), Some(10.0), Some(10.0)]),
            split([Some(60.0), Some(20.0), None, None, None]),
            split([Some(0.0), None, None, None, None]),
            told(date(2026, 11, 20), Rating::Solid),
        ];
        let shares = course(&attempts, date(2026, 11, 21)).shares;
        let found = shares.map(|shares| {
            (
                shares.attempts,
                shares.told.map(|share| (share * 10.0) as i64),
                shares.aim,
            )
        });
        assert_eq!(found, Some((2, [425, 175, 300, 100], [20, 10, 60, 10])));
    }

    #[test]
    fn the_calendar_begins_on_a_monday_and_ends_today() {
        let today = date(2026, 11, 21);
        let events = [(1, today), (2, today), (3, date(2026, 8, 31)), (4, date(2026, 8, 30))].map(|(n, day)| {
            event(
                n,
                at(day).as_second(),
                EventKind::Attempt(Box::new(Attempt {
                    id: format!("a{n}").into(),
                    ..told(day, Rating::Solid)
                })),
            )
        });
        let days = calendar(&History::fold(events.to_vec()), today, &Local::UTC);
        assert_eq!(days.len(), 11 * 7 + 6);
        assert_eq!((days[0], days[82], days.iter().sum::<usize>()), (1, 2, 3));
        assert_eq!(monday(date(2026, 8, 31)), date(2026, 8, 31));
    }

    /// The ratings between two moments, looked up one by one.
    fn slowly(attempts: &[Attempt], from: i64, to: i64) -> Option<(f64, u8, u8)> {
        let ratings: Vec<u8> = attempts
            .iter()
            .filter(|attempt| (from..to).contains(&attempt.t.as_second()))
            .map(|attempt| attempt.rating.number())
            .collect();
        let mean = ratings.iter().map(|n| f64::from(*n)).sum::<f64>() / ratings.len() as f64;
        Some((mean, *ratings.iter().min()?, *ratings.iter().max()?))
    }

    proptest! {
        #[test]
        fn every_week_is_what_a_slow_look_finds(seeds in proptest::collection::vec((-100..20_i64, 0..86_400_i64, 0..4_usize), 0..60)) {
            let today = date(2026, 11, 21);
            let midnight = at(today).as_second() - DAY / 2;
            let attempts: Vec<Attempt> = seeds
                .iter()
                .enumerate()
                .map(|(n, (day, second, rating))| {
                    attempt(&format!("a{n}"), midnight + day * DAY + second, "q", Category::Failure, Rating::ALL[*rating])
                })
                .collect();
            let course = course(&attempts, today);
            let monday = midnight - 5 * DAY;
            for (n, week) in course.weeks.iter().enumerate() {
                let from = monday - (7 - n as i64) * 7 * DAY;
                let slow = slowly(&attempts, from, from + 7 * DAY);
                let fast = week.map(|week| (week.mean, week.lowest.number(), week.highest.number()));
                prop_assert_eq!(fast.is_some(), slow.is_some());
                if let (Some(fast), Some(slow)) = (fast, slow) {
                    prop_assert!((fast.0 - slow.0).abs() < 1e-9);
                    prop_assert_eq!((fast.1, fast.2), (slow.1, slow.2));
                }
            }
        }

        #[test]
        fn shares_are_a_hundred_together_whatever_the_clock_said(
            splits in proptest::collection::vec(proptest::array::uniform5(proptest::option::of(-5.0..400.0_f64)), 1..30),
            times in proptest::collection::vec(any::<i64>(), 30),
        ) {
            let attempts: Vec<Attempt> = splits
                .iter()
                .zip(times)
                .map(|(split, t)| Attempt {
                    split: Some(Split(*split)),
                    ..attempt("a", t % 200_000_000_000, "q", Category::Failure, Rating::Solid)
                })
                .collect();
            if let Some(shares) = course(&attempts, date(2026, 11, 21)).shares {
                prop_assert!((shares.told.iter().sum::<f64>() - 100.0).abs() < 1e-9);
                prop_assert!(shares.told.iter().all(|share| *share >= 0.0));
            }
        }
    }
}
