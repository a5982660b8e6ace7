//! What a person can say of how notes were read, as data: a screen and a script say the same.

mod correction;
mod looked_through;
mod offer;
mod script;

pub use correction::{Asked, Choice, Correction, Holds, Is, Reach, Says, ShapeRule};
pub use looked_through::{Becomes, Doubtful, LookedThrough, NamedColumn, corrected};
pub use offer::offered;
pub use script::{part_from_word, part_word, script};
