//! What can be read whole: a question, an answer, or what an import could not place.

use super::answer::Answer;
use super::answer::imported_note::ImportedNote;
use super::question::Question;

/// What a row of a list stands for.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A question.
    Question(&'a Question),
    /// An answer.
    Answer(&'a Answer),
    /// What an import could not place.
    Note(&'a ImportedNote),
}
