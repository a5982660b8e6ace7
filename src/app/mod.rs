//! The program's state and how it changes: `update(msg, now)` answers with effects and touches nothing else.
//!
//! It knows no terminal, no file and no clock; they reach it as messages, and it reaches them as effects.

pub mod across;
pub mod attempt;
pub mod browse;
pub mod card;
pub mod context;
pub mod drill;
pub mod editor;
pub mod field;
pub mod figures;
mod find;
pub mod form;
pub mod home;
pub mod import;
pub mod interviews;
pub mod message;
mod note;
pub mod overlay;
pub mod plan;
pub mod rating;
pub mod record;
pub mod review;
pub mod saving;
pub mod settings;
pub mod setup;
pub mod sheet;
pub mod sprint;
pub mod state;
mod told;
pub mod trash;
mod typing;
pub mod update;
pub mod versions;
pub mod workbench;
mod writing;

pub use message::{Effect, Msg, Outcome};
pub use state::{App, Birth, Screen};
