//! What the screens look like.

use greenroom::store::files::atomic::write_new;

use greenroom::app::{Msg, Outcome};
use greenroom::domain::id::QuestionId;
use greenroom::domain::question::level::{Level, Levels};

use crate::session::{Session, newcomer, rows, session};

const QUEUE: &str = include_str!("../../answers/the-queue-that-could-wait.md");

/// A home with an answer and a week of practice.
#[must_use]
pub(crate) fn practised() -> Session {
    let mut session = Session::with(|places| {
        let own = QUEUE.replace("sample: true\n", "");
        write_new(&places.settings(), b"level: all\n").expect("settings");
        write_new(&places.answers().join("queue.md"), own.as_bytes()).expect("an answer");
    });
    let drills = [
        ("design-review", 130, "2"),
        ("failure-production", 150, "1"),
        ("deadline-immovable", 110, "3"),
        ("mentoring-newcomer", 90, "4"),
        ("conflict-between-teams", 100, "3"),
        ("failure-assumption", 140, "2"),
    ];
    for (n, (id, seconds, rating)) in drills.into_iter().enumerate() {
        let question = session
            .app
            .workspace
            .library
            .questions()
            .iter()
            .find(|q| q.id.as_str().contains(id));
        let ask = question.expect("the question").ask.clone();
        session.keys("/").keys(&ask).keys("<enter>d");
        session
            .keys("<enter>")
            .wait(20)
            .keys("<tab>")
            .wait(10)
            .keys("<tab>")
            .wait(seconds - 30);
        session.keys("<enter>").keys(rating).keys("<enter><esc><esc>");
        session = session.again(if n % 2 == 0 { "24h" } else { "47h" });
    }
    session
}

fn shot(name: &str, session: &mut Session) {
    insta::assert_snapshot!(name, session.screen());
}

#[test]
fn home_on_the_first_run() {
    let mut session = session();
    shot("home_first_run", session.size(80, 24));
    insta::assert_snapshot!("home_first_run_styled", session.styled());
}

#[test]
fn home_after_some_practice() {
    let mut session = practised();
    shot("home_practised", &mut session);
    shot("home_practised_132", session.size(132, 40));
    shot("home_practised_80", session.size(80, 24));
    insta::assert_snapshot!("home_practised_styled", session.styled());
    insta::assert_snapshot!("home_practised_mono", session.mono().styled());
}

#[test]
fn a_drill_from_set_up_to_summary() {
    let mut session = practised();
    session.keys("/design-review<esc>/technical decision was wrong<enter>");
    shot("found_question", &mut session);
    session.keys("<esc>d");
    shot("set_up", &mut session);
    session.keys("<esc>/technical decision was wrong<enter>d").wait(12);
    shot("think", &mut session);
    session
        .keys("<enter>")
        .wait(21)
        .keys("<tab>")
        .wait(10)
        .keys("<tab>")
        .wait(61)
        .keys("nsay the number");
    shot("speak", &mut session);
    shot("speak_80", session.size(80, 24));
    shot("speak_60x14", session.size(60, 14));
    insta::assert_snapshot!("speak_styled", session.size(100, 30).styled());
    session
        .keys("<esc>")
        .wait(30)
        .keys("<tab>")
        .wait(14)
        .keys("<enter>3<space><space>")
        .wait(3);
    shot("rate", &mut session);
    insta::assert_snapshot!("rate_styled", session.styled());
    shot("rate_80", session.size(80, 24));
    session.keys("<tab>");
    shot("rate_80_other_pane", &mut session);
    session.size(100, 30).keys(&"<down>".repeat(20)).keys("<up><space>");
    shot("rate_missing", &mut session);
    session.keys("<enter>");
    shot("summary", &mut session);
}

#[test]
fn figures_are_worked_out_anew_when_they_may_have_changed_and_only_then() {
    let mut session = practised();
    session.app.overview.attempts = 99;
    session.keys("d<esc>b<esc>");
    assert_eq!(session.app.overview.attempts, 99, "nothing happened");
    session.wait(60).keys("b<esc>");
    assert_eq!(
        session.app.overview.attempts,
        session.app.workspace.history.len(),
        "time went by"
    );
    session.app.overview.attempts = 99;
    session.keys("d<enter><enter>").wait(5).keys("<enter>3");
    session.keys("<enter>q<enter>q");
    assert_eq!(
        session.app.overview.attempts,
        session.app.workspace.history.len(),
        "something was told"
    );
}

#[test]
fn what_lies_over_a_screen() {
    let mut session = practised();
    shot("help", session.keys("?"));
    shot("help_typed", session.keys("sett"));
    shot("find", session.keys("<esc>/queue"));
    shot("settings", session.keys("<esc>,jj"));
    shot("problems_none", session.keys("<esc>!"));
    shot("found_answer", session.keys("<esc>/queue that<enter>"));
}

#[test]
fn file_problems_say_where_what_and_what_to_do() {
    let mut session = Session::with(|places| {
        write_new(&places.questions().join("bad.yaml"), b"questions:\n  - id: [\n").expect("a bank");
        write_new(&places.answers().join("x.md"), b"---\nid: a\nkind: song\n---\n").expect("an answer");
        write_new(&places.settings(), b"think: soon\nspeek: 2m\n").expect("settings");
    });
    shot("problems", session.keys("!"));
}

#[test]
fn nothing_that_steers_a_terminal_reaches_a_cell() {
    let bank = "category: conflict\nquestions:\n  - id: conflict-evil\n    ask: \"A\\e[31mB\\u202eC\\u200bD \\x9b31m E\"\n    probes:\n      - ask: \"P\\e]0;x\\aQ?\"\n    listen_for: [\"L\\e[2J\"]\n";
    let answer =
        "---\nid: evilaa\ntitle: \"T\\e[2J\\u2066\"\nquestions: [conflict-evil]\n---\n- beat \u{1b}[31m\u{202e}x\n";
    let mut session = Session::with(|places| {
        write_new(&places.questions().join("evil.yaml"), bank.as_bytes()).expect("a bank");
        write_new(&places.answers().join("evil.md"), answer.as_bytes()).expect("an answer");
    });
    for script in [
        "/evil",
        "<esc>/B<enter>",
        "<enter>",
        "<enter>",
        "<enter>",
        "3",
        "<down>",
        "<enter>",
        "<esc>/T<enter>",
    ] {
        session.keys(script);
        for row in rows(&session.draw()) {
            let bad = row
                .chars()
                .find(|c| c.is_control() || ('\u{2000}'..'\u{2070}').contains(c) && !"…–—‘’“”•‹›".contains(*c));
            assert_eq!(bad, None, "after {script}: {row:?}");
        }
    }
}

#[test]
fn what_is_said_is_whole_at_eighty_columns_and_what_to_do_stays_at_forty() {
    let mut session = practised();
    session.tell(Msg::Did(Outcome::Failed {
        doing: "Not saved".to_owned(),
        cause: "answers/the-queue-that-could-wait-for-a-week.md: no space left on the device".to_owned(),
        hint: "Your text stays here; make room, then ctrl-s tries again".to_owned(),
    }));
    let words = |screen: &str| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let screen = session.size(80, 24).screen();
    let said = "Not saved: answers/the-queue-that-could-wait-for-a-week.md: no space left on the device. Your text stays \
                here; make room, then ctrl-s tries again";
    assert!(words(&screen).contains(said), "{screen}");
    assert!(
        screen.contains("▌ Practise now") && screen.contains("? keys"),
        "{screen}"
    );
    let screen = session.size(40, 12).screen();
    assert!(words(&screen).contains("then ctrl-s tries again"), "{screen}");
    session.keys("j");
    assert!(!session.size(80, 24).screen().contains("Not saved"));
}

#[test]
fn a_problem_is_told_whole_however_narrow_the_window() {
    let mut session = Session::with(|places| {
        let long = "a-key-nobody-knows-".repeat(4);
        let settings = format!("{long}: 1\nspeak: soon\n");
        write_new(&places.settings(), settings.as_bytes()).expect("settings");
    });
    let screen = session.size(60, 20).keys("!").screen();
    for words in [
        "is not known",
        "kept and not used",
        "is no duration",
        "usual time is used",
    ] {
        let told = screen.split(['│', '\n']).map(str::trim).collect::<Vec<_>>().join(" ");
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(words), "{words}: {screen}");
    }
}

#[test]
fn help_says_that_there_is_more_and_comes_back_to_what_it_lay_over() {
    let mut session = practised();
    session.keys(",jj?");
    assert!(session.screen().contains("change"), "{}", session.screen());
    session.keys("<esc>");
    assert!(session.screen().contains("▌ probes"), "{}", session.screen());
    session.keys("<f1><f1><esc>");
    assert!(session.app.overlay.is_none());
    let screen = session.size(80, 14).keys("?").screen();
    assert!(screen.contains(" ↓ "), "{screen}");
    let screen = session.keys("<pgdn><pgdn><pgdn>").screen();
    assert!(!screen.contains(" ↓ ") && screen.contains("leave at once"), "{screen}");
}

/// What the list of what can be done shows for a word.
fn found(session: &mut Session, word: &str) -> String {
    let screen = session.keys("?").keys(word).screen();
    session.keys("<esc>");
    screen
}

#[test]
fn what_can_be_done_is_found_by_the_words_people_use() {
    let mut session = practised();
    for (word, does) in [
        ("bring", "bring in a file of notes"),
        ("notes", "bring in a file of notes"),
        ("import", "bring in a file of notes"),
        ("undo", "bring back what was put into the trash last"),
        ("delete", "list what is in the trash"),
        ("search", "find questions and answers"),
        ("theme", "change the settings"),
        ("mouse", "change the settings"),
        ("report", "go to Progress"),
        ("plan", "go to Progress"),
        ("stats", "go to Progress"),
        ("help", "show what can be done here"),
    ] {
        let screen = found(&mut session, word);
        assert!(screen.contains(does), "{word}: {screen}");
    }
    assert!(found(session.browse("answers"), "rename").contains("give the answer another title"));
    assert!(found(&mut session, "zzzz").contains("Nothing here goes by that name."));
}

#[test]
fn what_can_be_done_is_done_with_enter_over_every_screen_and_whatever_lies_over_it() {
    let mut session = practised();
    session.keys("?theme<enter>");
    assert!(session.screen().contains("Settings"), "{}", session.screen());
    session.keys("jj?chang<enter>");
    assert!(
        session.done.iter().any(|asked| asked == "SaveSetting"),
        "{:?}",
        session.done
    );
    assert!(session.screen().contains("Settings"), "the settings are still there");
    session.keys("<esc>/queue<f1><esc>");
    assert!(session.screen().contains("queue"), "what was typed is still there");
    session.keys("<esc><enter><enter>?note<enter>").keys("once more");
    assert!(
        session.app.typing() && session.screen().contains("once more"),
        "{}",
        session.screen()
    );
}

#[test]
fn the_first_run_asks_for_the_level_and_a_day_and_six_keys_lead_to_a_rating() {
    let mut session = newcomer();
    shot("home_newcomer", session.size(80, 24));
    shot("home_asked", session.keys("<enter>"));
    session.keys("<enter><enter><enter><enter>3");
    assert_eq!(session.app.workspace.history.len(), 1, "{}", session.screen());
    let mut session = newcomer();
    session.keys("<enter><right><right><right><enter>in 9 days<enter>");
    assert_eq!(session.app.workspace.settings.level, Some(Levels::one(Level::Senior)));
    let asked = session
        .app
        .screens
        .drill()
        .map(|screen| screen.drill.plan.questions.clone());
    let asked = asked.unwrap_or_default();
    assert_eq!(asked.len(), 3);
    let library = &session.app.workspace.library;
    let fits = |id: &QuestionId| {
        library
            .question(id.as_str())
            .is_some_and(|question| session.app.workspace.settings.admits(question))
    };
    assert!(asked.iter().all(fits), "{asked:?}");
    session.keys("<esc><enter>");
    assert_eq!(session.app.workspace.interviews.len(), 1);
    session.keys("<enter>");
    assert!(session.app.screens.drill().is_some(), "it asks once");
}
