//! The workbench in real terminals: killed while typing, two windows on one home, another program as the editor.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use rustix::process::Signal;

use crate::support::TestEnvironment;

const ANSWER: &str = "---\nid: k7m2qx\ntitle: The heron\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\nit stood still\n";
const OTHER: &str =
    "---\nid: p3rt8w\ntitle: The otter\nkind: story\nquestions: [failure-production]\n---\n## Situation\nit swam\n";

fn home() -> (TestEnvironment, PathBuf) {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    env.write("answers/otter.md", OTHER);
    let path = env.home().join("answers/heron.md");
    (env, path)
}

fn text(path: &PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_typed_pasted_undone_and_saved_is_equal_when_opened_again() {
    let (env, path) = home();
    let mut pty = env.pty(&["edit", "The heron"]);
    pty.wait("typing");
    pty.send("one two")
        .wait("one two")
        .keys("ctrl-z")
        .wait("● not saved")
        .keys("ctrl-y");
    pty.send(&format!("\x1b[200~{}\x1b[201~", "pasted line\r".repeat(1_000)));
    pty.keys("ctrl-s").wait("Saved as answers/heron.md");
    let saved = text(&path);
    assert_eq!(saved.matches("pasted line\n").count(), 1_000);
    assert!(
        saved.contains("## Situation\none twopasted line\n"),
        "{}",
        &saved[..200]
    );
    pty.keys("esc").wait("reading").keys("esc").leaves(0);
    let mut pty = env.pty(&["edit", "k7m2qx"]);
    pty.wait("one twopasted line").keys("ctrl-c").leaves(0);
    assert_eq!(text(&path), saved);
}

#[test]
fn text_selected_by_shifted_arrows_is_typed_over_taken_back_and_done_again() {
    let (env, path) = home();
    let mut pty = env.pty(&["edit", "The heron"]);
    pty.wait("typing");
    pty.send("calm blue").wait("calm blueit");
    pty.send(&"\x1b[1;2D".repeat(4)).send("grey").wait("calm greyit");
    pty.keys("ctrl-z").wait_gone("grey");
    pty.keys("ctrl-z")
        .wait("calm blueit")
        .keys("ctrl-y ctrl-y")
        .wait("calm greyit");
    pty.send("\x1b[1;2F").keys("ctrl-x").wait_gone("stood still");
    pty.keys("ctrl-v").wait("calm greyit stood still");
    pty.keys("ctrl-s")
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!(text(&path), ANSWER.replace("it stood", "calm greyit stood"));
    env.pty(&["edit", "The heron"])
        .wait("calm greyit stood")
        .keys("ctrl-c")
        .leaves(0);
}

#[test]
fn a_file_over_1500_lines_is_shown_and_goes_to_the_persons_own_editor() {
    let (env, path) = home();
    let long = format!("{ANSWER}{}last line\n", "it did not move\n".repeat(1_600));
    env.write("answers/heron.md", &long);
    let editor = "sed -i -e 's/stood still/flew off/'";
    let mut pty = env.pty_with(&["edit", "The heron"], &[("EDITOR", editor)]);
    pty.wait("only to read: over 1,500 lines")
        .keys("enter")
        .wait("E opens it in your own editor");
    pty.send("G").wait("last line").send("g").wait("it stood still");
    pty.keys("E").wait("it flew off").keys("q").leaves(0);
    assert_eq!(text(&path), long.replace("stood still", "flew off"));
}

#[test]
fn what_is_in_a_draft_when_the_program_is_killed_comes_back() {
    let (env, path) = home();
    let mut pty = env.pty(&["edit", "The heron"]);
    pty.wait("typing");
    pty.send("kept by the draft ").wait("kept by the draft");
    pty.wait_for("a draft", || env.drafted("kept by the draft"));
    pty.signal(Signal::KILL).ended();
    assert_eq!(text(&path), ANSWER);
    let mut pty = env.pty(&[]);
    pty.wait("Not saved")
        .keys("enter")
        .wait("kept by the draft")
        .wait("On the disk");
    pty.keys("ctrl-s").wait("✓ saved · reading");
    pty.keys("esc").wait("Today").keys("q").leaves(0);
    assert!(text(&path).contains("kept by the draft it stood"));
}

#[test]
fn two_windows_on_one_home_lose_nothing_and_the_second_is_told() {
    let (env, path) = home();
    let mut first = env.pty(&["edit", "The heron"]);
    let mut second = env.pty(&["edit", "The heron"]);
    let mut third = env.pty(&["edit", "The otter"]);
    for pty in [&mut first, &mut second, &mut third] {
        pty.wait("typing");
    }
    first.send("first ").wait("first it").keys("ctrl-s").wait("Saved as");
    third.send("third ").wait("third it").keys("ctrl-s").wait("Saved as");
    second.send("second ").wait("second it").keys("ctrl-s");
    second
        .wait("has changed outside")
        .wait("changed the same place")
        .wait("3 edit both");
    assert!(text(&path).contains("first it stood"));
    second
        .keys("3")
        .wait("The text on the disk")
        .keys("ctrl-s")
        .wait("Saved as");
    let both = text(&path);
    assert!(
        both.contains("second it stood") && both.contains("first it stood"),
        "{both}"
    );
    assert!(text(&env.home().join("answers/otter.md")).contains("third it swam"));
    for pty in [&mut first, &mut second, &mut third] {
        pty.keys("ctrl-c").leaves(0);
    }
}

#[test]
fn another_program_as_editor_changes_the_file_and_the_screen_follows() {
    let vim = "vim -u NONE -es -c '%s/stood still/flew off/' -c wq";
    let there = Command::new("vim").arg("--version").output().is_ok();
    let editors = ["sed -i -e 's/stood still/flew off/'"];
    for editor in editors.into_iter().chain(there.then_some(vim)) {
        let (env, path) = home();
        let mut pty = env.pty_with(&["edit", "The heron"], &[("EDITOR", editor)]);
        pty.wait("typing")
            .keys("esc")
            .wait("reading")
            .keys("E")
            .wait("it flew off")
            .keys("q")
            .leaves(0);
        assert_eq!(text(&path), ANSWER.replace("stood still", "flew off"));
    }
}
