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

/// Turns what is looked at until it is what is wanted.
fn turn_to(session: &mut Session, wanted: &str) {
    for _ in 0..12 {
        if session.screen().contains(&format!("‹ {wanted} ›")) {
            return;
        }
        session.keys("<right>");
    }
    panic!("{wanted} never came: {}", session.screen());
}

fn shows(session: &mut Session, wanted: &[&str]) {
    let screen = session.screen();
    for one in wanted {
        assert!(screen.contains(one), "{one}: {screen}");
    }
}

fn answers(session: &Session) -> usize {
    fs::read_dir(session.places.answers()).map_or(0, Iterator::count)
}

/// The lines of a file that begin with an unknown mark, prose without a title, and stories with named parts.
const MIXED: &str = "# Things that went wrong\n\nQ why do boats sink\nQ what did the harbour do\nQ who rang the bell\n\n# At sea\n\nWe were off Leith when the mast broke and I had the watch. I cut it loose and rigged an oar.\n\nIt was my watch, and I learned to look up before I look down. I told the crew so.\n\n## The label printer\nSituation: it sent labels twice.\nTask: find out why.\nAction: I read the change and took it back.\nResult: no label came twice.\n\n## The stock count\nSituation: off by one day.\nTask: find out why.\nAction: I compared the lists.\nResult: one list.\n";

#[test]
fn one_line_of_the_source_is_turned_and_all_lines_like_it_follow() {
    let mut session = with("topics.txt", TOPICS);
    look(&mut session, "topics.txt");
    session.size(100, 30).keys("<tab>gg<down><down>");
    shows(&mut session, &["Like it     2 other lines: 6, 9"]);
    turn_to(&mut session, "a question");
    shows(&mut session, &["a says the same of 2 other lines like it"]);
    session.keys("a<esc>");
    shows(&mut session, &["3 questions"]);
    assert_snapshot!("looking_through_100", session.screen());
    assert_snapshot!("looking_through_80", session.size(80, 24).screen());
    session.keys("u");
    assert!(!session.screen().contains("3 questions"), "{}", session.screen());
    session.keys("<tab>gg<down><down>");
    turn_to(&mut session, "a question");
    session.keys("a<esc>").wait(1).keys("G<enter>");
    shows(&mut session, &["3 questions."]);
    assert_eq!(answers(&session), 3);
    let rules = fs::read_to_string(session.places.home.join("imports/rules.yaml")).expect("rules");
    assert!(rules.contains("is: question"), "{rules}");
}

#[test]
fn what_is_doubtful_comes_first_and_all_that_is_sure_is_one_row() {
    let mut session = with("mixed.txt", MIXED);
    look(&mut session, "mixed.txt");
    session.size(100, 30);
    shows(
        &mut session,
        &[
            "0 of 1 looked at, nothing written",
            "3 lines begin with `Q`: are they",
            "space yes, they are",
            "1 doubtful one would wait",
        ],
    );
    assert_snapshot!("looking_through_doubt", session.screen());
    session.keys(" ");
    shows(&mut session, &["1 of 1 looked at", "3 questions are sure: take all"]);
    session.keys("<enter>");
    shows(&mut session, &["What is written", "enter write them"]);
    assert_snapshot!("looking_through_sure", session.screen());
    session.wait(1).keys("<enter>");
    shows(&mut session, &["3 questions."]);
}

#[test]
fn what_nobody_looked_at_waits_and_is_there_when_the_file_is_named_again() {
    let prose = MIXED.replace("# At sea\n\n", "");
    let mut session = with("mixed.txt", &prose);
    look(&mut session, "mixed.txt");
    session.size(100, 30).keys(" ").wait(1).keys("G");
    let waits = session.screen().contains("would wait");
    session.keys("<enter>").wait(1);
    assert_eq!(
        session.screen().contains("name the file again"),
        waits,
        "{}",
        session.screen()
    );
    assert_eq!(answers(&session), 3 - usize::from(waits));
}

#[test]
fn an_item_is_split_and_joined_named_by_a_line_and_taken_back() {
    let mut session = with("topics.txt", TOPICS);
    look(&mut session, "topics.txt");
    session.size(100, 30).keys("<tab>gg<down><down>");
    turn_to(&mut session, "a story");
    session.keys("<down>?").keys("call it by<enter>");
    shows(&mut session, &["Title       I wrote the change"]);
    session.keys("u<tab><down>s");
    shows(&mut session, &["‹ a story ›"]);
    session.keys("?").keys("join it with<enter>");
    shows(&mut session, &["‹ goes on with what stands above ›"]);
}

#[test]
fn the_category_is_chosen_and_the_question_it_answers_is_never_linked_without_a_yes() {
    let mut session = with("topics.txt", MIXED);
    look(&mut session, "topics.txt");
    session.size(132, 30).keys("G<right>G<up>");
    shows(&mut session, &["Title       The stock count", "Category    none"]);
    session.keys("c").keys("failure");
    assert_snapshot!("looking_through_category", session.screen());
    session.keys("<enter>");
    shows(
        &mut session,
        &["Category    failure", "Answers     Tell me about a time you failed. ?"],
    );
    session.keys("?").keys("the question it answers<enter>");
    assert_snapshot!("looking_through_question", session.screen());
    session.keys("deadline<enter>");
    let screen = session.screen();
    let answers = screen
        .lines()
        .find(|line| line.contains("Answers     "))
        .unwrap_or_default();
    assert!(answers.contains("deadline") && !answers.contains(" ?"), "{screen}");
    session.keys("u ");
    shows(&mut session, &["Answers     Tell me about a time you failed.\n"]);
    session.wait(1).keys("G<enter>");
    let folder = session.places.answers();
    let texts = fs::read_dir(folder)
        .expect("answers")
        .map(|file| fs::read_to_string(file.expect("a file").path()).expect("an answer"));
    let (linked, free): (Vec<String>, Vec<String>) = texts.partition(|text| text.contains("questions:"));
    assert_eq!((linked.len(), linked[0].contains("The stock count")), (1, true));
    assert!(free.iter().any(|text| text.contains("The label printer")));
}

#[test]
fn a_click_goes_to_the_item_of_a_line_to_a_line_of_it_and_to_all_that_is_sure() {
    let mut session = with("mixed.txt", MIXED);
    look(&mut session, "mixed.txt");
    session.size(100, 30).click_on("Q what did");
    shows(&mut session, &["esc back"]);
    session.keys("<esc>").click_on("Action: I read the change");
    shows(&mut session, &["goes on with what stands above", "The label printer"]);
    session.keys("<esc>").click_on("take all");
    shows(&mut session, &["What is written"]);
    session.keys("<right>").click_on("## The stock count");
    shows(
        &mut session,
        &["‹ a story ›", "Title       The stock count", "x leave out"],
    );
    session.click_on("x leave out");
    shows(&mut session, &["1 of 2 looked at"]);
}

#[test]
fn what_was_said_is_there_again_when_the_file_is_named_again_and_a_title_is_typed() {
    let mut session = with("topics.txt", TOPICS);
    look(&mut session, "topics.txt");
    session.size(132, 30).keys("<tab>gg<down><down>");
    turn_to(&mut session, "a story");
    session.keys("<esc>e").keys(" at sea<enter>");
    shows(&mut session, &["night shift at sea"]);
    session.keys("<esc>");
    shows(&mut session, &["Kept as far as you are"]);
    look(&mut session, "topics.txt");
    shows(&mut session, &["looked at, nothing written"]);
    session.keys("G<right>");
    shows(&mut session, &["night shift at sea"]);
}

#[test]
fn columns_nobody_knows_are_shown_with_their_cells_and_named() {
    let mut session = with(
        "list.csv",
        "What,Colour,Question\nred,The mast broke.,Why boats?\nblue,I caulked it.,Why nets?\n",
    );
    look(&mut session, "list.csv");
    session.size(100, 30).keys("gg<down>");
    shows(
        &mut session,
        &[
            "column 2   Colour: The mast broke.",
            "‹ nothing, kept as notes ›",
            "enter the columns are right",
        ],
    );
    turn_to(&mut session, "the answer");
    shows(&mut session, &["2 talking points"]);
}

/// The files below a folder with their bytes.
fn bytes_below(folder: &std::path::Path) -> std::collections::BTreeMap<std::path::PathBuf, Option<Vec<u8>>> {
    let mut found = std::collections::BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(&here).into_iter().flatten().flatten() {
            let path = entry.path();
            found.insert(path.clone(), fs::read(&path).ok());
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    found
}

#[test]
fn the_last_page_takes_the_whole_import_back_to_the_byte() {
    let mut session = with("mixed.txt", MIXED);
    let before = bytes_below(&session.places.home);
    look(&mut session, "mixed.txt");
    session.size(100, 30).keys(" ").keys("<enter>").wait(1).keys("<enter>");
    shows(&mut session, &["3 questions.", "u take it back"]);
    assert_ne!(bytes_below(&session.places.home), before);
    session.wait(1).keys("u");
    shows(&mut session, &["Taken back: "]);
    assert_eq!(bytes_below(&session.places.home), before);
    look(&mut session, "mixed.txt");
    shows(&mut session, &["3 lines begin with `Q`: are they"]);
}

#[test]
fn those_under_the_same_heading_follow_first_and_then_all_like_it() {
    let notes = "# At sea\n\n- The mast\n- was the rope old\n- 3 days of fog\n\n# On land\n\n- The pump\n- The crane\n";
    let mut session = with("beside.txt", notes);
    look(&mut session, "beside.txt");
    session.size(100, 30).keys("<tab>gg<down><down>");
    turn_to(&mut session, "a question");
    shows(
        &mut session,
        &["a says the same of 2 other lines under its heading, again of all 4 like it"],
    );
    session.keys("a<esc>");
    shows(&mut session, &["3 questions"]);
    session.keys("<tab>gg<down><down>aa<esc>");
    shows(&mut session, &["5 questions"]);
}

#[test]
fn what_came_in_is_drilled_from_the_last_page() {
    let mut session = with(
        "asked.txt",
        "Q: What did the harbour master ask of you?\nQ: Who rang the bell?\n",
    );
    look(&mut session, "asked.txt");
    session.keys("<enter>").wait(1);
    shows(
        &mut session,
        &["Written: 2 questions.", "▌ Drill what came in", "2 questions"],
    );
    session.keys("<enter>").wait(1);
    let asked = session
        .app
        .screens
        .drill()
        .map(|screen| screen.drill.plan.questions.len());
    assert_eq!(asked, Some(2), "{}", session.screen());
}
