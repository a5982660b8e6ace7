//! How long answers take to be checked: `cargo bench --bench check`.
//!
//! The figures to hold: 1,000 answers of 400 words within 300 ms; an answer of 5,000 words again after a key within 5 ms.
#![allow(missing_docs, reason = "the macros of the harness make items without docs")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use greenroom::check::answer::{Draft, Private, all, marks};
use greenroom::domain::answer::{Answer, Kind};
use greenroom::domain::library::Library;
use greenroom::domain::settings::Settings;

/// Sentences of the kinds rules look at, turned over so that no two answers are alike.
const SAID: [&str; 12] = [
    "I asked the lead of the harbour team for the numbers behind the fear, and wrote them on one board",
    "We moved the crane from the east pier to the west in 19.5 seconds, which is 74 % less than before",
    "the retry bug in another queue had charged 212 customers twice, and my team put it right in three weeks",
    "In two days that tenant wrote about 18,000 entries without a duplicate",
    "She told me that her batch jobs needed their retries, and she was right, so the rule gained a way out",
    "the suite was red nearly every morning, probably because of time zones, and nobody looked at why",
    "I drew one failing call on one sheet, took it to each lead alone, and asked what they would change",
    "Then the freeze was six days away and both of us needed a decision that we could sign",
    "it significantly improved how people looked at the graph of their own service",
    "I called the release lead first, not for permission but to hear what I had missed",
    "the share of started forms that were sent rose from 61 to 78 percent",
    "What I do now is ask what the person sees before I try it at all, on a Friday afternoon",
];

/// A story of so many words.
fn story(n: usize, words: usize) -> String {
    let mut text = String::new();
    let parts = ["Situation", "Task", "Action", "Result", "Reflection"];
    for (place, part) in parts.iter().enumerate() {
        text.push_str(&format!("## {part}\n"));
        let mut said = 0;
        let mut at = n * 7 + place * 3;
        while said < words / 5 {
            let sentence = SAID[at % SAID.len()];
            let sign = if at.is_multiple_of(3) { "- " } else { "" };
            text.push_str(&format!("{sign}{sentence} of run{n}x{at}.\n"));
            said += sentence.split(' ').count() + 2;
            at += 1 + n % 5;
        }
    }
    text
}

fn answer(n: usize) -> Answer {
    Answer {
        id: format!("answer-{n}").into(),
        title: format!("Answer {n}"),
        kind: Kind::Story,
        category: None,
        questions: Vec::new(),
        tags: Vec::new(),
        source: None,
        allow: Vec::new(),
        sample: false,
        path: format!("answers/{n}.md"),
        text: story(n, 400).into(),
        body_start: 0,
        version: "".into(),
        modified: 0,
    }
}

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(20);
    let private = Private::of(&["Hooli".to_owned(), "Project Otter".to_owned()], &[]);
    let (library, settings) = (Library::default(), Settings::default());
    let answers: Vec<Answer> = (0..1_000).map(answer).collect();
    group.bench_function("1,000 answers of 400 words", |bencher| {
        bencher.iter(|| black_box(all(&answers, &library, &settings, &private, None)));
    });
    let long = story(1, 5_000);
    let typed = |at: usize| [&long[..at], "x", &long[at..]].concat();
    let middle = (long.len() / 2..long.len())
        .find(|at| long.is_char_boundary(*at))
        .unwrap_or(0);
    group.bench_function("a key in an answer of 5,000 words", |bencher| {
        bencher.iter_batched(
            || typed(middle),
            |text| {
                let draft = Draft {
                    text: &text,
                    body: 0,
                    kind: Kind::Story,
                    category: None,
                    serves: Vec::new(),
                    allow: Vec::new(),
                    speak: 120,
                    pace: 140,
                };
                black_box(marks(&draft, &private))
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group!(benches, check);
criterion_main!(benches);
