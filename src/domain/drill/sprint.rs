//! A sprint: which of your answers would you tell? Against a short clock, by name alone.
//!
//! Ten questions, ten seconds each; then those that were missed once more, five seconds each. What a sprint finds feeds
//! recall and never a rating, for nothing was told.

use std::collections::HashMap;
use std::time::Duration;

use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::clock::{Moment, Stopwatch};
use crate::domain::history::sprint_answer::SprintAnswer;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::library::Library;
use crate::domain::question::Question;
use crate::domain::random::DrillRng;
use crate::domain::settings::Settings;

/// Questions in the first round.
pub const QUESTIONS: usize = 10;

/// Seconds for each question of the first and of the second round.
pub const SECONDS: [u32; 2] = [10, 5];

/// Answers below which there is nothing to choose between.
pub const ANSWERS: usize = 2;

/// Whether an answer can be told for a question: it names it, or serves its category.
pub fn fits(library: &Library, answer: &Answer, question: &Question) -> bool {
    answer.questions.contains(&question.id) || library.categories_of(answer).contains(&question.category)
}

/// The questions of a sprint: drawn alike from those that some answer fits, neighbours of different categories where
/// possible. None while there are fewer than [`ANSWERS`] answers.
pub fn questions(library: &Library, settings: &Settings, chance: &mut DrillRng) -> Vec<QuestionId> {
    if library.answers().len() < ANSWERS {
        return Vec::new();
    }
    let mut served: Vec<Category> = library
        .answers()
        .iter()
        .flat_map(|answer| library.categories_of(answer))
        .collect();
    served.sort_unstable();
    served.dedup();
    let mut pool: Vec<&Question> = library
        .questions()
        .iter()
        .filter(|question| settings.admits(question))
        .filter(|question| served.contains(&question.category) || library.answers_to(&question.id).next().is_some())
        .collect();
    let mut chosen: Vec<&Question> = Vec::new();
    while chosen.len() < QUESTIONS && !pool.is_empty() {
        let last = chosen.last().map(|question| question.category);
        let other: Vec<usize> = (0..pool.len()).filter(|n| Some(pool[*n].category) != last).collect();
        let place = match other.len() {
            0 => chance.below(pool.len()),
            some => other[chance.below(some)],
        };
        chosen.push(pool.remove(place));
    }
    chosen.into_iter().map(|question| question.id.clone()).collect()
}

/// An answer taken again and again for questions it does not serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion {
    /// What was asked for.
    pub asked: Category,
    /// What was taken.
    pub answer: AnswerId,
    /// What that answer serves.
    pub serves: Vec<Category>,
    /// How often.
    pub times: usize,
}

/// Which categories are mixed up with which answers, the most frequent first. What is told apart by the links as they
/// are now, and answers that are gone, are left out.
pub fn mixed_up<'a>(taken: impl IntoIterator<Item = &'a SprintAnswer>, library: &Library) -> Vec<Confusion> {
    let mut times: HashMap<(Category, &AnswerId), usize> = HashMap::new();
    for one in taken.into_iter().filter(|one| !one.right) {
        let linked = |answer: &Answer| answer.questions.contains(&one.question);
        if let Some(id) = &one.answer
            && library.answer(id).is_some_and(|answer| !linked(answer))
        {
            *times.entry((one.category, id)).or_default() += 1;
        }
    }
    let mut all: Vec<Confusion> = times
        .into_iter()
        .filter_map(|((asked, id), times)| {
            let serves = library.categories_of(library.answer(id)?);
            (!serves.contains(&asked)).then(|| Confusion {
                asked,
                answer: id.clone(),
                serves,
                times,
            })
        })
        .collect();
    all.sort_by(|a, b| (b.times, a.asked, &a.answer).cmp(&(a.times, b.asked, &b.answer)));
    all
}

/// Where a sprint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SprintPhase {
    /// A question is asked and the clock runs.
    Asking,
    /// The question was missed; what serves it is shown.
    Missed,
    /// Over.
    Over,
}

/// One sitting.
#[derive(Clone, Debug)]
pub struct Sprint {
    /// Its id.
    pub id: EventId,
    /// What came of each question so far; those of the second round behind those of the first.
    pub told: Vec<SprintAnswer>,
    questions: [Vec<QuestionId>; 2],
    round: usize,
    place: usize,
    phase: SprintPhase,
    clock: Stopwatch,
    seen: Moment,
}

impl Sprint {
    /// Begins with these questions.
    pub fn start(id: EventId, questions: Vec<QuestionId>, now: Moment) -> Sprint {
        let mut sprint = Sprint {
            id,
            told: Vec::new(),
            phase: if questions.is_empty() {
                SprintPhase::Over
            } else {
                SprintPhase::Asking
            },
            questions: [questions, Vec::new()],
            round: 0,
            place: 0,
            clock: Stopwatch::default(),
            seen: now,
        };
        sprint.begin_anew(now);
        sprint
    }

    /// Where it stands.
    pub fn phase(&self) -> SprintPhase {
        self.phase
    }

    /// What is asked, or was missed just now.
    pub fn question(&self) -> Option<&QuestionId> {
        let asked = self.questions[self.round].get(self.place);
        asked.filter(|_| self.phase != SprintPhase::Over)
    }

    /// The round, from 0.
    pub fn round(&self) -> usize {
        self.round
    }

    /// Which question of the round this is, from 1, and how many it has.
    pub fn number(&self) -> (usize, usize) {
        (self.place + 1, self.questions[self.round].len())
    }

    /// What came of the first round, and of the second.
    pub fn rounds(&self) -> (&[SprintAnswer], &[SprintAnswer]) {
        self.told.split_at(self.questions[0].len().min(self.told.len()))
    }

    /// Seconds for each question of this round.
    pub fn limit(&self) -> u32 {
        SECONDS[self.round]
    }

    /// Seconds left, begun ones counted whole.
    pub fn left(&self, now: Moment) -> u64 {
        let left = Duration::from_secs(u64::from(self.limit())).saturating_sub(self.clock.read(now));
        left.as_millis().div_ceil(1000) as u64
    }

    /// Looks at the clock; says whether the time is up, which is then still to be told with [`Sprint::tell`]. After a
    /// gap in the clock the question begins anew.
    pub fn advance(&mut self, now: Moment) -> Option<SprintCue> {
        let last = std::mem::replace(&mut self.seen, now);
        if self.phase != SprintPhase::Asking || !self.clock.runs() {
            return None;
        }
        if let Some(gap) = now.gap_since(last) {
            self.begin_anew(now);
            return Some(SprintCue::Gap(gap));
        }
        let up = self.clock.read(now) >= Duration::from_secs(u64::from(self.limit()));
        up.then_some(SprintCue::TimeUp)
    }

    /// The clock of the present question begins anew.
    pub fn begin_anew(&mut self, now: Moment) {
        self.seen = now;
        self.clock = Stopwatch::default();
        if self.phase == SprintPhase::Asking {
            self.clock.run(now);
        }
    }

    /// Lets the clock rest while something lies over it, and run again after.
    pub fn cover(&mut self, covered: bool, now: Moment) {
        if covered == self.clock.runs() && self.phase == SprintPhase::Asking {
            self.seen = now;
            if covered {
                self.clock.rest(now);
            } else {
                self.clock.run(now);
            }
        }
    }

    /// What came of the question: an answer taken, or none in time. A right one leads on; a missed one is shown first
    /// and asked again in the second round. None while nothing is asked.
    pub fn tell(
        &mut self,
        answer: Option<&Answer>,
        question: &Question,
        library: &Library,
        now: Moment,
    ) -> Option<SprintAnswer> {
        if self.phase != SprintPhase::Asking || self.question() != Some(&question.id) {
            return None;
        }
        let seconds = self.clock.read(now).as_secs_f64().min(f64::from(self.limit()));
        let taken = SprintAnswer {
            sprint: self.id.clone(),
            question: question.id.clone(),
            category: question.category,
            answer: answer.map(|answer| answer.id.clone()),
            seconds: (seconds * 100.0).round() / 100.0,
            limit: self.limit(),
            right: answer.is_some_and(|answer| fits(library, answer, question)),
        };
        self.told.push(taken.clone());
        if taken.right {
            self.go_on(now);
        } else {
            if self.round == 0 {
                self.questions[1].push(question.id.clone());
            }
            self.phase = SprintPhase::Missed;
            self.clock.rest(now);
        }
        Some(taken)
    }

    /// On to the next question, to the second round, or to the end.
    pub fn go_on(&mut self, now: Moment) {
        self.place += 1;
        if self.place >= self.questions[self.round].len() {
            if self.round == 0 && !self.questions[1].is_empty() {
                self.round = 1;
                self.place = 0;
            } else {
                return self.end();
            }
        }
        self.phase = SprintPhase::Asking;
        self.begin_anew(now);
    }

    /// Ends it where it is.
    pub fn end(&mut self) {
        self.phase = SprintPhase::Over;
        self.clock = Stopwatch::default();
    }

    /// How long nothing need be looked at; none while no clock runs.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        (self.phase == SprintPhase::Asking && self.clock.runs()).then(|| {
            let part = self.clock.read(now).subsec_nanos();
            Duration::from_nanos(1_000_000_000 - u64::from(part))
        })
    }
}

/// What a look at the clock found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SprintCue {
    /// The time is up.
    TimeUp,
    /// So much time is missing; the question began anew.
    Gap(Duration),
}

#[cfg(test)]
mod tests;
