//! Keys from the terminal, read by a thread that rests whenever somebody else has the terminal.

use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind, poll, read};
use ratatui::layout::Position;
use signal_hook::consts::SIGHUP;

use super::event::{Input, LoopEvent};
use super::ground::Answer;
use super::setup::Ended;
use crate::app::Msg;
use crate::keys::key::{Code, Key};

/// Events read in one go.
const BATCH: usize = 256;

/// Reads whatever the terminal sends, a batch for each leave given. Without leave it does not touch the terminal, so
/// an editor can have it. Ends when the terminal is gone or nobody listens.
pub(super) fn listen(leave: &Receiver<()>, out: &Sender<LoopEvent>) {
    let mut answer = Answer::default();
    while leave.recv().is_ok() {
        let mut events = Vec::new();
        let gone = loop {
            match read() {
                Ok(event) => events.push(event),
                Err(_) => break true,
            }
            match poll(Duration::ZERO) {
                Ok(true) if events.len() < BATCH => {}
                Ok(_) => break false,
                Err(_) => break true,
            }
        };
        let (typed, ground) = answer.sift(events);
        if let Some(ground) = ground {
            out.send(LoopEvent::Ground(ground)).ok();
        }
        let batch = rejoined(&typed).into_iter().filter_map(translate).collect();
        let sent = out.send(LoopEvent::Input(batch));
        if gone {
            let told = out.send(LoopEvent::Ended(Ended::Signal(SIGHUP)));
            drop(told);
            return;
        }
        if sent.is_err() {
            return;
        }
    }
}

/// Esc and a key that is sent as a sequence, both in one read, reach us as Esc and the sequence letter by letter: its own
/// Esc is lost. Here it becomes one key again; nothing else gives these letters in one read, since Esc and `[` alone
/// begin a sequence.
fn rejoined(events: &[Event]) -> Vec<Event> {
    let mut out = Vec::with_capacity(events.len());
    let mut rest = events;
    while let Some((event, behind)) = rest.split_first() {
        rest = behind;
        out.push(event.clone());
        if matches!(event, Event::Key(key) if key.code == KeyCode::Esc)
            && let Some((key, used)) = sequence(behind)
        {
            out.extend(key.map(|code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE))));
            rest = &behind[used..];
        }
    }
    out
}

/// The key whose sequence stands here without its Esc, and how many events it takes; a sequence that is no key of ours is
/// taken too.
fn sequence(events: &[Event]) -> Option<(Option<KeyCode>, usize)> {
    let letters: String = events.iter().map_while(letter).collect();
    let (kind, rest) = letters.split_at_checked(1)?;
    let end = match kind {
        "[" => rest.find(|c: char| matches!(c, '@'..='~'))? + 1,
        "O" => rest.chars().next()?.len_utf8(),
        _ => return None,
    };
    let key = match &rest[..end] {
        "A" => Some(KeyCode::Up),
        "B" => Some(KeyCode::Down),
        "C" => Some(KeyCode::Right),
        "D" => Some(KeyCode::Left),
        "H" | "1~" | "7~" => Some(KeyCode::Home),
        "F" | "4~" | "8~" => Some(KeyCode::End),
        "Z" => Some(KeyCode::BackTab),
        "3~" => Some(KeyCode::Delete),
        "5~" => Some(KeyCode::PageUp),
        "6~" => Some(KeyCode::PageDown),
        "P" | "11~" => Some(KeyCode::F(1)),
        _ => None,
    };
    Some((key, end + 1))
}

/// The plain letter an event types.
fn letter(event: &Event) -> Option<char> {
    match event {
        Event::Key(key) if key.modifiers.difference(KeyModifiers::SHIFT).is_empty() => match key.code {
            KeyCode::Char(c) if c.is_ascii() => Some(c),
            _ => None,
        },
        _ => None,
    }
}

fn translate(event: Event) -> Option<Input> {
    if let Event::Mouse(mouse) = event
        && mouse.kind == MouseEventKind::Down(MouseButton::Left)
    {
        return Some(Input::Click(Position::new(mouse.column, mouse.row)));
    }
    message(event).map(Input::Told)
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => key_of(key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Msg::Wheel(1)),
            MouseEventKind::ScrollUp => Some(Msg::Wheel(-1)),
            _ => None,
        },
        Event::FocusGained => Some(Msg::Focused),
        // A new size is a signal, which is listened for before anything is read.
        Event::FocusLost | Event::Resize(..) => None,
    }
}

/// The key, with what terminals report unevenly made even: shift is in the character, Ctrl letters are lower case.
fn key_of(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) if shift && c.is_ascii_lowercase() => Code::Char(c.to_ascii_uppercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let shift = shift
        && matches!(
            code,
            Code::Up | Code::Down | Code::Left | Code::Right | Code::Home | Code::End
        );
    Some(Key { code, ctrl, alt, shift })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<Event> {
        let code = |c| if c == '\u{1b}' { KeyCode::Esc } else { KeyCode::Char(c) };
        let key = |c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE));
        text.chars().map(key).collect()
    }

    #[test]
    fn esc_and_an_arrow_in_one_read_are_two_keys() {
        let codes = |text: &str| -> Vec<KeyCode> {
            let events = rejoined(&typed(text)).into_iter();
            let code = |event| match event {
                Event::Key(key) => Some(key.code),
                _ => None,
            };
            events.filter_map(code).collect()
        };
        let esc = KeyCode::Esc;
        assert_eq!(codes("\u{1b}[Bj"), [esc, KeyCode::Down, KeyCode::Char('j')]);
        assert_eq!(codes("\u{1b}[3~\u{1b}OP"), [esc, KeyCode::Delete, esc, KeyCode::F(1)]);
        assert_eq!(codes("\u{1b}[1;5C3"), [esc, KeyCode::Char('3')], "no digit of it rates");
        assert_eq!(codes("\u{1b}3"), [esc, KeyCode::Char('3')]);
        assert_eq!(codes("[B"), [KeyCode::Char('['), KeyCode::Char('B')]);
    }

    #[test]
    fn shift_and_ctrl_are_made_even() {
        let key = |code, modifiers| key_of(KeyEvent::new(code, modifiers));
        assert_eq!(key(KeyCode::Char('g'), KeyModifiers::SHIFT), Some(Key::ch('G')));
        assert_eq!(key(KeyCode::Char('?'), KeyModifiers::SHIFT), Some(Key::ch('?')));
        assert_eq!(key(KeyCode::Char('C'), KeyModifiers::CONTROL), Some(Key::ctrl('c')));
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), Some(Key::of(Code::BackTab)));
    }
}
