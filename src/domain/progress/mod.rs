//! What follows from practice: how ready a category is and why, what to ask next, how it went over time.

pub mod advice;
pub mod coverage;
pub mod evidence;
pub mod feedback_signal;
pub mod prediction;
pub mod readiness;
pub mod reason;
pub mod schedule;
pub mod score;
pub mod selection;
mod set_cover;
pub mod shares;
pub mod standing;
pub mod trend;
pub mod versions_told;
