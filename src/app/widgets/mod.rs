//! What screens are made of: the editor, fields of one line, forms of a few, lists narrowed by typing, what is found by them, a row of a
//! list, how much of it is seen, and the rest keys take.

pub mod by_itself;
mod caret;
pub mod editor;
pub mod field;
pub mod filter_list;
pub mod finder;
pub mod form;
pub mod list;
pub(in crate::app) mod stepper;
pub mod viewport;
