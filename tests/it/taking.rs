//! Taking everything away: what is exported, and a home brought elsewhere.

use std::fs;
use std::os::unix::fs::symlink;

use crate::support::{TestEnvironment, files};

/// What the demo exports as one document.
fn demo() -> String {
    let env = TestEnvironment::new();
    env.run_at_home(&["--demo", "export", "json"]).ok()
}

/// All files of a home with their bytes, by their paths in it.
fn bytes(env: &TestEnvironment) -> Vec<(String, Vec<u8>)> {
    let home = env.home();
    let inside = |path: &std::path::PathBuf| path.strip_prefix(&home).unwrap().display().to_string();
    files(&home)
        .iter()
        .map(|path| (inside(path), fs::read(path).unwrap()))
        .collect()
}

#[test]
fn a_home_piped_into_an_empty_one_is_the_same_home_with_its_ids_and_its_history() {
    let document = demo();
    let (one, other) = (TestEnvironment::new(), TestEnvironment::new());
    let said = one.run(&["import", "-"]).input(&document).ok();
    assert!(
        said.contains("Written: ") && said.ends_with("Next: greenroom\n"),
        "{said}"
    );
    assert_eq!(one.run(&["export", "json"]).ok(), document);
    other.run(&["import", "-"]).input(&document).ok();
    assert_eq!(bytes(&one), bytes(&other));
    assert!(one.rows("attempts").len() > 30 && one.rows("interviews").len() == 4);
    for list in ["attempts", "answers", "interviews", "questions"] {
        assert_eq!(one.rows(list), other.rows(list), "{list}");
    }
    let ids: Vec<String> = one.rows("attempts").iter().map(|row| row["id"].to_string()).collect();
    assert!(ids.iter().all(|id| document.contains(id.as_str())));
}

#[test]
fn in_a_home_with_files_one_is_asked_and_what_is_there_stays() {
    let document = demo();
    let env = TestEnvironment::new();
    env.write("greenroom.yaml", "format: 1\nlevel: staff\n");
    let said = env.run(&["import", "-"]).input(&document).fails(2);
    assert!(said.contains("Say --yes"), "{said}");
    let (said, _) = env.run(&["import", "-", "--yes"]).input(&document).ends(1);
    assert!(
        said.contains("1 file with another text here, left as it is:\n  greenroom.yaml"),
        "{said}"
    );
    let settings = fs::read_to_string(env.home().join("greenroom.yaml")).unwrap();
    assert_eq!(settings, "format: 1\nlevel: staff\n");
    env.run(&["import", "--undo"]).ok();
    assert_eq!(bytes(&env), [("greenroom.yaml".to_owned(), settings.into_bytes())]);
}

#[test]
fn nothing_is_exported_that_is_not_whole_unless_that_is_asked_for() {
    let env = TestEnvironment::new();
    env.write(
        "answers/a.md",
        "---\nid: aaaaaa\ntitle: The mast\nkind: story\n---\n## Action\nI cut it.\n",
    );
    fs::create_dir_all(env.home().join("answers")).unwrap();
    symlink(env.home().join("nowhere"), env.home().join("answers/b.md")).unwrap();
    for format in ["json", "markdown", "org", "anki", "csv"] {
        let (printed, said) = env.run(&["export", format]).ends(2);
        assert_eq!(printed, "", "{format}");
        assert!(
            said.contains("error: nothing is exported: 1 answer cannot be read"),
            "{format}: {said}"
        );
        let (printed, said) = env.run(&["export", format, "--partial"]).ends(0);
        assert!(!printed.is_empty() && said.contains("answers/b.md"), "{format}: {said}");
    }
    let document = env.run(&["export", "json", "--partial"]).ends(0).0;
    let value: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(value["missing"][0]["path"], "answers/b.md");
    assert_eq!(value["files"].as_array().unwrap().len(), 1);
}

#[test]
fn a_home_is_told_from_notes_wherever_it_is_named() {
    let env = TestEnvironment::new();
    let document = env.path("home.json");
    fs::write(
        &document,
        "{\"greenroom_home\": 1, \"files\": [{\"path\": \"../x\", \"text\": \"\"}]}",
    )
    .unwrap();
    let document = document.to_str().unwrap();
    let said = env.run(&["import", document]).fails(2);
    assert!(said.contains("../x: it is no path of a home"), "{said}");
    let said = env.run(&["import", document, "LICENSE-MIT"]).fails(2);
    assert!(said.contains("Bring it first"), "{said}");
    assert!(!env.home().exists());
}

#[test]
fn the_answers_of_the_demo_are_one_document_a_table_and_notes() {
    let env = TestEnvironment::new();
    let export = |format: &str| env.run_at_home(&["--demo", "export", format]).ok();
    let answers = env.run_at_home(&["--demo", "list", "answers", "--json"]).ok();
    let answers: serde_json::Value = serde_json::from_str(&answers).unwrap();
    let answers = answers["answers"].as_array().unwrap();
    let (markdown, org, anki, table) = (export("markdown"), export("org"), export("anki"), export("csv"));
    for answer in answers {
        let title = answer["title"].as_str().unwrap();
        assert!(markdown.contains(&format!("\n## {title}\n")), "{title}");
        assert!(org.contains(&format!("\n** {title}\n")), "{title}");
    }
    let rows = table.matches("\r\n").count();
    assert!(
        rows > 40 && table.lines().nth(1).unwrap().matches(',').count() >= 21,
        "{table}"
    );
    let notes: Vec<&str> = anki.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(notes.len() >= answers.len() && notes.iter().all(|note| note.matches('\t').count() == 3));
}

#[test]
fn the_sheet_is_for_the_next_round_or_a_company_that_is_named() {
    let env = TestEnvironment::new();
    let demo = |words: &[&str]| env.run_at_home(&[&["--demo"], words].concat());
    let sheet = demo(&["sheet"]).ok();
    for said in [
        "Acme\nonsite, ",
        "Stories\n  1. ",
        "figures: ",
        "Keep in mind\n",
        "Ask them\n",
    ] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    assert!(sheet.lines().count() < 60, "{sheet}");
    assert!(
        demo(&["sheet", "--company", "amazon"])
            .ok()
            .contains("What they value: Amazon")
    );
    let said = demo(&["sheet", "--company", "nobody at all"]).fails(2);
    assert!(said.contains("neither an interview nor a lens"), "{said}");
    let page = env.path("sheet.html");
    demo(&["sheet", "-o", page.to_str().unwrap()]).ok();
    assert!(fs::read_to_string(page).unwrap().contains("<h2>Stories</h2>"));
    let said = env.run_at_home(&["sheet"]).fails(2);
    assert!(said.contains("Name the company with --company"), "{said}");
}
