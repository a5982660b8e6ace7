//! Saving while the disk is slow: one change of a file at a time, and what is typed meanwhile is neither lost nor taken
//! for an answer to anything.

use std::fs;

use greenroom::app::Msg;
use greenroom::store::files::atomic::write_new;
use greenroom::store::files::places::Places;
use proptest::prelude::*;

use crate::session::Session;

const ANSWER: &str = "---\nid: aaaaaa\ntitle: The quiet pager\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\ntwo teams\n";

const ACME: &str = "---\ncompany: Acme\nrounds:\n  - kind: recruiter\n    at: 2026-11-21 07:00 UTC\n---\n## Improve\n- [ ] say sooner what you did\n- [ ] name the numbers\n";

fn answers(places: &Places) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(places.answers())
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn answer(session: &Session, name: &str) -> String {
    fs::read_to_string(session.places.answers().join(name)).expect("the answer")
}

fn acme(session: &Session) -> String {
    fs::read_to_string(session.places.home.join("interviews/2026-11-02-acme.md")).expect("the interview")
}

/// An answer, opened and typing.
fn typing() -> Session {
    let mut session = Session::with(|places| {
        write_new(&places.answers().join("pager.md"), ANSWER.as_bytes()).expect("an answer");
    });
    session.keys("/technical decision was wrong<enter>e");
    session
}

/// One interview with two things to do better, opened, the first of them selected.
fn interview() -> Session {
    let mut session = Session::with(|places| {
        let path = places.home.join("interviews/2026-11-02-acme.md");
        write_new(&path, ACME.as_bytes()).expect("an interview");
    });
    session.keys("i<right>");
    while !session.screen().contains("▌ ○ say sooner") {
        session.keys("j");
    }
    session
}

#[test]
fn typing_on_while_a_save_is_under_way_and_saving_again_is_no_change_from_outside() {
    let mut session = typing();
    session.keys("first ").disk_waits();
    session.keys("<ctrl-s>12 people<ctrl-s> and 3<ctrl-s> weeks later");
    session.disk_works();
    let screen = session.screen();
    assert!(!screen.contains("changed outside"), "{screen}");
    assert!(answer(&session, "pager.md").contains("first 12 people and 3 weeks later"));
    assert!(screen.contains("✓ saved · typing"), "{screen}");
}

#[test]
fn what_is_typed_after_the_last_save_asked_for_stays_unsaved_and_in_the_text() {
    let mut session = typing();
    session.keys("one ").disk_waits();
    session.keys("<ctrl-s>more ");
    session.disk_works();
    assert!(session.screen().contains("● not saved"), "{}", session.screen());
    let text = answer(&session, "pager.md");
    assert!(text.contains("\none two teams\n"), "{text}");
    session.keys("<ctrl-s>");
    assert!(answer(&session, "pager.md").contains("\none more two teams\n"));
}

#[test]
fn a_new_answer_saved_twice_in_one_go_is_one_file() {
    let mut session = Session::with(|_| {});
    session.keys("ntwo teams").disk_waits();
    session.keys("<ctrl-s><ctrl-s>, one train<ctrl-s>");
    session.disk_works();
    let names = answers(&session.places);
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(answer(&session, &names[0]).contains("two teams, one train"));
}

#[test]
fn what_is_typed_while_a_save_is_under_way_is_in_a_draft_within_two_seconds() {
    for file in [true, false] {
        let mut session = if file { typing() } else { Session::with(|_| {}) };
        session.keys(if file { "one " } else { "none " }).disk_waits();
        session.keys("<ctrl-s>and two").disk_works();
        // Nothing is typed any more; the machine stops.
        session.wait(2);
        let mut session = session.again("1h");
        assert!(session.screen().contains("Not saved"), "{}", session.screen());
        session.keys("<enter><ctrl-s>");
        let names = answers(&session.places);
        assert_eq!(names.len(), 1, "{names:?}");
        assert!(answer(&session, &names[0]).contains("one and two"));
        assert!(!session.screen().contains("changed outside"), "{}", session.screen());
    }
}

#[test]
fn a_draft_written_behind_the_save_of_its_text_is_no_draft() {
    for new in [false, true] {
        let mut session = if new { Session::with(|_| {}) } else { typing() };
        session.keys(if new { "none " } else { "one " }).disk_waits();
        session.keys("<ctrl-s>").wait(2);
        session.keys("<ctrl-c>").disk_works();
        let name = answers(&session.places).remove(0);
        let outside = answer(&session, &name) + "a line from elsewhere\n";
        fs::write(session.places.answers().join(name), outside).expect("a write");
        let mut session = session.again("1h");
        assert!(!session.screen().contains("Not saved"), "{}", session.screen());
    }
}

#[test]
fn leaving_waits_for_what_is_on_its_way_and_asks_nothing() {
    let mut session = typing();
    session.keys("one ").disk_waits();
    session.keys("<ctrl-s><esc><esc>");
    assert!(
        !session.screen().contains("Leave without saving"),
        "{}",
        session.screen()
    );
    session.disk_works();
    assert!(session.app.screens.workbench().is_none(), "{}", session.screen());
    assert!(answer(&session, "pager.md").contains("one "));
    let mut session = typing();
    session.keys("one ").disk_waits();
    session.keys("<ctrl-s><esc><esc>e").disk_works();
    assert!(session.screen().contains("✓ saved · typing"), "{}", session.screen());
}

#[test]
fn two_changes_of_one_interview_in_one_go_are_both_in_the_file() {
    let mut session = interview();
    session.disk_waits();
    session.keys("<space>j<space>").disk_works();
    let text = acme(&session);
    assert_eq!(text.matches("- [x]").count(), 2, "{text}");
    assert!(!session.screen().contains("changed outside"), "{}", session.screen());
    session.disk_waits();
    session.keys("<space><space>").disk_works();
    assert_eq!(acme(&session), text, "ticked and taken back");
}

#[test]
fn a_form_saved_while_another_is_on_its_way_waits_for_it() {
    let mut session = interview();
    session.disk_waits();
    session
        .keys("n")
        .keys("jjjjj<enter>calm<enter>n")
        .keys("jjjjjj<enter>be brief<enter><space>");
    session.disk_works();
    let text = acme(&session);
    assert!(text.contains("- calm (2026-11-21)\n"), "{text}");
    assert!(text.contains("- [ ] be brief (2026-11-21)\n"), "{text}");
    assert!(text.contains("- [x] say sooner what you did\n"), "{text}");
    assert!(!session.screen().contains("changed outside"), "{}", session.screen());
}

#[test]
fn an_interview_added_twice_in_one_go_is_one_with_one_round() {
    let mut session = Session::with(|_| {});
    session.keys("i").disk_waits();
    session.keys("nHalden<enter>nHalden<enter>").disk_works();
    let files: Vec<_> = fs::read_dir(session.places.home.join("interviews"))
        .expect("interviews")
        .collect();
    assert_eq!(files.len(), 1);
    let path = files.into_iter().next().expect("a file").expect("an entry").path();
    let text = fs::read_to_string(path).expect("the file");
    assert_eq!(text.matches("- kind: recruiter").count(), 1, "{text}");
}

#[test]
fn enter_twice_at_the_end_of_a_debrief_writes_it_once() {
    let mut session = Session::with(|places| {
        let path = places.home.join("interviews/2026-11-02-acme.md");
        write_new(&path, ACME.as_bytes()).expect("an interview");
    });
    session
        .keys("i<do:how a round went><enter>calm<enter><enter><enter><down>")
        .disk_waits();
    session.keys("<enter><enter><enter>").disk_works();
    let text = acme(&session);
    assert_eq!(text.matches("- calm").count(), 1, "{text}");
    assert!(!session.screen().contains("changed outside"), "{}", session.screen());
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());
}

#[test]
fn a_debrief_of_a_file_that_cannot_be_changed_or_is_gone_is_in_a_draft_all_the_same() {
    for gone in [false, true] {
        let mut session = Session::with(|places| {
            let path = places.home.join("interviews/2026-11-02-acme.md");
            let flow = ACME.replace(
                "rounds:\n  - kind: recruiter\n    at: 2026-11-21 07:00 UTC\n",
                "rounds: [{kind: recruiter, at: 2026-11-21 07:00 UTC}]\n",
            );
            write_new(&path, if gone { ACME } else { &flow }.as_bytes()).expect("an interview");
        });
        session.keys("i<do:how a round went>why us<enter>3calm");
        if gone {
            fs::remove_file(session.places.home.join("interviews/2026-11-02-acme.md")).expect("gone");
            session.tell(Msg::Focused);
        }
        session.wait(2);
        let mut session = session.again("1h");
        assert!(session.screen().contains("Not saved"), "{gone}: {}", session.screen());
        session.keys("<enter>");
        let screen = session.screen();
        assert!(screen.contains("why us") && screen.contains("calm"), "{gone}: {screen}");
    }
}

#[test]
fn a_debrief_that_was_emptied_again_is_in_no_draft() {
    let mut session = Session::with(|places| {
        let path = places.home.join("interviews/2026-11-02-acme.md");
        write_new(&path, ACME.as_bytes()).expect("an interview");
    });
    session
        .keys("i<do:how a round went>why")
        .wait(2)
        .keys("<ctrl-w><esc><esc>q");
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());
}

#[test]
fn another_change_of_its_interview_does_not_end_a_debrief_or_take_its_draft() {
    let mut session = interview();
    session.disk_waits();
    session
        .keys("<space><do:how a round went>why us<enter>3<enter>calm")
        .disk_works();
    assert!(session.screen().contains("calm"), "{}", session.screen());
    session.wait(2).keys("<esc><esc>");
    session.keys("<right>").screen();
    while !session.screen().contains("▌ ○ name the numbers") {
        session.keys("j");
    }
    session.keys("<space>");
    assert_eq!(acme(&session).matches("- [x]").count(), 2);
    let mut session = session.again("1h");
    assert!(session.screen().contains("Not saved"), "{}", session.screen());
    session.keys("<enter>");
    assert!(session.screen().contains("calm"), "{}", session.screen());
}

#[test]
fn a_title_and_a_link_given_in_one_go_are_both_there() {
    let mut session = typing();
    session.keys("<esc><esc><esc>");
    session.browse("answers").disk_waits();
    session
        .keys("<do:another title> twice<enter><do:link answer>fault of yours<enter>")
        .disk_works();
    let text = answer(&session, "pager.md");
    assert!(text.contains("title: The quiet pager twice\n"), "{text}");
    assert!(text.contains("failure-production"), "{text}");
}

#[derive(Clone, Debug)]
enum Step {
    Type(char),
    Save,
    Undo,
    Disk,
    Wait,
    StopAndGoOn,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => proptest::char::range('a', 'z').prop_map(Step::Type),
        3 => Just(Step::Save),
        1 => Just(Step::Undo),
        4 => Just(Step::Disk),
        1 => Just(Step::Wait),
        1 => Just(Step::StopAndGoOn),
    ];
    proptest::collection::vec(step, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn however_slow_the_disk_what_is_typed_and_saved_is_what_the_one_file_holds(steps in steps(), new in any::<bool>()) {
        let mut session = if new { Session::with(|_| {}) } else { typing() };
        session.keys(if new { "nBegun. " } else { "Begun. " }).disk_waits();
        for step in steps {
            match step {
                Step::Type(c) => drop(session.keys(&c.to_string())),
                Step::Save => drop(session.keys("<ctrl-s>")),
                Step::Undo => drop(session.keys("<ctrl-z>")),
                Step::Disk => drop(session.disk_does_one()),
                Step::Wait => drop(session.wait(1)),
                Step::StopAndGoOn => drop(session.keys("<esc>e")),
            }
        }
        session.keys("The end.<ctrl-s>").disk_works();
        let screen = session.screen();
        prop_assert!(screen.contains("✓ saved · typing"), "{}", screen);
        prop_assert!(!screen.contains("changed outside"), "{}", screen);
        let names = answers(&session.places);
        prop_assert_eq!(names.len(), 1, "{:?}", names);
        let typed = session.app.screens.workbench().and_then(|bench| bench.at_hand()).map(greenroom::app::screens::workbench::buffer::AnswerBuffer::text);
        prop_assert_eq!(Some(answer(&session, &names[0])), typed);
        let mut session = session.again("1h");
        let screen = session.screen();
        prop_assert!(!screen.contains("Not saved"), "{}", screen);
    }
}

#[test]
fn what_is_typed_while_the_question_of_two_changes_opens_is_text_and_no_answer() {
    let mut session = typing();
    let theirs = ANSWER.replace("two teams", "three teams");
    fs::write(session.places.answers().join("pager.md"), &theirs).expect("a write");
    session.keys("first <ctrl-s>");
    assert!(session.screen().contains("changed outside"), "{}", session.screen());
    session.keys("12 people, 3 teams<enter>and more");
    session.wait(1);
    let typed = session
        .app
        .screens
        .workbench()
        .and_then(|bench| bench.buffer())
        .expect("a sheet")
        .text();
    assert!(typed.contains("first 12 people, 3 teams\nand more"), "{typed}");
    assert_eq!(answer(&session, "pager.md"), theirs);
    let screen = session.screen();
    assert!(
        screen.contains("changed outside") && screen.contains("1 yours"),
        "{screen}"
    );
    let listed = session.keys("?").screen();
    assert!(listed.contains("yours") && !listed.contains("rate it"), "{listed}");
    session.keys("<esc>1");
    assert_eq!(answer(&session, "pager.md"), typed);
}

#[test]
fn what_is_asked_by_itself_never_takes_the_place_of_a_form_that_is_typed_in() {
    let mut session = interview();
    session.disk_waits();
    let theirs = ACME
        .replace("name the numbers", "name all numbers")
        .replace("sooner", "earlier");
    fs::write(session.places.home.join("interviews/2026-11-02-acme.md"), &theirs).expect("a write");
    session.keys("<space>n").keys("jjjjj<enter>they were kind");
    session.disk_works();
    session.wait(2);
    assert!(session.screen().contains("they were kind"), "{}", session.screen());
    session.keys("<esc>");
    assert!(session.screen().contains("changed outside"), "{}", session.screen());
    session.keys("1<enter><esc>");
    assert_eq!(acme(&session), theirs, "keys that were on their way are no answer");
    session.wait(1).keys("2");
    session.keys("n").keys("jjjjj<enter>");
    assert!(session.screen().contains("they were kind"), "{}", session.screen());
}

#[test]
fn a_save_whose_earlier_text_could_not_be_kept_is_made_and_says_so() {
    let mut session = typing();
    write_new(&session.places.state.join("versions"), b"in the way").expect("a file");
    session.keys("first <ctrl-s>");
    assert!(answer(&session, "pager.md").contains("first two teams"));
    let screen = session.screen();
    assert!(
        screen.contains("the text before it could not be kept") && screen.contains("✓ saved · typing"),
        "{screen}"
    );
}
