//! What to practise and why, as the command line says it.

use std::collections::HashSet;

use greenroom::domain::category::Category;
use greenroom::domain::id::QuestionId;
use greenroom::store::demo::Demo;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::session::{BEGIN, Session};
use crate::support::{TestEnvironment, column, files};

fn json(env: &TestEnvironment, words: &[&str]) -> Value {
    serde_json::from_str(&env.run(words).ok()).unwrap()
}

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// One telling of a question, so many days before the day of the tests.
fn told(n: usize, ago: i64, question: &str, category: &str, rating: usize) -> String {
    let id = format!("01900000-0000-7000-8000-{n:012x}");
    // Eight in the morning of 20 November 2026, and days before it.
    let t = (20_777 - ago) * 86_400_000 + 28_800_000;
    format!(
        "{{\"v\":1,\"id\":\"{id}\",\"dev\":\"a\",\"run\":\"r\",\"n\":{n},\"t\":{t},\"off\":0,\
         \"type\":\"attempt\",\"question\":\"{question}\",\"wording\":\"w\",\"category\":\"{category}\",\"rating\":{rating},\
         \"seconds\":{{\"think\":1,\"speak\":60,\"over\":0}},\"drill\":\"d\",\"seed\":1}}\n"
    )
}

#[test]
fn weak_says_what_slips_before_what_improves_and_names_what_was_never_tried() {
    let env = TestEnvironment::new();
    let said = json(&env, &["--demo", "weak", "--json"]);
    let weak = rows(&said["weak"]);
    let keys: HashSet<&str> = weak[0].as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "category",
        "ready",
        "importance",
        "rating",
        "spread",
        "recall",
        "answered",
        "questions",
        "attempts",
        "last",
        "reason",
    ];
    assert_eq!(keys, HashSet::from(expected));
    assert_eq!((&said["format"], said["problems"].is_array()), (&2.into(), true));
    let figure = |row: &Value, key: &str| row[key].as_f64().unwrap();
    let wanted = |row: &Value| figure(row, "importance") * (1.0 - figure(row, "ready"));
    assert!(
        weak.iter()
            .map(wanted)
            .collect::<Vec<f64>>()
            .is_sorted_by(|a, b| a + 1e-3 >= *b),
        "{weak:?}"
    );
    let untold: Vec<&Value> = weak.iter().filter(|row| row["attempts"] == 0).collect();
    assert!(!untold.is_empty());
    assert!(
        untold
            .iter()
            .all(|row| row["reason"] == "not tried yet" && row["recall"].is_null() && row["last"].is_null())
    );
    let ready: Vec<f64> = weak.iter().map(|row| figure(row, "ready")).collect();
    let spread = ready.iter().copied().fold(0.0, f64::max) - ready.iter().copied().fold(1.0, f64::min);
    assert!(spread >= 0.4, "{ready:?}");
    let place = |category| column(weak, "category").iter().position(|one| one == category).unwrap();
    assert!(place("conflict") < place("failure"));
}

#[test]
fn what_is_printed_for_people_fits_eighty_columns() {
    let env = TestEnvironment::with_home();
    for words in [
        &["--demo", "weak"][..],
        &["--demo", "stats"],
        &["--demo", "plan"],
        &["--demo", "plan", "--date", "2026-11-30"],
        &["weak"],
        &["stats"],
        &["plan"],
    ] {
        let said = env.run(words).ok();
        assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
        assert!(!said.trim().is_empty());
    }
}

#[test]
fn a_plan_keeps_to_its_minutes_and_its_date() {
    let env = TestEnvironment::new();
    let said = json(
        &env,
        &["--demo", "plan", "--date", "2026-11-30", "--minutes", "20", "--json"],
    );
    let plan = rows(&said["plan"]);
    let minutes: Vec<u64> = plan.iter().map(|day| day["minutes"].as_u64().unwrap()).collect();
    assert_eq!(minutes.len(), 10);
    assert!(
        minutes[..8].iter().all(|minutes| (1..=20).contains(minutes)) && minutes[8] <= 10 && minutes[9] <= 6,
        "{minutes:?}"
    );
    assert_eq!(
        (column(plan, "date")[0].as_str(), column(plan, "date")[9].as_str()),
        ("2026-11-21", "2026-11-30")
    );
    assert_eq!(column(plan, "kind")[7..], ["practice", "eve", "interview"]);
    let touched: HashSet<&Value> = plan
        .iter()
        .flat_map(|day| rows(&day["categories"]))
        .map(|c| &c["category"])
        .collect();
    let untouched: Vec<&Value> = rows(&said["order"])
        .iter()
        .filter(|category| !touched.contains(category))
        .collect();
    assert!(untouched.is_empty(), "{untouched:?}");
    assert_eq!(said["without_room"], Value::Array(Vec::new()));
}

#[test]
fn the_day_of_a_plan_is_named_as_people_say_it() {
    let env = TestEnvironment::new();
    let plan = |date: &str| env.run(&["--demo", "plan", "--date", date, "--json"]);
    for (said, day) in [
        ("next fri", "2026-11-27"),
        ("in 9 days", "2026-11-30"),
        ("1 Dec", "2026-12-01"),
        ("tomorrow 9am", "2026-11-22"),
        ("2026-11-30", "2026-11-30"),
    ] {
        let value: Value = serde_json::from_str(&plan(said).ok()).unwrap();
        assert_eq!(value["date"], day, "{said}");
    }
    for (said, cause) in [
        ("2026-11-21", "2026-11-21 is not a day to come"),
        ("2026-11-01", "2026-11-01 is not a day to come"),
        ("today", "2026-11-21 is not a day to come"),
        ("soonish", "\"soonish\" is no date this understands; write it like"),
        ("30 feb", "there is no such day as in \"30 feb\""),
    ] {
        let fault = plan(said).fails(2);
        assert!(fault.contains(&format!("cause: {cause}")), "{fault}");
        assert!(fault.contains("hint: Name a day after 2026-11-21"), "{fault}");
    }
}

#[test]
fn a_plan_leads_to_the_next_round_in_the_files() {
    let env = TestEnvironment::new();
    env.write(
        "interviews/2026-11-10-acme.md",
        "---\ncompany: Acme\nrounds:\n  - kind: onsite\n    at: 2026-11-25 10:00\n---\n",
    );
    let said = env.run(&["plan"]).ok();
    assert!(
        said.starts_with("To Wed 25 Nov, in 4 days: at most 20 minutes a day\n"),
        "{said}"
    );
    let said = json(&env, &["plan", "--json"]);
    assert_eq!(
        (said["date"].as_str(), rows(&said["plan"]).len()),
        (Some("2026-11-25"), 5)
    );
}

#[test]
fn what_is_fading_is_due_and_what_was_told_yesterday_is_not() {
    let env = TestEnvironment::new();
    let log: String = [
        told(1, 19, "conflict-design-review", "conflict", 1),
        told(2, 0, "failure-missed-goal", "failure", 4),
    ]
    .concat();
    env.write("log/a/r.jsonl", log);
    let asked = env
        .run(&["drill", "--plain", "--pick", "due", "--seed", "1"])
        .input("\n\n3\n\n")
        .ok();
    assert!(asked.contains("1 of 1"), "{asked}");
    let rows = env.rows("attempts");
    assert_eq!(rows.len(), 3);
    assert_eq!(column(&rows, "question")[2], "conflict-design-review");
    assert_eq!(rows[2]["pick"], "due");
}

#[test]
fn stats_count_what_was_told() {
    let env = TestEnvironment::with_home();
    assert_eq!(
        env.run(&["stats"]).ok(),
        "Nothing practised yet. Begin with `greenroom drill`.\n"
    );
    let log: String = (0..6)
        .map(|n| told(n, 3 * n as i64, "conflict-design-review", "conflict", 1 + n % 4))
        .collect();
    env.write("log/a/r.jsonl", log);
    let said = json(&env, &["stats", "--json"]);
    let stats = &said["stats"];
    assert_eq!(
        (&stats["all"]["attempts"], &stats["all"]["minutes"], &stats["days"]),
        (&6.into(), &6.0.into(), &6.into())
    );
    assert_eq!(
        (&stats["all"]["froze"], &stats["all"]["strong"]),
        (&2.into(), &1.into())
    );
    let weeks: u64 = rows(&stats["weeks"])
        .iter()
        .map(|week| week["attempts"].as_u64().unwrap())
        .sum();
    assert_eq!((weeks, rows(&stats["weeks"]).len()), (6, 8));
    assert_eq!(stats["recall"], "Recall goes by the usual pace of forgetting");
    assert_eq!(column(rows(&stats["categories"]), "category"), ["conflict"]);
}

#[test]
fn what_is_dated_later_than_now_counts_in_stats_as_it_does_in_weak_and_is_named() {
    let env = TestEnvironment::new();
    let log: String = (0..3)
        .map(|n| told(n, 10 - 20 * n as i64, "conflict-design-review", "conflict", 2))
        .collect();
    env.write("log/a/r.jsonl", log);
    let said = env.run(&["stats"]).ok();
    assert!(
        said.starts_with("3 questions told on 3 days, 3 minutes spoken\n"),
        "{said}"
    );
    assert!(said.contains("\n2 of them are dated later than now: a clock was wrong, then or today\n"));
    let stats = json(&env, &["stats", "--json"]);
    let weak = json(&env, &["weak", "--json"]);
    let conflict = rows(&weak["weak"]).iter().find(|row| row["category"] == "conflict");
    assert_eq!(stats["stats"]["all"]["attempts"], conflict.unwrap()["attempts"]);
    assert_eq!(stats["stats"]["later"], 2);
}

#[test]
fn today_is_the_days_share_of_the_plan_and_says_when_it_is_done() {
    let mut session = Session::with(|places| {
        let folder = places.log().join("a");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join("r.jsonl"),
            told(1, 3, "conflict-design-review", "conflict", 2),
        )
        .unwrap();
        let interviews = places.home.join("interviews");
        std::fs::create_dir_all(&interviews).unwrap();
        let acme = "---\ncompany: Acme\nrounds:\n  - kind: onsite\n    at: 2026-11-30 10:00\n---\n";
        std::fs::write(interviews.join("2026-11-10-acme.md"), acme).unwrap();
    });
    let plan = session.app.overview.today.clone();
    assert_eq!(plan.len(), 6);
    assert!(
        session.screen().contains("  6 questions, about 18 min"),
        "{}",
        session.screen()
    );
    session.keys("<enter>");
    let asked = session.app.screens.drill().map(|screen| screen.drill.left());
    assert_eq!(asked.as_ref(), Some(&plan));
    for _ in &plan {
        session.keys("<enter>").wait(10).keys("<enter>3<enter>");
    }
    session.keys("<esc>");
    let screen = session.screen();
    assert!(screen.contains("▌ Done for today"), "{screen}");
    let mut tomorrow = session.again("24h");
    assert!(
        tomorrow.screen().contains("  6 questions, about 18 min"),
        "{}",
        tomorrow.screen()
    );
    let next = &tomorrow.app.overview.today;
    assert!(
        next.iter().all(|question| !plan.contains(question)),
        "a question waits for its gap: {next:?}"
    );
    let eve = tomorrow.again("168h");
    assert_eq!(
        eve.app.overview.today.len(),
        2,
        "the evening before the interview has the worst two"
    );
}

#[test]
fn commands_say_what_the_screen_says() {
    let env = TestEnvironment::new();
    let demo = Demo::open(BEGIN.parse().unwrap(), &TimeZone::UTC).unwrap();
    let home = &demo.places().home;
    for file in files(home) {
        let name = file.strip_prefix(home).unwrap().to_string_lossy().into_owned();
        env.write(&name, std::fs::read(&file).unwrap());
    }
    // What interviews taught counts on both sides.
    let lessons: String = ["people", "motivation", "failure"]
        .iter()
        .map(|category| format!("- [ ] say why ({category}, 2026-11-20)\n"))
        .collect();
    env.write(
        "interviews/2026-11-18-arbor.md",
        format!("---\ncompany: Arbor\noutcome: rejected\n---\n## Improve\n{lessons}"),
    );
    let mut session = Session::over(&env.home());
    let weak = json(&env, &["weak", "--json"]);
    let weak = rows(&weak["weak"]);
    let categories = column(weak, "category");
    let reason = weak[0]["reason"].as_str().unwrap_or_default();
    assert!(reason.contains(": "), "somebody said it: {weak:?}");
    let today: Vec<&str> = session.app.overview.today.iter().map(QuestionId::as_str).collect();
    let plan = json(&env, &["plan", "--json"]);
    assert!(!today.is_empty());
    assert_eq!(plan["plan"][0]["questions"], Value::from(today));
    let screen = session.size(120, 60).keys("r").screen();
    let first = |line: &str| -> Option<String> {
        let word = line.trim_start_matches("▌ ").split_whitespace().next()?;
        Category::from_id(word).map(|category| category.id().to_owned())
    };
    let shown: Vec<String> = screen.lines().filter_map(first).collect();
    assert_eq!(shown, categories, "{screen}");
    let page = env.run(&["report"]).ok();
    let (_, page) = page.split_once("<h2 id=\"weak\">").unwrap();
    let place = |row: &Value| {
        let title = Category::from_id(row["category"].as_str().unwrap()).unwrap().title();
        let cell = format!("<th scope=\"row\">{title}");
        page.find(&cell).or_else(|| page.find(&format!("{title} ("))).unwrap()
    };
    let places: Vec<usize> = weak.iter().map(place).collect();
    assert!(places.is_sorted(), "{categories:?} at {places:?}");
    let stats = &json(&env, &["stats", "--json"])["stats"];
    assert_eq!(stats["all"]["attempts"], session.app.overview.attempts);
    for row in weak.iter().filter(|row| row["attempts"] != 0) {
        let counted = rows(&stats["categories"]);
        let same = counted.iter().find(|one| one["category"] == row["category"]);
        assert_eq!(same.map(|one| &one["attempts"]), Some(&row["attempts"]), "{row}");
    }
}
