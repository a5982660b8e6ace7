//! Something wrong in a file: where, what, and what to do.

use std::fmt;

/// One thing wrong in one file, in words a person can act on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it is shown.
    pub path: String,
    /// The line, counted from 1; none where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// A problem with a whole file.
    pub fn file(path: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Problem {
            path: path.into(),
            line: None,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// A problem at one line of a file.
    pub fn line(path: impl Into<String>, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Problem {
            line: Some(line),
            ..Problem::file(path, what, remedy)
        }
    }

    /// The file with its line, `path:line` where there is one.
    pub fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.path),
            None => self.path.clone(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}. {}", self.place(), self.what, self.remedy)
    }
}
