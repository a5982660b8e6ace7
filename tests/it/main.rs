//! The program from outside, as people and scripts meet it: one binary for all integration tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failing test should stop at the place"
)]

mod accents;
mod architecture;
mod attack;
mod bringing;
mod browse;
mod by_itself;
#[cfg(unix)]
mod checking;
mod cli;
mod copies;
mod day_starts;
#[cfg(unix)]
mod disk;
mod docs;
mod drills;
#[cfg(unix)]
mod editor;
mod findings_live;
mod five_days;
mod footers;
mod forms;
mod frame;
#[cfg(unix)]
mod hostile;
mod interview_commands;
#[cfg(unix)]
mod interviews;
mod kept;
mod leaving;
mod linking;
mod lists;
mod looking_through;
mod mouse;
mod naming_parts;
#[cfg(unix)]
mod outside;
mod picking;
mod pictures;
mod places;
#[cfg(unix)]
mod printing;
#[cfg(unix)]
mod private;
mod pty;
#[cfg(unix)]
mod refused;
mod report;
mod review;
mod rules;
mod saving;
mod screens;
mod session;
#[cfg(unix)]
mod slow;
mod sprint;
mod support;
mod taking;
mod typing;
mod unread;
#[cfg(unix)]
mod unread_everywhere;
#[cfg(unix)]
mod unread_folders;
#[cfg(unix)]
mod windows;
mod wordings;
mod workbench;
mod writing;
