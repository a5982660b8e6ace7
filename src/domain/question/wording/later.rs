//! The wordings of a library, made ready when they are first wanted, or before, on another thread.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::{Meant, Wordings};
use crate::domain::question::Question;

/// Questions, and their wordings once they are made ready. Copies share both.
#[derive(Clone, Default)]
pub struct Later(Arc<Shared>);

#[derive(Default)]
struct Shared {
    questions: Vec<Question>,
    wordings: OnceLock<Wordings>,
}

impl fmt::Debug for Later {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "Later({} questions)", self.0.questions.len())
    }
}

impl Later {
    /// Over these questions.
    pub fn new(questions: Vec<Question>) -> Later {
        Later(Arc::new(Shared {
            questions,
            wordings: OnceLock::new(),
        }))
    }

    /// The questions.
    pub fn questions(&self) -> &[Question] {
        &self.0.questions
    }

    /// Their wordings; whoever asks first waits until they are ready.
    pub fn wordings(&self) -> &Wordings {
        let Shared { questions, wordings } = &*self.0;
        wordings.get_or_init(|| Wordings::new(questions))
    }

    /// The other wording a question was found by; none where it was its prompt.
    pub fn also(&self, meant: &Meant) -> Option<&str> {
        self.questions().get(meant.place)?.also.iter().nth(meant.also?)
    }
}

impl PartialEq for Later {
    fn eq(&self, other: &Later) -> bool {
        self.questions() == other.questions()
    }
}
