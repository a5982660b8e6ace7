//! A rule of the whole program: whatever kind of file cannot be read, in whatever way, no command that guards, counts, lists
//! or exports passes over it in silence. Every command of the command line is called, each kind of file spoilt in turn.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use clap::CommandFactory;
use greenroom::cli::Args;
use greenroom::store::files::kind::Kind;

use crate::support::{Run, TestEnvironment};

/// A kind of file: its path, what it holds, and what it holds where it does not parse or is of a later format.
struct Spoilt {
    name: &'static str,
    path: &'static str,
    good: &'static str,
    broken: Option<&'static str>,
    later: Option<&'static str>,
}

const KINDS: [Spoilt; 10] = [
    Spoilt {
        name: "settings",
        path: "greenroom.yaml",
        good: "format: 1\nprivate_words: [Hooli]\n",
        broken: Some("format: 1\nprivate_words: [Hooli\n"),
        later: Some("format: 2\nprivate_words: [Hooli]\n"),
    },
    Spoilt {
        name: "theme",
        path: "theme.yaml",
        good: "format: 1\n",
        broken: Some("format: [\n"),
        later: Some("format: 2\n"),
    },
    Spoilt {
        name: "bank",
        path: "questions/mine.yaml",
        good: "category: conflict\nquestions:\n  - id: mine-one\n    ask: Which heron?\n",
        broken: Some("category: conflict\nquestions: [\n"),
        later: Some("format: 2\ncategory: conflict\nquestions: []\n"),
    },
    Spoilt {
        name: "own bank",
        path: "questions/own.yaml",
        good: "questions:\n  - id: own-one\n    ask: Which tern?\n    category: failure\n",
        broken: Some("questions:\n  - id: own-one\n  ask: [\n"),
        later: Some("format: 2\nquestions: []\n"),
    },
    Spoilt {
        name: "lens",
        path: "questions/lenses/acme.yaml",
        good: "lens: acme\nvalues:\n  - id: one\n    tags: [ownership]\n",
        broken: Some("lens: [\n"),
        later: Some("format: 2\nlens: acme\nvalues: []\n"),
    },
    Spoilt {
        name: "answer",
        path: "answers/heron.md",
        good: "---\nid: heron1\ntitle: The heron\nkind: story\nquestions: [mine-one]\n---\n## Action\nIt flew.\n",
        broken: Some("---\nid: heron1\ntitle: [\n---\n## Action\n"),
        later: Some("---\nformat: 2\nid: heron1\n---\n## Action\n"),
    },
    Spoilt {
        name: "interview",
        path: "interviews/2026-11-01-northwind.md",
        good: "---\ncompany: Northwind\nrounds:\n  - kind: onsite\n    at: 2026-12-05\n---\n",
        broken: Some("---\ncompany: Northwind\nrounds: [\n---\n"),
        later: Some("---\nformat: 2\ncompany: Northwind\n---\n"),
    },
    Spoilt {
        name: "log",
        path: "log/dev/1.jsonl",
        good: "",
        broken: Some("not json\n"),
        later: Some(
            "{\"v\":2,\"id\":\"a\",\"dev\":\"d\",\"run\":\"r\",\"n\":1,\"t\":1,\"off\":0,\"type\":\"attempt\"}\n",
        ),
    },
    Spoilt {
        name: "notes",
        path: "imports/old.md.rest.md",
        good: "# What had no place\n",
        broken: None,
        later: None,
    },
    Spoilt {
        name: "second settings",
        path: "greenroom.sync-conflict-20261101-101010-ABCDEFG.yaml",
        good: "",
        broken: Some("private_words: [Hooli]\n"),
        later: None,
    },
];

/// How a command is called, and which kinds make it end with 2 when they cannot be read.
struct Call {
    words: &'static [&'static str],
    ends: &'static [&'static str],
    reads: Reads,
}

impl Call {
    fn run(&self, env: &TestEnvironment) -> Run {
        let home = env.home().to_string_lossy().into_owned();
        let words = self.words.iter().map(|word| if *word == HOME { &home } else { *word });
        env.run(&words.collect::<Vec<_>>())
    }

    /// Whether it is another call with flags, which is made of each kind spoilt in one way.
    fn flagged(&self) -> bool {
        self.words
            .iter()
            .any(|word| word.starts_with("--") && !["--redact", "--plain", "--company"].contains(word))
    }
}

/// What a command reads of a home.
#[derive(Clone, Copy, PartialEq)]
enum Reads {
    /// All of it: whatever is wrong is said.
    All,
    /// All but the log.
    Files,
    /// Nothing, or what a screen shows.
    Nothing,
}

const BANKS: [&str; 2] = ["bank", "own bank"];
const PRACTICE: &[&str] = &["settings", "bank", "own bank", "answer", "interview", "log"];

const CHECKED: &[&str] = &[
    "settings",
    "theme",
    "bank",
    "own bank",
    "lens",
    "answer",
    "interview",
    "notes",
];
const DUE: &[&str] = &["settings", "bank", "own bank", "interview", "log"];

/// The home, named as a folder.
const HOME: &str = "HOME";

const CALLS: &[Call] = &[
    Call {
        words: &["list", "questions"],
        ends: &["bank", "own bank", "answer", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["list", "answers"],
        ends: &["bank", "own bank", "answer"],
        reads: Reads::All,
    },
    Call {
        words: &["list", "categories"],
        ends: PRACTICE,
        reads: Reads::All,
    },
    Call {
        words: &["list", "attempts"],
        ends: &["log"],
        reads: Reads::All,
    },
    Call {
        words: &["list", "interviews"],
        ends: &["settings", "interview"],
        reads: Reads::All,
    },
    Call {
        words: &["show", "conflict-design-review"],
        ends: &["bank", "own bank", "answer", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["weak"],
        ends: PRACTICE,
        reads: Reads::All,
    },
    Call {
        words: &["plan"],
        ends: PRACTICE,
        reads: Reads::All,
    },
    Call {
        words: &["stats"],
        ends: &["log"],
        reads: Reads::All,
    },
    Call {
        words: &["due"],
        ends: DUE,
        reads: Reads::All,
    },
    Call {
        words: &["export", "ics"],
        ends: &["settings", "interview"],
        reads: Reads::All,
    },
    Call {
        words: &["export", "json"],
        ends: &[],
        reads: Reads::All,
    },
    Call {
        words: &["export", "markdown"],
        ends: &["bank", "own bank", "answer"],
        reads: Reads::All,
    },
    Call {
        words: &["export", "org"],
        ends: &["bank", "own bank", "answer"],
        reads: Reads::All,
    },
    Call {
        words: &["export", "anki"],
        ends: &["bank", "own bank", "answer"],
        reads: Reads::All,
    },
    Call {
        words: &["export", "csv"],
        ends: &["bank", "own bank", "answer", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["export", "markdown", "--partial"],
        ends: &[],
        reads: Reads::All,
    },
    Call {
        words: &["sheet", "--company", "north"],
        ends: &["bank", "own bank", "lens", "answer", "interview", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["report"],
        ends: PRACTICE,
        reads: Reads::All,
    },
    Call {
        words: &["report", "--redact"],
        ends: &[
            "settings",
            "second settings",
            "bank",
            "own bank",
            "answer",
            "interview",
            "log",
        ],
        reads: Reads::All,
    },
    Call {
        words: &["check"],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["interview", "feedback"],
        ends: &["bank", "own bank", "answer", "interview", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["interview", "stats"],
        ends: &["bank", "own bank", "answer", "interview", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["interview", "show", "north"],
        ends: &["settings", "interview"],
        reads: Reads::Files,
    },
    Call {
        words: &["interview", "log", "north", "--note", "x"],
        ends: &["interview"],
        reads: Reads::Files,
    },
    Call {
        words: &["interview", "add", "Halden"],
        ends: &[],
        reads: Reads::Files,
    },
    Call {
        words: &["drill", "--plain"],
        ends: &[],
        reads: Reads::All,
    },
    Call {
        words: &["edit", "nothing of that name"],
        ends: &[],
        reads: Reads::Files,
    },
    Call {
        words: &["new", "--question", "none"],
        ends: &[],
        reads: Reads::Files,
    },
    Call {
        words: &["sprint"],
        ends: &[],
        reads: Reads::Files,
    },
    Call {
        words: &["import", "LICENSE-MIT", "--dry-run"],
        ends: &[],
        reads: Reads::Files,
    },
    Call {
        words: &["list", "questions", "--json"],
        ends: &["bank", "own bank", "answer", "log"],
        reads: Reads::All,
    },
    Call {
        words: &["list", "interviews", "--json"],
        ends: &["settings", "interview"],
        reads: Reads::All,
    },
    Call {
        words: &["weak", "--json"],
        ends: PRACTICE,
        reads: Reads::All,
    },
    Call {
        words: &["plan", "--json"],
        ends: PRACTICE,
        reads: Reads::All,
    },
    Call {
        words: &["stats", "--json"],
        ends: &["log"],
        reads: Reads::All,
    },
    Call {
        words: &["due", "--json"],
        ends: DUE,
        reads: Reads::All,
    },
    Call {
        words: &["due", "--line"],
        ends: DUE,
        reads: Reads::Nothing,
    },
    Call {
        words: &["due", "--tmux"],
        ends: DUE,
        reads: Reads::Nothing,
    },
    Call {
        words: &["check", "--json"],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["check", "--format", "github"],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["check", "--strict"],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["check", "--claims"],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["check", HOME],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["check", HOME, "--json"],
        ends: CHECKED,
        reads: Reads::Files,
    },
    Call {
        words: &["import", "LICENSE-MIT", "--json"],
        ends: &[],
        reads: Reads::Files,
    },
    Call {
        words: &["browse"],
        ends: &[],
        reads: Reads::Nothing,
    },
    Call {
        words: &["review"],
        ends: &[],
        reads: Reads::Nothing,
    },
    Call {
        words: &["path"],
        ends: &[],
        reads: Reads::Nothing,
    },
    Call {
        words: &["completions", "bash"],
        ends: &[],
        reads: Reads::Nothing,
    },
    Call {
        words: &["man"],
        ends: &[],
        reads: Reads::Nothing,
    },
    Call {
        words: &["schema", "bank"],
        ends: &[],
        reads: Reads::Nothing,
    },
];

/// The ways in which a file, or the folder it is in, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Folder,
    LinkToNowhere,
    LinkToItself,
    Pipe,
    NotText,
    ZeroBytes,
    Broken,
    Later,
    NoPermission,
    FileForFolder,
    FolderWithoutPermission,
}

const WAYS: [Way; 11] = [
    Way::Folder,
    Way::LinkToNowhere,
    Way::LinkToItself,
    Way::Pipe,
    Way::NotText,
    Way::ZeroBytes,
    Way::Broken,
    Way::Later,
    Way::NoPermission,
    Way::FileForFolder,
    Way::FolderWithoutPermission,
];

fn home() -> TestEnvironment {
    let env = TestEnvironment::new();
    for kind in KINDS.iter().filter(|kind| kind.name != "second settings") {
        env.write(kind.path, kind.good);
    }
    env
}

/// Spoils a file; answers with what has to be named, or nothing where the way does not go.
fn spoil(home: &Path, kind: &Spoilt, way: Way) -> Option<String> {
    let path = home.join(kind.path);
    let folder = path.parent().filter(|folder| *folder != home);
    let top = kind.path.split('/').next().unwrap();
    fs::remove_file(&path).ok();
    let rights = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    let bound = !rustix::process::geteuid().is_root();
    let place = |named: &str| Some(named.to_owned());
    match way {
        Way::Folder => fs::create_dir(&path).unwrap(),
        Way::LinkToNowhere => symlink(home.join("nowhere"), &path).unwrap(),
        Way::LinkToItself => symlink(&path, &path).unwrap(),
        Way::Pipe => {
            let made = Command::new("mkfifo").arg(&path).status().unwrap();
            assert!(made.success());
        }
        Way::ZeroBytes => fs::write(&path, [kind.good.as_bytes(), &[0; 90], b"\n"].concat()).unwrap(),
        Way::NotText => fs::write(&path, [kind.good.as_bytes(), b"\xff\xfe\n"].concat()).unwrap(),
        Way::Broken => fs::write(&path, kind.broken?).unwrap(),
        Way::Later => fs::write(&path, kind.later?).unwrap(),
        Way::NoPermission if bound => {
            fs::write(&path, kind.good).unwrap();
            rights(&path);
        }
        Way::FileForFolder => {
            folder?;
            fs::remove_dir_all(home.join(top)).unwrap();
            fs::write(home.join(top), "in the way").unwrap();
            return place(top);
        }
        Way::FolderWithoutPermission if bound => {
            rights(folder?);
            return place(top);
        }
        Way::NoPermission | Way::FolderWithoutPermission => return None,
    }
    place(kind.path)
}

/// Whether a command has to end with 2; with the folder of lenses goes that of the banks they are in.
fn ends(call: &Call, kind: &Spoilt, way: Way) -> bool {
    let banks = way == Way::FileForFolder && kind.name == "lens" && BANKS.iter().any(|bank| call.ends.contains(bank));
    banks || call.ends.contains(&kind.name)
}

/// Calls a command on a home in which one file is spoilt; says what is wrong with what came of it.
fn odd(call: &Call, kind: &Spoilt, way: Way) -> Option<String> {
    let env = home();
    let named = spoil(&env.home(), kind, way)?;
    let (code, printed, said) = call.run(&env).output_of();
    let both = printed.clone() + &said;
    let which = format!("{:?}, {} {way:?}: exit {code}\n{said}", call.words, kind.name);
    if ends(call, kind, way) && code != 2 {
        return Some(format!("does not end with 2: {which}"));
    }
    let knows = match call.reads {
        Reads::All => true,
        Reads::Files => kind.name != "log",
        Reads::Nothing => false,
    };
    if knows && !both.contains(&named) {
        return Some(format!("does not say {named}: {which}"));
    }
    let hidden =
        call.words.contains(&"--redact") && call.ends.contains(&kind.name) && printed.to_lowercase().contains("hooli");
    hidden.then(|| format!("shows what is to be hidden: {which}"))
}

/// The flags that choose or shape what is asked for, and neither what is read nor how it is said.
const NEUTRAL: &[&str] = &[
    "all", "applied", "answered", "asked", "at", "by", "codes", "common", "date", "done", "dry-run", "explain", "from",
    "good", "improve", "lens", "level", "minutes", "new", "note", "nudged", "number", "on", "outcome", "output",
    "pick", "probes", "promised", "question", "review", "role", "round", "speak", "thanked", "think", "to", "undo",
    "via", "with", "yes",
];

/// The commands that have none below them, each with its words and its own flags; of an argument with a choice of words
/// each is one.
fn leaves() -> Vec<(Vec<String>, Vec<String>)> {
    let mut command = Args::command();
    command.build();
    let mut leaves = Vec::new();
    let mut waiting: Vec<(Vec<String>, clap::Command)> = vec![(Vec::new(), command)];
    while let Some((path, command)) = waiting.pop() {
        let below = command.get_subcommands().filter(|sub| sub.get_name() != "help");
        let below: Vec<clap::Command> = below.cloned().collect();
        for sub in &below {
            waiting.push(([path.as_slice(), &[sub.get_name().to_owned()]].concat(), sub.clone()));
        }
        let choices = command.get_positionals().find(|argument| argument.is_required_set());
        let choices = choices.filter(|argument| argument.get_id() != "shell");
        let choices = choices.map_or_else(Vec::new, clap::Arg::get_possible_values);
        let own = command.get_opts().filter(|option| !option.is_global_set());
        let flags: Vec<String> = own.filter_map(|option| option.get_long().map(str::to_owned)).collect();
        match (below.is_empty(), choices.is_empty()) {
            (false, _) => {}
            (true, true) => leaves.push((path, flags)),
            (true, false) => {
                let named = choices
                    .iter()
                    .map(|choice| [path.as_slice(), &[choice.get_name().to_owned()]].concat());
                leaves.extend(named.map(|path| (path, flags.clone())));
            }
        }
    }
    leaves
}

#[test]
fn every_command_of_the_command_line_is_called_and_every_flag_that_says_otherwise_what_is_read() {
    let leaves = leaves();
    let mut missing = Vec::new();
    for (leaf, flags) in leaves.iter().filter(|(leaf, _)| *leaf != ["schema", "lens"]) {
        let calls = || {
            CALLS
                .iter()
                .filter(|call| leaf.iter().zip(call.words).all(|(one, other)| one == other))
        };
        assert!(calls().next().is_some(), "no call of {leaf:?} says what it stands on");
        // What is said of one list in another form is said of all.
        let alike = || CALLS.iter().filter(|call| call.words[0] == leaf[0]);
        for flag in flags.iter().filter(|flag| !NEUTRAL.contains(&flag.as_str())) {
            let named = format!("--{flag}");
            if !alike().any(|call| call.words.contains(&named.as_str())) {
                missing.push(format!("{} {named}", leaf.join(" ")));
            }
        }
    }
    assert!(missing.is_empty(), "neither called nor neutral: {missing:#?}");
    assert!(leaves.len() > 20, "{leaves:?}");
}

#[test]
fn every_kind_of_file_of_a_home_is_spoilt() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Unknown) {
        let spoilt = KINDS.iter().any(|one| Kind::of(one.path) == Some(kind));
        assert!(spoilt, "{kind:?}");
    }
}

#[test]
fn no_command_passes_over_what_it_stands_on_and_cannot_read() {
    let mut odds = Vec::new();
    for (n, kind) in KINDS.iter().enumerate() {
        for (m, way) in WAYS.into_iter().enumerate() {
            // A safeguard meets every way of every kind. Of what else hangs on a kind each command meets another third of
            // them, and where nothing does, or it is called with other flags, one.
            let each = CALLS.iter().enumerate().filter(|(k, call)| {
                let guards = call.words.contains(&"--redact") || call.words == ["check"];
                let hangs = ends(call, kind, way) && !call.flagged() && (guards || (k + n + m) % 3 == 0);
                hangs || (k + n) % WAYS.len() == m
            });
            odds.extend(each.filter_map(|(_, call)| odd(call, kind, way)));
        }
    }
    assert!(odds.is_empty(), "{} of them:\n{}", odds.len(), odds.join("\n"));
}

#[test]
fn a_home_that_is_whole_is_read_without_a_word() {
    let env = home();
    for call in CALLS.iter().filter(|call| {
        matches!(call.reads, Reads::All | Reads::Files) && !["edit", "new", "sprint"].contains(&call.words[0])
    }) {
        let (code, _, said) = call.run(&env).output_of();
        assert!(code < 2, "{:?}: {said}", call.words);
        let odd = said.lines().any(|line| line.starts_with("problem:"));
        assert!(!odd, "{:?}: {said}", call.words);
    }
}
