//! What to practise on which day, up to the interview or for the week ahead.
//!
//! Nothing of it is kept: it is worked out anew from the history each time, so it is as true on the day after a skipped
//! day as on the day after a good one.

use std::cmp::Reverse;
use std::collections::HashSet;

use fsrs::FSRS;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::category::Category;
use super::id::QuestionId;
use super::need::{RECALLS, Standing, first_to_try};
use super::pick::apart;
use super::practice::Practice;
use super::question::Question;
use super::rating::Rating;
use super::recall::{Grade, Memory, Review};

/// The need from which on a category is weak here.
const WEAK: f64 = 0.6;
/// Weak categories in one plan.
const CATEGORIES: usize = 8;
/// Days looked ahead at the most, and the days for which the gaps hold: two weeks.
const FORTNIGHT: i32 = 14;
/// Days planned where there is no interview.
const WEEK: i32 = 7;
/// Questions of a weak category that are looked at.
const CARDS: usize = 2 * RECALLS;
/// The shares of the days that were left after which a question may be told again, and a category comes up again: the
/// gaps that serve best for a date so near (Cepeda and others, 2008).
const GAPS: (f64, f64) = (0.2, 0.4);
/// What recall beyond the best five is worth beside that among them.
const BEYOND: f64 = 0.3;
/// The recall worth having two weeks before the date, and on the day itself.
const RETENTION: (f64, f64) = (0.8, 0.95);

/// What a plan keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The local day.
    pub today: Date,
    /// The day of the interview; none, or a day that is past: the week ahead.
    pub date: Option<Date>,
    /// Minutes a day at the most.
    pub minutes: u32,
    /// Seconds one question takes.
    pub each: usize,
    /// Questions told today already.
    pub told: usize,
}

impl Terms {
    /// Days to the interview, where there is one to come.
    pub fn days_left(&self) -> Option<i32> {
        let days = number(self.date?) - number(self.today);
        (days > 0).then_some(days)
    }

    /// Questions that fit a day: the last before the interview is half a day.
    fn room(&self, day: i32) -> usize {
        let last = self.days_left() == Some(day + 1);
        let seconds = self.minutes as usize * 60 / if last { 2 } else { 1 };
        let told = if day == 0 { self.told } else { 0 };
        (seconds / self.each.max(1)).saturating_sub(told)
    }
}

/// One day of practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// The questions in their order.
    pub questions: Vec<QuestionId>,
    /// Their categories with how many of each, in the order they come up.
    pub categories: Vec<(Category, usize)>,
    /// Minutes it takes.
    pub minutes: usize,
}

/// A plan, from today on, days without practice among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What it keeps to.
    pub terms: Terms,
    /// The days.
    pub days: Vec<Day>,
    /// The categories it works at, the neediest first.
    pub weak: Vec<Category>,
    /// Of these, the ones no day has room for.
    pub without_room: Vec<Category>,
    /// Weak ones beyond the eight, to come when those are better.
    pub later: Vec<Category>,
}

impl Schedule {
    /// What does not fit, in words; nothing where all does.
    pub fn does_not_fit(&self) -> Vec<String> {
        let said = |what: &str, some: &[Category]| {
            let named: Vec<&str> = some.iter().map(|category| category.id()).collect();
            (!some.is_empty()).then(|| format!("{what}: {}", named.join(", ")))
        };
        let without = said("no place in these days", &self.without_room);
        let later = said("weak too, once these are better", &self.later);
        without.into_iter().chain(later).collect()
    }
}

/// The number of a day, counted from 1970.
fn number(date: Date) -> i32 {
    let first = jiff::civil::date(1970, 1, 1);
    date.since(first).map_or(0, |span| span.get_days())
}

/// A question the plan may tell, as it will stand on the day looked at.
struct Card<'a> {
    question: &'a Question,
    memory: Option<Memory>,
    /// Rated under solid last time.
    poor: bool,
}

/// A weak category with its questions.
struct Group<'a> {
    category: Category,
    need: f64,
    /// The number of the day it was told last.
    last: Option<i32>,
    cards: Vec<Card<'a>>,
}

/// The plan under these terms.
///
/// Weak is a category with a need of at least .6, the neediest eight; one never tried wants all there is. Place by
/// place it is the turn of the telling that adds most to what will be remembered of its category on the day of the
/// interview, weighed by need; but a category that was not told for two fifths of the days left comes first, and none
/// comes up once more on a day before every other that has something to tell did. A question told before waits for a
/// fifth of the days left, and one that went well and will be remembered is left in peace.
pub fn schedule(practice: &Practice, standings: &[Standing], terms: Terms) -> Schedule {
    let (weak, later) = weak(standings);
    let mut groups = groups(practice, &weak);
    let model = practice.history.pace().model();
    let days = terms.days_left().map_or(WEEK, |left| left.min(FORTNIGHT));
    let ahead = |day| Ahead::new(practice, &model, terms, day);
    let days: Vec<Day> = (0..days).map(|day| ahead(day).planned(&mut groups)).collect();
    let touched: HashSet<Category> = days
        .iter()
        .flat_map(|day| day.categories.iter().map(|(category, _)| *category))
        .collect();
    let weak: Vec<Category> = weak.into_iter().map(|(category, _)| category).collect();
    let untouched = weak.iter().filter(|category| !touched.contains(category));
    Schedule {
        terms,
        without_room: untouched.copied().collect(),
        days,
        weak,
        later,
    }
}

/// What is planned for the first day alone.
pub fn todays(practice: &Practice, standings: &[Standing], terms: Terms) -> Day {
    let mut groups = groups(practice, &weak(standings).0);
    Ahead::new(practice, &practice.history.pace().model(), terms, 0).planned(&mut groups)
}

/// The weak categories with their need, and those beyond the eight. One never tried wants all there is.
fn weak(standings: &[Standing]) -> (Vec<(Category, f64)>, Vec<Category>) {
    let mut weak: Vec<(Category, f64)> = standings
        .iter()
        .map(|standing| (standing.category, standing.need.unwrap_or(1.0)))
        .filter(|(_, need)| *need >= WEAK)
        .collect();
    weak.sort_by_key(|(category, _)| first_to_try(*category));
    weak.sort_by(|a, b| b.1.total_cmp(&a.1));
    let later = weak.split_off(weak.len().min(CATEGORIES));
    (weak, later.into_iter().map(|(category, _)| category).collect())
}

fn groups<'a>(practice: &Practice<'a>, weak: &[(Category, f64)]) -> Vec<Group<'a>> {
    let Practice { library, history, .. } = *practice;
    let mut groups: Vec<Group> = weak
        .iter()
        .map(|(category, need)| Group {
            category: *category,
            need: *need,
            last: None,
            cards: Vec::new(),
        })
        .collect();
    for question in library.questions().iter().filter(|q| practice.settings.admits(q)) {
        if let Some(group) = groups.iter_mut().find(|group| group.category == question.category) {
            let last = history.of_question(&question.id).next_back();
            let memory = history.memory(&question.id).copied();
            group.last = group.last.max(memory.map(|memory| memory.last().day));
            group.cards.push(Card {
                question,
                memory,
                poor: last.is_some_and(|attempt| attempt.rating < Rating::Solid),
            });
        }
    }
    for group in &mut groups {
        group.cards.sort_by_cached_key(|card| {
            let recall = history.recall(&card.question.id, practice.now);
            let answered = library.answers_to(&card.question.id).next().is_some();
            // Thousandths, since no order is wanted beyond them.
            Reverse((card.poor, (recall * 1000.0) as u32, answered))
        });
        group.cards.truncate(CARDS);
    }
    groups
}

/// What makes it the turn of a category, the weightiest first: that it presses, how seldom it came up that day, and what
/// telling it adds.
type Worth = (bool, Reverse<usize>, f64);

/// One day to come, seen from today.
struct Ahead<'a> {
    practice: &'a Practice<'a>,
    model: &'a FSRS,
    terms: Terms,
    day: i32,
}

impl<'a> Ahead<'a> {
    fn new(practice: &'a Practice<'a>, model: &'a FSRS, terms: Terms, day: i32) -> Ahead<'a> {
        Ahead {
            practice,
            model,
            terms,
            day,
        }
    }

    fn planned(&self, groups: &mut [Group<'a>]) -> Day {
        let mut questions: Vec<&Question> = Vec::new();
        while questions.len() < self.terms.room(self.day) {
            let Some((place, card)) = self.turn(groups, &questions) else {
                break;
            };
            let group = &mut groups[place];
            let card = &mut group.cards[card];
            card.memory = self.told(card);
            card.poor = false;
            group.last = Some(self.number());
            questions.push(card.question);
        }
        let questions = apart(questions);
        let mut categories: Vec<(Category, usize)> = Vec::new();
        for question in &questions {
            match categories
                .iter_mut()
                .find(|(category, _)| *category == question.category)
            {
                Some((_, count)) => *count += 1,
                None => categories.push((question.category, 1)),
            }
        }
        Day {
            date: self.terms.today.saturating_add(jiff::Span::new().days(self.day)),
            minutes: (questions.len() * self.terms.each).div_ceil(60),
            questions: questions.into_iter().map(|question| question.id.clone()).collect(),
            categories,
        }
    }

    /// Whose turn it is after what that day has already, and with which question: the first of equals.
    fn turn(&self, groups: &[Group], so_far: &[&Question]) -> Option<(usize, usize)> {
        let mut turn: Option<(Worth, (usize, usize))> = None;
        for (place, group) in groups.iter().enumerate() {
            let Some((card, gain)) = self.best(group) else {
                continue;
            };
            let had = so_far.iter().filter(|question| question.category == group.category);
            let worth = (self.pressing(group), Reverse(had.count()), group.need * gain);
            if turn.is_none_or(|(most, _)| worth > most) {
                turn = Some((worth, (place, card)));
            }
        }
        turn.map(|(_, turn)| turn)
    }

    /// Whether a category was not told for two fifths of the days that were left then.
    fn pressing(&self, group: &Group) -> bool {
        group.last.is_none_or(|last| {
            let gap = f64::from(self.number() - last);
            gap >= 1.0 && gap >= GAPS.1 * self.left(last)
        })
    }

    /// The question of a category whose telling that day adds most to its recall on the day of the interview, and how
    /// much: the sum of the best five, and a little for what lies beyond them.
    fn best(&self, group: &Group) -> Option<(usize, f64)> {
        let (then, pace) = (self.horizon(), self.practice.history.pace());
        let recall = |memory: &Option<Memory>| memory.as_ref().map_or(0.0, |memory| memory.recall(pace, then));
        let kept: Vec<f64> = group.cards.iter().map(|card| recall(&card.memory)).collect();
        let mut sorted = kept.clone();
        sorted.sort_by(|a, b| b.total_cmp(a));
        let fifth = sorted.get(RECALLS - 1).copied().unwrap_or(0.0);
        let mut best: Option<(usize, f64)> = None;
        for (place, card) in group.cards.iter().enumerate() {
            if !self.ready(card, kept[place]) {
                continue;
            }
            let after = recall(&self.told(card));
            // What was among the best five grows; what was not takes the place of the fifth.
            let gain = (after - kept[place].max(fifth)).max(0.0) + BEYOND * (after - kept[place]).max(0.0);
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((place, gain));
            }
        }
        best
    }

    /// Whether a question may be told that day: not too soon after the last time, and not for nothing.
    fn ready(&self, card: &Card, kept: f64) -> bool {
        card.memory.as_ref().is_none_or(|memory| {
            let last = memory.last().day;
            let gap = f64::from(self.number() - last);
            gap >= 1.0 && gap >= (GAPS.0 * self.left(last)).floor() && (card.poor || kept < self.retention())
        })
    }

    /// The days that were left on a day, two weeks at the most.
    fn left(&self, number: i32) -> f64 {
        f64::from((self.end() - number).clamp(1, FORTNIGHT))
    }

    /// What is remembered of a question after telling it that day, well.
    fn told(&self, card: &Card) -> Option<Memory> {
        let review = Review {
            t: self.at(self.day),
            day: self.number(),
            grade: Grade::Good,
        };
        Memory::after(card.memory.as_ref(), review, self.model)
    }

    fn at(&self, day: i32) -> Timestamp {
        let ahead = SignedDuration::from_hours(24 * i64::from(day));
        self.practice.now.checked_add(ahead).unwrap_or(self.practice.now)
    }

    /// The number of the day looked at.
    fn number(&self) -> i32 {
        number(self.terms.today) + self.day
    }

    /// The number of the day of the interview, or of the one two weeks on.
    fn end(&self) -> i32 {
        let fortnight = self.day + FORTNIGHT;
        let left = self.terms.days_left().map_or(fortnight, |left| left.min(fortnight));
        number(self.terms.today) + left
    }

    fn horizon(&self) -> Timestamp {
        self.at(self.end() - number(self.terms.today))
    }

    /// The recall worth having, which rises as the date nears.
    fn retention(&self) -> f64 {
        let left = f64::from(self.end() - self.number()) / f64::from(FORTNIGHT);
        RETENTION.1 + (RETENTION.0 - RETENTION.1) * left.clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Event, What};
    use crate::domain::history::History;
    use crate::domain::history::tests::{attempt, event};
    use crate::domain::library::Library;
    use crate::domain::need::standings;
    use crate::domain::pick::tests::question;
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
        };
        let model = FSRS::default();
        let worth = |left: i64| Ahead::new(&practice, &model, terms(0, Some(left), 20), 0).retention();
        assert!((1..20).all(|left| worth(left) >= worth(left + 1)));
        assert!(worth(1) > 0.93 && (worth(14) - 0.8).abs() < 1e-9);
    }
}
