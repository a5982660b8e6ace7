//! How long a key takes from update to picture, and a letter typed into find: `cargo bench`.
//!
//! Figures to hold: key to frame median 0.6 ms, the same at 200 and at 100,000 questions; a filter keystroke 2.5 ms
//! over 10,000 questions and 16 ms over 100,000. Review's first frame with 100,000 attempts: 100 ms.
#![allow(missing_docs, reason = "the macros of the harness make items without docs")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use greenroom::app::{App, Birth, Msg, Outcome};
use greenroom::domain::answer::{Answer, Kind};
use greenroom::domain::attempt::{Attempt, Split};
use greenroom::domain::category::Category;
use greenroom::domain::event::{Event, Stamp, What};
use greenroom::domain::history::History;
use greenroom::domain::library::Library;
use greenroom::domain::moment::Moment;
use greenroom::domain::question::{Level, Origin, Parts, Question};
use greenroom::domain::rating::Rating;
use greenroom::domain::search::Index;
use greenroom::domain::settings::Settings;
use greenroom::keys::key::{Code, Key};
use greenroom::ui::theme::DARK;
use greenroom::ui::{self, Look};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const BEGIN: [&str; 6] = [
    "When did you",
    "Tell me how you",
    "Think of a day you",
    "Which time",
    "What made you",
    "How have you",
];
const MIDDLE: [&str; 7] = [
    "argue with",
    "persuade",
    "let down",
    "teach",
    "inherit work from",
    "simplify things for",
    "say no to",
];
const END: [&str; 8] = [
    "your manager",
    "a new colleague",
    "two teams",
    "an unhappy customer",
    "the on-call rotation",
    "a vendor",
    "the data group",
    "somebody far away",
];

fn ask(n: usize) -> String {
    format!(
        "{} {} {} for reason {n}?",
        BEGIN[n % 6],
        MIDDLE[n / 6 % 7],
        END[n / 42 % 8]
    )
}

fn library(count: usize) -> Library {
    let question = |n: usize| Question {
        id: format!("bench-{n}").into(),
        ask: ask(n),
        category: Category::ALL[n % 16],
        levels: Level::ALL.to_vec(),
        tags: Vec::new(),
        speak: None,
        parts: Parts::Star,
        scored: true,
        probes: Vec::new(),
        listen_for: Vec::new(),
        origin: Origin::BuiltIn,
    };
    Library::new((0..count).map(question).collect(), Vec::new())
}

fn now() -> Moment {
    Moment {
        elapsed: Duration::from_secs(1),
        wall: Timestamp::UNIX_EPOCH,
    }
}

fn app(questions: usize) -> App {
    let birth = Birth {
        home: "home".to_owned(),
        device: "bench".into(),
        run: "01900000-0000-7000-8000-000000000000".into(),
        seed: 7,
        zone: TimeZone::UTC,
        now: now(),
        demo: false,
    };
    let mut app = App::new(birth, Library::default());
    let shelf = Outcome::Shelf {
        interviews: Vec::new(),
        notes: Vec::new(),
        library: library(questions),
        settings: Settings::default(),
        problems: Vec::new(),
    };
    app.update(Msg::Did(shelf), now());
    app.update(Msg::Did(Outcome::History(History::default(), Vec::new())), now());
    app
}

fn frame(app: &mut App, buffer: &mut Buffer) {
    buffer.reset();
    let look = Look {
        theme: &DARK,
        now: now(),
    };
    let seen = ui::draw(buffer, app, &look);
    app.saw(seen);
}

fn keys(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key to frame on Home");
    for questions in [200, 100_000] {
        let mut app = app(questions);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        group.bench_with_input(BenchmarkId::from_parameter(questions), &questions, |bencher, _| {
            bencher.iter(|| {
                for key in [Code::Down, Code::Up] {
                    black_box(app.update(Msg::Key(Key::of(key)), now()));
                    frame(&mut app, &mut buffer);
                }
            });
        });
    }
    group.finish();
}

fn browse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key to frame in Browse");
    for questions in [200, 100_000] {
        let mut app = app(questions);
        app.open_browse("", now());
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        for (name, keys) in [("a row", "ljk"), ("a category", "hhjk"), ("an order", "sss")] {
            group.bench_with_input(BenchmarkId::new(name, questions), &keys, |bencher, keys| {
                bencher.iter(|| {
                    for key in keys.chars() {
                        black_box(app.update(Msg::Key(Key::ch(key)), now()));
                        frame(&mut app, &mut buffer);
                    }
                });
            });
        }
    }
    group.finish();
}

/// Attempts at all questions in turn, one every ten minutes, half of them split and guessed.
fn history(attempts: usize, questions: usize) -> History {
    let told = |n: usize| Attempt {
        id: format!("attempt-{n}").into(),
        t: Timestamp::UNIX_EPOCH - SignedDuration::from_mins(10 * (attempts - n) as i64),
        question: format!("bench-{}", n % questions).into(),
        wording: "w".into(),
        category: Category::ALL[n % questions % 16],
        answer: Some(format!("answer-{}", n % 200).into()),
        version: Some(format!("v{}", n % 400).into()),
        rating: Rating::ALL[n * 7 % 4],
        think: 20.0,
        speak: 110.0,
        over: (n % 3) as f64,
        split: n
            .is_multiple_of(2)
            .then_some(Split([Some(30.0), Some(10.0), Some(50.0), None, None])),
        paused: 0.0,
        gaps: Vec::new(),
        guess: n.is_multiple_of(2).then_some(Rating::Solid),
        dimensions: [None; 5],
        beats: None,
        probes: Vec::new(),
        note: String::new(),
        pick: None,
        seed: 7,
        drill: "drill".into(),
        taken_back: false,
    };
    let event = |n: usize| Event {
        stamp: Stamp {
            t: told(n).t,
            dev: "bench".into(),
            run: "run".into(),
            n: n as u64,
            id: told(n).id,
            off: 0,
        },
        what: What::Attempt(Box::new(told(n))),
    };
    History::fold((0..attempts).map(event).collect())
}

/// Two hundred answers, each to three questions of neighbouring categories.
fn answers() -> Vec<Answer> {
    let text: Arc<str> = "## Situation\nTwo teams.\n## Action\n- asked\n## Result\nHalf the time.\n".into();
    let one = |n: usize| Answer {
        id: format!("answer-{n}").into(),
        title: format!("Answer {n}"),
        kind: Kind::Story,
        category: None,
        questions: (n..n + 3).map(|n| format!("bench-{n}").into()).collect(),
        tags: Vec::new(),
        source: None,
        sample: false,
        path: format!("answers/{n}.md"),
        text: text.clone(),
        body_start: 0,
        version: format!("v{n}").into(),
        modified: 0,
    };
    (0..200).map(one).collect()
}

/// Review with a hundred thousand attempts: each tab opened, and a row gone down and up in it.
fn review(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("Review");
    group.sample_size(20);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    for attempts in [200, 100_000] {
        let mut app = app(10_000);
        app.library.set_answers(answers());
        let told = Outcome::History(history(attempts, 10_000), Vec::new());
        app.update(Msg::Did(told), now());
        group.bench_with_input(BenchmarkId::new("first frame", attempts), &attempts, |bencher, _| {
            bencher.iter(|| {
                black_box(app.update(Msg::Key(Key::ch('r')), now()));
                frame(&mut app, &mut buffer);
                app.screens.pop();
            });
        });
        group.bench_with_input(
            BenchmarkId::new("first frame of each tab", attempts),
            &attempts,
            |bencher, _| {
                bencher.iter(|| {
                    for key in "r23".chars() {
                        black_box(app.update(Msg::Key(Key::ch(key)), now()));
                        frame(&mut app, &mut buffer);
                    }
                    app.screens.pop();
                });
            },
        );
        for tab in ['1', '2', '3'] {
            app.update(Msg::Key(Key::ch('r')), now());
            app.update(Msg::Key(Key::ch(tab)), now());
            let name = format!("key to frame in tab {tab}");
            group.bench_with_input(BenchmarkId::new(name, attempts), &attempts, |bencher, _| {
                bencher.iter(|| {
                    for key in "jk".chars() {
                        black_box(app.update(Msg::Key(Key::ch(key)), now()));
                        frame(&mut app, &mut buffer);
                    }
                });
            });
            app.screens.pop();
        }
    }
    group.finish();
}

fn find(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a letter typed into find");
    group.sample_size(20);
    for count in [10_000, 100_000] {
        let index = Index::new((0..count).map(ask).collect());
        for query in ["t", "te", "teach", "unhappy cust", "zq"] {
            group.bench_with_input(BenchmarkId::new(query, count), &query, |bencher, query| {
                bencher.iter(|| black_box(index.find(query)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, keys, browse, review, find);
criterion_main!(benches);
