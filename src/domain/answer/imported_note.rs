//! What an import could not place: kept word for word, and shown under *Notes*.

use std::sync::Arc;

/// The remainder of one imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedNote {
    /// Its file, relative to the home.
    pub path: String,
    /// The file it came from.
    pub title: String,
    /// Its text.
    pub text: Arc<str>,
}
