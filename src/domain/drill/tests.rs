//! A drill by its moments.

use super::*;
use crate::domain::history::attempt::Pick;
use std::time::Duration;

fn at(seconds: f64) -> Moment {
    Moment {
        elapsed: Duration::from_secs_f64(seconds),
        wall: jiff::Timestamp::from_millisecond((seconds * 1000.0) as i64).unwrap_or_default(),
    }
}

fn drill(questions: &[&str]) -> Drill {
    let plan = DrillPlan {
        lens: None,
        id: "d".into(),
        name: "standard".into(),
        questions: questions.iter().map(Into::into).collect(),
        think: 30,
        speak: 120,
        speak_asked: false,
        probes: 0,
        pick: Some(Pick::Random),
        seed: 7,
        resumes: None,
    };
    let tellings = questions
        .iter()
        .map(|q| Turn::new(q.into(), 120, Parts::Star))
        .collect();
    Drill::start(plan, tellings, at(0.0))
}

fn watch(drill: &mut Drill, from: u32, to: u32) -> Vec<Cue> {
    (from..=to)
        .filter_map(|second| drill.advance(at(f64::from(second))))
        .collect()
}

#[test]
fn thinking_runs_out_and_speaking_begins_by_itself() {
    let mut drill = drill(&["a"]);
    assert_eq!(watch(&mut drill, 1, 30), [Cue::SpeakNow]);
    assert_eq!(drill.phase, Phase::Speak);
    assert_eq!(drill.seconds(at(31.5)), 1);
}

#[test]
fn tab_splits_the_time_and_is_taken_back() {
    let mut drill = drill(&["a"]);
    drill.forward(None, at(1.0));
    assert!(drill.next_part(at(11.0)));
    assert!(drill.next_part(at(16.0)));
    assert!(drill.next_part(at(17.0)));
    assert!(drill.part_back());
    drill.forward(None, at(41.0));
    let split = drill.now.as_ref().and_then(Turn::split).unwrap_or_default();
    assert_eq!(split.0, [Some(10.0), Some(5.0), Some(25.0), None, None]);
    assert_eq!(drill.phase, Phase::Rate);
}

#[test]
fn a_pause_rests_the_clock_and_is_counted() {
    let mut drill = drill(&["a"]);
    drill.forward(None, at(0.0));
    drill.set_hold(Hold::Paused, at(3.0));
    drill.set_hold(Hold::Covered, at(5.0));
    drill.set_hold(Hold::Running, at(10.0));
    assert_eq!(drill.seconds(at(12.0)), 5);
    drill.forward(None, at(12.0));
    let stopped = drill.now.as_ref().map(|telling| telling.stopped.read(at(12.0)));
    assert_eq!(stopped, Some(Duration::from_secs(7)));
}

#[test]
fn a_gap_pauses_where_the_clock_was_last_seen() {
    let mut drill = drill(&["a"]);
    drill.forward(None, at(0.0));
    assert_eq!(watch(&mut drill, 1, 4), []);
    assert_eq!(drill.advance(at(700.0)), Some(Cue::Gap(Duration::from_secs(696))));
    assert_eq!(drill.hold(), Hold::Paused);
    drill.set_hold(Hold::Running, at(710.0));
    assert_eq!(drill.seconds(at(711.0)), 5);
    let rested = drill.now.as_ref().map(|telling| telling.stopped.read(at(711.0)));
    assert_eq!(rested, Some(Duration::from_secs(10)));
}

#[test]
fn a_stop_is_a_gap_from_one_second_on_and_never_counts() {
    let mut drill = drill(&["a"]);
    drill.forward(None, at(0.0));
    drill.advance(at(1.0));
    assert_eq!(drill.resumed(at(1.5)), None);
    assert_eq!((drill.hold(), drill.seconds(at(2.5))), (Hold::Running, 2));
    drill.advance(at(2.5));
    assert_eq!(drill.resumed(at(4.0)), Some(Duration::from_millis(1500)));
    assert_eq!((drill.hold(), drill.seconds(at(9.0))), (Hold::Paused, 2));
}

#[test]
fn a_rating_opens_again_and_the_question_put_aside_begins_anew() {
    let mut drill = drill(&["a", "b"]);
    drill.forward(None, at(0.0));
    drill.forward(None, at(9.0));
    if let Some(telling) = drill.now.as_mut() {
        telling.attempt = Some("x".into());
    }
    drill.next(at(10.0));
    drill.forward(None, at(12.0));
    assert!(drill.reopen(at(13.0)));
    assert_eq!((drill.phase, drill.number(), drill.len()), (Phase::Rate, 1, 2));
    drill.next(at(14.0));
    assert_eq!((drill.phase, drill.number(), drill.len()), (Phase::Think, 2, 2));
    assert_eq!(drill.now.as_ref().map(|t| t.question.as_str()), Some("b"));
}

#[test]
fn ending_leaves_what_was_not_told() {
    let mut drill = drill(&["a", "b", "c"]);
    drill.next(at(1.0));
    assert_eq!(drill.left().len(), 2);
    drill.end(at(2.0));
    assert_eq!(drill.phase, Phase::Summary);
    assert!(!drill.rated());
}

#[test]
fn what_happens_is_remembered_in_its_order_for_whoever_keeps_it() {
    let mut drill = drill(&["a", "b"]);
    assert_eq!(
        drill.events(),
        [
            DrillEvent::Asked("a".into()),
            DrillEvent::Entered(Phase::Think),
            DrillEvent::Runs(Phase::Think)
        ]
    );
    drill.forward(None, at(1.0));
    drill.set_hold(Hold::Paused, at(3.0));
    drill.set_hold(Hold::Running, at(4.0));
    assert_eq!(
        drill.events(),
        [
            DrillEvent::Entered(Phase::Speak),
            DrillEvent::Rests(Phase::Think),
            DrillEvent::Runs(Phase::Speak),
            DrillEvent::Rests(Phase::Speak),
            DrillEvent::Runs(Phase::Speak),
        ]
    );
    drill.forward(None, at(9.0));
    assert_eq!(
        drill.events(),
        [DrillEvent::Entered(Phase::Rate), DrillEvent::Rests(Phase::Speak)]
    );
    drill.rate(Rating::Solid, || "x".into());
    drill.rate(Rating::Strong, || "y".into());
    let told = drill.now.clone().unwrap();
    let first = Turn {
        rating: Some(Rating::Solid),
        ..told.clone()
    };
    assert_eq!(drill.events(), [DrillEvent::Rated(first)], "one attempt, one id");
    drill.next(at(10.0));
    assert_eq!(drill.events().first(), Some(&DrillEvent::Kept(told)));
    drill.end(at(11.0));
    let ended = drill.events();
    assert_eq!(ended.last(), Some(&DrillEvent::Ended(vec!["b".into()])));
    assert!(drill.reopen(at(12.0)));
    drill.next(at(13.0));
    let ended = |event: &DrillEvent| matches!(event, DrillEvent::Ended(_));
    assert!(!drill.events().iter().any(ended), "it ends once");
}
