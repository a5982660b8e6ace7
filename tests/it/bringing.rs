//! Notes brought with what a person says of how they are read.

use std::fs;

use serde_json::Value;

use crate::support::{TestEnvironment, files};

const TOPICS: &str = "-- the mate and the tiller\nWe both wanted it. I gave it away and he thanked me.\n\n-- a leak\nI found the seam and caulked it.\n\n-- fog\n";

fn kinds(env: &TestEnvironment, words: &[&str]) -> Vec<String> {
    let said = env.run(&[&["import", "--dry-run", "--json"], words].concat()).ok();
    let value: Value = serde_json::from_str(&said).unwrap();
    let items = value["files"][0]["items"].as_array().unwrap().clone();
    items
        .iter()
        .map(|item| item["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn one_line_of_a_script_puts_all_lines_of_its_kind_right_also_in_the_next_file() {
    let env = TestEnvironment::new();
    let at = |name: &str| env.path(&format!("notes/{name}")).to_str().unwrap().to_owned();
    fs::create_dir_all(env.path("notes")).unwrap();
    fs::create_dir_all(env.home()).unwrap();
    for (name, text) in [
        ("one.txt", TOPICS),
        ("two.txt", "-- the anchor\nI weighed it alone once.\n"),
        ("script", "# all of them\n1 like question\n7 leave\n"),
        ("odd", "1 like question\nnonsense\n"),
    ] {
        fs::write(at(name), text).unwrap();
    }
    let (one, two, script) = (at("one.txt"), at("two.txt"), at("script"));
    let before = files(&env.home());
    let reviewed = ["question", "story", "question", "story", "note"];
    assert_eq!(kinds(&env, &[&one, "--review", &script]), reviewed);
    assert_ne!(kinds(&env, &[&one]), reviewed);
    let alone = kinds(&env, &[&two]);
    let said = env.run(&["import", &one, "--review", &at("odd"), "--all"]).fails(2);
    assert!(said.contains("odd:2: this says nothing of a line"), "{said}");
    env.run(&["import", &one, "--review", &script, "--all"]).ok();
    assert_eq!(env.rows("answers").len(), 2);
    let rules = fs::read_to_string(env.home().join("imports/rules.yaml")).unwrap();
    assert!(rules.contains("is: question"), "{rules}");
    assert_eq!(kinds(&env, &[&two])[0], "question");
    env.run(&["import", "--undo"]).ok();
    assert_eq!(files(&env.home()), before);
    assert_eq!(kinds(&env, &[&two]), alone);
}

#[test]
fn a_rule_that_says_nothing_is_a_problem_with_its_line_and_the_others_hold() {
    let env = TestEnvironment::new();
    env.write(
        "imports/rules.yaml",
        "rules:\n  - folder: /x\n    like: plain\n    is: ship\n",
    );
    let notes = env.path("one.txt");
    fs::write(&notes, TOPICS).unwrap();
    let (_, said) = env.run(&["import", notes.to_str().unwrap(), "--dry-run"]).ends(0);
    assert!(said.contains("imports/rules.yaml:2"), "{said}");
}

/// Notes that are misread, at most five corrections as a person makes them, and what they are read as then.
const PUT_RIGHT: &[(&str, &str, &str, &[&str])] = &[
    (
        "marks.txt",
        "# Watch\n\nQ the longest night\nWe rowed until the light came up.\n\nQ who sleeps first\nThe one who rows.\n\nI wrote this on the pier.\n",
        "3 like question\n9 note\n",
        &[
            "question: the longest night",
            "story",
            "question: who sleeps first",
            "point",
            "note",
        ],
    ),
    (
        "values.md",
        "# Values\n\n### Care\n- I rowed out to a boat that lay there, and I brought them bread.\n\n### Patience\n- I waited for the tide and I lost nothing.\n",
        "3 like question\n4 like story\n",
        &["question: Care", "story", "question: Patience", "story"],
    ),
    (
        "guide.md",
        "# Kinds of talks\n\n### The first talk\n- Aim: who you are\n- Example: \"Why do you want to sail with us?\"\n\n### What I will say\nI was on the pier when the mast broke, and I cut it loose.\n",
        "5 note\n7 story\n",
        &["note", "story: What I will say"],
    ),
    (
        "list.csv",
        "What,How,Said\nThe mast,Tell me about a break,I cut it loose and we were home by noon.\nThe leak,Tell me about water,I found the seam.\n",
        "column 1 nothing\ncolumn 2 question\ncolumn 3 answer\n",
        &[
            "question: Tell me about a break",
            "story",
            "question: Tell me about water",
            "story",
        ],
    ),
];

#[test]
fn after_at_most_five_corrections_a_misread_file_is_right() {
    for (name, notes, script, right) in PUT_RIGHT {
        assert!(script.lines().count() <= 5, "{name}");
        let env = TestEnvironment::new();
        let at = |name: &str| env.path(name).to_str().unwrap().to_owned();
        fs::write(at(name), notes).unwrap();
        fs::write(at("script"), script).unwrap();
        let said = env
            .run(&["import", &at(name), "--dry-run", "--json", "--review", &at("script")])
            .ok();
        let value: Value = serde_json::from_str(&said).unwrap();
        let items = value["files"][0]["items"].as_array().unwrap().clone();
        let found: Vec<String> = items
            .iter()
            .map(|item| match item["title"].as_str() {
                Some(title) => format!("{}: {title}", item["kind"].as_str().unwrap()),
                None => item["kind"].as_str().unwrap().to_owned(),
            })
            .collect();
        let holds = |wanted: &&str| found.iter().any(|one| one == wanted);
        assert!(right.iter().all(holds), "{name}: {found:#?}");
        let questions = |of: &mut dyn Iterator<Item = &str>| of.filter(|one| one.starts_with("question")).count();
        assert_eq!(
            questions(&mut found.iter().map(String::as_str)),
            questions(&mut right.iter().copied()),
            "{name}: {found:#?}"
        );
    }
}
