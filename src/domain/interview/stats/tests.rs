use super::*;
use crate::domain::category::Category;
use crate::domain::history::event::{Event, EventKind};
use crate::domain::history::tests::{attempt, event};
use crate::store::interviews::parse;

fn now() -> Timestamp {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

fn interview(front: &str, body: &str) -> Interview {
    let text = format!("---\ncompany: A\n{front}---\n{body}");
    let (interview, problems) = parse(&text, "interviews/2026-10-01-a.md").unwrap();
    assert_eq!(problems, []);
    interview
}

fn told(n: u64, t: &str, rating: u8) -> Event {
    let t: Timestamp = t.parse().unwrap();
    let rating = Rating::from_number(rating).unwrap();
    let attempt = attempt(&format!("{n}"), t.as_second(), "q-one", Category::Failure, rating);
    event(n, t.as_second(), EventKind::Attempt(Box::new(attempt)))
}

#[test]
fn prepared_and_asked_are_compared_by_linked_questions() {
    let one = interview(
        "",
        "## Prepared\n- a (question q-one)\n- again (question q-one)\n- b (question q-two)\n- a story (answer x)\n\
             ## Asked\n- a (question q-one, rough)\n- c (question q-three)\n- something else\n",
    );
    let sum = prepared([&one, &one]);
    assert_eq!((sum.prepared, sum.asked, sum.both, sum.unlinked), (4, 4, 2, 2));
}

#[test]
fn practice_is_compared_with_what_came_after_it_and_a_mean_needs_enough() {
    let history = History::fold(vec![
        told(1, "2026-11-01T09:00:00Z", 3),
        told(2, "2026-11-04T09:00:00Z", 4),
        told(3, "2026-11-05T20:00:00Z", 1),
    ]);
    let asked = |count: usize| {
        let line = "- a (question q-one, rough, 2026-11-05)\n".repeat(count);
        [interview(
            "",
            &format!("## Asked\n{line}- b (question q-none, rough, 2026-11-05)\n- c (question q-one)\n"),
        )]
    };
    let few = calibration(&asked(ENOUGH - 1), &history, (now(), &Local::UTC));
    assert_eq!((few.pairs.len(), few.kinder), (ENOUGH - 1, None));
    assert_eq!(
        (few.pairs[0].practice, few.pairs[0].real),
        (Rating::Strong, Rating::Rough)
    );
    let enough = calibration(&asked(ENOUGH), &history, (now(), &Local::UTC));
    assert_eq!((enough.kinder, enough.within), (Some(2.0), Some(0.0)));
}

#[test]
fn the_funnel_counts_stages_days_and_says_no_odds_from_little() {
    let all = [
        interview(
            "applied: 2026-10-01\nrounds: [{kind: recruiter, at: 2026-10-05}, {kind: onsite, at: 2026-10-20}]\noutcome: offer\nclosed: 2026-10-30\n",
            "",
        ),
        interview(
            "applied: 2026-10-01\nrounds: [{kind: recruiter, at: 2026-10-11}, {kind: onsite, at: 2026-12-20}]\n",
            "",
        ),
        interview("applied: 2026-10-01\noutcome: cold\n", ""),
        interview("rounds: [{kind: take-home}]\noutcome: rejected\n", ""),
        interview("rounds: [{kind: mock, at: 2026-10-11}]\n", ""),
        interview(
            "rounds: [{kind: panel, at: 2026-10-11, state: cancelled}, {kind: feedback, at: 2026-10-12}]\noutcome: withdrawn\n",
            "",
        ),
    ];
    let funnel = funnel(&all, now(), &Local::UTC);
    let counts: Vec<(usize, usize)> = funnel.steps.iter().map(|step| (step.reached, step.ended)).collect();
    assert_eq!(counts, [(5, 2), (3, 1), (1, 0), (1, 1)]);
    let days: Vec<Option<f64>> = funnel.steps.iter().map(|step| step.days).collect();
    assert_eq!(days, [Some(7.0), Some(15.0), Some(10.0), None]);
    assert_eq!((funnel.cold, funnel.open), (1, 1));
    assert!(funnel.steps.iter().all(|step| step.odds.is_none()));
}

#[test]
fn a_first_talk_that_was_the_onsite_says_nothing_of_the_days_to_it() {
    let one = interview("applied: 2026-10-01\nrounds: [{kind: onsite, at: 2026-10-20}]\n", "");
    let funnel = funnel(&[one], now(), &Local::UTC);
    let days: Vec<Option<f64>> = funnel.steps.iter().map(|step| step.days).collect();
    assert_eq!(days, [Some(19.0), None, None, None]);
}

#[test]
fn odds_have_the_interval_of_wilson() {
    assert_eq!(Odds::of(3, ENOUGH - 1), None);
    let odds = Odds::of(2, 10).unwrap();
    // By hand: middle (0.2 + 0.19208) / 1.38416, half width 1.96 / 1.38416 · sqrt(0.016 + 0.009604).
    assert!(
        (odds.low - 0.0567).abs() < 5e-4 && (odds.high - 0.5098).abs() < 5e-4,
        "{odds:?}"
    );
    let (none, all) = (Odds::of(0, 20).unwrap(), Odds::of(20, 20).unwrap());
    assert!(none.low < 1e-9 && (none.high - 0.1611).abs() < 5e-4, "{none:?}");
    assert!(all.high > 1.0 - 1e-9 && (all.low - 0.8389).abs() < 5e-4, "{all:?}");
}
