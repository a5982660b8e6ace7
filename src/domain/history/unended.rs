//! Drills that were left with questions to go.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::History;
use super::event::DrillBegun;
use crate::domain::days::Local;
use crate::domain::id::QuestionId;

/// A drill of today with questions left.
#[derive(Clone, Debug, PartialEq)]
pub struct Unended {
    /// What it was to ask.
    pub begun: DrillBegun,
    /// When it was begun.
    pub t: Timestamp,
    /// What is left of it.
    pub left: Vec<QuestionId>,
}

impl History {
    /// The latest drill of this day that has questions left and was not gone on with.
    pub fn unended(&self, day: Date, local: &Local) -> Option<Unended> {
        let (t, off, begun) = self.drills.last()?;
        if local.day_there(*t, *off) != day {
            return None;
        }
        let left = match self.ended.get(&begun.drill) {
            Some(left) => left.clone(),
            None => self.not_told(begun),
        };
        (!left.is_empty()).then(|| Unended {
            begun: begun.clone(),
            t: *t,
            left,
        })
    }

    fn not_told(&self, begun: &DrillBegun) -> Vec<QuestionId> {
        let told: HashSet<&QuestionId> = self
            .attempts
            .iter()
            .rev()
            .filter(|attempt| attempt.drill == begun.drill)
            .map(|attempt| &attempt.question)
            .collect();
        begun
            .questions
            .iter()
            .filter(|id| !told.contains(id))
            .cloned()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attempt, event};
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::history::event::EventKind;
    use crate::domain::rating::Rating;

    #[test]
    fn a_drill_of_today_with_questions_left_can_be_gone_on_with() {
        let begun = DrillBegun {
            drill: "d".into(),
            name: "standard".into(),
            questions: vec!["q1".into(), "q2".into(), "q3".into()],
            think: 30.0,
            speak: 120.0,
            probes: 0,
            resumes: None,
        };
        let told = attempt("a1", 100, "q1", Category::Conflict, Rating::Solid);
        let mut history = History::fold(vec![
            event(0, 90, EventKind::Drill(begun.clone())),
            event(1, 100, EventKind::Attempt(Box::new(told))),
        ]);
        let day = jiff::civil::date(1970, 1, 1);
        let left = history.unended(day, &Local::UTC).map(|unended| unended.left);
        assert_eq!(left, Some(vec!["q2".into(), "q3".into()]));
        assert_eq!(history.unended(jiff::civil::date(1970, 1, 2), &Local::UTC), None);
        history.add(event(
            2,
            200,
            EventKind::DrillEnded {
                drill: "d".into(),
                left: Vec::new(),
            },
        ));
        assert_eq!(history.unended(day, &Local::UTC), None);
    }
}
