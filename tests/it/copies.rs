//! Copies that sync programs and file managers make never take over what they are copies of.

use crate::support::{TestEnvironment, files};

/// What they call their copies of a file, whose own name stands for the star.
const COPIES: [&str; 12] = [
    "* (1)",
    "* 2",
    "* - Copy",
    "*-LAPTOP",
    "* (Case Conflict)",
    "*.orig",
    "* copy",
    "Copy of *",
    "* - Kopie (2)",
    "* (SFConflict ana@x.y 2026-11-28-10-00-00)",
    "*.sync-conflict-20261128-100000-ABCDEFG",
    "* (conflicted copy 2026-11-28 100000)",
];

/// A home with a file and its copies; its path has no ending.
fn copied(path: &str, ending: &str, text: &str) -> TestEnvironment {
    let env = TestEnvironment::with_home();
    env.write(&format!("{path}.{ending}"), text);
    for (n, copy) in copies_of(path).enumerate() {
        // Every other one was changed since.
        let more = if n % 2 == 0 { "" } else { "\n# changed elsewhere\n" };
        env.write(&format!("{copy}.{ending}"), format!("{text}{more}"));
    }
    env
}

/// The paths of the copies of a file, without their ending.
fn copies_of(path: &str) -> impl Iterator<Item = String> {
    let (folder, name) = path.rsplit_once('/').unwrap();
    COPIES
        .iter()
        .map(move |copy| format!("{folder}/{}", copy.replace('*', name)))
}

/// Each copy of a file is named, once, with what it is.
fn each_is_named(said: &str, path: &str) {
    for copy in copies_of(path) {
        let lines: Vec<&str> = said.lines().filter(|line| line.contains(&format!("{copy}."))).collect();
        assert_eq!(lines.len(), 1, "{copy}: {said}");
        assert!(lines[0].contains("copy"), "{}", lines[0]);
    }
}

#[test]
fn an_answer_keeps_its_id_and_its_edits_beside_copies_of_it() {
    let env = copied(
        "answers/a",
        "md",
        "---\nid: e1\ntitle: The queue\ncategory: failure\n---\n## Situation\nx\n",
    );
    let (printed, said) = env.run(&["list", "answers"]).ends(0);
    assert_eq!(printed.lines().count(), 1, "{printed}");
    assert!(printed.starts_with("e1 "), "{printed}");
    each_is_named(&said, "answers/a");
    assert_eq!(env.rows("answers")[0]["path"], "answers/a.md");
}

#[test]
fn of_two_answers_with_one_id_the_plain_name_keeps_it_whatever_the_order() {
    let env = TestEnvironment::with_home();
    for (name, body) in [
        ("the-queue.md", "one"),
        ("a-later-story-of-the-queue.md", "two"),
        ("zz.md", "three"),
    ] {
        env.write(
            &format!("answers/{name}"),
            format!("---\nid: e1\ntitle: T\n---\n{body}\n"),
        );
    }
    let rows = env.rows("answers");
    let path_of = |id: &str| rows.iter().find(|row| row["id"] == id).map(|row| row["path"].clone());
    assert_eq!(path_of("e1"), Some("answers/zz.md".into()));
    assert!(path_of("file:answers/the-queue.md").is_some());
    assert!(path_of("file:answers/a-later-story-of-the-queue.md").is_some());
}

#[test]
fn an_interview_is_owed_exported_and_written_once_beside_copies_of_it() {
    let env = copied(
        "interviews/a",
        "md",
        "---\ncompany: Acme\npromised: {by: 2026-11-19, who: Mara}\nrounds:\n  - kind: onsite\n    at: 2026-11-05 10:00\n    state: done\n---\n",
    );
    let (printed, said) = env.run(&["due"]).ends(1);
    assert_eq!(printed.lines().count(), 1, "{printed}");
    each_is_named(&said, "interviews/a");
    let (calendar, _) = env.run(&["export", "ics"]).ends(0);
    assert_eq!(calendar.matches(":Acme: onsite").count(), 1, "{calendar}");
    let copies = |env: &TestEnvironment| {
        let mut all = files(&env.home().join("interviews"));
        all.retain(|path| !path.ends_with("a.md"));
        all.into_iter()
            .map(|path| std::fs::read(path).unwrap())
            .collect::<Vec<_>>()
    };
    let before = copies(&env);
    env.run(&["interview", "log", "acme", "--note", "they called"]).ends(0);
    assert!(
        std::fs::read_to_string(env.home().join("interviews/a.md"))
            .unwrap()
            .contains("they called")
    );
    assert!(copies(&env) == before, "no copy is written into");
    // Names of people and companies in copies are no reason to make a page without knowing them.
    env.run(&["report", "--redact"]).ends(2);
}

#[test]
fn two_interviews_with_one_company_are_two_where_no_copy_is_one_of_them() {
    let env = TestEnvironment::with_home();
    for (name, role) in [
        ("2026-11-02-acme", "SRE"),
        ("2026-11-02-acme-2", "SWE"),
        ("2026-11-02-acme-data-team", "DS"),
    ] {
        env.write(
            &format!("interviews/{name}.md"),
            format!("---\ncompany: Acme\nrole: {role}\n---\n"),
        );
    }
    assert_eq!(env.rows("interviews").len(), 3);
}

#[test]
fn a_question_keeps_to_its_bank_beside_copies_of_it() {
    let env = copied(
        "questions/a",
        "yaml",
        "category: failure\nquestions:\n  - id: mine\n    ask: The one?\n",
    );
    env.write("questions/a 3.yaml", "questions:\n  - id: mine\n    ask: The other?\n");
    env.write(
        "questions/apart (1).yaml",
        "questions:\n  - id: own-other\n    ask: Another?\n",
    );
    env.write("questions/apart.yaml", "questions:\n  - id: own-one\n    ask: One?\n");
    let (_, said) = env.run(&["list", "questions"]).ends(0);
    each_is_named(&said, "questions/a");
    let rows = env.rows("questions");
    let asked: Vec<_> = rows
        .iter()
        .filter(|row| row["id"] == "mine")
        .map(|row| row["ask"].clone())
        .collect();
    assert_eq!(asked, ["The one?"]);
    assert_eq!(
        rows.iter()
            .filter(|row| row["id"].as_str().unwrap().starts_with("own-o"))
            .count(),
        2
    );
    env.write(
        "questions/0-first.yaml",
        "questions:\n  - id: mine\n    ask: Somebody else's?\n",
    );
    let rows = env.rows("questions");
    let asked: Vec<_> = rows
        .iter()
        .filter(|row| row["id"] == "mine")
        .map(|row| row["ask"].clone())
        .collect();
    assert_eq!(asked, ["The one?"]);
}

#[test]
fn a_lens_keeps_its_id_beside_copies_of_it() {
    let env = copied(
        "questions/lenses/a",
        "yaml",
        "lens: acme\nvalues:\n  - id: brave\n    tags: [heron]\n",
    );
    env.write(
        "questions/mine.yaml",
        "questions:\n  - id: own-heron\n    ask: Which heron?\n    tags: [heron]\n  - id: own-tern\n    ask: Which tern?\n    tags: [tern]\n",
    );
    let other = "lens: acme\nvalues:\n  - id: odd\n    tags: [tern]\n";
    for name in ["a 3", "0-first"] {
        env.write(&format!("questions/lenses/{name}.yaml"), other);
    }
    let (_, said) = env.run(&["list", "questions"]).ends(0);
    each_is_named(&said, "questions/lenses/a");
    for name in [
        "a 3.yaml: a copy of questions/lenses/a.yaml",
        "0-first.yaml: the id \"acme\" is also in questions/lenses/a.yaml",
    ] {
        assert_eq!(said.matches(name).count(), 1, "{name}: {said}");
    }
    let (printed, _) = env
        .run(&["drill", "--plain", "--lens", "acme", "-n", "9"])
        .input("q\n")
        .ends(0);
    assert!(printed.contains("1 of 1: Which heron?"), "{printed}");
}

#[test]
fn what_had_no_place_is_kept_once_beside_copies_of_it() {
    let env = copied("imports/a.md.rest", "md", "# What had no place\n");
    let (_, said) = env.run(&["list", "questions"]).ends(0);
    each_is_named(&said, "imports/a.md.rest");
}
