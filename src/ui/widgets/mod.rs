//! What more than one screen draws.

pub(super) mod areas;
pub(super) mod diff;
pub(super) mod filter_list;
pub(in crate::ui) mod form;
pub(super) mod length;
pub(super) mod pane;
pub(super) mod pieces;
pub(super) mod preview;
pub(super) mod reading;
pub(super) mod scrolled;
pub(super) mod strip;
pub(super) mod text_editor;
