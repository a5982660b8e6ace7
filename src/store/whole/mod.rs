//! A whole home as one JSON document, and a home out of it: every file with its path and its text, byte for byte, so that
//! ids and history are the same. What the document holds is written down in `docs/export.md`.

mod bring;
mod document;
mod shape;
mod take;

pub use bring::{Arrived, bring, compare};
pub use document::{DOCUMENT_BYTES, document_in, is_document};
pub use take::{Taken, is_empty, take};

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
