//! What a person writes down after a round: what was asked, what was told, what was good, what to do better.

use jiff::civil::Date;

use super::Promise;
use super::edit::Change;
use super::round::RoundState;
use super::sections::{Line, Section, Tie};
use crate::domain::category::Category;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::rating::Rating;

/// One question that was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedQuestion {
    /// In the words it is remembered by.
    pub words: String,
    /// The question it is; none before a new one is added.
    pub question: Option<QuestionId>,
    /// The answer that was told.
    pub told: Option<AnswerId>,
    /// How it went.
    pub rating: Option<Rating>,
}

/// One thing to do better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Better {
    /// In words.
    pub words: String,
    /// What it is tied to.
    pub tie: Option<Tie>,
}

/// A debrief, as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debrief {
    /// The place of its round in the file.
    pub round: usize,
    /// What was asked, in the order it came.
    pub asked: Vec<AskedQuestion>,
    /// What was good.
    pub good: Vec<String>,
    /// What to do better.
    pub better: Vec<Better>,
    /// Whether the person asked when they decide; none: not said.
    pub asked_when: Option<bool>,
    /// What was promised.
    pub promise: Option<Promise>,
}

impl Debrief {
    /// Whether nothing is written yet.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty() && self.good.is_empty() && self.better.is_empty() && self.promise.is_none()
    }

    /// The questions that are in no bank yet: they become questions of the person's own.
    pub fn unknown(&mut self) -> impl Iterator<Item = &mut AskedQuestion> {
        self.asked.iter_mut().filter(|asked| asked.question.is_none())
    }

    /// What it changes in the file of its interview; its lines are from this day.
    pub fn changes(&self, day: Date) -> Vec<Change> {
        let mut changes = vec![Change::RoundState(self.round, RoundState::Done)];
        changes.extend(self.promise.clone().map(|promise| Change::Promised(Some(promise))));
        changes.extend(self.lines(day).into_iter().map(Change::AddLine));
        changes
    }

    fn lines(&self, day: Date) -> Vec<Line> {
        let asked = self.asked.iter().map(|asked| {
            let question = asked.question.clone().map(Tie::Question);
            let told = asked.told.clone().map(Tie::Answer);
            // A later round must not make it younger.
            let ties = [question, told, asked.rating.map(Tie::Rating), Some(Tie::Day(day))];
            Line::new(Section::Asked, &asked.words, ties.into_iter().flatten().collect())
        });
        let good = self
            .good
            .iter()
            .map(|words| Line::new(Section::Good, words, vec![Tie::Day(day)]));
        let better = self.better.iter().map(|better| {
            let ties = better.tie.iter().cloned().chain([Tie::Day(day)]).collect();
            Line::new(Section::Improve, &better.words, ties)
        });
        let silent = (self.asked_when == Some(false)).then(|| {
            let words = "did not ask when they decide";
            Line::new(Section::Notes, words, vec![Tie::Day(day)])
        });
        asked.chain(good).chain(better).chain(silent).collect()
    }

    /// The category something to do better is most likely about: that of the question that went worst.
    pub fn sore(&self, category: impl Fn(&QuestionId) -> Option<Category>) -> Option<Category> {
        let rated = self.asked.iter().filter(|asked| asked.rating.is_some());
        let worst = rated.min_by_key(|asked| asked.rating)?;
        worst.question.as_ref().and_then(category)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::interview::edit::{changed, new_file};

    #[test]
    fn a_debrief_becomes_lines_of_the_file_with_their_ties() {
        let mut debrief = Debrief {
            round: 0,
            asked: vec![
                AskedQuestion {
                    words: "a failure of yours".into(),
                    question: Some("failure-production".into()),
                    told: Some("k7m2qx".into()),
                    rating: Some(Rating::Rough),
                },
                AskedQuestion {
                    words: "why us".into(),
                    ..AskedQuestion::default()
                },
            ],
            good: vec!["calm".into()],
            better: vec![Better {
                words: "say sooner what you did".into(),
                tie: Some(Tie::Category(Category::Failure)),
            }],
            asked_when: Some(false),
            promise: None,
        };
        let base = "---\ncompany: A\nrounds:\n  - kind: panel\n---\n".to_owned()
            + &new_file("A")["---\ncompany: A\n---\n".len()..];
        let text = changed(&base, &debrief.changes("2026-11-24".parse().unwrap())).unwrap();
        for line in [
            "    state: done\n",
            "- a failure of yours (question failure-production, answer k7m2qx, rough, 2026-11-24)\n- why us (2026-11-24)\n",
            "- calm (2026-11-24)\n",
            "- [ ] say sooner what you did (failure, 2026-11-24)\n",
            "- did not ask when they decide (2026-11-24)\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let of = |id: &QuestionId| (id.as_str() == "failure-production").then_some(Category::Failure);
        assert_eq!(debrief.sore(of), Some(Category::Failure));
        assert_eq!(
            debrief.unknown().map(|asked| asked.words.as_str()).collect::<Vec<_>>(),
            ["why us"]
        );
    }
}
