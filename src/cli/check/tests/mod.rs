//! The command from its arguments to what it prints.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]

mod fixtures;

use std::path::Path;

use clap::Parser;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::check::codes::CODES;
use crate::cli::{Args, Fault, Out, run};

/// A home with these files.
fn home_of(files: &[(&'static str, String)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// The codes found in a home, in their order.
fn codes_in(home: &TempDir, more: &[&str]) -> Vec<String> {
    let home = home.path().to_str().unwrap();
    let (_, text) = greenroom(&[&["--home", home][..], more, &["check", "--json"]].concat());
    let value: Value = serde_json::from_str(&text).unwrap();
    let found = value["findings"].as_array().unwrap();
    found
        .iter()
        .map(|finding| finding["code"].as_str().unwrap().to_owned())
        .collect()
}

fn greenroom(words: &[&str]) -> (Result<u8, Fault>, String) {
    let mut out = Vec::new();
    let code = run(
        Args::parse_from([&["greenroom"], words].concat()),
        &mut Out::pipe(&mut out),
    );
    (code, String::from_utf8(out).unwrap())
}

const BANK: &str = "category: conflict\nscored: false\nquestions:\n  - id: Own\n    ask: Which \u{202e}zebra?\n";

#[test]
fn the_shipped_folder_is_clean() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions");
    let (code, text) = greenroom(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, Ok(0), "{text}");
    assert_eq!(text, "18 banks, 265 questions, 4 lenses: nothing found\n");
}

#[test]
fn findings_are_drawn_at_their_line_and_exit_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    assert_eq!(greenroom(&["--home", home, "check"]).0, Ok(0));
    std::fs::create_dir(folder.path().join("questions")).unwrap();
    std::fs::write(folder.path().join("questions/own.yaml"), BANK).unwrap();
    let (code, text) = greenroom(&["--home", home, "--color", "never", "check"]);
    assert_eq!(code, Ok(1));
    insta::assert_snapshot!(text, @r#"
    warning[GR102]: "Own" is not a plain id
     --> questions/own.yaml:4:5
      |
    4 |   - id: Own
      |     ^^^^^^^ id ill-formed
      |
      = help: Write words in lower case joined by single hyphens

    warning[GR141]: a character that is not seen, U+202E, stands in the text
     --> questions/own.yaml:5:5
      |
    5 |     ask: Which <U+202E>zebra?
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^ hidden character
      |
      = help: Delete the character, or write what was meant

    1 bank, 1 question: 2 warnings. Why: greenroom check --explain GR102
    "#);
    let (code, text) = greenroom(&["--home", home, "check", "--json"]);
    assert_eq!(code, Ok(1));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["problems"], json!([]));
    assert_eq!(
        value["checked"],
        json!({"answers": 0, "banks": 1, "questions": 1, "lenses": 0, "interviews": 0})
    );
    let first = &value["findings"][0];
    assert_eq!((&first["code"], &first["line"]), (&json!("GR102"), &json!(4)));
    assert_eq!(first["path"], "questions/own.yaml");
    assert_eq!(
        (&first["column"], &first["end_line"], &first["end_column"]),
        (&json!(5), &json!(4), &json!(12))
    );
    assert_eq!(
        (&first["severity"], first.as_object().unwrap().len()),
        (&json!("warning"), 9)
    );
}

#[test]
fn what_cannot_be_run_is_a_fault_and_a_code_is_explained() {
    assert!(greenroom(&["check", "/nowhere/at/all"]).0.is_err());
    assert!(greenroom(&["check", "--explain", "GR999"]).0.is_err());
    let (_, text) = greenroom(&["check", "--explain", "gr133"]);
    assert!(
        text.starts_with("GR133: tag unknown (warning)\n") && text.contains("\nbackbone "),
        "{text}"
    );
    let (_, text) = greenroom(&["check", "--codes"]);
    assert_eq!(text.lines().count(), CODES.len());
}

/// What each sample was written with, to show what `check` finds: code and line.
const DEFECTS: [(&str, &[(&str, u64)]); 3] = [
    // A draft that stops in the middle of its Action.
    (
        "the-model-that-was-too-good.md",
        &[("GR023", 20), ("GR012", 22), ("GR021", 25)],
    ),
    // A story told as it comes to mind: much scene, little deed, over its time, hedged.
    (
        "the-suite-nobody-believed.md",
        &[("GR014", 10), ("GR016", 10), ("GR052", 11), ("GR015", 20)],
    ),
    // A story that goes from what was done to what was learned.
    ("the-token-in-the-build-log.md", &[("GR011", 16)]),
];

#[test]
fn the_samples_have_the_defects_they_were_written_with_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("answers");
    let nowhere = tempfile::tempdir().unwrap();
    let home = nowhere.path().to_str().unwrap();
    let (code, text) = greenroom(&["--home", home, "check", "--strict", "--json", folder.to_str().unwrap()]);
    assert_eq!(code, Ok(1));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["checked"]["answers"], 12);
    let found: Vec<(String, String, u64)> = value["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let name = finding["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
            (
                name,
                finding["code"].as_str().unwrap().to_owned(),
                finding["line"].as_u64().unwrap(),
            )
        })
        .collect();
    let written: Vec<(String, String, u64)> = DEFECTS
        .iter()
        .flat_map(|(name, all)| {
            all.iter()
                .map(|(code, line)| ((*name).to_owned(), (*code).to_owned(), *line))
        })
        .collect();
    assert_eq!(found, written);
}

const ANSWER: &str =
    "---\nid: a\ntitle: A\ncategory: conflict\n---\n## Action\n\t- 面接の\tTODO\n## Result\nShipped.\n";

#[test]
fn wide_characters_and_tabs_are_underlined_at_their_columns() {
    let home = home_of(&[("answers/a.md", ANSWER.to_owned())]);
    let path = home.path().join("answers/a.md");
    let place = home.path().join("none");
    let words = [
        "--home",
        place.to_str().unwrap(),
        "--color",
        "never",
        "check",
        path.to_str().unwrap(),
    ];
    let (code, text) = greenroom(&words);
    assert_eq!(code, Ok(1));
    let drawn = text[text.find("warning[GR021]").unwrap()..].replace(path.to_str().unwrap(), "a.md");
    insta::assert_snapshot!(drawn.split("\n\n").next().unwrap(), @r"
    warning[GR021]: this is still to do
     --> a.md:7:2
      |
    7 |     - 面接の    TODO
      |     ^^^^^^^^^^^^^^^^ to do
      |
      = help: Write it now, in rough words; they can be changed
    ");
    let (_, text) = greenroom(&[&words[..], &["--format", "github"]].concat());
    let line = text.lines().find(|line| line.contains("GR021")).unwrap();
    assert!(
        line.starts_with("::warning file=")
            && line.contains(",line=7,endLine=7,col=2,endColumn=12,title=GR021 to do::"),
        "{line}"
    );
}

#[test]
fn codes_are_allowed_in_an_answer_and_in_the_settings() {
    let text = "## Action\nI asked both.\n";
    let file = |front: &str| ("answers/a.md", format!("---\nid: a\ntitle: A\n{front}---\n{text}"));
    let settings = |text: &str| ("greenroom.yaml", text.to_owned());
    let has = |home: &TempDir| codes_in(home, &[]).iter().any(|code| code == "GR011");
    assert!(has(&home_of(&[file("")])));
    assert!(!has(&home_of(&[file("allow: [GR011]\n")])));
    assert!(!has(&home_of(&[file(""), settings("allow: gr011\n")])));
    let odd = codes_in(&home_of(&[file("allow: [GR999]\n"), settings("allow: [tone]\n")]), &[]);
    assert!(
        odd.contains(&"GR003".to_owned()) && odd.contains(&"GR002".to_owned()),
        "{odd:?}"
    );
}

#[test]
fn what_an_import_left_open_is_listed_when_everything_is_asked_for() {
    let bank = "questions:\n  - id: own-a\n    ask: Which purple submarine did Gregor paint?\n    category: failure\n";
    let home = home_of(&[("questions/own.yaml", bank.to_owned())]);
    let words = ["--home", home.path().to_str().unwrap(), "check"];
    let (code, text) = greenroom(&words);
    assert_eq!(code, Ok(0), "{text}");
    assert_eq!(
        text,
        "1 bank, 1 question: nothing found\n2 things that imports and forms left open: greenroom check --strict\n"
    );
    let (code, text) = greenroom(&[&words[..], &["--strict"]].concat());
    assert_eq!(code, Ok(1));
    assert!(text.contains("[GR111]") && text.contains("[GR121]"), "{text}");
    std::fs::rename(
        home.path().join("questions/own.yaml"),
        home.path().join("questions/mine.yaml"),
    )
    .unwrap();
    assert_eq!(greenroom(&words).0, Ok(1));
}

#[test]
fn notes_alone_end_with_0_and_with_1_where_everything_is_asked_for() {
    let home = home_of(&[(
        "answers/a.md",
        "---\nid: a\ntitle: A\n---\n## Action\nI asked.\n## Result\nIt shipped.\n## Situation\nTwo crews.\n".to_owned(),
    )]);
    let words = ["--home", home.path().to_str().unwrap(), "check"];
    let (code, text) = greenroom(&words);
    assert_eq!(code, Ok(0), "{text}");
    assert!(text.contains("note[GR013]"), "{text}");
    assert_eq!(greenroom(&[&words[..], &["--strict"]].concat()).0, Ok(1));
}

#[test]
fn the_ledger_lists_every_figure_with_its_place() {
    let home = home_of(&[(
        "answers/a.md",
        "---\nid: a\ntitle: A\n---\nIn 2021 it took 19.5 seconds,\nthen 5.\n".to_owned(),
    )]);
    let words = ["--home", home.path().to_str().unwrap(), "check", "--claims"];
    let (code, text) = greenroom(&words);
    assert_eq!(code, Ok(0));
    insta::assert_snapshot!(text, @r"
    answers/a.md
        5  19.5 seconds       In 2021 it took 19.5 seconds, then 5
        6  5                  In 2021 it took 19.5 seconds, then 5
    ");
    let (_, text) = greenroom(&[&words[..], &["--json"]].concat());
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["claims"][0]["figure"], "19.5 seconds");
}
