use super::*;
use crate::app::confirmation::Confirmation;
use crate::app::context::tests::Fixture;
use crate::app::deed::Deed;
use crate::app::request::Request;
use crate::app::route::{Intent, Route};
use crate::domain::answer::tests::finished as answer;
use crate::domain::library::Library;
use crate::domain::question::level::Level;
use crate::domain::question::tests::question;

fn home() -> Fixture {
    let ask = |id, category| question(id, category, &[]);
    let questions = vec![
        ask("a-one", Category::Conflict),
        ask("a-two", Category::Conflict),
        ask("a-three", Category::Failure),
    ];
    Fixture::new(Library::new(questions, vec![answer("x", &["a-one"])]))
}

fn selected(browse: &Browse, home: &Fixture) -> Option<SearchHit> {
    browse.shown(&home.workspace).map(|shown| SearchHit::of(&shown))
}

fn of(id: &str) -> SearchHit {
    SearchHit::Question(id.into())
}

fn type_into(browse: &mut Browse, text: &str) {
    if let Some(line) = browse.line() {
        line.insert(text);
    }
}

#[test]
fn a_category_named_opens_its_section_and_other_words_leave_out_what_they_do_not_fit() {
    let home = home();
    let browse = Browse::open("failure", &home.at(0));
    assert_eq!(selected(&browse, &home), Some(of("a-three")));
    assert_eq!(browse.column, Column::List);
    let browse = Browse::open("a-two", &home.at(0));
    assert_eq!((browse.rows().len(), selected(&browse, &home)), (1, Some(of("a-two"))));
    assert_eq!(Browse::open("unlinked", &home.at(0)).kind(), Kind::Answers);
    assert_eq!(Browse::open("notes", &home.at(0)).kind(), Kind::Notes);
}

#[test]
fn a_question_hidden_leaves_the_list_at_once_and_asks_to_be_asked_no_more() {
    let home = home();
    let mut browse = Browse::open("conflict", &home.at(0));
    browse.select(&SearchHit::Question("a-two".into()), &home.at(0));
    let asked = browse.act(Action::LeaveOut, &home.at(0));
    assert_eq!(asked[0], Request::Hide("a-two".into(), true));
    assert_ne!(selected(&browse, &home), Some(of("a-two")));
    assert_eq!(browse.act(Action::TakeBack, &home.at(0)), [Request::BringBack]);
}

#[test]
fn an_answer_is_thrown_away_only_after_a_question() {
    let home = home();
    let mut browse = Browse::open("answers", &home.at(0));
    let asked = browse.act(Action::LeaveOut, &home.at(0));
    assert!(
        matches!(&asked[..], [Request::Ask(Confirmation::Trash { path, .. })] if path == "answers/t.md"),
        "{asked:?}"
    );
}

#[test]
fn enter_goes_from_the_category_to_the_list_and_from_there_to_the_answers_or_the_text() {
    let home = home();
    let mut browse = Browse::open("", &home.at(0));
    browse.act(Action::Less, &home.at(0));
    assert_eq!(browse.column, Column::Shelves);
    assert_eq!(browse.act(Action::Open, &home.at(0)), []);
    assert_eq!(browse.column, Column::List);
    browse.select(&SearchHit::Question("a-one".into()), &home.at(0));
    let workbench = Route::AnswersTo("a-one".into(), Intent::Read);
    assert_eq!(browse.act(Action::Open, &home.at(0)), [Request::Open(workbench)]);
    browse.select(&SearchHit::Question("a-two".into()), &home.at(0));
    assert_eq!(browse.act(Action::Open, &home.at(0)), []);
    assert_eq!(browse.column, Column::Preview);
}

#[test]
fn escape_leaves_it_and_before_that_the_words_and_the_text() {
    let home = home();
    let mut browse = Browse::open("answers", &home.at(0));
    for action in [Action::Filter, Action::More] {
        browse.act(action, &home.at(0));
        if action == Action::More {
            browse.act(Action::Down, &home.at(0));
            browse.act(action, &home.at(0));
        }
        assert_eq!(browse.act(Action::Back, &home.at(0)), []);
        assert_eq!(browse.column, Column::List);
    }
    assert_eq!(browse.act(Action::Back, &home.at(0)), [Request::Close]);
}

#[test]
fn the_words_are_turned_in_their_order_and_a_tab_drops_those_that_are_none_of_its_own() {
    let home = home();
    let mut browse = Browse::open("", &home.at(0));
    let rows = browse.rows().len();
    browse.act(Action::Filter, &home.at(0));
    browse.act(Action::More, &home.at(0));
    browse.act(Action::More, &home.at(0));
    assert_eq!(browse.listing.filter, Filter::Unanswered);
    assert_eq!(
        browse.rows().len(),
        rows - 2,
        "one has an answer, and no question is added here"
    );
    browse.act(Action::Next, &home.at(0));
    assert_eq!(
        (browse.kind(), &browse.listing.filter),
        (Kind::Answers, &Filter::Everything)
    );
    for _ in 0..2 {
        browse.act(Action::Next, &home.at(0));
    }
    browse.act(Action::Filter, &home.at(0));
    for _ in 0..20 {
        browse.act(Action::More, &home.at(0));
    }
    assert_eq!(browse.listing.filter, Filter::Level(Level::Manager));
    browse.act(Action::Filter, &home.at(0));
    assert_eq!(browse.listing.filter, Filter::Everything, "its key goes round");
}

#[test]
fn left_and_right_turn_the_categories_where_they_stand_above_the_list() {
    let mut home = home();
    home.viewport.columns = 80;
    let mut browse = Browse::open("", &home.at(0));
    let category = |browse: &Browse| browse.section().map(|section| section.kind.id());
    browse.act(Action::More, &home.at(0));
    assert_eq!((category(&browse), browse.column), (Some("motivation"), Column::List));
    browse.act(Action::Less, &home.at(0));
    browse.act(Action::Less, &home.at(0));
    assert_eq!(category(&browse), Some("all"));
}

#[test]
fn the_last_row_of_the_questions_adds_one() {
    let home = home();
    let mut browse = Browse::open("conflict", &home.at(0));
    browse.act(Action::Last, &home.at(0));
    assert_eq!(browse.label(Action::Open, None, &home.at(0)), Some("add one"));
    assert!(browse.refusal(Action::Drill, &home.at(0)).is_some());
    browse.act(Action::Open, &home.at(0));
    assert_eq!(browse.over(), Some("Browse"));
}

#[test]
fn what_is_selected_stays_selected_when_the_files_change() {
    let mut home = home();
    let mut browse = Browse::open("conflict", &home.at(0));
    browse.select(&SearchHit::Question("a-two".into()), &home.at(0));
    let more = ["a-zero", "a-one", "a-two", "b-one"].map(|id| question(id, Category::Conflict, &[]));
    home.workspace.library = Library::new(more.into(), Vec::new());
    browse.refresh(&home.at(1));
    assert_eq!(selected(&browse, &home), Some(of("a-two")));
}

#[test]
fn a_prompt_that_is_left_is_kept_and_one_that_is_there_already_is_shown() {
    let home = home();
    let mut browse = Browse::open("", &home.at(0));
    browse.act(Action::AddQuestion, &home.at(0));
    type_into(&mut browse, "Why us?");
    assert_eq!(browse.forms(&home.at(0)).len(), 1);
    let left = browse.act(Action::StopTyping, &home.at(0));
    assert!(
        matches!(&left[..], [Request::LeaveForm(form, _)] if form.text.contains("Why us?")),
        "{left:?}"
    );
    assert!(browse.over().is_none());
    browse.act(Action::AddQuestion, &home.at(0));
    type_into(&mut browse, "What of a-three?");
    browse.act(Action::Accept, &home.at(0));
    assert_eq!(selected(&browse, &home), Some(of("a-three")));
}

#[test]
fn a_link_is_written_or_taken_out_by_the_same_key() {
    let home = home();
    for (of, link) in [("a-one", false), ("a-two", true)] {
        let mut browse = Browse::open("", &home.at(0));
        browse.select(&SearchHit::Question(of.into()), &home.at(0));
        browse.act(Action::Link, &home.at(0));
        assert_eq!(browse.over(), Some("Link"));
        let asked = browse.act(Action::Open, &home.at(0));
        let (answer, question) = ("x".into(), of.into());
        assert_eq!(asked, [Request::Write(Deed::Link { answer, question, link })]);
    }
}
