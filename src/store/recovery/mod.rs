//! What brings text back: drafts, earlier versions, the trash, backups.

pub mod backup;
pub mod drafts;
pub mod trash;
pub mod versions;
