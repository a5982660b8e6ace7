//! Which questions a file brought when it was imported.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use super::copies::Copies;
use super::here::Here;
use super::notes::REST;
use crate::domain::answer::Answer;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::import;
use crate::store::files::limits::read_notes;
use crate::store::files::places::Places;

/// What is known of a file that was to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// The questions it asks and its answers are for; none where all of it was something else.
    Questions(HashSet<QuestionId>),
    /// No file of this name was brought; these were.
    Nothing(Vec<String>),
}

/// The questions a file brought, known by its name: those its answers are for now, and those that its copies ask, whether
/// they were new or here before.
///
/// # Errors
/// The problem with the folder of imports, or with a copy in it.
pub fn brought(places: &Places, library: &Library, file: &Path) -> Result<Brought, Problem> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let copies = Copies::look(places)?;
    let made: Vec<&Answer> = library
        .answers()
        .iter()
        .filter(|answer| source(answer) == Some(&name))
        .collect();
    let kept: Vec<&str> = copies.of(&name).filter(|copy| !copy.ends_with(REST)).collect();
    if made.is_empty() && kept.is_empty() {
        let sources = library.answers().iter().filter_map(source);
        let names: BTreeSet<&str> = sources.chain(copies.originals()).collect();
        return Ok(Brought::Nothing(names.into_iter().map(str::to_owned).collect()));
    }
    let mut ids: HashSet<QuestionId> = made.iter().flat_map(|answer| answer.questions.clone()).collect();
    let here = Here::new(library, &[], &copies);
    for copy in kept {
        let path = places.imports().join(copy);
        let bytes = read_notes(&path, &places.shown(&path))?;
        let titles = import::read(copy, &bytes)
            .items
            .into_iter()
            .filter_map(|item| item.title);
        ids.extend(titles.filter_map(|ask| here.asked(&ask)));
    }
    ids.retain(|id| library.question(id.as_str()).is_some());
    Ok(Brought::Questions(ids))
}

/// The file an answer was made of: `notes.md` of `notes.md:3-9`.
fn source(answer: &Answer) -> Option<&str> {
    let (file, _) = answer.source.as_deref()?.rsplit_once(':')?;
    Some(file)
}
