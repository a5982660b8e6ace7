//! What every test stands on: a home, a state and a clock of its own, and the program in it.

#[cfg(unix)]
pub(crate) mod codes;
#[cfg(unix)]
pub(crate) mod disk;
#[cfg(unix)]
pub(crate) mod pty;
pub(crate) mod source;

use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The program under test.
pub(crate) const GREENROOM: &str = env!("CARGO_BIN_EXE_greenroom");

/// The day of every test: a Saturday.
const DAY: &str = "2026-11-21";

/// A machine with nobody on it: empty home, empty state, bare environment, and a clock that moves on a minute a run.
pub(crate) struct TestEnvironment {
    folder: TempDir,
    home: String,
    runs: Cell<u32>,
}

impl TestEnvironment {
    pub(crate) fn new() -> TestEnvironment {
        TestEnvironment::named("home")
    }

    /// The same with a home of another name.
    pub(crate) fn named(home: &str) -> TestEnvironment {
        TestEnvironment {
            folder: tempfile::tempdir().unwrap(),
            home: home.to_owned(),
            runs: Cell::new(0),
        }
    }

    /// The same with an empty home that is there.
    pub(crate) fn with_home() -> TestEnvironment {
        let env = TestEnvironment::new();
        fs::create_dir(env.home()).unwrap();
        env
    }

    /// A folder of this environment.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.path(&self.home)
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.path("state")
    }

    /// Puts a file into the home.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.home().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Every variable the program gets.
    pub(crate) fn variables(&self) -> Vec<(String, String)> {
        let path = std::env::var("PATH").unwrap_or_default();
        let text = |path: &Path| path.to_string_lossy().into_owned();
        [
            ("PATH", path),
            ("HOME", text(&self.path("user"))),
            ("GREENROOM_STATE", text(&self.state())),
            ("TERM", "xterm-256color".to_owned()),
            ("COLUMNS", "100".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }

    /// The arguments with home and time before them.
    pub(crate) fn arguments(&self, words: &[&str]) -> Vec<String> {
        let run = self.runs.replace(self.runs.get() + 1);
        let now = format!("{DAY}T09:{:02}:00Z", run % 60);
        let home = self.home().to_string_lossy().into_owned();
        ["--home", &home, "--now", &now]
            .iter()
            .chain(words)
            .map(|word| (*word).to_owned())
            .collect()
    }

    /// A run without a terminal.
    pub(crate) fn run(&self, words: &[&str]) -> Run {
        self.run_of(&self.arguments(words))
    }

    /// The same at another time.
    pub(crate) fn run_at(&self, now: &str, words: &[&str]) -> Run {
        let mut arguments = self.arguments(words);
        now.clone_into(&mut arguments[3]);
        self.run_of(&arguments)
    }

    /// The same in the home the platform has for a person.
    pub(crate) fn run_at_home(&self, words: &[&str]) -> Run {
        self.run_of(&self.arguments(words)[2..])
    }

    fn run_of(&self, arguments: &[String]) -> Run {
        let mut command = Command::new(GREENROOM);
        command.args(arguments).env_clear().envs(self.variables());
        Run {
            command,
            input: Vec::new(),
        }
    }

    /// A list of the home, with its problems.
    pub(crate) fn list(&self, name: &str) -> Value {
        serde_json::from_str(&self.run(&["list", name, "--json"]).ok()).unwrap()
    }

    /// A list of a home in which something it stands on cannot be read.
    pub(crate) fn list_of_some(&self, name: &str) -> Value {
        serde_json::from_str(&self.run(&["list", name, "--json"]).prints(2)).unwrap()
    }

    /// The rows of a list.
    pub(crate) fn rows(&self, name: &str) -> Vec<Value> {
        self.list(name)[name].as_array().unwrap().clone()
    }

    /// Whether typed text is in a draft.
    pub(crate) fn drafted(&self, text: &str) -> bool {
        let mut drafts = files(&self.state());
        drafts.retain(|path| path.extension().is_some_and(|extension| extension == "draft"));
        // A draft that was taken out meanwhile has no text.
        let mut texts = drafts.iter().map(|path| fs::read_to_string(path).unwrap_or_default());
        texts.any(|draft| draft.contains(text))
    }

    /// The files of the log.
    pub(crate) fn logs(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for device in fs::read_dir(self.home().join("log")).into_iter().flatten().flatten() {
            found.extend(fs::read_dir(device.path()).unwrap().map(|entry| entry.unwrap().path()));
        }
        found.sort();
        found
    }
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => files(&entry.path()),
            _ => vec![entry.path()],
        })
        .collect()
}

/// One field of every row, as text.
pub(crate) fn column(rows: &[Value], name: &str) -> Vec<String> {
    rows.iter()
        .map(|row| row[name].as_str().map_or_else(|| row[name].to_string(), str::to_owned))
        .collect()
}

/// A run about to begin.
#[must_use = "say how it is to end: ok or fails"]
pub(crate) struct Run {
    command: Command,
    input: Vec<u8>,
}

impl Run {
    /// What it reads.
    pub(crate) fn input(mut self, bytes: impl AsRef<[u8]>) -> Run {
        self.input = bytes.as_ref().to_vec();
        self
    }

    /// Runs it; it must end well. Returns what it printed.
    pub(crate) fn ok(self) -> String {
        let output = self.output();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "stderr: {stderr}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs it; it must end with this code. Returns what it complained about.
    pub(crate) fn fails(self, code: i32) -> String {
        let output = self.output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "stderr: {stderr}");
        stderr
    }

    /// How it ended, what it printed and what it complained about.
    #[cfg(unix)]
    pub(crate) fn output_of(self) -> (i32, String, String) {
        let output = self.output();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    /// What it printed and what it complained about, when it ends with this code.
    pub(crate) fn ends(self, code: i32) -> (String, String) {
        let output = self.output();
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    }

    /// What it printed, when it ends with this code.
    pub(crate) fn prints(self, code: i32) -> String {
        let output = self.output();
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn output(mut self) -> Output {
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that ends before it has read everything is no failure of the test.
        child.stdin.take().unwrap().write_all(&self.input).ok();
        child.wait_with_output().unwrap()
    }
}
