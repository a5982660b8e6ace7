//! Ratings and the disk: killed programs, damaged logs, disks that refuse.

use std::fs;

use rustix::process::Signal;
use serde_json::Value;

use crate::support::disk::SmallDisk;
use crate::support::pty::Pty;
use crate::support::{TestEnvironment, column};

const DRILL: [&str; 10] = [
    "drill",
    "-n",
    "2",
    "--think",
    "0s",
    "--probes",
    "0",
    "--seed",
    "7",
    "--color=never",
];

fn to_rating(pty: &mut Pty) -> &mut Pty {
    pty.wait("speaking").keys("enter").wait("How was it?")
}

#[test]
fn what_the_screen_calls_saved_survives_a_kill() {
    for _ in 0..5 {
        let env = TestEnvironment::new();
        let mut pty = env.pty(&DRILL);
        to_rating(&mut pty).keys("3").wait("saved").signal(Signal::KILL).ended();
        let list = env.list("attempts");
        assert_eq!(list["problems"], Value::Array(Vec::new()));
        assert_eq!(column(list["attempts"].as_array().unwrap(), "rating"), ["3"]);
    }
}

#[test]
fn a_log_cut_anywhere_loses_one_attempt_at_most_and_the_next_run_works() {
    let env = TestEnvironment::new();
    let plain = ["drill", "--plain", "-n", "2", "--seed", "7"];
    env.run(&plain).input("\n\n3\n\n\n\n2\nlost the thread\n").ok();
    let [path] = &env.logs()[..] else {
        panic!("one run writes one file");
    };
    let whole = fs::read(path).unwrap();
    let attempts = |bytes: &[u8]| String::from_utf8_lossy(bytes).matches("\"type\":\"attempt\"").count();
    for cut in (0..whole.len()).step_by(whole.len() / 40) {
        fs::write(path, &whole[..cut]).unwrap();
        let list = env.list("attempts");
        let rows = list["attempts"].as_array().unwrap().len();
        let lines = whole[..cut]
            .split_inclusive(|byte| *byte == b'\n')
            .filter(|line| line.ends_with(b"\n"));
        assert!(rows >= lines.map(attempts).sum(), "cut at {cut}");
        let clean = cut == 0 || whole[cut - 1] == b'\n' || whole[cut] == b'\n';
        let problems = list["problems"].as_array().unwrap();
        assert_eq!(problems.len(), usize::from(!clean), "cut at {cut}: {problems:?}");
        for problem in problems {
            assert!(problem["line"].is_number() && problem["path"].as_str().unwrap().starts_with("log/"));
        }
    }
    fs::write(path, &whole[..whole.len() - 20]).unwrap();
    let before = env.rows("attempts").len();
    env.run(&plain).input("\n\n4\n\n").ok();
    assert_eq!(env.rows("attempts").len(), before + 1);
    env.pty(&[])
        .wait("1 file problem")
        .keys("!")
        .wait("was cut off")
        .keys("q q")
        .leaves(0);
}

#[test]
fn a_rating_refused_by_a_quota_is_said_and_quitting_asks() {
    let env = TestEnvironment::new();
    let mut pty = env.pty_in_shell("ulimit -f 0; exec \"$@\"", &DRILL);
    to_rating(&mut pty)
        .keys("3")
        .wait("1 not saved: a limit on file size was reached");
    pty.keys("enter")
        .wait("2 of 2")
        .keys("q")
        .wait("end it")
        .wait("tried again every few seconds");
    assert!(!pty.text().contains("What you rated is kept"), "{}", pty.text());
    pty.keys("enter").wait("summary").wait("not saved");
    pty.keys("q").wait("quit all the same").keys("n").wait("not saved");
    pty.keys("q").wait("quit all the same").keys("enter").leaves(0);
    assert_eq!(env.rows("attempts").len(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_rating_refused_by_a_quota_is_written_once_there_is_room() {
    use rustix::process::{Resource, Rlimit, prlimit};
    let env = TestEnvironment::new();
    let mut pty = env.pty_in_shell("ulimit -S -f 0; exec \"$@\"", &DRILL);
    to_rating(&mut pty).keys("3").wait("1 not saved");
    let room = Rlimit {
        current: None,
        maximum: None,
    };
    prlimit(Some(pty.pid()), Resource::Fsize, room).unwrap();
    pty.keys("j")
        .wait_gone("not saved")
        .wait("saved")
        .keys("ctrl-c")
        .leaves(0);
    let list = env.list("attempts");
    assert_eq!(list["problems"], Value::Array(Vec::new()));
    assert_eq!(column(list["attempts"].as_array().unwrap(), "rating"), ["3"]);
}

#[test]
fn a_rating_refused_by_a_full_disk_is_written_by_itself_once_there_is_room() {
    let env = TestEnvironment::new();
    let Some(disk) = SmallDisk::mount(&env.home()) else {
        return;
    };
    let filler = env.home().join("filler");
    let full = fs::write(&filler, vec![0; 1 << 20]);
    assert!(full.is_err());
    let mut pty = env.pty(&DRILL);
    to_rating(&mut pty).keys("3").wait("1 not saved: the disk is full");
    fs::remove_file(filler).unwrap();
    pty.wait_gone("not saved").wait("saved").keys("ctrl-c").leaves(0);
    assert_eq!(column(&env.rows("attempts"), "rating"), ["3"]);
    drop(disk);
}

#[test]
fn a_plain_drill_on_a_disk_that_refuses_says_so_and_fails() {
    let env = TestEnvironment::new();
    let script = "ulimit -f 0; printf '\\n\\n3\\n\\n' | \"$@\"";
    let mut pty = env.pty_in_shell(script, &["drill", "--plain", "-n", "1"]);
    let status = pty.leave();
    assert_eq!(status.exit_code(), 2, "{}", pty.text());
    assert!(pty.text().contains("not saved"), "{}", pty.text());
    let log = env.home().join("log");
    assert!(
        pty.text().contains(&format!("cause: {}: a limit", log.display())),
        "{}",
        pty.text()
    );
}

#[test]
fn a_home_that_cannot_be_made_is_said_and_does_not_crash() {
    let env = TestEnvironment::new();
    fs::write(env.home(), "a file where the folder should be").unwrap();
    let mut pty = env.pty(&DRILL);
    to_rating(&mut pty)
        .keys("3")
        .wait("1 not saved")
        .keys("ctrl-c")
        .leaves(0);
}
