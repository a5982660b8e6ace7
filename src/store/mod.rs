//! Files to domain and back; the only layer that reads and writes files.

pub mod answers;
pub mod banks;
pub mod checked;
pub mod demo;
pub mod files;
mod forgetting_cache;
pub mod import;
pub mod interviews;
pub mod load;
pub mod log;
mod namesakes;
pub mod pages;
pub mod recovery;
pub mod settings;
pub mod whole;
pub mod zone;
