//! The five parts of a story and the share of the time each is given.

/// One of the five parts of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Where and when, briefly.
    Situation,
    /// What was yours to do.
    Task,
    /// What you did yourself.
    Action,
    /// What came of it.
    Result,
    /// What you would do differently, or keep.
    Reflection,
}

impl Part {
    /// The five parts in the order they are told.
    pub const ALL: [Part; 5] = [
        Part::Situation,
        Part::Task,
        Part::Action,
        Part::Result,
        Part::Reflection,
    ];

    /// Its place in the order, 0 to 4.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The word used in files, lower case.
    pub fn id(self) -> &'static str {
        match self {
            Part::Situation => "situation",
            Part::Task => "task",
            Part::Action => "action",
            Part::Result => "result",
            Part::Reflection => "reflection",
        }
    }

    /// The part this word names.
    pub fn from_id(id: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.id() == id)
    }

    /// The part as a heading.
    pub fn title(self) -> &'static str {
        match self {
            Part::Situation => "Situation",
            Part::Task => "Task",
            Part::Action => "Action",
            Part::Result => "Result",
            Part::Reflection => "Reflection",
        }
    }

    /// The part told after this one.
    pub fn next(self) -> Option<Part> {
        Part::ALL.get(self.index() + 1).copied()
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
