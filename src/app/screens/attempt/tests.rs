use super::heard::PartnerStep;
use super::*;
use crate::app::context::tests::Fixture;
use crate::domain::history::event::EventKind;
use crate::domain::library::Library;
use crate::domain::rating::Rating;

fn type_into(screen: &mut AttemptScreen, text: &str) {
    if let Some(line) = screen.line() {
        line.insert(text);
    }
}

#[test]
fn a_partner_is_named_then_rates_and_that_is_written_down() {
    let fixture = Fixture::new(Library::default());
    let cx = fixture.at(0);
    let mut screen = AttemptScreen::open("a".into(), &cx);
    screen.ask_who_heard("", &cx);
    assert_eq!(screen.label(Action::Accept, None, &cx), None, "there is no name yet");
    type_into(&mut screen, "Mira ");
    assert_eq!(
        screen.filled().map(|filled| filled.text),
        Some("name: Mira \n".to_owned())
    );
    assert!(screen.act(Action::Accept, &cx).is_empty());
    assert!(screen.line().is_none());
    let written = screen.act(Action::Choose(Rating::Rough.number()), &cx);
    let heard = EventKind::Heard {
        target: "a".into(),
        by: "Mira".to_owned(),
        rating: Rating::Rough,
    };
    assert!(written.contains(&Request::WriteDown(heard)), "{written:?}");
    assert_eq!(screen.heard, None);
}

#[test]
fn esc_goes_from_the_rating_to_the_name_and_then_leaves_it() {
    let fixture = Fixture::new(Library::default());
    let cx = fixture.at(0);
    let mut screen = AttemptScreen::open("a".into(), &cx);
    screen.ask_who_heard("Mira", &cx);
    screen.act(Action::Accept, &cx);
    screen.act(Action::Back, &cx);
    let name = screen.heard.as_ref().map(|heard| &heard.step);
    assert!(matches!(name, Some(PartnerStep::Name { name, .. }) if name.text() == "Mira"));
    assert!(screen.act(Action::StopTyping, &cx).is_empty());
    assert_eq!(screen.heard, None);
    assert_eq!(screen.act(Action::Back, &cx), [Request::Close]);
}
