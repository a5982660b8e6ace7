//! The versions of an answer with what they were rated.

use std::sync::Arc;

use jiff::Timestamp;

use crate::domain::history::History;
use crate::domain::id::AnswerId;
use crate::domain::rating::Rating;

/// One text of an answer that was told, and how it went with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionTold {
    /// The hash of the text; none where it was not known.
    pub version: Option<Arc<str>>,
    /// When it was first told.
    pub first: Timestamp,
    /// When it was last told.
    pub last: Timestamp,
    /// Its ratings, the oldest first.
    pub ratings: Vec<Rating>,
}

/// The versions of an answer that were told, in the order they were first told.
pub fn versions_told(history: &History, answer: &AnswerId) -> Vec<VersionTold> {
    let mut versions: Vec<VersionTold> = Vec::new();
    for attempt in history
        .attempts()
        .filter(|attempt| attempt.answer.as_ref() == Some(answer))
    {
        match versions.iter_mut().rev().find(|told| told.version == attempt.version) {
            Some(told) => {
                told.last = attempt.t;
                told.ratings.push(attempt.rating);
            }
            None => versions.push(VersionTold {
                version: attempt.version.clone(),
                first: attempt.t,
                last: attempt.t,
                ratings: vec![attempt.rating],
            }),
        }
    }
    versions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::history::event::EventKind;
    use crate::domain::history::tests::{attempt, event};

    #[test]
    fn the_versions_of_an_answer_keep_their_ratings_apart() {
        let one = |n: u64, answer: &str, version: &str, rating| {
            let mut attempt = attempt(&format!("a{n}"), n as i64, "q", Category::Failure, rating);
            attempt.answer = Some(answer.into());
            attempt.version = Some(version.into());
            event(n, n as i64, EventKind::Attempt(Box::new(attempt)))
        };
        let history = History::fold(vec![
            one(1, "x", "first", Rating::Rough),
            one(2, "x", "second", Rating::Solid),
            one(3, "y", "other", Rating::Froze),
            one(4, "x", "first", Rating::Rough),
            one(5, "x", "second", Rating::Strong),
        ]);
        let versions = versions_told(&history, &"x".into());
        let ratings: Vec<&[Rating]> = versions.iter().map(|told| told.ratings.as_slice()).collect();
        assert_eq!(
            ratings,
            [[Rating::Rough, Rating::Rough], [Rating::Solid, Rating::Strong]]
        );
        assert_eq!(versions[0].last.as_second(), 4);
    }
}
