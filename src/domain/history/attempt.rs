//! One question of a drill, told once: how long, how it was split, how it went.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::domain::category::Category;
use crate::domain::days::Local;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::part::Part;
use crate::domain::rating::Rating;

listed! {
    /// How the questions of a drill were chosen.
    pub enum Pick {
        /// The word used in files and on the command line.
        id,
    }
    /// Weighted by what is wanted of the category and missing of the question.
    Weak => "weak";
    /// Told before and fading, the most faded first.
    Due => "due";
    /// Uniform; does not look at the log.
    Random => "random";
    /// Never tried before.
    New => "new";
}

/// Seconds spoken in each part; none where a part was never reached.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Split(pub [Option<f64>; 5]);

impl Split {
    /// Seconds spoken in a part.
    pub fn of(&self, part: Part) -> Option<f64> {
        self.0[part.index()]
    }
}

/// The beats ticked and those left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BeatsTold {
    /// Said.
    pub hit: Vec<String>,
    /// Left out.
    pub missed: Vec<String>,
}

/// A probe that was asked, and how long its answer took.
#[derive(Clone, Debug, PartialEq)]
pub struct ProbeAsked {
    /// Its words.
    pub ask: String,
    /// Seconds spoken.
    pub seconds: f64,
}

/// One attempt, folded: with every correction to it applied. Times are seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Its id.
    pub id: EventId,
    /// When it was first rated.
    pub t: Timestamp,
    /// Seconds east of UTC where that was.
    pub off: i32,
    /// What was asked.
    pub question: QuestionId,
    /// The hash of the question's wording then.
    pub wording: Arc<str>,
    /// What it tested then.
    pub category: Category,
    /// Which answer was told.
    pub answer: Option<AnswerId>,
    /// The hash of that answer's text then.
    pub version: Option<Arc<str>>,
    /// How it went.
    pub rating: Rating,
    /// Seconds of thinking.
    pub think: f64,
    /// Seconds of speaking.
    pub speak: f64,
    /// Seconds past the target.
    pub over: f64,
    /// Seconds for each part; none unless the parts were marked.
    pub split: Option<Split>,
    /// Seconds the clock was stopped while speaking.
    pub paused: f64,
    /// Lengths of gaps in the clock, in seconds (the machine slept, the program was stopped).
    pub gaps: Vec<f64>,
    /// The rating foretold before speaking.
    pub guess: Option<Rating>,
    /// How likely the program held it to go solid or better before it was told, 0 to 1; none in what older versions wrote.
    pub expected: Option<f64>,
    /// The five dimensions, in their order.
    pub dimensions: [Option<Rating>; 5],
    /// Beats said and left out; none until one was ticked.
    pub beats: Option<BeatsTold>,
    /// Probes asked.
    pub probes: Vec<ProbeAsked>,
    /// What the person wrote about it.
    pub note: String,
    /// How the question was picked; none where it was named.
    pub pick: Option<Pick>,
    /// The seed of the drill.
    pub seed: u64,
    /// The drill it belongs to.
    pub drill: EventId,
    /// Taken back: kept, and counted nowhere.
    pub taken_back: bool,
}

impl Attempt {
    /// When it was told by the clock where it was told.
    pub fn clock(&self) -> DateTime {
        let off = Offset::from_seconds(self.off).unwrap_or(Offset::UTC);
        off.to_datetime(self.t)
    }

    /// The day it was told on, where it was told.
    pub fn day(&self, local: &Local) -> Date {
        local.day_there(self.t, self.off)
    }
}

/// What a correction changes; what is none stays as it was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttemptChange {
    /// A new rating.
    pub rating: Option<Rating>,
    /// Another answer and its version; the inner none means no answer.
    pub answer: Option<Option<(AnswerId, Arc<str>)>>,
    /// The dimensions as they are now.
    pub dimensions: Option<[Option<Rating>; 5]>,
    /// The beats as they are now; the inner none means none ticked.
    pub beats: Option<Option<BeatsTold>>,
    /// The note as it is now.
    pub note: Option<String>,
    /// Taken back, or not any more.
    pub taken_back: Option<bool>,
}

impl AttemptChange {
    /// Whether it changes anything.
    pub fn is_empty(&self) -> bool {
        *self == AttemptChange::default()
    }
}

impl Attempt {
    /// Applies one correction.
    pub fn correct(&mut self, change: &AttemptChange) {
        if let Some(rating) = change.rating {
            self.rating = rating;
        }
        if let Some(answer) = &change.answer {
            (self.answer, self.version) = match answer.clone() {
                Some((id, version)) => (Some(id), Some(version)),
                None => (None, None),
            };
        }
        if let Some(dimensions) = change.dimensions {
            self.dimensions = dimensions;
        }
        if let Some(beats) = &change.beats {
            self.beats.clone_from(beats);
        }
        if let Some(note) = &change.note {
            self.note.clone_from(note);
        }
        if let Some(taken_back) = change.taken_back {
            self.taken_back = taken_back;
        }
    }

    /// The change that leads from this attempt to another state of it.
    pub fn change_to(&self, now: &Attempt) -> AttemptChange {
        let answer = |attempt: &Attempt| attempt.answer.clone().zip(attempt.version.clone());
        AttemptChange {
            rating: (self.rating != now.rating).then_some(now.rating),
            answer: (self.answer != now.answer || self.version != now.version).then(|| answer(now)),
            dimensions: (self.dimensions != now.dimensions).then_some(now.dimensions),
            beats: (self.beats != now.beats).then(|| now.beats.clone()),
            note: (self.note != now.note).then(|| now.note.clone()),
            taken_back: (self.taken_back != now.taken_back).then_some(now.taken_back),
        }
    }

    /// Whether the parts were marked and this one was never reached.
    pub fn never_reached(&self, part: Part) -> bool {
        self.split.is_some_and(|split| split.of(part).is_none())
    }
}
