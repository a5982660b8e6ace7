//! Signals: the loop is told, and if it does not leave in time, the program leaves all the same.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::event::LoopEvent;
use super::setup::Ended;
use super::terminal::Hold;
use crate::store::demo::clear_up;

/// How long the loop is given to leave.
pub(super) const GRACE: Duration = Duration::from_millis(600);

/// The signals that are listened for. A full quota (`SIGXFSZ`) only makes the write fail. A new size (`SIGWINCH`) often
/// comes right after the terminal was opened, before keys are read.
///
/// # Errors
/// What the system said.
pub(super) fn register() -> std::io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ])
}

/// Lets a write fail where a quota on files is full, instead of the program ending.
pub fn survive_full_quota() {
    // Without the handler the program would end at the first such write; there is nobody to tell before that.
    signal_hook::flag::register(SIGXFSZ, Arc::default()).ok();
}

/// Lets the folder of a demo go when a signal ends the program, outside the screen.
pub fn clear_up_on_signals(folder: PathBuf) {
    // Without the handlers the folder stays, where it does no harm.
    let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT]) else {
        return;
    };
    thread::spawn(move || {
        for signal in signals.forever() {
            clear_up(&folder);
            signal_hook::low_level::emulate_default_handler(signal).ok();
        }
    });
}

/// Passes signals on for ever; those typed to an editor are the editor's.
pub(super) fn listen(mut signals: Signals, out: &Sender<LoopEvent>, leaving: &Leaving) {
    let hold = &leaving.hold;
    for signal in signals.forever() {
        match signal {
            SIGXFSZ => {}
            SIGINT | SIGQUIT if hold.for_editor() => {}
            // The loop waits for the editor, which has stopped and cannot end before we are stopped too.
            SIGTSTP if hold.lent() => {
                signal_hook::low_level::emulate_default_handler(SIGTSTP).ok();
            }
            SIGTSTP => {
                out.send(LoopEvent::Stop).ok();
            }
            SIGCONT => {
                out.send(LoopEvent::Continued).ok();
            }
            SIGWINCH => {
                out.send(LoopEvent::Resized).ok();
            }
            signal => {
                out.send(LoopEvent::Ended(Ended::Signal(signal))).ok();
                leaving.see_to_it(signal);
            }
        }
    }
}

/// The loop on its way out.
pub(super) struct Leaving {
    pub(super) hold: Hold,
    /// Closed once the loop has left.
    pub(super) left: Receiver<()>,
    /// The folder of a demo, which goes with the program.
    pub(super) throw_away: Option<PathBuf>,
}

impl Leaving {
    /// Waits for the loop to leave; when it hangs, gives the terminal back and ends the program.
    pub(super) fn see_to_it(&self, signal: i32) {
        if self.left.recv_timeout(GRACE) == Err(RecvTimeoutError::Timeout) {
            self.hold.release();
            if let Some(folder) = &self.throw_away {
                clear_up(folder);
            }
            std::process::exit(128 + signal);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_new_size_is_told_before_anything_is_listened_for() {
        let signals = register().unwrap();
        signal_hook::low_level::raise(SIGWINCH).unwrap();
        let ((out, told), (_loop, left)) = (channel(), channel());
        let leaving = Leaving {
            hold: Hold::default(),
            left,
            throw_away: None,
        };
        let handle = signals.handle();
        let listening = thread::spawn(move || listen(signals, &out, &leaving));
        assert!(matches!(told.recv_timeout(GRACE), Ok(LoopEvent::Resized)));
        handle.close();
        listening.join().unwrap();
    }
}
