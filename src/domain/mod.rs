//! What interview practice is: values and rules, total functions, no input or output.

pub mod answer;
pub mod attempt;
pub mod category;
pub mod dangling;
pub mod drill;
pub mod event;
pub mod history;
pub mod id;
pub mod intake;
pub mod leftover;
pub mod library;
pub mod moment;
pub mod need;
pub mod part;
pub mod pick;
pub mod plan;
pub mod probe;
pub mod problem;
pub mod question;
pub mod rating;
pub mod search;
pub mod settings;
pub mod telling;
pub mod unfinished;
