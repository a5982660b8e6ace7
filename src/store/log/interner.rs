//! One copy of each text that a log says again and again.

use std::sync::Arc;

use foldhash::HashMap;

/// Shares the texts that come again and again.
#[derive(Default)]
pub(in crate::store) struct Interner(HashMap<Box<str>, Arc<str>>);

impl Interner {
    /// The shared copy of a text.
    pub(in crate::store) fn get(&mut self, text: &str) -> Arc<str> {
        if let Some(shared) = self.0.get(text) {
            return shared.clone();
        }
        let shared: Arc<str> = Arc::from(text);
        self.0.insert(Box::from(text), shared.clone());
        shared
    }
}
