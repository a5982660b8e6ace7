//! Where a person's files are, and where this machine keeps what is never synced.

use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::atomic::{make_folder, replace, write_new};
use super::limits::{problem, read_if_there};
use crate::domain::problem::Problem;
use crate::store::answers::version;

/// The letters of a device's name.
pub(in crate::store) const DEVICE: usize = 8;

/// The home and the state of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The folder with the person's files.
    pub home: PathBuf,
    /// What stays on this machine, for this home.
    pub state: PathBuf,
}

/// Whether a home is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// It is.
    Yes,
    /// It is not begun yet, or not where it was looked for.
    NotYet,
}

impl Places {
    /// The places for a home given by `--home`, `$GREENROOM_HOME`, or the platform; nothing is created.
    ///
    /// # Errors
    /// A sentence, when the platform names no home folder.
    pub fn find(home: Option<PathBuf>, env: impl Fn(&str) -> Option<PathBuf>) -> Result<Places, String> {
        let dirs = ProjectDirs::from("", "", "greenroom");
        let home = home
            .or_else(|| env("GREENROOM_HOME").filter(|path| !path.as_os_str().is_empty()))
            .or_else(|| dirs.as_ref().map(|dirs| dirs.data_dir().to_owned()))
            .ok_or("no home folder is known on this machine")?;
        let home = std::path::absolute(&home).unwrap_or(home);
        let state = env("GREENROOM_STATE")
            .filter(|path| !path.as_os_str().is_empty())
            .or_else(|| {
                dirs.as_ref()
                    .map(|dirs| dirs.state_dir().unwrap_or(dirs.data_local_dir()).to_owned())
            })
            .ok_or("no state folder is known on this machine")?;
        let state = std::path::absolute(&state).unwrap_or(state);
        let real = home.canonicalize().unwrap_or_else(|_| home.clone());
        let state = state.join(version(&real.to_string_lossy()));
        Ok(Places { home, state })
    }

    /// Looks whether the home is there and can be entered.
    ///
    /// # Errors
    /// What hinders it.
    pub fn entered(&self) -> Result<There, Problem> {
        let problem = |error: &io::Error| problem(&self.home.display().to_string(), error);
        match std::fs::metadata(&self.home) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(There::NotYet),
            Err(error) => return Err(problem(&error)),
            Ok(_) => {}
        }
        match std::fs::metadata(self.home.join(".")) {
            Ok(_) => Ok(There::Yes),
            Err(error) => Err(problem(&error)),
        }
    }

    /// The person's banks.
    pub fn questions(&self) -> PathBuf {
        self.home.join("questions")
    }

    /// The person's lenses.
    pub fn lenses(&self) -> PathBuf {
        self.questions().join("lenses")
    }

    /// The person's answers.
    pub fn answers(&self) -> PathBuf {
        self.home.join("answers")
    }

    /// The person's interviews.
    pub fn interviews(&self) -> PathBuf {
        self.home.join("interviews")
    }

    /// What was practised.
    pub fn log(&self) -> PathBuf {
        self.home.join("log")
    }

    /// Copies of imported files.
    pub fn imports(&self) -> PathBuf {
        self.home.join("imports")
    }

    /// Colours of one's own.
    pub fn theme(&self) -> PathBuf {
        self.home.join("theme.yaml")
    }

    /// The settings that travel.
    pub fn settings(&self) -> PathBuf {
        self.home.join("greenroom.yaml")
    }

    /// What was worked out and can be worked out again: it may be deleted at any time.
    pub fn cache(&self) -> PathBuf {
        self.state.join("cache")
    }

    /// A path as people read it: relative to the home where it is inside.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.home).unwrap_or(path).display().to_string()
    }

    /// This machine's name in the log. Where none is kept yet it follows from the machine and the state folder, so that
    /// runs that begin at the same moment all have the same.
    pub fn device(&self) -> String {
        let kept = read_if_there(&self.state.join("device"), "device").ok().flatten();
        let kept = kept.as_deref().map(str::trim).unwrap_or_default();
        if (1..=32).contains(&kept.len()) && kept.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return kept.to_owned();
        }
        let machine = read_if_there(Path::new("/etc/machine-id"), "machine-id").ok().flatten();
        let host = rustix::system::uname();
        let host = host.nodename().to_string_lossy();
        let seed = format!("{}\n{host}\n{}", machine.unwrap_or_default(), self.state.display());
        version(&seed).chars().take(DEVICE).collect()
    }

    /// Keeps this machine's name for later runs, unless one is kept. Where it cannot be kept, it holds for this run.
    pub fn keep_device(&self, device: &str) {
        let kept: io::Result<()> =
            make_folder(&self.state).and_then(|()| write_new(&self.state.join("device"), device.as_bytes()));
        drop(kept);
    }

    /// What was used once on this machine and is not explained again: one word a line.
    pub fn used(&self) -> Vec<String> {
        let text = read_if_there(&self.state.join("used"), "used").ok().flatten();
        text.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
    }

    /// Keeps one more of these words for later runs. Where it cannot be kept, it holds for this run.
    pub fn keep_used(&self, word: &str) {
        let mut words = self.used();
        words.push(word.to_owned());
        let kept = replace(&self.state.join("used"), (words.join("\n") + "\n").as_bytes());
        drop(kept);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn finding_creates_nothing_and_a_device_that_was_kept_stays() {
        let folder = tempfile::tempdir().unwrap();
        let env = |name: &str| (name == "GREENROOM_STATE").then(|| folder.path().join("state"));
        let places = Places::find(Some(folder.path().join("home")), env).unwrap();
        let device = places.device();
        assert_eq!((places.device(), device.len()), (device.clone(), DEVICE));
        let other = Places {
            state: folder.path().join("other"),
            ..places.clone()
        };
        assert_ne!(other.device(), device);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        places.keep_device(&device);
        places.keep_device("another");
        assert_eq!(places.device(), device);
        assert!(places.used().is_empty());
        places.keep_used("weak");
        places.keep_used("history");
        assert_eq!(places.used(), ["weak", "history"]);
        assert_eq!(places.shown(&places.answers().join("a.md")), "answers/a.md");
    }
}
