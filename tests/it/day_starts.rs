//! Practice after midnight, and far from home: which day it counts to.

use serde_json::Value;

use crate::session::Session;
use crate::support::TestEnvironment;

/// Tells one question at a time of the clock in UTC, which is the zone of all tests.
fn tell(env: &TestEnvironment, at: &str, id: &str) {
    env.run_at(at, &["drill", "--plain", id]).input("\n\n3\n\n").ok();
}

fn json(env: &TestEnvironment, at: &str, words: &[&str]) -> Value {
    serde_json::from_str(&env.run_at(at, words).ok()).unwrap()
}

#[test]
fn what_is_told_after_midnight_counts_to_the_evening_before_where_the_day_starts_later() {
    for (settings, days, today) in [("", 2, "2026-11-21"), ("day_starts: 04:00\n", 1, "2026-11-20")] {
        let env = TestEnvironment::with_home();
        env.write("greenroom.yaml", format!("format: 1\n{settings}"));
        tell(&env, "2026-11-20T23:30:00Z", "failure-failed");
        tell(&env, "2026-11-21T00:30:00Z", "conflict-coworker");
        let stats = json(&env, "2026-11-21T01:00:00Z", &["stats", "--json"]);
        assert_eq!(stats["stats"]["days"], days, "{stats}");
        let plan = json(&env, "2026-11-21T01:00:00Z", &["plan", "--json"]);
        assert_eq!(plan["plan"][0]["date"], today);
        let weak = env.run_at("2026-11-21T01:00:00Z", &["weak"]).ok();
        assert_eq!(weak.contains("yesterday"), days == 2, "{weak}");
        // The day goes on with what is left of it: two of six questions are told.
        let left = plan["plan"][0]["questions"].as_array().unwrap().len();
        assert_eq!(left, if days == 1 { 4 } else { 5 });
    }
}

#[test]
fn a_start_of_the_day_that_cannot_be_read_is_said_and_what_hangs_on_it_ends_with_two() {
    let env = TestEnvironment::with_home();
    env.write("greenroom.yaml", "format: 1\nday_starts: late\n");
    let (printed, said) = env.run(&["plan"]).ends(2);
    assert!(printed.contains("The week ahead"), "{printed}");
    assert!(
        said.contains("\"late\" is no time before noon") && said.contains("like 04:00"),
        "{said}"
    );
}

#[test]
fn when_a_day_begins_is_a_row_of_the_settings() {
    let env = TestEnvironment::with_home();
    env.write("greenroom.yaml", "format: 1\nlevel: junior\n");
    let mut session = Session::over(&env.home()).again("17h");
    assert!(session.screen().contains("Sun 22 Nov"), "two at night");
    session.keys(",");
    while !session.screen().contains("▌ day starts") {
        session.keys("j");
    }
    session.keys("<right><right><right>");
    assert!(
        session.screen().contains("day starts      03:00"),
        "{}",
        session.screen()
    );
    session.keys("<esc>");
    assert!(session.screen().contains("Sat 21 Nov"), "{}", session.screen());
    let written = std::fs::read_to_string(session.world.places.settings()).unwrap();
    assert!(written.contains("\nday_starts: 03:00\n"), "{written}");
}
