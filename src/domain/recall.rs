//! How much of a told question is still there: the FSRS model of memory, with the question as its item.
//!
//! The arithmetic is that of the `fsrs` crate. Here stand only what counts as a review and what is kept of it.

use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use jiff::Timestamp;

use super::pace::Pace;
use super::rating::Rating;

/// The recall that is worth keeping up; below it a question is due. The value FSRS is used with most.
pub const RETENTION: f64 = 0.9;

/// How a review went, in the words of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It was gone.
    Again = 1,
    /// It came, with trouble.
    Hard = 2,
    /// It came.
    Good = 3,
    /// It came without effort.
    Easy = 4,
}

impl Grade {
    /// All of them, the worst first.
    pub const ALL: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];
}

impl From<Rating> for Grade {
    fn from(rating: Rating) -> Grade {
        match rating {
            Rating::Froze => Grade::Again,
            Rating::Rough => Grade::Hard,
            Rating::Solid => Grade::Good,
            Rating::Strong => Grade::Easy,
        }
    }
}

/// One time a question was brought to mind: told in a drill, or answered in a sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub t: Timestamp,
    /// The local day where that was, in days since 1970.
    pub day: i32,
    /// How it went.
    pub grade: Grade,
}

impl Review {
    /// A review at a time, at a place so many seconds east of UTC.
    pub fn new(t: Timestamp, off: i32, grade: Grade) -> Review {
        let day = (t.as_second() + i64::from(off)).div_euclid(86_400) as i32;
        Review { t, day, grade }
    }
}

/// The reviews that count, the oldest first: the first of each day.
///
/// Telling a story twice in one sitting says little about next week, and the model is made for whole days. A day that
/// comes again, because a clock or a traveller went back, counts no more than once.
pub fn counted(mut reviews: Vec<Review>) -> Vec<Review> {
    reviews.sort_by_key(|review| review.t);
    let mut last = None;
    reviews.retain(|review| {
        let counts = last.is_none_or(|last| review.day > last);
        if counts {
            last = Some(review.day);
        }
        counts
    });
    reviews
}

/// Reviews as the model takes them: the days between them, and how they went.
pub(super) fn item(reviews: &[Review]) -> FSRSItem {
    let before = std::iter::once(None).chain(reviews.iter().map(Some));
    let reviews = reviews.iter().zip(before).map(|(review, before)| FSRSReview {
        rating: review.grade as u32,
        delta_t: before.map_or(0, |before| (review.day - before.day) as u32),
    });
    FSRSItem {
        reviews: reviews.collect(),
    }
}

/// What is remembered of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    state: MemoryState,
    last: Review,
}

impl Memory {
    /// What these reviews, as [`counted`], leave behind; none without any.
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

    /// How likely it comes to mind at a time, 0 to 1. A time before the last review counts as that of the review.
    pub fn recall(&self, pace: &Pace, now: Timestamp) -> f64 {
        let days = now.duration_since(self.last.t).as_secs_f64() / 86_400.0;
        let recall = current_retrievability(self.state, days.max(0.0) as f32, pace.decay());
        f64::from(recall).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 86_400;

    /// Reviews from days apart and grades.
    pub(crate) fn reviews(steps: &[(u16, u8)]) -> Vec<Review> {
        let mut day = 10_000_i64;
        steps
            .iter()
            .map(|(apart, grade)| {
                day += i64::from(*apart);
                let t = Timestamp::from_second(day * DAY + 36_000).unwrap_or_default();
                Review::new(t, 0, Grade::ALL[usize::from(*grade % 4)])
            })
            .collect()
    }

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
                prop_assert!((memory.recall(&Pace::usual(), now) - f64::from(theirs)).abs() < 1e-4);
            }
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
            let recall = memory.map(|memory| memory.recall(&Pace::usual(), at(now)));
            prop_assert!(recall.is_some_and(|recall| (0.0..=1.0).contains(&recall)), "{recall:?}");
        }
    }

    #[test]
    fn the_first_review_of_a_day_counts_alone() {
        let told = counted(reviews(&[(0, 0), (0, 3), (2, 2), (0, 0), (5, 1)]));
        let grades: Vec<Grade> = told.iter().map(|review| review.grade).collect();
        assert_eq!(grades, [Grade::Again, Grade::Good, Grade::Hard]);
        let days: Vec<u32> = item(&told).reviews.iter().map(|review| review.delta_t).collect();
        assert_eq!(days, [0, 2, 5]);
    }

    #[test]
    fn the_day_is_that_of_the_place_it_was_told_at() {
        let t = Timestamp::from_second(20 * DAY + 23 * 3600).unwrap_or_default();
        assert_eq!(Review::new(t, 0, Grade::Good).day, 20);
        assert_eq!(Review::new(t, 7200, Grade::Good).day, 21);
    }
}
