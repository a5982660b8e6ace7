//! `greenroom check` in the hands of other programs: hooks before a commit, pull requests, pipes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::{GREENROOM, TestEnvironment};

const PAGE: &str = include_str!("../../docs/check.md");
const GOOD: &str = "---\nid: a\ntitle: The crane\n---\n## Situation\nTwo crews shared one crane.\n## Action\nI drew one plan.\n## Result\nFrom 5 hours to 1.\n";
const CUT: &str = "---\nid: a\ntitle: The crane\n---\n## Situation\nTwo crews shared one crane.\n## Action\nI drew one plan because the\n## Result\nFrom 5 hours to 1.\n";

/// The first block of the page in a language.
fn block(language: &str, holding: &str) -> String {
    let begin = format!("```{language}\n");
    let mut blocks = PAGE.split(&begin).skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.find(|block| block.contains(holding)).unwrap().to_owned()
}

/// A command in the home, with the program on its path.
fn at_home(env: &TestEnvironment, program: &str, words: &[&str]) -> Output {
    let folder = Path::new(GREENROOM).parent().unwrap().to_str().unwrap();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap());
    let mut command = Command::new(program);
    command
        .args(words)
        .current_dir(env.home())
        .env_clear()
        .envs(env.variables());
    for (name, value) in [
        ("PATH", path.as_str()),
        ("GIT_AUTHOR_NAME", "Ann"),
        ("GIT_AUTHOR_EMAIL", "ann@example.com"),
        ("GIT_COMMITTER_NAME", "Ann"),
        ("GIT_COMMITTER_EMAIL", "ann@example.com"),
    ] {
        command.env(name, value);
    }
    command.output().unwrap()
}

#[test]
fn the_hook_of_the_page_stops_a_commit_of_a_text_that_stops() {
    let env = TestEnvironment::with_home();
    let git = |words: &[&str]| at_home(&env, "git", words);
    assert!(git(&["init", "-q"]).status.success());
    let hook = env.home().join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, block("sh", "exec greenroom")).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    env.write("answers/a.md", CUT);
    assert!(git(&["add", "."]).status.success());
    let stopped = git(&["commit", "-qm", "x"]);
    let said = String::from_utf8_lossy(&[stopped.stdout, stopped.stderr].concat()).into_owned();
    assert!(!stopped.status.success() && said.contains("warning[GR023]"), "{said}");
    env.write("answers/a.md", GOOD);
    assert!(git(&["add", "."]).status.success());
    let done = git(&["commit", "-qm", "x"]);
    assert!(done.status.success(), "{done:?}");
}

#[test]
fn the_entry_of_the_page_is_run_with_the_files_that_changed() {
    let config: serde_yaml::Value = serde_yaml::from_str(&block("yaml", "repos:")).unwrap();
    let hook = &config["repos"][0]["hooks"][0];
    let entry: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').collect();
    assert_eq!(hook["files"].as_str(), Some(r"^(answers|questions)/.*\.(md|yaml)$"));
    let env = TestEnvironment::with_home();
    env.write("answers/a.md", GOOD);
    env.write("answers/b.md", CUT);
    env.write("questions/mine.yaml", "questions: []\n");
    let run = |files: &[&str]| at_home(&env, entry[0], &[&entry[1..], files].concat()).status.code();
    assert_eq!(run(&["answers/a.md", "questions/mine.yaml"]), Some(0));
    assert_eq!(run(&["answers/a.md", "answers/b.md"]), Some(1));
    env.write("answers/b.md", "---\ntitle: [\n---\n");
    assert_eq!(run(&["answers/b.md"]), Some(2));
}

#[test]
fn an_answer_comes_through_a_pipe() {
    let env = TestEnvironment::with_home();
    let (printed, _) = env.run(&["check", "-"]).input(CUT).ends(1);
    assert!(
        printed.contains("warning[GR023]") && printed.contains("--> <stdin>:8:1"),
        "{printed}"
    );
    assert!(
        printed.ends_with("1 answer: 1 warning. Why: greenroom check --explain GR023\n"),
        "{printed}"
    );
    env.run(&["check", "-"]).input(GOOD).ok();
}

#[test]
fn broken_files_are_findings_at_their_line_with_what_to_type() {
    for (text, line, told) in [
        ("title: a: b\ntags: [x", 2, "]"),
        ("questions:\n\t- a", 2, "blanks in place of the tab"),
        ("tags: @home", 1, "in quotes"),
        ("category: conflits", 1, "conflict"),
        ("kind: storry", 1, "story"),
        ("alow: [GR010]", 1, "allow"),
    ] {
        let env = TestEnvironment::with_home();
        env.write("answers/a.md", format!("---\n{text}\n---\nWords.\n"));
        let (_, printed, _) = env.run(&["check", "--json"]).output_of();
        let value: Value = serde_json::from_str(&printed).unwrap();
        let file = |finding: &&Value| finding["code"].as_str().unwrap() < "GR010";
        let finding = value["findings"].as_array().unwrap().iter().find(file).unwrap();
        assert_eq!(finding["line"], line + 1, "{text}: {finding}");
        assert!(finding["help"].as_str().unwrap().contains(told), "{text}: {finding}");
        assert!(
            finding["end_column"].as_u64() > finding["column"].as_u64(),
            "{text}: {finding}"
        );
    }
}

#[test]
fn a_home_named_as_a_folder_is_checked_whole_and_a_folder_with_nothing_to_check_is_said() {
    let env = TestEnvironment::with_home();
    let check = |path: &Path| env.run(&["check", path.to_str().unwrap()]);
    let other = env.path("other");
    fs::create_dir_all(other.join("interviews")).unwrap();
    fs::write(other.join("notes.txt"), "x").unwrap();
    fs::write(other.join("interviews/a.md"), "---\ncompany: Acme\n---\n").unwrap();
    fs::write(other.join("greenroom.yaml"), "think: 20s\n").unwrap();
    let (printed, _) = check(&other).ends(0);
    assert_eq!(printed, "1 interview: nothing found\n");
    for (named, printed) in [
        ("interviews", "1 interview: nothing found\n"),
        ("interviews/a.md", "1 interview: nothing found\n"),
        ("greenroom.yaml", "greenroom.yaml: nothing found\n"),
    ] {
        assert_eq!(check(&other.join(named)).ends(0).0, printed, "{named}");
    }
    for (named, text) in [
        ("interviews/a.md", "---\ncompany: [Acme\n---\n"),
        ("greenroom.yaml", "private_words: [x\n"),
    ] {
        let good = fs::read(other.join(named)).unwrap();
        fs::write(other.join(named), text).unwrap();
        for path in [other.clone(), other.join(named)] {
            let (printed, said) = check(&path).ends(2);
            assert!(printed.contains(&format!("other/{named}:")), "{printed}");
            assert!(said.contains(&format!("other/{named} cannot be read")), "{said}");
        }
        fs::write(other.join(named), good).unwrap();
    }
    assert!(
        check(&env.path("none/greenroom.yaml"))
            .ends(2)
            .1
            .contains("no such file")
    );
    let bare = env.path("bare");
    fs::create_dir(&bare).unwrap();
    fs::write(bare.join("notes.txt"), "x").unwrap();
    let (printed, said) = check(&bare).ends(2);
    assert_eq!(printed, "");
    assert!(said.starts_with("error: there is nothing to check\ncause: "), "{said}");
    assert!(said.contains("hint: Name such files or a folder of them"), "{said}");
}

#[test]
fn copies_are_named_and_not_checked() {
    let env = TestEnvironment::with_home();
    let bank = "category: conflict\nquestions:\n  - id: Odd\n    ask: Which heron stood still?\n";
    for name in ["a.yaml", "a (1).yaml", "a.sync-conflict-20261128-100000-ABCDEFG.yaml"] {
        env.write(&format!("questions/{name}"), bank);
    }
    let (printed, _) = env.run(&["check"]).ends(1);
    assert_eq!(printed.matches("is not a plain id").count(), 1, "{printed}");
    assert_eq!(printed.matches("copy").count(), 2, "{printed}");
}
