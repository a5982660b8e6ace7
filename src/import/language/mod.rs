//! What words say: a question, a heading, the name of a part, who speaks.

pub(super) mod asks;
pub(super) mod called;
pub mod category;
pub(super) mod headings;
pub(super) mod labels;
pub(super) mod legend;
pub(super) mod marks;
pub(super) mod starters;
pub(super) mod vocabulary;
pub(super) mod voice;
pub(super) mod whom;
