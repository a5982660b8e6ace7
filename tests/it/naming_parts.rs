//! Which part of a story a line tells, said while notes are looked through: by a word that comes again, or line by line.

use std::fs;

use greenroom::store::files::atomic::write_new;
use insta::assert_snapshot;

use crate::session::Session;

const NAMED: &str = "# The mast\n\nPredicament - It broke off Leith in the night and I had the watch.\nRemedy - I cut it loose and rigged an oar.\nUpshot - We were home by noon.\n\n# The leak\n\nPredicament - There was water in the hold and I was the only one awake.\nRemedy - I found the seam and caulked it.\nUpshot - It held the whole way home.\n";

const BARE: &str = "# The mast\n- It broke off Leith one night and I had the watch.\n- I cut it loose and rigged an oar.\n- We were home by noon that day.\n\n# The leak\n- There was water in the hold and I was alone.\n- I found the seam and caulked it.\n- It held the whole way home.\n";

fn with(notes: &str) -> Session {
    let mut session = Session::with(|places| {
        write_new(&places.home.join("../notes.md"), notes.as_bytes()).expect("notes");
    });
    look(&mut session);
    session
}

/// Names the file and waits until it is looked through.
fn look(session: &mut Session) {
    let path = session.places.home.join("../notes.md");
    session.keys("I").keys(&path.to_string_lossy()).keys("<enter>").wait(1);
}

fn shows(session: &mut Session, wanted: &[&str]) {
    let screen = session.screen();
    for one in wanted {
        assert!(screen.contains(one), "{one}: {screen}");
    }
}

/// The texts of the answers, in the order of their names.
fn answers(session: &Session) -> Vec<String> {
    let files = fs::read_dir(session.places.answers()).expect("answers");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("an answer"))
        .collect()
}

#[test]
fn one_word_is_named_and_all_stories_follow() {
    let mut session = with(NAMED);
    session.size(100, 30);
    shows(
        &mut session,
        &[
            "2 stories tell something called",
            "`Predicament`: which part is it?",
            "enter none, as it is   x leave out   p say which part",
        ],
    );
    session.keys("p");
    assert_snapshot!("naming_a_part_100", session.screen());
    assert_snapshot!("naming_a_part_80", session.size(80, 24).screen());
    session.keys("<enter>");
    shows(&mut session, &["So does the other line of that name"]);
    // The next word is asked after by itself.
    session.size(100, 30).keys("p");
    shows(&mut session, &["Which part is this?  Remedy - I cut"]);
    session.keys("<down><enter>").keys("p<enter>").click_on("Upshot - We");
    shows(&mut session, &["situation, action, result"]);
    assert_snapshot!("named_parts_100", session.screen());
    assert_snapshot!("named_parts_80", session.size(80, 24).screen());
    session.keys("<esc>G<enter>").wait(1);
    shows(&mut session, &["Written: 2 answers."]);
    let texts = answers(&session);
    for text in &texts {
        let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(heads, ["## Situation", "## Action", "## Result"], "{text}");
    }
    assert!(
        texts[0].contains("## Action\nRemedy - I found the seam and caulked it.\n"),
        "{}",
        texts[0]
    );
    let rules = fs::read_to_string(session.places.home.join("imports/rules.yaml")).expect("rules");
    assert!(rules.contains("like: label remedy\n    part: action"), "{rules}");
    // All of it is here the second time.
    session.keys("<esc>");
    look(&mut session);
    shows(&mut session, &["2 already here"]);
}

#[test]
fn a_line_without_a_name_is_said_to_begin_a_part_and_those_in_its_place_follow() {
    let mut session = with(BARE);
    session.size(100, 30).keys("G<right>p");
    shows(
        &mut session,
        &["Down to the line where a part begins; p says which", "esc back"],
    );
    session.keys("p<enter>");
    shows(
        &mut session,
        &[
            "a says the same of 1 other line in the same place of a story",
            "Parts       situation",
        ],
    );
    session.keys("a<down>p");
    shows(&mut session, &["Which part is this?  - I cut it loose"]);
    session.keys("act<enter>a<down>p").keys("<down><enter>");
    shows(&mut session, &["Parts       situation, action, reflection"]);
    session.keys("u");
    shows(&mut session, &["Parts       situation, action\n"]);
    session.keys("p").keys("result<enter>a<esc>");
    session.click_on("It held the whole way");
    shows(&mut session, &["The leak", "Parts       situation, action, result"]);
    session.keys("G<enter>").wait(1);
    shows(&mut session, &["Written: 2 answers."]);
    assert!(answers(&session).iter().all(|text| text.contains("## Result\n- ")));
    // What was said of a place in a story goes for the folder too.
    let rules = fs::read_to_string(session.places.home.join("imports/rules.yaml")).expect("rules");
    assert!(rules.contains("like: item 1 of 3\n    part: situation"), "{rules}");
}

#[test]
fn a_part_is_chosen_with_the_mouse_and_taken_away_again() {
    for (width, height) in [(80, 24), (100, 30)] {
        let mut session = with(BARE);
        session.size(width, height).keys("G<right>");
        session.click_on("- I cut it loose").click_on("- I cut it loose");
        session.click_on("p part").click_on("Action").click_on("Action");
        shows(&mut session, &["Parts       action\n"]);
        session
            .click_on("p part")
            .click_on("None of them")
            .click_on("None of them");
        let screen = session.screen();
        assert!(!screen.contains("Parts "), "{screen}");
    }
}

#[test]
fn what_can_begin_no_part_says_so() {
    let mut session = with(BARE);
    session.size(100, 30).keys("G<right><tab>G");
    session.keys("<home><down><down><down><down>");
    assert!(!session.screen().contains("p part"), "{}", session.screen());
    session.keys("p");
    shows(&mut session, &["No part begins here"]);
}
