//! What Browse knows of each question and answer, worked out once when the files or the history change.

use jiff::Timestamp;

use crate::app::workspace::Workspace;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;
use crate::domain::progress::readiness::Readiness;
use crate::domain::progress::score::method;
use crate::domain::question::Question;
use crate::domain::question::level::{Level, Levels};
use crate::domain::rating::Rating;

/// Whether a question has an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// None.
    No,
    /// Only such as have places to finish.
    Unfinished,
    /// At least one that could be told as it stands.
    Yes,
}

/// What is known of a question.
#[derive(Clone, Copy, Debug)]
pub struct KnownQuestion {
    /// What it tests.
    pub category: Category,
    /// Whether it has an answer.
    pub answered: Answered,
    /// It was hidden by itself.
    pub hidden: bool,
    /// When it was told last, and how that went.
    pub told: Option<(Timestamp, Rating)>,
    /// How much it wants practice.
    pub(super) want: f64,
    levels: Levels,
}

/// What is known of an answer.
#[derive(Clone, Copy, Debug)]
pub struct KnownAnswer {
    /// Places to finish.
    pub unfinished: usize,
    /// Whether it names a question that there is.
    pub linked: bool,
    /// When it was told last, and how that went.
    pub told: Option<(Timestamp, Rating)>,
    /// How much it wants practice.
    pub(super) want: f64,
}

/// Both, in the order of the library.
#[derive(Debug, Default)]
pub struct Known {
    /// The questions.
    pub questions: Vec<KnownQuestion>,
    /// The answers.
    pub answers: Vec<KnownAnswer>,
}

impl Known {
    /// Looks at everything anew.
    pub(super) fn look(&mut self, workspace: &Workspace, now: Timestamp) {
        let practice = workspace.practice(now);
        let readiness = Readiness::of(&practice, method(practice.history));
        let answers = workspace.library.answers().iter().zip(workspace.library.unfinished());
        self.answers = answers
            .map(|(answer, unfinished)| {
                let told = told_with(workspace, answer);
                KnownAnswer {
                    unfinished: *unfinished,
                    linked: workspace.library.linked(answer),
                    told: told.map(when_and_how),
                    want: want_of_answer(workspace, answer, &readiness),
                }
            })
            .collect();
        let questions = workspace.library.questions().iter();
        self.questions = questions
            .map(|question| self.question(workspace, question, &readiness))
            .collect();
    }

    fn question(&self, workspace: &Workspace, question: &Question, readiness: &Readiness) -> KnownQuestion {
        let mut answered = Answered::No;
        for place in workspace.library.places_of_answers_to(&question.id) {
            if self.answers.get(*place).is_some_and(|answer| answer.unfinished == 0) {
                answered = Answered::Yes;
            } else if answered == Answered::No {
                answered = Answered::Unfinished;
            }
        }
        let told = workspace.history.of_question(&question.id).next_back();
        KnownQuestion {
            category: question.category,
            answered,
            hidden: workspace.settings.hides(&question.id),
            told: told.map(when_and_how),
            want: if question.scored {
                want_of_question(workspace, question, readiness)
            } else {
                0.0
            },
            levels: question.levels,
        }
    }
}

impl KnownQuestion {
    /// Whether it suits a level.
    pub fn suits(&self, level: Level) -> bool {
        self.levels.has(level)
    }
}

/// What went badly stands before all that did not: more than any question wants otherwise.
const BADLY: f64 = 10.0;

/// How much a question wants practice: what went badly last time before all else, then by how often it is asked times
/// what is missing.
fn want_of_question(workspace: &Workspace, question: &Question, readiness: &Readiness) -> f64 {
    let last = workspace.history.of_question(&question.id).next_back();
    let badly = match last.map(|attempt| attempt.rating) {
        Some(Rating::Froze) => 2.0 * BADLY,
        Some(Rating::Rough) => BADLY,
        _ => 0.0,
    };
    badly + readiness.drawn(question) * (1.0 - readiness.of_question(question))
}

/// How much an answer wants practice: as much as the question it serves worst; one that serves none stands last.
fn want_of_answer(workspace: &Workspace, answer: &Answer, readiness: &Readiness) -> f64 {
    let library = &workspace.library;
    let questions = answer.questions.iter().filter_map(|id| library.question(id));
    questions
        .map(|question| want_of_question(workspace, question, readiness))
        .fold(0.0, f64::max)
}

fn when_and_how(attempt: &Attempt) -> (Timestamp, Rating) {
    (attempt.t, attempt.rating)
}

fn told_with<'a>(workspace: &'a Workspace, answer: &Answer) -> Option<&'a Attempt> {
    let mine = |id| {
        workspace
            .history
            .of_question(id)
            .rev()
            .find(|attempt| attempt.answer.as_ref() == Some(&answer.id))
    };
    answer.questions.iter().filter_map(mine).max_by_key(|attempt| attempt.t)
}
