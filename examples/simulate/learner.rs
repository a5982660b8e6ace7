//! One made-up person: what makes a telling go well, which the program does not see.
//!
//! The odds of *solid* or better are those of skill in the category and ease of the question, raised by what is remembered
//! (a memory by FSRS with parameters of one's own) or by how well a written answer fits, whichever is more. Skill grows a
//! little with each telling of the category. Everybody is of one level, which the program knows, and is asked what is
//! asked of it.

use fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState, current_retrievability};
use greenroom::domain::answer::{Answer, Kind};
use greenroom::domain::category::Category;
use greenroom::domain::days::Local;
use greenroom::domain::history::History;
use greenroom::domain::history::attempt::Attempt;
use greenroom::domain::history::event::{Event, EventKind, EventMeta};
use greenroom::domain::id::QuestionId;
use greenroom::domain::question::Question;
use greenroom::domain::question::level::Level;
use greenroom::domain::rating::Rating;
use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rand_pcg::Pcg32;

use super::at;

/// The log odds of somebody middling who has nothing to tell from, and how people and categories differ.
pub(super) const SKILL: f64 = -1.2;
pub(super) const PEOPLE: f64 = 0.6;
pub(super) const CATEGORIES: f64 = 0.8;
/// How far questions of a category differ.
const QUESTIONS: f64 = 0.4;
/// What having all of it in mind adds to the log odds.
pub(super) const IN_MIND: f64 = 2.4;
/// What each telling of a category adds.
const GROWS: f64 = 0.04;
/// Finished answers a person has.
const ANSWERS: usize = 8;
/// How many of what goes well are solid and not strong, and of the rest rough and not froze.
const SOLID: f64 = 0.7;
const ROUGH: f64 = 0.6;

/// What is remembered of a question, and since when.
type Remembered = (MemoryState, i64);

pub(super) struct Learner {
    pub(super) level: Level,
    model: FSRS,
    decay: f32,
    skill: Vec<f64>,
    ease: Vec<f64>,
    /// How well a written answer fits each question; 0 without one.
    fit: Vec<f64>,
    known: Vec<bool>,
    memory: Vec<Option<Remembered>>,
    chance: Pcg32,
    told: u64,
    pub(super) zone: Local,
    pub(super) history: History,
}

fn unit(chance: &mut Pcg32) -> f64 {
    f64::from(chance.next_u32()) / f64::from(u32::MAX)
}

/// A draw from the normal distribution, by adding up twelve uniform ones.
fn normal(chance: &mut Pcg32) -> f64 {
    (0..12).map(|_| unit(chance)).sum::<f64>() - 6.0
}

pub(super) fn chance_of(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

impl Learner {
    pub(super) fn new(seed: u64, questions: &[Question]) -> Learner {
        let mut chance = Pcg32::new(seed, 1);
        let parameters = DEFAULT_PARAMETERS.map(|usual| usual * (0.25 * normal(&mut chance)).exp() as f32);
        let mut first: Vec<f32> = parameters[..4].to_vec();
        first.sort_by(f32::total_cmp);
        let parameters: Vec<f32> = first.into_iter().chain(parameters[4..].iter().copied()).collect();
        let person = SKILL + PEOPLE * normal(&mut chance);
        let level = Level::ALL[(unit(&mut chance) * 3.999) as usize];
        let asked: Vec<usize> = (0..questions.len())
            .filter(|place| questions[*place].levels.has(level))
            .collect();
        let mut fit = vec![0.0; questions.len()];
        for _ in 0..ANSWERS {
            let place = asked[(unit(&mut chance) * (asked.len() - 1) as f64) as usize];
            fit[place] = 0.4 + 0.6 * unit(&mut chance);
        }
        Learner {
            level,
            model: FSRS::new(&parameters).unwrap_or_default(),
            decay: parameters[20].clamp(0.1, 0.8),
            skill: Category::ALL
                .map(|_| person + CATEGORIES * normal(&mut chance))
                .to_vec(),
            ease: questions.iter().map(|_| QUESTIONS * normal(&mut chance)).collect(),
            fit,
            known: Category::ALL.map(|_| unit(&mut chance) < 0.4).to_vec(),
            memory: vec![None; questions.len()],
            chance,
            told: 0,
            zone: Local::UTC,
            history: History::default(),
        }
    }

    /// What was written, each for one question.
    pub(super) fn answers(&self, questions: &[Question]) -> Vec<Answer> {
        let written = self.fit.iter().zip(questions).filter(|(fit, _)| **fit > 0.0);
        written.map(|(_, question)| answer(&question.id)).collect()
    }

    /// What was told before the plan, on a day: two questions of the categories known.
    pub(super) fn before(&mut self, questions: &[Question], _day: i64) -> Vec<QuestionId> {
        let mut drawn = || &questions[(unit(&mut self.chance) * (questions.len() - 1) as f64) as usize];
        let two = [drawn(), drawn()];
        let known = |question: &&&Question| self.is_asked(question) && self.known[question.category as usize];
        let known = two.iter().filter(known);
        known.map(|question| question.id.clone()).collect()
    }

    fn is_asked(&self, question: &Question) -> bool {
        question.levels.has(self.level)
    }

    fn goes_well(&self, place: usize, question: &Question, day: i64) -> f64 {
        self.would_go_well(place, question, self.memory[place], day)
    }

    /// The chance that a question goes well on a day, were it remembered like this.
    fn would_go_well(&self, place: usize, question: &Question, memory: Option<Remembered>, day: i64) -> f64 {
        let recall = memory.map_or(0.0, |(state, last)| {
            f64::from(current_retrievability(state, (day - last) as f32, self.decay))
        });
        let in_mind = recall.max(self.fit[place]);
        chance_of(self.skill[question.category as usize] + self.ease[place] + IN_MIND * in_mind)
    }

    /// What is remembered of a question after it was told, by each rating.
    fn after(&self, place: usize, day: i64) -> Option<[Remembered; 4]> {
        let known = self.memory[place];
        let apart = known.map_or(0, |(_, last)| (day - last) as u32);
        let next = self.model.next_states(known.map(|(state, _)| state), 0.9, apart).ok()?;
        Some([next.again, next.hard, next.good, next.easy].map(|state| (state.memory, day)))
    }

    /// Tells a question; whether it went solid or better.
    pub(super) fn tell(&mut self, place: usize, question: &Question, day: i64) -> bool {
        let good = unit(&mut self.chance) < self.goes_well(place, question, day);
        let rating = match (good, unit(&mut self.chance)) {
            (true, draw) if draw < SOLID => Rating::Solid,
            (true, _) => Rating::Strong,
            (false, draw) if draw < ROUGH => Rating::Rough,
            (false, _) => Rating::Froze,
        };
        if self.memory[place].is_none_or(|(_, last)| last < day)
            && let Some(after) = self.after(place, day)
        {
            self.memory[place] = Some(after[usize::from(rating.number()) - 1]);
        }
        self.skill[question.category as usize] += GROWS;
        self.told += 1;
        let t = at(day) + SignedDuration::from_secs(self.told as i64 % 100 * 180);
        self.history
            .add(event(self.told, t, question, rating, self.fit[place] > 0.0));
        good
    }

    /// The chance that a question goes well on a day, of those an interviewer may ask.
    pub(super) fn expected(&self, questions: &[Question], day: i64, common: f64) -> f64 {
        let (mut sum, mut drawn) = (0.0, 0.0);
        for (place, question) in questions.iter().enumerate().filter(|(_, one)| self.is_asked(one)) {
            let weight = if question.common { common } else { 1.0 };
            sum += weight * self.goes_well(place, question, day);
            drawn += weight;
        }
        sum / drawn
    }

    /// What somebody would have this person tell on a day who knows everything about them: so many questions, each the one
    /// after which most is expected of the interview.
    pub(super) fn best(
        &self,
        questions: &[Question],
        day: i64,
        end: i64,
        common: f64,
        count: usize,
    ) -> Vec<QuestionId> {
        let asked = || {
            questions
                .iter()
                .enumerate()
                .filter(|(_, question)| self.is_asked(question))
        };
        let drawn = |question: &Question| if question.common { common } else { 1.0 };
        let mut growth = vec![0.0; Category::ALL.len()];
        for (place, question) in asked() {
            let chance = self.goes_well(place, question, end);
            growth[question.category as usize] += GROWS * drawn(question) * chance * (1.0 - chance);
        }
        let gain = |(place, question): (usize, &Question)| {
            let well = self.goes_well(place, question, day);
            let ratings = [
                (1.0 - well) * (1.0 - ROUGH),
                (1.0 - well) * ROUGH,
                well * SOLID,
                well * (1.0 - SOLID),
            ];
            let after = self.after(place, day)?;
            let then = |memory| self.would_go_well(place, question, memory, end);
            let told: f64 = ratings
                .iter()
                .zip(after)
                .map(|(chance, one)| chance * then(Some(one)))
                .sum();
            let gain = drawn(question) * (told - then(self.memory[place]));
            Some((gain + growth[question.category as usize], place))
        };
        let mut gains: Vec<(f64, usize)> = asked().filter_map(gain).collect();
        gains.sort_by(|a, b| b.0.total_cmp(&a.0));
        let best = gains.into_iter().take(count);
        best.map(|(_, place)| questions[place].id.clone()).collect()
    }
}

fn answer(question: &QuestionId) -> Answer {
    let front = format!("---\nid: {question}\ntitle: T\n---\n");
    let body = "## Situation\nTwo teams.\n## Task\nOne date.\n## Action\nI asked both.\n## Result\nIt held.\n";
    Answer {
        id: question.as_str().into(),
        title: "T".to_owned(),
        kind: Kind::Story,
        category: None,
        questions: vec![question.clone()],
        tags: Vec::new(),
        source: None,
        sample: false,
        allow: Vec::new(),
        path: format!("answers/{question}.md"),
        text: format!("{front}{body}").into(),
        body_start: front.len(),
        version: "".into(),
        modified: 0,
    }
}

fn event(n: u64, t: Timestamp, question: &Question, rating: Rating, answered: bool) -> Event {
    let id: greenroom::domain::id::EventId = format!("{n:08}").into();
    let attempt = Attempt {
        id: id.clone(),
        t,
        off: 0,
        question: question.id.clone(),
        wording: "".into(),
        category: question.category,
        answer: answered.then(|| question.id.as_str().into()),
        version: None,
        rating,
        think: 20.0,
        speak: 110.0,
        over: 0.0,
        split: None,
        paused: 0.0,
        gaps: Vec::new(),
        guess: None,
        expected: None,
        dimensions: [None; 5],
        beats: None,
        probes: Vec::new(),
        note: String::new(),
        pick: None,
        seed: 0,
        drill: "".into(),
        taken_back: false,
    };
    Event {
        meta: EventMeta {
            t,
            dev: "".into(),
            run: "".into(),
            n,
            id,
            off: 0,
        },
        kind: EventKind::Attempt(Box::new(attempt)),
    }
}
