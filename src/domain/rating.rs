//! How an attempt went, in four words, and the five dimensions of it.

listed! {
    /// How an answer went. Always shown with its word, never as a bare number.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Rating {
        /// Its word.
        word,
        /// What the word means, as it stands beside the choice.
        sentence,
    }
    Froze = 1 => "froze", "no story came, or you lost the thread";
    Rough = 2 => "rough", "you got there, but would not want it heard";
    Solid = 3 => "solid", "clear, in time, with a result";
    Strong = 4 => "strong", "you would tell it tomorrow just like this";
}

impl Rating {
    /// Its number, 1 to 4.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The rating with this number.
    pub fn from_number(number: u8) -> Option<Rating> {
        Rating::ALL.into_iter().find(|rating| rating.number() == number)
    }

    /// How high it stands in a strip: the height is how well it went.
    pub fn height(self) -> char {
        match self {
            Rating::Froze => '▁',
            Rating::Rough => '▃',
            Rating::Solid => '▅',
            Rating::Strong => '▇',
        }
    }
}

/// Ratings as one strip of heights, in their order.
pub fn strip(ratings: &[Rating]) -> String {
    ratings.iter().map(|rating| rating.height()).collect()
}

listed! {
    /// One side of how an answer went.
    pub enum Dimension {
        /// The key in files and lists.
        id,
        /// The words on the screen.
        label,
        /// What is asked of the speaker.
        sentence,
    }
    Structure => "structure", "structure", "a listener could follow it";
    OwnPart => "own_part", "own part", "what you did yourself was clear";
    Evidence => "evidence", "evidence", "numbers and facts carried it";
    Fit => "fit", "fit", "it answered what was asked";
    Reflection => "reflection", "reflection", "it said what you learned";
}
