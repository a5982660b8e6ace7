//! A home with files that are broken, huge, unreadable, or made to take over the terminal.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use serde_json::Value;

use crate::support::codes::strange;
use crate::support::{TestEnvironment, column};

/// A title for the window, a bell, another colour that blinks, a cleared screen, a turned reading order.
const NASTY: &str = r"\e]0;owned\a \e[31;5;7mheron\e[2J \u202Enoreh\u2066 \x9b31m\u200b";

fn hostile() -> TestEnvironment {
    let env = TestEnvironment::new();
    let raw = "\u{1b}]0;owned\u{7}\u{1b}[31;5;7mheron\u{1b}[2J\u{202e}noreh \u{9b}5n\u{200b}";
    let ask = format!("Which heron was it? {NASTY}");
    env.write(
        "questions/good.yaml",
        format!(
            "category: conflict\nquestions:\n  - id: heron\n    ask: \"{ask}\"\n    listen_for: [\"{NASTY}\"]\n    \
             probes:\n      - ask: \"{NASTY}\"\n"
        ),
    );
    env.write(
        "questions/broken.yaml",
        "category: conflict\nquestions:\n  - id: \"never closed\n",
    );
    env.write(
        "questions/nested.yaml",
        format!("category: conflict\n{}", "[".repeat(1_000_000)),
    );
    env.write(
        "questions/latin.yaml",
        b"category: conflict\nquestions:\n  - id: caf\xe9\n",
    );
    env.write(
        "questions/raw.yaml",
        format!("questions:\n  - id: raw\n    ask: {raw}\n"),
    );
    env.write(
        "answers/nasty.md",
        format!(
            "---\nid: nastyone\ntitle: \"The heron {NASTY}\"\nkind: story\nquestions: [heron]\n---\n## Situation\n\
             {raw}\n- **{raw}** stood\n"
        ),
    );
    env.write(
        "answers/latin.md",
        b"---\nid: latinone\ntitle: x\nkind: story\n---\n## Situation\ncaf\xe9\n",
    );
    File::create(env.home().join("answers/large.md"))
        .unwrap()
        .set_len(200 << 20)
        .unwrap();
    fs::create_dir(env.home().join("answers/folder.md")).unwrap();
    symlink("loop.md", env.home().join("answers/loop.md")).unwrap();
    let made = Command::new("mkfifo")
        .arg(env.home().join("answers/pipe.md"))
        .status()
        .unwrap();
    assert!(made.success());
    env.write("answers/secret.md", "---\nid: secret\ntitle: x\nkind: story\n---\n");
    fs::set_permissions(env.home().join("answers/secret.md"), Permissions::from_mode(0o000)).unwrap();
    let named = [b"questions/".as_slice(), raw.as_bytes(), b"\xff.yaml"].concat();
    fs::write(env.home().join(OsStr::from_bytes(&named)), "a: [").unwrap();
    env.write(
        "log/dev/run.jsonl",
        format!("not json {raw}\n{}\n", "x".repeat(100_000)),
    );
    env.write(
        "greenroom.yaml",
        format!("format: 1\nthink: \"{NASTY}\"\nband: [1, 2]\n"),
    );
    env
}

#[test]
fn each_hostile_file_is_a_problem_with_its_place_and_the_rest_is_there() {
    let env = hostile();
    let list = env.list_of_some("questions");
    let problems = list["problems"].as_array().unwrap();
    for problem in problems {
        for key in ["path", "what", "do"] {
            assert!(
                problem[key].as_str().is_some_and(|text| !text.is_empty()),
                "{key} of {problem}"
            );
        }
    }
    let of = |path: &str| problems.iter().find(|problem| problem["path"] == path).cloned();
    for (path, line, what) in [
        ("questions/broken.yaml", 3, "the quotes are not closed"),
        ("questions/nested.yaml", 2, "nested deeper than 64 levels"),
        ("questions/latin.yaml", 3, "not valid UTF-8"),
        ("questions/raw.yaml", 3, "a control character"),
        ("answers/latin.md", 7, "not valid UTF-8"),
        ("greenroom.yaml", 2, "heron"),
        ("log/dev/run.jsonl", 1, "the line cannot be read"),
    ] {
        let problem = of(path).unwrap_or_else(|| panic!("no problem for {path}: {problems:#?}"));
        assert!(problem["what"].as_str().unwrap().contains(what), "{problem}");
        assert_eq!(problem["line"], line, "{problem}");
    }
    for (path, what) in [
        ("answers/large.md", "too large, 200 MB"),
        ("answers/folder.md", "not a regular file"),
        ("answers/pipe.md", "not a regular file"),
    ] {
        let problem = of(path).unwrap_or_else(|| panic!("no problem for {path}: {problems:#?}"));
        assert!(problem["what"].as_str().unwrap().contains(what), "{problem}");
    }
    assert!(of("answers/loop.md").is_some(), "{problems:#?}");
    assert!(
        problems
            .iter()
            .any(|problem| problem["path"].as_str().unwrap().contains("owned"))
    );
    let readable = File::open(env.home().join("answers/secret.md")).is_ok();
    assert_eq!(of("answers/secret.md").is_none(), readable, "{problems:#?}");
    let rows = list["questions"].as_array().unwrap();
    assert!(rows.len() > 40 && column(rows, "id").contains(&"heron".to_owned()));
    let answers = env.list_of_some("answers");
    let answers = answers["answers"].as_array().unwrap();
    assert!(column(answers, "id").contains(&"nastyone".to_owned()));
}

#[test]
fn nothing_that_lists_and_commands_print_steers_a_terminal() {
    let env = hostile();
    for words in [
        &["list", "questions", "--json"][..],
        &["list", "questions"],
        &["list", "answers"],
        &["list", "categories", "--json"],
        &["show", "heron"],
        &["show", "nastyone"],
        &["show", "\u{1b}[5n"],
        &["drill", "\u{1b}[5n"],
        &["import", "\u{1b}[5n.md"],
    ] {
        let mut pty = env.pty(words);
        pty.leave();
        assert_eq!(strange(pty.bytes()), Vec::<String>::new(), "{words:?}");
    }
    let said = env.run(&["drill", "heron", "--plain"]).input("\n\n3\n\n").ok();
    assert!(said.contains("<U+001B>[31;5;7mheron"));
    assert_eq!(strange(said.as_bytes()), Vec::<String>::new());
}

#[test]
fn no_screen_lets_a_control_code_through() {
    let env = hostile();
    let mut pty = env.pty(&[]);
    pty.wait("file problems")
        .wait_gone("reading your files")
        .keys("!")
        .wait("File problems")
        .wait("broken.yaml");
    for _ in 0..20 {
        pty.keys("j");
    }
    pty.wait("log/dev/run.jsonl").keys("q").wait("Today");
    for wanted in ["Which heron", "The heron"] {
        pty.keys("/")
            .wait("Find")
            .send(wanted)
            .wait("<U+001B>")
            .keys("enter")
            .wait_gone("Find");
        pty.wait("<U+001B>").keys("q").wait("Today");
    }
    pty.keys("q").leaves(0);
    assert_eq!(strange(pty.bytes()), Vec::<String>::new());

    let mut pty = env.pty(&["drill", "heron", "--probes", "1", "--think", "0s"]);
    pty.wait("speaking")
        .wait("<U+202E>")
        .keys("enter")
        .wait("they ask")
        .wait("<U+001B>")
        .keys("enter");
    pty.wait("How was it?")
        .keys("3")
        .wait("saved")
        .keys("space")
        .keys("n")
        .wait("stop typing");
    pty.send("\u{1b}[200~pasted \u{7}\u{9b}5n\u{1b}]0;x\u{202e}\u{1b}[201~")
        .wait("pasted")
        .keys("enter");
    pty.wait_gone("stop typing")
        .keys("enter")
        .wait("summary")
        .keys("q")
        .leaves(0);
    assert_eq!(strange(pty.bytes()), Vec::<String>::new());
    assert_eq!(env.list_of_some("attempts")["attempts"][0]["rating"], Value::from(3));
}
