//! The terminal, taken and always given back.

use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{EnableBracketedPaste, EnableFocusChange};
use crossterm::terminal::{EnterAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, queue};
use ratatui::backend::{Backend, ClearType};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::termios::tcgetwinsize;

use super::bridging::Bridging;
use super::joined::Joined;
use crate::ui::clicks::Cursor;

/// What gives the terminal back, whatever it was doing: attributes off, mouse off, focus and paste off, cursor on, main screen.
const GIVE_BACK: &[u8] =
    b"\x1b[0m\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Who has the terminal now; shared with the panic hook and the signal thread, which hardly wait for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Hold(Arc<Held>);

#[derive(Debug, Default)]
struct Held {
    who: AtomicU8,
    /// Whether something is being written at this moment.
    writing: Mutex<bool>,
    written: Condvar,
}

/// How long giving back waits for what is being written; longer, and the terminal takes nothing in.
const WRITTEN: Duration = Duration::from_millis(50);

/// It is as it was before we came.
const FREE: u8 = 0;
/// We draw on it.
const OURS: u8 = 1;
/// An editor has it, and what is typed to stop programs is meant for the editor.
const LENT: u8 = 2;
/// We draw on it again and nothing was typed since: a signal that comes late was still meant for the editor.
const BACK: u8 = 3;

impl Hold {
    /// Gives the terminal back, once. Never waits long for a frame that hangs, and never panics.
    pub(super) fn release(&self) {
        self.pass(FREE);
    }

    /// Whether an editor has it.
    pub(super) fn lent(&self) -> bool {
        self.0.who.load(Ordering::SeqCst) == LENT
    }

    /// Whether what is typed to stop programs is meant for an editor.
    pub(super) fn for_editor(&self) -> bool {
        matches!(self.0.who.load(Ordering::SeqCst), LENT | BACK)
    }

    /// Something was typed: from now on signals are for us.
    pub(super) fn typed(&self) {
        // Where it is not just back, nothing changes.
        self.0
            .who
            .compare_exchange(BACK, OURS, Ordering::SeqCst, Ordering::SeqCst)
            .ok();
    }

    fn ours(&self) -> bool {
        matches!(self.0.who.load(Ordering::SeqCst), OURS | BACK)
    }

    fn pass(&self, to: u8) {
        if matches!(self.0.who.swap(to, Ordering::SeqCst), OURS | BACK) {
            let writing = self.writing();
            let written = self.0.written.wait_timeout_while(writing, WRITTEN, |writing| *writing);
            drop(written);
            give_back();
        }
    }

    /// Writes while the terminal is ours; what is written then is out before it is given back.
    fn while_ours(&self, write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        *self.writing() = true;
        let done = if self.ours() { write() } else { Ok(()) };
        *self.writing() = false;
        self.0.written.notify_all();
        done
    }

    fn writing(&self) -> MutexGuard<'_, bool> {
        self.0.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The way to the terminal: what is written goes out whole at the flush, or nowhere while the terminal is not ours, so
/// that nothing is drawn on what somebody else shows, and no error comes of a terminal that is gone.
struct Out {
    bytes: Vec<u8>,
    hold: Hold,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let written = self.hold.while_ours(|| {
            let mut stdout = io::stdout().lock();
            stdout.write_all(&self.bytes)?;
            stdout.flush()
        });
        self.bytes.clear();
        written
    }
}

fn terminal(hold: &Hold) -> io::Result<Terminal<Bridging<Out>>> {
    let out = Out {
        bytes: Vec::new(),
        hold: hold.clone(),
    };
    let viewport = Viewport::Fixed(whole()?);
    Terminal::with_options(Bridging::new(out), TerminalOptions { viewport })
}

/// The whole terminal at its size now. `Viewport::Fullscreen` would open `/dev/tty` to learn it, at every frame.
fn whole() -> io::Result<Rect> {
    let size = tcgetwinsize(io::stdout())?;
    Ok(Rect::new(0, 0, size.ws_col, size.ws_row))
}

fn give_back() {
    let stdout = io::stdout();
    let written = rustix::io::write(stdout.as_fd(), GIVE_BACK);
    let cooked = disable_raw_mode();
    drop((written, cooked));
}

/// Clicks and the wheel, in numbers without a bound; moving the mouse says nothing, which crossterm's capture asks for.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";

/// The mouse is the terminal's again.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// The terminal while it is ours.
pub(super) struct Screen {
    terminal: Terminal<Bridging<Out>>,
    hold: Hold,
    mouse: bool,
    joined: Joined,
}

impl Screen {
    /// Takes the terminal: raw, alternate screen, bracketed paste. Asks it nothing.
    ///
    /// # Errors
    /// What the system said; the terminal is then as it was.
    pub(super) fn take(hold: Hold) -> io::Result<Screen> {
        let mut screen = Screen {
            terminal: terminal(&hold)?,
            hold,
            mouse: false,
            joined: Joined::default(),
        };
        screen.enter()?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        let to = if self.hold.for_editor() { BACK } else { OURS };
        self.hold.0.who.store(to, Ordering::SeqCst);
        let out = self.terminal.backend_mut();
        queue!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange,
            cursor::Hide
        )?;
        out.clear_region(ClearType::All)?;
        if self.mouse {
            out.write_all(MOUSE_ON)?;
        }
        Ok(())
    }

    /// Listens to the mouse or leaves the mouse to the terminal.
    pub(super) fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        if std::mem::replace(&mut self.mouse, on) == on {
            return Ok(());
        }
        let out = self.terminal.backend_mut();
        if on {
            out.write_all(MOUSE_ON)
        } else {
            out.write_all(MOUSE_OFF)
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
        self.terminal = terminal(&self.hold)?;
        self.enter()
    }

    /// Forgets what is on it: the next frame is drawn whole. Asks the terminal nothing, which `Terminal::clear` does.
    pub(super) fn wipe(&mut self) -> io::Result<()> {
        self.terminal.swap_buffers();
        self.terminal.backend_mut().clear_region(ClearType::All)
    }

    /// Draws a frame and puts the cursor where `paint` says, unless the terminal was given back.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut ratatui::Frame) -> Option<Cursor>) -> io::Result<()> {
        if self.hold.ours() {
            // A terminal that is gone has no size; the write says so.
            if let Ok(area) = whole()
                && area != self.terminal.get_frame().area()
            {
                self.terminal.resize(area)?;
            }
            let joined = &mut self.joined;
            let mut cursor = None;
            self.terminal.draw(|frame| {
                cursor = paint(frame);
                joined.draw_over(frame.buffer_mut());
                if let Some(Cursor::Typing(at)) = cursor {
                    frame.set_cursor_position(at);
                }
            })?;
            if let Some(Cursor::Row(at)) = cursor {
                let out = self.terminal.backend_mut();
                queue!(out, cursor::MoveTo(at.x, at.y))?;
                io::Write::flush(out)?;
            }
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
