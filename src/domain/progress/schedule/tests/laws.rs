//! What holds of every plan, whatever was told.

use super::*;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_day_is_never_too_long_and_a_category_is_named_that_could_be_told_and_has_no_place(
        seeds in proptest::collection::vec((1..60_i64, 0..96_usize, 0..4_usize), 0..60),
        left in 0..30_i64,
        minutes in 0..60_u32,
    ) {
        let tellings: Vec<Turn> = seeds.iter().map(|(ago, place, rating)| (*ago, *place, Rating::ALL[*rating])).collect();
        let terms = terms(TODAY, Some(TODAY + left), minutes);
        let (library, history) = (library(8), history(&tellings));
        let schedule = planned(&library, &history, terms);
        prop_assert_eq!(schedule.days.len() as i64, if left <= 14 { left + 1 } else { 14 });
        for (n, day) in schedule.days.iter().enumerate() {
            let cap = if n as i64 + 1 == left { minutes / 2 } else { minutes };
            prop_assert!(day.minutes <= cap as usize, "{} > {cap} on day {n}", day.minutes);
            let distinct: HashSet<&QuestionId> = day.questions.iter().collect();
            prop_assert_eq!(distinct.len(), day.questions.len());
        }
        let said = schedule.does_not_fit(&library).unwrap_or_default();
        prop_assert_eq!(schedule.order.len(), 8);
        let untold = |category: Category| {
            let of = library.questions().iter().filter(move |question| question.category == category);
            of.into_iter().any(|question| history.of_question(&question.id).next().is_none())
        };
        let well = |category: Category| {
            let told = || history.attempts().filter(move |attempt| attempt.category == category);
            let last = told().map(|attempt| attempt.t).max();
            told().any(|attempt| Some(attempt.t) == last && attempt.rating >= Rating::Solid)
        };
        for category in &schedule.order {
            let held = schedule.days.iter().any(|day| day.categories.iter().any(|(one, _)| one == category));
            let named = said.contains(category.id());
            prop_assert!(!named || !held && (2..=14).contains(&left), "{category}: {said}");
            prop_assert!(named || held || !(2..=14).contains(&left) || !untold(*category) || well(*category), "{category}: {said}");
        }
    }

    #[test]
    fn what_froze_or_went_rough_comes_back_the_next_day_it_can(
        seeds in proptest::collection::vec((1..20_i64, 0..36_usize, 0..4_usize), 1..40),
        left in 1..20_i64,
    ) {
        let tellings: Vec<Turn> = seeds.iter().map(|(ago, place, rating)| (*ago, *place, Rating::ALL[*rating])).collect();
        let history = history(&tellings);
        let schedule = planned(&library(3), &history, terms(TODAY, Some(TODAY + left), 20));
        let poor = |place: &usize| {
            let id = QuestionId::from(format!("q{place:03}"));
            history.of_question(&id).next_back().is_some_and(|attempt| attempt.rating < Rating::Solid)
        };
        let poor: Vec<usize> = (0..36).filter(poor).collect();
        // A third of the day is kept for them; the rest is for what is new.
        let mut left_over = poor.len();
        for (n, day) in schedule.days.iter().enumerate().filter(|(_, day)| day.kind == DayKind::Practice) {
            let taken = poor.iter().filter(|place| days_of(&schedule, **place).first() == Some(&n)).count();
            prop_assert!(taken >= left_over.min(2), "day {}: {:?}", n, day.questions);
            left_over -= taken;
        }
    }

    #[test]
    fn what_went_well_waits_for_a_fifth_of_the_days_left(left in 2..14_i64, minutes in 5..60_u32) {
        let schedule = planned(&library(3), &History::default(), terms(TODAY, Some(TODAY + left), minutes));
        let mut last: HashMap<&QuestionId, i64> = HashMap::new();
        for (n, day) in schedule.days.iter().enumerate().filter(|(_, day)| day.kind == DayKind::Practice) {
            for id in &day.questions {
                if let Some(before) = last.insert(id, n as i64) {
                    let gap = n as i64 - before;
                    prop_assert!(gap >= 1 && gap as f64 >= (0.2 * (left - before) as f64).floor(), "{id} after {gap}");
                }
            }
        }
    }

    #[test]
    fn every_finished_answer_is_told_before_the_date(
        answers in 1..12_usize,
        left in 1..14_i64,
        seeds in proptest::collection::vec((1..20_i64, 0..96_usize, 0..4_usize), 0..40),
    ) {
        let tellings: Vec<Turn> = seeds.iter().map(|(ago, place, rating)| (*ago, *place, Rating::ALL[*rating])).collect();
        let history = history(&tellings);
        let answer = |n: usize| finished(&format!("a{n}"), &[&format!("q{:03}", 11 + n * 7)]);
        let library = Library::new(questions(8), (0..answers).map(answer).collect());
        let schedule = planned(&library, &history, terms(TODAY, Some(TODAY + left), 20));
        let room: usize = schedule.days[..left as usize].iter().map(|day| day.questions.len()).sum();
        let untold = (0..answers).filter(|n| history.of_question(&QuestionId::from(format!("q{:03}", 11 + n * 7))).next().is_none());
        let untold: Vec<usize> = untold.collect();
        let placed = untold.iter().filter(|n| days_of(&schedule, 11 + **n * 7).first().is_some_and(|day| (*day as i64) < left));
        let placed = placed.count();
        prop_assert_eq!(placed, untold.len().min(room));
        prop_assert_eq!(schedule.untold.len(), untold.len() - placed);
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
