//! A drill on the screen, without a program around it.

use super::*;
use crate::app::context::tests::Fixture;
use crate::domain::category::Category;
use crate::domain::history::event::{Event, Stamp, What};
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
    let order = Order {
        questions: vec!["a".into(), "b".into()],
        think: Some(0),
        ..Order::default()
    };
    let ids = NewIds::new(&home.startup.run, 1);
    let screen = DrillScreen::begin(&order, 7, ids, &home.at(0)).unwrap();
    (home, screen)
}

/// What is written down, as it would stand in the log.
fn recorded(requests: &Requests) -> Vec<(EventId, What)> {
    let record = |request: &Request| match request {
        Request::Record(id, what) => Some((id.clone(), what.clone())),
        _ => None,
    };
    requests.iter().filter_map(record).collect()
}

fn kinds(requests: &Requests) -> Vec<&'static str> {
    let kind = |request: &Request| match request {
        Request::Record(_, What::Drill(_)) => "drill",
        Request::Record(_, What::Attempt(_)) => "attempt",
        Request::Record(_, What::Correction { .. }) => "correction",
        Request::Record(_, What::Note { .. }) => "note",
        Request::Record(_, What::DrillEnded { .. }) => "ended",
        Request::Open(Route::EndDrill) => "whether to end",
        Request::Close => "close",
        _ => "other",
    };
    requests.iter().map(kind).collect()
}

/// What the program does with what is written down.
fn keep(home: &mut Fixture, requests: &Requests) {
    for (n, (id, what)) in (0..).zip(recorded(requests)) {
        let stamp = Stamp {
            t: home.startup.now.wall,
            dev: home.startup.device.clone(),
            run: home.startup.run.clone(),
            n,
            id,
            off: 0,
        };
        home.workspace.history.add(Event { stamp, what });
    }
}

#[test]
fn the_first_rating_is_written_with_the_beginning_and_a_changed_one_when_the_hand_rests() {
    let (home, mut screen) = begun();
    screen.act(Action::Forward, &home.at(9));
    let asked = screen.act(Action::Rate(Rating::Solid), &home.at(10));
    assert_eq!(kinds(&asked), ["drill", "attempt"]);
    assert_eq!(kinds(&screen.act(Action::Rate(Rating::Rough), &home.at(11))), [""; 0]);
    assert!(!screen.settled());
    assert_eq!(kinds(&screen.tick(&home.at(12))), [""; 0]);
    assert_eq!(screen.wake_in(home.at(12).now), Some(Duration::from_secs(1)));
    assert_eq!(kinds(&screen.tick(&home.at(13))), ["correction"]);
    assert_eq!(kinds(&screen.act(Action::Forward, &home.at(14))), [""; 0]);
}

#[test]
fn a_note_typed_anywhere_is_written_down_and_belongs_to_its_question() {
    let (home, mut screen) = begun();
    screen.act(Action::Note, &home.at(1));
    assert!(screen.contexts(&home.at(1)).contains(&At::Editing));
    screen.line().unwrap().insert("the number");
    screen.line_changed(&home.at(2));
    let written = screen.act(Action::Accept, &home.at(2));
    assert_eq!(kinds(&written), ["note"]);
    screen.act(Action::Forward, &home.at(3));
    let rated = recorded(&screen.act(Action::Rate(Rating::Froze), &home.at(4)));
    assert!(matches!(&rated[1].1, What::Attempt(attempt) if attempt.note == "the number"));
}

#[test]
fn a_drill_ends_once_and_one_without_a_rating_leaves_nothing() {
    let (mut home, mut screen) = begun();
    assert_eq!(kinds(&screen.act(Action::Back, &home.at(1))), ["whether to end"]);
    let (_, mut bare) = begun();
    assert_eq!(kinds(&bare.act(Action::Accept, &home.at(1))), ["close"]);
    screen.act(Action::Forward, &home.at(2));
    let rated = screen.act(Action::Rate(Rating::Solid), &home.at(3));
    keep(&mut home, &rated);
    let ended = screen.act(Action::Accept, &home.at(4));
    assert!(matches!(&recorded(&ended)[..], [(_, What::DrillEnded { left, .. })] if left.len() == 1));
    screen.act(Action::Reopen, &home.at(5));
    assert_eq!(screen.drill.phase, Phase::Rate);
    let again = screen.act(Action::Rate(Rating::Strong), &home.at(6));
    assert_eq!(kinds(&again), [""; 0], "it is corrected, not made a second time");
    assert_eq!(kinds(&screen.act(Action::Forward, &home.at(7))), ["correction"]);
    assert_eq!(kinds(&screen.act(Action::Back, &home.at(8))), ["close"]);
}

#[test]
fn a_rating_is_written_down_before_the_answer_is_opened_or_the_program_leaves() {
    let (home, mut screen) = begun();
    screen.act(Action::Forward, &home.at(2));
    screen.act(Action::Rate(Rating::Solid), &home.at(3));
    screen.act(Action::Rate(Rating::Rough), &home.at(4));
    let asked = screen.act(Action::EditAnswer, &home.at(4));
    assert!(matches!(
        &asked[..],
        [Request::Record(..), Request::Open(Route::NewAnswer(Some(_)))]
    ));
    screen.act(Action::Rate(Rating::Strong), &home.at(5));
    assert_eq!(kinds(&screen.leaving(&home.at(5))), ["correction"]);
}

#[test]
fn the_clock_rests_under_what_lies_over_it_and_stays_paused_where_it_was() {
    let (home, mut screen) = begun();
    screen.cover(true, home.at(3).now);
    screen.cover(false, home.at(9).now);
    assert_eq!(screen.drill.seconds(home.at(10).now), 4);
    screen.act(Action::Pause, &home.at(10));
    screen.cover(true, home.at(11).now);
    screen.cover(false, home.at(12).now);
    assert_eq!(screen.drill.hold(), Hold::Paused);
}
