//! What imports could not place: the `imports/*.rest.md` files.

use std::path::PathBuf;

use crate::domain::answer::imported_note::ImportedNote;
use crate::domain::problem::Problem;
use crate::store::files::copied::stem;
use crate::store::files::folders::files;
use crate::store::files::limits::read_text;
use crate::store::files::originals::{drop_copies, without_conflicts};
use crate::store::files::places::Places;

/// The ending of the file that holds what had no place.
pub(in crate::store) const REST: &str = ".rest.md";

/// What stands in the name of a copy of one, too.
const MARK: &str = ".rest";

/// Files of this kind that are read.
const FILES: usize = 500;

/// Bytes of one that are shown; the rest is in the file.
const BYTES: usize = 256 << 10;

/// The remainders of all imports, by file name, copies left out.
pub(in crate::store) fn load(places: &Places) -> (Vec<ImportedNote>, Vec<Problem>) {
    let mut leftovers = Vec::new();
    let folder = places.imports();
    let (paths, mut problems) = files(&folder, &places.shown(&folder), &["md"]);
    // What was imported lies here as it was, whatever its name.
    let rests = paths
        .into_iter()
        .filter(|path| stem(&path.to_string_lossy()).contains(MARK));
    let (mut rests, more) = without_conflicts(rests.collect(), "file it is a copy of", |path| places.shown(path));
    problems.extend(more);
    // Notes that were imported under the name of a copy have a remainder of their own.
    let made = |shown: &str| {
        shown
            .strip_suffix(REST)
            .is_some_and(|source| places.home.join(source).exists())
    };
    let same = |(_, one): &(PathBuf, String), _: &(PathBuf, String)| !made(one);
    let end = "then delete it";
    problems.extend(drop_copies(&mut rests, |(_, shown)| shown, same, end));
    for (path, shown) in rests.into_iter().filter(|(_, shown)| shown.ends_with(REST)).take(FILES) {
        match read_text(&path, &shown) {
            Ok(text) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                leftovers.push(ImportedNote {
                    title: name.trim_end_matches(REST).to_owned(),
                    text: bounded(text).into(),
                    path: shown,
                });
            }
            Err(problem) => problems.push(problem),
        }
    }
    (leftovers, problems)
}

fn bounded(mut text: String) -> String {
    if text.len() > BYTES {
        let end = (0..=BYTES).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
        text.push_str("…\n\nThe rest is in the file.\n");
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::store::files::atomic::write_new;

    #[test]
    fn only_remainders_are_read_and_long_ones_are_cut_between_characters() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        assert_eq!(load(&places), (Vec::new(), Vec::new()));
        write_new(&places.imports().join("notes.md"), b"a copy").unwrap();
        write_new(&places.imports().join("notes.md.rest.md"), b"# What had no place\n").unwrap();
        write_new(&places.imports().join("z.txt.rest.md"), "é".repeat(BYTES).as_bytes()).unwrap();
        let (leftovers, problems) = load(&places);
        assert_eq!(problems, []);
        assert_eq!(
            leftovers
                .iter()
                .map(|l| (l.title.as_str(), l.path.as_str()))
                .collect::<Vec<_>>(),
            [
                ("notes.md", "imports/notes.md.rest.md"),
                ("z.txt", "imports/z.txt.rest.md")
            ]
        );
        assert!(leftovers[1].text.ends_with("The rest is in the file.\n"));
        assert!(leftovers[1].text.len() < BYTES + 64);
    }

    #[test]
    fn a_copy_of_a_remainder_is_named_and_the_remainder_of_notes_called_like_a_copy_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        for name in [
            "notes.md",
            "notes.md.rest.md",
            "notes.md.rest (1).md",
            "notes.md.rest.sync-conflict-20261128-100000-ABCDEFG.md",
            "Copy of notes.md.rest.md",
            "notes (1).md",
            "notes (1).md.rest.md",
            "Kopie von notes.md",
            "Kopie von notes.md.rest.md",
        ] {
            write_new(&places.imports().join(name), b"x").unwrap();
        }
        let (leftovers, problems) = load(&places);
        let titles: Vec<&str> = leftovers.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, ["Kopie von notes.md", "notes (1).md", "notes.md"]);
        let mut copies: Vec<&str> = problems.iter().map(|one| one.path.as_str()).collect();
        copies.sort_unstable();
        assert_eq!(
            copies,
            [
                "imports/Copy of notes.md.rest.md",
                "imports/notes.md.rest (1).md",
                "imports/notes.md.rest.sync-conflict-20261128-100000-ABCDEFG.md"
            ]
        );
    }
}
