//! How long a key takes from update to picture, and a letter typed into find: `cargo bench`.
//!
//! Figures to hold: key to frame median 0.6 ms, the same at 200 and at 100,000 questions; a filter keystroke 2.5 ms
//! over 10,000 questions and 16 ms over 100,000.
#![allow(missing_docs, reason = "the macros of the harness make items without docs")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use greenroom::app::{App, Birth, Msg, Outcome};
use greenroom::domain::category::Category;
use greenroom::domain::history::History;
use greenroom::domain::library::Library;
use greenroom::domain::moment::Moment;
use greenroom::domain::question::{Level, Origin, Parts, Question};
use greenroom::domain::search::Index;
use greenroom::domain::settings::Settings;
use greenroom::keys::key::{Code, Key};
use greenroom::ui::theme::DARK;
use greenroom::ui::{self, Look};
use jiff::Timestamp;
use jiff::tz::TimeZone;
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

criterion_group!(benches, keys, browse, find);
criterion_main!(benches);
