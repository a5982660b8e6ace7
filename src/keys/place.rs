//! The four places, one key away from every screen outside a drill.

/// Where one is, outside a drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// What to do today.
    Today,
    /// Questions, answers and notes.
    Library,
    /// How it goes.
    Progress,
    /// Real interviews.
    Interviews,
}

impl Place {
    /// All of them, in their order.
    pub const ALL: [Place; 4] = [Place::Today, Place::Library, Place::Progress, Place::Interviews];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Place::Today => "Today",
            Place::Library => "Library",
            Place::Progress => "Progress",
            Place::Interviews => "Interviews",
        }
    }

    /// The digit that goes there, 1 to 4.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}
