//! The terminal, as far as effects need it.

use std::io;

use super::terminal::Screen;
use crate::app::message::Hindered;

/// The terminal, as far as effects need it.
pub trait TerminalHost {
    /// Lets something else have the terminal while it runs.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn hand_over(&mut self, run: &mut dyn FnMut() -> Result<(), Hindered>) -> io::Result<Result<(), Hindered>>;
    /// Forgets what is on the screen.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn redraw(&mut self) -> io::Result<()>;
    /// Rings once.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn bell(&mut self) -> io::Result<()>;
    /// Puts text on the clipboard.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn copy(&mut self, text: &str) -> io::Result<()>;
}

impl TerminalHost for Screen {
    fn hand_over(&mut self, run: &mut dyn FnMut() -> Result<(), Hindered>) -> io::Result<Result<(), Hindered>> {
        self.lend();
        let done = run();
        self.retake()?;
        Ok(done)
    }

    fn redraw(&mut self) -> io::Result<()> {
        self.wipe()
    }

    fn bell(&mut self) -> io::Result<()> {
        self.send(b"\x07")
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        Screen::copy(self, text)
    }
}
