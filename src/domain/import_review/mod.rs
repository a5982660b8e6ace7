//! What a person can say of how notes were read, as data: a screen and a script say the same.

mod correction;
mod looked_through;
mod script;

pub use correction::{Choice, Correction, Holds, Is, Reach, ShapeRule};
pub use looked_through::{Becomes, LookedThrough, NamedColumn, corrected};
pub use script::script;
