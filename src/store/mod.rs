//! Files to domain and back; the only layer that reads and writes files.

pub mod answers;
pub mod backup;
pub mod banks;
pub mod complete;
pub mod demo;
pub mod document;
pub mod drafts;
pub mod front;
pub mod intake;
mod intake_plan;
mod interner;
pub mod limits;
pub mod load;
pub mod log;
pub mod own;
pub mod places;
pub mod save;
pub mod settings;
pub mod trash;
pub mod typed;
pub mod versions;
mod wire;
pub mod yaml;
pub mod zone;
