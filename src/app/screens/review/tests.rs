use super::*;
use crate::app::context::tests::Fixture;
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::progress::standing::standings;
use crate::domain::question::lens::Lens;

#[test]
fn tab_goes_round_and_the_footer_names_where_it_goes() {
    let fixture = Fixture::new(Library::default());
    let cx = fixture.at(0);
    let mut review = Review::open(&cx);
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push((review.tab.title(), review.label(Action::Next, None, &cx)));
        review.act(Action::Next, &cx);
    }
    assert_eq!(
        seen,
        [
            ("Practise next", Some("coverage")),
            ("Coverage", Some("all you told")),
            ("All you told", Some("the plan")),
            ("The plan", Some("practise next"))
        ]
    );
    assert_eq!(review.tab, Tab::Weak);
    review.act(Action::Previous, &cx);
    assert_eq!(review.tab, Tab::Plan);
}

#[test]
fn nothing_told_gives_nothing_to_open_to_copy_or_to_filter() {
    let fixture = Fixture::new(Library::default());
    let cx = fixture.at(0);
    let mut review = Review::open(&cx);
    review.act(Action::Previous, &cx);
    review.act(Action::Previous, &cx);
    for action in [Action::Open, Action::Copy, Action::Edit, Action::New] {
        assert_eq!(review.refusal(action, &cx), Some("there is nothing in this list"));
    }
    assert_eq!(review.refusal(Action::Filter, &cx), Some("nothing was told yet"));
    assert_eq!(review.act(Action::Back, &cx), [Request::Close]);
}

#[test]
fn what_a_tab_is_for_is_kept_as_known_the_first_time_it_is_used() {
    let mut fixture = Fixture::new(Library::default());
    let kept = |fixture: &Fixture| {
        let mut review = Review::open(&fixture.at(0));
        let asked = review.act(Action::Open, &fixture.at(0));
        asked.contains(&Effect::Disk(DiskEffect::KeepUsed("weak")).into())
    };
    assert!(kept(&fixture));
    fixture.workspace.used.push("weak".to_owned());
    assert!(!kept(&fixture));
}

#[test]
fn left_and_right_turn_the_categories_into_the_values_of_each_company() {
    let lens = |id: &str| Lens {
        id: id.to_owned(),
        title: id.to_owned(),
        about: String::new(),
        values: Vec::new(),
    };
    let library = Library::default().with_lenses(vec![lens("one"), lens("two")]);
    let mut fixture = Fixture::new(library);
    let mut review = Review::open(&fixture.at(0));
    review.act(Action::Next, &fixture.at(0));
    let mut seen = Vec::new();
    for action in [Action::More, Action::More, Action::More, Action::Less, Action::More] {
        review.act(action, &fixture.at(0));
        seen.push(review.cover.lens.clone());
    }
    let some = |id: &str| Some(id.to_owned());
    assert_eq!(seen, [some("one"), some("two"), None, some("two"), None]);
    fixture.workspace.settings.lens = some("two");
    review.act(Action::More, &fixture.at(0));
    assert_eq!(review.cover.lens, some("two"), "only the values in force");
}

#[test]
fn a_day_of_the_plan_is_made_one_off_and_back_and_only_today_is_started() {
    let questions =
        (0..30).map(|n| crate::domain::progress::selection::tests::question(&format!("q{n}"), Category::Conflict));
    let mut fixture = Fixture::new(Library::new(questions.collect(), Vec::new()));
    let (today, tomorrow) = {
        let day = fixture.workspace.today;
        (day, day.tomorrow().unwrap_or(day))
    };
    fixture.overview.standings = standings(&fixture.workspace.practice(fixture.workspace.now.wall));
    let mut review = Review::open(&fixture.at(0));
    review.act(Action::Previous, &fixture.at(0));
    assert_eq!(review.plan.selected().map(|day| day.date), Some(today));
    assert_eq!(review.label(Action::Open, None, &fixture.at(0)), Some("start"));
    review.act(Action::Down, &fixture.at(0));
    assert_eq!(review.label(Action::Open, None, &fixture.at(0)), None);
    for (word, off) in [("a day off", true), ("practise that day", false)] {
        assert_eq!(review.label(Action::LeaveOut, None, &fixture.at(0)), Some(word));
        let mut asked = review.act(Action::LeaveOut, &fixture.at(0));
        let Some(Request::Change(change)) = asked.pop() else {
            unreachable!("a setting is changed");
        };
        assert_eq!(
            (change.key, change.value.contains(&tomorrow.to_string())),
            ("days_off", off)
        );
        fixture.workspace.settings = *change.settings;
        review.refresh(&fixture.at(0));
        let minutes = review.plan.selected().map(|day| day.minutes);
        assert_eq!(minutes == Some(0), off, "{minutes:?}");
    }
}
