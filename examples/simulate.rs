//! How much the plan is worth: a thousand people who forget as FSRS says, each with parameters of their own, practise
//! the same minutes a day for two weeks before an interview, once by the plan and once by questions drawn alike.
//!
//! `cargo run --release --example simulate [LEARNERS]`. Both ways run the code of the program itself. Nobody here is
//! real: the figures say what the rules are worth if people forget as the model says, and no more.

use std::io::{self, Write};
use std::thread;

use fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState, current_retrievability};
use greenroom::domain::category::Category;
use greenroom::domain::history::History;
use greenroom::domain::history::attempt::{Attempt, Pick};
use greenroom::domain::history::event::{Event, Stamp, What};
use greenroom::domain::id::QuestionId;
use greenroom::domain::library::Library;
use greenroom::domain::progress::evidence::Practice;
use greenroom::domain::progress::need::standings;
use greenroom::domain::progress::schedule::{Terms, todays};
use greenroom::domain::progress::selection::{Wish, pick};
use greenroom::domain::question::Question;
use greenroom::domain::random::Chance;
use greenroom::domain::rating::Rating;
use greenroom::domain::settings::Settings;
use greenroom::store::banks;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rand_pcg::Pcg32;

/// Days before the plan begins, in which some categories were practised and others not.
const BEFORE: i64 = 21;
/// Days of the plan.
const DAYS: i64 = 14;
/// Minutes a day.
const MINUTES: u32 = 20;
/// Seconds a question takes: thinking, speaking, rating.
const EACH: usize = 180;

/// A way to choose the questions of a day.
#[derive(Clone, Copy)]
enum Way {
    Plan,
    Random,
}

/// What one person could call to mind on the day of the interview.
#[derive(Clone, Copy, Default)]
struct Recall {
    /// Of all scored questions, the mean.
    questions: f64,
    /// Of the sixteen categories, the mean of the best five in each.
    categories: f64,
}

/// One person: a memory of their own, and how ready they are for a question they never told.
struct Learner {
    model: FSRS,
    decay: f32,
    ready: Vec<f64>,
    chance: Pcg32,
    memory: Vec<Option<(MemoryState, i64)>>,
    history: History,
    told: u64,
}

fn unit(chance: &mut Pcg32) -> f64 {
    f64::from(chance.next_u32()) / f64::from(u32::MAX)
}

/// A draw from the normal distribution, by adding up twelve uniform ones.
fn normal(chance: &mut Pcg32) -> f64 {
    (0..12).map(|_| unit(chance)).sum::<f64>() - 6.0
}

fn first_day() -> Date {
    date(2026, 10, 1)
}

/// The time of practice on a day: ten in the morning.
fn at(day: i64) -> Timestamp {
    Timestamp::from_second(1_790_848_800).unwrap_or_default() + SignedDuration::from_hours(24 * day)
}

impl Learner {
    fn new(seed: u64, questions: usize) -> Learner {
        let mut chance = Pcg32::new(seed, 1);
        let parameters = DEFAULT_PARAMETERS.map(|usual| usual * (0.25 * normal(&mut chance)).exp() as f32);
        let mut first: Vec<f32> = parameters[..4].to_vec();
        first.sort_by(f32::total_cmp);
        let parameters: Vec<f32> = first.into_iter().chain(parameters[4..].iter().copied()).collect();
        Learner {
            model: FSRS::new(&parameters).unwrap_or_default(),
            decay: parameters[20].clamp(0.1, 0.8),
            ready: (0..Category::ALL.len())
                .map(|_| 0.3 + 0.5 * unit(&mut chance))
                .collect(),
            chance,
            memory: vec![None; questions],
            history: History::default(),
            told: 0,
        }
    }

    fn recall(&self, place: usize, day: i64) -> f64 {
        self.memory[place].map_or(0.0, |(state, last)| {
            f64::from(current_retrievability(state, (day - last) as f32, self.decay))
        })
    }

    /// Tells a question: whether it comes is up to this memory, and the memory learns from it.
    fn tell(&mut self, place: usize, question: &Question, day: i64) {
        let known = self.memory[place];
        let comes = match known {
            Some(_) => self.recall(place, day),
            None => self.ready[question.category as usize],
        };
        let rating = if unit(&mut self.chance) >= comes {
            Rating::Froze
        } else {
            match unit(&mut self.chance) {
                draw if draw < 0.3 => Rating::Rough,
                draw if draw < 0.85 => Rating::Solid,
                _ => Rating::Strong,
            }
        };
        if known.is_none_or(|(_, last)| last < day) {
            let apart = known.map_or(0, |(_, last)| (day - last) as u32);
            if let Ok(next) = self.model.next_states(known.map(|(state, _)| state), 0.9, apart) {
                let all = [next.again, next.hard, next.good, next.easy];
                self.memory[place] = Some((all[usize::from(rating.number()) - 1].memory, day));
            }
        }
        self.told += 1;
        let t = at(day) + SignedDuration::from_secs(self.told as i64 % 100 * 180);
        self.history.add(event(self.told, t, question, rating));
    }

    fn recalled(&self, library: &Library, day: i64) -> Recall {
        let mut by_category: Vec<Vec<f64>> = vec![Vec::new(); Category::ALL.len() + 1];
        for (place, question) in library.questions().iter().enumerate().filter(|(_, q)| q.scored) {
            by_category[question.category as usize].push(self.recall(place, day));
        }
        by_category.retain(|recalls| !recalls.is_empty());
        let (mut all, mut best) = (Vec::new(), Vec::new());
        for recalls in &mut by_category {
            recalls.sort_by(|a, b| b.total_cmp(a));
            best.push(recalls.iter().take(5).sum::<f64>() / 5.0);
            all.append(recalls);
        }
        let mean = |some: &[f64]| some.iter().sum::<f64>() / some.len() as f64;
        Recall {
            questions: mean(&all),
            categories: mean(&best),
        }
    }
}

fn event(n: u64, t: Timestamp, question: &Question, rating: Rating) -> Event {
    let id: greenroom::domain::id::EventId = format!("{n:08}").into();
    let attempt = Attempt {
        id: id.clone(),
        t,
        question: question.id.clone(),
        wording: "".into(),
        category: question.category,
        answer: None,
        version: None,
        rating,
        think: 20.0,
        speak: 110.0,
        over: 0.0,
        split: None,
        paused: 0.0,
        gaps: Vec::new(),
        guess: None,
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
        stamp: Stamp {
            t,
            dev: "".into(),
            run: "".into(),
            n,
            id,
            off: 0,
        },
        what: What::Attempt(Box::new(attempt)),
    }
}

/// One person's two weeks, and what is there at their end.
fn live(library: &Library, seed: u64, way: Way) -> Recall {
    let settings = Settings::default();
    let mut learner = Learner::new(seed, library.questions().len());
    let questions: Vec<(usize, &Question)> = library
        .questions()
        .iter()
        .enumerate()
        .filter(|(_, q)| q.scored)
        .collect();
    let known: Vec<bool> = Category::ALL.map(|_| unit(&mut learner.chance) < 0.4).to_vec();
    for day in 0..BEFORE {
        for _ in 0..2 {
            let (place, question) = questions[(unit(&mut learner.chance) * (questions.len() - 1) as f64) as usize];
            if known[question.category as usize] {
                learner.tell(place, question, day);
            }
        }
    }
    for day in BEFORE..BEFORE + DAYS {
        let asked: Vec<QuestionId> = {
            let practice = Practice {
                library,
                history: &learner.history,
                settings: &settings,
                lessons: &[],
                now: at(day),
                zone: &jiff::tz::TimeZone::UTC,
            };
            match way {
                Way::Plan => {
                    let on = |day: i64| first_day().saturating_add(jiff::Span::new().days(day));
                    let terms = Terms {
                        today: on(day),
                        date: Some(on(BEFORE + DAYS)),
                        minutes: MINUTES,
                        each: EACH,
                        told: 0,
                    };
                    todays(&practice, &standings(&practice), terms).questions
                }
                Way::Random => {
                    // As long as the plan's day: the last one is half as long.
                    let whole = MINUTES as usize * 60;
                    let seconds = if day == BEFORE + DAYS - 1 { whole / 2 } else { whole };
                    let wish = Wish {
                        categories: &[],
                        tags: &[],
                        count: seconds / EACH,
                        pick: Pick::Random,
                        first: None,
                    };
                    let mut chance = Chance::new(seed * 1000 + day as u64);
                    let asked = pick(&practice, &wish, &mut chance);
                    asked.into_iter().map(|question| question.id.clone()).collect()
                }
            }
        };
        for id in asked {
            if let Some((place, question)) = questions.iter().find(|(_, question)| question.id == id) {
                learner.tell(*place, question, day);
            }
        }
    }
    learner.recalled(library, BEFORE + DAYS)
}

fn main() -> io::Result<()> {
    let learners: u64 = std::env::args()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .unwrap_or(1000);
    let library = Library::new(banks::shipped(), Vec::new());
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{learners} learners, {MINUTES} minutes a day for {DAYS} days; recall on the day after"
    )?;
    let mean = |way: Way| -> Recall {
        let half = learners / 2;
        let some = |from: u64, to: u64| -> (f64, f64) {
            (from..to).fold((0.0, 0.0), |(questions, categories), seed| {
                let recall = live(&library, seed, way);
                (questions + recall.questions, categories + recall.categories)
            })
        };
        let (early, late) = thread::scope(|scope| {
            let late = scope.spawn(|| some(half, learners));
            (some(0, half), late.join().unwrap_or_default())
        });
        Recall {
            questions: (early.0 + late.0) / learners as f64,
            categories: (early.1 + late.1) / learners as f64,
        }
    };
    let (plan, random) = (mean(Way::Plan), mean(Way::Random));
    let mut line = |name: &str, plan: f64, random: f64| {
        let more = (plan / random - 1.0) * 100.0;
        writeln!(out, "{name:44} plan {plan:.3}   random {random:.3}   {more:+.0} %")
    };
    line("all scored questions, mean", plan.questions, random.questions)?;
    line(
        "the best five of each category, mean",
        plan.categories,
        random.categories,
    )
}
