//! Greenroom: rehearse behavioral-interview answers in the terminal.

#[macro_use]
mod listed;

pub mod app;
pub mod check;
pub mod cli;
pub mod domain;
pub mod export;
pub mod import;
pub mod keys;
pub mod markup;
pub mod report;
pub mod runtime;
pub mod store;
pub mod text;
pub mod ui;
