use std::fs;

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::store::files::atomic::write_new;
use crate::store::files::places::Places;
use crate::store::import::undo;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn desk(folder: &tempfile::TempDir, name: &str) -> Places {
    Places {
        home: folder.path().join(name),
        state: folder.path().join(format!("{name}-state")),
    }
}

fn filled(places: &Places, files: &[(&str, &[u8])]) {
    for (path, bytes) in files {
        write_new(&places.home.join(path), bytes).unwrap();
    }
}

fn brought(places: &Places, text: &str) -> Arrived {
    bring(places, "home.json", text.as_bytes(), NOW).unwrap()
}

#[test]
fn a_home_taken_away_and_brought_elsewhere_is_the_same_home() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (desk(&folder, "from"), desk(&folder, "to"));
    filled(
        &from,
        &[
            ("greenroom.yaml", b"format: 1\n"),
            (
                "answers/a.md",
                b"\xef\xbb\xbf---\nid: k1\ntitle: A\nkind: story\n---\nText\r\n",
            ),
            ("questions/lenses/own.yaml", b"id: own\n"),
            (
                "log/dev/run.jsonl",
                b"{\"v\":1,\"z\":1.10,\"a\":\"\\u00e9\"}\n{\"v\":1}\n",
            ),
            ("log/dev/torn.jsonl", b"{\"v\":1}\n{\"v\":"),
            ("imports/old.txt", b"caf\xe9"),
        ],
    );
    let taken = take(&from);
    assert!(taken.missing.is_empty() && is_document(taken.text.as_bytes()));
    assert_eq!(compare(&to, "-", taken.text.as_bytes()).unwrap().new.len(), 6);
    assert!(!to.home.exists());
    assert_eq!(brought(&to, &taken.text).new.len(), 6);
    assert_eq!(take(&to), taken);
    assert_eq!(brought(&to, &taken.text).same, 6);
}

#[test]
fn events_are_read_one_by_one_and_come_back_however_a_program_laid_them_out() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (desk(&folder, "from"), desk(&folder, "to"));
    filled(&from, &[("log/dev/run.jsonl", b"{\"a\":1,\"b\":[1,2]}\n{\"a\":2}\n")]);
    let text = take(&from).text;
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["files"][0]["events"][1]["a"], 2);
    value["greenroom_home"] = 1.into();
    let laid_out = serde_json::to_string_pretty(&value).unwrap();
    let first = laid_out.replacen("\"files\"", "\"greenroom_home\": 1, \"files\"", 1);
    let first = first.replacen(",\n  \"greenroom_home\": 1", "", 1);
    assert_eq!(brought(&to, &first).new, ["log/dev/run.jsonl"]);
    assert_eq!(
        fs::read(to.home.join("log/dev/run.jsonl")).unwrap(),
        b"{\"a\":1,\"b\":[1,2]}\n{\"a\":2}\n"
    );
}

#[test]
fn what_is_here_is_never_changed_and_a_run_that_is_longer_there_is_put_beside() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (desk(&folder, "from"), desk(&folder, "to"));
    let answer = |text: &str| format!("---\nid: k1\ntitle: A\nkind: story\n---\n{text}\n");
    filled(
        &from,
        &[
            ("answers/a.md", answer("theirs").as_bytes()),
            ("log/dev/run.jsonl", b"{\"v\":1}\n{\"v\":2}\n"),
        ],
    );
    filled(
        &to,
        &[
            ("answers/renamed.md", answer("mine").as_bytes()),
            ("log/dev/run.jsonl", b"{\"v\":1}\n"),
        ],
    );
    let text = take(&from).text;
    let first = brought(&to, &text);
    assert_eq!(
        (first.differ, first.new),
        (vec!["answers/a.md".to_owned()], vec!["log/dev/run-2.jsonl".to_owned()])
    );
    assert!(!to.home.join("answers/a.md").exists());
    assert_eq!(brought(&to, &text).same, 1);
}

#[test]
fn a_document_that_leads_out_of_the_home_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let to = desk(&folder, "to");
    let entry = |path: &str, key: &str, text: &str| format!("{{\"path\": \"{path}\", \"{key}\": \"{text}\"}}");
    let mut odd: Vec<String> = [
        "../x",
        "/etc/x",
        "answers/../../x",
        "answers/./x",
        "answers//x",
        "answers",
        "answers/.hidden",
        "other/x.md",
        "C:/x",
        "answers\\\\x",
        "log/a/b/c/d/e/f",
        "",
    ]
    .map(|path| entry(path, "text", "x"))
    .to_vec();
    odd.push(entry("answers/x.md", "hex", "0g"));
    odd.push(entry("answers/x.md", "hex", "é0"));
    odd.push(entry("answers/x.md", "other", "x"));
    odd.push(entry("answers/ok.md", "text", "b"));
    odd.push("{\"path\": \"answers/x.md\", \"text\": \"a\", \"hex\": \"00\"}".to_owned());
    for odd in odd {
        let text = format!(
            "{{\"greenroom_home\": 1, \"files\": [{}, {odd}]}}",
            entry("answers/ok.md", "text", "a")
        );
        assert!(bring(&to, "home.json", text.as_bytes(), NOW).is_err(), "{odd}");
        assert!(!to.home.exists(), "{odd}");
    }
    let later = "{\"greenroom_home\": 2, \"files\": []}";
    assert!(
        bring(&to, "home.json", later.as_bytes(), NOW)
            .unwrap_err()
            .remedy
            .contains("later greenroom")
    );
    let deep = format!("{{\"greenroom_home\": 1, \"files\": {}", "[".repeat(1_000_000));
    assert!(bring(&to, "home.json", deep.as_bytes(), NOW).is_err());
}

#[test]
fn what_was_brought_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (desk(&folder, "from"), desk(&folder, "to"));
    filled(
        &from,
        &[
            ("answers/a.md", b"a"),
            ("log/dev/run.jsonl", b"{}\n"),
            ("questions/own.yaml", b"a: b\n"),
        ],
    );
    brought(&to, &take(&from).text);
    assert_eq!(undo(&to, None, NOW).unwrap().kept, Vec::<String>::new());
    assert!(!to.home.exists());
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let from = desk(&folder, "from");
    filled(&from, &[("answers/a.md", b"a"), ("answers/.hidden", b"a")]);
    std::os::unix::fs::symlink(folder.path().join("nowhere"), from.home.join("answers/b.md")).unwrap();
    let taken = take(&from);
    assert_eq!(taken.missing.len(), 1);
    assert_eq!(taken.missing[0].path, "answers/b.md");
    let to = desk(&folder, "to");
    assert_eq!(brought(&to, &taken.text).missing, ["answers/b.md"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_bytes_a_home_holds_come_back(
        files in proptest::collection::btree_map(
            prop_oneof![
                "answers/[a-zé 0-9]{1,8}\\.md",
                "log/[a-z]{1,3}/[a-z]{1,6}\\.jsonl",
                "interviews/[a-z]{1,6}\\.md",
                "imports/[a-z]{1,6}\\.txt",
                "questions/(lenses/)?[a-z]{1,6}\\.yaml",
            ],
            prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..60),
                "(\\{\"[a-z]\": ?[0-9]\\}\r?\n?){0,4}".prop_map(String::into_bytes),
                any::<String>().prop_map(String::into_bytes),
            ],
            0..8,
        )
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (desk(&folder, "from"), desk(&folder, "to"));
        for (path, bytes) in &files {
            write_new(&from.home.join(path), bytes).unwrap();
        }
        let taken = take(&from);
        prop_assert!(taken.missing.is_empty());
        brought(&to, &taken.text);
        for (path, bytes) in &files {
            prop_assert_eq!(&fs::read(to.home.join(path)).unwrap(), bytes);
        }
        prop_assert_eq!(take(&to), taken);
    }
}
