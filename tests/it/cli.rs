//! The command line without a terminal: the plain drill, and what lists say.

use serde_json::Value;

use crate::support::{TestEnvironment, column};

/// A question of three hundred columns, with a probe and what they listen for.
const LONG: &str = "category: conflict\nquestions:\n  - id: long\n    ask: unbroken00 unbroken01 unbroken02 unbroken03 unbroken04 \
    unbroken05 unbroken06 unbroken07 unbroken08 unbroken09 unbroken10 unbroken11 unbroken12 unbroken13 unbroken14 unbroken15 \
    unbroken16 unbroken17 unbroken18 unbroken19 unbroken20 unbroken21 unbroken22 unbroken23 unbroken24 unbroken25 unbroken26 \
    unbroken27 unbroken28 unbroken29\n    listen_for: [calm, a number]\n    probes: [{ask: What then?}]\n";

/// Two questions: start, done, rated, no note; start, done, rated, a note.
const TWO: &str = "\n\n3\n\n\n\n2\nlost the thread\n";

#[test]
fn a_plain_drill_through_a_pipe_records_what_was_said_and_prints_no_codes() {
    let env = TestEnvironment::new();
    let said = env.run(&["drill", "--plain", "-n", "2", "--seed", "7"]).input(TWO).ok();
    assert!(said.bytes().all(|byte| byte == b'\n' || byte >= b' '), "{said}");
    assert!(said.contains("1 of 2: ") && said.contains("2 of 2: "), "{said}");
    let rows = env.rows("attempts");
    assert_eq!(column(&rows, "rating"), ["3", "2"]);
    assert_eq!(column(&rows, "note"), ["", "lost the thread"]);
    assert_eq!(rows[0]["drill"], rows[1]["drill"]);
    assert_eq!(rows[0]["split"], Value::Null);
}

#[test]
fn a_drill_without_a_terminal_is_plain_by_itself() {
    let env = TestEnvironment::new();
    env.run(&["drill", "-n", "2", "--seed", "7"]).input(TWO).ok();
    assert_eq!(env.rows("attempts").len(), 2);
}

#[test]
fn a_plain_drill_asks_what_the_screens_ask_with_the_same_seed() {
    let words = ["drill", "--plain", "-n", "2", "--seed", "7"];
    let asked = || {
        let env = TestEnvironment::new();
        env.run(&words).input(TWO).ok();
        column(&env.rows("attempts"), "question")
    };
    assert_eq!(asked(), asked());
}

#[test]
fn q_and_the_end_of_input_end_a_plain_drill_anywhere_and_lose_nothing_rated() {
    let words = ["drill", "--plain", "-n", "2", "--seed", "7"];
    let lines: Vec<&str> = TWO.split_inclusive('\n').collect();
    for count in 0..lines.len() {
        for end in ["", "q\n"] {
            let env = TestEnvironment::with_home();
            let input = lines[..count].concat() + end;
            env.run(&words).input(&input).ok();
            let rows = env.rows("attempts");
            let rated = usize::from(count > 2) + usize::from(count > 6);
            assert_eq!(rows.len(), rated, "{input:?}");
        }
    }
}

#[test]
fn a_line_that_is_no_rating_asks_again_and_q_in_a_note_is_a_note() {
    let env = TestEnvironment::new();
    let input = "\n\n\n5\nthree\n0\n 4 \nq\n";
    let said = env
        .run(&["drill", "--plain", "-n", "1", "--seed", "7"])
        .input(input)
        .ok();
    assert_eq!(said.matches("How was it?").count(), 5, "{said}");
    for odd in ["5", "three", "0"] {
        let why = format!("\"{odd}\" is not a number from 1 to 4.\nHow was it?");
        assert!(said.contains(&why), "{said}");
    }
    let rows = env.rows("attempts");
    assert_eq!(
        (column(&rows, "rating"), column(&rows, "note")),
        (vec!["4".into()], vec!["q".into()])
    );
}

#[test]
fn a_plain_drill_says_the_time_there_is_what_they_listen_for_and_that_it_is_saved() {
    let env = TestEnvironment::new();
    env.write("questions/own.yaml", LONG);
    let said = env.run(&["drill", "long", "--plain", "--probes", "1", "--speak", "90s"]);
    let said = said.input("\n\n\n\n\n3\nshort\n").ok();
    let mut rest = said.as_str();
    for part in [
        "1 of 1: ",
        "You have 1:30 to speak.\n",
        "Enter to start",
        "They ask: ",
        "You have 0:45 to speak.\n",
        "They listen for:\n  - calm\n  - a number\n",
        "How was it?",
        "Nothing was typed; it takes a number from 1 to 4.\n",
        "How was it?",
        "Saved.\n",
        "Note",
        "Saved.\n",
    ] {
        let at = rest.find(part);
        assert!(at.is_some(), "no {part:?} in {rest:?} of {said:?}");
        rest = &rest[at.unwrap_or_default() + part.len()..];
    }
    assert_eq!(column(&env.rows("attempts"), "note"), ["short"]);
}

#[cfg(unix)]
#[test]
fn a_plain_drill_breaks_lines_between_words_of_the_terminal() {
    let env = TestEnvironment::new();
    env.write("questions/own.yaml", LONG);
    let mut pty = env.pty(&["drill", "long", "--plain"]);
    pty.wait("Enter to start")
        .send("\n")
        .wait("you are done")
        .send("\n")
        .wait("How was it?");
    let seen = pty.text();
    let words: Vec<&str> = seen.split_whitespace().collect();
    for n in 0..30 {
        let word = format!("unbroken{n:02}");
        assert!(words.contains(&word.as_str()), "{word} is broken in {seen}");
    }
    pty.send("q\n").leaves(0);
}

#[test]
fn probes_are_asked_only_where_they_are_asked_for() {
    let env = TestEnvironment::new();
    let said = env
        .run(&["drill", "--plain", "-n", "1", "--seed", "7"])
        .input("\n\n3\n\n")
        .ok();
    assert!(!said.contains("They ask"));
    let words = ["drill", "--plain", "-n", "1", "--probes", "1", "--seed", "7"];
    let said = env.run(&words).input("\n\n\n\n3\n\n").ok();
    assert!(said.contains("They ask"));
    let probes: Vec<usize> = env
        .rows("attempts")
        .iter()
        .map(|row| row["probes"].as_array().unwrap().len())
        .collect();
    assert_eq!(probes, [0, 1]);
}

#[test]
fn bytes_that_are_no_text_do_not_end_a_plain_drill() {
    let env = TestEnvironment::new();
    let input = [b"\n\n3\n\x1b[31mred\xff", "\u{202e}\r\n".as_bytes()].concat();
    env.run(&["drill", "--plain", "-n", "1"]).input(input).ok();
    let printed = env.run(&["list", "attempts", "--json"]).ok();
    assert!(!printed.contains('\u{1b}') && !printed.contains('\u{202e}'));
    assert_eq!(column(&env.rows("attempts"), "note"), ["[31mred\u{fffd}\u{202e}"]);
}

#[test]
fn what_cannot_be_done_is_said_in_three_lines_with_exit_code_two() {
    let env = TestEnvironment::new();
    for words in [&["drill", "unicycles"][..], &["show", "nothing"], &[]] {
        let said = env.run(words).fails(2);
        let starts: Vec<&str> = said.lines().map(|line| line.split(' ').next().unwrap()).collect();
        assert_eq!(starts, ["error:", "cause:", "hint:"], "{said}");
    }
    assert!(!env.home().exists());
}

#[test]
fn looking_creates_nothing() {
    let env = TestEnvironment::new();
    for words in [
        &["list", "questions"][..],
        &["list", "attempts"],
        &["path"],
        &["show", "conflict-design-review"],
    ] {
        env.run_at_home(words).ok();
    }
    env.run_at_home(&["drill", "--plain"]).input("").ok();
    env.run(&["drill", "--plain"]).input("").ok();
    assert!(!env.path("user").exists() && !env.home().exists() && !env.state().exists());
}

#[test]
fn a_text_of_several_lines_and_an_id_without_end_leave_the_columns_of_a_list_in_place_and_an_id_is_whole() {
    let env = TestEnvironment::new();
    let long = format!("own-{}", "long-".repeat(20));
    env.write(
        "questions/mine.yaml",
        format!("category: failure\nquestions:\n  - id: {long}\n    ask: |-\n      Choose one:\n      * a date\n"),
    );
    env.run(&["drill", &long, "-n", "1", "--plain"])
        .input("\n\n3\n\n")
        .ends(0);
    env.run(&["drill", "conflict", "-n", "1", "--plain"])
        .input("\n\n3\n\n")
        .ends(0);
    let (questions, _) = env.run(&["list", "questions"]).ends(0);
    assert!(questions.contains("Choose one: * a date"), "{questions}");
    let (attempts, _) = env.run(&["list", "attempts"]).ends(0);
    let solid = |line: &str| line.find("solid").map(|at| line[..at].chars().count());
    let at: Vec<usize> = attempts.lines().filter_map(solid).collect();
    assert!(at.len() == 2 && at[0] == at[1], "{attempts}");
    for list in [&questions, &attempts] {
        let whole = list.lines().any(|line| line.split(' ').any(|word| word == long));
        assert!(whole, "{list}");
    }
    assert_eq!(env.rows("attempts")[0]["question"], long);
}
