//! Every way of leaving gives the terminal back.

use std::fs;

use rustix::process::{Pid, Signal, kill_process};

use crate::support::TestEnvironment;
use crate::support::pty::{Pty, Waited};

/// In the middle of speaking, where a clock runs.
fn speaking(env: &TestEnvironment) -> Pty {
    let mut pty = env.pty(&["drill", "-n", "2", "--think", "0s", "--probes", "0", "--seed", "7"]);
    pty.wait("speaking");
    pty
}

fn home(env: &TestEnvironment) -> Pty {
    let mut pty = env.pty(&[]);
    pty.wait("three questions");
    pty
}

#[test]
fn keys_leave_with_zero_and_the_terminal_as_it_was() {
    let env = TestEnvironment::new();
    home(&env).keys("q").leaves(0);
    home(&env).keys("ctrl-c").leaves(0);
    speaking(&env).keys("ctrl-c").leaves(0);
    speaking(&env).keys("esc").wait("end it").keys("enter").leaves(0);
}

#[test]
fn signals_leave_with_their_code_and_the_terminal_as_it_was() {
    let env = TestEnvironment::new();
    for (signal, code) in [
        (Signal::INT, 130),
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::QUIT, 131),
    ] {
        home(&env).signal(signal).leaves(code);
        speaking(&env).signal(signal).leaves(code);
    }
}

#[test]
fn ctrl_z_goes_to_the_shell_and_fg_comes_back() {
    let env = TestEnvironment::new();
    let mut pty = shell(&env);
    let command = env
        .arguments(&["drill", "-n", "1", "--think", "0s", "--probes", "0", "--seed", "7"])
        .join(" ");
    pty.send(&format!("{} {command}\n", crate::support::GREENROOM))
        .wait("speaking");
    pty.keys("ctrl-z").wait_gone("speaking").wait("$>");
    pty.is_given_back_to_a_shell();
    pty.send("echo in the $((40 + 2)) shell\n").wait("in the 42 shell");
    pty.send("fg\n")
        .wait("of 2:00")
        .keys("enter")
        .wait("How was it?")
        .keys("2")
        .wait("saved");
    pty.keys("ctrl-c").wait_for_shell();
    pty.send("exit 7\n").leaves(7);
}

#[test]
fn after_a_stop_that_cannot_be_caught_the_program_goes_on_where_it_was() {
    let env = TestEnvironment::new();
    let mut pty = shell(&env);
    let command = env.arguments(&[]).join(" ");
    let remember = format!(
        "sh -c 'echo $$ > pid; exec \"$@\"' sh {} {command}\n",
        crate::support::GREENROOM
    );
    pty.send(&remember).wait("three questions");
    let pid = fs::read_to_string(env.path("pid")).unwrap().trim().parse().unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), Signal::STOP).unwrap();
    pty.wait("$>").send("fg\n").wait("three questions").wait_gone("$>");
    pty.keys("j")
        .wait("▌ Bring")
        .keys("k")
        .wait("▌ Try")
        .keys("q")
        .wait_for_shell();
    pty.send("exit 0\n").leaves(0);
}

/// An interactive shell with job control.
fn shell(env: &TestEnvironment) -> Pty {
    let command = ["sh", "-i"].map(str::to_owned);
    let mut pty = env.pty_of(&command, &[("PS1", "$> "), ("ENV", ""), ("HISTFILE", "")]);
    pty.wait("$>");
    pty
}

#[test]
fn a_closed_terminal_ends_the_program_within_a_second() {
    let env = TestEnvironment::new();
    for pty in [home(&env), speaking(&env)] {
        let waited = Waited::new();
        let status = pty.close();
        assert_eq!(status.exit_code(), 129, "{status:?}");
        assert!(waited.so_far().as_millis() < 1000, "{:?}", waited.so_far());
    }
}

#[test]
fn a_closed_terminal_is_noticed_where_no_signal_tells_of_it() {
    let env = TestEnvironment::new();
    let report = env.path("report");
    let script = format!("trap '' HUP; \"$@\"; echo $? > {0}; times >> {0}", report.display());
    for words in [&[][..], &["drill", "-n", "2", "--think", "0s", "--seed", "7"]] {
        let mut pty = env.pty_in_shell(&script, words);
        pty.wait("enter");
        let waited = Waited::new();
        pty.close();
        assert!(waited.so_far().as_millis() < 1500, "{:?}", waited.so_far());
        let report = fs::read_to_string(&report).unwrap();
        let mut lines = report.lines();
        assert_eq!(lines.next(), Some("129"));
        // What the children of the shell used: user, system.
        let used = lines.nth(1).unwrap();
        assert!(used.split(' ').all(|time| time.starts_with("0m0.")), "{used}");
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_anywhere_gives_the_terminal_back_and_its_report_can_be_read() {
    let env = TestEnvironment::new();
    for (place, keys) in [("loop", "j"), ("draw", "?"), ("writer", "enter enter 3")] {
        let words = ["drill", "-n", "1", "--think", "0s", "--probes", "0", "--seed", "7"];
        let mut pty = env.pty_with(&words, &[("GREENROOM_PANIC", place)]);
        pty.wait("speaking").keys(keys).leaves(101);
        let text = pty.text();
        assert!(
            text.contains(&format!("a panic in the {place}, as asked for")),
            "{place}: {text}"
        );
        assert!(!text.contains("of 2:00"), "{place}: {text}");
        // A shell writes its prompt where the cursor is: below the report.
        pty.is_below_all_text();
    }
}
