//! Items of feedback that are still to do, and the telling that settles one.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Interview;
use super::event_time::EventTime;
use super::feedback_sources::FeedbackSources;
use super::sections::{Line, Section, Tie};
use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::AnswerId;
use crate::domain::library::Library;
use crate::domain::rating::{Dimension, Rating};

/// An item of feedback that is still to do.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenItem<'a> {
    /// Whose feedback it is.
    pub interview: &'a Interview,
    /// The item.
    pub line: &'a Line,
    /// Its day, where it has one.
    pub day: Option<Date>,
}

/// What an item is tied to.
pub(super) struct Ties<'a> {
    pub(super) categories: Vec<Category>,
    pub(super) answers: Vec<&'a AnswerId>,
    pub(super) dimensions: Vec<Dimension>,
}

impl<'a> Ties<'a> {
    pub(super) fn of(line: &'a Line, library: &Library) -> Ties<'a> {
        let mut ties = Ties {
            categories: Vec::new(),
            answers: Vec::new(),
            dimensions: Vec::new(),
        };
        for tie in &line.ties {
            match tie {
                Tie::Category(category) => ties.categories.push(*category),
                Tie::Question(id) => ties
                    .categories
                    .extend(library.question(id).map(|question| question.category)),
                Tie::Answer(id) => ties.answers.push(id),
                Tie::Dimension(dimension) => ties.dimensions.push(*dimension),
                Tie::Rating(_) | Tie::Day(_) => {}
            }
        }
        ties
    }

    /// Whether a telling settles it: solid, of what it names, and solid at how it names, where that was rated. An item
    /// that names only how needs that rated.
    fn settled_by(&self, attempt: &Attempt) -> bool {
        let named = self.categories.contains(&attempt.category)
            || attempt
                .answer
                .as_ref()
                .is_some_and(|answer| self.answers.contains(&answer));
        let only_how = self.categories.is_empty() && self.answers.is_empty();
        let how = self
            .dimensions
            .iter()
            .all(|which| match attempt.dimensions[*which as usize] {
                Some(rating) => rating >= Rating::Solid,
                None => !only_how,
            });
        attempt.rating >= Rating::Solid && how && (named || only_how && !self.dimensions.is_empty())
    }
}

impl<'a> FeedbackSources<'a> {
    /// The open items of all interviews, the newest first.
    pub fn open_items(&self) -> Vec<OpenItem<'a>> {
        let mut items: Vec<OpenItem> = Vec::new();
        for interview in self.interviews {
            for line in interview.section(Section::Improve) {
                let day = interview.day_of_line(line, self.now, self.zone);
                if line.ticked == Some(false) && !line.text.is_empty() && !self.settled(interview, line, day) {
                    items.push(OpenItem { interview, line, day });
                }
            }
        }
        items.sort_by(|a, b| (b.day, b.interview.id(), a.line.line).cmp(&(a.day, a.interview.id(), b.line.line)));
        items
    }

    /// Whether a solid telling came after the day of an item.
    fn settled(&self, interview: &Interview, line: &Line, day: Option<Date>) -> bool {
        let ties = Ties::of(line, self.library);
        let Some(day) = day else { return false };
        self.told_since(self.after(interview, day))
            .any(|attempt| ties.settled_by(attempt))
    }

    /// When a day counts as over: with the last round on it, else at its end.
    pub(super) fn after(&self, interview: &Interview, day: Date) -> Timestamp {
        let timed = interview.over(self.now, self.zone).filter(|round| {
            let at = round.at.as_ref().filter(|at| at.time.is_some());
            at.is_some_and(|at| at.local_day(self.zone) == day)
        });
        let end = timed.filter_map(|round| round.ends(self.zone)).max();
        end.unwrap_or_else(|| EventTime::day(day).ends(self.zone))
    }

    /// The tellings since a moment, the latest first.
    pub(super) fn told_since(&self, since: Timestamp) -> impl Iterator<Item = &'a Attempt> {
        let told = self.history.attempts().rev();
        told.take_while(move |attempt| attempt.t >= since)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::days::Local;
    use crate::domain::history::History;
    use crate::domain::interview::feedback::tests::{interview, library};

    #[test]
    fn open_items_stand_newest_first_with_their_interviews() {
        let one = interview("## Improve\n- [ ] a (2026-11-01)\n- [ ] b\n- [ ] c\n- no box\n");
        let mut other = interview("## Improve\n- [ ] d (2026-11-15)\n");
        other.company = "Acme".into();
        let (library, history) = (library(), History::default());
        let interviews = [one, other];
        let ground = FeedbackSources {
            interviews: &interviews,
            library: &library,
            history: &history,
            now: "2026-11-21T09:00:00Z".parse().unwrap(),
            zone: &Local::UTC,
        };
        let items: Vec<String> = ground.open_items().iter().map(|item| item.line.text.clone()).collect();
        assert_eq!(items, ["d", "b", "c", "a"]);
    }
}
