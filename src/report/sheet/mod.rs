//! One page for the ten minutes before a talk: what they value, five stories, what they heard, what to keep in mind, what to
//! ask. [`Sheet::of`] says what stands on it; `plain` and `page` draw it.

mod contents;
mod page;
mod plain;
mod source;
mod stories;

pub use contents::{Sheet, Values};
pub use source::{Basis, Talk, lens, next_talk};
pub use stories::Story;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
