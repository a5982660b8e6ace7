//! Typed text kept while it is not saved, so that a crash costs seconds: `<state>/drafts/<run>/<name>.draft`.
//!
//! The rule of whose a draft is: each run of the program keeps its drafts in a folder of its own and holds a lock on the
//! file `lock` there, which names its process. The system lets go of the lock when the process ends, however it ends.
//! So a folder whose lock can be had was left behind, and only those are offered; a number of a process could by then
//! belong to another. Offering copies: a draft goes when it was saved or is discarded, and not before.
//!
//! A draft is one file, written whole: a line of JSON that says what it is for and what it began from, then the text.

use std::fs::{self, DirEntry, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::store::answers::version;
use crate::store::files::atomic::replace;
use crate::store::files::beside::ours;
use crate::store::files::folders::{entries, files};
use crate::store::files::limits::{DRAFT_BYTES, problem, read_draft, read_text};
use crate::store::files::lock::Lock;
use crate::store::files::places::Places;

/// The first line of a draft.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    v: u32,
    run: String,
    time: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    new: Option<String>,
    /// A form by its name; then `path` is what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    form: Option<String>,
    base: String,
}

impl Head {
    fn of(&self) -> Option<DraftOf> {
        let path = self.path.clone();
        match (&self.form, path, &self.new) {
            (Some(name), about, _) => Some(DraftOf::Form {
                name: name.clone(),
                about: about.unwrap_or_default(),
            }),
            (None, Some(path), _) => Some(DraftOf::Answer(path)),
            (None, None, Some(id)) => Some(DraftOf::New(id.clone())),
            (None, None, None) => None,
        }
    }
}

/// The drafts of one run; the lock on their folder is held as long as this is.
pub struct DraftStore {
    places: Places,
    run: String,
    lock: Option<Lock>,
}

impl DraftStore {
    /// The drafts of a run; nothing is created yet.
    pub fn new(places: &Places, run: &str) -> DraftStore {
        DraftStore {
            places: places.clone(),
            run: run.to_owned(),
            lock: None,
        }
    }

    /// Writes the whole typed text, and the text it began from, in place of what was written before.
    ///
    /// # Errors
    /// The problem, with the place; the draft is as it was.
    pub fn write(&mut self, of: &DraftOf, base: &str, text: &str, now: Timestamp) -> Result<(), Problem> {
        let path = self.folder().join(file_name(of));
        let (about, new, form) = match of.clone() {
            DraftOf::Answer(path) => (Some(path), None, None),
            DraftOf::New(id) => (None, Some(id), None),
            DraftOf::Form { name, about } => (Some(about), None, Some(name)),
        };
        let head = Head {
            v: 1,
            run: self.run.clone(),
            time: now,
            path: about,
            new,
            form,
            base: base.to_owned(),
        };
        let mut bytes = serde_json::to_string(&head).unwrap_or_default();
        bytes.push('\n');
        bytes.push_str(text);
        if bytes.len() as u64 > DRAFT_BYTES {
            let what = "what you typed is longer than can be brought back, 64 MB with the file it began from";
            return Err(Problem::file(path.display().to_string(), what, "Split it"));
        }
        self.hold()
            .and_then(|()| replace(&path, bytes.as_bytes()))
            .map_err(|error| problem(&path.display().to_string(), &error))
    }

    /// Takes a draft out: its text was saved, or given up.
    pub fn clear(&mut self, of: &DraftOf) {
        fs::remove_file(self.folder().join(file_name(of))).ok();
    }

    /// What other runs left behind, the newest first, and drafts that cannot be read. Text that meanwhile is in its
    /// file is not offered.
    pub fn left(&self) -> (Vec<LeftDraft>, Vec<Problem>) {
        let mut left = Vec::new();
        let (entries, mut problems) = entries(&self.drafts(), &self.drafts().display().to_string());
        let kept = |entry: &&DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
        let folders = entries.iter().filter(kept).map(DirEntry::path);
        for folder in folders.filter(|folder| *folder != self.folder()) {
            let Owner::Gone { _held } = owner(&folder) else {
                continue;
            };
            let (files, more) = drafts(&folder);
            problems.extend(more);
            for file in files {
                match read(&file, &folder) {
                    Ok(draft) if self.saved(&draft) => self.discard(&draft),
                    Ok(draft) => left.push(draft),
                    Err(problem) => problems.push(problem),
                }
            }
            remove_if_empty(&folder);
        }
        left.sort_by(|a, b| (b.time, &a.name).cmp(&(a.time, &b.name)));
        (left, problems)
    }

    /// Takes a draft out that another run left behind; its empty folder goes when drafts are next looked for.
    pub fn discard(&self, draft: &LeftDraft) {
        fs::remove_file(self.drafts().join(&draft.name)).ok();
    }

    fn saved(&self, draft: &LeftDraft) -> bool {
        match &draft.of {
            DraftOf::Answer(path) => {
                draft.text == draft.base
                    || read_text(&self.places.home.join(path), path).is_ok_and(|text| text == draft.text)
            }
            DraftOf::New(_) | DraftOf::Form { .. } => draft.text == draft.base,
        }
    }

    fn drafts(&self) -> PathBuf {
        self.places.state.join("drafts")
    }

    fn folder(&self) -> PathBuf {
        self.drafts().join(&self.run)
    }

    /// Makes the folder of this run and locks it, also once more where somebody took it away.
    fn hold(&mut self) -> io::Result<()> {
        if !self.lock.as_ref().is_some_and(Lock::holds) {
            let mut lock = Lock::take(&self.folder().join("lock"))?;
            writeln!(lock.file, "{}", std::process::id())?;
            self.lock = Some(lock);
        }
        Ok(())
    }
}

impl Drop for DraftStore {
    fn drop(&mut self) {
        if self.lock.is_some() {
            remove_if_empty(&self.folder());
        }
    }
}

/// The drafts of a folder, and what hinders to find more.
fn drafts(folder: &Path) -> (Vec<PathBuf>, Vec<Problem>) {
    files(folder, &folder.display().to_string(), &["draft"])
}

/// Takes out the folder of a run that is gone, with its lock and what it left half written, if no draft is in it.
fn remove_if_empty(folder: &Path) {
    let (entries, problems) = entries(folder, "");
    let name = |entry: &DirEntry| entry.file_name().to_string_lossy().into_owned();
    let spare = |entry: &DirEntry| name(entry) == "lock" || ours(&name(entry));
    if problems.is_empty() && entries.iter().all(spare) {
        let removed: io::Result<()> = entries.iter().try_for_each(|entry| fs::remove_file(entry.path()));
        drop(removed.and_then(|()| fs::remove_dir(folder)));
    }
}

fn file_name(of: &DraftOf) -> String {
    match of {
        DraftOf::Answer(path) => format!("{}.draft", version(path)),
        DraftOf::New(id) => format!("new-{}.draft", version(id)),
        DraftOf::Form { name, about } => format!("form-{}.draft", version(&format!("{name} {about}"))),
    }
}

/// Whose a folder of drafts is.
enum Owner {
    /// A run that is alive.
    Alive,
    /// Nobody; the lock is held meanwhile, where there is one.
    Gone { _held: Option<File> },
}

/// A file system that knows no locks cannot say; there the drafts are offered.
fn owner(folder: &Path) -> Owner {
    let lock = File::open(folder.join("lock")).ok();
    let taken = lock
        .as_ref()
        .map(|lock| flock(lock, FlockOperation::NonBlockingLockExclusive));
    match taken {
        Some(Err(rustix::io::Errno::WOULDBLOCK)) => Owner::Alive,
        _ => Owner::Gone { _held: lock },
    }
}

fn read(file: &Path, folder: &Path) -> Result<LeftDraft, Problem> {
    let shown = file.display().to_string();
    let text = read_draft(file, &shown)?;
    let (head, text) = text.split_once('\n').unwrap_or((&text, ""));
    let head: Result<Head, _> = serde_json::from_str(head);
    match head.ok().and_then(|head| Some((head.of()?, head))) {
        Some((of, head)) => Ok(LeftDraft {
            of,
            base: head.base,
            text: text.to_owned(),
            time: head.time,
            name: Path::new(folder.file_name().unwrap_or_default())
                .join(file.file_name().unwrap_or_default())
                .display()
                .to_string(),
        }),
        None => Err(Problem::file(
            shown,
            "typed text that cannot be brought back by itself",
            "Copy what you want out of the file, then delete it",
        )),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn answer(name: &str) -> DraftOf {
        DraftOf::Answer(format!("answers/{name}.md"))
    }

    #[test]
    fn only_what_a_run_left_behind_is_offered() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let mut crashed = DraftStore::new(&places, "run-1");
        let mut alive = DraftStore::new(&places, "run-2");
        assert!(!places.state.exists());
        crashed.write(&answer("a"), "old\r\n", "new\r\ntext", at(1)).unwrap();
        crashed.write(&answer("a"), "old\r\n", "newer\r\ntext", at(2)).unwrap();
        crashed
            .write(&DraftOf::New("abc".into()), "", "# Draft\n", at(3))
            .unwrap();
        crashed.write(&answer("c"), "x", "given up", at(3)).unwrap();
        crashed.clear(&answer("c"));
        alive.write(&answer("a"), "old\r\n", "mine", at(4)).unwrap();
        let next = DraftStore::new(&places, "run-3");
        assert_eq!(next.left().0, []);
        drop(crashed);
        let (left, problems) = next.left();
        assert_eq!(problems, []);
        assert_eq!(alive.left().0, left);
        let seen: Vec<_> = left
            .iter()
            .map(|d| (d.of.clone(), d.base.as_str(), d.text.as_str(), d.time))
            .collect();
        assert_eq!(
            seen,
            [
                (DraftOf::New("abc".into()), "", "# Draft\n", at(3)),
                (answer("a"), "old\r\n", "newer\r\ntext", at(2)),
            ]
        );
        next.discard(&left[0]);
        assert_eq!(next.left().0, left[1..]);
        fs::create_dir_all(places.answers()).unwrap();
        fs::write(places.answers().join("a.md"), "newer\r\ntext").unwrap();
        assert_eq!(next.left().0, []);
        assert!(!places.state.join("drafts/run-1").exists());
        assert!(places.state.join("drafts/run-2").exists());
        alive.clear(&answer("a"));
        drop(alive);
        assert_eq!(fs::read_dir(places.state.join("drafts")).unwrap().count(), 0);
    }

    #[test]
    fn a_form_is_left_behind_with_its_name_and_what_it_is_about() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let form = |about: &str| DraftOf::Form {
            name: "promise".into(),
            about: about.into(),
        };
        let mut crashed = DraftStore::new(&places, "run-1");
        for (second, about) in [(1, ""), (2, "interviews/acme.md")] {
            let text = format!("when: {second}\n");
            crashed.write(&form(about), "when: \n", &text, at(second)).unwrap();
        }
        crashed.write(&form("same"), "when: \n", "when: \n", at(3)).unwrap();
        drop(crashed);
        let (left, problems) = DraftStore::new(&places, "run-2").left();
        assert_eq!(problems, []);
        let seen: Vec<_> = left.iter().map(|draft| (&draft.of, draft.text.as_str())).collect();
        assert_eq!(
            seen,
            [(&form("interviews/acme.md"), "when: 2\n"), (&form(""), "when: 1\n")]
        );
    }

    #[test]
    fn a_draft_that_cannot_be_read_is_a_problem_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let left = places.state.join("drafts/old");
        fs::create_dir_all(&left).unwrap();
        fs::write(left.join("x.draft"), "{}\ntext").unwrap();
        let (drafts, problems) = DraftStore::new(&places, "run").left();
        assert_eq!((drafts.len(), problems.len()), (0, 1));
        assert!(left.join("x.draft").exists());
    }

    #[test]
    fn a_draft_of_a_large_answer_is_offered_whole_and_a_larger_one_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let (base, text) = ("\"old\n".repeat(1 << 20), "new words ".repeat(1 << 20));
        let mut crashed = DraftStore::new(&places, "run-1");
        crashed.write(&answer("a"), &base, &text, at(1)).unwrap();
        let huge = "x".repeat(DRAFT_BYTES as usize);
        let refused = crashed.write(&answer("a"), &base, &huge, at(2)).unwrap_err();
        assert!(refused.what.contains("64 MB"), "{refused}");
        drop(crashed);
        let (left, problems) = DraftStore::new(&places, "run-2").left();
        assert_eq!(problems, []);
        assert_eq!(left.len(), 1);
        assert!(left[0].text == text && left[0].base == base);
    }

    #[test]
    fn a_run_whose_folder_of_drafts_was_taken_away_makes_and_locks_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let mut alive = DraftStore::new(&places, "run-1");
        alive.write(&answer("a"), "", "one", at(1)).unwrap();
        fs::remove_dir_all(&places.state).unwrap();
        alive.write(&answer("a"), "", "two", at(2)).unwrap();
        let other = DraftStore::new(&places, "run-2");
        assert_eq!(other.left().0, [], "it is not left behind");
        assert!(places.state.join("drafts/run-1/lock").exists());
        fs::write(places.state.join("drafts/run-1/.greenroom-abc123"), "half").unwrap();
        alive.clear(&answer("a"));
        drop(alive);
        assert!(!places.state.join("drafts/run-1").exists());
    }
}
