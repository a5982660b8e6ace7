#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing test should stop at the place"
)]

use jiff::Timestamp;
use jiff::civil::date;

use super::debrief::Debrief;
use super::message::FollowUpMessage;
use super::*;
use crate::app::context::tests::Fixture;
use crate::app::deed::Deed;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::overview::company_row::Stop;
use crate::app::unfinished_debrief::Step;
use crate::domain::interview::event_time::EventTime as Day;
use crate::domain::interview::round::{Round, RoundKind, RoundState};
use crate::domain::interview::{Interview, Outcome as End, Promise};
use crate::domain::library::Library;

/// An interview whose panel was on the 2nd of January 1970, with what else is known of it.
fn interview(company: &str, state: RoundState, change: impl FnOnce(&mut Interview)) -> Interview {
    let mut panel = Round::planned(RoundKind::Panel, Some(Day::day(date(1970, 1, 2))));
    panel.state = state;
    let mut one = Interview {
        path: format!("interviews/1970-01-01-{company}.md"),
        company: company.to_owned(),
        role: None,
        via: None,
        applied: Some(date(1970, 1, 1)),
        people: Vec::new(),
        rounds: vec![panel],
        promised: None,
        sent: Vec::new(),
        outcome: End::Open,
        closed: None,
        lines: Vec::new(),
        text: format!("---\ncompany: {company}\nrounds:\n  - kind: panel\n    at: 1970-01-02\n---\n").into(),
    };
    change(&mut one);
    one
}

/// A home with these interviews, on the 20th of January 1970.
fn home(interviews: Vec<Interview>) -> Fixture {
    let mut home = Fixture::new(Library::default());
    home.workspace.interviews = interviews;
    home.workspace.today = date(1970, 1, 20);
    let now = Moment {
        elapsed: std::time::Duration::ZERO,
        wall: Timestamp::from_second(LATER as i64).unwrap(),
    };
    home.overview.follow_interviews(&home.workspace, now);
    home
}

/// Noon on that day, in seconds.
const LATER: u64 = 19 * 86_400 + 43_200;

fn late() -> Interview {
    let by = |one: &mut Interview| {
        one.promised = Some(Promise {
            by: date(1970, 1, 12),
            who: None,
        });
    };
    interview("Late", RoundState::Done, by)
}

#[test]
fn enter_does_what_the_row_asks_and_the_arrow_opens_the_company() {
    let home = home(vec![late(), interview("Fresh", RoundState::Planned, |_| {})]);
    let cx = home.at(LATER);
    let mut list = Interviews::open(&cx);
    let companies: Vec<&str> = cx
        .overview
        .meetings
        .rows
        .iter()
        .map(|row| row.company.as_str())
        .collect();
    for (company, path) in companies
        .iter()
        .map(|company| (*company, format!("interviews/1970-01-01-{company}.md")))
    {
        let (asked, word) = match company {
            "Late" => (Route::Message(path.clone()), "the message"),
            _ => (Route::Debrief(path.clone()), "write it down"),
        };
        assert_eq!(list.label(Action::Open, None, &cx), Some(word));
        assert_eq!(list.act(Action::Open, &cx), [Request::Open(asked)]);
        assert_eq!(list.act(Action::More, &cx), [Request::Open(Route::Interview(path))]);
        assert_eq!(list.act(Action::Down, &cx), []);
    }
    assert_eq!(list.label(Action::Open, None, &cx), Some("add a company"));
    assert_eq!(list.act(Action::Open, &cx), []);
    assert!(matches!(&list.dialog, Some(Dialog::Form(slip)) if slip.of == EntryOf::New));
}

#[test]
fn what_happened_begins_with_the_round_that_waits_to_be_written_down() {
    let home = home(vec![interview("Fresh", RoundState::Planned, |_| {})]);
    let cx = home.at(LATER);
    let mut list = Interviews::open(&cx);
    assert_eq!(list.act(Action::New, &cx), []);
    assert_eq!(list.over(), Some("Happened"));
    let path = "interviews/1970-01-01-Fresh.md".to_owned();
    assert_eq!(list.act(Action::Open, &cx), [Request::Open(Route::Debrief(path))]);
    assert_eq!(list.over(), None);
}

#[test]
fn a_form_that_is_left_is_there_again_with_what_was_typed() {
    let mut home = home(Vec::new());
    let mut list = Interviews::open(&home.at(LATER));
    list.act(Action::NewInterview, &home.at(LATER));
    list.line().unwrap().insert("Halden");
    list.line_changed(&home.at(LATER));
    let mut left = list.act(Action::StopTyping, &home.at(LATER));
    let Some(Request::LeaveForm(filled, why)) = left.pop() else {
        panic!("{left:?}");
    };
    assert!(filled.text.contains("company: Halden"), "{}", filled.text);
    home.forms.leave(filled.clone(), why);
    assert_eq!(
        list.act(Action::NewInterview, &home.at(LATER)),
        [Request::ForgetForm(filled.of)]
    );
    assert_eq!(list.line().unwrap().text(), "Halden");
}

#[test]
fn a_message_is_copied_then_said_to_be_sent() {
    let home = home(vec![late()]);
    let cx = home.at(LATER);
    let mut message = FollowUpMessage::open("interviews/1970-01-01-Late.md", &cx).unwrap();
    let copied = message.act(Action::Open, &cx);
    assert!(
        matches!(&copied[..], [_, Request::Perform(Effect::Terminal(TerminalEffect::Copy(text)))] if *text == message.fresh)
    );
    assert_eq!(message.label(Action::Open, None, &cx), Some("it is sent"));
    let sent = message.act(Action::Open, &cx);
    assert!(matches!(
        &sent[..],
        [Request::Write(Deed::Interview { .. }), Request::Close]
    ));
}

#[test]
fn a_debrief_that_is_left_goes_on_where_it_was() {
    let home = home(vec![interview("Fresh", RoundState::Planned, |_| {})]);
    let cx = home.at(LATER);
    let path = "interviews/1970-01-01-Fresh.md";
    let mut debrief = Debrief::open(path, None, &cx).unwrap();
    debrief.line().unwrap().insert("why us");
    debrief.line_changed(&cx);
    debrief.act(Action::Accept, &cx);
    assert_eq!(debrief.so_far.step, Step::Told);
    let left = debrief.act(Action::Back, &cx);
    let [
        Request::Perform(_),
        Request::LeaveDebrief(unfinished),
        Request::Notify(_),
        Request::Close,
    ] = &left[..]
    else {
        panic!("{left:?}");
    };
    let again = Debrief::open(path, Some(unfinished.clone()), &cx).unwrap();
    assert_eq!(
        (again.so_far.step, &again.so_far.written),
        (Step::Told, &debrief.so_far.written)
    );
    assert_eq!(again.choices, debrief.choices);
}

#[test]
fn the_way_goes_from_the_application_over_the_rounds_to_the_answer_or_the_next_round() {
    let comes = |one: &mut Interview| {
        one.rounds
            .push(Round::planned(RoundKind::Onsite, Some(Day::day(date(1970, 2, 2)))));
        one.rounds.push(Round::planned(RoundKind::Feedback, None));
    };
    let home = home(vec![late(), interview("Next", RoundState::Done, comes)]);
    let meetings = home.at(LATER).overview.meetings.rows.clone();
    let tracks: Vec<_> = meetings.iter().map(|row| row.said.track.clone()).collect();
    let done = [(Stop::Done, "applied"), (Stop::Done, "panel")];
    assert_eq!(tracks[0], [&done[..], &[(Stop::Awaited, "answer")]].concat());
    assert_eq!(tracks[1], [&done[..], &[(Stop::Next, "onsite")]].concat());
}
