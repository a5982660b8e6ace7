//! One folder a screen: its state, and what its keys do.

pub mod attempt;
pub mod browse;
pub mod card;
pub mod drill;
pub mod drill_setup;
pub mod home;
pub mod import;
pub mod interviews;
pub mod review;
pub mod sprint;
pub mod workbench;
