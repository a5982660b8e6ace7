//! Text that people edit by hand, changed without losing a byte: front matter, lists, scalars, lines, merges.
//!
//! A leaf: it knows no interview practice and no file.

pub mod closed;
pub mod diff;
pub mod document;
mod entries;
mod front_matter;
pub mod lines;
mod lists;
pub mod loose;
pub mod markdown;
pub mod merge;

pub mod scalar;
