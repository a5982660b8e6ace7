//! Bringing a file of notes home: what it would bring, and writing it so that a second time adds nothing.

mod brought;
mod copies;
mod here;
mod look;
mod looked_through;
pub(in crate::store) mod notes;
mod plan;
mod rest;
pub(in crate::store) mod rules;
mod source;
pub(in crate::store) mod undo;
mod write;

pub use crate::import::LIMIT;
pub use brought::{Brought, brought};
pub use look::{Prepared, look};
pub use looked_through::looked_through;
pub use source::{Source, dropped, files_of};
pub use undo::{Made, Undone, undo};
pub use write::{write, write_with};

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
