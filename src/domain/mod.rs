//! What interview practice is: values and rules, total functions, no input or output.

pub mod answer;
pub mod calendar;
pub mod category;
pub mod clock;
pub mod colours;
pub mod days;
pub mod drill;
pub mod history;
pub mod id;
pub mod import_review;
pub mod import_summary;
pub mod interview;
pub mod library;
pub mod memory;
pub mod names;
pub mod new_ids;
pub mod part;
pub mod problem;
pub mod progress;
pub mod question;
pub mod random;
pub mod rating;
pub mod redaction;
pub mod saved_file;
pub mod secret;
pub mod settings;
