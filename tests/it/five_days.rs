//! Five days of a junior before an interview, through the program: what each day's plan holds.

use std::collections::HashSet;

use serde_json::Value;

use crate::session::Session;
use crate::support::TestEnvironment;

/// The days of practice, and the day of the interview.
const DAYS: [&str; 6] = [
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
];

fn json(env: &TestEnvironment, day: &str, words: &[&str]) -> Value {
    serde_json::from_str(&env.run_at(&format!("{day}T09:00:00Z"), words).ok()).unwrap()
}

fn words(value: &Value) -> Vec<String> {
    let some = value.as_array().unwrap().iter();
    some.map(|word| word.as_str().unwrap().to_owned()).collect()
}

/// A junior with one finished answer, to a question on failure, and a round on the sixth day that has no time.
fn junior() -> TestEnvironment {
    let env = TestEnvironment::with_home();
    env.write("greenroom.yaml", "format: 1\nlevel: junior\n");
    env.write(
        "interviews/2026-11-20-acme.md",
        "---\ncompany: Acme\nrounds:\n  - kind: onsite\n    at: 2026-11-28\n---\n",
    );
    let story = "## Situation\nThe label printer ran at night.\n## Task\nIt was my change.\n\
                 ## Action\nI stopped it and wrote a dry run.\n## Result\nNo label came twice again.\n";
    env.write(
        "answers/printer.md",
        format!(
            "---\nid: k7m2qx\ntitle: The label printer\nkind: story\nquestions: [failure-production]\n---\n{story}"
        ),
    );
    env
}

/// How the junior tells a category for the so-manieth time: conflict freezes at first, deadline is rough, the rest solid.
fn rating(category: &str, before: usize) -> &'static str {
    match (category, before) {
        ("conflict", 0) => "1",
        ("conflict", 1) | ("deadline", 0) => "2",
        ("motivation", _) => "4",
        _ => "3",
    }
}

#[test]
fn what_froze_and_went_rough_comes_back_and_nothing_new_comes_last() {
    let env = junior();
    let (mut told, mut poor): (Vec<(String, String)>, HashSet<String>) = (Vec::new(), HashSet::new());
    for (n, day) in DAYS[..5].iter().enumerate() {
        let plan = json(&env, day, &["plan", "--json"]);
        let days = plan["plan"].as_array().unwrap();
        assert_eq!(days.len(), 6 - n, "the day of the interview is the last of the plan");
        let today = words(&days[0]["questions"]);
        let order = words(&plan["order"]);
        let weak = json(&env, day, &["weak", "--json"]);
        let rows = weak["weak"].as_array().unwrap();
        assert_eq!(
            order,
            rows.iter()
                .map(|row| row["category"].as_str().unwrap())
                .collect::<Vec<_>>()
        );
        assert!(!order.contains(&"people".to_owned()), "a junior manages nobody");
        assert!(
            poor.iter().all(|id| today.contains(id)),
            "{day}: {poor:?} are not in {today:?}"
        );
        if n == 4 {
            assert_eq!(days[0]["kind"], "eve");
            assert!(
                today.iter().all(|id| told.iter().any(|(known, _)| known == id)),
                "{today:?}"
            );
            assert!(
                today.contains(&"failure-production".to_owned()),
                "one's own answer, {today:?}"
            );
        }
        if n == 1 {
            assert_eq!(
                (order[0].as_str(), rows[0]["reason"].as_str()),
                ("conflict", Some("froze last time"))
            );
        }
        poor.clear();
        let categories: Vec<String> = today.iter().map(|id| category_of(&env, id)).collect();
        for (id, category) in today.iter().zip(categories) {
            let rating = rating(&category, told.iter().filter(|(_, other)| *other == category).count());
            let at = format!("{day}T10:{:02}:00Z", told.len());
            env.run_at(&at, &["drill", "--plain", id])
                .input(format!("\n\n{rating}\n\n"))
                .ok();
            told.push((id.clone(), category));
            if rating < "3" {
                poor.insert(id.clone());
            }
        }
        let done = json(&env, day, &["plan", "--json"]);
        assert!(words(&done["plan"][0]["questions"]).is_empty(), "the day is done");
    }
    let told: Vec<&str> = told.iter().map(|(id, _)| id.as_str()).collect();
    assert!(
        told.contains(&"failure-production"),
        "the finished answer is told before the date"
    );
    let day = &json(&env, DAYS[5], &["plan", "--json"])["plan"][0];
    let warm_up = words(&day["questions"]);
    assert_eq!((day["kind"].as_str(), warm_up.len()), (Some("interview"), 2));
    assert!(
        warm_up
            .iter()
            .all(|id| told.contains(&id.as_str()) && !poor.contains(id)),
        "{warm_up:?}"
    );
    let printed = env.run_at(&format!("{}T09:00:00Z", DAYS[5]), &["plan"]).ok();
    assert!(
        printed.starts_with("Today is the day.\n") && printed.contains("to warm up: "),
        "{printed}"
    );
}

fn category_of(env: &TestEnvironment, id: &str) -> String {
    let questions = env.rows("questions");
    let found = questions.iter().find(|row| row["id"] == id).unwrap();
    assert!(
        words(&found["levels"]).contains(&"junior".to_owned()),
        "{id} is asked of a junior"
    );
    found["category"].as_str().unwrap().to_owned()
}

#[test]
fn a_round_without_a_time_is_written_down_from_its_evening_on() {
    let env = junior();
    // Seven days after the day all sessions begin, at nine.
    let screen = |later: &str| Session::over(&env.home()).again(later).screen();
    let (noon, evening) = (screen("171h"), screen("178h"));
    assert!(
        !noon.contains("Write down") && noon.contains("the day itself"),
        "{noon}"
    );
    assert!(
        evening.contains("Write down") && !evening.contains("the day itself"),
        "{evening}"
    );
}
