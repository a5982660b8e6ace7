//! Typing in a real terminal while the disk is slow, and leaving in the middle of it.

use std::fs;
use std::path::PathBuf;

use rustix::process::Signal;

use crate::support::pty::{Pty, Waited};
use crate::support::{TestEnvironment, files};

const ANSWER: &str = "---\nid: k7m2qx\ntitle: The heron\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\nit stood still\n";

const ACME: &str = "---\ncompany: Acme\nrounds:\n  - kind: recruiter\n    at: 2026-11-21 07:00 UTC\n---\n";

/// A disk that takes this many milliseconds for everything.
const SLOW: [(&str, &str); 1] = [("GREENROOM_SLOW_DISK", "80")];

fn home() -> (TestEnvironment, PathBuf) {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    env.write("interviews/2026-11-02-acme.md", ACME);
    let path = env.home().join("answers/heron.md");
    (env, path)
}

/// The answer, open and typed in.
fn typing(env: &TestEnvironment) -> Pty {
    let mut pty = env.pty_with(&["edit", "The heron"], &SLOW);
    pty.wait("typing");
    pty
}

#[cfg(debug_assertions)]
#[test]
fn a_sentence_typed_at_any_speed_with_saves_in_it_is_whole_in_the_file() {
    let (env, path) = home();
    let mut pty = typing(&env);
    pty.send("first \u{13}12 people\u{13} and 2\u{13} weeks later\u{13}");
    pty.wait("weeks later").wait("✓ saved · typing");
    assert!(!pty.text().contains("changed outside"), "{}", pty.text());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("first 12 people and 2 weeks later"), "{text}");
    pty.keys("ctrl-c").leaves(0);
}

#[cfg(debug_assertions)]
#[test]
fn two_saves_of_a_new_answer_in_one_write_make_one_file() {
    let env = TestEnvironment::new();
    let mut pty = env.pty_with(&["new"], &SLOW);
    pty.wait("typing").send("two teams\u{13}\u{13}");
    pty.wait("✓ saved · typing").keys("ctrl-c").leaves(0);
    let made = files(&env.home().join("answers"));
    assert_eq!(made.len(), 1, "{made:?}");
}

#[cfg(debug_assertions)]
#[test]
fn what_is_typed_after_a_save_comes_back_after_a_kill() {
    let (env, path) = home();
    let mut pty = typing(&env);
    pty.send("saved \u{13}and not").wait("and not");
    pty.wait_for("the save", || fs::read_to_string(&path).unwrap().contains("saved "));
    pty.wait_for("a draft", || env.drafted("and not"));
    pty.signal(Signal::KILL).ended();
    let mut pty = env.pty(&[]);
    pty.wait("Not saved").keys("enter").wait("saved and not");
    pty.keys("ctrl-s").wait("✓ saved · reading").keys("ctrl-c").leaves(0);
    assert!(fs::read_to_string(&path).unwrap().contains("saved and not"));
    env.pty(&[]).wait("Today").wait_gone("Not saved").keys("q").leaves(0);
}

#[test]
fn an_answer_opened_by_its_command_offers_what_was_typed_into_it_and_never_saved() {
    let (env, path) = home();
    let mut pty = typing(&env);
    pty.send("not lost ").wait("not lost");
    pty.signal(Signal::TERM).leaves(143);
    let mut pty = env.pty(&["edit", "The heron"]);
    pty.wait("Go on with what was not saved?").keys("enter");
    pty.wait("not lost it stood").keys("ctrl-s").wait("✓ saved · reading");
    pty.keys("esc").leaves(0);
    assert!(fs::read_to_string(&path).unwrap().contains("not lost it stood"));
    let mut pty = env.pty(&["edit", "The heron"]);
    pty.wait("✓ saved · typing").keys("ctrl-c").leaves(0);
    assert!(!pty.text().contains("Go on"), "{}", pty.text());
}

/// Programs in which something was typed just now, with what it is.
fn typed_just_now(env: &TestEnvironment) -> Vec<(Pty, &'static str)> {
    let mut answer = typing(env);
    answer.send("typed into the answer ").wait("typed into the answer");
    let mut debrief = env.pty_with(&["interview"], &SLOW);
    debrief.wait("Acme").keys("enter").wait("What did they ask");
    debrief.send("typed into the debrief").wait("typed into the debrief");
    let mut form = env.pty_with(&["interview"], &SLOW);
    form.wait("Acme").keys("G enter").wait("A real interview");
    form.send("typed into the form").wait("typed into the form");
    vec![
        (answer, "typed into the answer"),
        (debrief, "typed into the debrief"),
        (form, "typed into the form"),
    ]
}

#[test]
fn every_signal_leaves_what_was_typed_just_now_in_a_draft() {
    for (signal, code) in [
        (Signal::INT, 130),
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::QUIT, 131),
    ] {
        let (env, path) = home();
        for (mut pty, typed) in typed_just_now(&env) {
            pty.signal(signal).leaves(code);
            assert!(env.drafted(typed), "{typed}, {code}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), ANSWER);
    }
}

#[test]
fn a_closed_window_and_ctrl_c_leave_what_was_typed_just_now_in_a_draft() {
    let (env, _) = home();
    for (mut pty, typed) in typed_just_now(&env) {
        pty.keys("ctrl-c").leaves(0);
        assert!(env.drafted(typed), "{typed}");
    }
    let (env, _) = home();
    for (pty, typed) in typed_just_now(&env) {
        let waited = Waited::new();
        pty.close();
        assert!(env.drafted(typed), "{typed}");
        assert!(waited.so_far().as_millis() < 1000, "{:?}", waited.so_far());
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_leaves_what_was_typed_just_now_in_a_draft() {
    let (env, _) = home();
    let mut pty = env.pty_with(&["edit", "The heron"], &[("GREENROOM_PANIC", "draw"), SLOW[0]]);
    pty.wait("typing");
    pty.send("typed before the panic ").wait("typed before the panic");
    pty.keys("f1").leaves(101);
    assert!(env.drafted("typed before the panic"));
}

#[test]
fn a_program_that_is_stopped_has_what_was_typed_just_now_in_a_draft() {
    let (env, _) = home();
    let mut pty = typing(&env);
    pty.send("typed, then stopped ").wait("typed, then stopped");
    pty.signal(Signal::TSTP);
    pty.wait_for("a draft", || env.drafted("typed, then stopped"));
    pty.signal(Signal::KILL).ended();
}
