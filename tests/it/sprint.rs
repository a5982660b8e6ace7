//! Sprints as a person runs them: which answer would you tell, against a short clock.

use std::time::Duration;

use greenroom::app::Msg;
use greenroom::domain::drill::sprint::{SprintPhase, fits};
use greenroom::domain::history::sprint_answer::SprintAnswer;
use greenroom::store::files::atomic::write_new;
use greenroom::store::log;
use serde_json::Value;

use crate::session::{Session, session};
use crate::support::TestEnvironment;

const ANSWERS: [(&str, &str, &str); 3] = [
    ("aaaaaa", "The quiet pager", "conflict"),
    ("bbbbbb", "Nine days, not twenty", "deadline"),
    ("cccccc", "A map for newcomers", "mentoring"),
];

#[must_use]
pub(crate) fn answered() -> Session {
    Session::with(|places| {
        for (id, title, category) in ANSWERS {
            let text = format!(
                "---\nid: {id}\ntitle: {title}\nkind: story\ncategory: {category}\n---\n## Action\nIt went so.\n"
            );
            write_new(&places.answers().join(format!("{id}.md")), text.as_bytes()).expect("an answer");
        }
    })
}

fn taken(session: &Session) -> Vec<SprintAnswer> {
    let (history, problems) = log::load(&session.places);
    assert_eq!(problems, []);
    history.taken().cloned().collect()
}

fn phase(session: &Session) -> Option<SprintPhase> {
    session.app.screens.sprint().map(|screen| screen.sprint.phase())
}

/// Types a title that fits the question asked now, or one that does not, and takes it.
fn take(session: &mut Session, right: bool) {
    let library = &session.app.workspace.library;
    let id = session
        .app
        .screens
        .sprint()
        .and_then(|screen| screen.sprint.question().cloned());
    let question = id.and_then(|id| library.question(id.as_str())).expect("a question");
    let fit = |answer: &&greenroom::domain::answer::Answer| fits(library, answer, question) == right;
    let title = library.answers().iter().find(fit).expect("an answer").title.clone();
    session.keys(&title[..9].to_lowercase()).keys("<enter>");
}

#[test]
fn ten_questions_then_the_missed_ones_and_every_choice_is_on_disk() {
    let mut session = answered();
    session.keys("<do:sprint>");
    assert_eq!(phase(&session), Some(SprintPhase::Asking));
    assert!(session.screen().contains("sprint · 1 of 10"), "{}", session.screen());
    session.keys("<enter>");
    assert_eq!(taken(&session), [], "before anything is chosen, Enter takes nothing");
    for n in 0..10 {
        session.wait(2);
        take(&mut session, n != 3 && n != 6);
        assert_eq!(taken(&session).len(), n + 1);
        if n == 3 || n == 6 {
            let screen = session.screen();
            assert!(
                screen.contains("not for this one") && screen.contains("These serve it"),
                "{screen}"
            );
            assert!(screen.contains("saved"));
            session.keys("<enter>");
        }
    }
    assert!(
        session.screen().contains("1 of 2 · once more, 5 seconds"),
        "{}",
        session.screen()
    );
    take(&mut session, true);
    session.wait(5);
    let screen = session.screen();
    assert!(screen.contains("the time is up"), "{screen}");
    session.keys("xyz<enter>").wait(1).keys("<enter>");
    assert_eq!(phase(&session), Some(SprintPhase::Over));
    let screen = session.screen();
    assert!(
        screen.contains("8 of 10 questions right, half of them within 2.0 s, 1 of 2 once more"),
        "{screen}"
    );
    assert!(screen.contains("Mixed up"), "{screen}");
    let all = taken(&session);
    assert_eq!((all.len(), all.iter().filter(|one| one.right).count()), (12, 9));
    assert_eq!((all[0].seconds, all[0].limit, all[10].limit), (2.0, 10, 5));
    assert!(all[11].late() && !all[11].right);
    assert!(all.iter().all(|one| one.sprint == all[0].sprint));
    session.keys("<enter>");
    assert_eq!(phase(&session), None);
    assert_eq!(session.app.overview.attempts, 0, "nothing was told");
}

#[test]
fn a_sprint_looks_like_this() {
    let mut session = answered();
    session.keys("<do:sprint>").wait(1).keys("da");
    insta::assert_snapshot!("sprint_asking", session.screen());
    session.keys("<backspace><backspace>");
    take(&mut session, false);
    insta::assert_snapshot!("sprint_missed", session.size(80, 24).screen());
    session.keys("<enter>");
    insta::assert_snapshot!("sprint_asking_80", session.screen());
    session.wait(11).keys("<enter>");
    take(&mut session, true);
    session.keys("<esc>");
    insta::assert_snapshot!("sprint_over_80", session.screen());
    session.size(100, 30);
    insta::assert_snapshot!("sprint_over_styled", session.styled());
}

#[test]
fn esc_ends_a_sprint_and_with_nothing_taken_it_is_as_if_it_never_was() {
    let mut session = answered();
    session.keys("<do:sprint>").wait(3).keys("<esc>");
    assert_eq!(phase(&session), None);
    assert!(!session.places.log().exists());
    session.keys("<do:sprint>");
    take(&mut session, true);
    session.keys("<esc>");
    assert_eq!(phase(&session), Some(SprintPhase::Over));
    session.keys("q");
    assert_eq!(phase(&session), None);
    assert_eq!(taken(&session).len(), 1);
}

#[test]
fn without_answers_it_says_what_is_needed() {
    let mut session = session();
    session.keys("<do:sprint>");
    assert_eq!(phase(&session), None);
    assert!(
        session.screen().contains("it needs two of yours"),
        "{}",
        session.screen()
    );
    let said = TestEnvironment::new().run(&["sprint"]).fails(2);
    assert!(
        said.contains("needs two that fit") && said.contains("greenroom import"),
        "{said}"
    );
}

#[test]
fn set_up_and_palette_begin_one_and_a_list_over_it_stops_the_clock() {
    let mut session = answered();
    session.keys("dG");
    let screen = session.screen();
    assert!(
        screen.contains("▌ or sprint") && screen.contains("10 s each"),
        "{screen}"
    );
    session.keys("<enter>").wait(4).keys("<f1>").wait(60).keys("<esc>");
    assert_eq!(phase(&session), Some(SprintPhase::Asking));
    session.wait(5);
    assert_eq!(phase(&session), Some(SprintPhase::Asking));
    session.wait(1);
    assert_eq!(phase(&session), Some(SprintPhase::Missed));
    session.wait(1).keys("<esc><esc>:sprint<enter>");
    assert_eq!(phase(&session), Some(SprintPhase::Asking));
}

#[test]
fn the_clock_wakes_once_a_second_and_not_at_all_between_questions() {
    let mut session = answered();
    session.keys("<do:sprint>");
    let second = Some(Duration::from_secs(1));
    assert_eq!(session.wake_in(), second);
    session.wait(10);
    assert_eq!((phase(&session), session.wake_in()), (Some(SprintPhase::Missed), None));
    session
        .wait(1)
        .keys("<enter>")
        .pass(Duration::from_secs(60), Duration::from_secs(60));
    session.tell(Msg::Tick);
    assert!(session.screen().contains("begins anew"), "{}", session.screen());
    assert_eq!((taken(&session).len(), session.wake_in()), (1, second));
}

#[test]
fn the_line_in_the_log_says_all_of_it() {
    let mut session = answered();
    session.keys("<do:sprint>").wait(2);
    take(&mut session, true);
    session.keys("<down><up><enter>");
    assert_eq!(taken(&session).len(), 2, "arrows choose too");
    let folder = std::fs::read_dir(session.places.log().join("testdev1")).expect("a log");
    let file = folder.flatten().next().expect("a file").path();
    let text = std::fs::read_to_string(file).expect("the log");
    let line: Value = serde_json::from_str(text.lines().next().expect("a line")).expect("a line");
    assert_eq!(line["type"], "sprint");
    assert_eq!(line["answer"].as_str().map(str::len), Some(6));
    assert_eq!((&line["took"], &line["limit"]), (&Value::from(2.0), &Value::from(10)));
    assert_eq!(
        (&line["right"], &line["late"]),
        (&Value::from(true), &Value::from(false))
    );
    assert!(line["question"].is_string() && line["category"].is_string() && line["sprint"].is_string());
}
