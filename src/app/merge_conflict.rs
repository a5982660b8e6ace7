//! A file that was changed here and elsewhere, and what may become of it.

use crate::domain::saved_file::DraftOf;
use crate::markup::diff::{Line, difference};
use crate::markup::merge::merge;

/// The file changed while it was edited here; nothing is written until somebody says how.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeConflict {
    /// The file, relative to the home.
    pub path: String,
    /// What the disk has now.
    pub theirs: String,
    /// Both changes in one text, where they do not touch the same place.
    pub merged: Option<String>,
    /// The difference from what is typed here to what would be taken: the merged text, else theirs.
    pub lines: Vec<Line>,
    /// The first row shown.
    pub scroll: usize,
    /// The whole file of an interview as it was to be.
    pub(in crate::app) mine: Option<Whole>,
}

/// The whole file of an interview as it was to be.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Whole {
    /// Its text.
    pub(in crate::app) text: String,
    /// Whether its debrief is in it.
    pub(in crate::app) debrief: bool,
    /// The form whose text is in it.
    pub(in crate::app) form: Option<DraftOf>,
}

impl MergeConflict {
    /// What came of one file that was changed here and elsewhere.
    pub(in crate::app) fn new(path: String, base: &str, mine: &str, theirs: String) -> MergeConflict {
        let merged = merge(base, mine, &theirs);
        let lines = difference(mine, merged.as_deref().unwrap_or(&theirs));
        MergeConflict {
            path,
            theirs,
            merged,
            lines,
            scroll: 0,
            mine: None,
        }
    }
}

/// What becomes of two changes that met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Both in one, as shown.
    Take,
    /// What is typed here.
    Mine,
    /// What the disk has.
    Theirs,
    /// Both texts in the editor.
    Both,
    /// The file as it is, and mine beside it.
    KeepFiles,
}
