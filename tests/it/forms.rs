//! What is typed into forms: in a draft while it is not taken, and there again after the program ended without a word.

use std::fs;

use greenroom::store::files::atomic::write_new;

use crate::session::{Session, session};

const ANSWER: &str = "---\nid: aaaaaa\ntitle: The quiet pager\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\ntwo teams\n";
const ACME: &str = "---\ncompany: Acme\nrounds:\n  - kind: recruiter\n    at: 2026-11-23 10:00 UTC\n---\n";

fn home() -> Session {
    Session::with(|places| {
        write_new(&places.answers().join("pager.md"), ANSWER.as_bytes()).expect("an answer");
        let path = places.home.join("interviews/2026-11-02-acme.md");
        write_new(&path, ACME.as_bytes()).expect("an interview");
    })
}

fn file(session: &Session, path: &str) -> String {
    fs::read_to_string(session.places.home.join(path)).expect("the file")
}

/// The next run, after this one ended without a word, with its row on Home opened.
fn after_a_crash(session: Session, what: &str) -> Session {
    let mut session = session.again("1h");
    let screen = session.screen();
    assert!(
        screen.contains("Not saved") && screen.contains(&format!("{what}, typed Sat 21 Nov 09:00")),
        "{what}:\n{screen}"
    );
    while !session.screen().contains("▌ Not saved") {
        session.keys("k");
    }
    session.keys("<enter>");
    session
}

#[test]
fn a_new_interview_half_typed_is_there_after_a_crash() {
    let mut session = session();
    session.keys("inHalden<tab>SRE<tab>").wait(2);
    let mut session = after_a_crash(session, "a new interview, Halden");
    let screen = session.screen();
    assert!(screen.contains("Halden") && screen.contains("SRE"), "{screen}");
    session.keys("<enter>");
    let path = "interviews/2026-11-21-halden.md";
    assert!(file(&session, path).contains("role: SRE"));
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());
}

#[test]
fn every_form_of_an_interview_is_there_after_a_crash() {
    for (keys, what, typed) in [
        ("n<enter>next fri", "Acme, what they promised", "next fri"),
        ("njjj<enter><tab>5 dec", "Acme, one more round", "5 dec"),
        ("e<tab><tab>45", "Acme, a round", "45"),
        ("njjjj<enter>they were kind", "Acme, good", "they were kind"),
        ("njjjjjj<enter>Jo Lind", "Acme, somebody there", "Jo Lind"),
    ] {
        let mut session = home();
        session.keys("i<right>").keys(keys).wait(2);
        let mut session = after_a_crash(session, what);
        let screen = session.screen();
        assert!(
            screen.contains("interviews · Acme") && screen.contains(typed),
            "{what}:\n{screen}"
        );
        session.keys("<ctrl-s>");
        let text = file(&session, "interviews/2026-11-02-acme.md");
        assert_ne!(text, ACME, "{what}: {}", session.screen());
    }
}

#[test]
fn a_question_a_title_and_details_half_typed_are_there_after_a_crash() {
    let mut session = home();
    session
        .browse("conflict")
        .keys("<do:add a question>What did you learn")
        .wait(2);
    let mut session = after_a_crash(session, "a question of your own");
    session.keys(" then?<enter><enter>");
    assert!(file(&session, "questions/own.yaml").contains("What did you learn then?"));

    let mut session = home();
    session.browse("answers").keys("<do:another title> at night").wait(2);
    let mut session = after_a_crash(session, "\"The quiet pager\", title");
    session.keys("<enter>");
    assert!(file(&session, "answers/pager.md").contains("title: The quiet pager at night\n"));

    let mut session = home();
    session
        .browse("answers")
        .keys("<enter><do:change title><tab><tab><tab>ownership")
        .wait(2);
    let mut session = after_a_crash(session, "\"The quiet pager\", details");
    session.keys("<ctrl-s>");
    assert!(file(&session, "answers/pager.md").contains("tags: [ownership]\n"));
}

#[test]
fn every_way_out_leaves_a_form_in_a_draft_and_one_that_was_left_or_taken_is_none() {
    let mut session = session();
    session.keys("inHalden<ctrl-c>");
    let mut session = session.again("1h");
    assert!(
        session.screen().contains("a new interview, Halden"),
        "{}",
        session.screen()
    );

    let mut session = home();
    session.keys("i<do:add an interview>Halden<esc><esc>q");
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());

    let mut session = home();
    session
        .keys("i<do:add an interview>Halden")
        .wait(2)
        .keys("<enter><esc><esc>q");
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());
}

#[test]
fn a_form_the_disk_refused_is_there_again_and_in_a_draft() {
    let mut session = session();
    let folder = session.places.home.join("interviews");
    write_new(&folder, b"in the way").expect("a file where the folder should be");
    session.keys("inHalden<tab>SRE<enter>");
    assert!(
        session.screen().contains("The interview is not added"),
        "{}",
        session.screen()
    );
    session.keys("<esc>q");
    let session = session.again("1h");
    fs::remove_file(&folder).expect("the way is free");
    let mut session = after_a_crash(session, "a new interview, Halden");
    session.keys("<enter>");
    assert!(file(&session, "interviews/2026-11-21-halden.md").contains("role: SRE"));
}

#[test]
fn a_question_that_could_not_be_added_is_there_again() {
    let mut session = home();
    let questions = session.places.questions();
    write_new(&questions, b"in the way").expect("a file where the folder should be");
    session
        .browse("conflict")
        .keys("<do:add a question>What did you learn?<enter><enter>");
    assert!(session.screen().contains("not added"), "{}", session.screen());
    fs::remove_file(&questions).expect("the way is free");
    session.keys("<do:add a question><enter><enter>");
    assert!(file(&session, "questions/own.yaml").contains("What did you learn?"));
}

#[test]
fn what_a_form_was_about_may_be_gone_and_what_was_typed_is_shown_all_the_same() {
    let mut session = home();
    session.keys("i<right>njjjj<enter>they were kind").wait(2);
    fs::remove_file(session.places.home.join("interviews/2026-11-02-acme.md")).expect("gone");
    let mut session = after_a_crash(session, "good");
    assert!(session.screen().contains("they were kind"), "{}", session.screen());
    session.keys("y");
    assert!(session.stage.copied[0].contains("they were kind"));
}

#[test]
fn an_answer_with_a_draft_says_so_when_it_is_opened_and_offers_it() {
    let mut session = home();
    session.browse("answers").keys("elost? ").wait(2);
    let mut session = session.again("1h");
    session.browse("answers").keys("e");
    let screen = session.screen();
    assert!(
        screen.contains("Go on with what was not saved?") && screen.contains("\"The quiet pager\" on Sat 21 Nov"),
        "{screen}"
    );
    session.keys("x<esc>");
    assert!(session.screen().contains("✓ saved · typing"), "{}", session.screen());
    session.keys("<esc><esc>e<enter>");
    let screen = session.screen();
    assert!(
        screen.contains("lost? two teams") && screen.contains("On the disk"),
        "{screen}"
    );
    session.keys("<ctrl-s>");
    assert!(file(&session, "answers/pager.md").contains("lost? two teams"));
    session.keys("<esc>");
    assert!(session.app.screens.browse().is_some(), "{}", session.screen());
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());
}

#[test]
fn a_draft_that_was_opened_is_not_lost_when_the_program_ends_at_once() {
    let mut session = home();
    session.browse("answers").keys("elost? ").wait(2);
    let mut session = session.again("1h");
    session.keys("<enter>");
    let mut session = session.again("1h");
    assert!(session.screen().contains("Not saved"), "{}", session.screen());
}
