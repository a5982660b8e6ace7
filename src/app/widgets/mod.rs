//! What is typed into: the editor, and fields of one line.

pub mod editor;
pub mod field;
pub mod list;
