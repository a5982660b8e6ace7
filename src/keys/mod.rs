//! Keys, what a person can ask for, and the one table that ties them together.

pub mod action;
pub mod bindings;
pub mod context;
pub mod key;
pub mod place;
pub mod resolve;
mod synonyms;
