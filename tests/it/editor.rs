//! Handing the terminal to an editor and taking it back.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rustix::process::Signal;

use crate::support::pty::Pty;
use crate::support::{TestEnvironment, files};

const ANSWER: &str = "---\nid: k7m2qx\ntitle: The heron\nkind: story\ncategory: conflict\nquestions: [conflict-design-review]\n---\n## Situation\n- **the heron** stood still\n";

const DRILL: [&str; 8] = [
    "drill",
    "conflict-design-review",
    "--think",
    "0s",
    "--probes",
    "0",
    "--seed",
    "7",
];

/// An editor that is a shell script, in a folder with a blank in its name.
fn editor(env: &TestEnvironment, script: &str) -> String {
    let path = env.path("my editors").join("ed");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_string_lossy().into_owned()
}

fn rated(env: &TestEnvironment, editor: &str) -> Pty {
    let mut pty = env.pty_with(&DRILL, &[("EDITOR", editor)]);
    pty.wait("speaking")
        .keys("enter")
        .wait("How was it?")
        .keys("3")
        .wait("saved");
    pty
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn an_answer_edited_while_rating_comes_back_changed() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = editor(
        &env,
        "printf -- '- **the second beak** opened\\n' >> \"$2\"; echo \"$1\" > arguments",
    );
    let mut pty = rated(&env, &format!("'{path}' \"--wait for it\""));
    pty.wait("the heron")
        .keys("E")
        .wait("the second beak")
        .wait("How was it?");
    assert_eq!(text(&env.path("arguments")), "--wait for it\n");
    pty.keys("enter").wait("summary").keys("q").leaves(0);
    assert_eq!(
        text(&env.home().join("answers/heron.md")),
        format!("{ANSWER}- **the second beak** opened\n")
    );
}

#[test]
fn keys_typed_in_the_editor_do_not_reach_greenroom() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = editor(
        &env,
        "echo type something; read one; read two; echo \"$one $two\" > typed",
    );
    let mut pty = rated(&env, &format!("'{path}'"));
    pty.keys("E").wait("type something");
    pty.send("1\n").send("q\n").wait("How was it?").wait("▸ 3  ▅ solid");
    assert_eq!(text(&env.path("typed")), "1 q\n");
    pty.keys("2")
        .wait("▸ 2  ▃ rough")
        .wait("saved")
        .keys("ctrl-c")
        .leaves(0);
}

#[test]
fn an_editor_that_fails_or_is_not_there_is_said_and_the_drill_goes_on() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = editor(&env, "exit 3");
    for (editor, said) in [
        (format!("'{path}'"), "ended with status 3"),
        ("/nowhere/editor".to_owned(), "could not be started"),
        ("vim 'x".to_owned(), "a quote that is not closed"),
    ] {
        let mut pty = rated(&env, &editor);
        pty.keys("E")
            .wait(said)
            .keys("2")
            .wait("▸ 2  ▃ rough")
            .wait("saved")
            .keys("ctrl-c")
            .leaves(0);
    }
    assert_eq!(text(&env.home().join("answers/heron.md")), ANSWER);
}

#[test]
fn an_editor_that_fails_says_so_first_and_what_to_do_is_not_cut_off() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let failing = editor(&env, "exit 3");
    for (editor, said) in [
        (
            "/nowhere/editor".to_owned(),
            ["Your editor failed: editor could not be started", "EDITOR=nano"],
        ),
        (
            format!("'{failing}'"),
            ["Your editor failed: ed ended with", "The file is as it left it"],
        ),
    ] {
        let mut pty = env.pty_with(&["edit", "k7m2qx"], &[("EDITOR", &editor)]);
        pty.wait("stood still").keys("esc").wait("enter type").resize(80, 24);
        pty.wait("✓ saved · reading").keys("E");
        pty.wait(said[0]).wait(said[1]).keys("ctrl-c").leaves(0);
    }
}

#[test]
fn a_file_that_the_editor_leaves_so_that_it_cannot_be_read_is_said_and_what_is_open_can_be_saved() {
    for (script, said) in [
        ("printf '\\377' >> \"$1\"", "is not valid UTF-8. Save it as"),
        (
            "sed -i 's/^title:.*/title: [/' \"$1\"",
            "answers/heron.md is not read any more: line ",
        ),
        ("rm \"$1\"", "your editor took it away"),
    ] {
        let env = TestEnvironment::new();
        env.write("answers/heron.md", ANSWER);
        let path = editor(&env, script);
        let mut pty = env.pty_with(&["edit", "k7m2qx"], &[("EDITOR", &format!("'{path}'"))]);
        pty.wait("stood still").keys("esc").wait("✓ saved · reading");
        pty.keys("E").wait("answers/heron.md is not read any more").wait(said);
        assert!(pty.text().contains("stood still"), "{}", pty.text());
        pty.keys("ctrl-c").leaves(0);
    }
}

#[test]
fn what_ones_own_editor_changed_is_not_taken_for_somebody_elses() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = editor(&env, "printf -- '- **the second beak** opened\\n' >> \"$1\"");
    let mut pty = env.pty_with(&["edit", "k7m2qx"], &[("EDITOR", &format!("'{path}'"))]);
    pty.wait("stood still").keys("esc").wait("✓ saved · reading");
    pty.keys("E").wait("the second beak");
    pty.wait("answers/heron.md is as your editor left it");
    assert!(!pty.text().contains("changed outside"), "{}", pty.text());
    pty.keys("ctrl-c").leaves(0);
}

#[test]
fn ctrl_c_in_the_editor_is_the_editors() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = editor(
        &env,
        "trap 'echo caught' INT QUIT; echo type something; read one; read two; true",
    );
    let mut pty = rated(&env, &format!("'{path}'"));
    pty.keys("E")
        .wait("type something")
        .signal(Signal::INT)
        .signal(Signal::QUIT)
        .keys("ctrl-c")
        .wait("caught");
    pty.send("x\n").send("y\n").wait("How was it?").keys("ctrl-c").leaves(0);
}

#[test]
fn an_editor_that_is_stopped_stops_greenroom_too_and_both_come_back() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = editor(
        &env,
        "echo editing; kill -s TSTP 0; printf -- '- **after the stop**\\n' >> \"$1\"",
    );
    let mut pty = env.pty_of(
        &["sh", "-i"].map(str::to_owned),
        &[("PS1", "$> "), ("ENV", ""), ("EDITOR", &format!("'{path}'"))],
    );
    let command = env.arguments(&DRILL).join(" ");
    pty.wait("$>")
        .send(&format!("{} {command}\n", crate::support::GREENROOM));
    pty.wait("speaking")
        .keys("enter")
        .wait("How was it?")
        .keys("3")
        .wait("saved")
        .keys("E");
    pty.wait("Stopped").wait_for_shell();
    pty.send("fg\n")
        .wait("How was it?")
        .wait("after the stop")
        .keys("ctrl-c");
    pty.wait_for_shell();
    pty.send("exit 0\n").leaves(0);
}

/// The changed messages that are kept.
fn messages(env: &TestEnvironment) -> Vec<String> {
    let mut kept = files(&env.state());
    kept.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    kept.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn a_message_changed_in_the_editor_is_there_in_the_next_run_and_stands_for_no_other() {
    let env = TestEnvironment::new();
    env.write(
        "interviews/2026-11-03-northwind.md",
        "---\ncompany: Northwind\nrounds:\n  - {kind: panel, at: 2026-11-02 10:00, state: done}\n---\n",
    );
    let open = |editor: &str| env.pty_with(&["interview"], &[("EDITOR", &format!("'{editor}'"))]);
    let mut pty = open(&editor(&env, "exit 0"));
    pty.wait("Do now").keys("enter").wait("Kind regards");
    pty.keys("E").wait("Nothing is changed").keys("ctrl-c").leaves(0);
    assert_eq!(messages(&env), Vec::<String>::new());
    let mut pty = open(&editor(&env, "sed -i 's/Kind regards/All the best/' \"$1\""));
    pty.wait("Do now").keys("enter").wait("Kind regards");
    pty.keys("E").wait("All the best").keys("ctrl-c").leaves(0);
    let mut pty = open("/nowhere/editor");
    pty.wait("Do now")
        .keys("enter")
        .wait("as you changed it")
        .wait("All the best");
    pty.keys("E").wait("could not be started").keys("enter enter");
    pty.wait("leave them until").keys("ctrl-c").leaves(0);
    assert_eq!(messages(&env).len(), 1);
    let path = env.home().join("interviews/2026-11-03-northwind.md");
    let text = fs::read_to_string(&path)
        .unwrap()
        .replace("at: 2026-11-21", "at: 2026-11-12");
    fs::write(&path, text).unwrap();
    let mut pty = open("/nowhere/editor");
    pty.wait("once more")
        .keys("enter")
        .wait("I wrote on")
        .wait("Kind regards");
    pty.keys("ctrl-c").leaves(0);
}
