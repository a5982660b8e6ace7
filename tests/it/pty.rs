//! Sessions in a terminal, from the first frame to the last.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;
use serde_json::Value;

use crate::support::pty::Pty;
use crate::support::{TestEnvironment, column};

/// The keys every attempt has.
const ATTEMPT: [&str; 18] = [
    "id",
    "t",
    "question",
    "answer",
    "category",
    "rating",
    "seconds",
    "split",
    "pick",
    "seed",
    "drill",
    "dimensions",
    "beats",
    "note",
    "probes",
    "paused",
    "gaps",
    "guess",
];

/// From Think to the rating screen, with the three marks, and rated.
fn tell(pty: &mut Pty, place: &str, rating: &str) {
    pty.wait(place).wait("thinking").keys("enter").wait("speaking");
    pty.keys("tab tab tab")
        .wait("now: what came of it")
        .keys("enter")
        .wait("How was it?");
    pty.keys(rating).wait("saved");
}

fn rate_all(env: &TestEnvironment, seed: &str) -> Vec<String> {
    let mut pty = env.pty(&["drill", "-n", "3", "--probes", "0", "--think", "0s", "--seed", seed]);
    for place in ["1 of 3", "2 of 3", "3 of 3"] {
        pty.wait(place)
            .wait("speaking")
            .keys("enter")
            .wait("How was it?")
            .keys("2")
            .wait("saved")
            .keys("enter");
    }
    pty.wait("summary").keys("q").leaves(0);
    column(&env.rows("attempts"), "question")
}

#[test]
fn an_empty_home_opens_on_the_shipped_banks_and_nothing_is_created() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&[]);
    pty.wait("Try three questions").wait("Your files will be in");
    pty.keys("j j k ?")
        .wait("What you can do here")
        .keys("esc")
        .wait_gone("What you can do here");
    pty.keys("q").leaves(0);
    assert!(!env.home().exists());
    assert!(!env.state().exists());
}

#[test]
fn a_drill_by_the_key_table_writes_down_three_attempts_with_every_key_of_the_contract() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["drill", "-n", "3", "--seed", "7"]);
    for (place, rating) in [("1 of 3", "3"), ("2 of 3", "1"), ("3 of 3", "4")] {
        tell(&mut pty, place, rating);
        pty.keys("n")
            .wait("note")
            .send(&format!("noted at {place}"))
            .keys("enter");
        pty.wait(&format!("noted at {place}")).keys("enter");
    }
    pty.wait("summary").wait("3 questions, 2 solid or better");
    pty.keys("esc").leaves(0);
    let list = env.list("attempts");
    assert_eq!(list["problems"], Value::Array(Vec::new()));
    let rows = list["attempts"].as_array().unwrap();
    assert_eq!(column(rows, "rating"), ["3", "1", "4"]);
    assert_eq!(
        column(rows, "note"),
        ["noted at 1 of 3", "noted at 2 of 3", "noted at 3 of 3"]
    );
    for row in rows {
        for key in ATTEMPT.iter().chain(&["taken_back"]) {
            assert!(row.get(key).is_some(), "{key} is missing in {row}");
        }
        for part in ["situation", "task", "action", "result"] {
            assert!(row["split"][part].is_number(), "{part} in {row}");
        }
        assert!(row["split"]["reflection"].is_null());
        assert_eq!(row["seed"], 7);
        assert!(row["t"].as_str().unwrap().starts_with("2026-11-21T09:"));
    }
}

#[test]
fn the_same_seed_asks_the_same_questions_in_the_same_order_and_another_does_not() {
    let [first, again, other] = [("7", 0), ("7", 1), ("8", 0)].map(|(seed, _)| rate_all(&TestEnvironment::new(), seed));
    assert_eq!(first, again);
    assert_ne!(first, other);
}

#[test]
fn esc_in_a_drill_asks_first_and_loses_nothing() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["drill", "-n", "2", "--think", "0s", "--probes", "0", "--seed", "7"]);
    pty.wait("speaking")
        .keys("tab")
        .wait("now: what was yours to do")
        .keys("esc")
        .wait("end it");
    pty.keys("esc").wait("speaking").wait("now: what was yours to do");
    pty.keys("enter").wait("How was it?").keys("2").wait("saved").keys("n");
    pty.send("half a thought")
        .wait("half a thought")
        .keys("esc")
        .wait_gone("stop typing");
    pty.keys("q").wait("end it");
    pty.keys("enter").wait("summary").keys("q").leaves(0);
    let rows = env.rows("attempts");
    assert_eq!((rows.len(), &rows[0]["note"]), (1, &Value::from("half a thought")));
    assert!(rows[0]["split"]["task"].is_number());
}

#[test]
fn a_drill_left_half_way_is_offered_the_same_day_and_gone_on_with() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["drill", "-n", "3", "--think", "0s", "--probes", "0", "--seed", "7"]);
    pty.wait("speaking")
        .keys("enter")
        .wait("How was it?")
        .keys("3")
        .wait("saved");
    pty.keys("enter").wait("2 of 3").keys("q").wait("end it").keys("enter");
    pty.wait("summary").keys("q").leaves(0);
    let first = column(&env.rows("attempts"), "question");

    let mut pty = env.pty(&[]);
    pty.wait("▌ Go on")
        .wait("2 of 3 left from this morning")
        .keys("enter")
        .wait("1 of 2");
    for place in ["1 of 2", "2 of 2"] {
        pty.wait(place)
            .wait("speaking")
            .keys("enter")
            .wait("How was it?")
            .keys("3")
            .wait("saved")
            .keys("enter");
    }
    pty.wait("summary")
        .keys("q")
        .wait("Today")
        .wait_gone("Go on")
        .keys("q")
        .leaves(0);
    let all = column(&env.rows("attempts"), "question");
    let mut different = all.clone();
    different.sort();
    different.dedup();
    assert_eq!((all.len(), different.len(), &all[..1]), (3, 3, &first[..]));
}

#[test]
fn a_drill_cut_off_by_a_signal_is_offered_again_too() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["drill", "-n", "3", "--think", "0s", "--probes", "0", "--seed", "7"]);
    pty.wait("speaking")
        .keys("enter")
        .wait("How was it?")
        .keys("3")
        .wait("saved")
        .keys("n");
    pty.send("typed and not entered")
        .wait("typed and not entered")
        .signal(Signal::TERM)
        .leaves(143);
    assert_eq!(column(&env.rows("attempts"), "note"), ["typed and not entered"]);
    env.pty(&[]).wait("2 of 3 left from this morning").keys("q").leaves(0);
}

#[test]
fn any_size_at_any_moment_is_survived() {
    let env = TestEnvironment::new();
    let sizes = [
        (10, 3),
        (200, 60),
        (1, 1),
        (39, 12),
        (40, 11),
        (40, 12),
        (80, 24),
        (60, 14),
        (100, 30),
    ];
    let mut pty = env.pty(&["--seed", "7"]);
    let steps: [(&str, &str); 12] = [
        ("", "three questions"),
        ("?", "What you can do here"),
        ("esc :", "What you can do here"),
        ("esc", "three questions"),
        (",", "Settings"),
        ("q /", "Find"),
        ("esc", "three questions"),
        ("enter", "Before the first three"),
        ("enter enter", "thinking"),
        ("enter", "speaking"),
        ("enter", "How was it?"),
        ("3", "saved"),
    ];
    for (keys, shown) in steps {
        pty.keys(keys).wait_with_more_input(shown);
        for (columns, rows) in sizes {
            pty.resize(columns, rows).read_for(Duration::from_millis(4));
        }
        pty.wait(shown);
    }
    pty.resize(10, 3)
        .wait_until("the word that it is too small", |screen| !screen.contains("saved"));
    pty.resize(100, 30).wait("saved").keys("ctrl-c").leaves(0);
    assert_eq!(env.rows("attempts").len(), 1);
}

#[test]
fn a_program_that_was_stopped_while_speaking_marks_the_gap_and_rests() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["drill", "-n", "1", "--think", "0s", "--probes", "0", "--seed", "7"]);
    pty.wait("speaking")
        .signal(Signal::STOP)
        .read_for(Duration::from_millis(5500));
    pty.signal(Signal::CONT).wait("The clock stood still").wait("paused");
    pty.keys("space")
        .wait("speaking")
        .keys("enter")
        .wait("How was it?")
        .keys("2")
        .wait("saved");
    pty.keys("enter").wait("summary").keys("q").leaves(0);
    let rows = env.rows("attempts");
    let gaps = rows[0]["gaps"].as_array().unwrap();
    assert_eq!(gaps.len(), 1);
    assert!(gaps[0].as_f64().unwrap() >= 5.0, "{gaps:?}");
    assert!(rows[0]["seconds"]["speak"].as_f64().unwrap() < 2.5);
}

#[test]
fn what_is_found_is_found_in_the_files_that_came_after_the_key() {
    let env = TestEnvironment::new();
    let questions: String = (0..4000)
        .map(|n| format!("  - id: own-{n}\n    ask: Which heron was number {n}?\n"))
        .collect();
    env.write(
        "questions/large.yaml",
        format!("category: conflict\nquestions:\n{questions}"),
    );
    let mut pty = env.pty(&[]);
    pty.keys("/")
        .send("heron")
        .wait("Which heron")
        .keys("esc")
        .wait_gone("Find")
        .keys("q")
        .leaves(0);
    assert!(fs::read_dir(env.home()).unwrap().count() == 1);
}
