//! Typing: the same keys in every field and in the editor, and what a terminal makes of them.

use greenroom::app::Msg;
use greenroom::keys::bindings::Context;
use greenroom::ui::clicks::Cursor;

use crate::places::PLACES;
use crate::session::Session;
use crate::support::TestEnvironment;

/// Every place where text is typed, and whether it is a line.
fn typed_in() -> impl Iterator<Item = (&'static str, Session, bool)> {
    PLACES.iter().filter_map(|place| {
        let session = place.fresh();
        let contexts = session.app.contexts();
        let line = contexts.contains(&Context::Typing);
        contexts
            .contains(&Context::Editing)
            .then_some((place.name, session, line))
    })
}

fn has(session: &mut Session, text: &str) -> bool {
    session.screen().contains(text)
}

#[test]
fn words_and_lines_are_deleted_by_the_same_keys_in_every_field_and_in_the_editor() {
    let mut lines = 0;
    for (name, mut session, line) in typed_in() {
        lines += usize::from(line);
        // In the editor on a row of its own, where it is not wrapped.
        session
            .keys(if line { "<end>" } else { "<end><enter>" })
            .keys(" alpha beta");
        assert!(has(&mut session, "alpha beta"), "{name}: {}", session.screen());
        for (keys, there, gone) in [
            ("<ctrl-h>", "alpha bet", "alpha beta"),
            ("<alt-backspace>", "alpha", "alpha b"),
            ("xyz<ctrl-left><alt-d>", "alpha", "xyz"),
            ("qux-zap<ctrl-w>", "alpha", "qux"),
            ("qux-zap<alt-b><ctrl-k>", "alpha qux-", "zap"),
            ("<backspace><backspace>", "alpha qu", "alpha qux"),
            ("<alt-b><ctrl-del>", "alpha", "alpha q"),
            ("<ctrl-z>", "alpha qu", "alpha qux"),
            ("<ctrl-e><ctrl-u>", "", "alpha"),
            ("<ctrl-z>", "alpha qu", "alpha qux"),
        ] {
            session.keys(keys);
            let screen = session.screen();
            let near = screen
                .lines()
                .filter(|row| row.contains("alpha"))
                .collect::<Vec<_>>()
                .join("\n");
            assert!(screen.contains(there), "{name} after {keys}: {screen}");
            assert!(!near.contains(gone), "{name} after {keys}: {screen}");
        }
    }
    assert!(lines > 15, "{lines} lines");
}

#[test]
fn a_megabyte_pasted_into_a_line_is_not_taken_and_that_is_said() {
    let megabyte = "pasted words ".repeat(80_000);
    for (name, mut session, line) in typed_in() {
        if !line {
            continue;
        }
        // What a clock that rests has to say is said with the next message.
        session.tell(Msg::Paste(String::new()));
        let before = format!("{:?} {:?}", session.app.screens.front(), session.app.overlay);
        session.tell(Msg::Paste(megabyte.clone()));
        assert_eq!(
            format!("{:?} {:?}", session.app.screens.front(), session.app.overlay),
            before,
            "{name}"
        );
        assert!(
            has(&mut session, "Not taken: a line holds 4000 characters"),
            "{name}: {}",
            session.screen()
        );
        // What it holds is taken whole, and is drawn at its end.
        session.tell(Msg::Paste(format!("{}the end", "word ".repeat(600))));
        assert!(has(&mut session, "word the end"), "{name}: {}", session.screen());
    }
}

#[test]
fn esc_and_a_key_that_come_as_one_are_both_heard_unless_they_stand_for_something() {
    let mut session = crate::session::session();
    session.keys("/abc def<alt-i>");
    assert!(
        has(&mut session, "No interview stands here yet"),
        "{}",
        session.screen()
    );
    session.keys("<alt-enter>");
    assert!(
        session.app.screens.drill().is_some(),
        "Esc leaves, then Enter is pressed on Home"
    );
    session.keys("<alt-enter>");
    assert!(
        session.app.screens.drill().is_none(),
        "Esc asks, then Enter ends the drill"
    );
    session.keys("<alt-down>/alpha beta<alt-b><alt-d>");
    assert!(
        has(&mut session, "❯ alpha ") && !has(&mut session, "beta"),
        "{}",
        session.screen()
    );
}

#[test]
fn a_paste_where_nothing_is_typed_is_said_and_changes_nothing() {
    for (keys, said) in [
        ("", "Nothing is typed here, so nothing was pasted"),
        (",", "Nothing is typed here, so nothing was pasted"),
        ("nabc<esc>", "Enter begins typing here; then paste again"),
    ] {
        let mut session = crate::session::session();
        session.keys(keys);
        session.tell(Msg::Paste("pasted words".to_owned()));
        assert!(
            has(&mut session, said) && !has(&mut session, "pasted words"),
            "{}",
            session.screen()
        );
    }
}

#[cfg(unix)]
mod terminals {
    use crate::support::TestEnvironment;

    #[test]
    fn a_terminal_may_send_backspace_either_way_and_esc_with_the_next_key() {
        let env = TestEnvironment::new();
        let mut pty = env.pty(&[]);
        pty.wait("enter start")
            .keys("/")
            .wait("Find ")
            .send("abcd\x08\x7f")
            .wait("❯ ab ");
        pty.send(" gamma\x1b\x7f").wait("❯ ab  ").send("\x15").wait("❯  ");
        // Esc and `i` in one write: the search is closed, and interviews are opened.
        pty.send("xyz\x1bi").wait("No interview stands here yet");
        // Esc and an arrow in one write: back on Home, one row down.
        pty.send("\x1b\x1b[B").wait("▌ Bring my notes").keys("ctrl-c").leaves(0);
    }
}

#[test]
fn the_cursor_of_the_terminal_stands_behind_what_is_typed_in_every_field_and_in_the_editor() {
    for (name, mut session, line) in typed_in() {
        session.keys(if line { "<end>" } else { "<end><enter>" }).keys("alphab");
        let (buffer, clicks) = session.draw_and_see();
        let Some(Cursor::Typing(at)) = clicks.cursor() else {
            panic!("{name}: {:?}: {}", clicks.cursor(), session.screen());
        };
        let before: String = (at.x - 6..at.x)
            .map(|x| buffer[(x, at.y)].symbol().to_owned())
            .collect();
        assert_eq!(before, "alphab", "{name} at {at}: {}", session.screen());
    }
}

#[test]
fn where_nothing_is_typed_the_hidden_cursor_is_on_the_chosen_row() {
    let mut lists = 0;
    for place in PLACES {
        let mut session = place.fresh();
        let types = session.app.contexts().contains(&Context::Editing);
        let (buffer, clicks) = session.draw_and_see();
        match clicks.cursor() {
            Some(Cursor::Row(at)) => {
                lists += 1;
                let row = session.screen().lines().nth(usize::from(at.y)).map(str::to_owned);
                let row = row.unwrap_or_default();
                assert!(
                    row.contains('▌') || row.contains('▸'),
                    "{}: {row:?} at {at}",
                    place.name
                );
                assert!(buffer.area.contains(at), "{}", place.name);
            }
            Some(Cursor::Typing(at)) => assert!(types, "{} at {at}", place.name),
            None => {}
        }
    }
    assert!(lists > 20, "{lists} lists");
}

#[test]
fn a_terminal_is_told_where_one_types_and_hides_its_cursor_elsewhere() {
    let environment = TestEnvironment::new();
    let mut pty = environment.pty(&["--demo"]);
    pty.wait("Practise now");
    pty.wait_for_cursor("no cursor", |before| before.is_none());
    pty.keys("/ a b c");
    pty.wait_for_cursor("one behind abc", |before| {
        before.is_some_and(|text| text.ends_with("abc"))
    });
    pty.keys("esc");
    pty.wait_for_cursor("none again", |before| before.is_none());
    pty.keys("q").leaves(0);
}
