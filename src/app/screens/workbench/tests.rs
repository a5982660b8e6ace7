use std::time::Duration;

use super::*;
use crate::app::confirmation::Confirmation;
use crate::app::context::tests::Fixture;
use crate::app::deed::Deed;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::message::Outcome;
use crate::app::request::Request;
use crate::app::screens::Screen;
use crate::domain::answer::tests::finished as answer;
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::question::tests::question;
use crate::domain::saved_file::DraftOf;
use crate::keys::action::Action;
use crate::markup::diff::difference;

fn home() -> Fixture {
    let questions = ["a-one", "a-two"].map(|id| question(id, Category::Conflict, &[]));
    Fixture::new(Library::new(questions.into(), vec![answer("x", &["a-one"])]))
}

fn open(home: &Fixture, hand: Mode) -> Workbench {
    Workbench::answers_to(&"a-one".into(), hand, &home.workspace).unwrap_or_else(|| unreachable!("it has an answer"))
}

fn text(bench: &Workbench) -> String {
    bench.at_hand().map(AnswerBuffer::text).unwrap_or_default()
}

#[test]
fn what_is_typed_goes_into_the_answer_and_in_time_into_a_draft() {
    let home = home();
    let mut bench = open(&home, Mode::Insert);
    bench.insert("two teams ", &home.at(0));
    assert!(text(&bench).contains("two teams "), "{}", text(&bench));
    assert_eq!(bench.undrafted(), Some(Duration::ZERO));
    let drafts = bench.drafts(&|_| true);
    assert!(
        matches!(&drafts[..], [Effect::Disk(DiskEffect::KeepDraft { text, .. })] if text.contains("two teams")),
        "{drafts:?}"
    );
    assert_eq!(bench.drafts(&|_| true), [], "once is enough");
    let of = DraftOf::Answer("answers/t.md".to_owned());
    let reason = "the disk is full".to_owned();
    bench.receive(&Outcome::NotDrafted { of, reason }, &home.at(2));
    assert_eq!(bench.drafts(&|_| true).len(), 1, "what was refused is tried again");
}

#[test]
fn letters_typed_beside_the_question_go_into_the_answer() {
    let home = home();
    let mut bench = open(&home, Mode::Insert);
    bench.act(Action::Next, &home.at(0));
    assert!(bench.buffer().is_none());
    bench.insert("more ", &home.at(0));
    assert!(text(&bench).contains("more "));
    assert!(bench.buffer().is_some(), "the keys are where the letters went");
}

#[test]
fn what_is_not_saved_is_left_only_after_a_question() {
    let home = home();
    let mut bench = open(&home, Mode::Insert);
    assert_eq!(bench.refusal(Action::Drill, &home.at(0)), None, "it types");
    bench.insert("more ", &home.at(0));
    bench.act(Action::StopTyping, &home.at(0));
    assert_eq!(
        bench.refusal(Action::Drill, &home.at(0)),
        Some("save this with ctrl-s first")
    );
    let asked = bench.act(Action::Back, &home.at(0));
    assert_eq!(asked, [Request::Ask(Confirmation::LeaveUnsaved)]);
    let left = bench.agreed(&Confirmation::LeaveUnsaved, &home.at(0));
    assert!(
        matches!(
            &left[..],
            [Request::Perform(Effect::Disk(DiskEffect::DropDraft(_))), Request::Close]
        ),
        "{left:?}"
    );
    let asked = open(&home, Mode::Normal).act(Action::Back, &home.at(0));
    assert_eq!(asked, [Request::Close]);
}

#[test]
fn a_new_answer_names_its_question_and_is_on_the_disk_only_once_it_is_saved() {
    let home = home();
    let mut bench = Workbench::new_answer("y", Some(&"a-two".into()), &home.at(0));
    assert!(text(&bench).contains("questions: [a-two]"), "{}", text(&bench));
    assert_eq!(
        bench.act(Action::Save, &home.at(0)),
        [Request::notify("There is nothing to save yet")]
    );
    bench.insert("we", &home.at(0));
    assert_eq!(
        bench.act(Action::Save, &home.at(0)),
        [Request::Write(Deed::Answer("y".into()))]
    );
}

#[test]
fn versions_are_shown_to_the_one_that_asked_and_never_over_what_is_not_saved() {
    let home = home();
    let texts = |id: &str| Outcome::VersionTexts {
        id: id.into(),
        sides: vec![("before".to_owned(), "old".to_owned())],
    };
    let mut bench = open(&home, Mode::Normal);
    bench.receive(&texts("x"), &home.at(0));
    assert!(!matches!(bench.panes[0], Pane::Version { .. }), "nobody asked");
    bench.act(Action::Versions, &home.at(0));
    bench.receive(&texts("x"), &home.at(0));
    let Pane::Version { lines, .. } = &bench.panes[0] else {
        unreachable!("it asked");
    };
    assert_eq!(*lines, difference("old", &text(&bench)));
}

#[test]
fn what_else_a_pane_can_show_begins_with_what_belongs_to_the_question() {
    let home = home();
    let mut bench = open(&home, Mode::Normal);
    bench.act(Action::Next, &home.at(0));
    bench.act(Action::ShowOther, &home.at(0));
    assert_eq!(bench.over(), Some("PanePicker"));
    if let Some(line) = bench.line() {
        line.insert("a-two");
    }
    bench.line_changed(&home.at(0));
    bench.act(Action::Open, &home.at(0));
    assert!(matches!(&bench.panes[0], Pane::Question { id, .. } if id.as_str() == "a-two"));
}
