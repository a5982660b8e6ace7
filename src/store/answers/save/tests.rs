use super::*;
use crate::markup::merge::merge;
use crate::store::answers::front_matter;
use crate::store::files::atomic as files;
use std::fs::File;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::PathBuf;
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
fn a_change_outside_is_told_and_saved_over_only_once_it_was_seen() {
    let home = Home::new();
    let theirs = OLD.replace("title: T", "title: Other");
    let mine = OLD.replace("two", "2");
    fs::write(home.file(), &theirs).unwrap();
    let Err(NotSaved::Changed(seen)) = home.save(&mine) else {
        unreachable!("it was changed");
    };
    assert_eq!((home.text(), &seen.text), (theirs.clone(), &theirs));
    let both = merge(OLD, &mine, &seen.text).unwrap();
    let again = theirs.replace("one", "1");
    fs::write(home.file(), &again).unwrap();
    let Err(NotSaved::Changed(second)) = save(&home.places, PATH, &seen.text, &both, NOW) else {
        unreachable!("it was changed again");
    };
    assert_eq!(home.text(), again);
    let all = merge(&seen.text, &both, &second.text).unwrap();
    save(&home.places, PATH, &second.text, &all, NOW).unwrap();
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
    let done = put_in_place(ready, &home.file(), PATH, OLD);
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
    assert!(matches!(home.save(&mine), Err(NotSaved::Changed(found)) if found.text == theirs));
    assert_eq!(merge(OLD, &mine, &theirs), None);
    let beside = keep_both(&home.places, PATH, &mine, NOW).unwrap();
    let second = keep_both(&home.places, PATH, &mine, NOW).unwrap();
    assert_ne!(beside, second);
    assert!(crate::store::files::copied::conflict_copy(&beside));
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
        front_matter::retitle(places, PATH, OLD, "New", NOW),
        front_matter::link(places, PATH, OLD, "q", NOW),
        front_matter::unlink(places, PATH, &OLD.replace("title: T", "questions: [q]"), "q", NOW),
        front_matter::set_keys(places, PATH, OLD, &[("title", None)], NOW),
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
