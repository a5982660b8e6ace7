//! What more than one screen draws.

pub mod bars;
pub(super) mod diff;
