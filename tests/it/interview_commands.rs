//! Real interviews from the shell: added, written down, asked after.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::session::Session;
use crate::support::{GREENROOM, TestEnvironment, column, files};

fn due(env: &TestEnvironment, code: i32) -> Value {
    serde_json::from_str(&env.run(&["due", "--json"]).prints(code)).unwrap()
}

#[test]
fn an_interview_is_added_written_down_and_listed() {
    let env = TestEnvironment::new();
    let said = env
        .run(&[
            "interview",
            "add",
            "Acme",
            "--role",
            "SRE",
            "--round",
            "onsite",
            "--at",
            "next mon 10:00",
        ])
        .ok();
    assert_eq!(
        said,
        "interviews/2026-11-21-acme.md\nAcme: the next round is on Mon 23 Nov\n"
    );
    env.run(&["interview", "add", "ac", "--round", "feedback"]).ok();
    env.run(&[
        "interview",
        "log",
        "acme",
        "--promised",
        "2026-12-04",
        "--by",
        "recruiter",
    ])
    .ok();
    assert_eq!(
        env.rows("interviews"),
        [json!({
            "id": "2026-11-21-acme",
            "company": "Acme",
            "role": "SRE",
            "state": "coming",
            "rounds": 2,
            "next": "2026-11-23T10:00:00Z",
            "promised": "2026-12-04",
            "outcome": "open",
            "path": "interviews/2026-11-21-acme.md",
        })]
    );
    let shown = env.run(&["interview", "show", "ACME"]).ok();
    assert!(shown.contains("Ask before you leave"), "{shown}");
    for words in [
        &["interview", "add", "Acme"][..],
        &["interview", "log", "acme"],
        &["interview", "log", "other", "--nudged"],
        &["interview", "log", "acme", "--promised", "soonish"],
        &["interview", "log", "acme", "--done"],
        &["interview", "add", "Acme", "--round", "dinner"],
        &["interview", "add", "Acme", "--at", "fri"],
    ] {
        env.run(words).fails(2);
    }
    assert_eq!(env.rows("interviews").len(), 1);
    env.run(&["interview", "add", "Acme", "--new"]).ok();
    assert_eq!(env.rows("interviews").len(), 2);
}

#[test]
fn a_name_never_falls_through_to_another_company_when_its_own_file_is_damaged() {
    let env = TestEnvironment::new();
    for (name, text) in [
        ("2026-11-03-northwind.md", "---\ncompany: Northwind\nrounds: [\n---\n"),
        ("2026-11-01-northwind-labs.md", "---\ncompany: Northwind Labs\n---\n"),
        ("2026-11-09-north.md", "---\ncompany: North\noutcome: cold\n---\n"),
    ] {
        env.write(&format!("interviews/{name}"), text);
    }
    let texts = || {
        files(&env.home())
            .into_iter()
            .map(|path| fs::read_to_string(path).unwrap())
    };
    let before: Vec<String> = texts().collect();
    for words in [
        &["interview", "log", "northwind", "--nudged"][..],
        &["interview", "log", "north", "--nudged"],
        &["interview", "show", "Northwind"],
        &["interview", "add", "northwind", "--round", "panel"],
    ] {
        let said = env.run(words).fails(2);
        assert!(said.contains("error: the file of Northwind cannot be read"), "{said}");
        assert!(said.contains("cause: interviews/2026-11-03-northwind.md:3: "), "{said}");
        assert!(said.contains("hint: Close them, or put the text in quotes"), "{said}");
    }
    assert_eq!(texts().collect::<Vec<_>>(), before);
    let said = env.run(&["interview", "log", "northwind l", "--nudged"]).ok();
    assert!(said.contains("Northwind Labs"), "{said}");
}

#[test]
fn just_the_name_comes_before_one_that_begins_so() {
    let env = TestEnvironment::new();
    env.run(&["interview", "add", "Meta"]).ok();
    env.run(&["interview", "add", "Metaplane"]).ok();
    let said = env.run(&["interview", "log", "meta", "--note", "called"]).ok();
    assert!(said.starts_with("interviews/2026-11-21-meta.md\n"), "{said}");
}

#[test]
fn what_is_owed_is_said_until_it_is_done_and_the_exit_status_tells() {
    let env = TestEnvironment::with_home();
    assert_eq!(env.run(&["due"]).ok(), "Nothing is owed.\n");
    assert_eq!(env.run(&["due", "--line"]).ok(), "");
    env.run(&[
        "interview",
        "add",
        "Northwind",
        "--round",
        "recruiter",
        "--at",
        "2026-11-05 10:00",
    ])
    .ok();
    env.run(&[
        "interview",
        "log",
        "north",
        "--promised",
        "2026-11-19",
        "--by",
        "recruiter",
    ])
    .ok();
    let said = due(&env, 1);
    assert_eq!(
        said["followups"],
        json!([{
            "company": "Northwind",
            "state": "ask-now",
            "what": "ask the recruiter when they decide",
            "whom": "recruiter",
            "due": "2026-11-20",
            "days_late": 1,
        }])
    );
    assert_eq!(said["review"]["due"], 0);
    assert!(said["review"]["new"].as_u64().unwrap() > 100);
    let line = env.run(&["due", "--line"]).prints(1);
    assert_eq!(line, "Northwind: ask the recruiter when they decide\n");
    env.run(&["interview", "log", "north", "--nudged"]).ok();
    assert_eq!(due(&env, 0)["followups"], json!([]));
    assert_eq!(env.rows("interviews")[0]["state"], "asked");
    let said = env
        .run(&["interview", "log", "north", "--outcome", "rejected", "--good", "calm"])
        .ok();
    assert!(
        said.contains("several attempts are normal") && said.contains("Good: calm"),
        "{said}"
    );
    let file = fs::read_to_string(env.home().join("interviews/2026-11-21-northwind.md")).unwrap();
    assert!(file.contains("outcome: rejected\nclosed: 2026-11-21\n"), "{file}");
}

#[test]
fn a_line_for_a_prompt_has_at_most_sixty_columns() {
    let env = TestEnvironment::new();
    for company in [
        "A company with a name that goes on and on and never ends 会社会社会社",
        "Bee",
    ] {
        env.run(&["interview", "add", company, "--round", "panel", "--at", "2026-11-05"])
            .ok();
    }
    let line = env.run(&["due", "--line"]).prints(1);
    assert_eq!(line.lines().count(), 1);
    assert!(unicode_width::UnicodeWidthStr::width(line.trim_end()) <= 60, "{line}");
    assert!(line.ends_with("+1\n"), "{line}");
}

#[test]
fn a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    let env = TestEnvironment::new();
    env.write("interviews", "in the way of the folder");
    for words in [
        &["due"][..],
        &["due", "--line"],
        &["due", "--json"],
        &["interview", "add", "Acme"],
        &["interview", "show", "acme"],
        &["interview", "stats"],
    ] {
        let (printed, said) = env.run(words).ends(2);
        let both = printed + &said;
        assert!(
            both.contains("the folder interviews cannot be read") || both.contains("which interviews there are"),
            "{words:?}: {both}"
        );
    }
}

#[test]
fn a_damaged_file_is_said_and_hides_nothing() {
    let env = TestEnvironment::new();
    env.write("interviews/2026-11-01-broken.md", "---\nrounds: [\n---\n");
    env.write(
        "interviews/2026-11-02-fine.md",
        "---\ncompany: Fine\nmood: good\nrol: SRE\n---\n",
    );
    let list = env.list_of_some("interviews");
    assert_eq!(list["interviews"].as_array().unwrap().len(), 1);
    let places: Vec<&str> = list["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["path"].as_str().unwrap())
        .collect();
    assert_eq!(
        places,
        ["interviews/2026-11-01-broken.md", "interviews/2026-11-02-fine.md"]
    );
    env.run(&["interview", "log", "broken", "--nudged"]).fails(2);
    env.run(&["interview", "log", "fine", "--note", "kept"]).ok();
    let text = fs::read_to_string(env.home().join("interviews/2026-11-02-fine.md")).unwrap();
    assert_eq!(
        text,
        "---\ncompany: Fine\nmood: good\nrol: SRE\n---\n## Notes\n- kept\n"
    );
}

#[test]
fn interviews_are_listed_by_what_they_ask_as_on_the_screen() {
    let env = TestEnvironment::new();
    let expected = [
        // Owed, the longest first; written down after a round, on the day itself.
        ("Northwind", "rounds: [{kind: panel, at: 2026-11-02, state: done}]"),
        ("Arbor", "rounds: [{kind: panel, at: 2026-11-10, state: done}]"),
        ("Tern", "rounds: [{kind: panel, at: 2026-11-20 10:00}]"),
        // To come, the next first, without a date last.
        ("Zephyr", "rounds: [{kind: onsite, at: 2026-11-23}]"),
        ("Birch", "rounds: [{kind: panel, at: 2026-12-01}]"),
        ("Ash", "rounds: []"),
        // With them, by the day something changes.
        (
            "Wren",
            "rounds: [{kind: panel, at: 2026-11-17, state: done}]\npromised: {by: 2026-11-24}",
        ),
        (
            "Cedar",
            "rounds: [{kind: panel, at: 2026-11-17, state: done}]\npromised: {by: 2026-12-08}",
        ),
        // Over, the newest first.
        ("Vale", "outcome: rejected\nclosed: 2026-11-12"),
        ("Dune", "outcome: withdrawn\nclosed: 2026-10-01"),
    ];
    for (n, (company, rest)) in expected.iter().enumerate() {
        // File names in another order than the list.
        let file = format!("interviews/2026-09-{:02}-x.md", (n * 7) % 10 + 1);
        env.write(&file, format!("---\ncompany: {company}\n{rest}\n---\n"));
    }
    let companies = expected.map(|(company, _)| company);
    let list = env.list("interviews");
    assert_eq!(list["problems"], json!([]));
    assert_eq!(column(list["interviews"].as_array().unwrap(), "company"), companies);
    let printed = env.run(&["list", "interviews"]).ok();
    let printed: Vec<&str> = printed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(printed, companies);
    let owed = due(&env, 1);
    assert_eq!(column(owed["followups"].as_array().unwrap(), "company"), companies[..3]);
    let session = Session::over(&env.home());
    let rows = &session.app.overview.meetings.rows;
    let screen: Vec<&str> = rows.iter().map(|row| row.company.as_str()).collect();
    assert_eq!(screen, companies);
}

/// The first block of this language in the page on interviews.
fn block(language: &str) -> String {
    let page = include_str!("../../docs/interviews.md");
    let (_, rest) = page.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_lines_of_the_documents_for_prompt_tmux_and_cron_work() {
    let env = TestEnvironment::new();
    env.run(&[
        "interview",
        "add",
        "Northwind",
        "--round",
        "panel",
        "--at",
        "2026-11-05",
    ])
    .ok();
    // The program where `cargo install` puts it, with the home and the moment of this test.
    let bin = env.path("user/.cargo/bin");
    fs::create_dir_all(&bin).unwrap();
    let words: Vec<String> = env.arguments(&[]).iter().map(|word| format!("'{word}'")).collect();
    let script = format!("#!/bin/sh\nexec '{GREENROOM}' {} \"$@\"\n", words.join(" "));
    fs::write(bin.join("greenroom"), script).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(bin.join("greenroom"), fs::Permissions::from_mode(0o755)).unwrap();
    }
    // What cron looks through, and a shell after rustup.
    let few = "/usr/bin:/bin".to_owned();
    let path = format!("{}:{few}", bin.display());
    let sh = |line: &str, path: &str| -> String {
        let output = Command::new("sh")
            .args(["-c", line])
            .env_clear()
            .envs(env.variables())
            .env("PATH", path)
            .output()
            .unwrap();
        assert_eq!(output.stderr, b"", "{line}");
        String::from_utf8(output.stdout).unwrap()
    };
    let page = include_str!("../../docs/interviews.md");
    let prompt = page.lines().find(|line| line.starts_with("PROMPT_COMMAND=")).unwrap();
    let tmux = block("tmux");
    let job = tmux.split_once("#(").unwrap().1.split_once(')').unwrap().0.to_owned();
    let cron = block("crontab");
    let cron = cron.trim().splitn(6, ' ').nth(5).unwrap().to_owned();
    let expected = "Northwind: ask them when they decide\n";
    assert!(job.ends_with(" --tmux"), "{job}");
    for (line, path) in [
        (format!("{prompt}; eval \"$PROMPT_COMMAND\""), &path),
        (job, &path),
        (cron, &few),
    ] {
        assert_eq!(sh(&line, path), expected, "{line}");
    }
    env.run(&["interview", "log", "north", "--nudged"]).ok();
    for line in ["greenroom due --line", "greenroom due >/dev/null && true"] {
        assert_eq!(sh(line, &path), "", "{line}");
    }
}

#[test]
fn a_journal_of_interviews_is_brought_in_as_interviews_once() {
    let env = TestEnvironment::new();
    let journal = "* Northwind - Platform engineer\nStatus: rejected after the panel\nApplied <2026-10-01 Thu>\n\
        ** Phone screen <2026-10-05 Mon 14:00>\n- about the migration\n** Improve\n- [ ] say sooner what you did (failure)\n\
        * Halden\nStatus: waiting\n- Dec 2, 2026: panel\n";
    env.write("../journal.org", journal);
    let path = env.path("journal.org").to_string_lossy().into_owned();
    let said = env.run(&["import", &path, "--yes"]).ok();
    assert!(said.contains("2 interviews"), "{said}");
    let row = |row: &Value| -> [Value; 4] { ["id", "role", "outcome", "rounds"].map(|key| row[key].clone()) };
    let rows: Vec<[Value; 4]> = env.rows("interviews").iter().map(row).collect();
    let expected = [
        [json!("2026-12-02-halden"), Value::Null, json!("open"), json!(1)],
        [
            json!("2026-10-01-northwind"),
            json!("Platform engineer"),
            json!("rejected"),
            json!(1),
        ],
    ];
    assert_eq!(rows, expected);
    assert!(
        env.rows("questions")
            .iter()
            .all(|row| !row["id"].as_str().unwrap().starts_with("own-"))
    );
    assert_eq!(env.rows("answers").len(), 0);
    let file = fs::read_to_string(env.home().join("interviews/2026-10-01-northwind.md")).unwrap();
    assert!(
        file.contains("### Phone screen <2026-10-05 Mon 14:00>\n- about the migration\n### Improve\n- [ ] say sooner what you did (failure)\n"),
        "{file}"
    );
    assert_eq!(env.list("interviews")["problems"], json!([]));
    env.run(&["import", &path, "--yes"]).ok();
    assert_eq!(env.rows("interviews").len(), 2);
}

#[test]
fn all_feedback_is_printed_newest_first_with_what_is_done_and_what_it_is_about() {
    let env = TestEnvironment::with_home();
    assert!(env.run(&["interview", "feedback"]).ok().starts_with("No feedback yet."));
    env.write(
        "interviews/2026-10-01-a.md",
        "---\ncompany: Halden\n---\n## Improve\n- [x] fewer names (failure, 2026-10-02)\n- speak up (2026-10-02)\n",
    );
    env.write(
        "interviews/2026-11-01-b.md",
        "---\ncompany: Acme\n---\n## Improve\n- [ ] be\u{1b}[31m brief (2026-11-02)\n\n## Good\n- calm (2026-11-02)\n",
    );
    assert_eq!(
        env.run(&["interview", "feedback"]).ok(),
        "Acme, Mon 2 Nov 2026\n  + calm\n  [ ] be<U+001B>[31m brief\n\n\
         Halden, Fri 2 Oct 2026\n  [x] fewer names (failure)\n  - speak up\n"
    );
}

#[test]
fn what_interviews_say_in_figures_is_small_and_honest() {
    let env = TestEnvironment::with_home();
    assert!(env.run(&["interview", "stats"]).ok().starts_with("No interviews yet."));
    let add = |words: &[&str]| drop(env.run(&[&["interview", "add"][..], words].concat()).ok());
    add(&[
        "Acme",
        "--applied",
        "2026-10-01",
        "--round",
        "recruiter",
        "--at",
        "2026-10-11",
    ]);
    add(&["Acme", "--round", "onsite", "--at", "2026-10-20"]);
    for n in 0..8 {
        env.write(
            &format!("interviews/2026-09-0{}-b.md", n + 1),
            "---\ncompany: B\napplied: 2026-09-01\noutcome: cold\n---\n",
        );
    }
    let said = env.run(&["interview", "stats"]).ok();
    assert_eq!(
        said,
        "applied            9   10 days to the next   1 of 9 went on (2 to 44 %)\n\
         spoken to          1   9 days to the next\n\
         onsite or panel    1\n\
         offer              0\n\
         1 open, 8 cold\n\
         In brackets stands what the share could as well be (95 %).\n"
    );
    env.run(&["interview", "log", "acme", "--asked", "Why us"]).ok();
    let said = env.run(&["interview", "stats"]).ok();
    assert!(
        said.ends_with("\n\n1 question asked; nothing was noted as prepared.\n"),
        "{said}"
    );
}

#[test]
fn what_an_interview_taught_is_the_reason_until_it_is_told_well() {
    let env = TestEnvironment::new();
    env.run(&[
        "interview",
        "add",
        "Northwind",
        "--round",
        "panel",
        "--at",
        "2026-11-20 10:00",
    ])
    .ok();
    let weak = || -> Value {
        let said: Value = serde_json::from_str(&env.run(&["weak", "--json"]).ok()).unwrap();
        let rows = said["weak"].as_array().unwrap().clone();
        let place = rows.iter().position(|row| row["category"] == "mentoring").unwrap();
        json!([place, rows[place]["reason"], rows[place]["attempts"]])
    };
    let before = weak();
    let item = "Say sooner what you did yourself (mentoring, 2026-11-20)";
    env.run(&["interview", "log", "north", "--improve", item]).ok();
    let after = weak();
    assert!(before[0].as_u64() > after[0].as_u64(), "{before} {after}");
    assert_eq!(after, json!([0, "Northwind: say sooner what you did yourself", 0]));
    env.run(&["drill", "mentoring", "--plain", "-n", "1", "--seed", "7"])
        .input("\n\n4\n\n")
        .ok();
    let told = weak();
    assert_eq!(told[2], 1);
    assert!(!told[1].as_str().unwrap().contains("Northwind"), "{told}");
}

#[test]
fn a_round_that_is_put_off_or_cancelled_is_the_same_event_in_the_next_calendar() {
    let env = TestEnvironment::with_home();
    let file = "interviews/2026-11-21-acme.md";
    let before = "---\ncompany: Acme\nrounds:\n  - kind: onsite\n    at: 2026-11-30 10:00\n  - kind: panel\n---\n";
    env.write(file, before);
    let uid = "UID:2026-11-21-acme-onsite-2026-11-30@greenroom\r\n";
    let (first, _) = env.run(&["export", "ics"]).ends(0);
    assert!(first.contains(uid), "{first}");
    let text = std::fs::read_to_string(env.home().join(file)).unwrap();
    assert_eq!(
        text,
        before.replace("10:00\n", "10:00\n    id: \"2026-11-21-acme-onsite-2026-11-30\"\n")
    );
    let moved = text.replace("at: 2026-11-30 10:00", "at: 2026-12-09 11:00");
    env.write(
        file,
        moved.replace("rounds:\n", "rounds:\n  - kind: recruiter\n    at: 2026-11-24\n"),
    );
    let (second, _) = env.run(&["export", "ics"]).ends(0);
    let event = second.split("BEGIN:VEVENT").find(|event| event.contains(uid)).unwrap();
    assert!(event.contains("DTSTART:20261209T110000Z"), "{event}");
    let sequence = |text: &str| {
        text.split("SEQUENCE:")
            .nth(1)
            .unwrap()
            .lines()
            .next()
            .unwrap()
            .parse::<u32>()
            .unwrap()
    };
    assert!(sequence(event) > sequence(&first));
    env.write(
        file,
        moved.replace("at: 2026-12-09 11:00", "at: 2026-12-09 11:00\n    state: cancelled"),
    );
    let (third, _) = env.run(&["export", "ics"]).ends(0);
    assert!(third.contains(uid) && third.contains("STATUS:CANCELLED"), "{third}");
    // A file that cannot be changed by its lines is exported as it is.
    let flow = "---\ncompany: Acme\nrounds: [{kind: onsite, at: 2026-11-30}]\n---\n";
    env.write(file, flow);
    let (printed, _) = env.run(&["export", "ics"]).ends(0);
    assert!(printed.contains(uid), "{printed}");
    assert_eq!(std::fs::read_to_string(env.home().join(file)).unwrap(), flow);
}

#[test]
fn a_promise_is_said_back_and_asked_after_though_no_round_has_a_date() {
    let env = TestEnvironment::new();
    env.run(&["interview", "add", "Acme"]).ok();
    let said = env
        .run(&["interview", "log", "acme", "--promised", "2 weeks", "--by", "Mara"])
        .ok();
    assert!(said.ends_with("Acme: they said by Sat 5 Dec\n"), "{said}");
    let (said, _) = env.run_at("2026-12-20T09:00:00Z", &["due"]).ends(1);
    assert!(said.starts_with("Acme: ask Mara when they decide ("), "{said}");
}

#[test]
fn two_spellings_of_a_company_are_one_file_and_the_same_round_is_one() {
    let env = TestEnvironment::new();
    let add = |name: &str, at: &str| env.run(&["interview", "add", name, "--round", "onsite", "--at", at]);
    add("Acme", "2026-12-01 10:00").ok();
    let fault = env.run(&["interview", "add", "Acme Inc."]).fails(2);
    assert!(
        fault.contains("cause: an interview with Acme is open already"),
        "{fault}"
    );
    let fault = add("ACME, Inc.", "1 dec 10:00").fails(2);
    assert!(fault.contains("cause: Acme has that round already"), "{fault}");
    add("Acme Inc.", "2026-12-02 10:00").ok();
    assert_eq!(
        (
            env.rows("interviews").len(),
            env.rows("interviews")[0]["rounds"].as_u64()
        ),
        (1, Some(2))
    );
}

#[test]
fn a_day_that_just_passed_is_not_taken_for_next_years() {
    let env = TestEnvironment::new();
    let fault = env
        .run(&["interview", "add", "Acme", "--round", "onsite", "--at", "5 nov 10:00"])
        .fails(2);
    assert!(
        fault.contains("may be 2026-11-05, 16 days ago, or 2027-11-05: write which"),
        "{fault}"
    );
    assert!(!env.home().join("interviews").exists());
    let said = env
        .run(&[
            "interview",
            "add",
            "Acme",
            "--round",
            "onsite",
            "--at",
            "5 nov 2027 10am PST",
        ])
        .ok();
    assert!(said.ends_with("Acme: the next round is on Fri 5 Nov 2027\n"), "{said}");
}
