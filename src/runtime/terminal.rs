//! The terminal, taken and always given back.

use std::io::{self, BufWriter, Stdout, Write};
use std::os::fd::AsFd;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

/// What gives the terminal back, whatever it was doing: attributes off, mouse off, paste off, cursor on, main screen.
const GIVE_BACK: &[u8] =
    b"\x1b[0m\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Whether the terminal is ours now; shared with the panic hook and the signal thread.
#[derive(Clone, Debug, Default)]
pub(super) struct Hold(Arc<Mutex<bool>>);

impl Hold {
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the terminal back, once. Never waits for a frame that hangs, and never panics.
    pub(super) fn release(&self) {
        let held = match self.0.try_lock() {
            Ok(mut held) => std::mem::replace(&mut *held, false),
            Err(TryLockError::Poisoned(held)) => std::mem::replace(&mut *held.into_inner(), false),
            Err(TryLockError::WouldBlock) => true,
        };
        if held {
            give_back();
        }
    }
}

fn give_back() {
    let stdout = io::stdout();
    let written = rustix::io::write(stdout.as_fd(), GIVE_BACK);
    let cooked = disable_raw_mode();
    drop((written, cooked));
}

/// The terminal while it is ours.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    hold: Hold,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal: raw, alternate screen, bracketed paste. Asks it nothing.
    ///
    /// # Errors
    /// What the system said; the terminal is then as it was.
    pub(super) fn take(hold: Hold, mouse: bool) -> io::Result<Screen> {
        let backend = CrosstermBackend::new(BufWriter::with_capacity(64 << 10, io::stdout()));
        let mut screen = Screen {
            terminal: Terminal::new(backend)?,
            hold,
            mouse,
        };
        screen.enter()?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        let mut held = self.hold.lock();
        enable_raw_mode()?;
        *held = true;
        let out = self.terminal.backend_mut();
        queue!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            Clear(ClearType::All),
            cursor::Hide
        )?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Gives the terminal to somebody else.
    pub(super) fn give(&mut self) {
        self.hold.release();
    }

    /// Takes it back and forgets what was on it.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        let backend = CrosstermBackend::new(BufWriter::with_capacity(64 << 10, io::stdout()));
        self.terminal = Terminal::new(backend)?;
        self.enter()
    }

    /// Draws a frame, unless the terminal was given back.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut ratatui::Frame)) -> io::Result<()> {
        let held = self.hold.lock();
        if !*held {
            return Ok(());
        }
        self.terminal.draw(paint)?;
        drop(held);
        Ok(())
    }

    /// Puts text on the terminal's clipboard, where it allows that.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        queue!(out, CopyToClipboard::to_clipboard_from(text))?;
        io::Write::flush(out)
    }

    /// Sends something that is no part of the picture, such as the bell.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(bytes)?;
        io::Write::flush(out)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let flushed = queue!(self.terminal.backend_mut(), DisableBracketedPaste)
            .and_then(|()| io::Write::flush(self.terminal.backend_mut()));
        drop(flushed);
        self.hold.release();
    }
}
