//! How long Review takes to open, and a key in it: `cargo bench --bench review`.
//!
//! The figure to hold: the first frame with 100,000 attempts within 100 ms.
#![allow(missing_docs, reason = "the macros of the harness make items without docs")]

mod furnished;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use greenroom::app::{Msg, Outcome};
use greenroom::domain::answer::{Answer, Kind};
use greenroom::domain::category::Category;
use greenroom::domain::history::History;
use greenroom::domain::history::attempt::{Attempt, Split};
use greenroom::domain::history::event::{Event, EventKind, EventMeta};
use greenroom::domain::rating::Rating;
use greenroom::keys::key::Key;
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use furnished::{app, frame, now};

/// Attempts at all questions in turn, one every ten minutes, half of them split and guessed.
fn history(attempts: usize, questions: usize) -> History {
    let told = |n: usize| Attempt {
        id: format!("attempt-{n}").into(),
        t: Timestamp::UNIX_EPOCH - SignedDuration::from_mins(10 * (attempts - n) as i64),
        off: 0,
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
        expected: None,
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
        meta: EventMeta {
            t: told(n).t,
            dev: "bench".into(),
            run: "run".into(),
            n: n as u64,
            id: told(n).id,
            off: 0,
        },
        kind: EventKind::Attempt(Box::new(told(n))),
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
        allow: Vec::new(),
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
        let mut app = app(10_000, answers());
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

criterion_group!(benches, review);
criterion_main!(benches);
