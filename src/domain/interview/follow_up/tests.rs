#![allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]

use jiff::ToSpan;

use super::cases::{CASES, Case, PLAIN};
use super::words::{farewell, questions, truth, what};
use super::*;
use crate::domain::days;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundState};
use crate::domain::interview::sections::{Line, Section};
use crate::domain::interview::{Person, Promise, Sent};

fn interview() -> Interview {
    Interview {
        path: "interviews/2026-11-02-northwind.md".into(),
        company: "Northwind".into(),
        role: Some("SRE".into()),
        via: None,
        applied: None,
        people: Vec::new(),
        rounds: Vec::new(),
        promised: None,
        sent: Vec::new(),
        outcome: Outcome::Open,
        closed: None,
        lines: Vec::new(),
        text: "".into(),
    }
}

fn zone(name: &str) -> Local {
    Local::new(jiff::tz::TimeZone::get(name).unwrap())
}

fn noon(day: Date, zone: &Local) -> Timestamp {
    zone.to_timestamp(day.at(12, 0, 0, 0)).unwrap()
}

fn sent(what: SentKind, day: &str) -> Sent {
    Sent {
        what,
        at: EventTime::parse(day).unwrap(),
    }
}

/// What is known on a day: messages of later days are not sent yet.
fn on(case: &Case, day: Date) -> Interview {
    let mut interview = interview();
    interview.rounds = vec![Round::planned(
        RoundKind::Panel,
        Some(EventTime::parse(case.round).unwrap()),
    )];
    interview.promised = case.promised.map(|by| Promise {
        by: by.parse().unwrap(),
        who: None,
    });
    let all = case.nudged.iter().map(|day| sent(SentKind::Nudge, day));
    let all = all.chain(case.thanked.map(|day| sent(SentKind::ThankYou, day)));
    interview.sent = all.filter(|sent| sent.at.day <= day).collect();
    interview
}

/// The states of a case from day 0 to day 40, as runs.
fn runs(case: &Case) -> String {
    let zone = zone(case.zone);
    let mut holidays = Holidays::default();
    for day in case.holidays {
        holidays.add(day).unwrap();
    }
    let first = EventTime::parse(case.round).unwrap().day;
    let mut runs: Vec<(i32, i32, &str)> = Vec::new();
    for n in 0..=40 {
        let day = first.checked_add(n.days()).unwrap();
        let when = FollowUpCalendar {
            now: noon(day, &zone),
            zone: &zone,
            holidays: &holidays,
        };
        let found = follow_up(&on(case, day), &when);
        if found.state == State::AskNow {
            let due = found.due.unwrap();
            assert!(holidays.business(due) && due <= day, "{due}");
            assert_eq!(found.days_late, days::between(due, day));
        }
        match runs.last_mut() {
            Some((_, last, state)) if *state == found.state.id() => *last = n,
            _ => runs.push((n, n, found.state.id())),
        }
    }
    let words = runs.iter().map(|(from, to, state)| {
        if from == to {
            format!("{from} {state}")
        } else {
            format!("{from}-{to} {state}")
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn every_day_from_the_round_to_the_fortieth_after_it_has_its_state() {
    for (n, case) in CASES.iter().enumerate() {
        assert_eq!(
            runs(case),
            case.expected,
            "case {n}: {} {:?}",
            case.round,
            case.promised
        );
    }
}

fn at<'a>(now: &str, zone: &'a Local, holidays: &'a Holidays) -> FollowUpCalendar<'a> {
    FollowUpCalendar {
        now: now.parse().unwrap(),
        zone,
        holidays,
    }
}

#[test]
fn thanks_are_owed_from_the_end_of_a_round_late_after_a_day_and_gone_after_three() {
    let (zone, holidays) = (zone("Europe/Berlin"), Holidays::default());
    // Sunday 25 October has 25 hours there: hours say whether thanks are late, the calendar how many days.
    let case = Case {
        round: "2026-10-23 23:30",
        ..PLAIN
    };
    let interview = on(&case, "2026-10-30".parse().unwrap());
    for (now, state, late) in [
        ("2026-10-23T22:29:00Z", State::Coming, 0),
        ("2026-10-23T22:30:00Z", State::ThankYou, 0),
        ("2026-10-24T22:29:00Z", State::ThankYou, 0),
        ("2026-10-24T22:30:00Z", State::ThankYou, 1),
        ("2026-10-25T22:59:00Z", State::ThankYou, 1),
        ("2026-10-25T23:00:00Z", State::ThankYou, 2),
        ("2026-10-26T22:29:00Z", State::ThankYou, 2),
        ("2026-10-26T22:30:00Z", State::Deciding, 0),
    ] {
        let found = follow_up(&interview, &at(now, &zone, &holidays));
        assert_eq!((found.state, found.days_late), (state, late), "{now}");
    }
    let mut take_home = interview.clone();
    take_home.rounds[0].kind = RoundKind::TakeHome;
    let found = follow_up(&take_home, &at("2026-10-23T22:30:00Z", &zone, &holidays));
    assert_eq!(found.state, State::Deciding);
}

#[test]
fn a_feedback_call_a_rehearsal_and_a_cancelled_round_are_nothing_to_wait_for() {
    let (zone, holidays) = (zone("UTC"), Holidays::default());
    let when = at("2026-11-20T09:00:00Z", &zone, &holidays);
    let mut interview = interview();
    assert_eq!(follow_up(&interview, &when).state, State::Coming);
    let round = |kind, state| Round {
        state,
        ..Round::planned(kind, Some(EventTime::parse("2026-11-05").unwrap()))
    };
    interview.rounds = vec![
        round(RoundKind::Mock, RoundState::Done),
        round(RoundKind::Feedback, RoundState::Planned),
        round(RoundKind::Panel, RoundState::Cancelled),
    ];
    assert_eq!(follow_up(&interview, &when).state, State::Coming);
    interview.rounds.push(round(RoundKind::Recruiter, RoundState::Done));
    assert_eq!(follow_up(&interview, &when).state, State::AskNow);
    // A round that is announced without a date ends no silence; one with a date does.
    interview.rounds.push(Round::planned(RoundKind::Onsite, None));
    assert_eq!(follow_up(&interview, &when).state, State::AskNow);
    interview.rounds[4].at = Some(EventTime::parse("2026-11-27").unwrap());
    let found = follow_up(&interview, &when);
    assert_eq!((found.state, found.due), (State::Coming, "2026-11-27".parse().ok()));
    for (outcome, state) in [
        (Outcome::Offer, State::Closed),
        (Outcome::Rejected, State::Closed),
        (Outcome::Withdrawn, State::Closed),
        (Outcome::Cold, State::Cold),
    ] {
        interview.outcome = outcome;
        assert_eq!(follow_up(&interview, &when).state, state);
    }
}

#[test]
fn who_promised_is_asked_else_the_recruiter_else_who_was_there_last() {
    let (zone, holidays) = (zone("UTC"), Holidays::default());
    let when = at("2026-11-20T09:00:00Z", &zone, &holidays);
    let mut interview = on(&PLAIN, "2026-11-05".parse().unwrap());
    let whom = |interview: &Interview| follow_up(interview, &when).whom;
    assert_eq!(whom(&interview), None);
    interview.rounds[0].with = Some("Tom Brandt".into());
    assert_eq!(whom(&interview).as_deref(), Some("Tom Brandt"));
    for (name, role) in [("Jo Lind", "staff engineer"), ("Mara Ilves", "Senior Recruiter")] {
        interview.people.push(Person {
            name: name.into(),
            role: Some(role.into()),
        });
    }
    assert_eq!(whom(&interview).as_deref(), Some("Mara Ilves"));
    for (who, found) in [
        ("staff engineer", "Jo Lind"),
        ("jo", "Jo Lind"),
        ("Kim", "Kim"),
        (" ", "Mara Ilves"),
    ] {
        interview.promised = Some(Promise {
            by: "2026-11-13".parse().unwrap(),
            who: Some(who.into()),
        });
        assert_eq!(whom(&interview).as_deref(), Some(found), "{who}");
    }
    // Thanks go to whom one spoke with.
    let thanked = |interview: &Interview| {
        let same_day = at("2026-11-05T12:00:00Z", &zone, &holidays);
        follow_up(interview, &same_day).whom
    };
    assert_eq!(thanked(&interview).as_deref(), Some("Tom Brandt"));
    interview.rounds[0].with = None;
    interview.rounds[0].kind = RoundKind::HiringManager;
    assert_eq!(thanked(&interview).as_deref(), Some("hiring manager"));
    interview.people[0].role = Some("Hiring manager".into());
    assert_eq!(thanked(&interview).as_deref(), Some("Jo Lind"));
}

/// Every state with its words and its message, as a person meets them.
#[test]
fn every_state_is_said_kindly() {
    let holidays = Holidays::default();
    let zone = zone("Europe/Berlin");
    let mut said = String::new();
    let mut say = |title: &str, interview: &Interview, now: &str| {
        let found = follow_up(interview, &at(now, &zone, &holidays));
        let message = message::message(interview, &found).unwrap_or_default();
        let ask = questions(&found).join(", ");
        said.push_str(&format!(
            "{title}: {}\n  {}\n  {}\n  ask: {ask}\n{}\n",
            found.state.id(),
            what(interview, &found),
            truth(interview, &found).unwrap_or("-"),
            message.lines().map(|line| format!("  | {line}\n")).collect::<String>(),
        ));
    };
    let mut interview = on(&PLAIN, "2026-11-05".parse().unwrap());
    interview.people = vec![Person {
        name: "Mara Ilves".into(),
        role: Some("recruiter".into()),
    }];
    say("before", &interview, "2026-11-04T12:00:00Z");
    say("after a round", &interview, "2026-11-05T12:00:00Z");
    say("a day later", &interview, "2026-11-06T12:00:00Z");
    say("a week later", &interview, "2026-11-09T12:00:00Z");
    say("no date", &interview, "2026-11-16T12:00:00Z");
    interview.promised = Some(Promise {
        by: "2026-11-12".parse().unwrap(),
        who: Some("recruiter".into()),
    });
    say("a date", &interview, "2026-11-09T12:00:00Z");
    say("a date that passed", &interview, "2026-11-16T12:00:00Z");
    interview.sent.push(sent(SentKind::Nudge, "2026-11-16"));
    say("asked", &interview, "2026-11-17T12:00:00Z");
    say("asked, and nothing came", &interview, "2026-11-24T12:00:00Z");
    interview.sent.push(sent(SentKind::Nudge, "2026-11-24"));
    say("asked twice", &interview, "2026-11-25T12:00:00Z");
    say("asked twice, and nothing came", &interview, "2026-12-07T12:00:00Z");
    for outcome in Outcome::ALL.into_iter().skip(1) {
        interview.outcome = outcome;
        say(outcome.id(), &interview, "2026-12-07T12:00:00Z");
    }
    insta::with_settings!({ snapshot_path => "../../../../tests/it/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("followup_the_words_of_every_state", said);
    });
}

#[test]
fn what_was_good_is_said_when_it_ended_with_a_no() {
    let (zone, holidays) = (zone("UTC"), Holidays::default());
    let when = at("2026-12-20T09:00:00Z", &zone, &holidays);
    let mut interview = interview();
    let line = |section, text| Line::new(section, text, Vec::new());
    interview.lines = vec![
        line(Section::Good, "calm under pressure"),
        line(Section::Improve, "say sooner what you did yourself"),
        Line {
            ticked: Some(true),
            ..line(Section::Improve, "fewer names")
        },
    ];
    let found = |interview: &Interview| follow_up(interview, &when);
    assert_eq!(farewell(&interview, &found(&interview)), None);
    interview.outcome = Outcome::Offer;
    assert_eq!(farewell(&interview, &found(&interview)), None);
    for outcome in [Outcome::Rejected, Outcome::Cold] {
        interview.outcome = outcome;
        let farewell = farewell(&interview, &found(&interview)).unwrap();
        assert_eq!(farewell.good, ["calm under pressure"]);
        assert_eq!(farewell.improve, ["say sooner what you did yourself"]);
    }
}

/// What is said of an interview without any round that is over, on a day.
fn said_on(interview: &Interview, day: &str) -> (State, Option<Date>, String) {
    let zone = Local::UTC;
    let when = FollowUpCalendar {
        now: noon(day.parse().unwrap(), &zone),
        zone: &zone,
        holidays: &Holidays::default(),
    };
    let found = follow_up(interview, &when);
    (found.state, found.due, what(interview, &found))
}

#[test]
fn a_promise_stands_by_itself_where_no_round_has_a_date() {
    let asked = |day: &str| {
        let one = Interview {
            promised: Some(Promise {
                by: "2026-12-02".parse().unwrap(),
                who: Some("Mara".to_owned()),
            }),
            rounds: vec![Round::planned(RoundKind::Onsite, None)],
            ..interview()
        };
        said_on(&one, day)
    };
    let after = Some("2026-12-03".parse().unwrap());
    assert_eq!(
        asked("2026-11-20"),
        (State::Deciding, after, "they said by Wed 2 Dec".to_owned())
    );
    assert_eq!(asked("2026-12-02").0, State::Deciding);
    assert_eq!(
        asked("2026-12-04"),
        (State::AskNow, after, "ask Mara when they decide".to_owned())
    );
}

#[test]
fn an_application_without_an_answer_is_owed_a_look_after_ten_business_days() {
    let mut one = Interview {
        applied: Some("2026-11-02".parse().unwrap()),
        ..interview()
    };
    let on = Some("2026-11-16".parse().unwrap());
    assert_eq!(
        said_on(&one, "2026-11-13"),
        (State::Deciding, on, "wait until Mon 16 Nov".to_owned())
    );
    let asked = said_on(&one, "2026-11-17");
    assert_eq!(
        asked,
        (
            State::AskNow,
            on,
            "ask them whether they saw your application".to_owned()
        )
    );
    one.sent = vec![sent(SentKind::Nudge, "2026-11-17")];
    assert_eq!(said_on(&one, "2026-11-18").0, State::Asked);
    one.outcome = Outcome::Rejected;
    assert_eq!(said_on(&one, "2026-11-18").0, State::Closed);
}

#[test]
fn a_day_half_a_year_away_is_said_with_its_year() {
    let one = Interview {
        rounds: vec![Round::planned(
            RoundKind::Onsite,
            Some(EventTime::parse("2027-11-05").unwrap()),
        )],
        ..interview()
    };
    assert_eq!(said_on(&one, "2026-11-28").2, "the next round is on Fri 5 Nov 2027");
}
