//! How files are found, read within limits, and replaced whole.

pub mod atomic;
pub(super) mod beside;
pub mod complete;
pub(super) mod folders;
pub mod kind;
pub mod limits;
pub(super) mod lock;
pub(super) mod other_keys;
pub mod places;
pub(super) mod rewrite;
pub(super) mod said;
pub mod yaml;
