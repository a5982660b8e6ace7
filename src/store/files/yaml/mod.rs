//! Reading YAML that people write: what is wrong is said by line and takes away only itself.

mod cursor;
mod fields;
mod format;
mod keyed;
mod node;
mod page;
mod place;
mod scan;
mod steps;
mod wrong;

pub use fields::{Entry, Fields};
pub use format::FORMAT;
pub(in crate::store) use keyed::keyed;
pub use page::{Page, item_lines, strict};
pub use steps::Step;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
