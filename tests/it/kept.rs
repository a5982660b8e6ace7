//! What is written down stays: long notes, logs that are moved while the program is open, settings written in other ways.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use greenroom::app::Msg;
use greenroom::app::widgets::field::MOST;
use greenroom::store::files::atomic::write_new;
use greenroom::store::log;

use crate::session::{Session, session};
use crate::support::TestEnvironment;

/// A drill of one question, told and about to be rated.
fn told(session: &mut Session) -> &mut Session {
    session.keys("<enter>");
    session.wait(40);
    while !session.screen().contains("How was it?") {
        session.keys("<enter>");
    }
    session
}

#[test]
fn what_the_screen_counts_is_what_the_log_gives_back_however_long_the_note() {
    let mut session = session();
    told(&mut session).keys("n");
    session.tell(Msg::Paste("word ".repeat(3_500)));
    assert!(
        session.screen().contains("Not taken: a line holds"),
        "{}",
        session.screen()
    );
    // The longest line there is, of the letters that take most bytes.
    session.tell(Msg::Paste("\u{1f600}".repeat(MOST)));
    session.keys("<esc>3<enter>").wait(3);
    let (history, problems) = log::load(&session.places);
    assert_eq!(problems, []);
    assert_eq!(history.len(), 1);
    assert_eq!(history.all_attempts(), session.app.workspace.history.all_attempts());
    assert_eq!(history.all_attempts()[0].note.len(), 4 * MOST);
}

#[test]
fn key_points_that_do_not_fit_are_said_and_the_attempt_is_kept() {
    let point = |n: usize| format!("- point {n} {}\n", "about the release ".repeat(8));
    let points: String = (0..700).map(point).collect();
    let answer = format!("---\nid: k7m2qx\ntitle: Long\nquestions: [own-long]\n---\n## Action\n{points}");
    let bank = "category: conflict\nquestions:\n  - id: own-long\n    ask: Tell me everything?\n";
    let mut session = Session::with(|places| {
        write_new(&places.answers().join("long.md"), answer.as_bytes()).unwrap();
        write_new(&places.questions().join("long.yaml"), bank.as_bytes()).unwrap();
    });
    session.browse("Tell me everything").keys("<enter>d");
    told(&mut session).keys("3<space><space>");
    session.wait(3);
    assert!(
        session.screen().contains("key points are longer than fits an attempt"),
        "{}",
        session.screen()
    );
    let (history, problems) = log::load(&session.places);
    assert_eq!(problems, []);
    assert_eq!(history.all_attempts(), session.app.workspace.history.all_attempts());
    let beats = history.all_attempts()[0].beats.clone().unwrap();
    assert_eq!(beats.hit.len(), 2);
    assert!(beats.missed.len() > 50);
}

#[test]
fn a_plain_drill_says_what_of_a_note_is_kept_and_keeps_it() {
    let env = TestEnvironment::new();
    let input = format!("\n\n3\n{}\n", "word ".repeat(14_000));
    let printed = env
        .run(&["drill", "--plain", "-n", "1", "--seed", "7"])
        .input(input)
        .ok();
    assert!(
        printed.contains("The note is longer than 16 KB: its beginning is kept"),
        "{printed}"
    );
    let list = env.list("attempts");
    assert_eq!(list["problems"].as_array().unwrap().len(), 0);
    let attempts = list["attempts"].as_array().unwrap();
    assert_eq!(attempts.len(), 1);
    assert!(attempts[0]["note"].as_str().unwrap().len() > 16_000);
}

#[test]
fn ratings_are_in_the_log_whatever_is_done_to_it_while_the_program_is_open() {
    let moves: [fn(&Session); 3] = [
        |session| fs::remove_dir_all(session.places.log()).unwrap(),
        |session| {
            let mut away = (0..).map(|n| session.places.home.join(format!("moved-{n}")));
            let away = away.find(|path| !path.exists()).unwrap();
            fs::rename(session.places.log(), away).unwrap();
        },
        |session| {
            for file in crate::support::files(&session.places.log()) {
                let copy = PathBuf::from(format!("{}.new", file.display()));
                fs::copy(&file, &copy).unwrap();
                fs::rename(&copy, &file).unwrap();
            }
        },
    ];
    for happens in moves {
        let mut session = session();
        told(&mut session).keys("3");
        happens(&session);
        session.keys("1").wait(3);
        happens(&session);
        session.keys("<enter>");
        told(&mut session).keys("4");
        assert!(session.screen().contains("saved") && !session.screen().contains("not saved"));
        let (history, problems) = log::load(&session.places);
        assert_eq!(problems, []);
        assert_eq!(history.all_attempts(), session.app.workspace.history.all_attempts());
        assert_eq!(history.len(), 2);
    }
}

#[test]
fn a_setting_that_has_no_line_of_its_own_is_refused_with_what_to_type() {
    for text in [
        "{think: 45s, private_words: [Hooli]}\n",
        "think: [45s\n",
        "think: 45s\r# mine\r",
    ] {
        let mut session = Session::with(|places| write_new(&places.settings(), text.as_bytes()).unwrap());
        session.keys(",l");
        let screen = session.screen();
        assert!(
            screen.contains("The setting holds for now and is not saved: greenroom.yaml:"),
            "{screen}"
        );
        session.keys("<esc>");
        session.browse("conflict").keys("<enter>D");
        assert_eq!(fs::read_to_string(session.places.settings()).unwrap(), text);
    }
}

/// Every file below a folder, with what it holds.
fn held(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = crate::support::files(folder).into_iter();
    all.map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

const ANSWER: &str =
    "---\nid: k7m2qx\ntitle: The heron\nquestions: [conflict-design-review]\n---\n## Situation\nit stood\n";

const INTERVIEW: &str = "---\ncompany: Acme\nrounds:\n  - kind: onsite\n    at: 2026-11-20 10:00\n---\n";

/// Settings of a later version: plain, in quotes, and in files of which nothing else can be read.
const LATER: [&str; 3] = [
    "format: 2\n",
    "format: \"2\"\nprivate_words: {a: b}\n",
    "think: [30s\nformat: 3\n",
];

#[test]
fn with_a_later_format_no_command_writes() {
    for settings in LATER {
        let env = TestEnvironment::new();
        env.write("greenroom.yaml", settings);
        env.write("answers/heron.md", ANSWER);
        env.write("interviews/2026-11-01-acme.md", INTERVIEW);
        let before = held(&env.home());
        let notes = env.path("notes.txt");
        fs::write(
            &notes,
            "Conflict with a colleague\n-----\n- We disagreed, so I measured both ways.\n",
        )
        .unwrap();
        let said = env.run(&["drill", "--plain", "-n", "1"]).input("\n\n3\n\n").fails(2);
        assert!(said.contains("not saved"), "{said}");
        for words in [
            &["interview", "add", "Bluebird"][..],
            &["interview", "log", "acme", "--thanked"],
            &["import", "--yes", notes.to_str().unwrap()],
        ] {
            let said = env.run(words).fails(2);
            assert!(said.contains("nothing is written"), "{words:?}: {said}");
        }
        assert_eq!(held(&env.home()), before, "{settings}");
    }
}

#[test]
fn with_a_later_format_no_screen_writes_and_what_is_typed_is_in_a_draft() {
    for settings in LATER {
        let mut session = Session::with(|places| {
            write_new(&places.settings(), settings.as_bytes()).unwrap();
            write_new(&places.answers().join("heron.md"), ANSWER.as_bytes()).unwrap();
            write_new(&places.interviews().join("2026-11-01-acme.md"), INTERVIEW.as_bytes()).unwrap();
        });
        let before = held(&session.places.home);
        session.keys(",l<esc>");
        told(&mut session).keys("3");
        assert!(
            session.screen().contains("1 not saved: these files have format"),
            "{}",
            session.screen()
        );
        session.keys("<enter><enter>");
        session.browse("The heron").keys("<enter>D");
        session.browse("The heron").keys("<enter>u");
        session.browse("Tell me about").keys("<enter>D");
        session
            .browse("The heron")
            .keys("<enter>e<enter>new words <ctrl-s>")
            .wait(3);
        let screen = session.screen();
        assert!(screen.contains("not saved") && screen.contains("new words"), "{screen}");
        assert_eq!(held(&session.places.home), before, "{settings}");
        let mut next = session.again("PT1H");
        assert!(next.screen().contains("Not saved  \"The heron\""), "{}", next.screen());
        assert_eq!(held(&next.places.home), before, "{settings}");
    }
}
