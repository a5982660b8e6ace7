//! What the program makes is its owner's alone, agrees with what other runs make, and goes when it should.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::process::Signal;

use crate::support::pty::Pty;
use crate::support::{GREENROOM, TestEnvironment, files};

/// Everything below a folder, with the folders.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let inside = |path: PathBuf| {
        let more = if path.is_dir() { below(&path) } else { Vec::new() };
        [vec![path], more].concat()
    };
    entries.flat_map(inside).collect()
}

#[test]
fn files_and_folders_are_their_owners_alone_whatever_the_umask() {
    let env = TestEnvironment::new();
    let mut pty = env.pty_in_shell("umask 000; exec \"$@\"", &["new"]);
    pty.wait("typing").send("Some text").keys("ctrl-s").wait("Saved as");
    pty.send(" and more")
        .wait("not saved")
        .keys("ctrl-s")
        .wait("✓ saved · typing");
    pty.send(" and a draft")
        .wait_for("a draft", || env.drafted("and a draft"));
    let open = |root: &Path| {
        let mut open = below(root);
        open.retain(|path| fs::metadata(path).unwrap().permissions().mode() & 0o077 != 0);
        open
    };
    assert_eq!((open(&env.home()), open(&env.state())), (vec![], vec![]));
    assert!(below(&env.state()).iter().filter(|path| path.ends_with("lock")).count() >= 2);
    pty.signal(Signal::KILL).ended();
}

/// The program on a demo in a folder for temporary files of its own, with every file and folder open to all.
fn demo(env: &TestEnvironment, words: &[&str], variables: &[(&str, &str)]) -> (Pty, PathBuf) {
    let temporary = env.path("temporary");
    fs::create_dir_all(&temporary).unwrap();
    let mut command = vec![
        "sh".to_owned(),
        "-c".to_owned(),
        "umask 000; exec \"$@\"".to_owned(),
        "sh".to_owned(),
    ];
    command.extend([GREENROOM.to_owned(), "--demo".to_owned()]);
    command.extend(words.iter().map(|word| (*word).to_owned()));
    let mut variables = variables.to_vec();
    let folder = temporary.to_string_lossy().into_owned();
    variables.push(("TMPDIR", &folder));
    (env.pty_of(&command, &variables), temporary)
}

fn only_the_owners(temporary: &Path) {
    let made: Vec<PathBuf> = fs::read_dir(temporary)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(fs::metadata(&made[0]).unwrap().permissions().mode() & 0o077, 0);
}

#[test]
fn the_home_of_a_demo_is_private_and_goes_however_the_program_ends() {
    let gone = |temporary: &Path| fs::read_dir(temporary).unwrap().count() == 0;
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let env = TestEnvironment::new();
        let (mut pty, temporary) = demo(&env, &["drill", "--plain", "-n", "1"], &[]);
        pty.wait("Enter to start");
        only_the_owners(&temporary);
        pty.signal(signal).ended();
        assert!(gone(&temporary), "{signal:?}");
        let (mut pty, temporary) = demo(&env, &[], &[]);
        pty.wait("enter").signal(signal).ended();
        assert!(gone(&temporary), "{signal:?}");
    }
}

#[cfg(debug_assertions)]
#[test]
fn the_home_of_a_demo_goes_also_where_the_screen_hangs() {
    let env = TestEnvironment::new();
    let (mut pty, temporary) = demo(&env, &[], &[("GREENROOM_HANG", "draw")]);
    pty.wait("enter").keys("?");
    pty.signal(Signal::TERM).leaves(143);
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0);
}

#[test]
fn runs_that_begin_at_the_same_moment_are_one_device() {
    let env = TestEnvironment::new();
    let begin = |_| {
        let mut command = Command::new(GREENROOM);
        let words = env.arguments(&["drill", "--plain", "-n", "1"]);
        command.args(words).env_clear().envs(env.variables());
        command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap()
    };
    let runs: Vec<_> = (0..8).map(begin).collect();
    for mut run in runs {
        std::io::Write::write_all(&mut run.stdin.take().unwrap(), b"\n\n3\n\n").unwrap();
        assert!(run.wait().unwrap().success());
    }
    assert_eq!(fs::read_dir(env.home().join("log")).unwrap().count(), 1);
    assert_eq!(env.rows("attempts").len(), 8);
    let devices = files(&env.state()).into_iter().filter(|path| path.ends_with("device"));
    assert_eq!(devices.count(), 1);
}

#[test]
fn a_zone_that_names_a_file_without_end_is_not_read() {
    let env = TestEnvironment::new();
    for zone in ["/dev/zero", ":/dev/zero"] {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -v 2000000; exec \"$@\"", "sh", GREENROOM]);
        command
            .args(env.arguments(&["path"]))
            .env_clear()
            .envs(env.variables())
            .env("TZ", zone);
        assert_eq!(command.output().unwrap().status.code(), Some(0), "{zone}");
    }
}

#[test]
fn what_is_copied_carries_no_control_bytes() {
    let mut session = crate::session::Session::with(|places| {
        let ask = "\"Which \\x1b]52;c;Zm9v\\x07 heron\\x9b31m?\"";
        let bank = format!("category: conflict\nquestions:\n  - id: heron\n    ask: {ask}\n");
        greenroom::store::files::atomic::write_new(&places.questions().join("own.yaml"), bank.as_bytes()).unwrap();
    });
    session.browse("heron").keys("<enter>y");
    assert_eq!(session.stage.copied, ["Which ]52;c;Zm9v heron31m?"]);
}
