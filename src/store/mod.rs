//! Files to domain and back; the only layer that reads and writes files.

pub mod answers;
pub mod backup;
pub mod banks;
pub mod complete;
pub mod demo;
pub mod drafts;
pub mod intake;
mod intake_plan;
mod interner;
mod leftovers;
pub mod limits;
pub mod load;
pub mod log;
pub mod own;
pub mod places;
pub mod retitle;
pub mod save;
pub mod settings;
pub mod trash;
mod wire;
pub mod yaml;
pub mod zone;
