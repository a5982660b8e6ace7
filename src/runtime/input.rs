//! Keys from the terminal, read by a thread that rests whenever somebody else has the terminal.

use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind, poll, read};

use super::run::Happening;
use crate::app::Msg;
use crate::keys::key::{Code, Key};

/// Events read in one go.
const BATCH: usize = 256;

/// Reads whatever the terminal sends, a batch for each leave given. Without leave it does not touch the terminal, so
/// an editor can have it. Ends when the terminal is gone or nobody listens.
pub(super) fn listen(leave: &Receiver<()>, out: &Sender<Happening>) {
    while leave.recv().is_ok() {
        let mut batch = Vec::new();
        let gone = loop {
            match read() {
                Ok(event) => batch.extend(translate(event)),
                Err(_) => break true,
            }
            match poll(Duration::ZERO) {
                Ok(true) if batch.len() < BATCH => {}
                Ok(_) => break false,
                Err(_) => break true,
            }
        };
        let sent = out.send(Happening::Input(batch));
        if gone {
            let told = out.send(Happening::Gone);
            drop(told);
            return;
        }
        if sent.is_err() {
            return;
        }
    }
}

fn translate(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => key_of(key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(..) => Some(Msg::Resized),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Msg::Wheel(1)),
            MouseEventKind::ScrollUp => Some(Msg::Wheel(-1)),
            _ => None,
        },
        Event::FocusGained => Some(Msg::Focused),
        Event::FocusLost => None,
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

    #[test]
    fn shift_and_ctrl_are_made_even() {
        let key = |code, modifiers| key_of(KeyEvent::new(code, modifiers));
        assert_eq!(key(KeyCode::Char('g'), KeyModifiers::SHIFT), Some(Key::ch('G')));
        assert_eq!(key(KeyCode::Char('?'), KeyModifiers::SHIFT), Some(Key::ch('?')));
        assert_eq!(key(KeyCode::Char('C'), KeyModifiers::CONTROL), Some(Key::ctrl('c')));
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), Some(Key::of(Code::BackTab)));
    }
}
