//! Files to domain and back; the only layer that reads and writes files.

pub mod answers;
pub mod backup;
pub mod banks;
pub mod checked;
pub mod complete;
pub mod demo;
pub mod drafts;
pub mod intake;
mod intake_plan;
mod interner;
pub mod lenses;
pub mod limits;
pub mod load;
pub mod log;
pub mod outline;
pub mod own;
pub mod places;
pub mod save;
pub mod schema;
pub mod settings;
pub mod versions;
mod wire;
pub mod yaml;
pub mod zone;
