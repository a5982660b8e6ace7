//! `greenroom report`: what stands in the page, what does not, and where it is written.

use std::fs;

use serde_json::Value;

use crate::support::{TestEnvironment, column, files};

/// One question: start, done, rated, a note.
fn told(env: &TestEnvironment, question: &str, rating: &str, note: &str) {
    let input = format!("\n\n{rating}\n{note}\n");
    env.run(&["drill", "--plain", question]).input(input).ok();
}

fn answer(env: &TestEnvironment, id: &str, title: &str, question: &str) {
    let text = format!(
        "---\nid: {id}\ntitle: {}\nkind: story\nquestions: [{question}]\n---\n## Action\nIt went so.\n",
        Value::from(title)
    );
    env.write(&format!("answers/{id}.md"), text);
}

fn rows(env: &TestEnvironment, name: &str) -> Vec<Value> {
    let printed = env.run(&["--demo", "list", name, "--json"]).ok();
    let list: Value = serde_json::from_str(&printed).unwrap();
    list[name].as_array().unwrap().clone()
}

/// The part of a page between the headings of two sections.
fn part<'a>(page: &'a str, id: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("<h2 id=\"{id}\">")).expect("the section");
    rest.split_once("<h2 id=").map_or(rest, |(part, _)| part)
}

#[test]
fn the_page_of_the_demo_has_every_category_and_every_attempt() {
    let env = TestEnvironment::new();
    let page = env.run(&["--demo", "report"]).ok();
    let (weak, trends) = (part(&page, "weak"), part(&page, "trends"));
    let categories = rows(&env, "categories");
    let tried = |row: &&Value| row["attempts"] != 0;
    for row in categories.iter().filter(tried) {
        let title = row["title"].as_str().unwrap();
        assert!(
            weak.contains(&format!("<th scope=\"row\">{title}")),
            "{title} is not in the table"
        );
        assert!(
            trends.contains(&format!("<figcaption>{title}</figcaption>")),
            "{title} has no chart"
        );
    }
    let counted = categories.iter().filter(|row| !row["ready"].is_null());
    assert_eq!(weak.matches("<tr><th scope=\"row\">").count(), counted.count());
    assert!(
        weak.contains("People management<span class=\"why\">not tried yet"),
        "{weak}"
    );
    let attempts = part(&page, "attempts");
    let all = rows(&env, "attempts");
    assert_eq!(attempts.matches("<tr><td><time").count(), all.len());
    for rating in ["froze", "rough", "solid", "strong"] {
        let number = ["froze", "rough", "solid", "strong"]
            .iter()
            .position(|word| *word == rating)
            .unwrap()
            + 1;
        let wanted = column(&all, "rating")
            .iter()
            .filter(|one| **one == number.to_string())
            .count();
        assert_eq!(
            attempts.matches(&format!("\">{rating}</span>")).count(),
            wanted,
            "{rating}"
        );
    }
    for note in column(&all, "note").iter().filter(|note| !note.is_empty()) {
        assert!(attempts.contains(note.as_str()), "{note}");
    }
    let notes = part(&page, "coverage");
    assert!(notes.contains("The fewest that cover the rest") && notes.contains("without an answer"));
    assert!(notes.contains("was taken for &quot;Customer and quality&quot;, 2 times"));
    assert!(part(&page, "time").contains("<th scope=\"row\">Aim</th><td class=\"number\">20 %</td>"));
    assert!(part(&page, "calendar").contains("<title>Fri 20 Nov: 3 questions</title>"));
    for outside in ["<script", "http:", "https:", "url(", "@import", " src=", " href="] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn two_pages_of_one_moment_are_the_same() {
    let pages: Vec<String> = (0..2)
        .map(|_| TestEnvironment::new().run(&["--demo", "report"]).ok())
        .collect();
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn before_anything_is_told_the_page_says_so() {
    let env = TestEnvironment::new();
    let page = env.run_at_home(&["report"]).ok();
    assert!(page.contains("Nothing told yet, 21 November 2026"));
    assert!(page.contains("There are no answers yet.") && page.contains("No practice in this time."));
    assert!(!env.path("user").exists() && !env.state().exists());
}

#[test]
fn redacted_nothing_of_a_private_word_is_left() {
    let env = TestEnvironment::new();
    env.write(
        "greenroom.yaml",
        "format: 1\nprivate_words: [Acme, Project Heron, Ærø]\n",
    );
    env.write(
        "questions/own.yaml",
        "category: conflict\nquestions:\n  - id: own-acme\n    ask: Why did ACME stop\n      project  heron?\n",
    );
    env.write(
        "interviews/2026-11-01-northwind.md",
        "---\ncompany: Northwind\npeople:\n  - name: Dana Weiss\nrounds:\n  - kind: onsite\n    at: 2026-11-30 10:00\n---\n",
    );
    answer(&env, "aaaaaa", "How acme's heron flew from Ærø", "own-acme");
    told(&env, "own-acme", "2", "Acme, again: ærø, (project Heron) and acme-wide");
    told(&env, "own-acme", "1", "the parish stays; Northwind and dana do not");
    let open = env.run(&["report"]).ok();
    let next = "Next: onsite at Northwind, 30 November 2026";
    for word in ["ACME", "project heron", "acme's", "ærø", next] {
        assert!(open.contains(word), "{word}");
    }
    let page = env.run(&["report", "--redact"]).ok();
    let lower = page.to_lowercase();
    for word in ["acme", "project heron", "ærø", "northwind", "dana"] {
        assert!(!lower.contains(word), "{word}");
    }
    assert!(page.contains("Why did [private] stop [private]?") && page.contains("the parish stays"));
    assert!(page.contains("[private], again: [private], ([private]) and [private]-wide"));
    assert!(page.contains("Next: onsite at [private], 30 November 2026"));
    assert!(page.contains("the parish stays; [private] and [private] do not"));
    assert!(page.contains("heron flew from [private]") && page.contains("are hidden"));
}

/// A home with a name of each kind in the file that names it, and all of them in a note in forms people give them.
fn named() -> TestEnvironment {
    let env = TestEnvironment::new();
    env.write("greenroom.yaml", "private_words: [Hooli]\n");
    env.write(
        "interviews/2026-11-01-northwind.md",
        "---\ncompany: Northwind Traders GmbH\nvia: a friend, Ida Mohn\npeople:\n  - name: Bo Xi\n    role: lead\nrounds:\n  - kind: onsite\n    at: 2026-12-05\n    with: Tom Brandt-Ilves\npromised: {by: 2026-12-09, who: Zoë}\nrecruiter: Dana\n---\n",
    );
    answer(&env, "aaaaaa", "What Northwind taught me", "failure-production");
    let said = "NorthwindPay, northwind.com, #hooli24, HooliPay; Ida, Mohn, Bo, xi, tom, Ilves, Zoe\u{308}, dana, Mira";
    told(&env, "failure-production", "2", said);
    env
}

#[test]
fn every_name_there_is_is_hidden_in_the_forms_people_give_it_and_counted() {
    let env = named();
    let log = env.logs().pop().unwrap();
    let text = fs::read_to_string(&log).unwrap();
    let told: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    let heard = serde_json::json!({
        "v": 1, "id": "h1", "dev": "d", "run": "r", "n": 1, "t": told["t"], "off": 0, "type": "heard",
        "target": told["id"], "name": "Mira Sol", "rating": 3,
    });
    fs::write(&log, format!("{text}{heard}\n")).unwrap();
    let path = env.path("report.html");
    let said = env.run(&["report", "--redact", "-o", path.to_str().unwrap()]).ok();
    let page = fs::read_to_string(&path).unwrap().to_lowercase();
    for word in [
        "northwind",
        "hooli",
        "ida",
        "mohn",
        "bo,",
        "xi,",
        "tom,",
        "ilves",
        "zoe",
        "zoë",
        "dana",
        "mira",
    ] {
        assert!(!page.contains(word), "{word}\n{page}");
    }
    for line in [
        "  Northwind Traders GmbH, 8 times",
        "  Hooli, 2 times",
        "  Ida Mohn, 2 times",
        "  Mira Sol, 1 time",
    ] {
        assert!(said.contains(line), "{said}");
    }
    let (_, said) = env.run(&["report", "--redact"]).ends(0);
    assert!(said.contains("Hidden:\n  Northwind Traders GmbH, 8 times"), "{said}");
    let (_, said) = env.run(&["--demo", "report"]).ends(0);
    assert!(!said.contains("Hidden"), "{said}");
}

#[test]
fn no_page_is_made_while_anything_that_says_what_to_hide_cannot_be_read() {
    let odd: [(&str, &[u8]); 14] = [
        ("greenroom.yaml", b"private_words: [Hooli\n"),
        ("greenroom.yaml", b"private_words: {Hooli: yes}\n"),
        ("greenroom.yaml", b"private_word: [Hooli]\n"),
        ("greenroom.yaml", b"format: 2\nprivate_words: [Hooli]\n"),
        ("greenroom.yaml", b"private_words: [Hooli\xff]\n"),
        (
            "greenroom.sync-conflict-20261101-101010-ABCDEFG.yaml",
            b"private_words: [Hooli]\n",
        ),
        ("greenroom.yml", b"private_words: [Hooli]\n"),
        (
            "interviews/2026-11-02-initech.md",
            b"---\ncompany: Initech\nrole: [SRE\n---\n",
        ),
        (
            "interviews/2026-11-02-initech.md",
            b"---\ncompany: Initech\npeopel: [Milton]\n---\n",
        ),
        (
            "interviews/2026-11-02-initech.md",
            b"---\ncompany: Initech\npromised: {by: soonish, who: Milton}\n---\n",
        ),
        ("interviews/2026-11-02-initech.md", b"---\ncompany: Initech\xff\n---\n"),
        (
            "interviews/2026-11-02-initech.sync-conflict-20261101-101010-ABCDEFG.md",
            b"---\ncompany: Initech\n---\n",
        ),
        ("interviews/2026-11-02-initech.md", b"<<<<<<< ours\ncompany: Initech\n"),
        ("log/dev/2.jsonl", b"not json\n"),
    ];
    for (name, bytes) in odd {
        let env = named();
        let path = env.path("report.html");
        env.write(name, bytes);
        let (printed, said) = env.run(&["report", "--redact", "-o", path.to_str().unwrap()]).ends(2);
        let which = format!("{name}: {}", String::from_utf8_lossy(bytes));
        assert_eq!(printed, "", "{which}");
        assert!(!path.exists(), "{which}");
        assert!(said.contains("error: no page is made: "), "{which}\n{said}");
        assert!(
            said.contains(&format!("cause: {name}")) && said.contains("\nhint: "),
            "{which}\n{said}"
        );
        let (printed, _) = env.run(&["report", "--redact"]).ends(2);
        assert_eq!(printed, "", "{which}");
    }
    for (name, text) in [
        ("greenroom.yaml", "private_words: [Hooli]\nband: [1]\n"),
        ("answers/b.md", "---\nquestions: [\n---\n"),
    ] {
        let env = named();
        env.write(name, text);
        let (page, said) = env.run(&["report", "--redact"]).ends(2);
        assert!(
            page.contains("This page is not whole: ") && !page.to_lowercase().contains("hooli"),
            "{page}"
        );
        assert!(said.contains(&format!("cause: {name}:")), "{said}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let env = TestEnvironment::new();
    env.write(
        "questions/own.yaml",
        "category: conflict\nquestions:\n  - id: own-bad\n    ask: </style><script>alert(1)</script> & \"<b>\"?\n",
    );
    answer(&env, "aaaaaa", "</title><img src=x onerror=alert(2)>\"'", "own-bad");
    told(
        &env,
        "own-bad",
        "2",
        "</td></table><svg onload=alert(3)> \u{202e}txt &amp;",
    );
    let page = env.run(&["report"]).ok();
    for bad in ["<script", "<img", "<svg onload", "<b>", "\u{202e}", "\"'</"] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("&lt;script&gt;alert(1)") && page.contains("&amp;amp;") && page.contains("&lt;U+202E&gt;"));
}

#[cfg(unix)]
#[test]
fn a_terminal_is_told_to_name_a_file() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["report"]);
    pty.wait("greenroom report -o report.html");
    pty.leaves(2);
}

#[test]
fn a_report_replaces_a_report_and_never_another_file() {
    let env = TestEnvironment::with_home();
    let path = env.path("report.html");
    let name = path.to_string_lossy().into_owned();
    let said = env.run(&["--demo", "report", "-o", &name]).ok();
    assert_eq!(said, format!("Wrote {name}\n"));
    let first = fs::read_to_string(&path).unwrap();
    assert!(first.starts_with("<!DOCTYPE html><html lang=\"en\">") && first.ends_with("</html>"));
    env.run(&["report", "-o", &name]).ok();
    assert_ne!(fs::read_to_string(&path).unwrap(), first);
    fs::write(&path, "my notes").unwrap();
    let said = env.run(&["report", "-o", &name]).fails(2);
    assert!(
        said.contains("nothing greenroom wrote") && said.contains("Choose another name"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "my notes");
    let nowhere = env.path("none/report.html").to_string_lossy().into_owned();
    let said = env.run(&["report", "-o", &nowhere]).fails(2);
    assert!(said.contains("its folder is not there"), "{said}");
    assert_eq!(files(&env.path("")), [path], "nothing is left beside it");
}

#[test]
fn more_answers_than_columns_are_listed_under_their_categories() {
    let env = TestEnvironment::new();
    for n in 0..30 {
        answer(
            &env,
            &format!("aaaa{n:02}"),
            &format!("Story {n:02}"),
            "conflict-design-review",
        );
    }
    let page = env.run(&["report"]).ok();
    let coverage = part(&page, "coverage");
    assert!(!coverage.contains("<table"));
    let (_, conflict) = coverage.split_once("<dt>Conflict and disagreement</dt>").unwrap();
    let conflict = conflict.split_once("<dt>").map_or(conflict, |(rows, _)| rows);
    assert_eq!(conflict.matches("<dd>").count(), 30);
    assert!(
        coverage.contains("The fewest that cover the rest: Story 00."),
        "{coverage}"
    );
}
