use super::*;
use crate::app::context::tests::Fixture;
use crate::app::workspace::Loaded;
use crate::domain::library::Library;

fn empty() -> Fixture {
    let mut home = Fixture::new(Library::default());
    home.workspace.read = Loaded::All;
    home.workspace.used.push("first questions".to_owned());
    home
}

#[test]
fn the_first_run_offers_three_things_and_enter_does_the_one_in_front() {
    let fixture = empty();
    let cx = fixture.at(0);
    let mut home = Home::default();
    assert_eq!(
        home.act(Action::Open, &cx),
        [Request::Open(Route::Drill(first_order()))]
    );
    assert!(home.act(Action::Down, &cx).is_empty());
    assert_eq!(home.act(Action::Open, &cx), [Request::Open(Route::Import)]);
    assert_eq!(home.label(Action::Open, None, &cx), Some("bring notes"));
    home.act(Action::Last, &cx);
    assert_eq!(home.act(Action::Open, &cx), [Request::Open(Route::NewAnswer(None))]);
}

#[test]
fn esc_does_nothing_on_the_last_screen_and_q_quits() {
    let fixture = empty();
    let mut home = Home::default();
    assert!(home.act(Action::Back, &fixture.at(0)).is_empty());
    assert_eq!(home.act(Action::Quit, &fixture.at(0)), [Request::Quit]);
    assert_eq!(home.label(Action::Back, None, &fixture.at(0)), None);
}

#[test]
fn the_selected_row_stays_the_same_when_rows_come_before_it() {
    let mut home = Home::default();
    let fixture = empty();
    home.act(Action::Down, &fixture.at(0));
    let before = rows(&fixture.at(0));
    assert_eq!(before[home.place(&before)], HomeRow::Bring);
    let owed = HomeRow::Owed {
        path: "interviews/one.md".to_owned(),
        says: String::new(),
        since: String::new(),
    };
    let after: Vec<HomeRow> = [owed].into_iter().chain(before).collect();
    assert_eq!(after[home.place(&after)], HomeRow::Bring);
}

#[test]
fn the_first_questions_are_asked_for_with_two_enters_and_nothing_is_changed_by_them() {
    let mut fixture = empty();
    fixture.workspace.used.clear();
    let cx = fixture.at(0);
    let mut home = Home::default();
    assert!(home.act(Action::Open, &cx).is_empty());
    assert!(home.act(Action::Accept, &cx).is_empty());
    let begins = home.act(Action::Accept, &cx);
    let asked = Effect::Disk(DiskEffect::KeepUsed("first questions"));
    assert_eq!(begins, [asked.into(), Request::Open(Route::Drill(first_order()))]);
    assert_eq!(home.welcome, None);
}

#[test]
fn a_level_and_a_day_are_written_down_before_the_first_questions_and_a_wrong_day_says_why() {
    let mut fixture = empty();
    fixture.workspace.used.clear();
    let cx = fixture.at(0);
    let mut home = Home::default();
    home.act(Action::Open, &cx);
    home.act(Action::Less, &cx);
    home.act(Action::Down, &cx);
    let typed = |home: &mut Home, text: &str| home.line().map(|line| line.insert(text));
    typed(&mut home, "in 9 daze");
    assert!(home.act(Action::Accept, &cx).is_empty());
    let wrong = home.welcome.as_ref().and_then(|welcome| welcome.wrong.clone());
    assert!(wrong.is_some_and(|wrong| !wrong.is_empty()));
    home.line()
        .map(|line| line.edit(Action::Delete(crate::keys::action::Caret::LineStart)));
    typed(&mut home, "in 9 days");
    let begins = home.act(Action::Accept, &cx);
    let changes = |request: &Request| matches!(request, Request::Change(change) if (change.key, change.value.as_str()) == ("level", "manager"));
    assert!(begins.iter().any(changes), "{begins:?}");
    let saves = |request: &Request| matches!(request, Request::Perform(Effect::Disk(DiskEffect::SaveInterview { text, .. })) if text.contains("1970-01-10"));
    assert!(begins.iter().any(saves), "{begins:?}");
    assert!(matches!(begins.last(), Some(Request::Open(Route::Drill(_)))));
}
