//! What counts as a review of a question.

use fsrs::{FSRSItem, FSRSReview};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::days::{DayStart, numbered};
use crate::domain::rating::Rating;

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
    /// A review at a time, at a place so many seconds east of UTC, on a day that begins at midnight.
    pub fn new(t: Timestamp, off: i32, grade: Grade) -> Review {
        Review::on(DayStart::default(), t, off, grade)
    }

    /// The same on a day that may begin later.
    pub fn on(starts: DayStart, t: Timestamp, off: i32, grade: Grade) -> Review {
        let day = starts.number(t, off);
        Review { t, day, grade }
    }

    /// The local day where that was.
    pub fn date(&self) -> Date {
        numbered(self.day)
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

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
