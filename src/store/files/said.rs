//! A reason in words a person can act on, carried in an error of the system.

use std::io;
use std::path::Path;

/// The words.
#[derive(Debug)]
pub(in crate::store) struct Said(pub(in crate::store) String);

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Said {}

/// An error of the same kind that says this.
pub(in crate::store) fn said(error: &io::Error, what: String) -> io::Error {
    io::Error::new(error.kind(), Said(what))
}

/// What to say of a link to a file that is not there.
pub(in crate::store) fn leads_nowhere(to: &Path) -> String {
    format!("it is a link to {}, and there is no such file", to.display())
}
