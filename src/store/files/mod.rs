//! How files are found, read within limits, and replaced whole.

pub mod atomic;
pub mod complete;
pub mod kind;
pub mod limits;
pub mod places;
pub mod yaml;
