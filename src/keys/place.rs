//! The four places, one key away from every screen outside a drill.

listed! {
    /// Where one is, outside a drill.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Place {
        /// Its name.
        name,
    }
    /// What to do today.
    Today => "Today";
    /// Questions, answers and notes.
    Library => "Library";
    /// How it goes.
    Progress => "Progress";
    /// Real interviews.
    Interviews => "Interviews";
}

impl Place {
    /// The digit that goes there, 1 to 4.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}
