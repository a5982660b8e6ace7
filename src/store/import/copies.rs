//! The folder of imports: byte-for-byte copies of what was brought, and beside each what had no place.

use std::fs;
use std::path::PathBuf;

use super::notes::REST;
use crate::domain::problem::Problem;
use crate::import::Reading;
use crate::store::files::folders::entries;
use crate::store::files::limits::{read_notes, read_text};
use crate::store::files::places::Places;

/// The files of the folder, by name.
#[derive(Debug, Default)]
pub(super) struct Copies {
    folder: PathBuf,
    names: Vec<String>,
}

impl Copies {
    /// Looks at the folder.
    ///
    /// # Errors
    /// The problem, where it is there and cannot be looked at.
    pub(super) fn look(places: &Places) -> Result<Copies, Problem> {
        let folder = places.imports();
        let (entries, problems) = entries(&folder, &places.shown(&folder));
        if let Some(problem) = problems.into_iter().next() {
            return Err(problem);
        }
        let name = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = entries.iter().map(name).collect();
        names.sort_unstable();
        Ok(Copies { folder, names })
    }

    /// The copies made of files of a name, numbered or not.
    pub(super) fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.names
            .iter()
            .map(String::as_str)
            .filter(move |copy| copy_of(name, copy))
    }

    /// The remainders of files of a name: their own names.
    pub(super) fn rests_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let rest = move |one: &&str| one.strip_suffix(REST).is_some_and(|copy| copy_of(name, copy));
        self.names.iter().map(String::as_str).filter(rest)
    }

    /// The names of the copies, without the remainders beside them.
    pub(super) fn originals(&self) -> impl Iterator<Item = &str> {
        let names = self.names.iter().map(String::as_str);
        names.filter(|name| !name.ends_with(REST))
    }

    /// Whether there is a file of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.binary_search_by(|one| one.as_str().cmp(name)).is_ok()
    }

    /// The lines of a copy; none where it cannot be read.
    pub(super) fn read(&self, name: &str) -> Option<Reading> {
        let bytes = read_notes(&self.folder.join(name), name).ok()?;
        Some(Reading::unread(name, &bytes))
    }

    /// The text of a file in the folder.
    ///
    /// # Errors
    /// The problem with it.
    pub(super) fn text(&self, name: &str) -> Result<String, Problem> {
        read_text(&self.folder.join(name), &format!("imports/{name}"))
    }

    /// Whether a copy of this name has these bytes.
    pub(super) fn is(&self, copy: &str, bytes: &[u8]) -> bool {
        self.has(copy) && read_notes(&self.folder.join(copy), copy).is_ok_and(|there| there == bytes)
    }

    /// The names a copy of a file may get, the plain one first.
    pub(super) fn names(name: &str) -> impl Iterator<Item = String> {
        let (stem, ending) = parted(name);
        (1..).map(move |number| match number {
            1 => name.to_owned(),
            _ => format!("{stem}-{number}{ending}"),
        })
    }
}

/// Whether a copy has the name of a file, or that name with a number.
fn copy_of(name: &str, copy: &str) -> bool {
    let (stem, ending) = parted(name);
    let between = copy.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ending));
    let number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    between.is_some_and(|between| between.is_empty() || between.strip_prefix('-').is_some_and(number))
}

fn parted(name: &str) -> (&str, &str) {
    name.rfind('.').map_or((name, ""), |at| name.split_at(at))
}
