//! Commands whose calls of the system fail or kill them, one by one: what was there stays, what is said is so, and nothing
//! is left half done. The calls are met by `strace`; where it is not there or may not trace, only the commands are played.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use greenroom::domain::question::Origin;
use greenroom::store::files::places::Places;
use greenroom::store::load;
use greenroom::store::log;

use super::{Attack, Dice};
use crate::support::{GREENROOM, TestEnvironment, files};

/// The calls that reach files.
const CALLS: &str = "openat,read,pread64,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,mkdir,unlink,linkat,\
    getdents64,flock,newfstatat,statx";

const ERRORS: [&str; 5] = ["EIO", "ENOSPC", "EACCES", "EMFILE", "EINTR"];

const NOTES: &str = "Tell me about a time you failed?\n\nSituation: We lost the whole region.\nTask: I had to bring it back.\n\
    Action: I failed over to the replica myself.\nResult: Back in twenty minutes.\n\nWhat is it that you fear most?\n";

const ACME: &str = "---\ncompany: Acme\nrounds:\n  - kind: onsite\n    at: 2026-11-30 10:00\n---\n## Notes\n- one\n";

/// A command with what is typed into it.
struct Deed {
    words: &'static [&'static str],
    input: &'static str,
    /// Whether doing it once more after it was stopped comes to what doing it once does.
    again: bool,
}

const DEEDS: [Deed; 6] = [
    Deed {
        words: &["import", "--yes", "notes.txt"],
        input: "",
        again: true,
    },
    Deed {
        words: &[
            "interview",
            "add",
            "Northwind",
            "--round",
            "panel",
            "--at",
            "2026-12-05",
        ],
        input: "",
        again: false,
    },
    Deed {
        words: &["interview", "log", "acme", "--note", "two"],
        input: "",
        again: false,
    },
    Deed {
        words: &["drill", "--plain", "-n", "2", "--seed", "7"],
        input: "\n\n3\nsome words\n\n\n2\n\n",
        again: false,
    },
    Deed {
        words: &["report", "-o", "page.html"],
        input: "",
        again: true,
    },
    Deed {
        words: &["export", "ics"],
        input: "",
        again: true,
    },
];

fn home() -> TestEnvironment {
    let env = TestEnvironment::with_home();
    env.write("../notes.txt", NOTES);
    env.write("interviews/2026-11-02-acme.md", ACME);
    env.write(
        "questions/own.yaml",
        "# mine\nquestions:\n  - id: mine\n    category: failure\n    ask: One?\n",
    );
    env.write(
        "answers/a.md",
        "---\nid: k7m2qx\ntitle: The heron\n---\n## Situation\nit stood\n",
    );
    env
}

/// The command, its calls met by strace in this way and written to a file; or alone.
fn command(env: &TestEnvironment, deed: &Deed, met: Option<&str>) -> Command {
    let mut words = env.arguments(deed.words);
    // Every run at one moment, so that what it writes is the same.
    "2026-11-21T09:00:00Z".clone_into(&mut words[3]);
    let mut command = match met {
        Some(met) => {
            let mut command = Command::new("strace");
            command.args(["-f", "-qq", "-y", "-s", "1", "-o", "calls.txt", "-e"]);
            command.args([&format!("trace={CALLS}"), "-e", "signal=none"]);
            if !met.is_empty() {
                command.args(["-e", &format!("inject={met}")]);
            }
            command.arg(GREENROOM);
            command
        }
        None => Command::new(GREENROOM),
    };
    command
        .args(words)
        .env_clear()
        .envs(env.variables())
        .current_dir(env.path(""));
    command
}

/// Runs it: exit code, none where it was killed; what it printed; what it said.
fn run(env: &TestEnvironment, deed: &Deed, met: Option<&str>) -> (Option<i32>, String, String) {
    fs::write(env.path("input"), deed.input).unwrap();
    let input = fs::File::open(env.path("input")).unwrap();
    let out = command(env, deed, met).stdin(input).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (out.status.code(), text(&out.stdout), text(&out.stderr))
}

/// What a home holds, without what is made by chance.
fn holds(env: &TestEnvironment) -> Vec<String> {
    let places = Places {
        home: env.home(),
        state: env.path("no state"),
    };
    let home = load::home(&places);
    let (history, problems) = log::load(&places);
    assert_eq!((&home.problems, &problems), (&vec![], &vec![]));
    let own = home
        .library
        .questions()
        .iter()
        .filter(|question| question.origin != Origin::BuiltIn);
    let mut all: Vec<String> = own
        .map(|question| format!("asks {} {:?}", question.ask, question.probes))
        .collect();
    let answers = home.library.answers().iter();
    all.extend(answers.map(|answer| format!("tells {} {:?} {}", answer.title, answer.questions, answer.body())));
    all.extend(home.interviews.iter().map(|one| format!("{}\n{}", one.path, one.text)));
    let attempts = history.all_attempts().iter();
    all.extend(attempts.map(|one| format!("told {} {:?} {}", one.question, one.rating, one.note)));
    let left = files(&env.home().join("imports")).into_iter();
    let left = left.filter(|path| path.to_string_lossy().ends_with(".rest.md"));
    all.extend(left.map(|path| fs::read_to_string(path).unwrap()));
    all.sort();
    all
}

/// The calls of a run that reach files of this environment: the name of the call and its number in its thread.
fn calls(env: &TestEnvironment) -> BTreeSet<(String, usize)> {
    let mut seen = std::collections::BTreeMap::new();
    let mut found = BTreeSet::new();
    let here = env.path("").to_string_lossy().into_owned();
    for line in fs::read_to_string(env.path("calls.txt")).unwrap().lines() {
        let mut words = line.splitn(2, ' ');
        let (thread, rest) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default().trim(),
        );
        let Some((call, _)) = rest.split_once('(') else {
            continue;
        };
        let number = seen.entry((thread.to_owned(), call.to_owned())).or_insert(0);
        *number += 1;
        if rest.contains(&here) {
            found.insert((call.to_owned(), *number));
        }
    }
    found
}

/// Whether calls can be met here.
pub(super) fn can_trace() -> bool {
    let probe = Command::new("strace")
        .args(["-qq", "-e", "trace=none", "true"])
        .status();
    probe.is_ok_and(|status| status.success())
}

/// One call of one command met in one way.
fn meet(deed: &Deed, met: &str, (before, after): (&[String], &[String]), attack: &mut Attack) {
    let env = home();
    let (code, printed, said) = run(&env, deed, Some(met));
    let trace = fs::read_to_string(env.path("calls.txt")).unwrap_or_default();
    if !trace.contains("(INJECTED)") && code.is_some() {
        return;
    }
    let at = format!("{:?}, {met}: {code:?}\n{printed}{said}", deed.words);
    let mut now = holds(&env);
    let acknowledged = printed.matches("strong: Saved.").count();
    let attempts = now.iter().filter(|held| held.starts_with("told ")).count();
    assert!(attempts >= acknowledged, "{at}");
    match code {
        None => attack.count("kills", 1),
        Some(_) => attack.count("errors", 1),
    }
    if code == Some(0) {
        let told = said.contains("problem:") || said.contains("error:") || printed.contains("not saved");
        assert!(now == after || told, "it ends well and is not done: {at}\n{now:#?}");
    }
    if let Some(1..) = code {
        assert!(!said.is_empty(), "it fails without a word: {at}");
    }
    if deed.again && now != after {
        let (code, printed, said) = run(&env, deed, None);
        assert_eq!(code, Some(0), "{at}\nand once more: {printed}{said}");
        now = holds(&env);
        assert!(now == after, "once more after {at}\n{now:#?}\n{after:#?}");
    }
    let part = deed.words[0] == "drill" && now.len() >= before.len() && now.len() <= after.len();
    assert!(now == before || now == after || part, "half done: {at}\n{now:#?}");
    let page = env.path("page.html");
    if page.exists() {
        assert!(
            fs::read_to_string(page).unwrap().trim_end().ends_with("</html>"),
            "half a page: {at}"
        );
    }
    litter(&env.home(), code.is_some(), &at);
}

/// Nothing half written stays where the program went on.
fn litter(home: &Path, went_on: bool, at: &str) {
    let left = files(home)
        .into_iter()
        .filter(|path| path.to_string_lossy().contains("/.greenroom-"));
    let left: Vec<_> = left.collect();
    assert!(!went_on || left.is_empty() || at.contains("unlink"), "{left:?}: {at}");
}

#[test]
fn a_command_that_is_killed_or_refused_at_any_call_leaves_what_was_there_or_what_it_was_for() {
    let mut attack = Attack::new("calls of commands", 8);
    let plain: Vec<_> = DEEDS
        .iter()
        .map(|deed| {
            let env = home();
            let before = holds(&env);
            let traced = can_trace();
            let (code, printed, said) = run(&env, deed, traced.then_some(""));
            assert_eq!(code, Some(0), "{:?}: {printed}{said}", deed.words);
            let calls = if traced { calls(&env) } else { BTreeSet::new() };
            (deed, calls.into_iter().collect::<Vec<_>>(), before, holds(&env))
        })
        .collect();
    while let Some(mut dice) = attack.round() {
        let (deed, calls, before, after) = dice.pick(&plain);
        if calls.is_empty() {
            return;
        }
        let (call, number) = dice.pick(calls);
        let met = format!("{call}:{}:when={number}", fail_at(&mut dice, call));
        attack.does(format!("{:?} {met}", deed.words));
        meet(deed, &met, (before, after), &mut attack);
    }
}

/// What happens at a call: a signal that cannot be caught, or an error it may have.
pub(super) fn fail_at(dice: &mut Dice, call: &str) -> String {
    if dice.below(3) == 0 {
        return "signal=KILL".to_owned();
    }
    let error = loop {
        let error = *dice.pick(&ERRORS);
        // A file that is open is read, written and synced again where a signal came between, and never lacks room.
        let interrupts = error == "EINTR" && !matches!(call, "read" | "write" | "openat");
        let fits = match call {
            "read" | "pread64" | "getdents64" | "newfstatat" | "statx" => error != "ENOSPC" && error != "EMFILE",
            "openat" => true,
            _ => error != "EMFILE",
        };
        if fits && !interrupts {
            break error;
        }
    };
    format!("error={error}")
}
