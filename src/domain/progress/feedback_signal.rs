//! What a real interview taught about a category.

use crate::domain::category::Category;

/// What a real interview taught, still open: it makes its category more important and is the reason for that.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackSignal {
    /// The category it is about.
    pub category: Category,
    /// In words, the company first: `Northwind: say sooner what you did yourself`.
    pub words: String,
    /// How far it takes the importance on its way to twice as much: 0 not at all, 1 all the way.
    pub weight: f64,
}
