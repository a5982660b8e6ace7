//! A key as it was pressed, independent of any terminal library.

use std::fmt;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, with shift already in it.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held with a key that types nothing; in a character it is already.
    pub shift: bool,
}

impl Key {
    /// A key alone.
    pub const fn of(code: Code) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character.
    pub const fn ch(c: char) -> Key {
        Key::of(Code::Char(c))
    }

    /// Ctrl with a key.
    pub const fn with_ctrl(code: Code) -> Key {
        Key {
            ctrl: true,
            ..Key::of(code)
        }
    }

    /// Ctrl with a character.
    pub const fn ctrl(c: char) -> Key {
        Key::with_ctrl(Code::Char(c))
    }

    /// Alt with a key.
    pub const fn alt(code: Code) -> Key {
        Key {
            alt: true,
            ..Key::of(code)
        }
    }

    /// Shift with a key that types nothing.
    pub const fn shift(code: Code) -> Key {
        Key {
            shift: true,
            ..Key::of(code)
        }
    }

    /// Esc and the key behind it, where both came in one read: a terminal sends Alt and a key as these two. Keys that it
    /// sends as sequences of their own say by themselves that Alt was held.
    pub fn esc_first(self) -> Option<[Key; 2]> {
        let alone = matches!(self.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace);
        (self.alt && alone).then_some([Key::of(Code::Esc), Key { alt: false, ..self }])
    }

    /// The character it types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        if self.shift {
            f.write_str("shift-")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::Enter => f.write_str("enter"),
            Code::Esc => f.write_str("esc"),
            Code::Tab => f.write_str("tab"),
            Code::BackTab => f.write_str("shift-tab"),
            Code::Backspace => f.write_str("backspace"),
            Code::Delete => f.write_str("del"),
            Code::Up => f.write_str("↑"),
            Code::Down => f.write_str("↓"),
            Code::Left => f.write_str("←"),
            Code::Right => f.write_str("→"),
            Code::Home => f.write_str("home"),
            Code::End => f.write_str("end"),
            Code::PageUp => f.write_str("pgup"),
            Code::PageDown => f.write_str("pgdn"),
            Code::F(n) => write!(f, "f{n}"),
        }
    }
}
