//! What more than one screen draws.

pub(super) mod areas;
pub mod bars;
pub(super) mod diff;
pub(super) mod filter_list;
#[allow(dead_code, reason = "not every screen draws time by it yet")]
pub(super) mod length;
pub(super) mod pane;
pub(super) mod reading;
pub(super) mod strip;
pub(super) mod text_editor;
