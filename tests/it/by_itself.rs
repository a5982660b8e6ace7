//! What opens by itself is not answered by keys that were on their way to something else.

use std::fs;

use greenroom::store::files::atomic::write_new;

use crate::session::{Session, session};
use crate::sprint::answered;

fn with_notes() -> Session {
    Session::with(|places| {
        let notes =
            "# The quiet pager\n\n## Situation\nTwo teams.\n## Task\nMine.\n## Action\nI asked.\n## Result\nHalf.\n";
        write_new(&places.home.join("../notes.md"), notes.as_bytes()).expect("notes");
    })
}

#[test]
fn a_second_enter_does_not_bring_notes_in_that_nobody_has_looked_at() {
    let mut session = with_notes();
    let path = session.places.home.join("../notes.md");
    session.keys("I").keys(&path.to_string_lossy()).disk_waits();
    session.keys("<enter>").disk_works();
    assert!(!session.screen().contains("enter write"), "{}", session.screen());
    session.keys("<enter><enter>");
    assert!(session.screen().contains("Look at it first"), "{}", session.screen());
    assert!(!session.places.home.join("imports").exists());
    assert!(session.wake_in().is_some_and(|wait| wait.as_millis() <= 700));
    session.wait(1);
    assert!(session.screen().contains("enter write"), "{}", session.screen());
    session.keys("<enter>");
    assert!(session.places.home.join("imports").exists());
}

#[test]
fn enter_pressed_as_the_time_to_think_runs_out_does_not_end_the_speaking() {
    let mut session = session();
    session.keys("<enter>").wait(30);
    assert!(session.screen().contains("speaking"), "{}", session.screen());
    session.keys("<enter>");
    assert!(session.screen().contains("speaking"), "{}", session.screen());
    session.wait(1).keys("<enter>");
    assert!(session.screen().contains("How was it?"), "{}", session.screen());
}

#[test]
fn letters_on_their_way_when_the_time_of_a_sprint_is_up_ask_for_nothing() {
    let mut session = answered();
    let answers = fs::read_dir(session.places.answers()).expect("answers").count();
    session.keys("<do:sprint>").wait(10);
    let missed = session.screen();
    session.keys("quU:/<enter>");
    assert_eq!(session.screen(), missed);
    assert_eq!(
        fs::read_dir(session.places.answers()).expect("answers").count(),
        answers
    );
    session.wait(1).keys("<enter>");
    assert_ne!(session.screen(), missed);
}

#[test]
fn a_list_that_comes_late_does_not_open_over_something_else() {
    let mut session = Session::with(|places| {
        let text = "---\nid: aaaaaa\ntitle: The quiet pager\n---\n## Situation\ntwo teams\n";
        write_new(&places.answers().join("pager.md"), text.as_bytes()).expect("an answer");
    });
    session.browse("answers").keys("D<enter>").disk_waits();
    session.keys("<do:what is in the trash>/heron").disk_works();
    let screen = session.screen();
    assert!(screen.contains("Find") && screen.contains("heron"), "{screen}");
    session.keys("<esc><do:what is in the trash>");
    assert!(session.screen().contains("The quiet pager"), "{}", session.screen());
}
