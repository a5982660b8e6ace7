//! The threads beside the loop: reader, writer, signals, hang-up. A panic in any of them is told to the loop.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use signal_hook::iterator::Signals;

use super::disk;
use super::disk::{Jobs, Worker};
use super::event::LoopEvent;
use super::setup::{Ended, Setting};
use super::signals::Leaving;
use super::terminal::Hold;
use super::{hangup, signals, watch};

/// Gives the terminal back before a panic is reported.
pub(super) fn give_back_on_panic(hold: &Hold) {
    let hold = hold.clone();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        hold.release();
        report(panic);
    }));
}

/// A thread whose panic is told to the loop.
pub(super) fn spawn(name: &str, out: &Sender<LoopEvent>, run: impl FnOnce() + Send + 'static) {
    let out = out.clone();
    let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || {
        if std::panic::catch_unwind(AssertUnwindSafe(run)).is_err() {
            out.send(LoopEvent::Ended(Ended::Died)).ok();
        }
    });
    drop(spawned);
}

/// The threads that have to do with the disk.
pub(super) struct DiskThread {
    /// What is to be done on the disk.
    pub(super) jobs: Jobs,
    /// Lets a long log be read.
    pub(super) drawn: Sender<()>,
    /// Closed once everything asked for is done.
    pub(super) idle: Receiver<()>,
}

/// Starts reader and writer.
pub(super) fn start_disk(setting: &Setting, out: &Sender<LoopEvent>) -> DiskThread {
    let places = setting.places.clone();
    let told = out.clone();
    let (drawn, leave) = channel();
    spawn("reader", out, move || {
        disk::read_home(&places, leave, |outcome| {
            told.send(LoopEvent::Did(outcome)).ok();
        });
    });
    let (jobs, todo) = channel();
    let (busy, idle) = channel::<()>();
    let told = out.clone();
    let worker = Worker::new(
        setting.places.clone(),
        &setting.startup.device,
        &setting.startup.run,
        setting.clock,
    );
    let (watching, heard) = watch::ears();
    let home = watch::Home {
        places: setting.places.clone(),
        run: setting.startup.run.to_string(),
        clock: setting.clock,
    };
    let (eye, changed) = (watching.clone(), out.clone());
    spawn("watch", out, move || watch::watch(&home, eye, &heard, &changed));
    let wrote = move || drop(watching.send(watch::Notice::Wrote));
    spawn("writer", out, move || {
        disk::work(worker, &todo, wrote, |outcome| {
            told.send(LoopEvent::Did(outcome)).is_ok()
        });
        drop(busy);
    });
    DiskThread { jobs, drawn, idle }
}

/// Starts the threads that see to leaving; they learn that the loop has left when the sender is dropped.
pub(super) fn start_watchers(
    signals: Signals,
    out: &Sender<LoopEvent>,
    hold: &Hold,
    throw_away: Option<&PathBuf>,
) -> [Sender<()>; 2] {
    let leaving = || {
        let (sender, left) = channel();
        let (hold, throw_away) = (hold.clone(), throw_away.cloned());
        (sender, Leaving { hold, left, throw_away })
    };
    let (first, leave) = leaving();
    let happens = out.clone();
    spawn("signals", out, move || signals::listen(signals, &happens, &leave));
    let (second, leave) = leaving();
    let happens = out.clone();
    spawn("hangup", out, move || hangup::watch(&happens, &leave));
    [first, second]
}
