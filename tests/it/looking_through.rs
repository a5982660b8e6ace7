//! Notes looked through on the screen, put right, left and gone on with.

use std::fs;

use greenroom::store::files::atomic::write_new;
use insta::assert_snapshot;

use crate::session::Session;

const TOPICS: &str = "# Things that went wrong\n\n-- the label printer of the night shift\nI wrote the change that sent labels twice. It ran for three nights until a driver asked me.\n\n-- a leak\nI found the seam and caulked it.\n\n-- fog\nWe waited, and I rang the bell each minute.\n";

fn with(name: &str, notes: &str) -> Session {
    Session::with(|places| {
        write_new(&places.home.join("..").join(name), notes.as_bytes()).expect("notes");
    })
}

/// Names the file and waits until it is looked through.
fn look(session: &mut Session, name: &str) {
    let path = session.places.home.join("..").join(name);
    session.keys("I").keys(&path.to_string_lossy()).keys("<enter>").wait(1);
}

fn turn_to_a_question(session: &mut Session) {
    while !session.screen().contains("‹ a question ›") {
        session.keys("<right>");
    }
}

fn answers(session: &Session) -> usize {
    fs::read_dir(session.places.answers()).map_or(0, Iterator::count)
}

#[test]
fn one_line_is_turned_and_all_lines_like_it_follow() {
    let mut session = with("topics.txt", TOPICS);
    look(&mut session, "topics.txt");
    session.size(100, 30).keys("<home>gg<down><down>");
    assert!(
        session.screen().contains("Like it     2 other lines"),
        "{}",
        session.screen()
    );
    turn_to_a_question(&mut session);
    assert!(
        session.screen().contains("1 correction of yours"),
        "{}",
        session.screen()
    );
    session.keys("a");
    let screen = session.screen();
    assert!(screen.contains("4 questions"), "{screen}");
    assert_snapshot!("looking_through_100", screen);
    assert_snapshot!("looking_through_80", session.size(80, 24).screen());
    session.keys("u");
    assert!(!session.screen().contains("4 questions"), "{}", session.screen());
    turn_to_a_question(&mut session);
    session.keys("a").wait(1).keys("<enter>");
    assert!(session.screen().contains("4 questions."), "{}", session.screen());
    assert_eq!(answers(&session), 3);
    let rules = fs::read_to_string(session.places.home.join("imports/rules.yaml")).expect("rules");
    assert!(rules.contains("is: question"), "{rules}");
}

#[test]
fn what_was_said_is_there_again_when_the_file_is_named_again_and_a_title_is_typed() {
    let mut session = with("topics.txt", TOPICS);
    look(&mut session, "topics.txt");
    session.size(132, 30).keys("gg<down><down>");
    while !session.screen().contains("‹ a story ›") {
        session.keys("<right>");
    }
    session.keys("e").keys(" at sea<enter>");
    assert!(session.screen().contains("night shift at sea"), "{}", session.screen());
    session.keys("<esc>");
    assert!(
        session.screen().contains("Kept as far as you are"),
        "{}",
        session.screen()
    );
    look(&mut session, "topics.txt");
    assert!(
        session.screen().contains("2 corrections of yours"),
        "{}",
        session.screen()
    );
    session.keys("gg<down><down>");
    assert!(session.screen().contains("night shift at sea"), "{}", session.screen());
}

#[test]
fn columns_nobody_knows_are_shown_with_their_cells_and_named() {
    let mut session = with(
        "list.csv",
        "What,Colour,Question\nred,The mast broke.,Why boats?\nblue,I caulked it.,Why nets?\n",
    );
    look(&mut session, "list.csv");
    session.size(100, 30).keys("gg<down>");
    let screen = session.screen();
    assert!(screen.contains("column 2   Colour: The mast broke."), "{screen}");
    assert!(screen.contains("‹ nothing, kept as notes ›"), "{screen}");
    while !session.screen().contains("‹ the answer ›") {
        session.keys("<right>");
    }
    assert!(session.screen().contains("2 talking points"), "{}", session.screen());
}
