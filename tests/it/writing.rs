//! Writing answers: where typing begins and goes on, what a new answer is called, and what it can be told for.

use std::fs;

use greenroom::store::files::atomic::write_new;
use serde_json::Value;

use crate::session::{Session, session};

const FRONT: &str = "---\nid: aaaaaa\ntitle: The quiet pager\nkind: story\nquestions: [conflict-design-review]\n---\n";

/// An answer with this body, opened and typing.
fn typing(body: &str) -> Session {
    let mut session = Session::with(|places| {
        let text = format!("{FRONT}{body}");
        write_new(&places.answers().join("pager.md"), text.as_bytes()).expect("an answer");
    });
    session.keys("/technical decision was wrong<enter>e");
    session
}

fn body(session: &Session) -> String {
    let text = fs::read_to_string(session.places.answers().join("pager.md")).expect("the file");
    text.strip_prefix(FRONT).expect("the same front matter").to_owned()
}

fn typed(session: &Session) -> String {
    session
        .app
        .screens
        .workbench()
        .and_then(|bench| bench.at_hand())
        .expect("an answer")
        .editor
        .text()
}

/// The one answer there is.
fn answer(session: &Session) -> (String, Value) {
    let printed = session.shell(&["list", "answers", "--json"]);
    let answers = printed["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), 1, "{printed}");
    let path = answers[0]["path"].as_str().expect("a path");
    let text = fs::read_to_string(session.places.home.join(path)).expect("the file");
    (text, answers[0].clone())
}

#[test]
fn the_first_letter_typed_leaves_every_heading_whole() {
    for before in [
        "## Situation\ntwo teams\n## Task\nmine\n",
        "## Situation\n\n## Task\n",
        "## Situation\n## Task\n",
        "## Situation",
        "\n\n## Situation\ntwo teams\n",
        "# The pager\n\n## Situation\ntwo teams\n",
        "# The pager\n## Situation\ntwo teams\n",
        "Two teams\n## Task\nmine\n",
        "",
    ] {
        let mut session = typing(before);
        session.keys("My <ctrl-s>");
        let after = body(&session);
        let headings = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| line.starts_with('#'));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(headings(&after), headings(before), "{before:?} became {after:?}");
        let place = after.find("My ").expect("what was typed");
        let first = before.find("## Situation");
        assert!(
            first.is_none_or(|_| after.find("## Situation") < Some(place)),
            "{after:?}"
        );
        assert!(!after.contains("## Task\nMy"), "{after:?}");
        session.keys("<ctrl-z><ctrl-z><ctrl-z><ctrl-s>");
        assert_eq!(body(&session), before, "it can be taken back");
    }
}

#[test]
fn what_is_typed_before_a_heading_is_a_line_of_its_own() {
    let mut session = typing("## Situation\ntwo teams\n");
    session.keys("<up>A word before. ");
    assert_eq!(typed(&session), "A word before. \n## Situation\ntwo teams\n");
    let mut session = typing("## Situation\ntwo teams\n");
    session.keys("<up>#");
    assert_eq!(
        typed(&session),
        "### Situation\ntwo teams\n",
        "another level is a heading"
    );
}

#[test]
fn a_look_at_the_question_and_back_goes_on_typing() {
    let mut session = typing("## Situation\ntwo teams\n");
    for columns in [120, 80] {
        session.size(columns, 30);
        session.keys("<tab><tab>Delivered early ");
        assert!(session.screen().contains("typing"), "{}", session.screen());
        session.keys("<tab>livered late ");
        assert!(session.screen().contains("typing"), "{}", session.screen());
    }
    let text = typed(&session);
    assert_eq!(text.matches("Delivered early livered late ").count(), 2, "{text}");
}

#[test]
fn beside_the_text_the_question_scrolls_and_nothing_out_of_sight_is_deleted() {
    let mut session = typing("## Situation\ntwo teams\n");
    session.size(80, 12).keys("x<tab>").screen();
    let top = session.screen();
    session.keys("<pgdn>");
    assert_ne!(session.screen(), top);
    session.keys("<pgdn><backspace>");
    assert_eq!(typed(&session), "## Situation\nxtwo teams\n");
    session.keys("<backspace>");
    assert_eq!(typed(&session), "## Situation\ntwo teams\n", "in sight it is");
}

#[test]
fn showing_another_pane_while_typing_goes_on_typing() {
    let mut session = typing("## Situation\ntwo teams\n");
    session.keys("<tab><ctrl-o>fault of yours<enter>D");
    assert!(session.screen().contains("typing"), "{}", session.screen());
    assert_eq!(typed(&session), "## Situation\nDtwo teams\n");
}

#[test]
fn a_letter_alone_throws_nothing_away() {
    let mut session = typing("## Situation\ntwo teams\n");
    session.keys("<esc>Delivery early");
    assert!(
        session.screen().contains("Put it into the trash?"),
        "{}",
        session.screen()
    );
    assert_eq!(body(&session), "## Situation\ntwo teams\n");
    session.keys("<esc><esc>");
    session.browse("answers").keys("Delivery");
    assert_eq!(body(&session), "## Situation\ntwo teams\n");
    session.keys("<enter>");
    assert!(!session.places.answers().join("pager.md").exists());
    session.keys("u");
    assert_eq!(body(&session), "## Situation\ntwo teams\n");
}

#[test]
fn text_that_is_not_saved_is_not_thrown_away_with_its_answer() {
    let mut session = typing("## Situation\ntwo teams\n");
    session.keys("unsaved <esc>D");
    assert!(
        session.screen().contains("Save this with ctrl-s first"),
        "{}",
        session.screen()
    );
    session.keys("d");
    assert!(
        session.screen().contains("Save this with ctrl-s first"),
        "{}",
        session.screen()
    );
}

#[test]
fn an_answer_written_for_a_question_is_called_after_it_and_told_for_it() {
    let mut session = session();
    session.keys("/technical decision was wrong<enter>n");
    let title = "A time you thought a technical decision was wrong";
    assert!(session.screen().contains(title), "{}", session.screen());
    session.keys("two teams, one train<ctrl-s><esc><esc><esc>");
    let (text, listed) = answer(&session);
    assert!(text.contains("## Situation\ntwo teams, one train\n"), "{text}");
    assert_eq!(listed["title"], title);
    assert_eq!(listed["questions"], serde_json::json!(["conflict-design-review"]));
    assert_eq!(listed["category"], "conflict");
    session.keys("/technical decision was wrong<enter>d<enter><enter>");
    let screen = session.size(120, 40).screen();
    assert!(screen.contains("A time you thought a technical decision"), "{screen}");
}

#[test]
fn an_answer_for_no_question_is_called_by_its_first_words_and_can_be_named_as_told() {
    let mut session = session();
    session.keys("nTwo teams shared one release train. It was late.<ctrl-s>");
    assert!(session.screen().contains("?link"), "{}", session.screen());
    let (_, listed) = answer(&session);
    assert_eq!(listed["title"], "Two teams shared one release train");
    assert!(
        listed["path"]
            .as_str()
            .expect("a path")
            .ends_with("two-teams-shared-one-release-train.md")
    );
    session.keys("<esc><esc>/technical decision was wrong<enter>d<enter><enter>3<right><enter>");
    let printed = session.shell(&["list", "attempts", "--json"]);
    assert_eq!(printed["attempts"][0]["answer"], listed["id"], "{printed}");
}

#[test]
fn a_title_somebody_gave_stays_and_an_empty_answer_is_untitled() {
    let mut session = session();
    session.keys("n<esc><do:change title><ctrl-a>Mine: <enter>");
    let (text, listed) = answer(&session);
    assert_eq!(listed["title"], "Mine: Untitled", "{text}");
    session.keys("eTwo teams<ctrl-s>");
    assert_eq!(answer(&session).1["title"], "Mine: Untitled");
}

#[test]
fn a_draft_does_not_outlive_what_it_is_a_draft_of() {
    let mut session = typing("## Situation\ntwo teams\n");
    session.keys("?").wait(4).keys("<esc>u");
    assert!(session.screen().contains("saved"), "{}", session.screen());
    session.keys("<esc><esc>");
    session
        .browse("answers")
        .keys("<do:another title> twice<enter><esc><esc>q");
    assert!(session.left);
    let mut session = session.again("1h");
    assert!(!session.screen().contains("Not saved"), "{}", session.screen());
    // The same without leaving the answer, by every way out.
    for way in ["<ctrl-c>", "<esc><esc><esc>q"] {
        let mut session = typing("## Situation\ntwo teams\n");
        session.keys("?").wait(4).keys("<ctrl-z>").keys(way);
        let mut session = session.again("1h");
        assert!(!session.screen().contains("Not saved"), "{way}: {}", session.screen());
    }
}
