use super::*;
use crate::app::context::tests::Fixture;
use crate::domain::library::Library;
use crate::domain::question::lens::Lens;

#[test]
fn tab_goes_round_and_the_footer_names_where_it_goes() {
    let fixture = Fixture::new(Library::default());
    let cx = fixture.at(0);
    let mut review = Review::open(&cx);
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push((review.tab.title(), review.label(Action::NextTab, "next tab", &cx)));
        review.act(Action::NextTab, &cx);
    }
    assert_eq!(
        seen,
        [
            ("Practise next", Some("coverage")),
            ("Coverage", Some("all you told")),
            ("All you told", Some("practise next"))
        ]
    );
    assert_eq!(review.tab, Tab::Weak);
    review.act(Action::TabBefore, &cx);
    assert_eq!(review.tab, Tab::History);
}

#[test]
fn nothing_told_gives_nothing_to_open_to_copy_or_to_filter() {
    let fixture = Fixture::new(Library::default());
    let cx = fixture.at(0);
    let mut review = Review::open(&cx);
    review.act(Action::TabBefore, &cx);
    for action in [Action::Open, Action::Copy, Action::EditAnswer, Action::NewAnswer] {
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
    review.act(Action::NextTab, &fixture.at(0));
    let mut seen = Vec::new();
    for action in [Action::More, Action::More, Action::More, Action::Less, Action::Values] {
        review.act(action, &fixture.at(0));
        seen.push(review.cover.lens.clone());
    }
    let some = |id: &str| Some(id.to_owned());
    assert_eq!(seen, [some("one"), some("two"), None, some("two"), None]);
    fixture.workspace.settings.lens = some("two");
    review.act(Action::More, &fixture.at(0));
    assert_eq!(review.cover.lens, some("two"), "only the values in force");
}
