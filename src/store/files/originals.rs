//! The files of a folder that are read, and the copies of them that are not: one rule for every kind of file of a home.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::copied::{conflict_copy, copies, copy_of, plainness, stem};
use super::folders::files;
use super::passed_over::passed_over;
use crate::domain::problem::{Problem, Unread};

/// The files of a folder with one of these endings, each with its path as people read it. Copies made where two changes met
/// are left out and named, and so is what may have been meant to be read: see [`passed_over`]. `noun` is what one file
/// holds; folders called `known` are read elsewhere.
pub(in crate::store) fn originals(
    folder: &Path,
    shown: &str,
    endings: &[&str],
    noun: &str,
    known: &str,
) -> (Vec<(PathBuf, String)>, Vec<Problem>) {
    let (paths, mut problems) = files(folder, shown, endings);
    problems.extend(passed_over(folder, shown, endings, known));
    let (paths, more) = without_conflicts(paths, noun, |path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        format!("{shown}/{name}")
    });
    problems.extend(more);
    (paths, problems)
}

/// Files with their paths as people read them, without the copies made where two changes met, which are named.
pub(in crate::store) fn without_conflicts(
    paths: Vec<PathBuf>,
    noun: &str,
    shown: impl Fn(&Path) -> String,
) -> (Vec<(PathBuf, String)>, Vec<Problem>) {
    let named = paths.into_iter().map(|path| {
        let file = shown(&path);
        (path, file)
    });
    let (conflicts, kept): (Vec<_>, Vec<_>) =
        named.partition(|(path, _)| conflict_copy(&path.file_name().unwrap_or_default().to_string_lossy()));
    let problem = |(_, file): (PathBuf, String)| {
        let remedy = format!("Move what you want from it into the {noun}, then delete it");
        Problem::file(file, "a conflict copy, kept and not counted", remedy).leaves(Unread::Copy)
    };
    (kept, conflicts.into_iter().map(problem).collect())
}

/// Takes out of what was read of a folder the copies of others: those under a name that programs give to copies, where
/// `same` says that both are one thing. `end` is what to do once what is wanted from one was moved.
pub(in crate::store) fn drop_copies<T>(
    read: &mut Vec<T>,
    path: impl Fn(&T) -> &str,
    same: impl Fn(&T, &T) -> bool,
    end: &str,
) -> Vec<Problem> {
    let stems: Vec<&str> = read.iter().map(|one| stem(path(one))).collect();
    let plain = copies(&stems, |one, other| same(&read[one], &read[other]));
    let copies = plain.iter().enumerate().filter_map(|(n, plain)| Some((n, (*plain)?)));
    let problems = copies
        .map(|(n, plain)| copy_of(path(&read[n]), path(&read[plain]), end))
        .collect();
    let mut is_copy = plain.into_iter().map(|plain| plain.is_some());
    read.retain(|_| !is_copy.next().unwrap_or(false));
    problems
}

/// For each of so many things the one that keeps its id, by place: of those that give one id the one in the file with the
/// plainest name, and of those in one file the first.
pub(in crate::store) fn holders<'a>(
    many: usize,
    path: impl Fn(usize) -> &'a str,
    id: impl Fn(usize) -> &'a str,
) -> Vec<usize> {
    let mut holders: HashMap<&str, usize> = HashMap::with_capacity(many);
    for n in 0..many {
        let holder = holders.entry(id(n)).or_insert(n);
        if plainness(path(n)) < plainness(path(*holder)) {
            *holder = n;
        }
    }
    (0..many).map(|n| holders[id(n)]).collect()
}
