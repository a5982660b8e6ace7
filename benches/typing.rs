//! How long a key takes from update to picture where it is typed: `cargo bench --bench typing`.
//!
//! Prints the median and the 95th percentile of single keys, and the median's ratio to a key in a plain list of the same
//! size and the same run. Figures to hold: in the editor p95 2.5 ms at 500 lines and 5 ms at 1,500; a letter typed into
//! find 2.5 ms over 10,000 questions and 16 ms over 100,000.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

mod furnished;

use std::hint::black_box;
use std::time::{Duration, Instant};

use greenroom::app::screens::workbench::Mode;
use greenroom::app::{App, Msg};
use greenroom::domain::answer::Answer;
use greenroom::keys::key::{Code, Key};
use greenroom::store::answers::parse;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use furnished::{app, frame, now};

const SIZES: [(u16, u16); 2] = [(120, 40), (200, 60)];
const RUNS: usize = 5;
const KEYS: usize = 240;

/// A key, from update to picture.
fn press(app: &mut App, buffer: &mut Buffer, key: Key) -> Duration {
    let start = Instant::now();
    black_box(app.update(Msg::Key(key), now()));
    frame(app, buffer);
    start.elapsed()
}

fn line(n: usize) -> String {
    match n % 12 {
        0 => "## Action".to_owned(),
        7 => String::new(),
        n => format!(
            "- **point {n}**: asked two teams for the numbers behind their fear, and {} with the answer",
            ["came back", "went on", "stopped"][n % 3]
        ),
    }
}

fn answer(lines: usize) -> Answer {
    let body: String = (0..lines).map(|n| line(n) + "\n").collect();
    let text = format!("---\nid: benchm\ntitle: A long answer\nquestions: [bench-1]\n---\n{body}");
    let Ok((answer, _)) = parse(&text, "answers/bench.md") else {
        unreachable!("the text above is an answer");
    };
    answer
}

/// One run of keys in a plain list, in microseconds.
fn in_a_list((columns, rows): (u16, u16)) -> Vec<u128> {
    let mut app = app(200, Vec::new());
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    (0..KEYS)
        .map(|n| {
            let code = if n % 2 == 0 { Code::Down } else { Code::Up };
            press(&mut app, &mut buffer, Key::of(code)).as_micros()
        })
        .collect()
}

/// One run of words typed into the middle of an answer beside its question.
fn in_the_editor(lines: usize, (columns, rows): (u16, u16)) -> Vec<u128> {
    let mut app = app(200, vec![answer(lines)]);
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    app.open_answer(&"benchm".into(), Mode::Normal);
    for _ in 0..lines / 2 {
        press(&mut app, &mut buffer, Key::of(Code::Down));
    }
    press(&mut app, &mut buffer, Key::of(Code::Enter));
    "a few words about it "
        .chars()
        .cycle()
        .take(KEYS)
        .map(|c| press(&mut app, &mut buffer, Key::ch(c)).as_micros())
        .collect()
}

/// One run of letters typed into find over everything, some queries of each length.
fn in_find(questions: usize, (columns, rows): (u16, u16)) -> Vec<u128> {
    let mut app = app(questions, Vec::new());
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let mut took = Vec::new();
    for query in ["teach", "unhappy cust", "manager say no", "zq", "on-call", "ewh"] {
        press(&mut app, &mut buffer, Key::ch('/'));
        took.extend(
            query
                .chars()
                .map(|c| press(&mut app, &mut buffer, Key::ch(c)).as_micros()),
        );
        press(&mut app, &mut buffer, Key::of(Code::Esc));
    }
    took
}

/// What is done once: opening Browse, choosing what it lists, and listing it by time and by name.
fn in_browse(questions: usize, (columns, rows): (u16, u16)) -> Vec<u128> {
    let mut app = app(questions, Vec::new());
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    "bfqsss"
        .chars()
        .map(|c| press(&mut app, &mut buffer, Key::ch(c)).as_micros())
        .collect()
}

/// The best of the runs by its 95th percentile: the machine may have had something else to do in the others.
fn report(name: &str, size: (u16, u16), plain: u128, run: impl Fn() -> Vec<u128>) -> u128 {
    let mut runs: Vec<(u128, u128)> = (0..RUNS)
        .map(|_| {
            let mut took = run();
            took.sort_unstable();
            (took[took.len() * 95 / 100], took[took.len() / 2])
        })
        .collect();
    runs.sort_unstable();
    let (best, median) = runs[0];
    let middle = runs[RUNS / 2].0;
    let ratio = median as f64 / if plain == 0 { median } else { plain } as f64;
    println!(
        "{name:28} {:>3}x{:<3} median {:>7} us   p95 {:>7} us (middle run {:>7})   {ratio:5.1} lists",
        size.0, size.1, median, best, middle
    );
    median
}

fn main() {
    for size in SIZES {
        let plain = report("a plain list", size, 0, || in_a_list(size));
        for lines in [50, 500, 1_500] {
            // The lines typed in the middle stay under the most that is edited here.
            let lines = lines.min(1_490);
            report(&format!("editor, {lines} lines"), size, plain, || {
                in_the_editor(lines, size)
            });
        }
        for (n, step) in ["open Browse", "filters", "close them", "by time", "by name", "by need"]
            .iter()
            .enumerate()
        {
            let once = || vec![in_browse(100_000, size)[n]];
            report(&format!("{step}, 100000 questions"), size, plain, once);
        }
        for questions in [10_000, 100_000] {
            report(&format!("find, {questions} questions"), size, plain, || {
                in_find(questions, size)
            });
        }
    }
}
