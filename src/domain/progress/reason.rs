//! Why a category wants practice, in words a person can act on.

use std::fmt;

use jiff::Timestamp;

use super::feedback_signal::FeedbackSignal;
use crate::domain::days::{self, Local};
use crate::domain::history::attempt::Attempt;
use crate::domain::part::Part;
use crate::domain::rating::Rating;

/// The attempts a reason looks at.
const RECENT: usize = 4;
/// Days after which the last telling is a reason by itself.
const LONG_AGO: i64 = 14;

/// One reason with its size.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Which.
    pub why: Why,
    /// How large it is beside the others, from 0.
    pub weight: f64,
}

/// How many of the last tellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HowOften {
    /// So many.
    pub count: usize,
    /// Of so many.
    pub of: usize,
}

/// What a category has to be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    /// How many could be told as they stand.
    pub(super) finished: usize,
    /// Whether there is one at all, finished or not.
    pub(super) any: bool,
}

/// The kinds of reasons.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// A real interview taught it.
    Lesson(String),
    /// It was never told.
    NotTried,
    /// No story came.
    Froze(HowOften),
    /// A part was never reached.
    Never(Part, HowOften),
    /// It took too long.
    OverTime(HowOften),
    /// There is nothing to tell.
    NoAnswer,
    /// There is something to tell, but something in it is open.
    NoneFinished,
    /// It went badly last time, or that is long ago.
    Last {
        /// How it went.
        rating: Rating,
        /// Days since, by the calendar.
        days: i64,
    },
    /// It went well, and few of its questions were told.
    FewTold(HowOften),
}

impl fmt::Display for HowOften {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self.of {
            1 => out.write_str("last time"),
            of => write!(out, "in {} of {of}", self.count),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match &self.why {
            Why::Lesson(words) => out.write_str(words),
            Why::NotTried => out.write_str("not tried yet"),
            Why::Froze(of) => write!(out, "froze {of}"),
            Why::Never(part, of) => write!(out, "no {} {of}", part.id()),
            Why::OverTime(of) => write!(out, "over time {of}"),
            Why::NoAnswer => out.write_str("no answer yet"),
            Why::NoneFinished => out.write_str("no finished answer yet"),
            Why::Last { rating, days } => {
                write!(out, "last rated {} {}", rating.word(), days::ago_in_words(*days))
            }
            Why::FewTold(HowOften { count, of }) => write!(out, "{count} of {of} questions told"),
        }
    }
}

/// The reasons of a category, the largest first.
///
/// What happened in the last four tellings weighs by how often it did, and counts from half of them on; freezing counts
/// twice, and whenever it was the last that happened, since nothing else can be worked at before a story comes. An item of feedback counts as much as always freezing,
/// and stands before it: somebody said it. What was only asked counts less.
pub(super) fn reasons(
    attempts: &[&Attempt],
    answers: Answers,
    lessons: &[&FeedbackSignal],
    (now, zone): (Timestamp, &Local),
) -> Vec<Reason> {
    let recent = Recent(&attempts[attempts.len().saturating_sub(RECENT)..]);
    let taught = lessons.iter().map(|lesson| Reason {
        why: Why::Lesson(lesson.words.clone()),
        weight: 4.0 * lesson.weight,
    });
    let never = |part: Part| recent.often(|attempt| attempt.never_reached(part), 1.0, |of| Why::Never(part, of));
    let happened = [
        recent.froze(),
        never(Part::Result),
        never(Part::Action),
        recent.often(|attempt| attempt.over > 0.0, 1.0, Why::OverTime),
        recent.untried(),
    ];
    let unanswered = (answers.finished == 0).then_some(Reason {
        why: if answers.any { Why::NoneFinished } else { Why::NoAnswer },
        weight: 0.5,
    });
    let other = [unanswered, recent.last((now, zone))];
    let mut reasons: Vec<Reason> = taught
        .chain(happened.into_iter().flatten())
        .chain(other.into_iter().flatten())
        .collect();
    reasons.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    reasons
}

/// The last tellings of a category, the oldest first.
struct Recent<'a>(&'a [&'a Attempt]);

impl Recent<'_> {
    fn count(&self, is: impl Fn(&Attempt) -> bool) -> usize {
        self.0.iter().filter(|attempt| is(attempt)).count()
    }

    /// What happened in half of them or more, by how many these are.
    fn often(&self, is: impl Fn(&Attempt) -> bool, factor: f64, why: impl Fn(HowOften) -> Why) -> Option<Reason> {
        let (count, of) = (self.count(is), self.0.len());
        (count > 0 && count >= of.div_ceil(2)).then(|| Reason {
            why: why(HowOften { count, of }),
            weight: factor * count as f64 / of as f64,
        })
    }

    fn froze(&self) -> Option<Reason> {
        let froze = |attempt: &Attempt| attempt.rating == Rating::Froze;
        if !self.0.last().is_some_and(|last| froze(last)) {
            return self.often(froze, 2.0, Why::Froze);
        }
        let count = self.count(froze);
        let of = if count == 1 { 1 } else { self.0.len() };
        let why = Why::Froze(HowOften { count, of });
        Some(Reason { why, weight: 2.0 })
    }

    fn untried(&self) -> Option<Reason> {
        self.0.is_empty().then_some(Reason {
            why: Why::NotTried,
            weight: 1.0,
        })
    }

    /// That the last went badly, or is long ago.
    fn last(&self, (now, zone): (Timestamp, &Local)) -> Option<Reason> {
        let last = self.0.last()?;
        let days = days::between(last.day(zone), days::day_of(now, zone)).max(0);
        let why = Why::Last {
            rating: last.rating,
            days,
        };
        (last.rating <= Rating::Rough || days >= LONG_AGO).then_some(Reason { why, weight: 0.25 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::history::tests::attempt;

    const DAY: i64 = 86_400;

    fn said(attempts: &[Attempt], finished: usize) -> Vec<String> {
        let any = finished > 0;
        said_with(attempts, Answers { finished, any })
    }

    fn said_with(attempts: &[Attempt], answers: Answers) -> Vec<String> {
        let refs: Vec<&Attempt> = attempts.iter().collect();
        let now = Timestamp::from_second(20 * DAY).unwrap_or_default();
        reasons(&refs, answers, &[], (now, &Local::UTC))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    fn solid(day: i64) -> Attempt {
        attempt("a", day * DAY, "q", Category::Failure, Rating::Solid)
    }

    #[test]
    fn what_happens_most_often_is_said_first() {
        let mut all: Vec<Attempt> = (15..19).map(solid).collect();
        for late in all.iter_mut().skip(1) {
            late.over = 12.0;
        }
        assert_eq!(said(&all, 1), ["over time in 3 of 4"]);
        assert_eq!(said(&all[..1], 0), ["no answer yet"]);
        all[3].rating = Rating::Froze;
        all[2].rating = Rating::Froze;
        assert_eq!(
            said(&all, 1),
            ["froze in 2 of 4", "over time in 3 of 4", "last rated froze 2 days ago"]
        );
    }

    #[test]
    fn a_last_telling_long_ago_is_a_reason() {
        assert_eq!(said(&[solid(2)], 2), ["last rated solid 18 days ago"]);
        assert_eq!(said(&[solid(12)], 2), Vec::<String>::new());
        assert_eq!(said(&[], 0), ["not tried yet", "no answer yet"]);
    }

    #[test]
    fn the_last_telling_is_as_long_ago_as_every_other_row_says() {
        let zone = Local::new(jiff::tz::TimeZone::fixed(jiff::tz::offset(9)));
        let at = |text: &str| -> Timestamp { text.parse().unwrap_or_default() };
        for (told, now) in [
            ("2026-11-01T14:30:00Z", "2026-11-21T01:00:00Z"),
            ("2026-11-20T14:59:00Z", "2026-11-20T15:00:00Z"),
            ("2026-11-19T15:00:00Z", "2026-11-20T14:59:00Z"),
            ("2026-08-01T00:00:00Z", "2026-11-20T14:59:00Z"),
            ("2025-08-01T00:00:00Z", "2026-11-20T14:59:00Z"),
        ] {
            let (told, now) = (at(told), at(now));
            let rough = Attempt {
                off: 9 * 3600,
                ..attempt("a", told.as_second(), "q", Category::Failure, Rating::Rough)
            };
            let one = Answers { finished: 1, any: true };
            let reason = reasons(&[&rough], one, &[], (now, &zone)).remove(0);
            let row = days::ago(days::day_of(told, &zone), days::day_of(now, &zone));
            assert_eq!(reason.to_string(), format!("last rated rough {row}"));
        }
    }

    #[test]
    fn an_answer_with_something_open_is_not_called_none() {
        let begun = Answers { finished: 0, any: true };
        assert_eq!(said_with(&[solid(15)], begun), ["no finished answer yet"]);
    }
}
