//! Answer files opened and saved: never over a change that was not seen, and never without keeping the earlier text.
//!
//! What a file holds is compared as text, never by its time: before anything is written, and again when the new text is
//! on the disk and only has to take the file's name. Runs of the program save one after the other.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::answers::{parse, version};
use super::limits::{FILE_BYTES, read_text, reason, remedy};
use super::places::Places;
use super::save::{Ready, leads_nowhere, make_folder, prepare, write_new};
use super::versions;
use crate::domain::merge::merge;
use crate::domain::problem::Problem;
use crate::domain::saving::{Changed, NotSaved, Opened, Saved};

/// Reads an answer file. `path` is relative to the home, as in `Answer::path`.
///
/// # Errors
/// The problem that makes it unreadable.
pub fn load(places: &Places, path: &str) -> Result<Opened, Problem> {
    let file = places.home.join(path);
    let text = read_text(&file, path)?;
    Ok(opened(&file, path, text))
}

/// Saves a text over the one it was made from, which is kept as a version first.
///
/// # Errors
/// Why it is not saved. The file then is as it was, and nothing is left beside it.
pub fn save(places: &Places, path: &str, base: &str, text: &str, now: Timestamp) -> Result<Saved, NotSaved> {
    let _alone = alone(places);
    let file = places.home.join(path);
    let found = look(&file, path)?;
    if found.text == text {
        let not_kept = None;
        return Ok(Saved {
            opened: found,
            not_kept,
        });
    }
    unchanged(found, base, text)?;
    small_enough(path, text)?;
    let not_kept = versions::keep(places, &id_in(base, path), base, now).err();
    let ready = prepare(&file, text.as_bytes()).map_err(|error| NotSaved::Failed(problem(path, &error)))?;
    put_in_place(ready, &file, path, base, text)?;
    let opened = opened(&file, path, text.to_owned());
    Ok(Saved { opened, not_kept })
}

/// Compares once more, now that only the name is to be given, and gives it.
fn put_in_place(ready: Ready, file: &Path, path: &str, base: &str, text: &str) -> Result<(), NotSaved> {
    unchanged(look(file, path)?, base, text)?;
    let done = ready.commit();
    done.map_err(|error| NotSaved::Failed(problem(path, &error)))
}

/// Saves a merge that was shown, over the text it was made with.
///
/// # Errors
/// Why it is not saved; the file may have changed once more. A clash has nothing that could be taken.
pub fn take(places: &Places, changed: &Changed, now: Timestamp) -> Result<Saved, NotSaved> {
    match &changed.merged {
        Ok(merged) => save(places, &changed.theirs.path, &changed.theirs.text, &merged.text, now),
        Err(_) => Err(NotSaved::Changed(Box::new(changed.clone()))),
    }
}

/// Writes a file that vanished anew.
///
/// # Errors
/// Why it is not written; a file that is there again is not touched.
pub fn write_anew(places: &Places, path: &str, text: &str) -> Result<Saved, NotSaved> {
    let file = places.home.join(path);
    small_enough(path, text)?;
    write_new(&file, text.as_bytes()).map_err(|error| NotSaved::Failed(problem(path, &error)))?;
    let opened = opened(&file, path, text.to_owned());
    let not_kept = None;
    Ok(Saved { opened, not_kept })
}

/// Writes a text beside the file it cannot be merged with, as `<name>.conflict-<device>-<time>.md`, and says its path.
///
/// # Errors
/// The problem that hinders it.
pub fn keep_both(places: &Places, path: &str, text: &str, now: Timestamp) -> Result<String, Problem> {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let time = now.strftime("%Y%m%dT%H%M%SZ");
    let device = places.device();
    let mut number = 1;
    loop {
        let more = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let beside = format!("{stem}.conflict-{device}-{time}{more}.md");
        match write_new(&places.home.join(&beside), text.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
            Err(error) => return Err(problem(&beside, &error)),
            Ok(()) => return Ok(beside),
        }
    }
}

/// What the system said of a file, as a problem with its path.
pub(super) fn problem(path: &str, error: &io::Error) -> Problem {
    Problem::file(path, reason(error), remedy(error))
}

/// Held while a file is saved, so that two runs on one machine do not save at the same moment. Where it cannot be had,
/// the comparison just before the file is replaced must do.
fn alone(places: &Places) -> Option<File> {
    make_folder(&places.state).ok()?;
    let options = File::options()
        .create(true)
        .append(true)
        .open(places.state.join("lock"));
    let lock = options.ok()?;
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).ok()?;
    Some(lock)
}

fn look(file: &Path, path: &str) -> Result<Opened, NotSaved> {
    match fs::metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(match fs::read_link(file) {
            Ok(to) => NotSaved::Failed(Problem::file(
                path,
                leads_nowhere(&to),
                "Bring that file back, or delete the link; your text can be written to a new file",
            )),
            Err(_) => NotSaved::Vanished,
        }),
        _ => {
            let text = read_text(file, path).map_err(NotSaved::Failed)?;
            Ok(opened(file, path, text))
        }
    }
}

fn unchanged(found: Opened, base: &str, text: &str) -> Result<(), NotSaved> {
    if found.text == base {
        return Ok(());
    }
    let merged = merge(base, text, &found.text);
    let theirs = found;
    Err(NotSaved::Changed(Box::new(Changed { theirs, merged })))
}

fn small_enough(path: &str, text: &str) -> Result<(), NotSaved> {
    if text.len() as u64 <= FILE_BYTES {
        return Ok(());
    }
    let what = "the text is larger than 8 MB and could not be read again";
    Err(NotSaved::Failed(Problem::file(path, what, "Split it into two answers")))
}

fn opened(file: &Path, path: &str, text: String) -> Opened {
    Opened {
        path: path.to_owned(),
        hash: version(&text),
        modified: super::answers::modified(file),
        text,
    }
}

/// The id in a text, or the one its file's name gives.
fn id_in(text: &str, path: &str) -> String {
    parse(text, path).map_or_else(
        |_| {
            PathBuf::from(path)
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        },
        |(answer, _)| answer.id.as_str().to_owned(),
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::super::{front, save as files};
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const PATH: &str = "answers/a.md";
    const OLD: &str = "---\nid: aaaaaa\ntitle: T\n---\n## Action\none\ntwo\n";

    struct Home {
        _folder: tempfile::TempDir,
        places: Places,
    }

    impl Home {
        fn new() -> Home {
            let folder = tempfile::tempdir().unwrap();
            let places = Places {
                home: folder.path().join("h"),
                state: folder.path().join("s"),
            };
            let home = Home {
                _folder: folder,
                places,
            };
            files::write_new(&home.file(), OLD.as_bytes()).unwrap();
            home
        }

        fn file(&self) -> PathBuf {
            self.places.home.join(PATH)
        }

        fn text(&self) -> String {
            fs::read_to_string(self.file()).unwrap()
        }

        fn save(&self, text: &str) -> Result<Saved, NotSaved> {
            save(&self.places, PATH, OLD, text, NOW)
        }

        /// The names in the folder of answers.
        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.places.answers()).unwrap();
            let mut names: Vec<String> = entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }

        /// Nothing was written: why, and that no temporary file is left.
        fn refused(&self, text: &str) -> String {
            let names = self.names();
            let NotSaved::Failed(problem) = self.save(text).unwrap_err() else {
                return "not a failure".to_owned();
            };
            assert_eq!(self.names(), names);
            assert_eq!(problem.path, PATH);
            problem.what
        }
    }

    #[test]
    fn a_save_keeps_the_earlier_text_and_gives_the_next_base() {
        let home = Home::new();
        let opened = load(&home.places, PATH).unwrap();
        assert_eq!(
            (opened.text.as_str(), opened.hash.as_str()),
            (OLD, version(OLD).as_str())
        );
        assert!(opened.modified > 0);
        let new = OLD.replace("two", "2");
        let saved = home.save(&new).unwrap();
        assert_eq!((saved.opened.hash, saved.not_kept), (version(&new), None));
        assert_eq!(home.text(), new);
        assert_eq!(
            versions::read(&home.places, "aaaaaa", &version(OLD)),
            Ok(OLD.to_owned())
        );
        assert!(home.save(&new).is_ok(), "what is there already needs no writing");
        fs::remove_dir_all(&home.places.state).unwrap();
        fs::write(&home.places.state, "in the way").unwrap();
        let saved = save(&home.places, PATH, &new, OLD, NOW).unwrap();
        assert!(
            saved.not_kept.is_some(),
            "a version that cannot be kept is said and hinders nothing"
        );
        assert_eq!(home.text(), OLD);
    }

    #[test]
    fn a_change_outside_is_shown_and_taken_only_then() {
        let home = Home::new();
        let theirs = OLD.replace("title: T", "title: Other");
        let mine = OLD.replace("two", "2");
        fs::write(home.file(), &theirs).unwrap();
        let Err(NotSaved::Changed(changed)) = home.save(&mine) else {
            unreachable!("it was changed");
        };
        assert_eq!((home.text(), &changed.theirs.text), (theirs.clone(), &theirs));
        let merged = changed.merged.clone().unwrap();
        assert_eq!(merged.changed_by_them, ["title: Other"]);
        let again = theirs.replace("one", "1");
        fs::write(home.file(), &again).unwrap();
        let Err(NotSaved::Changed(second)) = take(&home.places, &changed, NOW) else {
            unreachable!("it was changed again");
        };
        assert_eq!(home.text(), again);
        take(&home.places, &second, NOW).unwrap();
        assert_eq!(
            home.text(),
            mine.replace("title: T", "title: Other").replace("one", "1")
        );
    }

    #[test]
    fn a_change_while_the_new_text_goes_to_the_disk_is_seen_too() {
        let home = Home::new();
        let ready = prepare(&home.file(), b"new").unwrap();
        fs::write(home.file(), "theirs").unwrap();
        let done = put_in_place(ready, &home.file(), PATH, OLD, "new");
        assert!(matches!(done, Err(NotSaved::Changed(_))), "{done:?}");
        assert_eq!(
            (home.text().as_str(), home.names()),
            ("theirs", vec!["a.md".to_owned()])
        );
    }

    #[test]
    fn a_clash_leaves_both_texts_on_disk() {
        let home = Home::new();
        let (theirs, mine) = (OLD.replace("two", "2"), OLD.replace("two", "zwei"));
        fs::write(home.file(), &theirs).unwrap();
        let Err(NotSaved::Changed(changed)) = home.save(&mine) else {
            unreachable!("it was changed");
        };
        assert_eq!(changed.merged.clone().unwrap_err().places[0].name, "Action");
        assert!(take(&home.places, &changed, NOW).is_err());
        let beside = keep_both(&home.places, PATH, &mine, NOW).unwrap();
        let second = keep_both(&home.places, PATH, &mine, NOW).unwrap();
        assert_ne!(beside, second);
        assert!(super::super::answers::conflict_copy(&beside));
        assert_eq!(home.text(), theirs);
        assert_eq!(fs::read_to_string(home.places.home.join(beside)).unwrap(), mine);
    }

    #[test]
    fn every_way_of_saving_refuses_to_write_over_a_change() {
        let home = Home::new();
        let theirs = format!("{OLD}three\n");
        fs::write(home.file(), &theirs).unwrap();
        let places = &home.places;
        for done in [
            home.save("new"),
            front::retitle(places, PATH, OLD, "New", NOW),
            front::link(places, PATH, OLD, "q", NOW),
            front::unlink(places, PATH, &OLD.replace("title: T", "questions: [q]"), "q", NOW),
            front::set_keys(places, PATH, OLD, &[("title", None)], NOW),
        ] {
            assert!(matches!(done, Err(NotSaved::Changed(_))), "{done:?}");
        }
        assert!(write_anew(places, PATH, "new").is_err());
        assert_eq!(home.text(), theirs);
        assert_eq!(home.names(), ["a.md"]);
    }

    #[test]
    fn a_file_that_vanished_can_be_written_anew() {
        let home = Home::new();
        fs::remove_file(home.file()).unwrap();
        assert_eq!(home.save("new"), Err(NotSaved::Vanished));
        assert!(!home.file().exists());
        write_anew(&home.places, PATH, "new").unwrap();
        assert_eq!(home.text(), "new");
        assert!(write_anew(&home.places, PATH, "other").is_err());
        fs::remove_dir_all(home.places.answers()).unwrap();
        assert_eq!(home.save("new"), Err(NotSaved::Vanished));
    }

    #[test]
    fn links_and_modes_stay_and_what_cannot_be_written_stays_as_it_was() {
        let home = Home::new();
        let real = home.places.home.join("real.md");
        fs::rename(home.file(), &real).unwrap();
        symlink("../real.md", home.file()).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o644)).unwrap();
        home.save("new").unwrap();
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert!(fs::symlink_metadata(home.file()).unwrap().is_symlink());
        assert_eq!(fs::metadata(&real).unwrap().mode() & 0o777, 0o644);
        fs::write(&real, OLD).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o400)).unwrap();
        assert_eq!(home.refused("new"), "the file is read-only");
        assert_eq!(fs::read_to_string(&real).unwrap(), OLD);
        fs::remove_file(&real).unwrap();
        assert_eq!(
            home.refused("new"),
            "it is a link to ../real.md, and there is no such file"
        );
        fs::remove_file(home.file()).unwrap();
        symlink("a.md", home.file()).unwrap();
        assert!(home.refused("new").contains("symbolic links"));
        fs::remove_file(home.file()).unwrap();
        fs::create_dir(home.file()).unwrap();
        assert_eq!(home.refused("new"), "it is not a regular file");
    }

    #[test]
    fn hard_links_and_other_owners_stay() {
        let home = Home::new();
        let other = home.places.home.join("other-name");
        fs::hard_link(home.file(), &other).unwrap();
        home.save("new").unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "new");
        fs::write(&other, OLD).unwrap();
        if std::os::unix::fs::chown(home.file(), Some(4_321), None).is_ok() {
            home.save("").unwrap();
            assert_eq!((home.text().as_str(), fs::metadata(&other).unwrap().uid()), ("", 4_321));
        }
        assert_eq!(home.names(), ["a.md"]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_named_as_the_reason() {
        let home = Home::new();
        fs::set_permissions(home.places.answers(), fs::Permissions::from_mode(0o500)).unwrap();
        let above_permissions = File::create(home.places.answers().join("probe")).is_ok();
        if !above_permissions {
            assert_eq!(
                home.refused("new"),
                "its folder cannot be written to, permission denied"
            );
            assert_eq!(home.text(), OLD);
            assert!(keep_both(&home.places, PATH, "new", NOW).is_err());
        }
        fs::set_permissions(home.places.answers(), fs::Permissions::from_mode(0o700)).unwrap();
    }

    /// A small disk of its own at the folder of answers, where the system lets one be made.
    struct Disk(PathBuf);

    impl Disk {
        fn at(folder: &Path) -> Option<Disk> {
            let mut mount = Command::new("mount");
            mount
                .args(["-t", "tmpfs", "-o", "size=64k,mode=0700", "greenroom-test"])
                .arg(folder);
            mount.output().ok().filter(|done| done.status.success())?;
            Some(Disk(folder.to_owned()))
        }
    }

    impl Drop for Disk {
        fn drop(&mut self) {
            let done = Command::new("umount").arg(&self.0).output();
            drop(done);
        }
    }

    /// Needs the right to mount; without it, do by hand what it does: a home on a full disk.
    #[test]
    fn a_full_disk_leaves_the_text_as_it_was() {
        let home = Home::new();
        let Some(_disk) = Disk::at(&home.places.answers()) else {
            return;
        };
        let long = "word ".repeat(20_000);
        files::write_new(&home.file(), OLD.as_bytes()).unwrap();
        assert_eq!(home.refused(&long), "the disk is full");
        assert_eq!(home.text(), OLD);
        fs::hard_link(home.file(), home.places.answers().join("b.md")).unwrap();
        assert_eq!(home.refused(&long), "the disk is full");
        assert_eq!(home.text(), OLD);
        assert_eq!(fs::metadata(home.file()).unwrap().len(), OLD.len() as u64);
        assert!(
            keep_both(&home.places, PATH, &long, NOW)
                .unwrap_err()
                .what
                .contains("disk is full")
        );
        assert_eq!(home.names(), ["a.md", "b.md"]);
    }

    #[test]
    fn of_two_that_save_at_once_the_second_is_told() {
        let home = Home::new();
        for round in 0..20 {
            fs::write(home.file(), OLD).unwrap();
            let done: Vec<_> = std::thread::scope(|scope| {
                let one = |who: usize| home.save(&OLD.replace("two", &format!("{who} in {round}")));
                let threads: Vec<_> = (0..3).map(|who| scope.spawn(move || one(who))).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            let winner = done.iter().find_map(|done| done.as_ref().ok()).unwrap();
            assert_eq!(home.text(), winner.opened.text);
            let told = done
                .iter()
                .filter(|done| matches!(done, Err(NotSaved::Changed(_))))
                .count();
            assert_eq!(told, 2);
        }
    }

    #[test]
    fn a_text_that_could_not_be_read_again_is_not_written() {
        let home = Home::new();
        assert!(home.refused(&"x".repeat((8 << 20) + 1)).contains("larger than 8 MB"));
        fs::write(home.file(), b"\xff").unwrap();
        assert_eq!(home.refused("new"), "the text is not valid UTF-8");
    }
}
