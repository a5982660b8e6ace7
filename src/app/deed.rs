//! Changes of files as they are asked for: whoever asks names what is to be, not the text of the file.

use std::sync::Arc;

use jiff::civil::Date;

use super::forms::Filled;
use super::interview_entry::Entered;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::interview::debrief::Debrief;
use crate::domain::interview::edit::Change;

/// A change of a file as it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// An answer is saved as it is typed then.
    Answer(AnswerId),
    /// An answer gets another title.
    Retitle {
        /// Its file.
        path: String,
        /// The title.
        title: String,
    },
    /// An answer is linked to a question, or not any more.
    Link {
        /// The answer.
        answer: AnswerId,
        /// The question.
        question: QuestionId,
        /// Whether they are to be linked.
        link: bool,
    },
    /// An interview is changed.
    Interview {
        /// Its file.
        path: String,
        /// What is changed.
        changes: Vec<Change>,
        /// What to say when it is saved.
        said: String,
    },
    /// What is to be done better is ticked, or not any more, whichever it is not then.
    Tick {
        /// The interview's file.
        path: String,
        /// Its place among the lines of the file.
        place: usize,
        /// Its words.
        words: String,
    },
    /// A form about an interview is taken.
    Entered {
        /// What is typed into it.
        entry: Entered,
        /// The form, for its draft.
        filled: Filled,
    },
    /// A debrief is written into the file of its interview.
    Debrief {
        /// The interview's file.
        path: String,
        /// What is written.
        written: Box<Debrief>,
        /// The day of the round.
        day: Date,
    },
    /// An interview is saved whole over what was shown of it.
    Whole {
        /// Its file.
        path: String,
        /// What was shown.
        base: Arc<str>,
        /// The file as it is to be.
        text: String,
        /// What to say when it is saved.
        said: &'static str,
        /// Whether its debrief is in it.
        debrief: bool,
    },
}

/// What is done once everything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The workbench is left.
    Back,
    /// The program ends.
    Quit,
}
