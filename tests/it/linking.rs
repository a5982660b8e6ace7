//! Answers and questions linked from Browse, and questions listed by what a company values.

use std::fs;

use crate::browse::furnished;
use crate::session::{Session, session};

fn file(session: &Session, path: &str) -> String {
    fs::read_to_string(session.places.home.join(path)).expect("the file")
}

#[test]
fn an_answer_is_linked_to_a_question_and_the_link_taken_out_again() {
    let mut session = furnished();
    session.browse("unlinked");
    assert!(session.screen().contains("no question"), "{}", session.screen());
    session.keys("<do:link answer>technical decision was wrong");
    insta::assert_snapshot!("link", session.size(100, 16).screen());
    session.size(100, 30).keys("<enter>");
    assert!(
        session.screen().contains("Linked: A story for nobody yet"),
        "{}",
        session.screen()
    );
    let text = file(&session, "answers/loose.md");
    assert_eq!(
        text,
        "---\nid: looseb\ntitle: A story for nobody yet\ncategory: change\nquestions: [conflict-design-review]\n---\n## Situation\nTwo teams moved.\n"
    );
    session
        .browse("answers")
        .keys("<do:another order>")
        .keys("<do:another order>");
    session.keys("/for nobody yet<enter><do:link answer>");
    let screen = session.screen();
    assert!(
        screen.contains("✓ linked") && screen.contains("enter take the link out"),
        "{screen}"
    );
    session.keys("<enter>");
    assert!(!file(&session, "answers/loose.md").contains("conflict-design-review"));
}

#[test]
fn a_question_is_linked_to_an_answer() {
    let mut session = furnished();
    session.browse("failure").keys("f<right><right><enter>");
    let before = session.screen();
    session.keys("<do:link answer>nobody yet<enter>");
    let screen = session.screen();
    assert!(screen.contains("Linked: A story for nobody yet"), "{screen}");
    assert!(file(&session, "answers/loose.md").contains("questions: [failure-"));
    assert_ne!(
        before, screen,
        "the question is no longer among those without an answer"
    );
}

#[test]
fn a_link_is_not_written_over_what_somebody_else_wrote() {
    let mut session = furnished();
    session
        .browse("unlinked")
        .keys("<do:link answer>technical decision was wrong");
    let outside = file(&session, "answers/loose.md").replace("Two teams", "Three teams");
    fs::write(session.places.home.join("answers/loose.md"), &outside).expect("a write");
    session.keys("<enter>");
    assert!(
        session.screen().contains("The links stay as they were"),
        "{}",
        session.screen()
    );
    assert_eq!(file(&session, "answers/loose.md"), outside);
    session.keys("<do:link answer>technical decision was wrong<enter>");
    assert!(file(&session, "answers/loose.md").contains("conflict-design-review"));
}

#[test]
fn what_cannot_be_linked_says_why() {
    let mut session = furnished();
    session.browse("notes").keys("?link answer");
    assert!(session.screen().contains("Nothing here goes by that name"));
    session.keys("<esc>");
    let mut empty = session_in_conflict();
    empty.keys("<do:link answer>");
    assert!(
        empty.screen().contains("There is no answer yet; n writes one"),
        "{}",
        empty.screen()
    );
}

fn session_in_conflict() -> Session {
    let mut session = session();
    session.browse("conflict");
    session
}

#[test]
fn questions_are_listed_by_what_a_company_values() {
    let mut session = session();
    let first = session.app.workspace.library.lenses()[0].clone();
    let tested = &first.values[0];
    for words in [tested.title.clone(), format!("{}: {}", first.id, tested.title)] {
        session.browse(&words);
        let rows = session.app.screens.browse().expect("Browse").rows().len();
        let questions = session.app.workspace.library.questions().iter();
        let fitting = questions.filter(|question| tested.fits(question)).count();
        assert_eq!((rows, fitting > 0), (fitting, true), "{words}");
    }
}
