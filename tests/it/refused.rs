//! Saving an open answer where the disk has its own mind: the file gets the new text or keeps the old one, and what was
//! typed is never lost.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::disk::SmallDisk;
use crate::support::pty::Pty;
use crate::support::{GREENROOM, TestEnvironment, files};

const ANSWER: &str = "---\nid: k7m2qx\ntitle: The heron\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\nit stood still\n";

/// Somebody without rights of their own.
const NOBODY: u32 = 65534;

fn changed() -> String {
    ANSWER.replace("it stood", "new words it stood")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Opens the answer, types, and asks to save.
fn save(pty: &mut Pty) -> &mut Pty {
    pty.wait("typing");
    pty.send("new words ").wait("new words it").keys("ctrl-s")
}

/// What was typed is on the screen and in a draft, and nothing half written lies about.
fn nothing_is_lost(env: &TestEnvironment, pty: &mut Pty) {
    pty.wait("not saved").wait("new words it stood");
    pty.wait_for("a draft", || env.drafted("new words it stood"));
    // One that is being written is gone in a moment; one that was left behind stays.
    pty.wait_for("no file half written", || half_written(env).is_empty());
}

fn half_written(env: &TestEnvironment) -> Vec<PathBuf> {
    let mut files = files(&env.path(""));
    files.retain(|path| path.to_string_lossy().contains(".greenroom-"));
    files
}

/// An answer of the home that is a link to a file elsewhere.
fn linked(env: &TestEnvironment) -> (PathBuf, PathBuf) {
    let there = env.path("elsewhere/heron.md");
    fs::create_dir_all(there.parent().unwrap()).unwrap();
    fs::write(&there, ANSWER).unwrap();
    let link = env.home().join("answers/heron.md");
    fs::create_dir_all(link.parent().unwrap()).unwrap();
    symlink(&there, &link).unwrap();
    (link, there)
}

#[test]
fn through_a_link_the_file_it_leads_to_is_saved_and_the_link_stays() {
    let env = TestEnvironment::new();
    let (link, there) = linked(&env);
    fs::set_permissions(&there, fs::Permissions::from_mode(0o640)).unwrap();
    let mut pty = env.pty(&["edit", "The heron"]);
    save(&mut pty)
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!(text(&there), changed());
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(there.metadata().unwrap().mode() & 0o777, 0o640);
    assert_eq!(half_written(&env), [] as [PathBuf; 0]);
}

#[test]
fn a_link_that_came_to_lead_nowhere_is_said_and_saved_once_it_leads_somewhere() {
    let env = TestEnvironment::new();
    let (link, there) = linked(&env);
    let mut pty = env.pty(&["edit", "The heron"]);
    pty.wait("typing");
    fs::rename(&there, there.with_extension("away")).unwrap();
    save(&mut pty).wait("Not saved: answers/heron.md: it is a link to");
    nothing_is_lost(&env, &mut pty);
    assert!(!there.exists() && link.symlink_metadata().unwrap().is_symlink());
    fs::rename(there.with_extension("away"), &there).unwrap();
    pty.keys("ctrl-s")
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!(text(&there), changed());
}

#[test]
fn a_file_with_two_names_keeps_both() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = env.home().join("answers/heron.md");
    let other = env.path("another name.md");
    fs::hard_link(&path, &other).unwrap();
    let mut pty = env.pty(&["edit", "The heron"]);
    save(&mut pty)
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!((text(&path), text(&other)), (changed(), changed()));
    assert_eq!(path.metadata().unwrap().ino(), other.metadata().unwrap().ino());
    assert_eq!(half_written(&env), [] as [PathBuf; 0]);
}

#[test]
fn a_read_only_file_is_left_as_it_is() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let path = env.home().join("answers/heron.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let mut pty = env.pty(&["edit", "The heron"]);
    save(&mut pty).wait("Not saved: answers/heron.md: the file is read-only");
    nothing_is_lost(&env, &mut pty);
    assert_eq!(text(&path), ANSWER);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    pty.keys("ctrl-s")
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!(text(&path), changed());
}

#[test]
fn a_folder_that_cannot_be_written_to_is_said() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let folder = env.home().join("answers");
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    let arguments = env.arguments(&["edit", "The heron"]);
    let Some(mut command) = ordinary(&env) else {
        return;
    };
    command.extend(arguments);
    mode(0o555);
    let mut pty = env.pty_of(&command, &[]);
    save(&mut pty).wait("Not saved: answers/heron.md: its folder cannot be written to, permission denied");
    nothing_is_lost(&env, &mut pty);
    assert_eq!(text(&folder.join("heron.md")), ANSWER);
    mode(0o755);
    pty.keys("ctrl-s")
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!(text(&folder.join("heron.md")), changed());
}

/// The program as somebody whom rights bind; nothing where we are the system's owner and cannot become another.
fn ordinary(env: &TestEnvironment) -> Option<Vec<String>> {
    if !rustix::process::geteuid().is_root() {
        return Some(vec![GREENROOM.to_owned()]);
    }
    let become_one = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let runs = Command::new(become_one[0])
        .args(&become_one[1..])
        .arg(GREENROOM)
        .arg("--version")
        .output();
    if !runs.is_ok_and(|output| output.status.success()) {
        return None;
    }
    let folders = [env.path(""), env.home(), env.home().join("answers")];
    for path in folders.into_iter().chain(files(&env.path(""))) {
        chown(&path, Some(NOBODY), Some(NOBODY)).ok()?;
    }
    Some(become_one.into_iter().chain([GREENROOM]).map(str::to_owned).collect())
}

#[test]
fn a_full_disk_is_said_and_the_text_saved_once_there_is_room() {
    let env = TestEnvironment::new();
    let Some(disk) = SmallDisk::mount(&env.home()) else {
        return;
    };
    env.write("answers/heron.md", ANSWER);
    let path = env.home().join("answers/heron.md");
    let filler = env.home().join("filler");
    assert!(fs::write(&filler, vec![0; 1 << 20]).is_err());
    let mut pty = env.pty(&["edit", "The heron"]);
    save(&mut pty).wait("Not saved: answers/heron.md: the disk is full");
    nothing_is_lost(&env, &mut pty);
    assert_eq!(text(&path), ANSWER);
    fs::remove_file(filler).unwrap();
    pty.keys("ctrl-s")
        .wait("Saved as answers/heron.md")
        .keys("ctrl-c")
        .leaves(0);
    assert_eq!(text(&path), changed());
    drop(disk);
}

#[test]
fn a_limit_on_file_sizes_is_said_and_the_text_stays_on_the_screen() {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", ANSWER);
    let mut pty = env.pty_in_shell("ulimit -f 0; exec \"$@\"", &["edit", "The heron"]);
    save(&mut pty).wait("Not saved: answers/heron.md: a limit on file size was reached");
    pty.wait("not saved").wait("new words it stood");
    assert_eq!(text(&env.home().join("answers/heron.md")), ANSWER);
    pty.wait_for("no file half written", || half_written(&env).is_empty());
    pty.keys("esc")
        .wait("reading")
        .keys("esc")
        .wait("Leave without saving?")
        .keys("n")
        .wait("new words");
    pty.keys("ctrl-c").leaves(0);
}
