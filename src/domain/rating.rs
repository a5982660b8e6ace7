//! How an attempt went, in four words, and the five dimensions of it.

/// How an answer went. Always shown with its word, never as a bare number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rating {
    /// No story came, or the thread was lost.
    Froze = 1,
    /// It got there, but not well.
    Rough = 2,
    /// Clear, in time, with a result.
    Solid = 3,
    /// Just as it should be told.
    Strong = 4,
}

impl Rating {
    /// From the lowest to the highest.
    pub const ALL: [Rating; 4] = [Rating::Froze, Rating::Rough, Rating::Solid, Rating::Strong];

    /// Its number, 1 to 4.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The rating with this number.
    pub fn from_number(number: u8) -> Option<Rating> {
        Rating::ALL.into_iter().find(|rating| rating.number() == number)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Rating::Froze => "froze",
            Rating::Rough => "rough",
            Rating::Solid => "solid",
            Rating::Strong => "strong",
        }
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

    /// What the word means, as it stands beside the choice.
    pub fn sentence(self) -> &'static str {
        match self {
            Rating::Froze => "no story came, or you lost the thread",
            Rating::Rough => "you got there, but would not want it heard",
            Rating::Solid => "clear, in time, with a result",
            Rating::Strong => "you would tell it tomorrow just like this",
        }
    }
}

/// Ratings as one strip of heights, in their order.
pub fn strip(ratings: &[Rating]) -> String {
    ratings.iter().map(|rating| rating.height()).collect()
}

/// One side of how an answer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// It had an order a listener could follow.
    Structure,
    /// What the speaker did themselves was clear.
    OwnPart,
    /// Numbers and facts carried it.
    Evidence,
    /// It answered the question that was asked.
    Fit,
    /// It said what was learned.
    Reflection,
}

impl Dimension {
    /// The five, in the order they are asked.
    pub const ALL: [Dimension; 5] = [
        Dimension::Structure,
        Dimension::OwnPart,
        Dimension::Evidence,
        Dimension::Fit,
        Dimension::Reflection,
    ];

    /// The key in files and lists.
    pub fn id(self) -> &'static str {
        match self {
            Dimension::Structure => "structure",
            Dimension::OwnPart => "own_part",
            Dimension::Evidence => "evidence",
            Dimension::Fit => "fit",
            Dimension::Reflection => "reflection",
        }
    }

    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Dimension::OwnPart => "own part",
            other => other.id(),
        }
    }

    /// What is asked of the speaker.
    pub fn sentence(self) -> &'static str {
        match self {
            Dimension::Structure => "a listener could follow it",
            Dimension::OwnPart => "what you did yourself was clear",
            Dimension::Evidence => "numbers and facts carried it",
            Dimension::Fit => "it answered what was asked",
            Dimension::Reflection => "it said what you learned",
        }
    }
}
