//! How long a key takes from update to picture, and a letter typed into find: `cargo bench`.
//!
//! Figures to hold: key to frame median 0.6 ms, the same at 200 and at 100,000 questions; a filter keystroke 2.5 ms
//! over 10,000 questions and 16 ms over 100,000.
#![allow(missing_docs, reason = "the macros of the harness make items without docs")]

mod furnished;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use greenroom::app::Msg;
use greenroom::app::route::Route;
use greenroom::domain::library::Library;
use greenroom::domain::question::Question;
use greenroom::keys::key::{Code, Key};
use greenroom::store::banks;
use greenroom::text::search::Index;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use furnished::{app, app_over, ask, frame, now};

fn keys(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key to frame on Home");
    for questions in [200, 100_000] {
        let mut app = app(questions, Vec::new());
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
        let mut app = app(questions, Vec::new());
        app.begin_at(Route::Browse(String::new()), now());
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
        let index = Index::new((0..count).map(ask).collect()).labelled(vec!["conflict"; count]);
        for query in ["t", "te", "teach", "unhappy cust", "zq"] {
            group.bench_with_input(BenchmarkId::new(query, count), &query, |bencher, query| {
                bencher.iter(|| black_box(index.find(query)));
            });
        }
    }
    group.finish();
}

/// A paste that is longer than a line, and letters in a line that is nearly full: neither costs more than the frame.
fn line(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a line of find over 10,000 questions");
    group.sample_size(20);
    let mut app = app(10_000, Vec::new());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    app.update(Msg::Key(Key::ch('/')), now());
    let megabyte = "pasted words ".repeat(80_000);
    group.bench_function("a paste of a megabyte", |bencher| {
        bencher.iter(|| {
            black_box(app.update(Msg::Paste(megabyte.clone()), now()));
            frame(&mut app, &mut buffer);
        });
    });
    app.update(Msg::Paste("the words of a long note ".repeat(159)), now());
    group.bench_function("a letter where 3,975 stand", |bencher| {
        bencher.iter(|| {
            for key in [Key::ch('x'), Key::of(Code::Backspace)] {
                black_box(app.update(Msg::Key(key), now()));
                frame(&mut app, &mut buffer);
            }
        });
    });
    group.finish();
}

/// A thousand questions with the wordings of those that ship, each copy with a word of its own.
fn a_thousand() -> Library {
    let shipped = banks::shipped();
    let question = |n: usize| {
        let of = &shipped[n % shipped.len()];
        let own = |text: &str| format!("{text} place{n}");
        Question {
            id: format!("{}-{n}", of.id).into(),
            ask: own(&of.ask),
            also: of.also.iter().map(own).collect(),
            ..of.clone()
        }
    };
    let library = Library::new((0..1_000).map(question).collect(), Vec::new());
    library.prepare();
    library.wordings();
    library
}

/// What an interviewer says, typed letter by letter: from each key to the picture with what may be meant.
fn wording(criterion: &mut Criterion) {
    const SAID: &str = "tell me about a time you missed a deadline";
    let library = a_thousand();
    let mut group = criterion.benchmark_group("a wording over 1,000 questions");
    group.sample_size(20);
    group.bench_function("looked up", |bencher| {
        bencher.iter(|| black_box(library.wordings().look_up(SAID, 8)));
    });
    let mut app = app_over(library);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    app.update(Msg::Key(Key::ch('/')), now());
    app.update(Msg::Paste(SAID.to_owned()), now());
    group.bench_function("a key of find, the last letter", |bencher| {
        bencher.iter(|| {
            for key in [Key::of(Code::Backspace), Key::ch('e')] {
                black_box(app.update(Msg::Key(key), now()));
                frame(&mut app, &mut buffer);
            }
        });
    });
    group.bench_function("all 42 keys of it typed", |bencher| {
        bencher.iter(|| {
            for _ in SAID.chars() {
                app.update(Msg::Key(Key::of(Code::Backspace)), now());
            }
            for letter in SAID.chars() {
                black_box(app.update(Msg::Key(Key::ch(letter)), now()));
                frame(&mut app, &mut buffer);
            }
        });
    });
    group.finish();
}

criterion_group!(benches, keys, browse, find, line, wording);
criterion_main!(benches);
