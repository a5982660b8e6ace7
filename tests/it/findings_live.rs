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
    let said = row(&mut session, "Take it out");
    assert!(said.ends_with(" 1 of 2"), "{said}");
    session.keys("<ctrl-n>");
    let said = row(&mut session, "Finish the sentence");
    assert!(said.contains("stops behind") && said.ends_with(" 2 of 2"), "{said}");
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

const SOUND: &str = "---\nid: bbbbbb\ntitle: The second desk\nkind: point\ncategory: motivation\n---\n- I like boats and the people who build them, **since I was ten**.\n";

#[test]
fn the_library_lists_the_answers_of_which_something_is_found() {
    let mut session = Session::with(|places| {
        write_new(&places.answers().join("pager.md"), CUT_OFF.as_bytes()).expect("an answer");
        write_new(&places.answers().join("desk.md"), SOUND.as_bytes()).expect("an answer");
    });
    session.browse("answers");
    let screen = session.screen();
    assert!(
        screen.contains("The second desk") && screen.contains("The quiet pager"),
        "{screen}"
    );
    session.keys("f<right><right>");
    let screen = session.screen();
    assert!(
        screen.contains("findings") && screen.contains("The quiet pager"),
        "{screen}"
    );
    assert!(!screen.contains("The second desk"), "{screen}");
}

#[test]
fn a_key_in_an_answer_is_counted_on_today_until_it_is_taken_out() {
    let path = |session: &Session| session.places.answers().join("pager.md");
    let with_key = CUT_OFF.replace("Halving it", "With ghp_0123456789abcdef0123456789abcdef0123 halving it");
    let mut session = Session::with(|places| {
        write_new(&places.answers().join("pager.md"), with_key.as_bytes()).expect("an answer");
    });
    assert!(session.screen().contains("! 1 file problem"), "{}", session.screen());
    session.keys("!");
    let screen = session.screen();
    assert!(
        screen.contains("pager.md:12")
            && screen.contains("looks like a key or token")
            && screen.contains("Take it out"),
        "{screen}"
    );
    session.keys("<esc>");
    fs::write(path(&session), CUT_OFF).expect("the answer");
    session.tell(greenroom::app::Msg::FilesChanged);
    assert!(!session.screen().contains("file problem"), "{}", session.screen());
    let allowed = with_key.replace("[GR017]", "[GR017, GR063]");
    fs::write(path(&session), allowed).expect("the answer");
    session.tell(greenroom::app::Msg::FilesChanged);
    assert!(!session.screen().contains("file problem"), "{}", session.screen());
}
