//! Editing answers side by side, as a person does it.

use std::fs;

use greenroom::app::Msg;
use greenroom::store::files::atomic::write_new;
use greenroom::store::files::places::Places;
use greenroom::store::recovery::versions::keep;

use crate::session::{Session, session};

const FIRST: &str = "---\nid: aaaaaa\ntitle: The quiet pager\nkind: story\nquestions: [conflict-design-review]\n# mine\nmood: calm\n---\n## Situation\ntwo teams\n## Action\n- asked for the numbers\n## Result\nhalf the pages\n";
const SECOND: &str = "---\nid: bbbbbb\ntitle: The other one\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\nanother day\n";

fn with(files: &[(&str, &str)]) -> Session {
    Session::with(|places| {
        for (name, text) in files {
            write_new(&places.answers().join(name), text.as_bytes()).expect("an answer");
        }
    })
}

fn file(places: &Places, name: &str) -> String {
    fs::read_to_string(places.answers().join(name)).expect("the file")
}

/// The question of the answers, opened side by side and typing.
fn editing(files: &[(&str, &str)]) -> Session {
    let mut session = with(files);
    session.keys("/technical decision was wrong<enter>e");
    session
}

#[test]
fn what_is_typed_and_saved_is_in_the_file_and_nothing_else_changes() {
    let mut session = editing(&[("pager.md", FIRST)]);
    assert!(session.screen().contains("typing"), "{}", session.screen());
    session.keys("# head<enter>");
    assert!(session.screen().contains("● not saved"));
    session.keys("<ctrl-s>");
    assert!(session.screen().contains("✓ saved · typing"), "{}", session.screen());
    assert_eq!(
        file(&session.places, "pager.md"),
        FIRST.replace("two teams", "# head\ntwo teams")
    );
    session.keys("<ctrl-z><ctrl-z><ctrl-z><ctrl-z><ctrl-s>");
    assert_eq!(file(&session.places, "pager.md"), FIRST);
}

#[test]
fn a_new_answer_begins_in_situation_and_is_nowhere_before_it_is_saved() {
    let mut session = with(&[]);
    session.keys("/technical decision was wrong<enter>e");
    session.keys("two teams, one train");
    assert!(!session.places.answers().exists());
    session.keys("<esc><do:change title>");
    session.keys("<ctrl-a>One train: <enter>");
    let path = "one-train-a-time-you-thought-a-technical-decision-was-wrong.md";
    let text = file(&session.places, path);
    assert!(
        text.contains("title: \"One train: A time you thought a technical decision was wrong\"\n"),
        "{text}"
    );
    assert!(text.contains("questions: [conflict-design-review]\n"), "{text}");
    assert!(text.contains("## Situation\ntwo teams, one train\n"), "{text}");
    session.keys("<esc>");
    assert!(
        session.screen().contains("One train: A time you"),
        "{}",
        session.screen()
    );
}

#[test]
fn two_answers_to_a_question_stand_side_by_side_and_a_part_goes_across() {
    let mut session = editing(&[("a.md", SECOND), ("b.md", FIRST)]);
    session.keys("<esc>");
    let screen = session.screen();
    assert!(
        screen.contains("The quiet pager") && screen.contains("The other one"),
        "{screen}"
    );
    session.keys("jj").keys("<do:copy the part>").keys("<tab><ctrl-s>");
    assert_eq!(
        file(&session.places, "a.md"),
        format!("{SECOND}## Action\n- asked for the numbers\n")
    );
    assert_eq!(file(&session.places, "b.md"), FIRST);
}

#[test]
fn a_change_outside_that_fits_is_shown_before_it_is_taken() {
    let mut session = editing(&[("pager.md", FIRST)]);
    let outside = FIRST.replace("half the pages", "half the pages in May");
    fs::write(session.places.answers().join("pager.md"), &outside).expect("a write");
    session.keys("My own line.<enter><ctrl-s>");
    let screen = session.screen();
    assert!(
        screen.contains("has changed outside") && screen.contains("in May"),
        "{screen}"
    );
    assert_eq!(
        file(&session.places, "pager.md"),
        outside,
        "nothing is written before it was shown"
    );
    session.wait(1).keys("<enter>");
    let merged = outside.replace("two teams", "My own line.\ntwo teams");
    assert_eq!(file(&session.places, "pager.md"), merged);
}

#[test]
fn a_clash_leaves_both_texts_on_disk() {
    let mut session = editing(&[("pager.md", FIRST)]);
    let outside = FIRST.replace("two teams", "three teams");
    fs::write(session.places.answers().join("pager.md"), &outside).expect("a write");
    session.keys("four <ctrl-s>");
    assert!(
        session.screen().contains("changed the same place"),
        "{}",
        session.screen()
    );
    session.wait(1).keys("<esc>");
    assert_eq!(file(&session.places, "pager.md"), outside);
    let names: Vec<String> = fs::read_dir(session.places.answers())
        .expect("answers")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let copy = names
        .iter()
        .find(|name| name.contains(".conflict-"))
        .expect("a conflict copy");
    assert_eq!(
        file(&session.places, copy),
        FIRST.replace("two teams", "four two teams")
    );
    session.keys("<ctrl-s>").wait(1).keys("1");
    assert_eq!(
        file(&session.places, "pager.md"),
        FIRST.replace("two teams", "four two teams")
    );
}

#[test]
fn typed_text_is_in_a_draft_within_two_seconds_and_offered_after_a_crash() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("lost? ").wait(2);
    // The program ends here without saying goodbye.
    let mut session = session.again("1h");
    let screen = session.screen();
    let problems: Vec<String> = session.app.workspace.problems().map(ToString::to_string).collect();
    assert!(
        screen.contains("\"The quiet pager\", typed Sat 21 Nov 09:00"),
        "{screen}{problems:?}"
    );
    session.keys("<enter>");
    let screen = session.screen();
    assert!(
        screen.contains("lost? two teams") && screen.contains("On the disk"),
        "{screen}"
    );
    session.keys("<ctrl-s>");
    assert!(file(&session.places, "pager.md").contains("lost? two teams"));
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"));
}

#[test]
fn leaving_with_something_not_saved_asks() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("x<esc><esc>");
    assert!(session.screen().contains("Leave without saving?"));
    session.keys("<esc>");
    assert!(session.screen().contains("● not saved"));
    session.keys("<esc><enter>");
    assert_eq!(file(&session.places, "pager.md"), FIRST);
    assert!(session.screen().contains("They may ask"));
}

#[test]
fn every_save_keeps_the_text_before_it_and_shows_the_difference() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("Plain <ctrl-s><esc><do:earlier versions>");
    assert!(session.screen().contains("Earlier versions"), "{}", session.screen());
    session.keys("<enter>");
    let styled = session.styled();
    assert!(styled.contains("under>Plain"), "{styled}");
}

#[test]
fn without_colour_what_was_changed_stands_between_signs() {
    let mut session = editing(&[("pager.md", FIRST)]);
    let outside = FIRST.replace("two teams", "three teams");
    fs::write(session.places.answers().join("pager.md"), &outside).expect("a write");
    session.mono().keys("four <ctrl-s>").wait(1);
    let screen = session.screen();
    assert!(screen.contains("[-four two-]{+three+} teams"), "{screen}");
    session.keys("1<esc><do:earlier versions><enter>");
    let screen = session.screen();
    assert!(screen.contains("[-Sat 21 Nov 09:00-] to {+now+}"), "{screen}");
    assert!(screen.contains("[-three-]{+four two+} teams"), "{screen}");
}

#[test]
fn any_two_versions_are_compared_and_both_times_are_named() {
    let with_words = |words: &str| FIRST.replace("---\n## Situation", &format!("---\n{words}## Situation"));
    let mut session = Session::with(|places| {
        write_new(
            &places.answers().join("pager.md"),
            with_words("alpha beta gamma ").as_bytes(),
        )
        .expect("an answer");
        for (words, time) in [("", "08:00:00"), ("alpha ", "08:02:00"), ("alpha beta ", "08:04:00")] {
            let time = format!("2026-11-21T{time}Z").parse().expect("a time");
            keep(places, "aaaaaa", &with_words(words), time).expect("a version");
        }
    });
    session.keys("/technical decision was wrong<enter>e<esc><do:earlier versions>");
    assert!(
        session.screen().contains("compare with this one"),
        "{}",
        session.screen()
    );
    session.keys("<space>jj");
    let screen = session.screen();
    assert!(
        screen.contains("compare with this │") && screen.contains("show what differs"),
        "{screen}"
    );
    session.keys("<enter>");
    let styled = session.styled();
    assert!(styled.contains("under>alpha beta <>## Situation"), "{styled}");
    assert!(
        session.screen().contains("Sat 21 Nov 08:00 to Sat 21 Nov 08:04"),
        "{}",
        session.screen()
    );
    // Chosen the other way round, the older one is still the one before.
    session.keys("<do:earlier versions>jj<space>kk<enter>");
    assert_eq!(session.styled(), styled);
    // Without another side, with the text as it is.
    session.keys("<do:earlier versions>jj<enter>");
    assert!(session.screen().contains("08:00 to now") && session.styled().contains("under>alpha beta gamma"));
    session.size(80, 24).keys("<do:earlier versions><enter>");
    assert!(session.screen().contains("08:04 to now"), "{}", session.screen());
}

#[test]
fn every_row_of_a_long_difference_can_be_reached() {
    let long = FIRST.replace("two teams", &"a sentence that goes on ".repeat(200)) + "the last line\n";
    let mut session = editing(&[("pager.md", &long)]);
    session
        .size(120, 30)
        .keys("x<ctrl-s><esc><do:earlier versions><enter><tab>")
        .screen();
    assert!(!session.screen().contains("the last line"));
    session.keys("G");
    assert!(session.screen().contains("the last line"), "{}", session.screen());
}

#[test]
fn versions_never_take_the_place_of_something_not_saved() {
    let mut session = editing(&[("a.md", SECOND), ("b.md", FIRST)]);
    session.keys("x<ctrl-s><tab>y<tab><esc><do:earlier versions><enter>");
    assert!(
        session.screen().contains("Save the answer in the other pane first"),
        "{}",
        session.screen()
    );
}

#[test]
fn an_answer_in_the_trash_comes_back() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("<esc>x<enter>");
    assert!(!session.places.answers().join("pager.md").exists());
    session.keys("u");
    assert_eq!(file(&session.places, "pager.md"), FIRST);
}

#[test]
fn the_form_links_a_question_by_a_few_letters() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("<esc><do:change title><tab><tab><tab><tab>fault of yours<enter><ctrl-s>");
    let text = file(&session.places, "pager.md");
    assert!(text.contains("failure-production"), "{text}");
    assert_eq!(
        text.replace(
            "[conflict-design-review, failure-production]",
            "[conflict-design-review]"
        ),
        FIRST
    );
}

#[test]
fn a_long_answer_and_one_with_hidden_characters_are_only_shown() {
    let long = format!("{FIRST}{}", "a line\n".repeat(1_600));
    let mut session = editing(&[("long.md", &long)]);
    session.keys("x");
    let screen = session.screen();
    assert!(
        screen.contains("over 1,500 lines") && screen.contains("reading"),
        "{screen}"
    );
    let hidden = FIRST.replace("two teams", "two\u{202e} teams");
    let mut session = editing(&[("hidden.md", &hidden)]);
    session.keys("x");
    assert!(session.screen().contains("hidden characters"));
    assert_eq!(file(&session.places, "hidden.md"), hidden);
}

#[test]
fn a_paste_of_a_thousand_lines_is_saved_and_one_undo() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.tell(Msg::Paste("pasted\r\n".repeat(1_000)));
    session.keys("<ctrl-s>");
    assert_eq!(file(&session.places, "pager.md").matches("pasted\n").count(), 1_000);
    session.keys("<ctrl-z><ctrl-s>");
    assert_eq!(file(&session.places, "pager.md"), FIRST);
}

#[test]
fn panes_fold_under_a_hundred_columns_and_tab_shows_the_other() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("<esc>");
    insta::assert_snapshot!("workbench", session.size(120, 30).screen());
    insta::assert_snapshot!("workbench_80", session.size(80, 24).screen());
    assert!(!session.screen().contains("They listen for"));
    session.keys("<tab>");
    assert!(session.screen().contains("They listen for"));
    insta::assert_snapshot!(
        "workbench_form",
        session.size(120, 30).keys("<tab><do:change title>").screen()
    );
    for (columns, rows) in [(40, 12), (60, 14), (99, 20), (200, 60)] {
        session.size(columns, rows).draw();
    }
}

#[test]
fn a_drill_goes_on_after_the_answer_was_edited_from_its_rating() {
    let mut session = with(&[("pager.md", FIRST)]);
    session.keys("/technical decision was wrong<enter>d<enter><enter>2");
    session.keys("eSharper <ctrl-s><esc><esc>");
    let screen = session.screen();
    assert!(screen.contains("How was it?"), "{screen}");
    assert!(file(&session.places, "pager.md").contains("Sharper two teams"));
    let mut empty = session_without_answers();
    assert!(empty.screen().contains("new"), "{}", empty.screen());
}

fn session_without_answers() -> Session {
    let mut session = session();
    session.keys("<enter><enter><enter>2e");
    session
}

#[test]
fn any_pane_shows_a_question_an_answer_a_sample_or_an_attempt() {
    let other = SECOND.replace("conflict-design-review", "failure-production");
    let mut session = with(&[("a.md", &other), ("b.md", FIRST)]);
    session.keys("/technical decision was wrong<enter>d<enter><enter>3<enter><esc>");
    session.keys("e<esc><ctrl-l><ctrl-o>");
    let list = session.size(100, 60).screen();
    for kind in ["question", "answer", "sample", "told"] {
        assert!(list.contains(kind), "{kind} is not offered:\n{list}");
    }
    let answers: Vec<&str> = list.lines().filter(|line| line.contains("  answer │")).collect();
    assert!(matches!(answers[..], [row] if row.contains("The other one")), "{list}");
    session.keys("today<enter>");
    assert!(session.screen().contains("╭ Told ─"), "{}", session.screen());
    session.keys("<ctrl-o>queue<enter>");
    let screen = session.screen();
    assert!(
        screen.contains("╭ Sample ─") && screen.contains("only to read"),
        "{screen}"
    );
    session.keys("<ctrl-o>fault of yours<enter>");
    assert!(session.screen().contains("╭ Question ─"), "{}", session.screen());
    session.keys("<ctrl-o>The other one<enter>eTyped <ctrl-o>");
    assert!(
        session.screen().contains("Save this with ctrl-s first"),
        "{}",
        session.screen()
    );
    session.keys("<ctrl-s><ctrl-o>pager<enter>");
    assert!(file(&session.places, "a.md").contains("Typed another day"));
}

#[test]
fn what_a_merge_would_change_is_seen_at_once_in_a_long_answer() {
    let long = FIRST.replace("two teams", &"two teams\n".repeat(60));
    let mut session = editing(&[("pager.md", &long)]);
    let outside = long.replace("half the pages", "half the pages in May");
    fs::write(session.places.answers().join("pager.md"), &outside).expect("a write");
    session.mono().size(80, 24).keys("My own line.<enter><ctrl-s>").wait(1);
    let screen = session.screen();
    assert!(
        screen.contains("{+in May+}") && screen.contains(" lines alike"),
        "{screen}"
    );
    assert!(screen.contains("enter keep both changes"), "{screen}");
}

#[test]
fn a_clash_offers_only_what_it_can_do() {
    let mut session = editing(&[("pager.md", FIRST)]);
    fs::write(
        session.places.answers().join("pager.md"),
        FIRST.replace("two teams", "three teams"),
    )
    .expect("a write");
    session.keys("four <ctrl-s>").wait(1);
    let screen = session.screen();
    assert!(
        !screen.contains("take both changes") && screen.contains("esc keep both files"),
        "{screen}"
    );
    session.keys("<enter>");
    assert!(
        session.screen().contains("changed the same place"),
        "{}",
        session.screen()
    );
}

#[test]
fn beside_a_question_the_answer_is_still_spoken_of_and_the_footer_says_what_can_be_done() {
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("<esc>");
    let screen = session.screen();
    assert!(
        screen.contains("d drill it   ctrl-n next finding") && !screen.contains("ctrl-s"),
        "{screen}"
    );
    session.keys("<tab>");
    let screen = session.screen();
    assert!(
        screen.trim_start().starts_with("The quiet pager") && screen.contains("✓ saved · reading"),
        "{screen}"
    );
    assert!(
        screen.contains("  situation") && !screen.contains("enter type"),
        "{screen}"
    );
    session.keys("?copy the part");
    assert!(
        session.screen().contains("Nothing here goes by that name"),
        "{}",
        session.screen()
    );
}

#[test]
fn reading_shows_the_line_u_takes_a_change_back_and_esc_puts_a_comparison_away() {
    let mut session = editing(&[("a.md", SECOND), ("b.md", FIRST)]);
    session.keys("<esc>");
    assert!(session.styled().contains("<bold>two teams"), "{}", session.styled());
    let before = session.screen();
    session.keys("<do:copy the part><tab>");
    assert!(session.screen().contains("● not saved"), "{}", session.screen());
    session.keys("u<tab>");
    let without_state = |screen: &str| screen.lines().skip(1).take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_state(&session.screen()), without_state(&before));
    session.keys("e <ctrl-s><esc>");
    let mut session = editing(&[("pager.md", FIRST)]);
    session.keys("x<ctrl-s><esc><do:earlier versions><enter>");
    assert!(session.screen().contains(" to now"), "{}", session.screen());
    session.keys("<esc>");
    let screen = session.screen();
    assert!(
        screen.contains("They may ask") && session.app.screens.workbench().is_some(),
        "{screen}"
    );
    session.keys("<esc>");
    assert!(session.app.screens.workbench().is_none());
}

#[test]
fn at_eighty_columns_the_row_under_an_answer_says_every_part_whole() {
    let all = "## Situation\n".to_owned()
        + &"word ".repeat(170)
        + "\n## Task\na\n## Action\nb\n## Result\n## Reflection\nTODO c\n";
    let mut session = editing(&[(
        "pager.md",
        &FIRST.replace(
            "## Situation\ntwo teams\n## Action\n- asked for the numbers\n## Result\nhalf the pages\n",
            &all,
        ),
    )]);
    session.size(80, 24).keys("<esc>");
    let screen = session.screen();
    let parts = ["situation, too long", "task", "action", "result", "reflection"];
    let named = |row: &str| row.split("  ").map(str::trim).filter(|part| !part.is_empty()).eq(parts);
    assert!(
        screen.contains("174 words · 1:14") && screen.contains("1:14 of 2:00"),
        "{screen}"
    );
    assert!(screen.lines().any(named), "{screen}");
}

#[test]
fn an_answer_without_blanks_between_its_words_takes_as_long_wherever_its_time_stands() {
    let text = SECOND.replace("another day", &"船".repeat(280));
    let mut session = editing(&[("a.md", &text)]);
    for says in ["280 characters · 1:00", "1:00 of 2:00", "1:00 of 0:24"] {
        assert!(session.screen().contains(says), "{says}: {}", session.screen());
    }
    session.keys("<esc><esc>2<tab>");
    assert!(
        session.screen().contains("280 characters, about 1:00"),
        "{}",
        session.screen()
    );
    assert!(session.screen().contains(" 1:00\n"), "{}", session.screen());
}
