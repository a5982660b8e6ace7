//! Where the program meets the world: terminal, keys, signals, disk, clock.

pub mod clock;
pub mod editor;
pub mod effects;
mod hangup;
mod input;
mod journal;
mod keeper;
mod mishap;
pub mod run;
mod signals;
pub mod stage;
mod terminal;
mod threads;
pub mod worker;

pub use signals::survive_full_quota;
