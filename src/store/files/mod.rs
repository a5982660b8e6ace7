//! How files are found, read within limits, and replaced whole.

pub mod atomic;
pub(super) mod beside;
pub mod complete;
pub(super) mod copied;
pub(super) mod folders;
pub(super) mod head;
pub mod kind;
pub mod limits;
pub(super) mod lock;
pub(super) mod originals;
pub(super) mod other_keys;
pub(super) mod passed_over;
pub mod places;
pub(super) mod rewrite;
pub(super) mod said;
pub(super) mod step;
pub mod yaml;
