//! The program's state and how it changes: `update(msg, now)` answers with effects and touches nothing else.
//!
//! It knows no terminal, no file and no clock; they reach it as messages, and it reaches them as effects.

#[macro_use]
pub mod context;
mod answers;
pub mod confirmation;
pub mod conflicts;
pub mod deed;
mod drafts;
pub mod drill_request;
pub mod effect;
pub mod footer;
pub mod forms;
pub mod hit;
pub mod interview_entry;
mod left_drafts;
pub mod merge_conflict;
pub mod message;
mod navigation;
pub mod notice;
pub mod outbox;
pub mod overlays;
pub mod overview;
pub mod planning;
mod put_aside;
pub mod request;
pub mod route;
pub mod screens;
pub mod startup;
pub mod state;
pub mod unfinished_debrief;
pub mod unsaved;
pub mod update;
pub mod widgets;
pub mod workspace;
pub mod writes;

pub use self::effect::{DiskEffect, Effect, TerminalEffect};
pub use self::message::{Msg, Outcome};
pub use self::startup::Startup;
pub use self::state::App;
