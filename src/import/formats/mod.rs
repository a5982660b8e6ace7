//! Files with a shape of their own: tables, banks in JSON and YAML, journals.

mod bank;
mod columns;
pub(super) mod grid;
pub mod journal;
pub(super) mod json;
mod preamble;
pub(super) mod record;
pub(super) mod table;
pub(super) mod yaml;
