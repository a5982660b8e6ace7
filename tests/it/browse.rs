//! Browsing questions, answers and notes.

use std::fs;

use greenroom::app::screens::workbench::Mode;
use greenroom::domain::question::level::{Level, Levels};
use greenroom::domain::subject::Subject;
use greenroom::store::files::atomic::write_new;
use greenroom::store::files::places::Places;
use proptest::prelude::*;

use crate::screens::practised;
use crate::session::{Session, session};

const QUEUE: &str = include_str!("../../answers/the-queue-that-could-wait.md");

fn write(places: &Places, path: &str, text: &str) {
    write_new(&places.home.join(path), text.as_bytes()).expect("a file of the home");
}

/// A home with a finished answer, an unfinished one, one that names no question there is, and notes.
pub(crate) fn furnished() -> Session {
    Session::with(|places| {
        write(places, "answers/queue.md", &QUEUE.replace("sample: true\n", ""));
        write(
            places,
            "answers/pump.md",
            "---\nid: pumpaa\ntitle: The pump nobody opened\nquestions: [failure-production]\n---\n## Situation\nTODO\n",
        );
        write(
            places,
            "answers/loose.md",
            "---\nid: looseb\ntitle: A story for nobody yet\ncategory: change\n---\n## Situation\nTwo teams moved.\n",
        );
        write(
            places,
            "imports/notes.txt.rest.md",
            "# What had no place, from notes.txt\n\n<!-- lines 3-4 -->\nCall Ann about the crates\nand the harbour\n\n",
        );
    })
}

fn has(session: &mut Session, text: &str) -> bool {
    session.screen().contains(text)
}

/// The row of the question with these words.
fn chosen(session: &Session, words: &str) -> usize {
    let app = &session.app;
    let rows = app.screens.browse().expect("Browse").rows();
    let row = rows.iter().position(|item| match app.workspace.shown(*item) {
        Some(Subject::Question(question)) => question.ask.contains(words),
        _ => false,
    });
    row.expect("the question")
}

#[test]
fn a_question_of_ones_own_is_found_in_own_yaml_and_selected() {
    let mut session = session();
    session
        .browse("conflict")
        .keys("<do:add a question>Why did the crew <lt>vanish>: twice?<enter>");
    assert!(has(&mut session, "Conflict and disagreement"));
    session.keys("lh<enter>");
    let text = fs::read_to_string(session.places.questions().join("own.yaml")).expect("own.yaml");
    assert!(
        text.contains("category: conflict") && text.contains("<vanish>: twice?"),
        "{text}"
    );
    let screen = session.screen();
    assert!(screen.contains("▌          Why did the crew <vanish>"), "{screen}");
    session.keys("<do:add a question>Why did the crew <lt>vanish>: twice?<enter>");
    assert!(has(&mut session, "This question is there already"));
    let again = fs::read_to_string(session.places.questions().join("own.yaml")).expect("own.yaml");
    assert_eq!(again, text);
}

#[test]
fn a_prompt_that_is_left_is_there_when_a_is_pressed_again() {
    let mut session = session();
    session.keys("b<do:add a question>").keys("Half a question<esc>");
    assert!(!has(&mut session, "Half a question"));
    session.keys("<do:add a question>");
    assert!(has(&mut session, "Half a question"));
    session.keys("<enter><esc><esc><esc>");
    assert!(!session.left);
    assert!(!session.places.questions().exists());
}

#[test]
fn a_hidden_question_is_not_listed_or_asked_until_u_brings_it_back() {
    let mut session = session();
    session.browse("people");
    let before = session.app.screens.browse().expect("Browse").rows().len();
    let first = session
        .app
        .workspace
        .library
        .questions()
        .iter()
        .find(|q| q.category.id() == "people");
    let id = first.expect("a question").id.clone();
    session.keys("D");
    let settings = fs::read_to_string(session.places.settings()).expect("settings");
    assert!(settings.contains(&format!("hide_questions: [{id}]")), "{settings}");
    assert_eq!(session.app.screens.browse().expect("Browse").rows().len(), before - 1);
    let question = session
        .app
        .workspace
        .library
        .question(id.as_str())
        .expect("it is in the bank");
    assert!(!session.app.workspace.settings.admits(question));
    session.keys("u");
    assert!(session.app.workspace.settings.hide_questions.is_empty());
    assert!(has(&mut session, "It is asked again"));
    let settings = fs::read_to_string(session.places.settings()).expect("settings");
    assert!(settings.contains("hide_questions: []"), "{settings}");
}

#[test]
fn a_question_hidden_in_an_earlier_run_is_found_by_the_filter_and_brought_back() {
    let mut session = session();
    session.browse("people").keys("D");
    let mut session = session.again("24h");
    session.browse("people").keys("f<right><right><right><right><enter>");
    assert!(
        has(&mut session, "put away: it is not asked; u brings it back"),
        "{}",
        session.screen()
    );
    session.keys("D");
    assert!(has(&mut session, "It is hidden already"));
    session.keys("u");
    assert!(has(&mut session, "Nothing here is in \"put away\"."));
}

#[test]
fn an_answer_goes_to_the_trash_and_u_brings_it_back_as_it_was() {
    let mut session = furnished();
    let path = session.places.answers().join("pump.md");
    let text = fs::read_to_string(&path).expect("the answer");
    session.browse("answers").keys("/pump<enter>D<enter>");
    assert!(!path.exists());
    assert!(has(&mut session, "answers/pump.md is in the trash"));
    assert!(!has(&mut session, "The pump nobody opened"));
    session.keys("u");
    assert_eq!(fs::read_to_string(&path).expect("it is back"), text);
    assert!(has(&mut session, "The pump nobody opened"), "{}", session.screen());
    session.keys("u");
    assert!(has(&mut session, "The trash is empty"));
}

#[test]
fn the_trash_is_listed_and_gives_back_any_of_it() {
    let mut session = furnished();
    session.keys("<do:what is in the trash>");
    assert!(has(&mut session, "The trash is empty"));
    session.browse("answers").keys("D<enter>").wait(1).keys("D<enter>");
    let mut session = session.again("48h");
    session.keys(":what is in the trash<enter>");
    let screen = session.screen();
    assert!(
        screen.contains("In the trash") && screen.contains("2 days ago"),
        "{screen}"
    );
    let last = screen
        .lines()
        .find(|line| line.contains("answers/"))
        .unwrap_or_default();
    assert!(last.contains('▌'), "{screen}");
    session.keys("j<enter>");
    assert!(has(&mut session, "is back"), "{}", session.screen());
    assert_eq!(session.app.workspace.library.answers().len(), 2);
    session.keys("<do:what is in the trash><enter><do:what is in the trash>");
    assert!(has(&mut session, "The trash is empty"));
    assert_eq!(session.app.workspace.library.answers().len(), 3);
}

#[test]
fn what_an_earlier_run_put_into_the_trash_comes_back_to_its_folder() {
    let mut session = furnished();
    let path = session.places.imports().join("notes.txt.rest.md");
    session.browse("notes").keys("D<enter>");
    assert!(!path.exists());
    let mut session = session.again("24h");
    session.browse("notes");
    assert!(has(&mut session, "Nothing is left over."));
    session.keys("u");
    assert!(path.exists());
    assert!(has(&mut session, "▌ notes.txt"));
}

#[test]
fn enter_opens_the_workbench_and_escape_comes_back_to_the_row() {
    let mut session = furnished();
    session.browse("failure");
    let row = chosen(&session, "fault of yours that reached production");
    session.keys(&"j".repeat(row)).keys("<enter>");
    let bench = session.app.screens.workbench().map(|bench| bench.hand);
    assert_eq!(bench, Some(Mode::Normal));
    session.keys("<esc>");
    assert_eq!(session.app.screens.browse().map(|browse| browse.row), Some(row));
    session.keys("gn");
    let bench = session.app.screens.workbench().map(|bench| bench.hand);
    assert_eq!(bench, Some(Mode::Insert));
}

#[test]
fn an_answer_can_be_given_another_title() {
    let mut session = furnished();
    session
        .browse("answers")
        .keys("/pump<enter><do:another title>")
        .keys("<ctrl-w><ctrl-w>is: open<enter>");
    let text = fs::read_to_string(session.places.answers().join("pump.md")).expect("the answer");
    assert!(text.contains("title: \"The pump is: open\"\n"), "{text}");
    assert!(has(&mut session, "The pump is: open"), "{}", session.screen());
}

#[test]
fn the_filter_unanswered_leaves_out_what_has_an_answer() {
    let mut session = furnished();
    session.browse("failure");
    assert!(has(&mut session, "~ "));
    session.keys("f<right><right><enter>");
    assert!(!has(&mut session, "~ "));
    assert!(has(&mut session, "no answer · "));
    session.keys("f<left><enter>");
    assert!(has(&mut session, "The pump nobody opened"));
}

#[test]
fn questions_of_a_level_or_a_tag_can_be_listed_alone() {
    let mut session = session();
    session
        .keys("bf")
        .keys("<right><right><right><right><right><right><enter>");
    assert!(has(&mut session, "senior · "), "{}", session.screen());
    let rows = session.app.screens.browse().expect("Browse").rows().len();
    let senior = session
        .app
        .workspace
        .library
        .questions()
        .iter()
        .filter(|q| q.suits(Some(Levels::one(Level::Senior))));
    assert_eq!(rows, senior.count());
    session.keys("<esc>").browse("#").browse("communication");
    let tagged = session.app.workspace.library.tagged()["communication"].len();
    assert_eq!(session.app.screens.browse().expect("Browse").rows().len(), tagged);
}

#[test]
fn what_went_badly_comes_first_and_s_orders_by_time_and_by_name() {
    let mut session = practised();
    session.browse("all");
    let first = |session: &mut Session| session.screen().lines().nth(4).unwrap_or_default().to_owned();
    assert!(first(&mut session).contains('▁'), "{}", session.screen());
    session.keys("<do:another order>");
    assert!(has(&mut session, "last told first"));
    assert!(first(&mut session).contains('▃'), "{}", session.screen());
    session.keys("<do:another order>");
    assert!(has(&mut session, "by name"));
    assert!(
        first(&mut session).contains("▌          As a manager"),
        "{}",
        session.screen()
    );
}

#[test]
fn an_answer_without_a_question_has_a_place_of_its_own() {
    let mut session = furnished();
    session.browse("unlinked");
    assert!(has(&mut session, "A story for nobody yet"));
    assert!(has(&mut session, "Two teams moved."));
    session.keys("d");
    assert!(has(&mut session, "No question goes with this one"));
}

#[test]
fn what_an_import_could_not_place_can_be_read_word_for_word() {
    let mut session = furnished();
    session.keys("b<backtab><enter>");
    let screen = session.screen();
    assert!(
        screen.contains("▸ notes.txt") || screen.contains("notes.txt") && screen.contains("Call Ann about the crates"),
        "{screen}"
    );
    session.keys("y");
    assert!(session.stage.copied[0].contains("Call Ann about the crates\nand the harbour"));
    session.size(80, 24).keys("<enter>");
    assert!(has(&mut session, "Call Ann about the crates"));
}

#[test]
fn words_on_the_command_line_list_what_has_them() {
    let mut session = furnished();
    session.browse("pump nobody");
    let screen = session.screen();
    assert!(screen.contains("\"pump nobody\" · best fit first"), "{screen}");
    assert!(screen.contains("The pump nobody opened"), "{screen}");
    assert_eq!(session.app.screens.browse().expect("Browse").rows().len(), 1);
    session.browse("conflict zzzzqqq");
    assert!(
        has(&mut session, "Nothing here has \"zzzzqqq\"."),
        "{}",
        session.screen()
    );
}

#[test]
fn find_looks_through_the_list_and_opens_the_hit() {
    let mut session = furnished();
    session.browse("conflict").keys("/pump nobody");
    assert!(has(&mut session, "Nothing has these letters."));
    session.keys("<esc>/technical decision was wrong<enter>");
    assert!(has(&mut session, "They listen for"));
    let browse = session.app.screens.browse().expect("Browse");
    assert_eq!(browse.section().map(|section| section.kind.id()), Some("conflict"));
    assert_eq!(browse.row, chosen(&session, "technical decision was wrong"));
}

#[test]
fn find_over_browse_follows_files_that_are_read_again() {
    let mut session = furnished();
    session.browse("answers").keys("/pump");
    assert!(has(&mut session, "The pump nobody opened"));
    write(
        &session.places,
        "answers/a-first.md",
        "---\nid: firsta\ntitle: A pump before all others\n---\n## Situation\nTODO\n",
    );
    let home = greenroom::runtime::disk::outcome::home_outcome(greenroom::store::load::home(&session.places));
    session.tell(greenroom::app::Msg::Did(home));
    let screen = session.screen();
    assert!(screen.contains("A pump before all others"), "{screen}");
    assert!(screen.contains("The pump nobody opened"), "{screen}");
}

#[test]
fn a_drill_of_this_question_comes_back_to_it_with_its_rating() {
    let mut session = furnished();
    session.browse("failure").keys("jjjd<enter><enter>1<enter><esc>");
    assert_eq!(session.app.screens.browse().map(|browse| browse.row), Some(0));
    let screen = session.screen();
    assert!(screen.contains("▌ ▁"), "{screen}");
}

#[test]
fn empty_lists_say_what_goes_there() {
    let mut session = session();
    for (query, says) in [
        ("answers", "No answers yet."),
        ("unlinked", "Every answer names a question."),
        ("notes", "Nothing is left over."),
    ] {
        session.browse(query).keys("deyDRjkG");
        assert!(has(&mut session, says), "{}", session.screen());
    }
}

#[test]
fn browse_as_it_looks() {
    let session = practised();
    write(
        &session.places,
        "answers/loose.md",
        "---\nid: looseb\ntitle: A story for nobody yet\n---\n## Situation\nTODO\n",
    );
    let mut session = session.again("1h");
    session.keys("b");
    for (columns, rows) in [(80, 24), (100, 30), (132, 40), (200, 60)] {
        session.size(columns, rows);
        insta::assert_snapshot!(format!("library_{columns}"), session.screen());
    }
    session.size(100, 30);
    insta::assert_snapshot!("library_styled", session.styled());
    session.keys("hjjj");
    insta::assert_snapshot!("library_categories", session.screen());
    session.keys("lfl");
    insta::assert_snapshot!("library_words", session.screen());
    session.size(80, 24);
    insta::assert_snapshot!("library_words_80", session.screen());
    session.size(100, 30).keys("<enter><tab><tab><tab><tab>");
    insta::assert_snapshot!("library_answers", session.screen());
    session.keys("<do:add a question>Which crate fell into the harbour?<enter>");
    insta::assert_snapshot!("library_add", session.screen());
}

#[test]
fn browse_can_be_drawn_at_any_size() {
    let mut session = furnished();
    session.keys("b");
    for script in [
        "",
        "<enter>",
        "l",
        "jjjGk",
        "<esc><tab>",
        "f",
        "<esc>a",
        "x<enter>",
        "<esc><esc><backtab><enter>R",
        "<esc>s",
    ] {
        session.size(100, 30).keys(script);
        for columns in [1, 39, 40, 59, 60, 79, 80, 99, 100, 101, 160, 250] {
            for rows in [1, 11, 12, 13, 24, 60] {
                session.size(columns, rows).draw();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_keys_at_any_size_bring_browse_down(keys in "[hjklgGsfmaRDuy/qx ]{0,24}", columns in 1..180_u16, rows in 1..60_u16) {
        let mut session = furnished();
        session.keys("b").size(columns, rows).keys(&keys).draw();
    }
}

#[test]
fn find_looks_into_answers_and_the_names_at_the_right_and_ones_own_stands_first() {
    let mut session = Session::with(|places| {
        let own = QUEUE.replace("sample: true\n", "");
        write_new(&places.answers().join("queue.md"), own.as_bytes()).expect("an answer");
    });
    session.keys("/numbers");
    let screen = session.screen();
    let row = |screen: &str, n: usize| screen.lines().nth(5 + n).unwrap_or_default().to_owned();
    assert!(
        row(&screen, 0).contains("▌ The queue that could wait: ") && row(&screen, 0).contains("numbers"),
        "{screen}"
    );
    assert!(row(&screen, 1).contains("what your numbers said"), "{screen}");
    session.keys("<ctrl-w>conflict");
    let screen = session.screen();
    let asked = screen.lines().filter(|line| line.contains(" conflict │")).count();
    assert!(asked > 10, "{screen}");
    session.keys("<ctrl-w>numbers<enter>");
    assert!(session.screen().contains("Situation"), "{}", session.screen());
    session.keys("<esc>b<tab>/numbers");
    assert!(
        row(&session.screen(), 0).contains("The queue that could wait: "),
        "{}",
        session.screen()
    );
}
