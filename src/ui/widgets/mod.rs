//! What more than one screen draws.

pub mod bars;
pub(super) mod diff;
#[allow(dead_code, reason = "not every screen draws time by it yet")]
pub(super) mod length;
#[allow(dead_code, reason = "not every screen draws ratings by it yet")]
pub(super) mod strip;
