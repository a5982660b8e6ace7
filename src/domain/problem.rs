//! Something wrong in a file: where, what, what to do, and how much of the file is unread because of it.

use std::fmt;

/// How much of what a file says is unread because of a problem, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Nothing: all of it is used, and the problem is only odd.
    Nothing,
    /// The whole file, which is a copy of one that is read.
    Copy,
    /// A key, an entry or a line.
    Part,
    /// The whole file, or a whole folder.
    Whole,
}

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
    /// How much is unread because of it. Whoever makes a problem says so where it is less than it looks.
    pub unread: Unread,
    /// The key it is about; none where it may be about any.
    pub key: Option<String>,
}

impl Problem {
    /// A problem with a whole file, of which nothing is read.
    pub fn file(path: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Problem {
            path: path.into(),
            line: None,
            what: what.into(),
            remedy: remedy.into(),
            unread: Unread::Whole,
            key: None,
        }
    }

    /// A problem at one line of a file, because of which a part of the file is not read.
    pub fn line(path: impl Into<String>, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Problem {
            line: Some(line),
            unread: Unread::Part,
            ..Problem::file(path, what, remedy)
        }
    }

    /// The same, where so much is unread.
    #[must_use]
    pub fn leaves(self, unread: Unread) -> Self {
        Problem { unread, ..self }
    }

    /// The same about one key of the file.
    #[must_use]
    pub fn about(self, key: impl Into<String>) -> Self {
        Problem {
            key: Some(key.into()),
            ..self
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
