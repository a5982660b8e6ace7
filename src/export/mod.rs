//! Interviews to formats of other programs; pure, one file a format.

pub mod ics;
