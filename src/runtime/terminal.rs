//! The terminal, taken and always given back.

use std::io::{self, BufWriter, Stdout, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableMouseCapture, EnableBracketedPaste, EnableFocusChange, EnableMouseCapture};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

/// What gives the terminal back, whatever it was doing: attributes off, mouse off, focus and paste off, cursor on, main screen.
const GIVE_BACK: &[u8] =
    b"\x1b[0m\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Who has the terminal now; shared with the panic hook and the signal thread, which never wait for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Hold(Arc<AtomicU8>);

/// It is as it was before we came.
const FREE: u8 = 0;
/// We draw on it.
const OURS: u8 = 1;
/// An editor has it, and what is typed to stop programs is meant for the editor.
const LENT: u8 = 2;
/// We draw on it again and nothing was typed since: a signal that comes late was still meant for the editor.
const BACK: u8 = 3;

impl Hold {
    /// Gives the terminal back, once. Never waits for a frame that hangs, and never panics.
    pub(super) fn release(&self) {
        self.pass(FREE);
    }

    /// Whether an editor has it.
    pub(super) fn lent(&self) -> bool {
        self.0.load(Ordering::SeqCst) == LENT
    }

    /// Whether what is typed to stop programs is meant for an editor.
    pub(super) fn for_editor(&self) -> bool {
        matches!(self.0.load(Ordering::SeqCst), LENT | BACK)
    }

    /// Something was typed: from now on signals are for us.
    pub(super) fn typed(&self) {
        // Where it is not just back, nothing changes.
        self.0
            .compare_exchange(BACK, OURS, Ordering::SeqCst, Ordering::SeqCst)
            .ok();
    }

    fn ours(&self) -> bool {
        matches!(self.0.load(Ordering::SeqCst), OURS | BACK)
    }

    fn pass(&self, to: u8) {
        if matches!(self.0.swap(to, Ordering::SeqCst), OURS | BACK) {
            give_back();
        }
    }
}

/// The way to the terminal: closed while it is not ours, so that nothing is written on what somebody else shows, and
/// no error comes of a terminal that is gone.
struct Out {
    stdout: BufWriter<Stdout>,
    hold: Hold,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.hold.ours() {
            self.stdout.write(bytes)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.hold.ours() { self.stdout.flush() } else { Ok(()) }
    }
}

fn backend(hold: &Hold) -> CrosstermBackend<Out> {
    CrosstermBackend::new(Out {
        stdout: BufWriter::with_capacity(64 << 10, io::stdout()),
        hold: hold.clone(),
    })
}

fn give_back() {
    let stdout = io::stdout();
    let written = rustix::io::write(stdout.as_fd(), GIVE_BACK);
    let cooked = disable_raw_mode();
    drop((written, cooked));
}

/// The terminal while it is ours.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Out>>,
    hold: Hold,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal: raw, alternate screen, bracketed paste. Asks it nothing.
    ///
    /// # Errors
    /// What the system said; the terminal is then as it was.
    pub(super) fn take(hold: Hold) -> io::Result<Screen> {
        let mut screen = Screen {
            terminal: Terminal::new(backend(&hold))?,
            hold,
            mouse: false,
        };
        screen.enter()?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        let to = if self.hold.for_editor() { BACK } else { OURS };
        self.hold.0.store(to, Ordering::SeqCst);
        let out = self.terminal.backend_mut();
        queue!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange,
            Clear(ClearType::All),
            cursor::Hide
        )?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Listens to the mouse wheel or leaves the mouse to the terminal.
    pub(super) fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        if std::mem::replace(&mut self.mouse, on) == on {
            return Ok(());
        }
        let out = self.terminal.backend_mut();
        if on {
            queue!(out, EnableMouseCapture)
        } else {
            queue!(out, DisableMouseCapture)
        }
    }

    /// Gives the terminal to the shell.
    pub(super) fn give(&mut self) {
        self.pass(FREE);
    }

    /// Gives the terminal to an editor that is waited for.
    pub(super) fn lend(&mut self) {
        self.pass(LENT);
    }

    fn pass(&mut self, to: u8) {
        // What is not sent yet must not be sent to whoever has the terminal next; an error says that nobody has.
        io::Write::flush(self.terminal.backend_mut()).ok();
        self.hold.pass(to);
    }

    /// Takes it back and forgets what was on it.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        self.terminal = Terminal::new(backend(&self.hold))?;
        self.enter()
    }

    /// Forgets what is on it: the next frame is drawn whole. Asks the terminal nothing, which `Terminal::clear` does.
    pub(super) fn wipe(&mut self) -> io::Result<()> {
        self.terminal.swap_buffers();
        queue!(self.terminal.backend_mut(), Clear(ClearType::All))
    }

    /// Draws a frame, unless the terminal was given back.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut ratatui::Frame)) -> io::Result<()> {
        if self.hold.ours() {
            self.terminal.draw(paint)?;
        }
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
        self.give();
    }
}
