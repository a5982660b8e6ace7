//! How far along somebody is: whom a question suits, and as whom a person is asked.

use std::fmt;

listed! {
    /// How far along the person is whom a question suits.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Level {
        /// The word used in files.
        id,
    }
    /// Own work.
    Junior => "junior";
    /// The whole team.
    Senior => "senior";
    /// Two teams or more.
    Staff => "staff";
    /// Through people.
    Manager => "manager";
}

/// One level or several. In files: `senior`, `senior, staff`, and `all` for all four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Levels(u8);

impl Levels {
    /// All four.
    pub const ALL: Levels = Levels(0b1111);

    /// Those that are asked of somebody whose level is not known: what is asked of staff and managers only is left out.
    pub const UNTIL_KNOWN: Levels = Levels(1 << Level::Junior as u8 | 1 << Level::Senior as u8);

    /// What can be chosen in one step, the youngest first.
    pub const CHOICES: [Levels; 5] = [
        Levels::ALL,
        Levels::one(Level::Junior),
        Levels::one(Level::Senior),
        Levels::one(Level::Staff),
        Levels::one(Level::Manager),
    ];

    /// This level.
    pub const fn one(level: Level) -> Levels {
        Levels(1 << level as u8)
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Levels) -> Levels {
        Levels(self.0 | other.0)
    }

    /// Whether one of them is one of these.
    pub fn any_of(self, others: Levels) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether this level is one of them.
    pub fn has(self, level: Level) -> bool {
        self.any_of(Levels::one(level))
    }

    /// The levels, the youngest first.
    pub fn iter(self) -> impl Iterator<Item = Level> {
        Level::ALL.into_iter().filter(move |level| self.has(*level))
    }

    /// What one word names: a level, or `all`.
    pub fn from_id(id: &str) -> Option<Levels> {
        if id == "all" {
            Some(Levels::ALL)
        } else {
            Level::from_id(id).map(Levels::one)
        }
    }
}

impl fmt::Display for Levels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Levels::ALL {
            return f.write_str("all");
        }
        let words: Vec<&str> = self.iter().map(Level::id).collect();
        f.write_str(&words.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_said_by_their_words() {
        let both = Levels::one(Level::Staff).and(Levels::one(Level::Senior));
        assert_eq!(both.to_string(), "senior, staff");
        assert_eq!(
            both.and(Levels::UNTIL_KNOWN).and(Levels::one(Level::Manager)),
            Levels::ALL
        );
        assert_eq!(Levels::from_id("all"), Some(Levels::ALL));
        assert_eq!(Levels::from_id("chief"), None);
        for one in Levels::CHOICES {
            assert_eq!(Levels::from_id(&one.to_string()), Some(one));
        }
    }
}
