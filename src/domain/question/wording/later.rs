//! The wordings of a library, made ready when they are first wanted, or before, on another thread.

use std::sync::{Arc, OnceLock};

use super::{Meant, Wordings};
use crate::domain::question::Question;

/// Questions, and their wordings once they are made ready. Copies share both.
#[derive(Clone, Debug, Default)]
pub struct Later(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    questions: Vec<Question>,
    wordings: OnceLock<Wordings>,
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
