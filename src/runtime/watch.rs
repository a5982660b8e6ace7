//! Notices that another program changes the home: an editor, a synced folder, a second window.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::clock::Clock;
use super::event::LoopEvent;
use crate::app::Msg;
use crate::store::files::places::Places;

/// Changes come in bursts, as a save is several: they are told once it is quiet for this long, ...
const QUIET: Duration = Duration::from_millis(100);
/// ... and after this long at the latest, so that they are seen within a second.
const LATEST: Duration = Duration::from_millis(400);

/// What reaches the thread that watches.
pub(super) enum Notice {
    /// The program wrote into the home: a folder may be there that was not.
    Wrote,
    /// What the system saw.
    Seen(notify::Result<Event>),
}

/// Asks the watching thread to look for folders that are new.
pub(super) type Watching = Sender<Notice>;

/// Whose changes are looked for, and what is known already.
pub(super) struct Home {
    /// The files.
    pub(super) places: Places,
    /// The run, whose own events are known.
    pub(super) run: String,
    /// How long a burst has lasted.
    pub(super) clock: Clock,
}

/// The ends of what the watching thread hears.
pub(super) fn ears() -> (Watching, Receiver<Notice>) {
    channel()
}

/// Tells of every change of the home until nobody listens. Where the system cannot watch, nothing is told: the files are
/// then read again when the terminal has the focus again.
pub(super) fn watch(home: &Home, watching: Watching, heard: &Receiver<Notice>, out: &Sender<LoopEvent>) {
    let Home { places, run, clock } = home;
    let Ok(system) = notify::recommended_watcher(move |seen| {
        watching.send(Notice::Seen(seen)).ok();
    }) else {
        return;
    };
    let mut watched = Watched::new(system, places);
    watched.look();
    let log = places.log();
    while let Ok(notice) = heard.recv() {
        let mut changed = Changed::default();
        changed.add(&notice, &log, run);
        if changed.any() {
            let begun = clock.now().elapsed;
            while let Some(left) = LATEST.checked_sub(clock.now().elapsed.saturating_sub(begun))
                && let Ok(notice) = heard.recv_timeout(QUIET.min(left))
            {
                changed.add(&notice, &log, run);
            }
        }
        watched.look();
        let told = [(changed.files, Msg::FilesChanged), (changed.log, Msg::LogChanged)];
        let told = told.into_iter().filter(|(changed, _)| *changed).map(|(_, msg)| msg);
        let told: Vec<Msg> = told.collect();
        if !told.is_empty() && out.send(LoopEvent::Changed(told)).is_err() {
            return;
        }
    }
}

/// The folders that are watched.
struct Watched {
    system: RecommendedWatcher,
    /// Where changes are looked for, and whether in the folders below too.
    folders: Vec<(PathBuf, RecursiveMode)>,
    there: HashSet<PathBuf>,
}

impl Watched {
    fn new(system: RecommendedWatcher, places: &Places) -> Watched {
        let flat = [places.home.clone(), places.questions(), places.lenses()];
        let flat = flat
            .into_iter()
            .chain([places.answers(), places.interviews(), places.imports()]);
        let folders = flat.map(|folder| (folder, RecursiveMode::NonRecursive));
        let folders = folders.chain([(places.log(), RecursiveMode::Recursive)]).collect();
        Watched {
            system,
            folders,
            there: HashSet::new(),
        }
    }

    /// Watches the folders that are there and were not, and forgets those that are gone.
    fn look(&mut self) {
        for (folder, mode) in &self.folders {
            if !folder.is_dir() {
                self.there.remove(folder);
            } else if !self.there.contains(folder) && self.system.watch(folder, *mode).is_ok() {
                self.there.insert(folder.clone());
            }
        }
    }
}

/// What changed since it was told last.
#[derive(Default)]
struct Changed {
    files: bool,
    log: bool,
}

impl Changed {
    fn any(&self) -> bool {
        self.files || self.log
    }

    /// Takes in what was seen. Reading changes nothing, what begins with a dot is not read, and what this run writes into
    /// the log is known.
    fn add(&mut self, notice: &Notice, log: &Path, run: &str) {
        let Notice::Seen(Ok(event)) = notice else {
            return;
        };
        let read = !matches!(event.kind, EventKind::Access(AccessKind::Close(AccessMode::Write)));
        if event.kind.is_access() && read {
            return;
        }
        for path in &event.paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            if !path.starts_with(log) {
                self.files = true;
            } else if !name.starts_with(run) {
                self.log = true;
            }
        }
    }
}
