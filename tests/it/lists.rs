//! Lists: the row that is drawn as selected is the row the keys are about, however the list changes under it.

use std::fs;

use greenroom::app::Msg;
use greenroom::store::files::atomic::write_new;
use proptest::prelude::*;

use crate::session::{Session, session};

/// What is drawn as selected.
fn selected(session: &mut Session) -> String {
    let screen = session.screen();
    let rows: Vec<&str> = screen.lines().filter(|line| line.contains('▌')).collect();
    assert_eq!(rows.len(), 1, "one row is selected:\n{screen}");
    rows[0].split_once('▌').expect("a chevron").1.trim().to_owned()
}

#[test]
fn enter_on_home_does_the_row_that_is_selected_after_the_first_screen_is_gone() {
    let mut session = session();
    session.keys("<down><down><enter>Two teams, one train.<ctrl-s><esc><esc>");
    let row = selected(&mut session);
    assert!(!session.app.workspace.first_run(), "{row}");
    let home = session.screen();
    session.keys("<enter>");
    assert_ne!(session.screen(), home, "enter did nothing on {row}");
    let mut session = Session::with(|places| {
        let notes = "## Situation\nTwo teams.\n## Task\nMine.\n## Action\nI asked.\n## Result\nHalf.\n";
        write_new(&places.home.join("../notes.md"), notes.as_bytes()).expect("notes");
    });
    let path = session.places.home.join("../notes.md");
    session.keys("<down><enter>").keys(&path.to_string_lossy());
    session.keys("<enter>").wait(1).keys("G<enter>").wait(1).keys("<enter>");
    let row = selected(&mut session);
    let home = session.screen();
    session.keys("<enter>");
    assert_ne!(session.screen(), home, "enter did nothing on {row}");
}

#[test]
fn a_row_of_home_stays_selected_when_rows_come_above_it() {
    let mut session = crate::screens::practised();
    session.keys("jj");
    let before = selected(&mut session);
    session.keys("<enter>").keys("<enter>");
    session.keys("<enter><enter>2<esc><enter><esc>");
    assert!(session.screen().contains("Go on"), "{}", session.screen());
    let after = selected(&mut session);
    let name = |row: &str| row.split_whitespace().next().map(str::to_owned);
    assert_eq!(name(&after), name(&before));
}

#[test]
fn a_list_of_problems_that_became_shorter_still_opens_what_is_selected() {
    let mut session = Session::with(|places| {
        for name in ["2026-11-01-a.md", "2026-11-02-b.md", "2026-11-03-c.md"] {
            let path = places.home.join("interviews").join(name);
            write_new(&path, b"---\ncompany: [\n---\n").expect("a file");
        }
    });
    session.keys("!jj");
    assert!(selected_above(&mut session).contains("03-c"), "{}", session.screen());
    for name in ["2026-11-02-b.md", "2026-11-03-c.md"] {
        let path = session.places.home.join("interviews").join(name);
        fs::write(path, "---\ncompany: A\n---\n").expect("a write");
    }
    session.keys("<enter>");
    assert!(selected_above(&mut session).contains("01-a"), "{}", session.screen());
    session.keys("<enter>");
    assert!(
        session.screen().contains("interviews/2026-11-01-a.md"),
        "{}",
        session.screen()
    );
}

#[test]
fn the_interview_that_was_opened_is_selected_after_it_moved_in_the_list() {
    let mut session = Session::with(|places| {
        for (name, day) in [("acme", "2026-11-16"), ("halden", "2026-11-17"), ("zeta", "2026-11-18")] {
            let text =
                format!("---\ncompany: {name}\nrounds:\n  - {{kind: panel, at: {day} 10:00, state: done}}\n---\n");
            let path = places.home.join(format!("interviews/{day}-{name}.md"));
            write_new(&path, text.as_bytes()).expect("an interview");
        }
    });
    session.keys("i");
    let first = selected(&mut session);
    session.keys("<right>njj<enter><esc>");
    let name = |row: &str| row.split_whitespace().next().map(str::to_owned);
    assert_eq!(name(&selected(&mut session)), name(&first), "{}", session.screen());
    let gone = session
        .app
        .workspace
        .interviews
        .iter()
        .find(|one| first.starts_with(&one.company));
    let path = session.places.home.join(&gone.expect("the interview").path);
    fs::remove_file(path).expect("removed");
    session.tell(Msg::Focused);
    let next = selected(&mut session);
    session.keys("<right>");
    let company = name(&next).expect("a company");
    assert!(
        session.screen().contains(&format!("interviews · {company}")),
        "{}",
        session.screen()
    );
}

#[test]
fn the_summary_edits_what_is_selected_after_a_rating_was_opened_again_and_left_out() {
    let mut session = session();
    session.keys("<enter>");
    for _ in 0..3 {
        session.keys("<enter><enter>2<enter>");
    }
    session.keys("<down><down>ux");
    let row = selected(&mut session);
    session.keys("e");
    assert!(
        session.app.screens.workbench().is_some(),
        "nothing was opened for {row}"
    );
}

#[test]
fn what_is_selected_above_stays_selected_when_the_files_are_read_again() {
    let mut session = session();
    session.keys("/failure<down><down>");
    let before = selected_above(&mut session);
    session.tell(Msg::Did(greenroom::runtime::disk::outcome::home_outcome(
        greenroom::store::load::home(&session.places),
    )));
    assert_eq!(selected_above(&mut session), before);
}

/// The row selected in what lies over the screen.
fn selected_above(session: &mut Session) -> String {
    let screen = session.screen();
    let mut rows = screen.lines().filter(|line| line.contains("│ ▌"));
    rows.next_back().expect("a row").to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn enter_on_home_is_never_dead(moves in "[jkgG]{0,12}") {
        let mut session = session();
        session.keys("<down><down><enter>A story.<ctrl-s><esc><esc>").keys(&moves);
        let row = selected(&mut session);
        let home = session.screen();
        session.keys("<enter>");
        prop_assert_ne!(session.screen(), home, "{}", row);
    }
}
