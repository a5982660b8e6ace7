//! Text on its way to the screen: made harmless, measured, wrapped, and times in words.

pub mod fold;
pub mod legal_forms;
pub mod line_ends;
pub mod nearest;
pub mod search;
pub mod shown;
pub mod time;
pub mod words;
pub mod wrap;
