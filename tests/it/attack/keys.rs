//! Any keys at any place: nothing crashes, everything can be drawn, and what was rated is in the log.

use greenroom::app::Msg;
use greenroom::keys::bindings::BINDINGS;
use greenroom::keys::key::{Code, Key};
use greenroom::store::log;

use super::{Attack, Dice};
use crate::browse::furnished;
use crate::interviews::four;
use crate::screens::practised;
use crate::session::{Session, session};

/// Keys of a round.
const KEYS: usize = 250;

/// What is typed as text now and then.
const WORDS: [&str; 8] = [
    "two weeks",
    "Zürich",
    "面接",
    "fri 10am",
    "**bold**",
    "## Task",
    "2026-12-05",
    "👩\u{200d}💻",
];

fn key(dice: &mut Dice) -> Key {
    let bound = &dice.pick(BINDINGS).keys;
    match dice.below(10) {
        0..=5 if !bound.is_empty() => *dice.pick(bound),
        6 => *dice.pick(&[
            Key::of(Code::Enter),
            Key::of(Code::Esc),
            Key::of(Code::Tab),
            Key::of(Code::Backspace),
        ]),
        7 => Key::ctrl(char::from(b'a' + dice.below(26) as u8)),
        _ => Key::ch(char::from(b' ' + dice.below(95) as u8)),
    }
}

fn begin(dice: &mut Dice) -> Session {
    match dice.below(5) {
        0 => session(),
        1 => furnished(),
        2 => practised(),
        3 => four(),
        _ => Session::demo(),
    }
}

#[test]
fn any_keys_at_any_place_leave_a_program_that_can_be_drawn_and_a_log_that_has_what_was_rated() {
    let mut attack = Attack::new("random keys", 5);
    while let Some(mut dice) = attack.round() {
        let mut session = begin(&mut dice);
        let mut pressed = 0;
        while pressed < KEYS && !session.world.left {
            pressed += 1;
            match dice.below(40) {
                0 => drop(session.size(20 + dice.below(180) as u16, 6 + dice.below(50) as u16)),
                1 => drop(session.wait(dice.below(40) as u32)),
                2 => session.tell(Msg::Paste((*dice.pick(&WORDS)).repeat(1 + dice.below(9)))),
                3 => session.tell(Msg::Wheel(dice.below(7) as i8 - 3)),
                4 => session.tell(Msg::Focused),
                _ => session.tell(Msg::Key(key(&mut dice))),
            }
            session.draw();
        }
        attack.count("keys", pressed);
        session.tell(Msg::Leaving);
        let (history, problems) = log::load(&session.world.places);
        assert_eq!(problems, []);
        let known = session.app.workspace.history.all_attempts().len();
        assert_eq!(history.all_attempts().len(), known);
        attack.count("sittings", 1);
    }
}
