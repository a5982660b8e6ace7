//! Files beside the settings that are called like them.

use crate::domain::problem::{Problem, Unread};
use crate::store::files::folders::files;
use crate::store::files::places::Places;

/// A problem for each: somebody may have meant it for the settings, and nobody reads it.
pub(super) fn problems(places: &Places) -> Vec<Problem> {
    let own = places.settings();
    let (others, mut problems) = files(&places.home, ".", &["yaml", "yml"]);
    for path in others.into_iter().filter(|path| *path != own) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.contains("greenroom") {
            let what = "it is called like greenroom.yaml, and is not read";
            let remedy = "Move what you want from it into greenroom.yaml, then delete it";
            problems.push(Problem::file(places.shown(&path), what, remedy).leaves(Unread::Copy));
        }
    }
    problems
}
