//! Drilling as a person drills: by keys, against the clock.

use std::time::Duration;

use greenroom::app::Msg;
use greenroom::domain::drill::Phase;
use greenroom::domain::history::attempt::Attempt;
use greenroom::domain::part::Part;
use greenroom::domain::rating::Rating;
use greenroom::store::files::atomic::write_new;
use greenroom::store::log;

use crate::session::{Session, session};
use crate::support::files;

const ANSWER: &str = "---\nid: abcdef\ntitle: The quiet pager\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\n- two teams\n## Action\n- asked for the numbers\n- a two-day trial\n## Result\n- half the pages\n";

fn with_answer() -> Session {
    Session::with(|places| {
        write_new(&places.answers().join("a.md"), ANSWER.as_bytes()).expect("an answer");
    })
}

/// Opens the question the answer is for and starts its drill.
fn drilling() -> Session {
    let mut session = with_answer();
    session.keys("/technical decision was wrong<enter>d");
    session
}

fn attempts(session: &Session) -> Vec<Attempt> {
    let (history, problems) = log::load(&session.places);
    assert_eq!(problems, []);
    history.all_attempts().iter().map(|one| (**one).clone()).collect()
}

fn phase(session: &Session) -> Option<Phase> {
    session.app.screens.drill().map(|screen| screen.drill.phase)
}

#[test]
fn enter_leads_from_home_to_the_summary_and_every_rating_is_on_disk() {
    let mut session = session();
    session.keys("<enter>");
    assert_eq!(phase(&session), Some(Phase::Think));
    for rating in ["3", "2", "4"] {
        session
            .keys("<enter>")
            .wait(20)
            .keys("<tab>")
            .wait(10)
            .keys("<tab>")
            .wait(40);
        session.keys("<enter>");
        assert_eq!(phase(&session), Some(Phase::Rate));
        session.keys(rating).keys("<enter>");
    }
    assert_eq!(phase(&session), Some(Phase::Summary));
    assert!(session.screen().contains("3 questions, 2 solid or better"));
    let told = attempts(&session);
    assert_eq!(told.iter().map(|a| a.rating.number()).collect::<Vec<_>>(), [3, 2, 4]);
    let split = told[0].split.expect("a split");
    assert_eq!(split.of(Part::Situation), Some(20.0));
    assert_eq!(split.of(Part::Result), None);
    session.keys("q");
    assert_eq!(session.app.screens.drill().map(|_| ()), None);
    assert!(!session.left);
    session.keys("<esc>");
    assert!(!session.left, "esc does nothing on Home");
    session.keys("q");
    assert!(session.left);
}

#[test]
fn the_company_values_a_question_tests_stand_in_set_up_think_and_rate() {
    let mut session = session();
    session.keys("djjjl");
    let screen = session.screen();
    assert!(
        screen.contains("Amazon") && screen.contains("Customer Obsession, Ownership"),
        "{screen}"
    );
    let tested = |session: &mut Session| session.screen().contains("(amazon)");
    session.keys("<enter>");
    assert_eq!(phase(&session), Some(Phase::Think));
    assert!(tested(&mut session), "{}", session.screen());
    session.keys("<enter>").wait(60);
    assert!(!tested(&mut session), "nothing beside the question while speaking");
    session.keys("<enter>");
    assert_eq!(phase(&session), Some(Phase::Rate));
    assert!(tested(&mut session), "{}", session.screen());
    let mut other = self::session();
    other.keys("d<enter>");
    assert!(!tested(&mut other), "no values are chosen: {}", other.screen());
}

#[test]
fn thinking_ends_by_itself_and_the_bell_rings_once_if_it_is_on() {
    let mut session = Session::with(|places| {
        write_new(&places.settings(), b"bell: on\nspeak: 1m\n").expect("settings");
    });
    session.keys("<enter>").wait(30);
    assert_eq!(phase(&session), Some(Phase::Speak));
    assert_eq!(session.stage.bells, 0);
    session.wait(75);
    assert_eq!(session.stage.bells, 1);
    assert!(session.screen().contains("over time"));
}

#[test]
fn escape_asks_while_the_clock_rests_and_loses_nothing() {
    let mut session = session();
    session
        .keys("<enter><enter>")
        .wait(10)
        .keys("<enter>3<enter><enter>")
        .wait(5)
        .keys("<esc>");
    assert!(session.screen().contains("End this drill?"));
    session.wait(60).keys("<esc>");
    assert!(session.screen().contains("speaking"));
    session.keys("<esc><enter>");
    assert_eq!(phase(&session), Some(Phase::Summary));
    session.keys("<esc>");
    assert_eq!(attempts(&session).len(), 1);
    assert!(session.screen().contains("2 of 3 left from this morning"));
    let mut session = session.again("1h");
    session.keys("<enter>");
    assert!(session.screen().contains("question 1 of 2"));
}

#[test]
fn ending_before_anything_is_rated_records_nothing() {
    let mut session = session();
    session.keys("<enter><enter>").wait(10).keys("q<enter>");
    assert_eq!(phase(&session), None);
    assert!(!session.places.log().exists());
}

#[test]
fn key_points_what_was_missing_and_the_note_become_one_correction() {
    let mut session = drilling();
    session.keys("<enter>").wait(60).keys("<enter>");
    assert!(session.screen().contains("The quiet pager"));
    session.keys("3<space><space>nskipped the number<enter><down><down><space>");
    session.wait(3);
    session.keys("<enter>");
    let told = attempts(&session);
    let beats = told[0].beats.clone().expect("ticked");
    assert_eq!(beats.hit, ["two teams", "asked for the numbers"]);
    assert_eq!(beats.missed, ["a two-day trial", "half the pages"]);
    assert_eq!(told[0].note, "skipped the number");
    assert_eq!(
        told[0].dimensions,
        [Some(Rating::Rough), None, None, None, None],
        "the structure was missing"
    );
    assert_eq!(
        told[0].answer.as_ref().map(greenroom::domain::id::AnswerId::as_str),
        Some("abcdef")
    );
    let lines = std::fs::read_dir(session.places.log().join("testdev1"))
        .expect("a log")
        .count();
    assert_eq!(lines, 1);
}

#[test]
fn a_rating_can_be_changed_taken_back_and_given_again() {
    let mut session = drilling();
    session.keys("<enter><enter>2").wait(1).keys("4").wait(3);
    assert_eq!(attempts(&session)[0].rating, Rating::Strong);
    session.keys("u");
    assert!(attempts(&session)[0].taken_back);
    session.keys("<enter>");
    assert_eq!(
        phase(&session),
        Some(Phase::Rate),
        "nothing is rated, so Enter says what to do"
    );
    session.keys("3");
    let told = attempts(&session);
    assert_eq!(
        (told.len(), told[0].rating, told[0].taken_back),
        (1, Rating::Solid, false)
    );
    session.keys("<enter>u1").wait(3);
    assert_eq!(attempts(&session)[0].rating, Rating::Froze);
}

#[test]
fn the_summary_drills_what_was_rough_again() {
    let mut session = drilling();
    session.keys("<enter><enter>2<enter>");
    assert_eq!(phase(&session), Some(Phase::Summary));
    session.keys("d");
    assert_eq!(phase(&session), Some(Phase::Think));
    assert_eq!(attempts(&session).len(), 1);
}

#[test]
fn a_gap_in_the_clock_pauses_and_is_marked() {
    let mut session = drilling();
    session.keys("<enter>").wait(5);
    session.pass(Duration::from_secs(1), Duration::from_secs(900));
    session.tell(Msg::Tick);
    assert!(session.screen().contains("paused"));
    assert!(session.screen().contains("stood still for 15:00"));
    session.keys("<space>").wait(5).keys("<enter>3");
    let told = attempts(&session);
    assert_eq!(told[0].gaps, [900.0]);
    assert!((told[0].speak - 10.0).abs() < 0.2, "{}", told[0].speak);
}

#[test]
fn a_probe_about_what_was_missing_is_asked() {
    let mut session = with_answer();
    session.keys("dGkll");
    session
        .keys("<enter><enter>")
        .wait(10)
        .keys("<tab>")
        .wait(10)
        .keys("<enter>");
    assert_eq!(phase(&session), Some(Phase::Probe));
    session.wait(7).keys("<enter>");
    assert_eq!(phase(&session), Some(Phase::Probe));
    session.keys("x3");
    let told = attempts(&session);
    assert_eq!(told[0].probes.len(), 1);
    assert!((told[0].probes[0].seconds - 7.0).abs() < 0.2);
}

#[test]
fn a_note_on_a_question_never_rated_is_kept_and_shown_next_time() {
    let mut session = drilling();
    session.keys("<enter>nthe number was 340").wait(3);
    session.keys("<esc><esc><enter>");
    let mut session = session.again("24h");
    session.keys("/technical decision was wrong<enter>");
    assert!(session.screen().contains("the number was 340"));
    session.keys("d");
    assert!(session.screen().contains("you noted: the number was 340"));
}

#[test]
fn no_answer_yet_is_a_normal_case() {
    let mut session = session();
    session.keys("<enter><enter><enter>");
    let screen = session.screen();
    assert!(
        screen.contains("No answer yet") && screen.contains("They listen for"),
        "{screen}"
    );
    session.keys("<right><space>jk3<enter>");
    assert_eq!(attempts(&session)[0].answer, None);
}

#[test]
fn tab_does_nothing_where_there_are_no_parts() {
    let mut session = session();
    session.keys("djjl<enter><enter>");
    session.wait(5).keys("<tab>").wait(5).keys("<enter>3");
    let told = attempts(&session);
    assert_eq!(told[0].category.id(), "motivation");
    assert_eq!(told[0].split, None);
}

#[test]
fn the_first_rating_is_one_write_with_the_beginning_of_its_drill() {
    let mut session = session();
    session.keys("<enter>").wait(31).keys("<enter>3");
    let writes = session.done.iter().filter(|name| *name == "Log").count();
    assert_eq!(writes, 1, "{:?}", session.done);
    let lines: usize = files(&session.places.home)
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap().lines().count())
        .sum();
    assert_eq!(lines, 2);
}
