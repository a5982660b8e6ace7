//! What a home is made of, and which paths are of one.

use std::path::{Component, Path, PathBuf};

/// What stands in a home, beside its files at the top.
pub(super) const FOLDERS: [&str; 5] = ["questions", "answers", "interviews", "log", "imports"];

/// How many names a path has at most.
pub(super) const DEPTH: usize = 6;

/// Whether a file at the top of a home is of it: the settings, what stands beside them under a name like theirs, the
/// colours.
pub(super) fn at_the_top(name: &str) -> bool {
    let settings = name
        .strip_suffix(".yaml")
        .is_some_and(|name| name.starts_with("greenroom"));
    settings || name == "theme.yaml"
}

/// A path of a home: relative, nothing in it leads out, and its first name is one a home has.
pub(super) fn inside(path: &str) -> Option<PathBuf> {
    let plain = |name: &str| !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', ':', '\0']);
    let parts: Vec<&str> = path.split('/').collect();
    let only = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let known = match parts.as_slice() {
        [top] => at_the_top(top),
        [folder, ..] => FOLDERS.contains(folder) && parts.len() <= DEPTH,
        [] => false,
    };
    (known && only && parts.iter().all(|name| plain(name))).then(|| PathBuf::from(path))
}
