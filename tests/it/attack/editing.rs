//! Typing and saving on a screen whose calls fail or kill it: the file is always a whole text that was asked to be saved,
//! what the screen calls saved is in it, and what it does not is still there to be saved again.

use std::fs;

use super::Attack;
use super::calls::{can_trace, fail_at};
use crate::support::TestEnvironment;
use crate::support::pty::Pty;

const ANSWER: &str = "---\nid: k7m2qx\ntitle: The heron\n---\n## Situation\nit stood still\n";

/// The calls a save makes.
const CALLS: [&str; 7] = ["openat", "write", "fsync", "fdatasync", "renameat2", "rename", "unlink"];

fn traced(env: &TestEnvironment, met: &str) -> Pty {
    let mut words: Vec<String> = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "signal=none", "-e"]
        .map(str::to_owned)
        .to_vec();
    words.push(format!("trace={}", CALLS.join(",")));
    words.extend([
        "-e".to_owned(),
        format!("inject={met}"),
        crate::support::GREENROOM.to_owned(),
    ]);
    words.extend(env.arguments(&["edit", "k7m2qx"]));
    env.pty_of(&words, &[])
}

#[test]
fn a_save_that_is_killed_or_refused_at_any_call_leaves_a_whole_text_and_nothing_called_saved_is_lost() {
    let mut attack = Attack::new("saves on the screen", 2);
    if !can_trace() {
        return;
    }
    while let Some(mut dice) = attack.round() {
        let env = TestEnvironment::new();
        env.write("answers/heron.md", ANSWER);
        let path = env.home().join("answers/heron.md");
        let call = *dice.pick(&CALLS);
        let first = if call == "openat" || call == "write" { 20 } else { 1 };
        let how = fail_at(&mut dice, call);
        let met = format!("{call}:{how}:when={}", first + dice.below(12));
        attack.does(met.clone());
        let mut pty = traced(&env, &met);
        let open = pty.until_or_end(|screen| screen.contains("✓ saved · typing") || screen.contains("file problem"));
        if open.is_none_or(|screen| !screen.contains("✓ saved · typing")) {
            attack.count("not opened", 1);
            continue;
        }
        let mut whole = vec![ANSWER.to_owned()];
        let mut saved = 0;
        for n in 1..=3 {
            let typed = format!("w{n} ");
            pty.send(&typed);
            let text = whole.last().unwrap().replace("it stood", &format!("{typed}it stood"));
            whole.push(text);
            pty.send("\u{13}");
            let seen = pty.until_or_end(|screen| {
                screen.contains("✓ saved · typing") && screen.contains(&typed) || screen.contains("ctrl-s tries")
            });
            match seen {
                Some(screen) if screen.contains("✓ saved · typing") => saved = n,
                Some(_) => attack.count("errors", 1),
                None => {
                    attack.count("kills", 1);
                    break;
                }
            }
        }
        let there = fs::read_to_string(&path).unwrap();
        let place = whole.iter().position(|text| *text == there);
        assert!(
            place.is_some_and(|place| place >= saved),
            "{call}:{how}, {saved} saved:\n{there}\n{}",
            pty.text()
        );
        attack.count("saves", saved);
    }
}
