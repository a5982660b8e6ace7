//! A heading of notes: where it stands, what it says, how deep it goes.

/// A heading.
#[derive(Clone, Debug)]
pub(in crate::import) struct Head {
    /// Its first line; lines are counted from 0 here.
    pub(in crate::import) line: usize,
    /// The line after its last one: an underline belongs to it.
    pub(in crate::import) end: usize,
    /// What it says.
    pub(in crate::import) title: String,
    /// How deep it stands; less is further out.
    pub(in crate::import) level: usize,
}
