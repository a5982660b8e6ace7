//! Notices that the terminal is gone, also where the signal for it is ignored.

use std::os::fd::AsFd;
use std::sync::mpsc::Sender;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::SIGHUP;

use super::event::LoopEvent;
use super::setup::Ended;
use super::signals::Leaving;

/// Waits, without ever waking, until the terminal hangs up; then tells the loop and sees to it that it leaves.
pub(super) fn watch(out: &Sender<LoopEvent>, leaving: &Leaving) {
    let stdin = std::io::stdin();
    loop {
        let mut watched = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::empty())];
        match poll(&mut watched, None) {
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
            Ok(_)
                if watched[0]
                    .revents()
                    .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) =>
            {
                break;
            }
            Ok(_) => {}
        }
    }
    out.send(LoopEvent::Ended(Ended::Signal(SIGHUP))).ok();
    leaving.see_to_it(SIGHUP);
}
