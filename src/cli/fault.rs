//! What is said on stderr when something could not be done.

use std::io;
use std::path::Path;

use crate::domain::problem::Problem;
use crate::store::files::limits::{reason, remedy};
use crate::text::shown::Shown;

/// What could not be done, why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What could not be done.
    pub error: String,
    /// Why.
    pub cause: String,
    /// What to do.
    pub hint: String,
}

impl Fault {
    /// A fault in three sentences.
    pub fn new(error: impl Into<String>, cause: impl Into<String>, hint: impl Into<String>) -> Fault {
        Fault {
            error: error.into(),
            cause: cause.into(),
            hint: hint.into(),
        }
    }

    /// A fault the system reported.
    pub fn io(what: &str, error: &io::Error) -> Fault {
        Fault::new(what, reason(error), remedy(error))
    }

    /// A fault the system reported of a file.
    pub fn of_file(what: &str, path: &Path, error: &io::Error) -> Fault {
        let path = path.display().to_string();
        Fault::problem(what, &Problem::file(path, reason(error), remedy(error)))
    }

    /// A fault with a file.
    pub fn problem(what: &str, problem: &Problem) -> Fault {
        Fault::new(
            what,
            format!("{}: {}", problem.place(), problem.what),
            problem.remedy.clone(),
        )
    }

    /// The three lines, harmless to a terminal.
    pub fn lines(&self) -> String {
        let shown = |text: &str| Shown::new(&text.replace('\n', " ")).to_string();
        format!(
            "error: {}\ncause: {}\nhint: {}\n",
            shown(&self.error),
            shown(&self.cause),
            shown(&self.hint)
        )
    }
}
