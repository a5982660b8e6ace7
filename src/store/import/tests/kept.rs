//! What is here already: judged by what the home has.

use super::*;

const ANSWERS: &str = "Storms\n------\n- We reefed early that night and I kept the log, so nobody was hurt in the end.\n\nCrew\n----\n- I taught the new mate to splice, and he taught it to the next one within a month.\n";

fn answer_files(desk: &Desk) -> Vec<PathBuf> {
    let entries = fs::read_dir(desk.places().answers()).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn what_was_deleted_comes_back() {
    let desk = Desk::new();
    desk.bring("notes.txt", NOTES);
    let before = (desk.asked(), desk.answers());
    fs::remove_file(desk.places().questions().join("own.yaml")).unwrap();
    for path in answer_files(&desk) {
        fs::remove_file(path).unwrap();
    }
    let again = desk.bring("notes.txt", NOTES);
    assert_eq!((again.questions, again.answers, again.known), (1, 2, 0));
    assert_eq!((desk.asked(), desk.answers()), before);
    assert_eq!(fs::read_dir(desk.places().imports()).unwrap().count(), 1);
}

#[test]
fn a_remainder_that_was_deleted_comes_back_too() {
    let desk = Desk::new();
    let text = format!("{ANSWERS}\n\nLinks\n-----\nhttps://sea.test/charts\n");
    desk.bring("notes.txt", &text);
    let before = desk.files();
    let rest = desk.places().imports().join("notes.txt.rest.md");
    fs::remove_file(&rest).unwrap();
    assert_eq!(
        desk.bring("notes.txt", &text).notes.as_deref(),
        Some("imports/notes.txt.rest.md")
    );
    assert_eq!(desk.files(), before);
}

#[test]
fn an_answer_the_person_changed_is_known_by_what_it_was_made_of() {
    let desk = Desk::new();
    desk.bring("notes.txt", ANSWERS);
    let path = &answer_files(&desk)[0];
    let text = fs::read_to_string(path).unwrap();
    let (front, _) = text.split_at(text.find("\n- ").unwrap());
    fs::write(path, format!("{front}\nAll of it is new.\n")).unwrap();
    let longer =
        format!("New above\n---------\n- I sailed alone around the island and wrote down each wind.\n\n{ANSWERS}");
    let written = desk.bring("notes.txt", &longer);
    assert_eq!((written.answers, written.known), (1, 2));
    assert!(desk.places().imports().join("notes-2.txt").exists());
    assert_eq!(desk.rest(), Vec::<String>::new());
    let before = desk.files();
    desk.bring("notes.txt", &longer);
    assert_eq!(desk.files(), before);
}

#[test]
fn an_empty_answer_does_not_stand_for_every_other_empty_one() {
    let grids = |names: [&str; 2]| {
        let grid = |name: &str| format!("{name}:\nWho:\nHardest:\nLearned:\n\n");
        names.map(grid).concat()
    };
    let desk = Desk::new();
    desk.bring("boats.txt", grids(["The pump", "The mast"]));
    let before = desk.answers().len();
    desk.bring("other.txt", grids(["The keel", "The sail"]));
    let titles: Vec<String> = desk.answers().into_iter().map(|(title, _)| title).collect();
    assert_eq!((before, titles.len()), (2, 4), "{titles:?}");
}

#[test]
fn the_same_story_twice_is_kept_twice_and_found_twice() {
    let desk = Desk::new();
    let twice = format!("{ANSWERS}\n{ANSWERS}");
    assert_eq!(desk.bring("notes.txt", &twice).answers, 4);
    let again = desk.bring("notes.txt", &twice);
    assert_eq!((again.answers, again.known), (0, 4));
}

#[test]
fn line_ends_and_blanks_at_the_ends_of_lines_make_nothing_new() {
    let desk = Desk::new();
    desk.bring("notes.txt", NOTES);
    for text in [
        NOTES.replace('\n', "\r\n"),
        NOTES.replace('\n', "  \n"),
        format!("\u{feff}{NOTES}"),
    ] {
        let again = desk.bring("notes.txt", &text);
        assert_eq!((again.answers, again.questions, again.known), (0, 0, 3), "{text:?}");
    }
}

#[test]
fn a_question_asked_twice_is_one_question_and_both_are_accounted_for() {
    let desk = Desk::new();
    let text =
        "- Why do you like to sail at night?\n- How do you mend a torn sail?\n- Why do you like to sail at night?\n";
    let written = desk.bring("notes.md", text);
    assert_eq!((written.questions, written.known), (2, 1));
    assert_eq!(desk.rest(), ["Why do you like to sail at night?"]);
    let before = desk.files();
    desk.bring("notes.md", text);
    assert_eq!(desk.files(), before);
}

#[test]
fn a_question_of_the_program_s_own_is_linked_and_its_words_are_kept() {
    let desk = Desk::new();
    let home = home(&desk.places());
    let known = &home.library.questions()[0];
    let text = format!("- {}\n- How do you mend a torn sail?\n", known.ask);
    let written = desk.bring("notes.md", &text);
    assert_eq!((written.questions, written.known), (1, 1));
    let rest = fs::read_to_string(desk.places().imports().join("notes.md.rest.md")).unwrap();
    assert!(
        rest.contains(&format!("<!-- line 1, counts as {} -->\n{}\n", known.id, known.ask)),
        "{rest}"
    );
    let before = desk.files();
    desk.bring("notes.md", &text);
    assert_eq!(desk.files(), before);
}

#[test]
fn an_interview_that_grew_in_the_journal_is_the_same_one_and_what_is_new_is_left_over() {
    let desk = Desk::new();
    let journal = "# Acme\nStatus: applied 2026-10-05\n- 2026-10-12 recruiter call, she liked the rope story\n";
    assert_eq!(desk.bring("journal.md", journal).interviews, 1);
    let grown = format!("{journal}- I should ask them about the night watches\n");
    let again = desk.bring("journal.md", &grown);
    assert_eq!((again.interviews, again.known), (0, 1));
    assert_eq!(desk.rest(), ["- I should ask them about the night watches"]);
}
