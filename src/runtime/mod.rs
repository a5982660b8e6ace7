//! Where the program meets the world: terminal, keys, signals, disk, clock.

mod bridging;
pub mod click;
pub mod clock;
pub mod disk;
pub mod editor;
pub mod effects;
mod event;
mod fail_point;
mod ground;
mod hangup;
pub mod host;
mod input;
mod joined;
pub mod run;
pub mod settle;
pub mod setup;
mod signals;
mod terminal;
mod threads;
mod watch;

pub use signals::{clear_up_on_signals, survive_full_quota};
