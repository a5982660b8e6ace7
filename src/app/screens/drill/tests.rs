//! A drill on the screen, without a program around it.

use super::summary::NextStep;
use super::*;
use crate::app::context::tests::Fixture;
use crate::app::route::Intent;
use crate::domain::answer::Answer;
use crate::domain::answer::tests::answer;
use crate::domain::category::Category;
use crate::domain::history::event::{Event, EventKind, EventMeta};
use crate::domain::id::EventId;
use crate::domain::library::Library;
use crate::domain::progress::selection::tests::question;

/// A home with two questions, and a drill of both in it.
fn begun() -> (Fixture, DrillScreen) {
    let category = Category::ALL[1];
    let home = Fixture::new(Library::new(
        vec![question("a", category), question("b", category)],
        Vec::new(),
    ));
    let order = DrillRequest {
        questions: vec!["a".into(), "b".into()],
        think: Some(0),
        ..DrillRequest::default()
    };
    let ids = NewIds::new(&home.startup.run, 1);
    let screen = DrillScreen::begin(&order, 7, ids, &home.at(0)).unwrap();
    (home, screen)
}

/// What is written down, as it would stand in the log.
fn recorded(requests: &Requests) -> Vec<(EventId, EventKind)> {
    let record = |request: &Request| match request {
        Request::Record(id, what) => Some((id.clone(), what.clone())),
        _ => None,
    };
    requests.iter().filter_map(record).collect()
}

fn kinds(requests: &Requests) -> Vec<&'static str> {
    let kind = |request: &Request| match request {
        Request::Record(_, EventKind::Drill(_)) => "drill",
        Request::Record(_, EventKind::Attempt(_)) => "attempt",
        Request::Record(_, EventKind::Correction { .. }) => "correction",
        Request::Record(_, EventKind::Note { .. }) => "note",
        Request::Record(_, EventKind::DrillEnded { .. }) => "ended",
        Request::Open(Route::EndDrill) => "whether to end",
        Request::Close => "close",
        _ => "other",
    };
    requests.iter().map(kind).collect()
}

/// What the program does with what is written down.
fn keep(home: &mut Fixture, requests: &Requests) {
    for (n, (id, what)) in (0..).zip(recorded(requests)) {
        let meta = EventMeta {
            t: home.startup.now.wall,
            dev: home.startup.device.clone(),
            run: home.startup.run.clone(),
            n,
            id,
            off: 0,
        };
        home.workspace.history.add(Event { meta, kind: what });
    }
}

#[test]
fn the_first_rating_is_written_with_the_beginning_and_a_changed_one_when_the_hand_rests() {
    let (home, mut screen) = begun();
    screen.act(Action::Open, &home.at(9));
    let asked = screen.act(Action::Choose(Rating::Solid.number()), &home.at(10));
    assert_eq!(kinds(&asked), ["drill", "attempt"]);
    assert_eq!(
        kinds(&screen.act(Action::Choose(Rating::Rough.number()), &home.at(11))),
        [""; 0]
    );
    assert!(!screen.settled());
    assert_eq!(kinds(&screen.tick(&home.at(12))), [""; 0]);
    assert_eq!(screen.wake_in(home.at(12).now), Some(Duration::from_secs(1)));
    assert_eq!(kinds(&screen.tick(&home.at(13))), ["correction"]);
    assert_eq!(kinds(&screen.act(Action::Open, &home.at(14))), [""; 0]);
}

#[test]
fn a_note_typed_anywhere_is_written_down_and_belongs_to_its_question() {
    let (home, mut screen) = begun();
    screen.act(Action::New, &home.at(1));
    assert!(screen.contexts(&home.at(1)).contains(&At::Editing));
    screen.line().unwrap().insert("the number");
    screen.line_changed(&home.at(2));
    let written = screen.act(Action::Accept, &home.at(2));
    assert_eq!(kinds(&written), ["note"]);
    screen.act(Action::Open, &home.at(3));
    let rated = recorded(&screen.act(Action::Choose(Rating::Froze.number()), &home.at(4)));
    assert!(matches!(&rated[1].1, EventKind::Attempt(attempt) if attempt.note == "the number"));
}

#[test]
fn a_drill_ends_once_and_one_without_a_rating_leaves_nothing() {
    let (mut home, mut screen) = begun();
    assert_eq!(kinds(&screen.act(Action::Back, &home.at(1))), ["whether to end"]);
    let (_, mut bare) = begun();
    assert_eq!(kinds(&bare.act(Action::Accept, &home.at(1))), ["close"]);
    screen.act(Action::Open, &home.at(2));
    let rated = screen.act(Action::Choose(Rating::Solid.number()), &home.at(3));
    keep(&mut home, &rated);
    let ended = screen.act(Action::Accept, &home.at(4));
    assert!(matches!(&recorded(&ended)[..], [(_, EventKind::DrillEnded { left, .. })] if left.len() == 1));
    screen.act(Action::TakeBack, &home.at(5));
    assert_eq!(screen.drill.phase, Phase::Rate);
    let again = screen.act(Action::Choose(Rating::Strong.number()), &home.at(6));
    assert_eq!(kinds(&again), [""; 0], "it is corrected, not made a second time");
    assert_eq!(kinds(&screen.act(Action::Open, &home.at(7))), ["correction"]);
    assert_eq!(kinds(&screen.act(Action::Back, &home.at(8))), ["close"]);
}

#[test]
fn a_rating_is_written_down_before_the_answer_is_opened_or_the_program_leaves() {
    let (home, mut screen) = begun();
    screen.act(Action::Open, &home.at(2));
    screen.act(Action::Choose(Rating::Solid.number()), &home.at(3));
    screen.act(Action::Choose(Rating::Rough.number()), &home.at(4));
    let asked = screen.act(Action::Edit, &home.at(4));
    assert!(matches!(
        &asked[..],
        [Request::Record(..), Request::Open(Route::NewAnswer(Some(_)))]
    ));
    screen.act(Action::Choose(Rating::Strong.number()), &home.at(5));
    assert_eq!(kinds(&screen.leaving(&home.at(5))), ["correction"]);
}

#[test]
fn the_clock_rests_under_what_lies_over_it_and_stays_paused_where_it_was() {
    let (home, mut screen) = begun();
    screen.cover(true, home.at(3).now);
    screen.cover(false, home.at(9).now);
    assert_eq!(screen.drill.seconds(home.at(10).now), 4);
    screen.act(Action::Toggle, &home.at(10));
    screen.cover(true, home.at(11).now);
    screen.cover(false, home.at(12).now);
    assert_eq!(screen.drill.hold(), Hold::Paused);
}

/// A home whose questions have answers with two key points each, its drill at the first rating.
fn rating() -> (Fixture, DrillScreen) {
    let category = Category::ALL[1];
    let told = |id: &str, question: &str| Answer {
        id: id.into(),
        questions: vec![question.into()],
        ..answer("## Action\n- asked both\n- a trial\n")
    };
    let home = Fixture::new(Library::new(
        vec![question("a", category), question("b", category)],
        vec![told("one", "a"), told("two", "b")],
    ));
    let order = DrillRequest {
        questions: vec!["a".into(), "b".into()],
        think: Some(0),
        ..DrillRequest::default()
    };
    let ids = NewIds::new(&home.startup.run, 1);
    let mut screen = DrillScreen::begin(&order, 7, ids, &home.at(0)).unwrap();
    screen.act(Action::Open, &home.at(60));
    (home, screen)
}

#[test]
fn arrows_and_enter_rate_as_the_digits_do_and_nothing_is_chosen_before_them() {
    let (home, mut screen) = rating();
    assert!(screen.refusal(Action::Open, &home.at(61)).is_some());
    for _ in 0..3 {
        screen.act(Action::Down, &home.at(61));
    }
    assert_eq!(screen.label(Action::Open, None, &home.at(61)), Some("it was solid"));
    assert_eq!(screen.refusal(Action::Open, &home.at(61)), None);
    let asked = screen.act(Action::Open, &home.at(62));
    assert_eq!(
        kinds(&asked),
        ["drill", "attempt", "other"],
        "and the text of the answer"
    );
    assert_eq!(screen.focus, RateFocus::Point(0), "on to the key points");
    assert_eq!(screen.label(Action::Open, None, &home.at(62)), Some("next"));
    screen.act(Action::Up, &home.at(63));
    assert_eq!(screen.label(Action::Open, None, &home.at(63)), Some("it was strong"));
}

#[test]
fn key_points_and_what_was_missing_are_ticks_of_one_list() {
    let (home, mut screen) = rating();
    screen.act(Action::Choose(Rating::Rough.number()), &home.at(61));
    screen.act(Action::Toggle, &home.at(62));
    assert_eq!(screen.focus, RateFocus::Point(1));
    screen.act(Action::Down, &home.at(62));
    assert_eq!(screen.label(Action::Toggle, None, &home.at(62)), Some("it was missing"));
    screen.act(Action::Toggle, &home.at(62));
    let change = recorded(&screen.tick(&home.at(64)));
    assert!(
        matches!(&change[..], [(_, EventKind::Correction { change, .. })]
            if change.beats.clone().flatten().is_some_and(|beats| beats.hit == ["asked both"])
                && change.dimensions.is_some_and(|sides| sides[0] == Some(Rating::Rough))),
        "{change:?}"
    );
    screen.act(Action::Up, &home.at(65));
    screen.act(Action::Toggle, &home.at(65));
    let telling = screen.drill.now.clone().unwrap();
    assert!(telling.dimensions.iter().all(Option::is_none), "the tick is taken away");
}

#[test]
fn the_answer_told_turns_both_ways_and_none_lies_between_the_ends() {
    let (home, mut screen) = rating();
    let told = |screen: &DrillScreen| screen.drill.now.clone().unwrap().answer.map(|id| id.to_string());
    let turn = |action, screen: &mut DrillScreen| {
        screen.act(action, &home.at(61));
        told(screen)
    };
    let onward: Vec<_> = (0..3).map(|_| turn(Action::More, &mut screen)).collect();
    assert_eq!(onward, [Some("two".to_owned()), None, Some("one".to_owned())]);
    let back: Vec<_> = (0..3).map(|_| turn(Action::Less, &mut screen)).collect();
    assert_eq!(back, [None, Some("two".to_owned()), Some("one".to_owned())]);
}

#[test]
fn the_summary_begins_with_the_next_step() {
    let (home, mut screen) = rating();
    screen.act(Action::Choose(Rating::Rough.number()), &home.at(61));
    screen.act(Action::Open, &home.at(62));
    screen.act(Action::Open, &home.at(90));
    screen.act(Action::Choose(Rating::Strong.number()), &home.at(91));
    screen.act(Action::Open, &home.at(92));
    assert_eq!(screen.drill.phase, Phase::Summary);
    assert_eq!(screen.next_step(&home.at(93)), NextStep::Again(vec!["a".into()]));
    let again = screen.act(Action::Open, &home.at(93));
    assert!(matches!(&again[..], [Request::Replace(Route::Drill(order))] if order.questions == ["a".into()]));
    screen.act(Action::Down, &home.at(94));
    let answer = screen.act(Action::Open, &home.at(94));
    assert_eq!(answer, [Route::EditAnswer("one".into(), Intent::Write).into()]);
    screen.drill.told[0].rating = Some(Rating::Solid);
    assert_eq!(screen.next_step(&home.at(95)), NextStep::Done(None));
    let (bare, mut told) = begun();
    told.act(Action::Open, &bare.at(9));
    told.act(Action::Choose(Rating::Solid.number()), &bare.at(10));
    told.act(Action::Accept, &bare.at(11));
    assert_eq!(told.next_step(&bare.at(12)), NextStep::Write("a".into()));
}
