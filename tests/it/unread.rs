//! What cannot be read never counts as nothing: commands that guard, count, list or export say so and end with 2.

use crate::support::TestEnvironment;

/// An interview whose role needs quotes, so that the whole file cannot be read.
const UNREADABLE: &str = "---\ncompany: Acme\nrole: [SRE\npromised: {by: 2026-11-19, who: Mara}\nrounds:\n  - kind: onsite\n    at: 2026-11-05\n    state: done\n---\n";

fn with_unreadable_interview() -> TestEnvironment {
    let env = TestEnvironment::new();
    env.write("interviews/2026-11-01-acme.md", UNREADABLE);
    env
}

#[test]
fn due_never_says_that_nothing_is_owed_when_it_could_not_look() {
    let env = with_unreadable_interview();
    let (printed, said) = env.run(&["due"]).ends(2);
    assert_eq!(printed, "1 interview cannot be read\n");
    assert!(said.contains("error: 1 interview cannot be read"), "{said}");
    assert!(said.contains("cause: interviews/2026-11-01-acme.md:"), "{said}");
    assert!(said.contains("\nhint: "), "{said}");
    let (printed, said) = env.run(&["due", "--line"]).ends(2);
    assert_eq!((printed.as_str(), said.as_str()), ("1 interview cannot be read\n", ""));
    let (printed, said) = env.run(&["due", "--json"]).ends(2);
    assert!(printed.contains("interviews/2026-11-01-acme.md"), "{printed}");
    assert!(said.contains("error: 1 interview cannot be read"), "{said}");
}

#[test]
fn the_line_of_due_says_what_is_owed_and_what_cannot_be_read_in_sixty_columns() {
    let env = with_unreadable_interview();
    let long = "A company with a name that is far too long for a prompt";
    let text = format!("---\ncompany: {long}\nrounds:\n  - kind: onsite\n    at: 2026-11-05\n    state: done\n---\n");
    env.write("interviews/2026-11-02-long.md", text);
    let (printed, _) = env.run(&["due", "--line"]).ends(2);
    assert_eq!(printed.chars().count(), 61, "{printed}");
    assert!(printed.starts_with("A company with a name"), "{printed}");
    assert!(printed.ends_with("… · 1 interview cannot be read\n"), "{printed}");
}

#[test]
fn a_calendar_is_whole_or_not_made() {
    let env = with_unreadable_interview();
    env.write(
        "interviews/2026-11-02-fine.md",
        "---\ncompany: Fine\nrounds:\n  - kind: onsite\n    at: 2026-12-05\n---\n",
    );
    let (printed, said) = env.run(&["export", "ics"]).ends(2);
    assert_eq!(printed, "");
    assert!(
        said.contains("error: nothing is exported: 1 interview cannot be read"),
        "{said}"
    );
}

#[test]
fn a_list_without_a_row_does_not_say_that_there_is_nothing() {
    let env = with_unreadable_interview();
    let (printed, said) = env.run(&["list", "interviews"]).ends(2);
    assert_eq!(printed, "");
    assert!(said.contains("error: 1 interview cannot be read"), "{said}");
    let (printed, _) = env.run(&["interview", "stats"]).ends(2);
    assert_eq!(printed, "");
    env.write("questions/own.yaml", "questions: [\n");
    let (printed, said) = env.run(&["check"]).ends(2);
    assert!(
        printed.contains("error[GR001]: ") && printed.contains("questions/own.yaml:"),
        "{printed}"
    );
    assert!(printed.ends_with("1 bank, 1 interview cannot be read\nNothing could be checked: 2 errors. Why: greenroom check --explain GR001\n"), "{printed}");
    assert!(said.contains("cause: interviews/"), "{said}");
}

#[test]
fn a_home_that_was_named_and_is_not_there_is_said() {
    let env = TestEnvironment::new();
    let page = env.path("report.html");
    let page = page.to_str().unwrap();
    for words in [
        &["list", "questions"][..],
        &["report", "-o", page],
        &["due"],
        &["due", "--line"],
        &["export", "ics"],
        &["check"],
        &["show", "conflict-design-review"],
        &["weak", "--json"],
    ] {
        let (printed, said) = env.run(words).ends(2);
        assert_eq!(printed, "", "{words:?}");
        assert!(said.contains("error: there is no such home"), "{words:?}: {said}");
        assert!(said.contains("/home: there is no such folder"), "{words:?}: {said}");
    }
    assert!(!env.path("report.html").exists() && !env.home().exists());
    env.run_at_home(&["list", "questions"]).ok();
    env.run_at_home(&["due", "--line"]).ok();
    env.run(&["check", "--codes"]).ok();
    std::fs::write(env.home(), "a file").unwrap();
    let said = env.run(&["list", "answers"]).fails(2);
    assert!(said.contains("error: your folder cannot be read"), "{said}");
}

#[test]
fn an_import_that_cannot_know_what_is_here_already_writes_nothing() {
    let env = TestEnvironment::new();
    env.write("answers/old.md", "---\ntitle: [\n---\nI reefed early.\n");
    let notes = env.path("notes.md");
    std::fs::write(&notes, "- How do you mend a torn sail?\n").unwrap();
    let notes = notes.to_str().unwrap();
    for how in [&["--yes"][..], &["--dry-run"], &["--dry-run", "--json"]] {
        let words = [&["import", notes], how].concat();
        let (printed, said) = env.run(&words).ends(2);
        assert!(printed.contains("How do you mend a torn sail?"), "{printed}");
        assert!(said.contains("error: nothing is written"), "{said}");
        assert!(said.contains("cause: answers/old.md:"), "{said}");
    }
    assert!(!env.home().join("questions").exists() && !env.home().join("imports").exists());
}
