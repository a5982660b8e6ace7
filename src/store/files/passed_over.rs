//! What lies in a folder of the home and is not read, though somebody may have meant it to be.

use std::fs::DirEntry;
use std::path::Path;

use super::folders::{entries, files, hidden};
use crate::domain::problem::{Problem, Unread};

/// Endings that are other names of the one that is read: whoever writes them means the same.
const SAME: [&str; 4] = ["md", "markdown", "mdown", "mkd"];

/// Endings of other texts.
const OTHER: [&str; 6] = ["txt", "text", "mdx", "org", "rst", "json"];

/// A problem for each file whose ending says that it is a text of another kind, and for each folder with files of the kind
/// that is read: those of `endings`. Folders called `known` are read elsewhere.
pub(in crate::store) fn passed_over(folder: &Path, shown: &str, endings: &[&str], known: &str) -> Vec<Problem> {
    let (all, _) = entries(folder, shown);
    let seen = all.iter().filter(|entry| !hidden(entry) && entry.file_name() != known);
    let odd = seen.filter_map(|entry| problem(entry, shown, endings));
    let read = |name: &str| {
        Path::new(name)
            .extension()
            .is_some_and(|own| endings.iter().any(|one| own == *one))
    };
    let away = all.iter().filter_map(elsewhere).filter(|name| read(name));
    odd.chain(away.map(|name| not_here(format!("{shown}/{name}"))))
        .collect()
}

/// The name of the file that an entry stands for which iCloud has taken off this machine.
pub(in crate::store) fn elsewhere(entry: &DirEntry) -> Option<String> {
    let name = entry.file_name().into_string().ok()?;
    name.strip_prefix('.')?.strip_suffix(".icloud").map(str::to_owned)
}

/// The problem of such a file.
pub(in crate::store) fn not_here(shown: String) -> Problem {
    let what = "iCloud keeps it, and it is not on this machine";
    Problem::file(shown, what, "Open it in the Finder once, so that it is fetched")
}

fn problem(entry: &DirEntry, shown: &str, endings: &[&str]) -> Option<Problem> {
    let path = entry.path();
    let name = entry.file_name().to_string_lossy().into_owned();
    let file = format!("{shown}/{name}");
    if path.is_dir() {
        let (below, _) = files(&path, &file, endings);
        let problem = || {
            let remedy = format!("Move what should be read up into {shown}");
            Problem::file(file, "files in folders below are not read", remedy).leaves(Unread::Nothing)
        };
        return (!below.is_empty()).then(problem);
    }
    let ending = path.extension()?.to_string_lossy().into_owned();
    let low = ending.to_lowercase();
    if endings.contains(&ending.as_str()) {
        return None;
    }
    let same = endings.contains(&low.as_str()) || SAME.contains(&endings[0]) && SAME.contains(&low.as_str());
    if !same && !OTHER.contains(&low.as_str()) {
        return None;
    }
    let what = format!("only files that end in .{} are read here", endings.join(" or ."));
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let remedy = format!("Call it {stem}.{} to have it read", endings[0]);
    let unread = if same { Unread::Whole } else { Unread::Nothing };
    Some(Problem::file(file, what, remedy).leaves(unread))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_may_have_been_meant_to_be_read_is_named_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "a.md",
            "b.MD",
            "c.markdown",
            "d.txt",
            "e.png",
            ".f.txt",
            ".k.md.icloud",
            ".l.png.icloud",
            "sub/g.md",
            "pictures/h.png",
            "lenses/i.md",
        ] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let problems = passed_over(folder.path(), "answers", &["md"], "lenses");
        let mut told: Vec<_> = problems.iter().map(|one| (one.path.as_str(), one.unread)).collect();
        told.sort_unstable();
        let wanted = [
            ("answers/b.MD", Unread::Whole),
            ("answers/c.markdown", Unread::Whole),
            ("answers/d.txt", Unread::Nothing),
            ("answers/k.md", Unread::Whole),
            ("answers/sub", Unread::Nothing),
        ];
        assert_eq!(told, wanted);
    }
}
