//! Every way out from anywhere gives the terminal back, with the code of that way.

use rustix::process::Signal;

use super::Attack;
use crate::support::TestEnvironment;

/// What is pressed before it is left; none of it leaves by itself.
const KEYS: [&str; 18] = [
    "j", "k", "enter", "tab", "b", "i", "r", "/", ":", "?", "f1", "x", "1", "n", ",", "space", "e", "down",
];

/// How it is started.
const STARTS: [&[&str]; 6] = [
    &["--demo"],
    &["--demo", "browse"],
    &["--demo", "review"],
    &["--demo", "interview"],
    &["drill", "-n", "2", "--think", "0s", "--seed", "7"],
    &["new"],
];

#[test]
fn whatever_was_pressed_every_way_out_gives_the_terminal_back() {
    let mut attack = Attack::new("ways out", 4);
    while let Some(mut dice) = attack.round() {
        let env = TestEnvironment::new();
        let words = *dice.pick(&STARTS);
        let mut pty = env.pty(words);
        pty.wait_until("a picture", |screen| {
            screen.lines().filter(|line| !line.trim().is_empty()).count() > 3
        });
        for _ in 0..dice.below(12) {
            let key = *dice.pick(&KEYS);
            pty.keys(key);
        }
        attack.count("ways out", 1);
        match dice.below(6) {
            0 => pty.keys("ctrl-c").leaves(0),
            1 => pty.signal(Signal::TERM).leaves_or_has_left(143),
            2 => pty.signal(Signal::HUP).leaves_or_has_left(129),
            3 => pty.signal(Signal::INT).leaves_or_has_left(130),
            4 => pty.signal(Signal::QUIT).leaves_or_has_left(131),
            _ => assert!([129, 0].contains(&pty.close().exit_code())),
        }
    }
}

/// Where what started the program is killed, the program goes on in its terminal and leaves by it.
#[test]
fn a_program_whose_parent_was_killed_still_gives_the_terminal_back() {
    let env = TestEnvironment::new();
    let mut pty = env.pty_in_shell(
        "mkfifo hold; sh -c 'echo $$ > parent; \"$@\"; :' sh \"$@\"; cat hold",
        &[],
    );
    pty.wait("three questions");
    let parent = std::fs::read_to_string(env.path("parent")).unwrap();
    let parent = rustix::process::Pid::from_raw(parent.trim().parse().unwrap()).unwrap();
    rustix::process::kill_process(parent, Signal::KILL).unwrap();
    // What the shell says of it stands where the cursor is, on the chosen row.
    pty.keys("j")
        .wait("enter bring notes")
        .keys("ctrl-c")
        .wait_gone("enter bring notes");
    std::fs::write(env.path("hold"), "").unwrap();
    pty.leaves(0);
}
