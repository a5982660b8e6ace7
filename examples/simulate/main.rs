//! What the plan is worth, and how right readiness is: a thousand made-up people practise the same minutes a day for two
//! weeks before an interview, by the plan, by the plan as it was before, by questions of their level drawn alike, and by
//! questions drawn alike from the whole bank. How much there is to win is said by one who knows all about them and has
//! them tell each day what helps most.
//!
//! `cargo run --release --example simulate [LEARNERS] [FIRST SEED]`. The plan and the first draw run the code of the program
//! itself; the plan of before is kept here (`old_plan.rs`). Whether a telling goes well hangs on skill in its category, the
//! fit of a written answer and a memory of one's own (`learner.rs`), none of which the program sees. Nobody here is real:
//! the figures say what the rules are worth if people are about like this. They cannot show whether people rate themselves
//! as an interviewer would, whether they do what the plan says, how often a question is really asked, or what an answer
//! gains by rewriting.

mod knowing;
mod learner;
mod old_plan;

use std::io::{self, Write};
use std::thread;

use greenroom::domain::history::attempt::Pick;
use greenroom::domain::id::QuestionId;
use greenroom::domain::library::Library;
use greenroom::domain::progress::evidence::{Evidence, Upcoming};
use greenroom::domain::progress::readiness::{Method, Readiness};
use greenroom::domain::progress::schedule::{Constraints, todays};
use greenroom::domain::progress::selection::{Only, SelectionCriteria, pick};
use greenroom::domain::progress::standing::standings;
use greenroom::domain::question::Question;
use greenroom::domain::question::level::Levels;
use greenroom::domain::random::DrillRng;
use greenroom::domain::settings::Settings;
use greenroom::store::banks;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};

use self::knowing::{Knowing, Seen};
use self::learner::Learner;

/// Days before the plan begins, in which some categories were practised now and then.
const BEFORE: i64 = 7;
/// Days of the plan.
const DAYS: i64 = 14;
/// Questions asked in the interview.
const ASKED: f64 = 8.0;
/// How often a common question is asked beside another: once as the program assumes, once as if nobody knew better.
const COMMON: [f64; 2] = [4.0, 1.0];

/// A way to choose the questions of a day.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Plan,
    OldPlan,
    /// Drawn alike from what is asked at the person's level.
    Random,
    /// Drawn alike from the whole bank, as from a pile of cards.
    Bank,
    /// Chosen by one who knows the person.
    Best,
}

/// The ways by name, in their order.
const HEAD: [&str; 5] = ["plan", "old plan", "random", "whole bank", "knowing them"];

/// What came of one person's two weeks.
#[derive(Clone, Copy, Default)]
struct Life {
    /// Expected good answers in the interview, with common questions asked more often, and alike.
    good: [f64; 2],
    tellings: f64,
    /// Squared differences of what readiness expected, of what one who knows expects, and of one's average.
    ready: f64,
    knowing: f64,
    average: f64,
}

fn on(day: i64) -> Date {
    date(2026, 10, 1).saturating_add(day.days())
}

/// The time of practice on a day: ten in the morning.
fn at(day: i64) -> Timestamp {
    Timestamp::from_second(1_790_848_800).unwrap_or_default() + SignedDuration::from_hours(24 * day)
}

fn practice<'a>(library: &'a Library, learner: &'a Learner, settings: &'a Settings, day: i64) -> Evidence<'a> {
    Evidence {
        library,
        history: &learner.history,
        settings,
        lessons: &[],
        next: Some(Upcoming {
            company: "Acme",
            day: on(BEFORE + DAYS),
        }),
        now: at(day),
        zone: &learner.zone,
    }
}

/// The questions of a day.
fn chosen(way: Way, practice: &Evidence, learner: &Learner, day: i64, seed: u64) -> Vec<QuestionId> {
    let terms = Constraints::of(practice);
    // As long as the plans' days: the last one is half as long.
    let last = day == BEFORE + DAYS - 1;
    let seconds = terms.minutes as usize * 60 / if last { 2 } else { 1 };
    let count = seconds / terms.each;
    let drawn = |only: &Only| {
        let wish = SelectionCriteria {
            categories: &[],
            tags: &[],
            only,
            count,
            pick: Pick::Random,
            first: None,
        };
        let asked = pick(practice, &wish, &mut DrillRng::new(seed * 1000 + day as u64));
        asked.into_iter().map(|question| question.id.clone()).collect()
    };
    match way {
        Way::Plan => todays(practice, &standings(practice), terms).questions,
        Way::OldPlan => old_plan::todays(practice, terms),
        Way::Random => drawn(&Only::default()),
        Way::Bank => drawn(&Only {
            levels: Some(Levels::ALL),
            ..Only::default()
        }),
        Way::Best => learner.best(practice.library.questions(), day, BEFORE + DAYS, COMMON[0], count),
    }
}

/// One person's weeks, and what came of them.
fn live(questions: &[Question], seed: u64, way: Way) -> Life {
    let mut learner = Learner::new(seed, questions);
    let settings = Settings {
        level: Some(Levels::one(learner.level)),
        ..Settings::default()
    };
    let library = Library::new(questions.to_vec(), learner.answers(questions));
    let mut knowing = Knowing::new();
    let mut life = Life::default();
    let (mut well, mut told) = (0.0, 0.0);
    for day in 0..BEFORE + DAYS {
        let asked = if day < BEFORE {
            learner.before(questions, day)
        } else {
            chosen(way, &practice(&library, &learner, &settings, day), &learner, day, seed)
        };
        for id in asked {
            let Some(place) = library.question_place(id.as_str()) else {
                continue;
            };
            let question = &library.questions()[place];
            let practice = practice(&library, &learner, &settings, day);
            let expected = Readiness::of(&practice, Method::Whole).of_question(question);
            let facts = Seen::of(&practice, question);
            let good = learner.tell(place, question, day);
            let real = f64::from(u8::from(good));
            life.ready += (expected - real).powi(2);
            life.knowing += (knowing.expects(&facts) - real).powi(2);
            knowing.learn(&facts, real);
            well += real;
            told += 1.0;
        }
    }
    let mean = well / told;
    life.average = mean * (1.0 - mean);
    life.ready /= told;
    life.knowing /= told;
    life.tellings = told;
    life.good = COMMON.map(|common| learner.expected(questions, BEFORE + DAYS, common) * ASKED);
    life
}

fn lives(questions: &[Question], learners: u64, way: Way) -> Vec<Life> {
    let first: u64 = std::env::args().nth(2).and_then(|word| word.parse().ok()).unwrap_or(0);
    let half = first + learners / 2;
    let some = |from: u64, to: u64| (from..to).map(|seed| live(questions, seed, way)).collect::<Vec<Life>>();
    thread::scope(|scope| {
        let late = scope.spawn(|| some(half, first + learners));
        let mut early = some(first, half);
        early.extend(late.join().unwrap_or_default());
        early
    })
}

fn mean(lives: &[Life], of: impl Fn(&Life) -> f64) -> f64 {
    lives.iter().map(of).sum::<f64>() / lives.len().max(1) as f64
}

fn main() -> io::Result<()> {
    let learners: u64 = std::env::args()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .unwrap_or(1000);
    let questions: Vec<Question> = banks::shipped()
        .into_iter()
        .filter(|question| question.scored)
        .collect();
    let ways = [Way::Plan, Way::OldPlan, Way::Random, Way::Bank, Way::Best].map(|way| lives(&questions, learners, way));
    let mut out = io::stdout().lock();
    let minutes = Settings::default().minutes;
    writeln!(
        out,
        "{learners} learners, {minutes} minutes a day for {DAYS} days, {ASKED} questions on the day after\n"
    )?;
    writeln!(
        out,
        "{:40}{}",
        "expected good answers",
        HEAD.map(|name| format!("{name:>14}")).concat()
    )?;
    for (n, name) in ["common ones asked four times as often", "all asked alike"]
        .iter()
        .enumerate()
    {
        let good = ways.each_ref().map(|lives| mean(lives, |life| life.good[n]));
        let cells = good.map(|one| format!("{one:>14.2}")).concat();
        writeln!(out, "{name:40}{cells}")?;
        let than = good
            .map(|one| format!("{:>+12.1} %", (good[0] / one - 1.0) * 100.0))
            .concat();
        writeln!(out, "{:40}{than}", "  the plan against it")?;
        let more = good
            .map(|one| format!("{:>+12.1} %", (one / good[2] - 1.0) * 100.0))
            .concat();
        writeln!(out, "{:40}{more}", "  against random")?;
    }
    let told = ways
        .each_ref()
        .map(|lives| format!("{:>14.0}", mean(lives, |life| life.tellings)));
    writeln!(out, "{:40}{}\n", "tellings", told.concat())?;
    writeln!(
        out,
        "Brier score of what was expected    readiness   one who knows   one's average   better than it: readiness, one who knows"
    )?;
    for (name, lives) in HEAD.iter().zip(&ways) {
        let better = |of: fn(&Life) -> f64| mean(lives, |life| f64::from(u8::from(of(life) < life.average))) * 100.0;
        let [ready, knows, average] = [
            mean(lives, |life| life.ready),
            mean(lives, |life| life.knowing),
            mean(lives, |life| life.average),
        ];
        let (of_ready, of_knows) = (better(|life| life.ready), better(|life| life.knowing));
        writeln!(
            out,
            "{name:36}{ready:.3}       {knows:.3}           {average:.3}           {of_ready:.1} %, {of_knows:.1} % of learners"
        )?;
    }
    Ok(())
}
