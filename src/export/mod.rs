//! Interviews, answers and attempts to formats of other programs; pure, one file a format.

pub mod anki;
pub mod answers;
pub mod attempts;
pub mod ics;
