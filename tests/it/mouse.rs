//! Everything by clicks: places, rows, tabs, the keys of the footer, ratings.

use greenroom::app::screens::stack::AnyScreen;
use greenroom::domain::rating::Rating;

use crate::session::{Session, session};
use crate::support::TestEnvironment;

/// The row with the mark of what is chosen.
fn chosen(session: &mut Session) -> String {
    let screen = session.screen();
    let row = screen.lines().find(|row| row.contains('▌'));
    row.unwrap_or_default().to_owned()
}

#[test]
fn a_click_goes_to_a_place_and_a_key_of_the_footer_does_what_it_says() {
    let mut session = session();
    for place in ["2 Library", "4 Interviews", "3 Progress", "1 Today"] {
        session.click_on(place);
        let style = session.styled();
        assert_eq!(
            session.app.screens.len(),
            if place == "1 Today" { 1 } else { 2 },
            "{place}: {style}"
        );
    }
    session.click_on("? keys");
    assert!(session.app.overlay.is_some());
    session.click_on("esc back");
    assert!(session.app.overlay.is_none());
    session.click_on("d set up");
    assert!(matches!(session.app.screens.front(), Some(AnyScreen::SetUp(_))));
}

#[test]
fn a_click_chooses_a_row_and_a_click_on_the_chosen_row_is_enter() {
    let mut session = session();
    session.keys("d");
    let before = chosen(&mut session);
    let screen = session.screen();
    let at = screen.lines().position(|row| row.contains('▌')).unwrap_or_default();
    let rows: Vec<u16> = (at + 1..at + 4).map(|row| row as u16).collect();
    for row in rows {
        session.click(30, row);
        let now = session.screen().lines().position(|row| row.contains('▌'));
        let line = session.screen().lines().nth(usize::from(row)).map(str::to_owned);
        let blank = line.unwrap_or_default().trim().is_empty();
        assert!(
            blank || now == Some(usize::from(row)),
            "row {row}: {}",
            session.screen()
        );
    }
    session.click(30, at as u16);
    assert_eq!(chosen(&mut session), before);
    session.click(30, at as u16);
    assert!(session.app.screens.drill().is_some(), "{}", session.screen());
}

#[test]
fn under_what_lies_over_a_screen_nothing_is_clicked() {
    let mut session = session();
    session.keys("?");
    let screens = session.app.screens.len();
    session.click(30, 0);
    assert_eq!(session.app.screens.len(), screens);
    assert!(session.app.overlay.is_some());
}

#[test]
fn an_answer_is_told_and_rated_with_the_mouse_alone() {
    let mut session = session();
    let row = session
        .screen()
        .lines()
        .position(|row| row.contains('▌'))
        .unwrap_or_default();
    session.click(30, row as u16);
    session.click_on("enter").wait(20).click_on("enter");
    session.click_on("solid");
    let told = session
        .app
        .workspace
        .history
        .attempts()
        .last()
        .map(|attempt| attempt.rating);
    assert_eq!(told, Some(Rating::Solid), "{}", session.screen());
}

#[test]
fn a_file_to_bring_is_chosen_by_a_click_and_read_by_another() {
    let mut session = session();
    let path = session.places.home.with_file_name("notes.md");
    std::fs::write(
        &path,
        "Q: What did the harbour master ask of you?\nQ: Who rang the bell that night?\n",
    )
    .expect("notes");
    let folder = path.parent().expect("a folder").to_string_lossy().into_owned();
    session.keys("I").keys(&format!("{folder}/no")).disk_waits();
    session.click_on("notes.md");
    assert!(chosen(&mut session).contains("notes.md"), "{}", session.screen());
    session.click_on("▌").disk_works();
    assert!(session.screen().contains("nothing written"), "{}", session.screen());
    session.wait(1).click_on("take all").disk_works();
    assert!(session.places.home.join("imports").exists(), "{}", session.screen());
}

#[test]
fn yes_and_no_stand_in_the_box_that_asks() {
    let mut session = session();
    session.keys("<enter><esc>");
    let box_says = |session: &mut Session| {
        let screen = session.screen();
        screen.lines().any(|row| row.contains("│ enter end it   esc go on"))
    };
    assert!(box_says(&mut session), "{}", session.screen());
    session.click_on("esc go on");
    assert!(!box_says(&mut session) && session.app.screens.drill().is_some());
    session.keys("<esc>").click_on("enter end it");
    assert!(session.app.screens.drill().is_none(), "{}", session.screen());
}

#[test]
fn a_terminal_sends_clicks_and_is_not_asked_where_the_mouse_is() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&[]);
    pty.wait("Try three questions");
    assert!(
        !pty.bytes().windows(8).any(|bytes| bytes == b"\x1b[?1003h"),
        "moves are not asked for"
    );
    let screen = pty.text();
    let column = screen
        .lines()
        .next()
        .and_then(|row| row.find("2 Library"))
        .unwrap_or_default()
        + 1;
    pty.send(&format!("\x1b[<0;{column};1M\x1b[<0;{column};1m"))
        .wait_gone("Try three questions");
    pty.keys("ctrl-c").leaves(0);
}
