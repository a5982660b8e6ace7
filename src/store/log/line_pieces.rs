//! The pieces a line of the log is made of.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use crate::domain::category::Category;
use crate::domain::history::attempt::BeatsTold;
use crate::domain::rating::{Dimension, Rating};

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct Seconds {
    pub(in crate::store) think: f64,
    pub(in crate::store) speak: f64,
    pub(in crate::store) over: f64,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct SplitLine {
    pub(in crate::store) situation: Option<f64>,
    pub(in crate::store) task: Option<f64>,
    pub(in crate::store) action: Option<f64>,
    pub(in crate::store) result: Option<f64>,
    pub(in crate::store) reflection: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct Dimensions {
    pub(in crate::store) structure: Option<u8>,
    pub(in crate::store) own_part: Option<u8>,
    pub(in crate::store) evidence: Option<u8>,
    pub(in crate::store) fit: Option<u8>,
    pub(in crate::store) reflection: Option<u8>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct BeatsLine {
    pub(in crate::store) hit: Vec<String>,
    pub(in crate::store) missed: Vec<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct ProbeLine {
    pub(in crate::store) ask: String,
    pub(in crate::store) seconds: f64,
}

pub(in crate::store) fn dimensions_line(values: [Option<Rating>; 5]) -> Dimensions {
    let [structure, own_part, evidence, fit, reflection] =
        Dimension::ALL.map(|which| values[which as usize].map(Rating::number));
    Dimensions {
        structure,
        own_part,
        evidence,
        fit,
        reflection,
    }
}

pub(in crate::store) fn dimensions_of(line: Dimensions) -> [Option<Rating>; 5] {
    [line.structure, line.own_part, line.evidence, line.fit, line.reflection]
        .map(|number| number.and_then(Rating::from_number))
}

pub(in crate::store) fn beats_line(beats: &BeatsTold) -> BeatsLine {
    BeatsLine {
        hit: beats.hit.clone(),
        missed: beats.missed.clone(),
    }
}

pub(in crate::store) fn beats_of(line: BeatsLine) -> BeatsTold {
    BeatsTold {
        hit: line.hit,
        missed: line.missed,
    }
}

/// A time that is a number of seconds within a day, whatever the file says.
pub(in crate::store) fn finite(seconds: f64) -> f64 {
    if seconds.is_finite() {
        seconds.clamp(0.0, 86_400.0)
    } else {
        0.0
    }
}

/// The struct of a line: what every event has, and the fields that some kinds of events use, left out by the others.
macro_rules! line {
    ($($(#[$doc:meta])* $name:ident: $of:ty $([$($how:tt)+])?,)+) => {
        /// One line; every kind of event uses some of the fields.
        #[allow(
            clippy::option_option,
            reason = "a key that is left out and one that is null mean different things"
        )]
        #[derive(Debug, Default, Deserialize, Serialize)]
        #[serde(default)]
        pub(in crate::store) struct Line<'a> {
            pub(super) v: u32,
            #[serde(borrow)]
            pub(super) id: Cow<'a, str>,
            #[serde(borrow)]
            pub(super) dev: Cow<'a, str>,
            #[serde(borrow)]
            pub(super) run: Cow<'a, str>,
            pub(super) n: u64,
            pub(super) t: i64,
            pub(super) off: i32,
            #[serde(rename = "type", borrow)]
            pub(super) kind: Cow<'a, str>,
            $(
                $(#[$doc])*
                #[serde(skip_serializing_if = "Option::is_none" $(, $($how)+)?)]
                pub(super) $name: Option<$of>,
            )+
        }
    };
}

line! {
    target: Cow<'a, str> [borrow],
    question: Cow<'a, str> [borrow],
    wording: Cow<'a, str> [borrow],
    category: Cow<'a, str> [borrow],
    /// The inner none is written as null: no answer.
    /// The inner none is written as null: no answer.
    answer: Option<Cow<'a, str>> [deserialize_with = "present", borrow],
    version: Cow<'a, str> [borrow],
    rating: u8,
    seconds: Seconds,
    split: SplitLine,
    paused: f64,
    gaps: Vec<f64>,
    guess: u8,
    expected: f64,
    dimensions: Dimensions,
    /// The inner none is written as null: none ticked.
    /// The inner none is written as null: none ticked.
    beats: Option<BeatsLine> [deserialize_with = "present"],
    probes_asked: Vec<ProbeLine>,
    note: Cow<'a, str> [borrow],
    pick: Cow<'a, str> [borrow],
    seed: u64,
    drill: Cow<'a, str> [borrow],
    taken_back: bool,
    name: Cow<'a, str> [borrow],
    questions: Vec<String>,
    think: f64,
    speak: f64,
    probes: usize,
    resumes: Cow<'a, str> [borrow],
    left: Vec<String>,
    sprint: Cow<'a, str> [borrow],
    took: f64,
    limit: u32,
    right: bool,
    late: bool,
}

/// A field that is there, though it may be null.
#[allow(clippy::option_option, reason = "the outer one says that the key is there")]
fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}

/// The category with this id; *unsorted* where it is not known.
pub(super) fn category_of(id: Option<Cow<str>>) -> Category {
    id.and_then(|id| Category::from_id(&id)).unwrap_or(Category::Unsorted)
}
