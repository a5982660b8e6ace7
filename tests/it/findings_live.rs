//! What is found in an answer, said where it is written.

use std::fs;

use greenroom::store::files::atomic::write_new;

use crate::session::Session;

const CUT_OFF: &str = "---\nid: aaaaaa\ntitle: The quiet pager\nkind: story\ncategory: conflict\nallow: [GR017]\nquestions: [conflict-design-review]\n---\n## Situation\nTwo teams shared one pager, and every night it rang.\n## Task\nHalving it was mine.\n## Action\n- I wrote to mara@northwind.io\n- I asked for the numbers and for the\n## Result\nHalf the pages in two weeks.\n";

/// An answer with two defects, open and typed in.
fn writing(text: &str) -> Session {
    let mut session = Session::with(|places| {
        write_new(&places.answers().join("pager.md"), text.as_bytes()).expect("an answer");
    });
    session.keys("/technical decision was wrong<enter>e");
    session
}

/// The row of the screen with a text, without what stands around it.
fn row(session: &mut Session, text: &str) -> String {
    let screen = session.screen();
    let row = screen.lines().find(|row| row.contains(text));
    row.unwrap_or_else(|| panic!("no {text} in {screen}")).to_owned()
}

#[test]
fn a_sign_stands_at_the_line_and_one_key_says_what_is_wrong_there_and_what_to_do() {
    let mut session = writing(CUT_OFF);
    assert!(
        row(&mut session, "for the numbers").contains("~-"),
        "{}",
        session.screen()
    );
    assert!(!row(&mut session, "Halving it").contains('~'));
    session.keys("<ctrl-n>");
    let said = row(&mut session, "1 of 2");
    assert!(said.contains("Take it out"), "{said}");
    session.keys("<ctrl-n>");
    let said = row(&mut session, "2 of 2");
    assert!(
        said.contains("stops behind") && said.contains("Finish the sentence"),
        "{said}"
    );
    session.keys("<ctrl-n>");
    assert!(session.screen().contains("1 of 2"), "after the last comes the first");
}

#[test]
fn what_is_mended_is_not_said_any_more_and_nothing_is_said_of_a_line_that_is_being_typed() {
    let mut session = writing(CUT_OFF);
    session.keys("<ctrl-n><ctrl-n><end>");
    session.keys(" times of night.");
    assert!(session.screen().contains("1 found"), "{}", session.screen());
    session.keys("<enter>- then I wrote down the");
    assert!(!session.screen().contains("stops behind"), "{}", session.screen());
    session.keys("<up>");
    assert!(
        row(&mut session, "- then I wrote").contains("~-"),
        "{}",
        session.screen()
    );
}

#[test]
fn a_new_answer_is_not_told_of_what_it_does_not_have_yet() {
    let mut session = Session::with(|_| {});
    session.keys("/technical decision was wrong<enter>e");
    session.keys("Two teams shared one pager.");
    assert!(!session.screen().contains("found"), "{}", session.screen());
    assert!(!session.screen().contains("next finding"));
    session.keys("<ctrl-s>");
    assert!(session.screen().contains(" found"), "{}", session.screen());
}

#[test]
fn a_code_that_the_answer_allows_is_not_said() {
    let allowed = CUT_OFF.replace("[GR017]", "[GR017, GR023, GR062]");
    let mut session = writing(&allowed);
    assert!(!session.screen().contains(" found"), "{}", session.screen());
    let saved = fs::read_to_string(session.places.answers().join("pager.md")).expect("the file");
    assert_eq!(saved, allowed);
}
