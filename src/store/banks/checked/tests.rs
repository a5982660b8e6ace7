#![allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]

use super::*;
use crate::check;
use crate::check::codes::{CODES, Rule};
use crate::check::finding::Finding;
use crate::store::banks;

/// A bank without findings; fixtures change one place of it.
const GOOD: &str = "category: conflict
title: Mine
tags:
  - earn-trust
questions:
  - id: own-a
    ask: Which purple submarine did Gregor paint?
    levels:
      - junior
    tags: [backbone]
    speak: 90s
    probes:
      - ask: Whose brush went missing first?
        when: action
      - ask: Was any enamel left over afterwards?
    listen_for:
      - names every colour on the hull
      - knows the drying hours by heart
  - id: own-b
    ask: When did a walrus last borrow your umbrella?
    probes:
      - when: result
        ask: Had rain been forecast that morning?
      - ask: Could seals have carried it instead?
    listen_for:
      - weighs tusks against fabric calmly
      - returned the deposit unasked
";

const THIRTY: &str = "Which of the many boats that Gregor ever had in the old harbor beside the long pier near \
                      the lighthouse did he sell before the cold winter came over the gray quiet sea?";

/// What is replaced in [`GOOD`], by what, and the line that is found; then a change that is just right.
type Fixture = (Rule, &'static str, &'static str, usize, (&'static str, &'static str));

#[rustfmt::skip]
const FIXTURES: [Fixture; 22] = [
    (Rule::IdMissing, "- id: own-b\n    ask", "- ask", 19, ("own-b", "b")),
    (Rule::IdForm, "own-b", "Own_B", 19, ("own-b", "own-é-2")),
    (Rule::IdTwice, "own-b", "own-a", 19, ("own-b", "own-a-a")),
    (Rule::PromptMissing, "ask: When did a walrus last borrow your umbrella?", "ask: ''", 20,
        ("ask: When did a walrus last borrow your umbrella?", "ask: >-\n      When did a walrus\n      borrow?")),
    (Rule::PromptLong, "When did a walrus last borrow your umbrella?", THIRTY, 20,
        ("When did a walrus last borrow your umbrella?", "Which of the many boats that Gregor ever had in the old harbor did he sell before the cold winter came over the gray quiet sea?")),
    (Rule::PromptDouble, "umbrella?", "umbrella, and why?", 20, ("your umbrella?", "your umbrella and coat?")),
    (Rule::AlsoFew, "  - id: own-b", "  - id: failure-failed\n    common: true", 19, ("  - id: own-b", "  - id: own-b\n    common: true")),
    (Rule::ProbeCount, "      - ask: Could seals have carried it instead?\n", "", 21,
        ("    listen_for:\n      - weighs", "      - ask: Did kelp help?\n      - ask: Which fish came?\n    listen_for:\n      - weighs")),
    (Rule::ProbeWhen, "        when: action\n", "", 12, ("when: action", "when: reflection")),
    (Rule::ProbeForm, "Had rain been forecast that morning?", "Rain had been forecast that morning.", 23,
        ("Had rain been forecast that morning?", "Had rain, hail or snow, or all three of them, perhaps been forecast for the bay early that very morning?")),
    (Rule::ListenCount, "      - returned the deposit unasked\n", "", 25,
        ("      - returned the deposit unasked\n", "      - returned the deposit\n      - laughs\n      - hums\n")),
    (Rule::ListenLong, "returned the deposit unasked", "paid back each coin of the deposit to the bearded walrus unasked before the ferry left again", 27,
        ("returned the deposit unasked", "paid back each coin of the deposit to the bearded walrus unasked before the ferry left")),
    (Rule::CategoryUnknown, "  - id: own-b", "  - id: own-b\n    category: walruses", 20, ("  - id: own-b", "  - id: own-b\n    category: failure")),
    (Rule::LevelUnknown, "- junior", "- wizard", 9, ("- junior", "- staff")),
    (Rule::TagUnknown, "- earn-trust", "- trusty", 4, ("- earn-trust", "- frugality")),
    (Rule::PartUnknown, "when: result", "when: later", 22, ("when: result", "when: task")),
    (Rule::SpeakUnclear, "speak: 90s", "speak: soon", 11, ("speak: 90s", "speak: 1m30s")),
    (Rule::Hidden, "calmly", "calm\u{200b}ly", 26, ("calmly", "with calm 面接")),
    (Rule::PromptAlike, "When did a walrus last borrow your umbrella?", "Which submarine did Gregor paint purple?", 20,
        ("When did a walrus last borrow your umbrella?", "Which submarine did you paint?")),
    (Rule::ProbeAlike, "Could seals have carried it instead?", "Whose brush was missing at first?", 24,
        ("Could seals have carried it instead?", "Whose brush was too wide?")),
    (Rule::ListenAlike, "returned the deposit unasked", "can name every colour of the hull", 27,
        ("returned the deposit unasked", "can name every coin of the deposit")),
    (Rule::WordingTwice, "umbrella?\n", "umbrella?\n    also: [Who saw it?, which purple submarine did Gregor paint]\n", 21,
        ("umbrella?\n", "umbrella?\n    also: [Who saw it?, Which walrus has borrowed your umbrella?]\n")),
];

fn checked(text: &str) -> (Vec<Finding>, Vec<Problem>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.yaml");
    std::fs::write(&path, text).unwrap();
    let shipped = banks::shipped();
    let checked = read(&[path], &shipped, |_| "own.yaml".to_owned()).unwrap();
    (check::banks(&checked.banks, &shipped), checked.problems)
}

fn lines(text: &str) -> Vec<(Rule, usize)> {
    let (found, problems) = checked(text);
    assert_eq!(problems, []);
    found.iter().map(|finding| (finding.rule, finding.line())).collect()
}

fn changed(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    GOOD.replacen(from, to, 1)
}

#[test]
fn every_code_is_found_on_its_line_and_nothing_else_is() {
    assert_eq!(lines(GOOD), []);
    let rules: Vec<Rule> = CODES
        .iter()
        .filter(|code| code.code >= "GR1")
        .map(|code| code.rule)
        .collect();
    assert_eq!(rules.len(), FIXTURES.len());
    for (rule, (fixture, from, to, line, right)) in rules.into_iter().zip(FIXTURES) {
        assert_eq!(fixture, rule);
        assert_eq!(lines(&changed(from, to)), [(rule, line)], "{to}");
        assert_eq!(lines(&changed(right.0, right.1)), [], "{}", right.1);
    }
}

#[test]
fn what_is_missing_is_found_at_the_question_and_other_forms_of_a_defect_too() {
    let bare = "category: conflict\nquestions:\n  - id: own-z\n    ask: Has anybody here seen a zebra?\n";
    assert_eq!(lines(bare), [(Rule::ProbeCount, 3), (Rule::ListenCount, 3)]);
    assert_eq!(lines(&format!("scored: false\n{bare}")), []);
    for (from, to, expected) in [
        ("umbrella?", "umbrella? Where?", (Rule::PromptDouble, 20)),
        ("seals have", "seals? Have they", (Rule::ProbeForm, 24)),
        ("category: conflict", "category: conflicts", (Rule::CategoryUnknown, 1)),
        ("tags: [backbone]", "tags: [backbone, spine]", (Rule::TagUnknown, 10)),
        ("title: Mine", "parts: some", (Rule::PartUnknown, 2)),
        ("title: Mine", "title: Mine # \u{202e}", (Rule::Hidden, 2)),
        ("title: Mine", "title: \"Mi\\u202ene\"", (Rule::Hidden, 2)),
    ] {
        assert_eq!(lines(&changed(from, to)), [expected], "{to}");
    }
}

#[test]
fn a_home_bank_is_compared_with_the_shipped_ones_unless_it_replaces_the_question() {
    let shipped = &banks::shipped()[0];
    let text = changed(
        "When did a walrus last borrow your umbrella?",
        &format!("'{}'", shipped.ask),
    );
    let (found, _) = checked(&text);
    assert_eq!(
        (found.len(), found[0].rule, found[0].line()),
        (1, Rule::PromptAlike, 20)
    );
    let what = &found[0].what;
    assert!(
        what.contains(&format!("100 % like that of the built-in question {}", shipped.id)),
        "{what}"
    );
    assert_eq!(lines(&text.replace("own-b", shipped.id.as_str())), []);
}

#[test]
fn ids_and_texts_are_compared_across_files() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.yaml"), GOOD).unwrap();
    std::fs::write(folder.path().join("b.yaml"), GOOD.replace("own-a", "own-c")).unwrap();
    let shown = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let checked = read(&[folder.path().to_owned()], &[], shown).unwrap();
    let found = check::banks(&checked.banks, &[]);
    assert!(found.iter().all(|finding| finding.path == "b.yaml"));
    assert_eq!(found.iter().filter(|finding| finding.rule == Rule::IdTwice).count(), 1);
    assert_eq!(
        found.iter().filter(|finding| finding.rule == Rule::PromptAlike).count(),
        2
    );
    let what = &found[0].what;
    assert_eq!(
        what,
        "this prompt is 100 % like that of own-a at a.yaml:7: \"Which purple submarine did Gregor paint?\""
    );
}

#[test]
fn broken_files_and_lenses_are_problems_and_a_path_that_is_not_there_stops() {
    let folder = tempfile::tempdir().unwrap();
    let shown = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("lenses")).unwrap();
    std::fs::write(
        at("lenses/acme.yaml"),
        "lens: acme\nvalues:\n  - id: one\n    tags: [backbone, zigzag]\n",
    )
    .unwrap();
    std::fs::write(at("bad.yaml"), "questions: [\n").unwrap();
    std::fs::write(at("good.yaml"), changed("title: Mine", "title: Mine\nsubtitle: x")).unwrap();
    std::fs::write(at("note.md"), "# Not a bank\n").unwrap();
    let checked = read(&[folder.path().to_owned()], &banks::shipped(), shown).unwrap();
    let places: Vec<String> = checked.problems.iter().map(Problem::place).collect();
    assert_eq!((checked.banks.len(), checked.lenses), (1, 1));
    assert_eq!(places.len(), 3, "{places:?}");
    assert!(
        places.contains(&"good.yaml:3".to_owned()) && places.contains(&"acme.yaml:4".to_owned()),
        "{places:?}"
    );
    assert!(read(&[at("none.yaml")], &[], shown).is_err());
    assert!(read(&[at("note.md")], &[], shown).is_err());
}

#[test]
fn the_shipped_banks_have_no_findings_and_every_field_of_a_scored_question() {
    let questions = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions");
    let shipped = banks::shipped();
    let shown = |path: &Path| path.display().to_string();
    let checked = read(&[questions], &shipped, shown).unwrap();
    assert_eq!(
        (checked.banks.len(), checked.lenses, checked.problems),
        (18, 4, Vec::new())
    );
    let found = check::banks(&checked.banks, &shipped);
    assert!(found.is_empty(), "{found:#?}");
    for bank in &checked.banks {
        let scored: Vec<&Entry> = bank.questions.iter().filter(|entry| bank.scores(entry)).collect();
        assert!(scored.is_empty() || scored.len() >= 10, "{}", bank.path);
        for entry in scored {
            let id = entry.id();
            assert!(!entry.levels.is_empty() && (1..=3).contains(&entry.tags.len()), "{id}");
            assert!((2..=4).contains(&entry.probes.entries.len()), "{id}");
            assert!((2..=4).contains(&entry.listen_for.entries.len()), "{id}");
            assert!(!entry.ask.as_ref().unwrap().text.is_empty(), "{id}");
        }
    }
}

#[test]
fn no_two_probes_or_lines_of_the_whole_shipped_bank_are_near_each_other() {
    let shipped = banks::shipped();
    let probes: Vec<&str> = shipped
        .iter()
        .flat_map(|q| &q.probes)
        .map(|probe| probe.ask.as_str())
        .collect();
    let lines: Vec<&str> = shipped.iter().flat_map(|q| &q.listen_for).map(String::as_str).collect();
    assert!(probes.len() > 500 && lines.len() > 500);
    for texts in [probes, lines] {
        let near = check::alike::near(&texts);
        assert_eq!(near, [], "{}", near.first().map_or("", |(later, _, _)| texts[*later]));
    }
}
