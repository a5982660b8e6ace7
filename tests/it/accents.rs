//! Names and titles are found with accents, without, and however they are composed.

use greenroom::store::files::atomic::write_new;

use crate::session::Session;
use crate::support::{TestEnvironment, files};

const COMPOSED: &str = "Zürich";
const TAKEN_APART: &str = "Zu\u{308}rich";

#[test]
fn an_interview_is_found_and_joined_however_its_name_is_written() {
    for first in [COMPOSED, TAKEN_APART] {
        let env = TestEnvironment::with_home();
        env.run(&["interview", "add", first, "--round", "onsite", "--at", "2026-12-05"])
            .ends(0);
        for name in [COMPOSED, TAKEN_APART, "zurich", "ZURI"] {
            let (shown, _) = env.run(&["interview", "show", name]).ends(0);
            assert!(shown.contains("onsite"), "{shown}");
        }
        env.run(&[
            "interview",
            "add",
            TAKEN_APART,
            "--round",
            "panel",
            "--at",
            "2026-12-09",
        ])
        .ends(0);
        env.run(&["interview", "log", "zurich", "--note", "a note"]).ends(0);
        let there = files(&env.home().join("interviews"));
        assert_eq!(there.len(), 1, "{there:?}");
        let name = there[0].file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(name, "2026-11-21-zürich.md");
    }
}

#[test]
fn find_and_the_filter_find_titles_however_they_are_written_and_show_their_accents() {
    for query in ["zurich", COMPOSED, TAKEN_APART] {
        let mut session = Session::with(|places| {
            for (id, place) in [("nfc1", COMPOSED), ("nfd1", TAKEN_APART)] {
                let text = format!("---\nid: {id}\ntitle: Migration to {place}\n---\nText\n");
                write_new(&places.answers().join(format!("{id}.md")), text.as_bytes()).unwrap();
            }
        });
        session.keys(&format!("/{query}"));
        let screen = session.screen();
        let listed: Vec<&str> = screen.lines().filter(|line| line.ends_with("  answer │")).collect();
        assert_eq!(listed.len(), 2, "{query}: {screen}");
        let shown = |place: &str| listed.iter().any(|line| line.contains(place));
        assert!(shown(COMPOSED) && shown(TAKEN_APART), "{query}: {screen}");
        session.keys("<esc>b").browse(query);
        let screen = session.keys("<tab>").screen();
        let rows = session.app.screens.browse().map(|browse| browse.rows().len());
        assert_eq!(rows, Some(2), "{query}: {screen}");
    }
}
