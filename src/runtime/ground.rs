//! The terminal's ground: it is asked once by OSC 11, and its answer is taken out of what is typed.
//!
//! Nobody waits for the answer. It reaches us as keys: Alt-`]`, the letters of `11;rgb:RRRR/GGGG/BBBB`, and Alt-`\` or
//! ctrl-g at the end; each number has one to four hexadecimal digits, as `XParseColor` reads them.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::ui::theme::terminal::Ground;

/// What asks for it.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// What the answer begins with, behind its Esc.
const BEGINNING: &str = "]11;rgb:";

/// The longest answer in keys, with both ends.
const LONGEST: usize = 28;

/// Sifts the answer out of what is read.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The beginning of what may be the answer.
    held: Vec<Event>,
    came: bool,
}

/// What keys are as the answer.
enum Reads {
    /// The whole of it.
    Whole(Option<Ground>),
    /// It may go on so.
    SoFar,
    /// Something else.
    Other,
}

impl Answer {
    /// The events without the answer, and the ground, where it came with them. What may still become the answer is held
    /// back until more is read.
    pub(super) fn sift(&mut self, events: Vec<Event>) -> (Vec<Event>, Option<Ground>) {
        if self.came {
            return (events, None);
        }
        let (mut out, mut ground) = (Vec::with_capacity(events.len()), None);
        for event in events {
            if self.came {
                out.push(event);
                continue;
            }
            self.held.push(event);
            match reads(&self.held) {
                Reads::SoFar => {}
                Reads::Other => out.append(&mut self.held),
                Reads::Whole(found) => {
                    self.held.clear();
                    self.came = true;
                    ground = found;
                }
            }
        }
        (out, ground)
    }
}

fn reads(events: &[Event]) -> Reads {
    let mut text = String::new();
    for (n, event) in events.iter().enumerate() {
        let Some((c, alt, ctrl)) = key(event) else {
            return Reads::Other;
        };
        let last = n + 1 == events.len();
        match (c, alt, ctrl) {
            (']', true, false) if n == 0 => text.push(c),
            ('\\', true, false) | ('g', false, true) if last && n > BEGINNING.len() => {
                return Reads::Whole(ground(&text));
            }
            (c, false, false) if n > 0 => text.push(c),
            _ => return Reads::Other,
        }
    }
    let fits = text.len() <= LONGEST
        && match text.strip_prefix(BEGINNING) {
            Some(numbers) => numbers.chars().all(|c| c.is_ascii_hexdigit() || c == '/'),
            None => BEGINNING.starts_with(&text),
        };
    if fits { Reads::SoFar } else { Reads::Other }
}

fn key(event: &Event) -> Option<(char, bool, bool)> {
    match event {
        Event::Key(KeyEvent {
            code: KeyCode::Char(c),
            modifiers,
            ..
        }) => Some((
            *c,
            modifiers.contains(KeyModifiers::ALT),
            modifiers.contains(KeyModifiers::CONTROL),
        )),
        _ => None,
    }
}

/// Whether a colour is a light or a dark ground, by its luma (ITU-R BT.709) on a scale of 0 to 1.
fn ground(text: &str) -> Option<Ground> {
    let mut numbers = text.strip_prefix(BEGINNING)?.split('/').map(|digits| {
        let most = 16_f64.powi(i32::try_from(digits.len()).ok()?) - 1.0;
        Some(f64::from(u16::from_str_radix(digits, 16).ok()?) / most)
    });
    let (red, green, blue) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if luma > 0.5 { Ground::Light } else { Ground::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<Event> {
        let key = |c| Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        text.chars().map(key).collect()
    }

    fn alt(c: char) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT))
    }

    fn ctrl(c: char) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
    }

    fn answer(colour: &str, end: Event) -> Vec<Event> {
        let mut events = vec![alt(']')];
        events.extend(plain(&format!("11;rgb:{colour}")));
        events.push(end);
        events
    }

    #[test]
    fn the_answer_is_read_and_never_reaches_the_keys() {
        for (colour, end, ground) in [
            ("ffff/ffff/ffff", alt('\\'), Ground::Light),
            ("1e1e/1e1e/2e2e", ctrl('g'), Ground::Dark),
            ("fd/f6/e3", alt('\\'), Ground::Light),
        ] {
            let mut events = plain("ab");
            events.extend(answer(colour, end));
            events.extend(plain("cd"));
            assert_eq!(
                Answer::default().sift(events),
                (plain("abcd"), Some(ground)),
                "{colour}"
            );
        }
    }

    #[test]
    fn an_answer_in_pieces_is_one_and_what_only_begins_like_it_is_typed() {
        let mut sieve = Answer::default();
        let events = answer("0000/0000/0000", alt('\\'));
        let (first, second) = events.split_at(9);
        assert_eq!(sieve.sift(first.to_vec()), (Vec::new(), None));
        assert_eq!(sieve.sift(second.to_vec()), (Vec::new(), Some(Ground::Dark)));
        let mut typed = vec![alt(']')];
        typed.extend(plain("11;abc"));
        assert_eq!(Answer::default().sift(typed.clone()), (typed, None));
        let again = answer("0000/0000/0000", alt('\\'));
        assert_eq!(sieve.sift(again.clone()), (again, None), "it comes once");
    }
}
