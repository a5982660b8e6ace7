//! What commands print: harmless to a terminal whatever files, arguments and folders are called, and byte for byte for
//! programs.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

use clap::CommandFactory;
use greenroom::cli::Args;

use crate::support::codes::strange;
use crate::support::{GREENROOM, TestEnvironment};

/// A title for the window, another colour, a cleared screen, a turned reading order, a control character of the upper
/// half, a character without width.
const NASTY: &str = "\u{1b}]0;owned\u{7}\u{1b}[31;5;7mheron\u{1b}[2J\u{202e}noreh\u{2066}\u{9b}5n\u{200b}";

/// The same of words that no question has.
const UNKNOWN: &str = "\u{1b}]0;pelican\u{7}\u{1b}[31;5;7mpelican\u{1b}[2J\u{202e}nacilep\u{2066}\u{9b}5n\u{200b}";

/// A home whose every text somebody else wrote, in a folder somebody else named.
fn nasty() -> TestEnvironment {
    let env = TestEnvironment::named(&format!("home {NASTY}"));
    let quoted: String = NASTY.chars().map(escaped).collect();
    let quoted = format!("\"{quoted}\"");
    env.write(
        "questions/nasty.yaml",
        format!("category: conflict\nquestions:\n  - id: heron\n    ask: {quoted}\n    listen_for: [{quoted}]\n    probes: [{{ask: {quoted}}}]\n"),
    );
    env.write(
        "answers/nasty.md",
        format!("---\nid: nastyone\ntitle: {quoted}\nkind: story\nquestions: [heron]\n---\n## Situation\n{NASTY}\n"),
    );
    env.write(
        "interviews/2026-11-01-nasty.md",
        format!(
            "---\ncompany: {quoted}\nrole: {quoted}\npeople: [{{name: {quoted}}}]\nrounds:\n- kind: panel\n  at: 2026-11-05 \
             10:00\n  with: {quoted}\n---\n## Asked\n- {NASTY}\n## Good\n- {NASTY}\n## Improve\n- \
             [ ] {NASTY} (conflict)\n"
        ),
    );
    env.write("questions/broken.yaml", format!("questions: [\"{NASTY}"));
    env.write("greenroom.yaml", format!("format: 1\nthink: {quoted}\n"));
    fs::write(
        env.path(&format!("{NASTY}.md")),
        format!("# {NASTY}\n\n## Situation\n{NASTY}\n"),
    )
    .unwrap();
    env.run(&["drill", "heron", "--plain", "-n", "1"])
        .input(format!("\n\n2\n{NASTY}\n"))
        .ok();
    env
}

/// A character as YAML takes it between quotes.
fn escaped(c: char) -> String {
    match c {
        ' '..='~' => c.to_string(),
        c => format!("\\u{:04x}", u32::from(c)),
    }
}

/// Every command that prints, with arguments that bring codes of their own where it takes words.
const PRINTED: [&[&str]; 50] = [
    &["list", "questions"],
    &["list", "questions", "--json"],
    &["list", "answers"],
    &["list", "categories"],
    &["list", "attempts"],
    &["list", "attempts", "--json"],
    &["list", "interviews"],
    &["list", "interviews", "--json"],
    &["show", "heron"],
    &["show", "nastyone"],
    &["show", NASTY],
    &["check"],
    &["check", "--json"],
    &["check", NASTY],
    &["check", "--explain", NASTY],
    &["weak"],
    &["weak", "--json"],
    &["stats"],
    &["plan"],
    &["plan", "--date", NASTY],
    &["due"],
    &["due", "--line"],
    &["due", "--tmux"],
    &["due", "--json"],
    &["export", "ics"],
    &["export", "json"],
    &["export", "markdown"],
    &["export", "org"],
    &["export", "anki"],
    &["export", "csv"],
    &["export", NASTY],
    &["sheet"],
    &["sheet", "--company", NASTY],
    &["sheet", "-o", NASTY],
    &["interview", "show", "\u{1b}"],
    &["interview", "show", NASTY],
    &["interview", "feedback"],
    &["interview", "stats"],
    &["interview", "log", "\u{1b}", "--note", NASTY],
    &["interview", "add", NASTY, "--new", "--role", NASTY],
    &["import", "--dry-run", "{notes}"],
    &["import", "--yes", "{notes}"],
    &["report"],
    &["report", "-o", NASTY],
    &["path"],
    &["path", "home"],
    &["drill", UNKNOWN],
    &["edit", "\u{1b}[5n"],
    &["new", "--question", NASTY],
    &["schema", NASTY],
];

/// Commands that only open screens, and those that print nothing but what they are made of.
const OTHERS: [&str; 5] = ["browse", "review", "sprint", "completions", "man"];

#[test]
fn no_command_lets_through_what_steers_a_terminal() {
    let env = nasty();
    let notes = env.path(&format!("{NASTY}.md")).to_string_lossy().into_owned();
    let arguments: [&[&str]; 4] = [
        &[NASTY],
        &["--seed", NASTY],
        &["--theme", NASTY, "due"],
        &["list", NASTY],
    ];
    for words in PRINTED.into_iter().chain(arguments) {
        let words: Vec<&str> = words
            .iter()
            .map(|word| if *word == "{notes}" { &notes } else { *word })
            .collect();
        let mut pty = env.pty_with(&words, &[("NO_COLOR", "1")]);
        pty.leave();
        let text = String::from_utf8_lossy(pty.bytes()).into_owned();
        assert!(!text.is_empty(), "{words:?} prints nothing");
        assert_eq!(strange(pty.bytes()), Vec::<String>::new(), "{words:?}");
        assert!(!text.contains('\u{1b}'), "{words:?}: {text:?}");
    }
}

#[test]
fn every_command_is_among_those_looked_at() {
    for command in Args::command().get_subcommands() {
        let name = command.get_name();
        let printed = PRINTED.iter().any(|words| words[0] == name);
        assert!(printed || OTHERS.contains(&name), "{name}");
    }
}

#[test]
fn colours_are_ours_alone_where_there_are_any() {
    let env = nasty();
    for words in [&["check", "--color", "always"][..], &["--nothing"], &["--seed", NASTY]] {
        let mut pty = env.pty(words);
        pty.leave();
        let text = String::from_utf8_lossy(pty.bytes()).into_owned();
        assert_eq!(strange(pty.bytes()), Vec::<String>::new(), "{words:?}");
        assert!(!text.contains("\u{1b}[31;5;7m"), "{words:?}: {text:?}");
    }
}

#[test]
fn a_program_gets_a_folder_and_an_answer_byte_for_byte() {
    let env = TestEnvironment::new();
    let folder = [env.path("a").to_string_lossy().as_bytes(), b"\xff\x1b[2J"].concat();
    let home = OsStr::from_bytes(&folder);
    fs::create_dir_all(home).unwrap();
    let mut command = Command::new(GREENROOM);
    command.arg("--home").arg(home).args(["path", "home"]);
    let output = command.env_clear().envs(env.variables()).output().unwrap();
    assert_eq!(output.stdout, [folder, b"\n".to_vec()].concat());
    let answer = format!("---\r\nid: a1\r\ntitle: x\r\n---\r\n{NASTY}\t");
    env.write("answers/a.md", &answer);
    assert_eq!(env.run(&["show", "a1"]).ok(), answer);
}
