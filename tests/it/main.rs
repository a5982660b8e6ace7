//! Everything that is tested from outside, in one binary.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing test should stop at the place"
)]

mod architecture;
mod browse;
mod docs;
mod drills;
mod screens;
mod session;
