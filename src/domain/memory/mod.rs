//! How much of a told question is still there: the FSRS model of memory, with the question as its item.
//!
//! The arithmetic is that of the `fsrs` crate; what counts as a review stands in [`review`].

pub mod forgetting;
pub mod review;

use fsrs::{FSRS, MemoryState, current_retrievability};
use jiff::Timestamp;

use self::forgetting::ForgettingCurve;
use self::review::{Grade, Review, item};
use crate::domain::days::Local;

/// The recall that is worth keeping up; below it a question is due. The value FSRS is used with most.
pub const RETENTION: f64 = 0.9;

/// What is remembered of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    state: MemoryState,
    last: Review,
}

impl Memory {
    /// What these reviews, as [`review::counted`], leave behind; none without any.
    pub fn of(reviews: &[Review], model: &FSRS) -> Option<Memory> {
        let last = *reviews.last()?;
        let state = model.memory_state(item(reviews), None).ok()?;
        Some(Memory { state, last })
    }

    /// What one more review on a later day makes of it; none where nothing was remembered before.
    #[must_use]
    pub fn after(before: Option<&Memory>, review: Review, model: &FSRS) -> Option<Memory> {
        let days = before.map_or(0, |before| (review.day - before.last.day).max(0) as u32);
        let next = model
            .next_states(before.map(|before| before.state), RETENTION as f32, days)
            .ok()?;
        let next = match review.grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        Some(Memory {
            state: next.memory,
            last: review,
        })
    }

    /// The review it ends with.
    pub fn last(&self) -> &Review {
        &self.last
    }

    /// How many days after its last review it has faded to [`RETENTION`]: what the model calls its stability.
    pub fn days(&self) -> i32 {
        self.state.stability.round().min(36_500.0) as i32
    }

    /// How likely it comes to mind at a time, 0 to 1. A time before the last review counts as that of the review.
    pub fn recall(&self, pace: &ForgettingCurve, now: Timestamp) -> f64 {
        let days = now.duration_since(self.last.t).as_secs_f64() / 86_400.0;
        let recall = current_retrievability(self.state, days.max(0.0) as f32, pace.decay());
        f64::from(recall).clamp(0.0, 1.0)
    }
}

/// In how many days a question comes back after each rating now, the lowest first: after froze or rough on the next one,
/// as what is due has it. Where it was reviewed today already, another review says nothing, and the others are alike; none
/// where the model has no answer.
pub fn comes_back(before: Option<&Memory>, now: Timestamp, local: &Local, model: &FSRS) -> [Option<i32>; 4] {
    let off = local.to_offset(now).seconds();
    let today = local.starts.number(now, off);
    let [_, _, solid, strong] = match before.filter(|before| before.last.day >= today) {
        Some(before) => [Some(before.days() - (today - before.last.day)); 4],
        None => Grade::ALL
            .map(|grade| Some(Memory::after(before, Review::on(local.starts, now, off, grade), model)?.days())),
    };
    let poorly = solid.map(|_| 1);
    [
        poorly,
        poorly,
        solid.map(|days| days.max(1)),
        strong.map(|days| days.max(1)),
    ]
}

#[cfg(test)]
mod tests {
    use super::review::counted;
    use super::review::tests::reviews;
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 86_400;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn recall_is_that_of_the_crate(
            steps in proptest::collection::vec((0..40_u16, 0..4_u8), 1..20),
            later in 0..2000_u32,
        ) {
            let model = FSRS::default();
            let counted = counted(reviews(&steps));
            let mut state = None;
            let mut before: Option<i32> = None;
            for review in &counted {
                let days = before.map_or(0, |before| review.day - before) as u32;
                let next = model.next_states(state, 0.9, days).map_err(|error| TestCaseError::fail(error.to_string()))?;
                let all = [next.again, next.hard, next.good, next.easy];
                state = Some(all[review.grade as usize - 1].memory);
                before = Some(review.day);
            }
            let memory = Memory::of(&counted, &model);
            prop_assert!(memory.is_some() && state.is_some());
            if let (Some(memory), Some(state)) = (memory, state) {
                let now = memory.last.t + jiff::SignedDuration::from_hours(24 * i64::from(later));
                let theirs = current_retrievability(state, later as f32, fsrs::FSRS6_DEFAULT_DECAY);
                prop_assert!((memory.recall(&ForgettingCurve::usual(), now) - f64::from(theirs)).abs() < 1e-4);
            }
        }

        #[test]
        fn a_question_comes_back_the_later_the_better_it_was_told(
            steps in proptest::collection::vec((0..40_u16, 0..4_u8), 0..12),
            later in 0..200_i64,
        ) {
            let model = FSRS::default();
            let counted = counted(reviews(&steps));
            let memory = Memory::of(&counted, &model);
            let last = memory.map_or(Timestamp::UNIX_EPOCH, |memory| memory.last.t);
            let now = last + jiff::SignedDuration::from_hours(24 * later);
            let days = comes_back(memory.as_ref(), now, &Local::UTC, &model);
            prop_assert!(days.iter().all(|days| days.is_some_and(|days| days >= 1)));
            prop_assert!(days[..2] == [Some(1); 2]);
            prop_assert!(days.is_sorted(), "{days:?}");
            let today = memory.is_some() && later == 0;
            prop_assert!(!today || days[2] == days[3]);
        }

        #[test]
        fn a_hundred_years_of_clock_nonsense_gives_a_share(
            steps in proptest::collection::vec((-36_500..36_500_i64, 0..4_u8, -86_400..86_400_i32), 1..30),
            now in -36_500..36_500_i64,
        ) {
            let at = |day: i64| Timestamp::from_second(day * DAY).unwrap_or_default();
            let reviews = steps.iter().map(|(day, grade, off)| Review::new(at(*day), *off, Grade::ALL[usize::from(*grade)]));
            let model = FSRS::default();
            let memory = Memory::of(&counted(reviews.collect()), &model);
            let recall = memory.map(|memory| memory.recall(&ForgettingCurve::usual(), at(now)));
            prop_assert!(recall.is_some_and(|recall| (0.0..=1.0).contains(&recall)), "{recall:?}");
        }
    }
}
