//! The five parts of a story and the share of the time each is given.

listed! {
    /// One of the five parts of a story.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Part {
        /// The word used in files, lower case.
        id,
        /// The part as a heading.
        title,
    }
    /// Where and when, briefly.
    Situation => "situation", "Situation";
    /// What was yours to do.
    Task => "task", "Task";
    /// What you did yourself.
    Action => "action", "Action";
    /// What came of it.
    Result => "result", "Result";
    /// What you would do differently, or keep.
    Reflection => "reflection", "Reflection";
}

impl Part {
    /// Its place in the order, 0 to 4.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// The share of the speaking time each part is given, in percent: situation, task, action, result.
///
/// Reflection counts into the result's share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band(pub [u8; 4]);

impl Default for Band {
    fn default() -> Self {
        Band([20, 10, 60, 10])
    }
}

impl Band {
    /// The aim for a part, in seconds of a target; none for reflection, which has no share of its own.
    pub fn aim(self, part: Part, target: f64) -> Option<f64> {
        self.0.get(part.index()).map(|share| target * f64::from(*share) / 100.0)
    }
}
