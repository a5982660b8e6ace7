//! What lies in a home under a name like one that is read there, and is not: somebody may have meant it.

use std::fs::{self, DirEntry};
use std::path::Path;

use super::files::copied::{conflict_copy, copies};
use super::files::folders::{entries, hidden};
use super::files::passed_over::{elsewhere, not_here};
use super::files::places::Places;
use crate::domain::problem::{Problem, Unread};
use crate::text::fold::fold;

/// The folders of a home that hold what a person wrote or practised.
const FOLDERS: [&str; 5] = ["answers", "imports", "interviews", "log", "questions"];

/// The file of the settings.
const SETTINGS: &str = "greenroom.yaml";

/// A problem for each.
pub(super) fn problems(places: &Places) -> Vec<Problem> {
    let (all, mut problems) = entries(&places.home, ".");
    let mut seen: Vec<&DirEntry> = all.iter().filter(|entry| !hidden(entry)).collect();
    seen.sort_by_key(|entry| entry.file_name());
    problems.extend(seen.into_iter().filter_map(|entry| problem(&places.home, entry)));
    let known = |name: &String| name == SETTINGS || FOLDERS.contains(&name.as_str());
    problems.extend(all.iter().filter_map(elsewhere).filter(known).map(not_here));
    problems
}

fn problem(home: &Path, entry: &DirEntry) -> Option<Problem> {
    let path = entry.path();
    let name = entry.file_name().to_string_lossy().into_owned();
    let like = folder_like(&name).filter(|_| path.is_dir());
    let like = like.or_else(|| settings_like(&name).then_some(SETTINGS))?;
    // Where case makes no difference it may be the very one that is read.
    let real = |path: &Path| fs::canonicalize(path).ok();
    if name == like || real(&path).is_some_and(|path| real(&home.join(like)) == Some(path)) {
        return None;
    }
    let what = format!("it is called like {like}, and is not read");
    let remedy = format!("Move what you want from it into {like}, then delete it");
    Some(Problem::file(name, what, remedy).leaves(Unread::Copy))
}

/// The folder that one of this name may have been meant for or made from. A year behind it is the person's own.
fn folder_like(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let year = folded
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4);
    let copy_of = |known: &str| {
        let met = conflict_copy(name) && folded.starts_with(known);
        folded == known || met || !year && copies(&[name, known], |_, _| true)[0].is_some()
    };
    FOLDERS.into_iter().find(|known| copy_of(known))
}

/// Whether a file of this name may have been meant for the settings.
fn settings_like(name: &str) -> bool {
    let name = fold(name);
    let ends = |endings: &[&str]| {
        name.rsplit_once('.')
            .is_some_and(|(_, ending)| endings.contains(&ending))
    };
    let whole = name.contains("greenroom.y");
    ends(&["yaml", "yml"]) && name.contains("greenroom") || ends(&["txt", "json"]) && whole
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_like_the_settings_or_a_folder_of_the_home_is_named_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let make = |names: &[&str], file: bool| {
            for name in names {
                let path = places.home.join(name);
                fs::create_dir_all(if file { &places.home } else { &path }).unwrap();
                if file {
                    fs::write(path, "").unwrap();
                }
            }
        };
        let files = [
            "Copy of greenroom.yaml",
            "Greenroom.yml",
            "greenroom (1).yaml",
            "greenroom.YAML",
            "greenroom.sync-conflict-20261101-101010-ABCDEFG.yaml",
            "greenroom.yaml.txt",
        ];
        let folders = [
            "Interviews",
            "answers (Case Conflict)",
            "answers 2",
            "log - Copy",
            "questions (1)",
            "questions (Ana's conflicted copy 2026-11-28)",
        ];
        make(&files, true);
        make(&folders, false);
        make(
            &[
                "greenroom.yaml",
                "greenroom.yaml~",
                "greenroom.txt",
                "notes.yaml",
                "log.txt",
                ".greenroom.yaml.swp",
                ".a.yaml.icloud",
            ],
            true,
        );
        make(
            &[
                "answers",
                "questions",
                "audio",
                "old answers",
                "answers-of-others",
                "interviews 2024",
                "greenroom",
            ],
            false,
        );
        let told: Vec<String> = problems(&places).into_iter().map(|problem| problem.path).collect();
        let mut wanted: Vec<&str> = files.into_iter().chain(folders).collect();
        wanted.sort_unstable();
        assert_eq!(told, wanted);
    }
}
